"""What someone sees who opens the site on a phone, a laptop, or without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = """index essenties programma doelen fouten mijn-werkboek modules/structureren/index
modules/structureren/focus-op-leren modules/veranderkunde/consensus-en-conflicten tools/index
tools/werkbladen/startfoto tools/werkbladen/data-zonder-angst tools/reflectievragen tools/begrippen tools/literatuur
over/trainers/index over/trainers/macros over/trainers/velden over/meldingen""".split()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_on_a_phone(phone: Page, site: Path, name: str) -> None:
    phone.goto(f"{site.as_uri()}/{name}.html")

    assert 360 == phone.evaluate("document.documentElement.scrollWidth")


def test_the_logo_leads_home(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/werkbladen/teamnormen.html")
    page.locator("header a.md-logo").click()

    expect(page.locator("h1")).to_have_text("Leiding geven aan een PLG")
    assert page.url.endswith("/index.html")


def test_a_term_explains_itself_when_it_has_the_focus(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/modules/structureren/focus-op-leren.html")
    term = page.locator(".c-term", has_text="beheersingsnorm").first
    explanation = term.locator("[role=tooltip]")
    expect(explanation).to_be_hidden()

    term.locator("a").focus()

    expect(explanation).to_be_visible()
    expect(explanation).to_contain_text("leerling")


def test_a_citation_leads_to_its_source_and_the_chapters_list_leads_back(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/modules/structureren/focus-op-leren.html")
    citation = page.locator("a.c-citation").first
    expect(citation).to_have_text("(DuFour, 2004)")

    citation.click()
    expect(page.locator("li:target")).to_contain_text("Educational Leadership")
    page.go_back()
    page.get_by_label("Terug naar aanhaling 2").first.click()

    expect(page.locator("a.c-citation:target")).to_have_text("(DuFour, 2004)")


def test_colours_follow_the_readers_system_and_their_choice(browser: Browser, site: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    page.get_by_title("Naar lichte kleuren").click()
    page.reload()

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_without_javascript_everything_can_be_read_and_filled_in(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/modules/structureren/tijd-en-middelen.html")

    expect(page.get_by_role("heading", name="Kernpunten")).to_be_visible()
    page.get_by_label("Gevolgen voor leerlingen").fill("Geen les minder.")

    expect(page.get_by_label("Gevolgen voor leerlingen")).to_have_value("Geen les minder.")
    context.close()
