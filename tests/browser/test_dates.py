"""Dates as people type them: understood where they are dates, and left alone where they are not."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .reader import MORNING, NORMS, remember
from .test_answers import PAUSE, TEAMNORMEN, answer, stored

MONITOR = "tools/werkbladen/monitor.html"


def review(page: Page) -> Locator:
    """The one field of the team's norms that asks for a date."""
    return page.locator("[name=herziening]")


def saved(page: Page) -> Any:
    page.wait_for_timeout(PAUSE)
    return stored(page)["values"]["herziening"]["value"]


@pytest.fixture
def norms(page: Page, site: Path) -> Page:
    page.clock.set_fixed_time(MORNING)
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    return page


@pytest.fixture
def touch(browser: Browser, site: Path) -> Iterator[Page]:
    """A phone, which has a wheel of days instead of keys."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("typed", "iso", "words"),
    [
        ("3-11", "2026-11-03", "3 november 2026"),
        ("3-11-26", "2026-11-03", "3 november 2026"),
        ("3 nov", "2026-11-03", "3 november 2026"),
        ("dinsdag 3 november 2026", "2026-11-03", "3 november 2026"),
        ("2026-11-03", "2026-11-03", "3 november 2026"),
    ],
)
def test_a_date_is_kept_as_one_and_shown_in_words(typed: str, iso: str, words: str, norms: Page) -> None:
    review(norms).click()
    norms.keyboard.type(typed)
    assert iso == saved(norms)
    expect(review(norms)).to_have_value(typed)  # nothing moves under the fingers of whoever types

    norms.keyboard.press("Tab")
    expect(review(norms)).to_have_value(words)
    norms.reload()
    expect(review(norms)).to_have_value(words)
    assert iso == saved(norms)


def test_many_ways_to_write_a_date_are_understood(norms: Page) -> None:
    dates = ["3/11/2026", "03.11.2026", "3 november 2026", "di 3 nov. 2026", " 3  NOV 26 ", "3 nov '26", "2026-11-3"]
    dates += ["3-11-2026", "november 3, 2026"]

    assert ["2026-11-03"] * len(dates) == norms.evaluate("all => all.map(one => leergang.dates.toIso(one))", dates)
    assert "2026-03-08" == norms.evaluate("leergang.dates.toIso('8 mrt 2026')")


@pytest.mark.parametrize(
    ("today", "typed", "iso"),
    [
        ("2026-11-26", "15-1", "2027-01-15"),
        ("2026-11-26", "vrijdag 15 januari", "2027-01-15"),
        ("2026-11-26", "25-11", "2026-11-25"),
        ("2026-11-26", "26-11", "2026-11-26"),
        ("2026-11-26", "1 sep", "2026-09-01"),
        ("2027-01-05", "18 december", "2026-12-18"),
        ("2027-01-05", "1 april", "2027-04-01"),
        ("2027-11-26", "29-2", "2028-02-29"),
        ("2026-11-26", "maandag 25 november", "maandag 25 november"),
        ("2026-11-26", "29-2", "29-2"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_one(today: str, typed: str, iso: str, norms: Page) -> None:
    norms.clock.set_fixed_time(datetime.fromisoformat(f"{today}T09:00"))

    assert iso == norms.evaluate("text => leergang.dates.toIso(text)", typed)


def test_what_says_more_than_a_date_stays_what_it_says(norms: Page) -> None:
    texts = ["voor 3 november", "1 augustus of 3 september", "3 mei 9 uur", "3 mei 15.30 uur", "10 mei of 12 mei"]
    texts += ["week 45", "30 februari", "2026-02-31", "maandag 3 november 2026", "begin november", "3", "3-13-2026", ""]

    assert texts == norms.evaluate("all => all.map(one => leergang.dates.toIso(one))", texts)


@pytest.mark.parametrize("typed", ["na de herfst", "31-2-2026", "2026-02-31", "week 45"])
def test_what_is_no_date_stays_as_it_was_typed(typed: str, norms: Page) -> None:
    review(norms).fill(typed)
    review(norms).blur()
    expect(review(norms)).to_have_value(typed)
    assert typed == saved(norms)

    norms.reload()
    expect(review(norms)).to_have_value(typed)
    review(norms).focus()
    review(norms).blur()
    assert typed == saved(norms)


def test_a_date_in_a_table_is_understood_too(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{MONITOR}")
    page.get_by_role("button", name="Rij erbij").first.click()
    last = page.locator("table[data-rows=free] tbody tr").last.locator("input[name$='.datum']")
    last.fill("3-11-26")
    last.blur()
    expect(last).to_have_value("3 november 2026")
    page.wait_for_timeout(PAUSE)

    kept = page.evaluate("() => leergang.transfer.storedItems()[0].values.bijeenkomsten.value")
    assert {"datum": "2026-11-03"} == kept[-1]
    page.reload()
    expect(last).to_have_value("3 november 2026")


def test_a_phone_keeps_its_own_way_to_choose_a_day(touch: Page, site: Path) -> None:
    remember(touch, site.as_uri(), {NORMS: {"herziening": answer("2026-11-03", "x")}})
    touch.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    expect(review(touch)).to_have_attribute("type", "date")
    expect(review(touch)).to_have_value("2026-11-03")
    review(touch).fill("2026-12-08")
    assert "2026-12-08" == saved(touch)

    touch.goto(f"{site.as_uri()}/{MONITOR}")
    for control in touch.locator("input[name$='.datum']").all():
        expect(control).to_have_attribute("type", "date")


@pytest.mark.parametrize("typed", ["na de herfst", "2026-02-31"])
def test_a_phone_shows_what_was_typed_elsewhere_for_a_date(typed: str, touch: Page, site: Path) -> None:
    remember(touch, site.as_uri(), {NORMS: {"herziening": answer(typed, "x")}})
    touch.goto(f"{site.as_uri()}/{TEAMNORMEN}")

    expect(review(touch)).to_have_value(typed)
