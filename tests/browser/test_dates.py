"""Dates as people type them."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .test_answers import PAUSE, TEAMNORMEN, stored

YEAR = date.today().year


def review(page: Page) -> Locator:
    return page.locator("[name=herziening]").first


def stored_review(page: Page) -> str:
    return str(stored(page)["values"]["herziening"]["value"])


@pytest.mark.parametrize(
    ("typed", "iso", "shown"),
    [
        ("3-11", f"{YEAR}-11-03", f"3 november {YEAR}"),
        ("3-11-26", "2026-11-03", "3 november 2026"),
        ("03/11/2026", "2026-11-03", "3 november 2026"),
        ("3.11.2026", "2026-11-03", "3 november 2026"),
        ("3 nov", f"{YEAR}-11-03", f"3 november {YEAR}"),
        ("dinsdag 3 november 2026", "2026-11-03", "3 november 2026"),
        (" 3 NOV '26 ", "2026-11-03", "3 november 2026"),
        ("2026-11-03", "2026-11-03", "3 november 2026"),
        ("29-2-2028", "2028-02-29", "29 februari 2028"),
        ("31-2-2026", "31-2-2026", "31-2-2026"),
        ("3-13-2026", "3-13-2026", "3-13-2026"),
        ("na de herfst", "na de herfst", "na de herfst"),
        ("week 45", "week 45", "week 45"),
        ("1 of 2 mei 2026 of 3 mei", "1 of 2 mei 2026 of 3 mei", "1 of 2 mei 2026 of 3 mei"),
    ],
)
def test_a_date_is_understood_and_anything_else_is_kept(
    page: Page, site: Path, typed: str, iso: str, shown: str
) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    review(page).press_sequentially(typed)
    page.wait_for_timeout(PAUSE)
    assert typed == review(page).input_value(), "nobody is interrupted"
    review(page).blur()
    expect(review(page)).to_have_value(shown)

    assert iso == stored_review(page)
    page.reload()
    expect(review(page)).to_have_value(shown)


def test_a_phone_keeps_its_own_way_to_choose_a_day(browser: Browser, site: Path) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    expect(review(page)).to_have_attribute("type", "date")
    review(page).fill("2026-11-03")
    page.wait_for_timeout(PAUSE)
    assert "2026-11-03" == stored_review(page)

    page.evaluate("leergang.store.write({kind: 'worksheet', id: 'teamnormen', round: 'dag-1'},"
                  " {herziening: {value: 'na de herfst', asked: '', base: '?'}})")  # fmt: skip
    expect(review(page)).to_have_value("na de herfst")
    context.close()
