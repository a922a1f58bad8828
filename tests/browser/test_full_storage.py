"""A browser whose storage is full: nobody leaves what is only on the page without being asked, and nothing is made up."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from .test_answers import ASKED, FILL_UP, FREE, PAUSE, TEAMNORMEN, answer, irritation, status, store, stored

FIRST, THEN = "Dit stond er al.", " En dit is erbij gekomen, en het past niet meer."


@pytest.fixture
def full(page: Page, site: Path) -> Page:
    """A worksheet in which an answer was saved and went on, where there is no room for more."""
    page.goto(f"{site.as_uri()}/index.html")
    store(page, {"ergernis": answer(FIRST, ASKED)})
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    page.evaluate(FILL_UP)
    irritation(page).press("End")
    for part in (THEN, THEN):
        irritation(page).press_sequentially(part)
        page.wait_for_timeout(PAUSE)
    expect(status(page)).to_contain_text("Niet bewaard")
    return page


def asked_before(page: Page, address: str) -> list[str]:
    """What the browser asks when the reader goes elsewhere, and goes anyway."""
    found: list[str] = []

    def go(dialog: Dialog) -> None:
        found.append(dialog.type)
        dialog.accept()

    page.on("dialog", go)
    page.goto(address)
    page.remove_listener("dialog", go)
    return found


def test_whoever_leaves_what_is_not_saved_is_asked_first(full: Page, site: Path) -> None:
    assert ["beforeunload"] == asked_before(full, f"{site.as_uri()}/index.html")


def test_whoever_leaves_what_is_saved_after_all_is_not_asked(full: Page, site: Path) -> None:
    full.evaluate(FREE)
    expect(status(full)).to_contain_text("Bewaard op dit apparaat")

    assert [] == asked_before(full, f"{site.as_uri()}/index.html")
    assert FIRST + THEN + THEN == stored(full)["values"]["ergernis"]["value"]


def test_what_is_saved_once_there_is_room_brings_no_other_text(full: Page) -> None:
    full.evaluate(FREE)
    expect(status(full)).to_contain_text("Bewaard op dit apparaat")

    expect(full.locator(".c-answers__notice")).to_have_count(0)
    assert "kept" not in stored(full)["values"]["ergernis"]


def test_what_another_tab_writes_meanwhile_stays_as_well(full: Page, context: BrowserContext, site: Path) -> None:
    other = context.new_page()
    other.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    expect(irritation(other)).to_have_value(FIRST)
    other.locator("[name=gesprek-openen]").fill("De voorzitter")
    other.evaluate(FREE)
    other.evaluate("() => dispatchEvent(new Event('pagehide'))")

    expect(full.locator("[name=gesprek-openen]")).to_have_value("De voorzitter")
    expect(status(full)).to_contain_text("Bewaard op dit apparaat")
    expect(irritation(other)).to_have_value(FIRST + THEN + THEN)
    expect(other.locator("[name=gesprek-openen]")).to_have_value("De voorzitter")
    for tab in (full, other):
        expect(tab.locator(".c-answers__notice")).to_have_count(0)
    found = stored(full)["values"]
    assert ("De voorzitter", FIRST + THEN + THEN) == (found["gesprek-openen"]["value"], found["ergernis"]["value"])
