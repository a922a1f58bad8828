"""Where a reader was and what was read: remembered on this device, and forgotten on request."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .reader import everything, open_workbook
from .test_answers import COURSE

KEY = f"leergang:{COURSE}:settings:reading"
CHAPTER = "modules/structureren/focus-op-leren.html"
TITLE = "Focus op het leren van leerlingen"
HEADING = "Waar de drie vragen vandaan komen"
READ = "2026-01-05T10:00:00.000Z"


def kept(page: Page) -> Any:
    return json.loads(everything(page).get(KEY) or "null")


def keep(page: Page, site: Path, value: str) -> None:
    page.goto(f"{site.as_uri()}/assets/javascripts/records.js")
    page.evaluate("pair => localStorage.setItem(...pair)", [KEY, value])


def read_up_to_a_heading(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    page.get_by_role("heading", name=HEADING).evaluate("heading => heading.scrollIntoView()")


def resume(page: Page) -> Locator:
    """What leads on from where the reader was, as far as it is shown."""
    return page.locator("[data-part=resume]:visible")


def assert_nothing_known(page: Page) -> None:
    expect(resume(page)).to_have_count(0)
    expect(page.locator(".c-path__state")).to_have_count(0)


def all_chapters(page: Page, moment: str) -> list[str]:
    """The chapters of a moment, as the programme has them."""
    items = page.locator(f".c-programme__moment:has(> #{moment}) li[data-kind=chapter]")
    found: list[str] = items.evaluate_all("items => items.map(item => item.dataset.step)")
    return found


@pytest.mark.parametrize(("name", "place"), [("index.html", ".c-cover"), ("programma.html", ".c-programme__resume")])
def test_home_and_programme_lead_to_where_the_reader_was(name: str, place: str, page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{name}")
    expect(resume(page)).to_have_count(0)
    read_up_to_a_heading(page, site)
    page.goto(f"{site.as_uri()}/{name}")

    expect(resume(page)).to_have_count(1)
    link = page.locator(place).locator("a:visible").last
    expect(link).to_have_text(f"{TITLE}, {HEADING}")
    link.click()
    expect(page).to_have_title(f"{TITLE} - Leiding geven aan een PLG")
    expect(page.get_by_role("heading", name=HEADING)).to_be_in_viewport()


def test_a_programme_in_parts_has_one_switch(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/programma.html")

    expect(page.get_by_role("checkbox", name="Onthoud op dit apparaat waar ik was en wat ik las")).to_have_count(1)


def test_a_chapter_is_read_only_after_its_end_was_in_sight(page: Page, site: Path) -> None:
    read_up_to_a_heading(page, site)
    page.goto(f"{site.as_uri()}/index.html")
    item = page.locator("li[data-step='structureren/focus-op-leren']")
    expect(resume(page)).to_have_count(1)
    expect(item).not_to_contain_text("gelezen")

    page.goto(f"{site.as_uri()}/{CHAPTER}")
    expect(page.locator(".c-header course-reading")).to_be_hidden()
    page.locator(".c-keypoints").scroll_into_view_if_needed()
    expect(page.locator(".c-header course-reading")).to_have_text("· gelezen")
    page.goto(f"{site.as_uri()}/index.html")

    expect(item).to_contain_text("gelezen")


def test_the_switch_forgets_everything_and_on_again_starts_afresh(page: Page, site: Path) -> None:
    keep(page, site, json.dumps({"read": {"structureren/focus-op-leren": READ}}))
    read_up_to_a_heading(page, site)
    expect(page.locator(".c-header course-reading")).to_have_text("· gelezen")
    page.goto(f"{site.as_uri()}/index.html")
    switch = page.get_by_label("Onthoud op dit apparaat waar ik was en wat ik las")
    expect(switch).to_be_checked()
    expect(resume(page)).to_have_count(1)
    switch.uncheck()

    assert_nothing_known(page)
    assert "off" == everything(page)[KEY]
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    page.locator(".c-keypoints").scroll_into_view_if_needed()
    expect(page.locator(".c-header course-reading")).to_be_hidden()
    page.goto(f"{site.as_uri()}/index.html")
    expect(switch).not_to_be_checked()
    assert_nothing_known(page)
    assert "off" == everything(page)[KEY]

    switch.check()
    assert_nothing_known(page)
    read_up_to_a_heading(page, site)
    page.goto(f"{site.as_uri()}/index.html")
    expect(resume(page)).to_contain_text(HEADING)
    expect(page.locator(".c-path__state")).to_have_count(0)


def test_whoever_erases_everything_erases_this_too(page: Page, site: Path) -> None:
    keep(page, site, json.dumps({"read": {"structureren/focus-op-leren": READ}}))
    erase_everything(page, site)

    assert KEY not in everything(page)
    page.get_by_role("button", name="Maak dit ongedaan").click()
    assert {"structureren/focus-op-leren": READ} == kept(page)["read"]


def erase_everything(page: Page, site: Path) -> None:
    open_workbook(page, site.as_uri())
    page.get_by_role("button", name="Wis antwoorden").click()
    page.get_by_role("button", name="Wis", exact=True).click()


def test_whoever_had_it_off_has_it_off_after_erasing_everything(page: Page, site: Path) -> None:
    keep(page, site, "off")
    erase_everything(page, site)
    page.goto(f"{site.as_uri()}/index.html")

    expect(page.get_by_label("Onthoud op dit apparaat waar ik was en wat ik las")).not_to_be_checked()
    assert "off" == everything(page)[KEY]


def test_a_chapter_that_was_open_while_everything_was_erased_is_noted_only_when_it_is_read_on(
    page: Page, context: BrowserContext, site: Path
) -> None:
    chapter = context.new_page()
    read_up_to_a_heading(chapter, site)
    chapter.wait_for_function("key => key in localStorage", arg=KEY)
    erase_everything(page, site)
    chapter.wait_for_function("key => !(key in localStorage)", arg=KEY)
    chapter.goto(f"{site.as_uri()}/over/privacy.html")
    assert KEY not in everything(page)

    read_up_to_a_heading(chapter, site)
    chapter.wait_for_function("key => key in localStorage", arg=KEY)
    erase_everything(page, site)
    chapter.wait_for_function("key => !(key in localStorage)", arg=KEY)
    chapter.get_by_role("heading", name=TITLE).scroll_into_view_if_needed()
    chapter.wait_for_function("key => key in localStorage", arg=KEY)
    chapter.goto(f"{site.as_uri()}/index.html")
    expect(resume(chapter)).to_have_count(1)


DAMAGE = ["{", "null", "[]", "7", '"read"', '{"last":7,"read":7}', '{"last":{"chapter":7},"read":null}']


@pytest.mark.parametrize("damage", [*DAMAGE, '{"last":{"chapter":"weg/gegaan"},"read":["x"]}'])
def test_a_damaged_note_of_reading_is_no_hindrance(damage: str, page: Page, site: Path) -> None:
    keep(page, site, damage)
    page.goto(f"{site.as_uri()}/index.html")
    expect(page.get_by_label("Onthoud op dit apparaat waar ik was en wat ik las")).to_be_checked()
    assert_nothing_known(page)

    page.goto(f"{site.as_uri()}/{CHAPTER}")
    page.locator(".c-keypoints").scroll_into_view_if_needed()

    expect(page.locator(".c-header course-reading")).to_have_text("· gelezen")
    assert "structureren/focus-op-leren" in kept(page)["read"]


def test_what_was_noted_never_becomes_html(page: Page, site: Path) -> None:
    bait = '<img src=x onerror="document.title=1">'
    last = {"chapter": "structureren/focus-op-leren", "anchor": f'"{bait}', "heading": bait}
    keep(page, site, json.dumps({"last": last, "read": {}}))
    page.goto(f"{site.as_uri()}/index.html")

    expect(resume(page)).to_contain_text(bait)
    expect(page.locator("[data-part=resume] img")).to_have_count(0)
