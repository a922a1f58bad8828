"""The course with a fault of nearly every rule: all is told at once, in the order of the files."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from leergang.cli import main
from leergang.diagnostics import Rule
from leergang.strings import load_strings

from .conftest import COURSES, Check, CourseDir

GOLDEN = COURSES / "broken" / "expected.txt"

SCHOOL = "it is about the edition of a school"
ALONE = {
    Rule.JSON_SYNTAX: "without its literature list a course can't say which sources are unknown",
    Rule.INVALID_EXAMPLE: "while a worksheet can't be used, no goal is said to be without practice",
    Rule.UNUSED_WORKSHEET: "while a page can't be read, nothing is said to be unused",
    Rule.UNUSED_REFLECTION: "while a page can't be read, nothing is said to be unused",
    Rule.UNUSED_SOURCE: "while a page can't be read, nothing is said to be unused",
    Rule.UNFIT_LOGO: SCHOOL,
    Rule.LOW_CONTRAST: SCHOOL,
    Rule.DATES_IN_DISORDER: SCHOOL,
    Rule.OTHER_VERSION: SCHOOL,
    Rule.OPEN_CHOICE: SCHOOL,
    Rule.HEAVY_PICTURE: "half a megabyte is too much for a repository",
    Rule.SPELLING: "words are checked only where hunspell is installed",
    Rule.UNKNOWN_BLOCK: SCHOOL,
    Rule.OUTSIDE_BLOCK: SCHOOL,
    Rule.BLOCK_WITHOUT_PAGE: SCHOOL,
    Rule.CHAPTER_CHANGE: SCHOOL,
    Rule.HIDDEN_GOAL: SCHOOL,
    Rule.SYMBOLIC_LINK: SCHOOL,
}
"""Rules whose breach hides another, is hidden by one, or isn't told everywhere; their case is in cases.py only."""


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> str:
    """What `leergang check` says in the folder of that course."""
    monkeypatch.chdir(COURSES / "broken")
    result = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert result.exit_code == 1
    return result.output


def test_the_whole_of_what_is_told(output: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(output, encoding="utf-8")

    assert GOLDEN.read_text(encoding="utf-8").split("\n") == output.split("\n")


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule not in ALONE], ids=lambda rule: rule.value)
def test_every_rule_is_broken_once(rule: Rule, output: str) -> None:
    assert 1 == output.count(f"[{rule.value}]")


def test_problems_are_told_in_the_order_of_files_lines_and_columns(output: str) -> None:
    places = [line.split(": ")[0].rsplit(":", 2) for line in output.split("\n")[:-2]]
    in_order = [(path, int(line), int(column)) for path, line, column in places]

    assert sorted(in_order) == in_order
    assert len(Rule) - len(ALONE) == len(in_order)


def test_the_last_line_counts_what_is_told(output: str) -> None:
    kinds = Counter(line.split(": ")[1].split("[")[0] for line in output.split("\n")[:-2])
    files = {line.split(":")[0] for line in output.split("\n")[:-2]}

    assert (
        f"{kinds['fout']} fouten en {kinds['waarschuwing']} waarschuwingen in {len(files)} bestanden; er is geen pagina "
        "geschreven."
    ) == output.split("\n")[-2]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_is_told_in_the_language_of_the_course(language: str, broken_dir: CourseDir, check: Check) -> None:
    broken_dir.edit("mkdocs.yml", "language: nl", f"language: {language}")
    t = load_strings(language)
    found = Counter(line.split(" ")[1] for line in check(broken_dir))

    assert {
        f"{t(f'diagnostics.{rule.severity.value}')}[{rule.value}]": 1 for rule in Rule if rule not in ALONE
    } == found


def test_the_golden_file_names_no_machine() -> None:
    assert str(Path.home()) not in GOLDEN.read_text(encoding="utf-8")
