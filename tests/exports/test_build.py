"""`leergang build` on courses of its own: where the site goes, and what stays when something is wrong."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import COURSES, CourseDir
from ..projects import LEERGANG, ROOT, Run, run

Leergang = Callable[..., Run]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_site_goes_beside_its_configuration_wherever_the_command_is_given(
    course_dir: CourseDir, leergang: Leergang
) -> None:
    result = leergang(course_dir.path.parent, "build", "--config", "course/mkdocs.yml")

    assert result.returncode == 0, result.stderr
    assert "Building the site.\nThe site is in course/site/: open course/site/index.html.\n" == result.stderr
    assert (course_dir.path / "site/modules/brewing/leaves.html").is_file()


def test_a_course_with_faults_leaves_the_last_good_site_and_tells_everything_once(
    broken_dir: CourseDir, leergang: Leergang
) -> None:
    broken_dir.write("site/index.html", "the last good site")
    result = leergang(broken_dir.path, "build")

    assert result.returncode == 1
    assert ["index.html"] == files(broken_dir.path / "site")
    told = (COURSES / "broken" / "expected.txt").read_text(encoding="utf-8")
    assert 1 == result.stderr.count(told)
    assert "Traceback" not in result.stderr
    assert [] == [path.name for path in broken_dir.path.iterdir() if path.name.startswith(".site")]


def test_a_new_site_holds_nothing_of_the_old_one(course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.write("site/old.html", "an old page")
    result = leergang(course_dir.path, "build")

    assert result.returncode == 0, result.stderr
    assert "old.html" not in files(course_dir.path / "site")


def test_a_warning_is_told_and_stops_nothing_unless_asked(showcase_dir: CourseDir, leergang: Leergang) -> None:
    showcase_dir.edit("docs/tools/index.md", "## Werkbladen", "#### Werkbladen")
    line = "docs/tools/index.md:5:1: waarschuwing[kop-niveau]"

    result = leergang(showcase_dir.path, "build")
    strict = leergang(showcase_dir.path, "build", "--strict")

    assert (0, 1) == (result.returncode, strict.returncode)
    assert (1, 1) == (result.stderr.count(line), strict.stderr.count(line))


def test_a_file_that_is_left_out_for_two_reasons_is_left_out(showcase_dir: CourseDir, leergang: Leergang) -> None:
    showcase_dir.write("docs/trainers/kaart.map", "{}")
    result = leergang(showcase_dir.path, "build")

    assert result.returncode == 0, result.stderr
    assert [] == [name for name in files(showcase_dir.path / "site") if name.endswith(".map")]


def test_schemas_are_written_once_and_their_age_is_told(tmp_path: Path, leergang: Leergang) -> None:
    first = leergang(tmp_path, "schema", "--check")
    assert (1, []) == (first.returncode, files(tmp_path))

    assert 0 == leergang(tmp_path, "schema").returncode
    written = files(tmp_path)
    assert "schemas/worksheet.schema.json" in written
    assert len(written) == len(first.stdout.split())

    again = leergang(tmp_path, "schema", "--check")
    assert (0, "") == (again.returncode, again.stdout)

    (tmp_path / "schemas/worksheet.schema.json").write_text("{}")
    stale = leergang(tmp_path, "schema", "--check")
    assert (1, "schemas/worksheet.schema.json\n") == (stale.returncode, stale.stdout)


def test_an_edition_can_have_a_folder_of_its_own(course_dir: CourseDir, leergang: Leergang) -> None:
    assert leergang(course_dir.path, "build").returncode == 0
    before = files(course_dir.path / "site")
    for _ in range(2):
        result = leergang(course_dir.path, "build", "--edition", "trainer", "--output", "for-trainers")
        assert result.returncode == 0, result.stderr

    assert "The site is in for-trainers/: open for-trainers/index.html." in result.stderr
    assert before == files(course_dir.path / "site")
    assert (course_dir.path / "for-trainers/modules/brewing/leaves.html").is_file()


def test_a_site_never_takes_the_place_of_something_else(course_dir: CourseDir, leergang: Leergang) -> None:
    before = files(course_dir.path)
    for folder in ("docs", "mkdocs.yml"):
        result = leergang(course_dir.path, "build", "--output", folder)
        assert result.returncode == 2
        assert f"'{folder}' holds something else than a built site; choose an empty or new folder\n" == result.stderr

    assert before == files(course_dir.path)


def test_a_link_stays_and_leads_to_the_new_site(course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.write("srv/www/old.html", "an old page")
    (course_dir.path / "site").symlink_to("srv/www", target_is_directory=True)
    result = leergang(course_dir.path, "build")

    assert (0, "The site is in site/: open site/index.html.") == (result.returncode, result.stderr.splitlines()[-1])
    assert (course_dir.path / "site").is_symlink()
    assert ["www"] == [path.name for path in (course_dir.path / "srv").iterdir()]
    assert (course_dir.path / "srv/www/index.html").is_file()
    assert not (course_dir.path / "srv/www/old.html").exists()


def test_a_folder_that_stays_where_it_is_gets_what_is_in_the_new_site(course_dir: CourseDir) -> None:
    """Such as a mount: it can't be renamed, and beside it nothing may be written."""
    site = course_dir.path / "volume/site"
    site.mkdir(parents=True)
    site.parent.chmod(0o555)
    # root may write everywhere, unless that is taken away
    bound = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    for again in (False, True):
        if again:
            course_dir.write("volume/site/old.html", "an old page")
            course_dir.write("volume/site/modules/old.html", "another")
        result = run([*bound, *LEERGANG, "build", "--output", "volume/site"], course_dir.path)
        assert result.returncode == 0, result.stderr

    found = files(site)
    assert {"index.html", "modules/brewing/leaves.html"} <= set(found)
    assert [] == [name for name in found if "old" in name]
    assert [] == [path.name for path in site.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("output", "reason"), [("busy/site", "File exists ({folder}/busy)"), ("/proc/x/site", "No such file or directory (/proc/x)")]
)  # fmt: skip
def test_where_no_site_can_go_it_is_told(output: str, reason: str, course_dir: CourseDir, leergang: Leergang) -> None:
    course_dir.write("busy", "something else")
    result = leergang(course_dir.path, "build", "--output", output)

    told = f"the site can't be put in '{output}': {reason.format(folder=course_dir.path)}; the last site has not been changed"
    assert (2, f"Building the site.\n{told}\n") == (result.returncode, result.stderr)


def test_a_disk_without_room_leaves_the_last_good_site(course_dir: CourseDir) -> None:
    course_dir.write("site/index.html", "the last good site")
    course_dir.write("docs/film.mp4", bytes(2_500_000))
    result = run(["sh", "-c", 'ulimit -f 4000; exec "$@"', "sh", *LEERGANG, "build"], course_dir.path)

    assert result.returncode == 2
    assert "the site can't be put in 'site': File too large; the last site has not been changed\n" in result.stderr
    assert "Traceback" not in result.stderr
    assert ["index.html"] == files(course_dir.path / "site")
    assert [] == [path.name for path in course_dir.path.iterdir() if path.name.startswith(".site")]


def test_a_slip_in_a_template_is_told_at_its_line(showcase_dir: CourseDir, leergang: Leergang) -> None:
    shutil.copytree(ROOT / "overrides", showcase_dir.path / "looks")
    showcase_dir.edit("mkdocs.yml", f"{ROOT.as_posix()}/overrides", "looks")
    showcase_dir.edit("looks/components/goals.html", '{{ t("goals.goal") }}', "{{ course.outlin.title }}")
    result = leergang(showcase_dir.path, "build")

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "looks/components/goals.html:7: fout: een sjabloon werkt niet: " in result.stderr.splitlines()[-1]
    assert "has no attribute 'outlin'" in result.stderr.splitlines()[-1]


def test_the_pages_may_be_anywhere(course_dir: CourseDir, leergang: Leergang) -> None:
    docs = (course_dir.path / "docs").rename(course_dir.path.parent / "texts")
    course_dir.edit("mkdocs.yml", "docs_dir: docs", f"docs_dir: {docs}")

    assert 0 == leergang(course_dir.path, "check").returncode
    result = leergang(course_dir.path, "build")
    assert result.returncode == 0, result.stderr
