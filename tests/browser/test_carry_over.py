"""Answers that were given under an earlier id, of a worksheet, a field and a prompt."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..conftest import Built
from .test_answers import answer, store, stored

PREFIX = "leergang:brood-bakken"
OLD, NEW = f"{PREFIX}:worksheet:deeglijst:les-1", f"{PREFIX}:worksheet:deegplan:les-1"


@pytest.fixture
def baking(page: Page, built: Callable[..., Built]) -> str:
    """The address of a course with earlier ids, open in the browser."""
    address = built("showcase").path.as_uri()
    page.goto(f"{address}/index.html")
    return address


def test_a_worksheet_brings_its_answers_along(page: Page, baking: str) -> None:
    store(page, {"naam": answer("Maandagbrood", "Hoe noem je je brood?")}, OLD)
    page.goto(f"{baking}/tools/werkbladen/deegplan.html")

    expect(page.locator("[name=naam]").first).to_have_value("Maandagbrood")
    assert stored(page, OLD) is None
    assert "Maandagbrood" == stored(page, NEW)["values"]["naam"]["value"]


def test_of_two_answers_the_newest_is_shown_and_the_other_kept(page: Page, baking: str) -> None:
    store(page, {"naam": answer("Oud", "?", "2026-02-01T10:00:00Z"), "reden": answer("Buren", "?")}, OLD)
    store(page, {"naam": answer("Nieuw", "?", "2026-01-01T10:00:00Z")}, NEW)
    page.goto(f"{baking}/tools/werkbladen/deegplan.html")

    expect(page.locator("[name=naam]").first).to_have_value("Oud")
    expect(page.locator("[name=reden]").first).to_have_value("Buren")
    expect(page.locator("[data-field=naam] .c-answers__notice").last).to_contain_text("Nieuw")


def test_a_field_brings_its_answer_along(page: Page, baking: str) -> None:
    key = f"{PREFIX}:worksheet:bakdagboek:2026-01-10"
    store(page, {"verslag": answer("Prima.", "Hoe ging het?")}, key)
    page.goto(f"{baking}/tools/werkbladen/bakdagboek.html")

    expect(page.locator("[name=verloop]").first).to_have_value("Prima.")
    assert ["verloop"] == list(stored(page, key)["values"])


def test_a_prompt_brings_its_answer_along(page: Page, baking: str) -> None:
    store(page, {"wachten": answer("Bij het rijzen.", "?")}, f"{PREFIX}:reflection:wachten:les-1")
    page.goto(f"{baking}/werkboek.html")

    expect(page.locator("course-reflection[data-id=geduld][data-moment=les-1] textarea")).to_have_value(
        "Bij het rijzen."
    )
    assert ["geduld"] == list(stored(page, f"{PREFIX}:reflection:geduld:les-1")["values"])
    assert stored(page, f"{PREFIX}:reflection:wachten:les-1") is None
