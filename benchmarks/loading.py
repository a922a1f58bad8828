"""What a page weighs on a first and a second visit, and what Lighthouse says of it, beside stock Material.

README.md says what and why.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import say
from playwright.sync_api import Browser
from serving import BROWSER, built, served

from search import OURS, STOCK, build_stock

CHAPTERS = ("modules/structureren/focus-op-leren.html", "modules/structureren/resultaatgericht-werken.html")
PAGES = {
    "home": "index.html",
    "chapter": CHAPTERS[0],
    "worksheet": "tools/werkbladen/startfoto.html",
    "workbook": "mijn-werkboek.html",
}
FIRST, SECOND, SCORE = 150, 30, 95
"""The KiB that a chapter may load at a first visit and after another chapter, and what Lighthouse should give."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SHIFT = "cumulative-layout-shift"
NODE = Path(".venv/bin/node").absolute()
LIGHTHOUSE = Path(__file__).with_name("node_modules") / "lighthouse/cli/index.js"
FLAGS = "--headless --no-sandbox --disable-gpu"

Scores = dict[str, dict[str, float]]


def weigh(browser: Browser, root: str) -> tuple[float, float]:
    """The KiB, as sent, of a first visit to a chapter and of the next; what a service worker keeps is not in it."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, service_workers="block")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent: list[float] = []
    inner: set[str] = set()  # what stands in a file that is sent itself
    session.on(
        "Network.requestWillBeSent",
        lambda event: inner.add(event["requestId"]) if event["request"]["url"].startswith("data:") else None,
    )
    session.on(
        "Network.loadingFinished",
        lambda event: None if event["requestId"] in inner else sent.append(event["encodedDataLength"]),
    )
    weights = []
    for name in CHAPTERS:
        sent.clear()
        page.goto(root + name, wait_until="networkidle")
        weights.append(sum(sent) / 1024)
    context.close()
    return weights[0], weights[1]


def judge(address: str, browser: str, folder: Path) -> dict[str, float]:
    """What Lighthouse says of a page on a phone: its categories in points, and the layout shift."""
    answer = folder / "lighthouse.json"
    command = [str(NODE), str(LIGHTHOUSE), address, "--quiet", f"--chrome-flags={FLAGS}", "--output=json"]
    subprocess.run(  # noqa: S603 - a command of this file
        [*command, f"--output-path={answer}"], env={**os.environ, "CHROME_PATH": browser}, check=True
    )
    said = json.loads(answer.read_text(encoding="utf-8"))
    points = {name: said["categories"][name]["score"] * 100 for name in CATEGORIES}
    return {**points, SHIFT: said["audits"][SHIFT]["numericValue"]}


def judge_all(root: str, browser: str, folder: Path, rounds: int) -> Scores:
    """For each page the medians of what Lighthouse says."""
    found: Scores = {}
    for kind, name in PAGES.items():
        say(f"Lighthouse: {kind} of {root}")
        taken = [judge(root + name, browser, folder) for _ in range(rounds)]
        found[kind] = {key: statistics.median(one[key] for one in taken) for key in taken[0]}
    return found


def report(weights: dict[str, tuple[float, float]], scores: dict[str, Scores]) -> str:
    """The Markdown tables."""
    lines = ["| KiB, as sent | a chapter first | the next chapter |", "|---|---|---|"]
    for name, (first, second) in weights.items():
        if name == OURS:
            limits = (first, FIRST), (second, SECOND)
            cells = [f"**{kib:.0f}**, at most {most}: {'yes' if kib <= most else 'no'}" for kib, most in limits]
        else:
            cells = [f"{first:.0f}", f"{second:.0f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", f"| Lighthouse, phone | {' | '.join(CATEGORIES)} | layout shift |", "|---|---|---|---|---|---|"]
    for name, found in scores.items():
        for kind, one in found.items():
            points = " | ".join(f"{one[category]:.0f}" for category in CATEGORIES)
            lines.append(f"| {name}: {kind} | {points} | {one[SHIFT]:.3f} |")
    ours = [one[category] for one in scores.get(OURS, {}).values() for category in CATEGORIES]
    if ours:
        lines += [
            "",
            f"Lowest of ours: **{min(ours):.0f}**, at least {SCORE}: {'yes' if min(ours) >= SCORE else 'no'}.",
        ]
    return "\n".join(lines)


def main() -> int:
    """Build this project's course both ways, weigh, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--browser", default=BROWSER)
    asked = parser.parse_args()
    weights: dict[str, Any] = {}
    scores: dict[str, Scores] = {}
    with built(asked.browser) as (folder, browser):
        say("building the same pages with stock Material")
        sites = {OURS: folder / "site", STOCK: build_stock(Path.cwd(), folder)}
        for which, site in sites.items():
            with served(site) as root:
                weights[which] = weigh(browser, root)
                scores[which] = judge_all(root, asked.browser, folder, asked.rounds)
    print(report(weights, scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
