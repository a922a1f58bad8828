"""Pages that another process reads: the same as those that one reads for oneself, and no loss where that one fails."""

import subprocess
import sys

import pytest

from ..conftest import CourseDir

SCRIPT = """
import os, signal, sys
from pathlib import Path

from leergang.diagnostics import Report, render_text
from leergang.model import load_course
from leergang.pages.ahead import PagesAhead
from leergang.settings import GLOSSARY, load_settings
from leergang.strings import load_strings

settings = load_settings(Path("mkdocs.yml"))
strings = load_strings(settings.language)
ahead = PagesAhead(settings.files("*.md"), settings.file(GLOSSARY), settings.delimiters, strings)
if sys.argv[1] == "killed":
    os.kill(ahead._process, signal.SIGKILL)
readings = ahead.read()
assert bool(readings.pages) == (sys.argv[1] == "whole"), sys.argv
ahead.read = lambda: readings
reports = Report(strings), Report(strings)
one, other = load_course(settings, reports[0], ahead), load_course(settings, reports[1])
assert one.pages == other.pages
assert all(one.pages[uri].outline == page.outline for uri, page in other.pages.items())
assert render_text(reports[0]) == render_text(reports[1])
assert all(one.prose(uri) == other.prose(uri) for uri in other.pages)
kept = sum(one.prose(uri) is prose for uri, prose in readings.prose.items())
print(kept, len(readings.pages), len(one.pages), len(reports[0].diagnostics()))
"""


def run(case: str) -> list[int]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, case], capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return [int(count) for count in done.stdout.split()]


def test_pages_read_ahead_are_the_same_and_so_is_what_is_wrong_with_them(broken_dir: CourseDir) -> None:
    _, read, pages, faults = run("whole")

    assert read > pages > 10  # some can't be used, which is told
    assert faults > 20


@pytest.mark.usefixtures("showcase_dir")
def test_a_process_that_dies_takes_nothing_with_it() -> None:
    kept, read, pages, _ = run("killed")

    assert kept == read == 0
    assert pages > 10


@pytest.mark.usefixtures("showcase_dir")
def test_the_words_of_pages_are_read_once() -> None:
    kept, read, pages, _ = run("whole")

    assert kept == read == pages


def test_the_words_of_pages_are_read_again_where_a_term_can_not_be_used(showcase_dir: CourseDir) -> None:
    showcase_dir.edit("docs/tools/begrippen.yml", "  term: gluten\n", "  term: gluten\n  kleur: grijs\n")
    kept, read, *_ = run("whole")

    assert kept == 0 < read
