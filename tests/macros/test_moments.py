"""The moment that a worksheet or prompt is asked at: the author's choice, else the chapter's own, else its first."""

from collections.abc import Callable

import pytest

from ..conftest import Built

Asked = list[tuple[str, str]]


def asked(built: Callable[..., Built], page: str, tag: str) -> Asked:
    return [
        (found.attributes["data-id"], found.attributes["data-moment"])
        for found in built("showcase").page(page).all(tag)
    ]


def test_the_authors_choice_goes_before_the_chapters_own(built: Callable[..., Built]) -> None:
    assert [("deegplan", "les-1"), ("deegplan", "les-2")] == asked(
        built, "modules/deeg/kneden.html", "course-worksheet"
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("modules/deeg/rijzen.html", [("bakdagboek", "les-1")]),
        ("modules/oven/bakken.html", [("bakschema", "les-2")]),
        ("tools/werkbladen/deegplan.html", [("deegplan", "les-1")]),
    ],
)
def test_else_it_is_that_of_the_chapter_or_the_first(page: str, expected: Asked, built: Callable[..., Built]) -> None:
    assert expected == asked(built, page, "course-worksheet")


def test_a_prompt_that_is_not_of_the_chapters_moment_is_asked_at_its_own_first(built: Callable[..., Built]) -> None:
    assert [("eerste-brood", "vooraf"), ("geduld", "les-1")] == asked(
        built, "modules/deeg/kneden.html", "course-reflection"
    )


def test_the_workbook_asks_everything_at_each_of_its_moments(built: Callable[..., Built]) -> None:
    assert [
        ("deegplan", "les-1"), ("bakdagboek", "les-1"), ("deegplan", "les-2"), ("bakschema", "les-2"), ("bakdagboek", "later"),
    ] == asked(built, "werkboek.html", "course-worksheet")  # fmt: skip
    assert [("eerste-brood", "vooraf"), ("geduld", "les-1"), ("geduld", "later")] == asked(
        built, "werkboek.html", "course-reflection"
    )
