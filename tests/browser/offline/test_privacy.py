"""The privacy page names everything that the site keeps in a browser, and nothing that it doesn't."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ...dom import read_page
from ...projects import build_real_course
from ..hosting import Host
from ..test_answers import KEY, TEAMNORMEN, irritation
from .steps import visit

CHAPTER = "modules/structureren/focus-op-leren.html"
KEPT = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
    ...(await indexedDB.databases()).map(({name}) => name)]"""


@pytest.fixture(scope="module")
def trainers_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real course for its trainers: it has all that participants have, and more."""
    return build_real_course(tmp_path_factory.mktemp("trainers"), "trainer")


def named(site: Path) -> dict[str, re.Pattern[str]]:
    """Each name in the table of the privacy page, with what it stands for; words in capitals are any."""
    (table, *_) = read_page(site / "over/privacy.html").all("table")
    names = [row.all("code")[0].text for row in table.all("tr") if row.all("td")]
    return {name: re.compile(re.sub(r"[A-Z]{3,}", "[^:]+", re.escape(name).replace(r"\ ", " "))) for name in names}


def read_a_chapter(page: Page, address: str) -> None:
    """Go to the end of it, and leave."""
    page.goto(f"{address}/{CHAPTER}")
    page.locator(".c-keypoints").scroll_into_view_if_needed()
    expect(page.locator("course-reading").first).to_contain_text("gelezen")


def fill_in(page: Page, address: str) -> None:
    """Complete a worksheet over an answer that was damaged, refuse a copy, and answer a prompt."""
    page.evaluate("key => localStorage.setItem(key, '{kapot')", KEY)
    page.goto(f"{address}/{TEAMNORMEN}")
    for control in page.locator("course-worksheet :is(textarea, input[type=text])").all():
        control.fill("Op tijd.")
    page.locator("course-worksheet input[type=radio]").first.check()
    page.get_by_role("button", name="Niet nu").click()
    page.goto(f"{address}/mijn-werkboek.html")
    page.locator("course-reflection textarea").first.fill("Nog niets.")


def work(page: Page, address: str) -> None:
    """Download a copy and change the hours of the report."""
    page.goto(f"{address}/mijn-werkboek.html")
    with page.expect_download():
        page.get_by_role("button", name="Download").first.click()
    page.get_by_label("Laat zien").select_option("report")
    page.locator("[data-part=hours-list] input").first.fill("3")
    page.locator("[data-part=hours-list] input").first.blur()


def test_the_privacy_page_names_every_name_in_the_browser_and_no_other(
    page: Page, context: BrowserContext, host: Host, trainers_site: Path
) -> None:
    address = host.publish(trainers_site)
    visit(page, f"{address}/index.html")
    page.locator("header label[for^=__palette]:visible").click()
    read_a_chapter(page, address)
    fill_in(page, address)
    work(page, address)
    page.goto(f"{address}/trainers/dag-1.html")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.goto(f"{address}/mijn-werkboek.html")
    found = set(page.evaluate(KEPT))
    page.get_by_label("Anderen gebruiken deze computer ook").check()
    page.get_by_text("blijft alleen in dit venster").wait_for()
    before = set(page.evaluate("() => Object.keys(localStorage)"))
    page.goto(f"{address}/{TEAMNORMEN}")
    irritation(page).fill("Te laat.")
    expect(page.locator(".c-answers__status").first).to_contain_text("Gedeelde computer")
    read_a_chapter(page, address)
    page.goto(f"{address}/over/privacy.html")
    found |= set(page.evaluate(KEPT))

    names = named(trainers_site)
    assert [] == [one for one in sorted(found) if not any(pattern.fullmatch(one) for pattern in names.values())]
    names.pop("leergang:CURSUS:settings:gap")  # only where a school has dates: test_school_look.py sees it there
    assert [] == [name for name, pattern in names.items() if not any(pattern.fullmatch(one) for one in found)]
    assert before == set(page.evaluate("() => Object.keys(localStorage)")), "on a shared computer nothing comes to stay"
    assert KEY in page.evaluate("() => Object.keys(sessionStorage)")
    assert [] == context.cookies()
