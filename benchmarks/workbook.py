"""How long a full workbook takes to be usable, beside an empty one. README.md says what and why."""

import argparse
import json
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page
from serving import BROWSER, built

ANSWERS, LENGTH, SLOWER, LIMIT = 500, 2_000, 4, 3.0
PAGE = "mijn-werkboek.html"
EMPTY, FULL, READ = (
    "empty workbook",
    f"workbook with {ANSWERS} answers",
    f"the same, shown by moment ({ANSWERS} answers)",
)

WRITE = """([count, length]) => {
    leergang.later.makeAll();
    const text = 'Wat wij merkten en wat we gaan doen. '.repeat(length).slice(0, length);
    const stored = {};
    const rounds = ['', ...Array(99).keys()].map(n => n === '' ? n : `2026-01-${n}`);
    const elements = [...document.querySelectorAll('course-worksheet, course-reflection')];
    const again = elements.filter(one => 'repeat' in one.dataset || one.localName === 'course-reflection');
    const texts = 'textarea:not(td *), input[type=text]:not([data-date], td *)';
    const isText = box => box.querySelector(texts);
    let left = count;
    for (const round of rounds) for (const element of round ? again : elements) {
        const { id, moment } = element.dataset;
        const key = `leergang:${leergang.store.course}:${element.localName.slice(7)}:${id}:${round || moment}`;
        for (const box of [...element.querySelectorAll('[data-field]')].filter(isText)) {
            if (!left) break;
            left--;
            stored[key] ??= {version: 1, values: {}};
            const asked = leergang.form.questionOf(box);
            stored[key].values[box.dataset.field] = {value: text, updated: '2026-01-05T10:00:00.000Z', asked};
        }
    }
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, JSON.stringify(value));
    return count - left;
}"""
USABLE = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""
SHOW = """() => new Promise(done => {
    const choice = document.getElementById('workbook-view'), start = performance.now();
    choice.value = 'moment';
    choice.dispatchEvent(new Event('change'));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def opened(browser: Browser, address: str, answers: int) -> Page:
    """The workbook in a browser of its own, with so many answers, on a slow computer.

    Raises:
        ValueError: the course has no room for them.
    """
    page = browser.new_context(viewport={"width": 360, "height": 780}).new_page()
    page.goto(address)
    if page.evaluate(WRITE, [answers, LENGTH]) != answers:
        raise ValueError(f"the workbook has no room for {answers} answers")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def measure(browser: Browser, address: str, rounds: int) -> dict[str, list[float]]:
    """For each round the milliseconds until each workbook can be used, in turns."""
    pages = {EMPTY: opened(browser, address, 0), FULL: opened(browser, address, ANSWERS)}
    found: dict[str, list[float]] = {EMPTY: [], FULL: [], READ: []}
    for number in range(rounds + 1):
        for name in sorted(pages, reverse=bool(number % 2)):
            pages[name].goto("about:blank")
            pages[name].goto(address)
            taken = pages[name].evaluate(USABLE)
            if number:  # the first round warms the browser
                found[name].append(taken)
        if number:
            found[READ].append(pages[FULL].evaluate(SHOW))
    return found


def report(found: dict[str, list[float]]) -> str:
    """The Markdown table."""
    rows = ["| what | ms | beside the empty one | lowest to highest |", "|---|---|---|---|"]
    for name, taken in found.items():
        ratios = [one / other for one, other in zip(taken, found[EMPTY], strict=True)]
        middle = statistics.median(ratios)
        verdict = (
            f"**{middle:.2f}**, at most {LIMIT:.2f}: {'yes' if middle <= LIMIT else 'no'}"
            if name == FULL
            else f"{middle:.2f}"
        )
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        rows.append(f"| {name} | {statistics.median(taken):.0f} | {verdict} | {spread} |")
    return "\n".join(rows)


def main() -> int:
    """Build the course of this project, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--browser", default=BROWSER)
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    with built(asked.browser) as (folder, browser):
        found = measure(browser, (folder / "site" / PAGE).as_uri(), asked.rounds)
    print(
        f"{ANSWERS} answers of {LENGTH} characters, processor slowed {SLOWER} times, medians of {asked.rounds} rounds\n"
    )
    print(report(found))
    if asked.json:
        asked.json.write_text(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
