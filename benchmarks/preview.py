"""How long a saved edit takes to be on the screen, beside plain Material with macros. README.md says what and why."""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import CONFIG, LEERGANG, MKDOCS, Bench, fresh, prepare, say, snapshot
from playwright.sync_api import Browser, Error, Page, sync_playwright
from serving import BROWSER

OURS, PLAIN = "leergang serve", "plain Material with macros"
LIMIT, PATIENCE = 1.0, 120.0
MILLISECONDS = 1000


@contextmanager
def previewed(name: str, bench: Bench, hooks: Path) -> Iterator[tuple[Path, str]]:
    """A preview of what one of the two builds, in a fresh copy: that folder, and the address."""
    folder = fresh(bench.source(name))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    plain = [*MKDOCS[:3], "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}", "--config-file", CONFIG]
    command = plain if name == PLAIN else [*LEERGANG, "serve", "--port", str(port), "--config", CONFIG]
    environment = {**os.environ, "PYTHONPATH": str(hooks), "NO_MKDOCS_2_WARNING": "1"}
    silent = subprocess.DEVNULL
    running = subprocess.Popen(command, cwd=folder, env=environment, stdout=silent, stderr=silent)  # noqa: S603
    try:
        yield folder, f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait()


def opened(browser: Browser, address: str, chapter: str) -> Page:
    """A chapter as it is shown, once there is one.

    Raises:
        TimeoutError: none came.
    """
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if page.goto(address + chapter) and page.locator("article h1").count():
                return page
        except Error:  # the server isn't there yet
            time.sleep(0.2)
    raise TimeoutError(address)


def edit(page: Page, path: Path, number: int) -> float:
    """Write a sentence at the end of the chapter; gives the seconds until it can be read."""
    said = f"Zin {number} is er zojuist bij gezet."
    text = path.read_text(encoding="utf-8")
    start = time.perf_counter()
    path.write_text(f"{text}\n{said}\n", encoding="utf-8")
    page.locator("article", has_text=said).wait_for(timeout=PATIENCE * MILLISECONDS)
    return time.perf_counter() - start


def measure(bench: Bench, hooks: Path, rounds: int) -> dict[str, list[float]]:
    """The seconds of each round for both, in turns; only one of the two runs at a time in a round."""
    chapter = sorted(path for path in (bench.source(PLAIN) / "docs/modules").rglob("*.md") if path.stem != "index")[0]
    uri = chapter.relative_to(bench.source(PLAIN) / "docs")
    taken: dict[str, list[float]] = {PLAIN: [], OURS: []}
    with (
        sync_playwright() as playwright,
        previewed(PLAIN, bench, hooks) as (plain, at),
        previewed(OURS, bench, hooks) as (ours, our),
    ):
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        html = uri.with_suffix(".html").as_posix()
        pages = {PLAIN: (opened(browser, at, html), plain), OURS: (opened(browser, our, html), ours)}
        for number in range(rounds + 1):
            for name in sorted(pages, reverse=bool(number % 2)):
                page, folder = pages[name]
                seconds = edit(page, folder / "docs" / uri, number)
                time.sleep(2 * seconds)  # what comes after is part of no edit: a next process that gets ready
                if number:  # the first warms both
                    taken[name].append(seconds)
                    say(f"{bench.pages} pages, round {number} of {rounds}: {name} {seconds:.2f} s")
        browser.close()
    return taken


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[60], help="sizes of the course")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement there")
    asked = parser.parse_args()
    found = {}
    print("\n| pages | from saving until it can be read | seconds | divided by | ratio | lowest to highest |")
    print("|---|---|---|---|---|---|")
    for pages in asked.pages:
        with tempfile.TemporaryDirectory(prefix="leergang-bench-") as temporary:
            project = Path(temporary, "project")
            snapshot(Path.cwd(), project)
            say(f"{pages} pages: preparing")
            taken = measure(prepare(project, Path(temporary, "sites"), pages), project / "hooks", asked.rounds)
        ratios = [ours / plain for ours, plain in zip(taken[OURS], taken[PLAIN], strict=True)]
        ratio, seconds = statistics.median(ratios), {name: statistics.median(each) for name, each in taken.items()}
        print(f"| {pages} | {PLAIN} | {seconds[PLAIN]:.2f} | | | |")
        verdict = f"**{ratio:.2f}**, at most {LIMIT:.2f}: {'yes' if ratio <= LIMIT else 'no'}"
        print(
            f"| {pages} | {OURS} | {seconds[OURS]:.2f} | {PLAIN} | {verdict} | {min(ratios):.2f} to {max(ratios):.2f} |"
        )
        found[pages] = {"runs": taken, "ratio": ratio, "limit": LIMIT}
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
