"""A reader at each server: pages, search, the workbook, an address that doesn't exist, without a network, in a frame."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import serve
from ..offline.steps import KEPT, UNTIL
from ..tabs import FORBID_STORAGE
from ..test_answers import TEAMNORMEN
from ..test_policy import TALLY
from .programs import Running

CHAPTER = "modules/structureren/focus-op-leren.html"
WALK = ["index.html", "programma.html", "modules/structureren/index.html", CHAPTER, TEAMNORMEN, "mijn-werkboek.html"]
ANSWER = "Op tijd beginnen."
QUESTION = "Waar stoor je je aan"


def test_a_reader_walks_through_the_course_and_nothing_goes_against_its_policy(page: Page, running: Running) -> None:
    page.add_init_script(TALLY)
    for name in WALK:
        answered = page.goto(f"{running.address}/{name}")
        assert answered and 200 == answered.status
        assert [] == page.evaluate("against"), name
    page.goto(f"{running.address}/{TEAMNORMEN}")
    page.get_by_label(QUESTION).fill(ANSWER)
    page.locator("[data-search-open]").click()
    page.locator("[data-search] input").fill("teamnormen")
    page.locator("[data-search-result]").first.wait_for()
    assert [] == page.evaluate("against")
    page.goto(f"{running.address}/mijn-werkboek.html")

    expect(page.locator("course-workbook")).to_contain_text("Je schreef bij 1 werkblad of vraag.")
    assert [] == page.evaluate("against")


@pytest.mark.parametrize("asked", ["nergens", "modules/structureren/focus-op-leren-oud.html", "a/b/c/d/"])
def test_the_page_for_an_address_that_does_not_exist_leads_to_the_course(
    page: Page, running: Running, complaints: list[str], asked: str
) -> None:
    page.add_init_script(TALLY)
    answered = page.goto(f"{running.address}/{asked}")
    assert answered and 404 == answered.status

    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    home = page.get_by_role("link", name="Naar het begin van de cursus")
    expect(home).to_have_attribute("href", f"{running.address}/index.html")
    expect(page.get_by_text("Klik in de adresbalk")).to_be_hidden()
    assert [] == page.evaluate("against")
    assert [] == [text for text in complaints if "a status of 404" not in text]
    complaints.clear()  # of the address itself, and of folders that aren't the course's first


def test_from_there_a_reader_searches_for_what_the_address_names(
    page: Page, below: Running, complaints: list[str]
) -> None:
    page.goto(f"{below.address}/modules/oud/focus-op-leren.html")
    page.get_by_role("link", name="Zoek in de cursus").click()

    expect(page.locator("[data-search] input")).to_be_focused()
    expect(page.locator("[data-search] input")).to_have_value("focus op leren")
    expect(page.locator("[data-search-result]").first).to_have_attribute("href", re.compile(re.escape(CHAPTER)))
    complaints.clear()  # of the address itself


def test_without_javascript_that_page_says_how_to_get_to_the_course(browser: Browser, below: Running) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{below.address}/modules/oud/focus-op-leren.html")

    expect(page.get_by_text("Klik in de adresbalk")).to_be_visible()
    expect(page.get_by_role("link")).to_have_count(0)
    context.close()


def test_the_worker_takes_what_this_server_sends_and_reads_on_without_a_network(
    browser: Browser, below: Running
) -> None:
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.goto(f"{below.address}/{CHAPTER}")
    assert page.evaluate(UNTIL % KEPT)
    context.set_offline(True)

    page.goto(f"{below.address}/mijn-werkboek.html")
    expect(page.locator("course-workbook")).to_be_visible()
    answered = page.goto(f"{below.address}/modules/nergens/ook-niet.html")
    assert answered and 404 == answered.status
    link = page.get_by_role("link", name="Naar het begin van de cursus")
    expect(link).to_have_attribute("href", f"{below.address}/index.html")
    link.click()
    expect(page).to_have_title("Leiding geven aan een PLG")
    context.close()


@pytest.fixture
def around(below: Running, tmp_path: Path) -> Iterator[str]:
    """A page of a learning environment, on a host of its own, with the course in a frame."""
    frame = f'<iframe src="{below.address}/{TEAMNORMEN}" width="900" height="700"></iframe>'
    (tmp_path / "les.html").write_text(f'<!doctype html><link rel="icon" href="data:,">{frame}', encoding="utf-8")
    with serve(tmp_path) as address:
        yield address.replace("127.0.0.1", "localhost") + "/les.html"


def test_in_a_frame_of_a_learning_environment_the_course_reads_and_says_what_it_may_not_keep(
    page: Page, below: Running, around: str, complaints: list[str]
) -> None:
    page.add_init_script(TALLY)
    page.add_init_script(f"if (window !== top) {FORBID_STORAGE}")  # as browsers with windows do of themselves
    page.goto(around)
    frame = page.frame_locator("iframe")

    expect(frame.locator(".c-answers__apart")).to_contain_text("Je browser bewaart antwoorden hier dan apart, of niet.")
    expect(frame.get_by_role("link", name="Open in een eigen venster")).to_have_attribute(
        "href", f"{below.address}/{TEAMNORMEN}"
    )
    frame.get_by_label(QUESTION).fill(ANSWER)
    expect(frame.get_by_text("Niet bewaard: je browser laat opslaan hier niet toe.").first).to_be_visible()
    frame.locator("[data-search-open]").click()
    frame.locator("[data-search] input").fill("focus op leren")
    frame.locator("[data-search-result]").first.click()
    expect(frame.locator("h1")).to_contain_text("Focus op het leren")
    assert [] == page.frames[1].evaluate("against")
    denied = "SecurityError"  # Material asks for the storage
    assert {around} == {text for text in complaints if text != denied}, "only the other host"
    complaints.clear()
