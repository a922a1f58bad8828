"""`leergang build` and `mkdocs build`: what is written, and what stays when something is wrong."""

import hashlib
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from ..projects import ROOT, Run, copy_project, run

Leergang = Callable[..., Run]


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_course_builds_and_says_where_it_is(project: Path, leergang: Leergang) -> None:
    result = leergang(project, "build")

    assert result.returncode == 0, result.stderr
    assert "De site staat in site/: open site/index.html." in result.stderr
    assert (project / "site/modules/structureren/tijd-en-middelen.html").exists()
    assert [] == [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_a_failed_build_names_every_problem_and_leaves_the_last_good_site(project: Path, leergang: Leergang) -> None:
    assert leergang(project, "build").returncode == 0
    before = contents(project / "site")
    chapter = project / "docs/modules/structureren/tijd-en-middelen.md"
    chapter.write_text(chapter.read_text().replace('worksheet("tijdpuzzel")', 'worksheet("tijdpuzel")'))
    worksheet = project / "docs/tools/werkbladen/teamnormen.md"
    worksheet.write_text(worksheet.read_text().replace("minutes: 40", "minutes: veertig"))

    result = leergang(project, "build")

    assert result.returncode == 1
    line = next(n for n, text in enumerate(chapter.read_text().split("\n"), 1) if "tijdpuzel" in text)
    assert (
        f"docs/modules/structureren/tijd-en-middelen.md:{line}:14: fout[onbekend-werkblad] "
        "er is geen werkblad 'tijdpuzel'; bedoelde je 'tijdpuzzel'?"
    ) in result.stderr
    assert "docs/tools/werkbladen/teamnormen.md:6:10: fout[verkeerd-type] hier hoort een heel getal" in result.stderr
    assert "2 fouten in 2 bestanden; er is geen pagina geschreven." in result.stderr
    assert "Traceback" not in result.stderr
    assert before == contents(project / "site")
    assert [] == [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_what_the_engine_itself_warns_of_fails_the_build_too(project: Path, leergang: Leergang) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("      - fouten.md\n", ""))

    result = leergang(project, "build")

    assert result.returncode == 1
    assert "fouten.md" in result.stderr
    assert not (project / "site").exists()


def test_mkdocs_build_works_as_well_and_stops_before_it_empties_the_site(project: Path) -> None:
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = run(mkdocs, project)
    assert result.returncode == 0, result.stderr
    before = contents(project / "site")
    (project / "docs/essenties.md").write_text("---\ntitle: De essenties\n---\n\n{{ reflectoin('x') }}\n")

    result = run(mkdocs, project)

    assert result.returncode == 1
    assert (
        "docs/essenties.md:5:4: fout[onbekende-macro] er is geen macro 'reflectoin'; bedoelde je 'reflection'?"
        in result.stderr
    )
    assert before == contents(project / "site")


def test_the_same_course_gives_the_same_bytes_anywhere_and_any_time(tmp_path: Path, leergang: Leergang) -> None:
    here, there = copy_project(tmp_path / "a"), copy_project(tmp_path / "elsewhere/deeper")
    os.utime(there / "docs/index.md", (1_000_000_000, 1_000_000_000))

    one = leergang(here, "build", TZ="Europe/Amsterdam", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    two = leergang(there, "build", TZ="Pacific/Auckland", PYTHONHASHSEED="2", LC_ALL="C", LANG="tr_TR.UTF-8")

    assert (0, 0) == (one.returncode, two.returncode), one.stderr + two.stderr
    assert contents(here / "site") == contents(there / "site")


def test_only_the_trainers_edition_shows_what_is_for_trainers(project: Path, leergang: Leergang) -> None:
    chapter = project / "docs/modules/structureren/tijd-en-middelen.md"
    chapter.write_text(
        chapter.read_text() + "\n{% call trainer() %}\nZet de **klok** op tien minuten.\n{% endcall %}\n"
    )
    page = project / "site/modules/structureren/tijd-en-middelen.html"

    leergang(project, "build")
    participant = page.read_text()
    leergang(project, "build", "--edition", "trainer")
    trainer = page.read_text()

    assert "Zet de" not in participant
    assert "Voor de trainer" not in participant
    assert "Zet de <strong>klok</strong> op tien minuten." in trainer
    search = (project / "site/search/index.js").read_text()
    assert "op tien minuten" in search


def test_warnings_count_only_when_asked(project: Path, leergang: Leergang) -> None:
    page = project / "docs/fouten.md"
    page.write_text(page.read_text() + "\n##### Te diep\n")

    assert leergang(project, "build").returncode == 0
    strict = leergang(project, "build", "--strict")

    assert strict.returncode == 1
    assert "waarschuwing[kop-niveau]" in strict.stderr


def test_a_wrong_call_of_the_command_exits_with_2(project: Path, leergang: Leergang) -> None:
    assert leergang(project, "build", "--edition", "iedereen").returncode == 2
    assert leergang(project, "check", "--config", "bestaat-niet.yml").returncode == 2


def test_the_schemas_in_the_repository_are_up_to_date(leergang: Leergang) -> None:
    result = leergang(ROOT, "schema", "--check")

    assert "" == result.stdout
    assert result.returncode == 0


def test_properdocs_makes_the_same_pages_with_the_same_text(project: Path, leergang: Leergang) -> None:
    """The insurance: a fork of the engine builds the course unchanged."""
    assert leergang(project, "build").returncode == 0
    result = run([sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml", "-d", "site-pd"], project)

    assert result.returncode == 0, result.stderr
    ours, theirs = project / "site", project / "site-pd"
    pages = {path.relative_to(ours) for path in ours.rglob("*.html")}
    assert pages == {path.relative_to(theirs) for path in theirs.rglob("*.html")}
    for page in pages:
        assert text_of(ours / page) == text_of(theirs / page), page


def text_of(page: Path) -> str:
    article = re.search(r"<article.*?</article>", page.read_text(), re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", article[0] if article else ""))


def test_a_course_of_which_no_copy_is_kept_says_of_none_that_it_is(project: Path, leergang: Leergang) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  leergang:\n", "  leergang:\n    offline: false\n"))
    assert 0 == leergang(project, "build").returncode
    page = (project / "site/over/privacy.html").read_text(encoding="utf-8")

    assert "localStorage" in page
    assert [] == [word for word in ("kopie van alle", "Cache Storage", "zonder internet", "de kopie") if word in page]
