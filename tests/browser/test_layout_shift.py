"""Nothing jumps: on a slow line, on a phone and a laptop, for who comes first and for who comes back."""

import json

import pytest
from playwright.sync_api import Page

from .test_answers import COURSE, answer, store
from .test_reading_progress import KEY, READ

WATCH = """window.shifts = [];
new PerformanceObserver(list => { for (const one of list.getEntries()) shifts.push([
    one.value, one.sources.map(source => (source.node?.outerHTML ?? source.node?.textContent ?? '').slice(0, 80))]); }
).observe({type: 'layout-shift', buffered: true});"""
UNSEEN = 0.001
"""A hundredth of what is called good: a list of links that moves by a pixel, which a busy browser may do."""
PAGES = [
    "index.html",
    "modules/structureren/focus-op-leren.html",
    "tools/werkbladen/startfoto.html",
    "mijn-werkboek.html",
]


@pytest.fixture(params=[360, 1280])
def slow(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page on a line of 1.6 Mbit a second with a delay of 150 ms."""
    page.set_viewport_size({"width": request.param, "height": 800})
    page.add_init_script(WATCH)
    line = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    return page


@pytest.mark.parametrize("returning", [False, True])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_jumps_while_a_page_loads(slow: Page, server: str, name: str, returning: bool) -> None:
    if returning:
        slow.goto(f"{server}/LICENTIE.html")
        last = {"chapter": "structureren/resultaatgericht-werken", "anchor": "kernpunten", "heading": "Kernpunten"}
        reading = json.dumps({"last": last, "read": {"structureren/focus-op-leren": READ}})
        slow.evaluate("pair => localStorage.setItem(...pair)", [KEY, reading])
        values = {"school": answer("De Linde", "Mijn school")}
        store(slow, values, f"leergang:{COURSE}:worksheet:startfoto:voor-dag-1")
    slow.goto(f"{server}/{name}", wait_until="networkidle")

    shifts = slow.evaluate("shifts")
    assert sum(value for value, _ in shifts) < UNSEEN, shifts
