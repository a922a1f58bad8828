"""What pandoc can't make sense of is told."""

from collections.abc import Callable

import pytest

from leergang.macros.bibliography import Bibliography

from ..conftest import CourseDir

BRONNEN = "docs/tools/literatuur.json"
BOOK = {"id": "een", "type": "book", "title": "Een boek"}


def test_an_error_of_pandoc_is_told_in_its_own_words() -> None:
    found = Bibliography([{**BOOK, "issued": {"date-parts": [["maart"]]}}], [], "nl")

    with pytest.raises(RuntimeError, match=r"^pandoc: Error reading bibliography file items\.json:\n.*not a number$"):
        _ = found.entries


def test_a_citation_that_pandoc_cannot_place_is_told() -> None:
    found = Bibliography([BOOK], [("twee", "")], "nl")

    with pytest.raises(RuntimeError, match=r"^pandoc: \[WARNING\] Citeproc: citation twee not found$"):
        found.citation("twee")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[2016, 3, 9]]", '[["maart 2016"]]'),
        ("[[2016, 3, 9]]", '[["2016-03-09"]]'),
        ("[[2016, 3, 9]]", "[[20160309201603092016]]"),
        ('"12"', "99999999999999999999999"),
    ],
    ids=["words", "a day", "a long number", "a long volume"],
)
def test_a_value_that_pandoc_cannot_read_is_told_where_it_stands(
    old: str, new: str, showcase_dir: CourseDir, check: Callable[[CourseDir], list[str]]
) -> None:
    showcase_dir.edit(BRONNEN, old, new)
    line = 1 + showcase_dir.read(BRONNEN).partition(new)[0].count("\n")

    assert [(f"{BRONNEN}:{line}", "fout[verkeerd-type]")] == [
        (":".join(found.split(":")[:2]), found.split()[1]) for found in check(showcase_dir)
    ]
