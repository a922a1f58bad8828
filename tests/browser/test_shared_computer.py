"""A computer that others use too: what is written stays in the window, and nothing that stays elsewhere is kept quiet."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .reader import NORMS, WORKBOOK, WRITTEN, message, open_workbook, remember
from .test_answers import KEY, PAUSE, TEAMNORMEN, irritation, stored


def tick(page: Page) -> Locator:
    return page.get_by_label("Anderen gebruiken deze computer ook")


def summary(page: Page) -> Locator:
    return page.locator("[data-part=summary]")


def set_tick(page: Page, ticked: bool) -> None:
    """The page loads anew, and shows what is kept elsewhere."""
    with page.expect_event("load"):
        tick(page).set_checked(ticked)


def erase_everything(page: Page) -> None:
    page.get_by_role("button", name="Wis antwoorden").click()
    page.get_by_label("alles van deze cursus").check()
    page.get_by_role("button", name="Wis", exact=True).click()


def answers(page: Page) -> Any:
    """The keys of all answers, on the device and in the window."""
    return page.evaluate(
        """() => [localStorage, sessionStorage].map(storage =>
            Object.keys(storage).filter(key => /:(worksheet|reflection):/.test(key)).sort())"""
    )


def test_on_a_shared_computer_answers_stay_in_the_window(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    tick(page).check()
    expect(message(page)).to_contain_text("blijft alleen in dit venster")
    irritation(page).fill("Alleen hier.")
    page.wait_for_timeout(PAUSE)
    assert stored(page) is None

    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    expect(page.locator(".c-answers__status").first).to_contain_text("Gedeelde computer")
    expect(irritation(page)).to_have_value("Alleen hier.")
    irritation(page).fill("Nog steeds.")
    expect(page.locator(".c-answers__status").first).to_contain_text("Bewaard tot je de browser sluit")
    other = page.context.browser.new_context().new_page() if page.context.browser else page
    other.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    expect(irritation(other)).to_have_value("")
    assert stored(page, KEY) is None


def test_whoever_ticks_is_told_what_stays_on_the_device_and_can_erase_it(page: Page, site: Path) -> None:
    remember(page, site.as_uri(), {NORMS: WRITTEN[NORMS]})
    open_workbook(page, site.as_uri())
    set_tick(page, True)

    expect(summary(page)).to_contain_text("Op dit apparaat staan nog antwoorden bij 1 werkblad of vraag")
    expect(summary(page)).not_to_contain_text("Je hebt nog niets ingevuld")
    page.locator("course-reflection[data-id=plg-in-naam] textarea").fill("Vorig jaar.")
    page.wait_for_timeout(PAUSE)
    before = answers(page)
    assert [1, 1] == [len(one) for one in before]

    erase_everything(page)
    expect(message(page)).to_have_text("De antwoorden zijn gewist.")
    expect(summary(page)).to_contain_text("Je hebt nog niets ingevuld")
    assert [[], []] == answers(page)

    page.get_by_role("button", name="Maak dit ongedaan").click()
    expect(summary(page)).to_contain_text("Op dit apparaat staan nog antwoorden")
    assert before == answers(page)
    erase_everything(page)
    set_tick(page, False)
    expect(irritation(page)).to_have_value("")


def test_whoever_takes_the_tick_away_is_told_what_stays_in_the_window(page: Page, site: Path) -> None:
    open_workbook(page, site.as_uri())
    set_tick(page, True)
    irritation(page).fill("Alleen hier.")
    page.wait_for_timeout(PAUSE)
    set_tick(page, False)

    expect(irritation(page)).to_have_value("")
    expect(summary(page)).to_contain_text("In dit venster staan nog antwoorden bij 1 werkblad of vraag")
    set_tick(page, True)
    expect(summary(page)).not_to_contain_text("nog antwoorden")
    expect(irritation(page)).to_have_value("Alleen hier.")
