"""What search finds of what people would type, beside Material's stock search; how fast, and how much it loads.

README.md says what and why.
"""

import argparse
import gzip
import json
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from baseline import RECORDING, course_config, write_baseline
from bench import CONFIG, MKDOCS, RECORDING_CONFIG, run, say
from playwright.sync_api import Browser, Page
from serving import BROWSER, built, served

sys.path.append(str(Path.cwd()))
from tests.search.table import Question, questions

OURS, STOCK = "ours", "Material's stock search"
FIRST, WANTED, SLOWER, LIMIT, BUDGET = 3, 0.95, 4, 50.0, 160
"""How many results count and how many questions they should answer; how much slower the processor is made, the ms that
an answer may take there, and the KiB that may be loaded."""
ANSWER = """question => {
    const field = document.querySelector('dialog input[type=search]');
    field.value = question;
    const start = performance.now();
    field.dispatchEvent(new Event('input'));
    document.querySelector('[data-search-results]').getBoundingClientRect();
    const links = [...document.querySelectorAll('[data-search-result]')];
    return [performance.now() - start, links.slice(0, 3).map(link => link.href)];
}"""
READY = """async () => {
    const status = document.querySelector('[data-search-status]');
    while (!window.leergang?.SearchBox || status.textContent) await new Promise(requestAnimationFrame);
}"""
STOCK_FIELD = "[data-md-component=search-query]"
STOCK_IDLE = """() => document.querySelector('.md-search-result__meta').textContent.trim() ===
    JSON.parse(document.getElementById('__config').textContent).translations['search.result.placeholder']"""
STOCK_LINKS = ".md-search-result__item > .md-search-result__link"


def build_stock(project: Path, folder: Path) -> Path:
    """The pages of this project's course as a site of stock Material, with its own search."""
    course, recorded, plain = folder / "course", folder / "recorded", folder / "plain"
    recorded.mkdir(parents=True)
    text = (project / CONFIG).read_text(encoding="utf-8")
    for name in ("docs", "overrides", "hooks"):
        shutil.copytree(project / name, course / name, ignore=shutil.ignore_patterns("leergang", "__pycache__"))
    hook = str(Path(__file__).with_name("baseline.py").resolve())
    (course / RECORDING_CONFIG).write_text(course_config(text, hook=hook), encoding="utf-8")
    run([*MKDOCS, RECORDING_CONFIG], course, project / "hooks", **{RECORDING: str(recorded)})
    write_baseline(recorded, text, plain)
    shutil.copytree(course / "docs", plain / "docs", ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    run([part for part in [*MKDOCS, CONFIG] if part != "--strict"], plain, project / "hooks")
    return plain / "site"


def path_of(link: str) -> str:
    """The address of a result below the site's root."""
    parts = urlsplit(link)
    return unquote(parts.path.removeprefix("/") + (f"#{parts.fragment}" if parts.fragment else ""))


def ask_ours(browser: Browser, root: str, rounds: int) -> tuple[dict[str, list[str]], dict[str, list[float]], float]:
    """For each question the first results and the ms that each answer took; and the ms that opening took."""
    page = browser.new_context(viewport={"width": 360, "height": 780}).new_page()
    page.goto(f"{root}index.html")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    start = page.evaluate("performance.now()")
    page.locator("[data-search-open]").click()
    page.evaluate(READY)
    opened = page.evaluate("performance.now()") - start
    links: dict[str, list[str]] = {}
    taken: dict[str, list[float]] = {question.text: [] for question in questions()}
    for number in range(rounds + 1):
        for question in questions():
            ms, found = page.evaluate(ANSWER, question.text)
            links[question.text] = [path_of(link) for link in found]
            if number:  # the first round warms the browser
                taken[question.text].append(ms)
    return links, taken, opened


def ask_stock(browser: Browser, root: str) -> dict[str, list[str]]:
    """For each question the first results of Material's own search."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(f"{root}index.html")
    page.locator(STOCK_FIELD).click()
    found = {}
    for question in questions():
        answer_stock(page, question.text)
        links = page.locator(STOCK_LINKS).all()[:FIRST]
        found[question.text] = [path_of(str(link.evaluate("link => link.href"))) for link in links]
    return found


def answer_stock(page: Page, question: str) -> None:
    """Type a question into Material's field, and wait until it has answered this one and no earlier one."""
    for text, answered in (("", "==="), (question, "!==")):
        page.locator(STOCK_FIELD).fill(text)
        page.locator(STOCK_FIELD).press("End")  # it looks when a key comes up
        page.wait_for_function(STOCK_IDLE.replace("===", answered))


def hits(asked: list[Question], found: dict[str, list[str]], place: bool = False) -> list[bool]:
    """Of each question, whether one of the first results is a page (or the very place) that answers it."""

    def answers(question: Question, url: str) -> bool:
        pages = {page.partition("#")[0] for page in question.pages}
        return question.is_answered_by(url) if place else url.partition("#")[0] in pages

    return [any(answers(question, url) for url in found[question.text]) for question in asked]


def weight(site: Path) -> float:
    """The KiB that opening search loads, packed as a server packs them."""
    scripts = [*(site / "assets/javascripts").glob("search*.js"), site / "assets/javascripts/elements.js"]
    return sum(len(gzip.compress(path.read_bytes())) for path in (site / "search/index.js", *scripts)) / 1024


def hit_rows(found: dict[str, dict[str, list[str]]]) -> list[str]:
    """The lines of the table of what is found."""
    parts = {
        "all": questions(),
        "tuned on": [question for question in questions() if not question.held],
        "kept apart": [question for question in questions() if question.held],
    }
    rows = ["| questions | " + " | ".join(found) + f" | {OURS}, the very place |", "|---|" + "---|" * (len(found) + 1)]
    for name, asked in parts.items():
        cells = [hits(asked, links) for links in found.values()] + [hits(asked, found[OURS], place=True)]
        shares = [f"{sum(one)} ({sum(one) / len(one):.0%})" for one in cells]
        if name == "all":
            good = sum(cells[0]) >= WANTED * len(asked)
            shares[0] = f"**{shares[0]}**, at least {WANTED:.0%}: {'yes' if good else 'no'}"
        rows.append(f"| {name}: {len(asked)} | {' | '.join(shares)} |")
    return rows


def report(found: dict[str, dict[str, list[str]]], taken: dict[str, list[float]], opened: float, kib: float) -> str:
    """The Markdown tables."""
    middles = sorted(statistics.median(ms) for ms in taken.values())
    late = middles[int(len(middles) * 0.95)]
    return "\n".join(
        [
            f"Right page among the first {FIRST}:\n",
            *hit_rows(found),
            "",
            f"| processor slowed {SLOWER} times | ms |",
            "|---|---|",
            f"| opening, until it answers | {opened:.0f} |",
            f"| an answer, drawn: median | {statistics.median(middles):.0f} |",
            f"| 95 of 100 within | **{late:.0f}**, at most {LIMIT:.0f}: {'yes' if late <= LIMIT else 'no'} |",
            f"| the slowest | {middles[-1]:.0f} |",
            "",
            f"Loaded when opened: **{kib:.0f} KiB**, at most {BUDGET}: {'yes' if kib <= BUDGET else 'no'}.",
        ]
    )


def measure(browser: Browser, sites: dict[str, Path], rounds: int) -> tuple[Any, ...]:
    """Ask both searches everything."""
    with served(sites[OURS]) as root:
        ours, taken, opened = ask_ours(browser, root, rounds)
    with served(sites[STOCK]) as root:
        stock = ask_stock(browser, root)
    return {OURS: ours, STOCK: stock}, taken, opened


def main() -> int:
    """Build this project's course both ways, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--browser", default=BROWSER)
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    with built(asked.browser) as (folder, browser):
        say("building the same pages with stock Material")
        sites = {OURS: folder / "site", STOCK: build_stock(Path.cwd(), folder)}
        found, taken, opened = measure(browser, sites, asked.rounds)
        print(report(found, taken, opened, weight(sites[OURS])))
    if asked.json:
        asked.json.write_text(json.dumps({"found": found, "ms": taken}, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
