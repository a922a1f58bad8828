"""Which scripts a page loads."""

from pathlib import Path

from playwright.sync_api import Page

from ..projects import ROOT
from .test_answers import TEAMNORMEN

SCRIPTS = [path for path in (ROOT / "overrides/assets/javascripts").glob("*.js") if not path.name.startswith("search")]
ELSEWHERE = {"day-runner.js", "missing.js", "self-check.js"}
"""In the trainers' edition, in the page for an address that doesn't exist, and on the page that checks the site."""


def test_a_page_loads_no_script_that_it_has_no_use_for(page: Page, site: Path) -> None:
    loaded = {}
    for name in ("over/privacy.html", "over/zelfcontrole.html", "index.html", TEAMNORMEN, "mijn-werkboek.html"):
        page.goto(f"{site.as_uri()}/{name}")
        found = page.locator("script[src*='assets/javascripts/']").evaluate_all("all => all.map(one => one.src)")
        loaded[name] = {Path(one).name for one in found} & {path.name for path in SCRIPTS}

    assert {"offline.js"} == loaded["over/privacy.html"]
    assert {"offline.js", "records.js", "elements.js", "store.js", "self-check.js"} == loaded["over/zelfcontrole.html"]
    assert {"offline.js", "records.js", "elements.js", "store.js", "path.js", "reading.js"} == loaded["index.html"]
    assert "workbook.js" not in loaded[TEAMNORMEN]
    assert {path.name for path in SCRIPTS} - {"path.js", "reading.js"} - ELSEWHERE == loaded["mijn-werkboek.html"]
