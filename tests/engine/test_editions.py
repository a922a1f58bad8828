"""The participants' edition of the real course has no word of what is for trainers: not in any file, and in no name."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leergang.diagnostics import Report
from leergang.model import Course, load_course
from leergang.settings import load_settings
from leergang.strings import load_strings

from ..projects import ROOT

LEAST = 20
"""How many letters a text has that says something of its own."""
CUT = re.compile(r"[.!?:;\"“”]|\s{3,}")
"""Where a sentence ends, or where markup or a macro stood."""
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def squeezed(text: str) -> str:
    """A text by its letters and digits alone: however it is marked up, broken off or written in code."""
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), html.unescape(text))
    return re.sub(r"[\W_]+", "", text.replace("\\n", " ")).casefold()


def bare(text: str) -> str:
    """A file without its tags."""
    return re.sub(r"<[^>]*>", "", text)


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file with its path and all its text, first as it is and then without tags."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", errors="ignore")
            yield path.relative_to(folder).as_posix(), f"{squeezed(text)}\n{squeezed(bare(text))}"


@pytest.fixture(scope="module")
def course() -> Course:
    """The real course, as check and build read it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        settings = load_settings(Path("mkdocs.yml"))
        return load_course(settings, Report(load_strings("nl")))


def pieces(course: Course, for_trainers: bool) -> set[str]:
    """What the pages say to trainers only, or to everyone: a piece of a sentence each, squeezed."""
    blocks = [block for uri in course.pages for block in course.prose(uri).blocks if block.for_trainers == for_trainers]
    found = {squeezed(piece) for block in blocks for piece in CUT.split(block.text)}
    return {piece for piece in found if len(piece) >= LEAST}


@pytest.fixture(scope="module")
def secrets(course: Course) -> frozenset[str]:
    """Every text for trainers that no participant reads anywhere else; all titles and descriptions of their pages."""
    public = "\n".join(pieces(course, for_trainers=False))
    front = [page.front.data for page in course.pages.values() if page.for_trainers]
    heads = {squeezed(str(matter[key])) for matter in front for key in ("title", "description")}
    heads.add(squeezed(load_strings("nl")("trainer.title")))
    said = {piece for piece in pieces(course, for_trainers=True) if piece not in public}
    return frozenset(said | heads)


def test_there_is_much_to_keep_from_participants(course: Course, secrets: frozenset[str]) -> None:
    assert 4 <= sum(page.for_trainers for page in course.pages.values())
    assert 300 < len(secrets)


def test_trainers_read_every_word_of_it(secrets: frozenset[str], trainers_site: Path) -> None:
    whole = "\n".join(text for name, text in texts_of(trainers_site) if name.endswith(".html"))

    assert [] == sorted(piece for piece in secrets if piece not in whole)


def test_participants_read_no_word_of_it_in_any_file(secrets: frozenset[str], site: Path) -> None:
    told = {name: found for name, text in texts_of(site) if (found := [piece for piece in secrets if piece in text])}

    assert {} == told


def test_no_file_of_theirs_names_a_page_or_script_for_trainers(course: Course, site: Path, trainers_site: Path) -> None:
    own = {path.relative_to(trainers_site).as_posix() for path in trainers_site.rglob("*") if path.is_file()}
    names = own - {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    told = {*names, '"trainers/', "course-day", "voor-de-trainer"} - {"trainers/index.html"}  # over/ has such a folder
    named = {
        path.relative_to(site).as_posix(): found
        for path in site.rglob("*")
        if path.is_file()
        if (found := [name for name in told if name.encode() in path.read_bytes().replace(b'href="trainers/', b"")])
    }

    assert {page.html for page in course.pages.values() if page.for_trainers} | {
        "assets/javascripts/day-runner.js"
    } == names
    assert {} == named
    assert not (site / "trainers").exists()


def test_trainers_have_all_that_participants_have(site: Path, trainers_site: Path) -> None:
    pages = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}

    assert set() == pages - {path.relative_to(trainers_site) for path in trainers_site.rglob("*")}


def test_a_hosted_copy_of_theirs_works_without_a_network_too(trainers_site: Path) -> None:
    worker = (trainers_site / "worker.js").read_text(encoding="utf-8")

    assert '"trainers/dag-1.html"' in worker
    assert '"assets/javascripts/day-runner.js"' in worker
