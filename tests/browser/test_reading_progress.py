"""Where a reader was: remembered on this device, and not when they would rather not."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .test_answers import COURSE

CHAPTER = "modules/structureren/focus-op-leren.html"
KEY = f"leergang:{COURSE}:settings:reading"
REMEMBER = "Onthoud op dit apparaat waar ik was en wat ik las"


def read_to_the_end(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    page.locator(".c-keypoints").scroll_into_view_if_needed()
    expect(page.locator("course-reading")).to_have_text("· gelezen")


@pytest.mark.parametrize("start", ["index.html", "programma.html"])
def test_a_reader_goes_on_where_they_were(page: Page, site: Path, start: str) -> None:
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    heading = page.locator("article h2").nth(2)
    heading.evaluate("element => element.scrollIntoView()")
    name = heading.evaluate("element => element.firstChild.textContent.trim()")
    page.goto(f"{site.as_uri()}/{start}")
    link = page.locator("[data-part=resume]:visible a")

    expect(link).to_have_text(f"Focus op het leren van leerlingen, {name}")
    link.click()
    expect(page.locator("article h2").nth(2)).to_be_in_viewport()


def test_a_chapter_is_read_when_its_end_was_in_sight(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/programma.html")
    label = page.locator("#dag-1 .c-programme__label").first
    expect(label).to_have_text("Lezen")
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    page.wait_for_timeout(200)
    expect(page.locator("course-reading")).to_be_hidden()
    read_to_the_end(page, site)

    page.goto(f"{site.as_uri()}/programma.html")
    chapter = page.locator(f"#dag-1 li[data-chapter='{CHAPTER[8:-5]}']")
    expect(chapter).to_contain_text("gelezen")
    minutes = page.locator("#dag-1 li[data-minutes]").evaluate_all("all => all.map(one => +one.dataset.minutes)")
    expect(label).to_have_text(f"Lezen (nog {sum(minutes[1:])} minuten)")


def test_one_switch_turns_it_off_and_forgets(page: Page, site: Path) -> None:
    read_to_the_end(page, site)
    page.goto(f"{site.as_uri()}/programma.html")
    page.get_by_label(REMEMBER).uncheck()
    expect(page.get_by_text("· gelezen")).to_have_count(0)
    expect(page.locator("[data-part=resume]")).to_be_hidden()

    page.goto(f"{site.as_uri()}/{CHAPTER}")
    page.locator(".c-keypoints").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    assert "off" == page.evaluate("key => localStorage.getItem(key)", KEY)
    page.goto(f"{site.as_uri()}/programma.html")
    page.get_by_label(REMEMBER).check()
    expect(page.get_by_text("· gelezen")).to_have_count(0)


def test_erasing_everything_erases_this_too(page: Page, site: Path) -> None:
    read_to_the_end(page, site)
    page.goto(f"{site.as_uri()}/mijn-werkboek.html")
    page.get_by_role("button", name="Wis antwoorden").click()
    page.get_by_role("button", name="Wis", exact=True).click()

    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


@pytest.mark.parametrize("damaged", ["{kapot", "null", "[]", '{"last": 3, "read": 4}', '{"read": {"a": {}}}'])
def test_a_damaged_value_harms_nothing(page: Page, site: Path, damaged: str) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("pair => localStorage.setItem(...pair)", [KEY, damaged])
    page.goto(f"{site.as_uri()}/programma.html")
    expect(page.get_by_label(REMEMBER)).to_be_checked()

    read_to_the_end(page, site)
