"""What pandoc can't make sense of is told."""

import pytest

from leergang.macros.bibliography import Bibliography

BOOK = {"id": "een", "type": "book", "title": "Een boek"}


def test_an_error_of_pandoc_is_told_in_its_own_words() -> None:
    found = Bibliography([{**BOOK, "issued": {"date-parts": [["maart"]]}}], [], "nl")

    with pytest.raises(RuntimeError, match=r"^pandoc: Error reading bibliography file items\.json:\n.*not a number$"):
        _ = found.entries


def test_a_citation_that_pandoc_cannot_place_is_told() -> None:
    found = Bibliography([BOOK], [("twee", "")], "nl")

    with pytest.raises(RuntimeError, match=r"^pandoc: \[WARNING\] Citeproc: citation twee not found$"):
        found.citation("twee")
