"""The scripts themselves: how heavy they are, and what they say inside another site."""

import gzip
from pathlib import Path

from playwright.sync_api import Page, expect

from ..projects import ROOT
from .test_answers import TEAMNORMEN

SCRIPTS = sorted((ROOT / "overrides/assets/javascripts").glob("*.js"))
MOST_BYTES, MOST_LINES = 30 * 1024, 400


def test_all_scripts_together_are_small() -> None:
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in SCRIPTS) <= MOST_BYTES
    assert [] == [path.name for path in SCRIPTS if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES]


def test_a_page_loads_no_script_that_it_has_no_use_for(page: Page, site: Path) -> None:
    loaded = {}
    for name in ("over/privacy.html", "index.html", TEAMNORMEN, "mijn-werkboek.html"):
        page.goto(f"{site.as_uri()}/{name}")
        found = page.locator("script[src*='assets/javascripts/']").evaluate_all("all => all.map(one => one.src)")
        loaded[name] = {Path(one).name for one in found} & {path.name for path in SCRIPTS}

    assert set() == loaded["over/privacy.html"]
    assert {"records.js", "elements.js", "store.js", "reading.js"} == loaded["index.html"]
    assert "workbook.js" not in loaded[TEAMNORMEN]
    assert {path.name for path in SCRIPTS} - {"reading.js"} == loaded["mijn-werkboek.html"]


def test_a_page_in_another_site_says_so_and_leads_out(page: Page, server: str) -> None:
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # a browser asks it of a page without one
    page.goto(f"{server}/answers.schema.json")
    page.set_content(f'<iframe src="{server}/{TEAMNORMEN}" width="900" height="900"></iframe>')
    inner = page.frame_locator("iframe")
    expect(inner.locator(".c-answers__apart")).to_contain_text("Deze pagina staat in een andere site.")
    link = inner.get_by_role("link", name="Open in een eigen venster")

    assert f"{server}/{TEAMNORMEN}" == link.evaluate("one => one.href")
    with page.expect_popup() as opened:
        link.click()
    opened.value.wait_for_load_state()
    expect(opened.value.locator("course-worksheet")).to_be_visible()
    expect(opened.value.locator(".c-answers__apart")).to_have_count(0)
