"""The generator and its tests know nothing of the course that docs/ holds."""

import re
from pathlib import Path

from .projects import ROOT

SUBJECT = """plg plg's dufour leergemeenschap leergemeenschappen verbiest leerteam teamnormen team-normen team-norms startfoto tijdpuzzel zorgenpeiler
verandercheck leiderschapsverhaal samenwerkingsladder vervolgplan leerkracht leerkrachten schoolleider schoolleiders
teacher-leader leiderschap veranderkunde structureren samenleercultuur beheersingsnorm reflectievragenlijst""".split()
"""Words that a course about something else has no use for."""

IDS = {
    path.stem
    for folder in ("modules", "tools/werkbladen")
    for path in (ROOT / "docs" / folder).rglob("*.md")
    if "-" in path.stem or len(path.stem) > 10
}
"""Ids of chapters and worksheets that say something by themselves."""

OF_THE_COURSE = {"test_real_course.py", "test_generic.py", "test_new.py", "test_rename.py"}
"""Tests that try things on the course of docs/ too."""


def searched() -> list[Path]:
    """Every text of the generator and its tests, but for those of the real course itself."""
    files = [path for folder in ("hooks", "overrides", "tests") for path in sorted((ROOT / folder).rglob("*"))]
    passed_over = {"__pycache__", "vendor", "tests/engine", "tests/browser"}
    return [
        path
        for path in files
        if path.is_file()
        and path.suffix in (".py", ".html", ".yml", ".css", ".js", ".md", ".json", ".txt", ".svg")
        and path.name not in OF_THE_COURSE
        and not any(part in path.as_posix() for part in passed_over)
    ]


def test_no_word_of_the_course_is_in_the_generator() -> None:
    words = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted({*SUBJECT, *IDS})))})(?![\w-])", re.IGNORECASE)
    found = [
        (path.relative_to(ROOT).as_posix(), word)
        for path in searched()
        for word in words.findall(path.read_bytes().decode("utf-8", "replace"))
    ]

    assert [] == found


def test_there_are_texts_and_words_to_look_for() -> None:
    assert len(searched()) > 100
    assert len(IDS) > 20
