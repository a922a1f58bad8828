"""The workbook is there at once: its many forms are made where a reader comes, and all before they are needed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import Built, CourseDir
from .paper import print_page
from .reader import WORKBOOK, stop_the_clock

LAST = "course-worksheet[data-id=vervolgplan][data-moment=na]"
FIELD = "worksheet--vervolgplan~2--coachvraag"
HELD = "noscript[data-form]"


@pytest.fixture
def workbook(page: Page, site: Path) -> Page:
    """The workbook as it is before anybody touches it, where time stands still."""
    stop_the_clock(page)
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    return page


def test_a_form_is_made_when_a_reader_comes_near_and_all_when_nobody_does(workbook: Page) -> None:
    first, last = workbook.locator("course-worksheet form").first, workbook.locator(f"{LAST} form")
    assert 0 == last.count()
    workbook.locator("course-worksheet").first.evaluate("one => one.scrollIntoView()")
    expect(first).to_be_visible()

    workbook.clock.run_for(5000)
    expect(workbook.locator(HELD)).to_have_count(0)
    expect(last.locator(".c-answers__status")).to_have_count(1)


def test_the_first_touch_makes_the_rest(workbook: Page) -> None:
    workbook.keyboard.press("Control")
    workbook.clock.run_for(1000)

    expect(workbook.locator(HELD)).to_have_count(0)


def test_a_form_that_is_made_later_shows_what_was_written(workbook: Page, site: Path) -> None:
    workbook.keyboard.press("Control")
    workbook.clock.run_for(1000)
    question = workbook.locator(f"{LAST} [name=coachvraag]")
    question.fill("Hoe houd ik vol?")
    workbook.clock.run_for(1000)
    workbook.goto(f"{site.as_uri()}/{WORKBOOK}")
    assert 0 == question.count()
    workbook.locator(LAST).evaluate("one => one.scrollIntoView()")

    expect(question).to_have_value("Hoe houd ik vol?")


def test_paper_has_them_all(workbook: Page) -> None:
    asked = workbook.locator(HELD).evaluate_all("all => all.map(one => one.parentElement.dataset.id)")
    assert 10 < len(asked)
    print_page(workbook)

    expect(workbook.locator(HELD)).to_have_count(0)


def test_an_address_leads_to_a_question_in_a_form(page: Page, site: Path) -> None:
    stop_the_clock(page)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.as_uri()}/{WORKBOOK}#{FIELD}")

    expect(page.locator(f"[id='{FIELD}']")).to_be_in_viewport()


def test_a_link_in_the_page_leads_to_its_worksheet(workbook: Page) -> None:
    workbook.get_by_label("Inhoudsopgave").get_by_role("link", name="Na de training").first.click()
    title = workbook.locator("h2#na")
    expect(title).to_be_in_viewport()
    workbook.clock.run_for(5000)

    expect(title).to_be_in_viewport()


def test_what_an_author_writes_is_text_in_a_form_that_is_made_later(
    page: Page, showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    asked = '</noscript><img src="x" onerror="window.ran = 1"> & Hoe?'
    showcase_dir.edit("docs/tools/werkbladen/deegplan.md", "label: Hoe noem je je brood?", f"label: '{asked}'")
    page.goto(f"{build(showcase_dir).path.as_uri()}/werkboek.html")
    page.evaluate("leergang.later.makeAll()")

    expect(page.locator("[data-id=deegplan] [data-field=naam] [data-question]").first).to_have_text(asked)
    assert page.evaluate("window.ran") is None
    assert 0 == page.locator("article img[src=x]").count()


def test_without_scripts_every_form_is_there(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{WORKBOOK}")

        expect(page.locator(f"{LAST} [name=coachvraag]")).to_be_visible()
