"""A real browser on the real site: from files, and from a server below a path."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from ..projects import build_real_course
from .firefox import OLDEST, Firefox, run_firefox
from .tabs import FORBID_STORAGE, OpenTab

ARGUMENTS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the system has, without windows if it has that one; playwright brings none."""
    names = (os.environ.get("CHROMIUM", ""), "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "install chromium-headless-shell or chromium, or name a browser in CHROMIUM"
    return {**browser_type_launch_args, "executable_path": found, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A browser that keeps nothing for later, so that each test sees the site itself; offline/ allows it."""
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real course."""
    return build_real_course(tmp_path_factory.mktemp("real"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, two folders below the root of a server."""
    root = tmp_path_factory.mktemp("server")
    shutil.copytree(site, root / "school/cursus")
    with serve(root) as address:
        yield f"{address}/school/cursus"


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, site: Path) -> str:
    """The site as a folder on a disk, and as a path of a server."""
    return site.as_uri() if request.param == "file" else str(request.getfixturevalue("server"))


@pytest.fixture(autouse=True)
def has_no_complaints(request: pytest.FixtureRequest) -> None:
    """Nothing to complain of in any test in Chromium; one in another browser starts none."""
    if "context" in request.fixturenames:
        request.getfixturevalue("complaints")


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[list[str]]:
    """What the browser complains of, and every request that leaves the site: nothing, after each test."""
    found: list[str] = []
    own = ("file:", "data:", "blob:", "http://127.0.0.1:")
    context.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: found.append(str(error.error)))
    context.on("request", lambda asked: None if asked.url.startswith(own) else found.append(asked.url))
    context.on("requestfailed", lambda asked: found.append(f"failed: {asked.url}") if _failed(asked) else None)
    yield found
    assert [] == found


def _failed(asked: Request) -> bool:
    """Whether a request went wrong, other than by leaving the page while it was under way."""
    return "ERR_ABORTED" not in (asked.failure or "")


@pytest.fixture
def phone(page: Page) -> Page:
    """A page on a small phone."""
    page.set_viewport_size({"width": 360, "height": 780})
    return page


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """The Firefox ESR that the system has."""
    program = shutil.which(os.environ.get("FIREFOX", "firefox-esr"))
    needed = f"only Chromium is tested: install firefox-esr {OLDEST} or newer, or name it in FIREFOX"
    if not program:
        pytest.skip(needed)
    with run_firefox(program, tmp_path_factory.mktemp("firefox")) as running:
        if running.version < OLDEST:
            pytest.skip(needed)
        yield running


@pytest.fixture(params=["chromium", "firefox"])
def open_tab(request: pytest.FixtureRequest) -> OpenTab:
    """Tabs of someone who has answered nothing yet, in each browser."""
    found: OpenTab = request.getfixturevalue(f"open_tab_in_{request.param}")
    return found


@pytest.fixture
def open_tab_in_chromium(context: BrowserContext, complaints: list[str]) -> OpenTab:
    """Here playwright's own pages are the tabs."""

    def open_page(url: str, *, storage: bool = True) -> Page:
        page = context.new_page()
        if not storage:
            page.add_init_script(FORBID_STORAGE)
        page.goto(url, wait_until="domcontentloaded")
        return page

    return open_page


@pytest.fixture
def open_tab_in_firefox(firefox: Firefox) -> Iterator[OpenTab]:
    """Here each test is another person, whose tabs are closed and forgotten after it; they complain of nothing."""
    person = firefox.command("browser.createUserContext")["userContext"]
    yield functools.partial(firefox.open_tab, person)
    firefox.command("browser.removeUserContext", userContext=person)
    complaints, firefox.complaints = firefox.complaints, []
    assert [] == complaints
