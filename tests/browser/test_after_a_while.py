"""What time and a newer course do to answers: a month that is over stays, and so does what has no place any more."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .reader import remember
from .test_answers import COURSE, PAUSE, answer, stored

MONITOR = "tools/werkbladen/monitor.html"
NOVEMBER, DECEMBER = datetime(2026, 11, 26, 10), datetime(2026, 12, 20, 10)
WOKEN = {
    "shown again": "() => document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))",
    "come back to": "() => dispatchEvent(new Event('focus'))",
    "gone back to": "() => dispatchEvent(new Event('pageshow'))",
    "filled in": "() => document.querySelector('[name=belemmering]').focus()",
}


def obstacle(page: Page) -> Locator:
    return page.locator("[name=belemmering]")


def month(page: Page, day: str) -> Any:
    return stored(page, f"leergang:{COURSE}:worksheet:monitor:{day}")


def write(page: Page, text: str) -> None:
    obstacle(page).fill(text)
    page.evaluate("() => dispatchEvent(new Event('pagehide'))")


@pytest.mark.parametrize("how", WOKEN)
def test_a_worksheet_for_every_month_that_was_left_open_offers_the_new_month(how: str, page: Page, site: Path) -> None:
    page.clock.install(time=NOVEMBER)
    page.goto(f"{site.as_uri()}/{MONITOR}")
    write(page, "Het rooster")
    page.locator("h1").click()
    again = page.get_by_role("button", name="Opnieuw invullen")
    expect(again).to_be_hidden()

    page.clock.set_system_time(DECEMBER)
    page.evaluate("() => document.activeElement.blur()")
    page.evaluate(WOKEN[how])
    again.click()
    expect(obstacle(page)).to_have_value("")
    write(page, "Ziekte")

    assert "Het rooster" == month(page, "2026-11-26")["values"]["belemmering"]["value"]
    assert "Ziekte" == month(page, "2026-12-20")["values"]["belemmering"]["value"]


def test_what_was_opened_earlier_is_filled_in_on_the_day_itself(page: Page, site: Path) -> None:
    page.clock.install(time=NOVEMBER)
    page.goto(f"{site.as_uri()}/{MONITOR}")
    page.clock.set_system_time(DECEMBER)
    obstacle(page).focus()
    write(page, "Ziekte")

    assert month(page, "2026-11-26") is None
    assert "Ziekte" == month(page, "2026-12-20")["values"]["belemmering"]["value"]


MEETINGS = [
    {"datum": "2026-11-03", "vraag": "hoe-weten", "sfeer": "Heel open"},
    *({"product": f"Keer {n}"} for n in range(2, 11)),
]
"""A column that the course has no more, and more rows than it shows."""


def test_what_a_newer_course_has_no_place_for_is_kept_beside_the_first_change(page: Page, site: Path) -> None:
    before = {
        "bijeenkomsten": answer(MEETINGS, "Onze bijeenkomsten van de afgelopen maand"),
        "samenwerking": answer("Het ging steeds beter.", "Hoe ging het samenwerken?"),
        "belemmering": answer("Het rooster", "Onze grootste belemmering"),
    }
    remember(page, site.as_uri(), {"worksheet:monitor:2026-11-01": before})
    page.goto(f"{site.as_uri()}/{MONITOR}")
    obstacle(page).fill("Ziekte")
    page.locator("[data-field=bijeenkomsten] tbody tr").nth(1).locator("textarea, input[type=text]").last.fill("Nieuw.")
    page.locator("[data-field=samenwerking] input").nth(2).check()
    page.wait_for_timeout(PAUSE)

    found = month(page, "2026-11-01")["values"]
    assert [MEETINGS] == [one["value"] for one in found["bijeenkomsten"]["kept"]]
    assert ["Het ging steeds beter."] == [one["value"] for one in found["samenwerking"]["kept"]]
    assert "kept" not in found["belemmering"]
    for field, text in (("bijeenkomsten", "Heel open"), ("bijeenkomsten", "Keer 10"), ("samenwerking", "steeds beter")):
        notice = page.locator(f"[data-field={field}] .c-answers__notice", has_text="niet alles")
        expect(notice).to_contain_text(text)
    page.locator("[data-field=samenwerking] input").nth(3).check()
    page.wait_for_timeout(PAUSE)
    assert 1 == len(month(page, "2026-11-01")["values"]["samenwerking"]["kept"])
