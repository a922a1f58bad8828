"""`leergang bundle`: one zip, the same anywhere, that any tool can unpack and check."""

import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from hashlib import shake_256
from pathlib import Path

from ..conftest import CourseDir
from ..projects import LEERGANG, ROOT, Run, run

Leergang = Callable[..., Run]
MIB = 1024**2


def copy_in_order(target: Path, backwards: bool) -> Path:
    """A clone of this project, whose files come onto the disk from first to last or the other way round."""
    folders = ("docs", "hooks", "overrides", "requirements")
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    kept = [ROOT / "mkdocs.yml", *(path for path in found if "__pycache__" not in path.parts)]
    for path in kept[::-1] if backwards else kept:
        copy = target / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return target


def bundle_of(folder: Path) -> Path:
    """The one thing in the folder of bundles: nothing is left beside it."""
    (found,) = (folder / "dist").iterdir()
    return found


def test_the_same_course_gives_the_same_zip_on_every_machine(tmp_path: Path) -> None:
    here = copy_in_order(tmp_path / "a", backwards=False)
    there = copy_in_order(tmp_path / "somewhere else/much deeper", backwards=True)
    os.utime(there / "docs/index.md", (1_000_000_000, 1_000_000_000))

    one = run(
        ["sh", "-c", 'umask 022; exec "$@"', "sh", *LEERGANG, "bundle"], here,
        TZ="Europe/Amsterdam", LC_ALL="C.UTF-8", PYTHONHASHSEED="1",
    )  # fmt: skip
    two = run(
        ["sh", "-c", 'umask 077; exec "$@"', "sh", *LEERGANG, "bundle"], there,
        TZ="Pacific/Auckland", LC_ALL="C", LANG="tr_TR.UTF-8", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1700000000",
    )  # fmt: skip

    assert (0, 0) == (one.returncode, two.returncode), one.stderr + two.stderr
    assert "leiding-geven-aan-een-plg-1.0.0.zip" == bundle_of(here).name == bundle_of(there).name
    assert bundle_of(here).read_bytes() == bundle_of(there).read_bytes()
    assert 6 * MIB >= bundle_of(here).stat().st_size


def test_what_it_does_is_told_and_where_the_bundle_is(showcase_dir: CourseDir, leergang: Leergang) -> None:
    result = leergang(showcase_dir.path, "bundle", "--output", "uit/bundels")
    lines = result.stderr.splitlines()

    assert result.returncode == 0, result.stderr
    assert "De site wordt gebouwd." == lines[0]
    assert "De bundel krijgt een beschrijving en een lijst van onderdelen." == lines[1]
    assert lines[2].endswith(" bestanden worden ingepakt.")
    assert lines[3].startswith("De bundel staat in uit/bundels/brood-bakken.zip (0,")
    assert lines[3].endswith(" MiB): pak hem uit en open LEESMIJ.html.")
    checked = leergang(showcase_dir.path, "verify", "uit/bundels/brood-bakken.zip")
    assert (0, lines[4]) == (checked.returncode, checked.stdout.splitlines()[1].partition(" (")[0])


def test_the_usual_tools_unpack_and_check_it(showcase_dir: CourseDir, leergang: Leergang, tmp_path: Path) -> None:
    assert 0 == leergang(showcase_dir.path, "bundle").returncode
    unpacked = tmp_path / "unpacked"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", bundle_of(showcase_dir.path), unpacked], check=True)
    told = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=unpacked, check=True, capture_output=True, text=True
    ).stdout.splitlines()

    files = sorted(path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file())
    assert [f"{name}: OK" for name in files if name != "SHA256SUMS"] == told
    assert {"LEESMIJ.html", "sbom.cdx.json", "site/index.html", "site/worker.js"} < set(files)
    assert 0 == leergang(showcase_dir.path, "verify", str(unpacked)).returncode


def test_an_entry_tells_nothing_of_the_machine(course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.write("docs/kopje één.txt", "thee")
    assert 0 == leergang(course_dir.path, "bundle").returncode
    with zipfile.ZipFile(bundle_of(course_dir.path)) as bundle:
        entries = bundle.infolist()

    names = [entry.filename for entry in entries]
    assert sorted(names) == names
    assert "site/kopje één.txt" in names
    kept = {(entry.date_time[:2], entry.external_attr >> 16, entry.create_system, entry.extra) for entry in entries}
    assert {((1980, 1), stat.S_IFREG | 0o644, 3, b"")} == kept
    assert {zipfile.ZIP_DEFLATED} == {entry.compress_type for entry in entries}


def test_a_text_of_the_same_length_has_another_time(course_dir: CourseDir, leergang: Leergang) -> None:
    """Servers know a file by its size and time; an upgrade would be missed."""
    times, kept = [], []
    for text in ("thee", "mate"):
        course_dir.write("docs/drank.txt", text)
        assert 0 == leergang(course_dir.path, "bundle").returncode
        with zipfile.ZipFile(bundle_of(course_dir.path)) as bundle:
            times.append(bundle.getinfo("site/drank.txt").date_time)
            kept.append(bundle.getinfo("site/index.html").date_time)

    assert times[0] != times[1]
    assert kept[0] == kept[1]


def test_each_version_school_and_edition_has_a_name_of_its_own(course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.edit("docs/cursus.yml", "title: A good cup of tea\n", "title: A good cup of tea\nversion: 2.10.0\n")
    course_dir.write("school/school.yml", "id: the-willow\nname: Willow & Co\n")
    course_dir.write("other/school.yml", "id: trainer\nname: Trainer & Co\n")
    made = ([], ["--edition", "trainer"], ["--school", "school"], ["--school", "school", "--edition", "trainer"],
            ["--school", "other"])  # fmt: skip
    for options in made:
        result = leergang(course_dir.path, "bundle", *options)
        assert result.returncode == 0, result.stderr

    names = ["-2.10.0", "-trainer-2.10.0", "-2.10.0-the-willow", "-trainer-2.10.0-the-willow", "-2.10.0-trainer"]
    found = list((course_dir.path / "dist").iterdir())
    assert {f"good-tea{name}.zip" for name in names} == {path.name for path in found}
    with zipfile.ZipFile(course_dir.path / "dist/good-tea-trainer-2.10.0-the-willow.zip") as bundle:
        page = bundle.read("LEESMIJ.html").decode()
    assert "<li>Willow &amp; Co</li>" in page
    assert "<li>for trainers</li>" in page
    assert "<li>version 2.10.0</li>" in page


def test_a_course_with_faults_leaves_the_last_good_bundle(broken_dir: CourseDir, leergang: Leergang) -> None:
    broken_dir.write("dist/broken.zip", "the last good bundle")
    result = leergang(broken_dir.path, "bundle")

    assert result.returncode == 1
    assert "the last good bundle" == bundle_of(broken_dir.path).read_text()
    assert "Traceback" not in result.stderr


def test_a_disk_without_room_leaves_the_last_good_bundle(course_dir: CourseDir) -> None:
    course_dir.write("dist/good-tea.zip", "the last good bundle")
    for number in range(3):
        course_dir.write(
            f"docs/film-{number}.mp4", shake_256(bytes([number])).digest(1_900_000)
        )  # each may be that large

    result = run(["sh", "-c", 'ulimit -f 4000; exec "$@"', "sh", *LEERGANG, "bundle"], course_dir.path)

    assert result.returncode == 2
    assert "the bundle can't go in 'dist': File too large; an earlier bundle is as it was\n" in result.stderr
    assert "the last good bundle" == bundle_of(course_dir.path).read_text()


def test_where_no_bundle_can_go_it_is_told_and_nothing_is_lost(course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.write("busy", "something else")
    told = {
        "busy": "the bundle can't go in 'busy': File exists; an earlier bundle is as it was\n",
        "busy/deeper": "the bundle can't go in 'busy/deeper': Not a directory; an earlier bundle is as it was\n",
        "docs": "a bundle can't go in 'docs': the course or the site itself is there; choose another folder\n",
        "site/below": "a bundle can't go in 'site/below': the course or the site itself is there; choose another folder\n",
    }
    for folder, message in told.items():
        result = leergang(course_dir.path, "bundle", "--output", folder)
        assert (2, message) == (result.returncode, result.stderr)

    assert "something else" == course_dir.read("busy")
    assert ["busy", "docs", "mkdocs.yml"] == sorted(path.name for path in course_dir.path.iterdir())


def test_a_name_that_windows_does_not_know_is_told_at_once(course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.write("docs/tea: green.txt", "green")
    odd = leergang(course_dir.path, "bundle")
    course_dir.remove("docs/tea: green.txt")
    course_dir.write("docs/tea.txt", "one")
    course_dir.write("docs/Tea.txt", "another")
    same = leergang(course_dir.path, "bundle")

    assert (1, 1) == (odd.returncode, same.returncode)
    assert "'site/tea: green.txt' can't be called that on every computer; give this file another name\n" in odd.stderr
    assert "'site/tea.txt' differs from another file in capitals only" in same.stderr
    assert [] == list((course_dir.path / "dist").iterdir())
