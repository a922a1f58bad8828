"""What people and servers do in the tests of reading without a network, and how to look at it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from ...conftest import Built, CourseDir
from ...projects import lasting_pages
from ..hosting import Host

CHAPTER = "modules/deeg/kneden.html"
OTHER = "modules/oven/bakken.html"
OLD, NEW = "Kneden doe je met je handen", "Kneden doe je met je voeten"
KEPT = "navigator.serviceWorker.controller"
"""The worker has all files, and the page gets its own from it."""
FAILED = """async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const fresh = registration.installing;
    return new Promise(done => { fresh.onstatechange = () => done(fresh.state) });
}"""
"""Look for a new version; gives what became of it."""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
UNTIL = """async argument => {
    const end = performance.now() + 20000;
    while (!(%s)) {
        if (performance.now() > end) return false;
        await new Promise(requestAnimationFrame);
    }
    return true;
}"""
"""Whether something comes true; playwright's own way is evaluating text, which the policy of a page forbids."""
ONE_VERSION = """(await (await caches.open((await caches.keys())[0])).keys())
    .filter(({url}) => url.split('?')[0].endsWith(argument)).length === 1"""
"""Of a file, one version is kept."""
TEXT = "address => fetch(address).then(found => found.text())"
Build = Callable[..., Built]


def change(bread: CourseDir) -> None:
    """Write a new version of the chapter."""
    bread.edit(CHAPTER.replace("modules", "docs/modules").replace(".html", ".md"), OLD, NEW)


def visit(page: Page, address: str) -> None:
    """Open a page for the first time, and stay until all is kept."""
    page.goto(address)
    assert page.evaluate(UNTIL % KEPT)


def cut(context: BrowserContext, host: Host) -> None:
    """Drive into a tunnel, and let the server go down as well."""
    context.set_offline(True)
    host.stop()


def back(context: BrowserContext, host: Host) -> None:
    """Leave the tunnel."""
    host.start()
    context.set_offline(False)


def bar(page: Page) -> Any:
    """What says that there is a new version."""
    return page.get_by_role("status").filter(has_text="Er is een nieuwe versie van deze cursus.")


def pages(site: Path) -> list[str]:
    """Every page with an address of its own, on which a reader stays."""
    return sorted(path.relative_to(site).as_posix() for path in lasting_pages(site) if path.name != "404.html")
