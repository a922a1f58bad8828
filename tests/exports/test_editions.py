"""`leergang bundle --schools`: a bundle for each school at once, and what became of each."""

import os
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import CourseDir
from ..projects import LEERGANG, ROOT, Run

Leergang = Callable[..., Run]
BAKHUIS = ROOT / "tests/schools/bakhuis"
BROKEN = "id: de-es\nname: De Es\nkleur: groen\n"
PAGE = "---\ntitle: Onze oven\n---\n\nDie van {name} is van steen.\n"


@pytest.fixture
def schools(showcase_dir: CourseDir) -> CourseDir:
    """The course with the folders of three schools, each with a page of its own."""
    for name in ("De Beuk", "De Eik", "De Iep"):
        folder = f"scholen/{name.lower().replace(' ', '-')}"
        showcase_dir.write(f"{folder}/school.yml", f"id: {folder[8:]}\nname: {name}\n")
        showcase_dir.write(f"{folder}/docs/oven.md", PAGE.format(name=name))
    return showcase_dir


def rows(result: Run) -> list[list[str]]:
    """The table, below its heads: of each school its folder, what became of it, and the zip if there is one."""
    return [[cell for cell in line.split("  ") if cell][:3] for line in result.stdout.splitlines()[1:]]


def zips(course: CourseDir) -> list[str]:
    return sorted(path.name for path in (course.path / "dist").iterdir())


def test_each_school_has_its_bundle_and_its_row(schools: CourseDir, leergang: Leergang) -> None:
    result = leergang(schools.path, "bundle", "--schools", "scholen")

    assert 0 == result.returncode, result.stderr
    assert [f"brood-bakken-de-{name}.zip" for name in ("beuk", "eik", "iep")] == zips(schools)
    assert [[f"de-{name}", "klaar", f"dist/brood-bakken-de-{name}.zip"] for name in ("beuk", "eik", "iep")] == [
        [cell.strip() for cell in row] for row in rows(result)
    ]
    assert "3 van 3: " in result.stderr
    with zipfile.ZipFile(schools.path / "dist/brood-bakken-de-eik.zip") as bundle:
        assert "Die van De Eik is van steen." in bundle.read("site/oven.html").decode()


def differ(schools: CourseDir) -> list[str]:
    """Make of each school something that others may not be given: dates and looks, words, forms, pages, chapters."""
    shutil.copytree(BAKHUIS, schools.path / "scholen/bakhuis")
    docs = "docs/tools/werkbladen/deegplan.md", "docs/tools/begrippen.yml", "docs/index.md"
    for uri in docs:
        schools.write(f"scholen/de-eik/{uri}", schools.read(uri))
    schools.edit(f"scholen/de-eik/{docs[0]}", "Hoe noem je je brood?", "Hoe heet je brood bij ons?")
    schools.edit(f"scholen/de-eik/{docs[1]}", "term: gluten", "term: kleefstof")
    schools.edit(f"scholen/de-eik/{docs[2]}", "title: Brood bakken", "title: Bakken bij ons")
    schools.add("scholen/de-iep/school.yml", "chapters:\n- id: deeg/rijzen\n  hide: true\n")
    schools.remove("scholen/de-beuk/docs")
    return ["bakhuis", "de-beuk", "de-eik", "de-iep"]


def test_what_schools_share_changes_none_of_their_bundles(schools: CourseDir, leergang: Leergang) -> None:
    names = differ(schools)
    alone = [leergang(schools.path, "bundle", "--school", f"scholen/{name}", "--output", "alleen") for name in names]
    together = leergang(schools.path, "bundle", "--schools", "scholen")

    assert [0] * 5 == [run.returncode for run in (*alone, together)], together.stderr
    made = {path.name: path.read_bytes() for path in (schools.path / "dist").iterdir()}
    assert {path.name: path.read_bytes() for path in (schools.path / "alleen").iterdir()} == made
    assert 4 == len(set(made.values()))


def test_a_broken_school_does_not_stop_the_rest(schools: CourseDir, leergang: Leergang) -> None:
    schools.write("scholen/de-es/school.yml", BROKEN)
    result = leergang(schools.path, "bundle", "--schools", "scholen")

    assert 1 == result.returncode
    assert ["de-es", "niet gelukt"] == [cell.strip() for cell in rows(result)[2]][:2]
    assert "\nscholen/de-es/school.yml:3:1: fout[onbekende-sleutel]" in result.stderr
    assert 3 == len(zips(schools))


def test_two_schools_with_one_id_are_told_and_neither_is_made(schools: CourseDir, leergang: Leergang) -> None:
    schools.edit("scholen/de-eik/school.yml", "id: de-eik", "id: de-beuk")
    result = leergang(schools.path, "bundle", "--schools", "scholen")

    assert 1 == result.returncode
    told = [line for line in result.stderr.splitlines() if "fout[dubbel-id]" in line]
    assert ["scholen/de-beuk/school.yml:1:5", "scholen/de-eik/school.yml:1:5"] == [line.split(": ")[0] for line in told]
    assert ["brood-bakken-de-iep.zip"] == zips(schools)


def test_an_earlier_bundle_stays_where_a_school_fails(schools: CourseDir, leergang: Leergang) -> None:
    assert 0 == leergang(schools.path, "bundle", "--schools", "scholen").returncode
    kept = (schools.path / "dist/brood-bakken-de-eik.zip").read_bytes()
    schools.write("scholen/de-eik/docs/oven.md", "---\ntitle: Onze oven\n---\n\n[Weg](weg.md)\n")

    assert 1 == leergang(schools.path, "bundle", "--schools", "scholen").returncode
    assert kept == (schools.path / "dist/brood-bakken-de-eik.zip").read_bytes()


@pytest.mark.parametrize(("options", "expected"), [
    (["--schools", "docs"], "in 'docs' staat geen map met een school.yml"),
    (["--schools", "weg"], "in 'weg' staat geen map met een school.yml"),
    (["--schools", "scholen", "--school", "scholen/de-eik"], "can't be used together"),
], ids=["none", "missing", "both"])  # fmt: skip
def test_what_can_not_be_done_is_told(
    options: list[str], expected: str, schools: CourseDir, leergang: Leergang
) -> None:
    result = leergang(schools.path, "bundle", *options)

    assert 2 == result.returncode
    assert expected in result.stderr
    assert not (schools.path / "dist").exists()


def children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
    return [int(word) for word in told.split()]


def test_a_school_whose_process_is_killed_is_told_of(schools: CourseDir) -> None:
    """Such as by a system that is out of memory; the others go on."""
    command = [*LEERGANG, "bundle", "--schools", "scholen"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=schools.path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        while not (found := children(running.pid)):
            time.sleep(0.01)
            assert running.poll() is None
        os.kill(found[0], signal.SIGKILL)
        out, said = running.communicate()

    assert 1 == running.returncode
    assert 1 == out.count("niet gelukt")
    assert 2 == out.count("klaar")
    assert "dit is onderweg afgebroken (-9)" in said


def test_nothing_is_left_of_schools_that_went_well_or_wrong(schools: CourseDir, leergang: Leergang) -> None:
    schools.write("scholen/de-es/school.yml", BROKEN)
    schools.write("scholen/de-es/docs/oven.md", PAGE)
    (temporary := schools.path / "tijdelijk").mkdir()
    result = leergang(schools.path, "bundle", "--schools", "scholen", TMPDIR=str(temporary))

    assert 1 == result.returncode
    assert [] == list(temporary.iterdir())


def test_a_slip_in_a_template_is_told_with_the_school(schools: CourseDir, leergang: Leergang) -> None:
    shutil.copytree(ROOT / "overrides", schools.path / "looks")
    schools.edit("mkdocs.yml", f"{ROOT.as_posix()}/overrides", "looks")
    schools.edit("looks/components/goals.html", '{{ t("goals.goal") }}', "{{ course.outlin.title }}")
    (temporary := schools.path / "tijdelijk").mkdir()
    result = leergang(schools.path, "bundle", "--schools", "scholen", TMPDIR=str(temporary))

    assert 1 == result.returncode
    assert 3 == result.stderr.count("looks/components/goals.html:7: fout: een sjabloon werkt niet: ")
    assert [] == list(temporary.iterdir())


def test_a_folder_that_is_no_school_is_told_with_what_it_has_instead(schools: CourseDir, leergang: Leergang) -> None:
    (schools.path / "scholen/de-eik/school.yml").rename(schools.path / "scholen/de-eik/School.YAML")
    (schools.path / "scholen/regio/noord").mkdir(parents=True)
    (schools.path / "scholen/de-iep").rename(schools.path / "scholen/regio/noord/de-iep")
    schools.write("scholen/logos/beuk.svg", "<svg/>")
    schools.write("scholen/lees.txt", "Een map per school.")
    schools.write("scholen/.git/config", "")
    result = leergang(schools.path, "bundle", "--schools", "scholen", "--output", "scholen/zips")

    assert 0 == result.returncode, result.stderr
    assert [
        ["de-beuk", "klaar"],
        ["de-eik", "overgeslagen: geen school.yml, wel School.YAML"],
        ["logos", "overgeslagen: geen school.yml"],
        ["regio", "overgeslagen: geen school.yml, wel noord/de-iep/school.yml"],
    ] == [[cell.strip() for cell in row[:2]] for row in rows(result)]
    assert "1 van 1: de-beuk is klaar" in result.stderr
