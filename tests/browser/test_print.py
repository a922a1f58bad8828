"""The course on paper: whole, with room to write, and nothing that only a screen has a use for."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import Built, CourseDir
from .firefox import FirefoxTab
from .paper import Line, Paper, print_page, read_sheets
from .reader import WRITTEN, open_workbook, remember
from .test_answers import answer

CHAPTER = "modules/veranderkunde/cultuur-van-samenwerking.html"
CONSENSUS = "tools/werkbladen/consensus-oefenen.html"
NORMS = "tools/werkbladen/teamnormen.html"
PAGES = {
    "chapter": CHAPTER,
    "long chapter": "modules/structureren/focus-op-leren.html",
    "module": "modules/structureren/index.html",
    "table": NORMS,
    "scale": "tools/werkbladen/startfoto.html",
    "paragraph": CONSENSUS,
    "programme": "programma.html",
    "home": "index.html",
    "glossary": "tools/begrippen.html",
    "literature": "tools/literatuur.html",
    "goals": "doelen.html",
}
WORDS = [f"woord{number:03}" for number in range(334)]
LONG = " ".join(WORDS)
"""An answer of 3,000 characters of which every word can be missed."""
REPORTED = WRITTEN | {
    f"reflection:{name}:dag-1": {name: answer(LONG, f"De vraag {name}", "2026-10-05T10:00:00.000Z")}
    for name in ("een", "twee", "drie")
}


def fill(page: Page, root: str) -> None:
    page.goto(f"{root}/{CONSENSUS}")
    page.locator("form textarea[name=gedeelde-informatie]").fill(LONG)
    page.locator("form [name=voorstel]").fill("We beginnen elk overleg met werk van leerlingen. " * 4)


def fill_table(page: Page, root: str) -> None:
    page.goto(f"{root}/{NORMS}")
    for number, box in enumerate(page.locator("form td textarea").all()):
        box.fill(f"begin{number} {'We praten over werk van leerlingen. ' * 9} eind{number}")


PUSH = """() => { for (const field of document.querySelectorAll(".c-field")) {
    const space = document.createElement("div");
    Object.assign(space.style, { breakBefore: "page", height: "236mm" });
    field.before(space);
} }"""
"""Leaves room for a question at the foot of a sheet, and none for its answer."""


def push(page: Page, root: str) -> None:
    page.goto(f"{root}/{CONSENSUS}")
    page.evaluate(PUSH)


def show(view: str) -> Callable[[Page, str], None]:
    def choose(page: Page, root: str) -> None:
        remember(page, root, REPORTED if view == "report" else WRITTEN)
        open_workbook(page, root, view)
        for box in page.locator(".c-document__item input").all() if view == "share" else []:
            box.check()

    return choose


STATES = {"filled": fill, "filled-table": fill_table, "pushed": push} | {
    name: show(name) for name in ("moment", "report", "share")
}
EVERY = pytest.mark.parametrize("name", [*PAGES, *STATES])

Printed = Callable[[str], Paper]


@pytest.fixture(scope="module")
def printed(browser: Browser, site: Path) -> Printed:
    """What is printed of a page, or of a page in some state; from a dark screen, once for all tests."""

    @cache
    def print_once(name: str) -> Paper:
        with browser.new_context(color_scheme="dark") as context:
            page = context.new_page()
            page.set_default_timeout(5000)
            if name in STATES:
                STATES[name](page, site.as_uri())
            else:
                page.goto(f"{site.as_uri()}/{PAGES[name]}")
            return print_page(page)

    return print_once


@EVERY
def test_each_sheet_is_a4_and_says_of_which_course_and_the_how_manieth_it_is(name: str, printed: Printed) -> None:
    sheets = printed(name).sheets

    assert {(210, 297)} == {sheet.size for sheet in sheets}
    feet = [f"Leiding geven aan een PLG {number} / {len(sheets)}" for number in range(1, len(sheets) + 1)]
    assert feet == [sheet.foot for sheet in sheets]
    assert all(sheet.lines for sheet in sheets) or name == "pushed"


@EVERY
def test_paper_has_nothing_that_needs_a_screen(name: str, printed: Printed) -> None:
    text = printed(name).text

    for words in """Gereedschap|Inhoudsopgave|Zoeken|Naar donkere kleuren|Ga naar inhoud|Terug naar boven|Onthoud op dit apparaat|
        Print of bewaar|Bewaar een kopie|Rij erbij|Laat een voorbeeld zien|bijv. 3 november|neem dit mee|Bewaard op dit apparaat|
        Begin: Voor dag 1|Naar het werkblad""".split("|"):
        assert words.strip() not in text


@EVERY
def test_no_heading_stands_alone_at_the_foot(name: str, printed: Printed) -> None:
    paper = printed(name)

    def has_its_steps_beside_it(title: str, lines: list[Line]) -> bool:
        return any(line.text.startswith(title[:20]) and not title.startswith(line.text) for line in lines)

    ends = [sheet.lines[-3:] for sheet in paper.sheets if sheet.lines]
    assert [] == [
        (lines[-1].text, title)
        for lines in ends
        for title in paper.headings
        if len(lines[-1].text) > 3 and title.endswith(lines[-1].text) and not has_its_steps_beside_it(title, lines)
    ]


def beginnings(lines: list[Line], words: str) -> list[int]:
    """Which lines a text begins on."""
    return [
        number for number, line in enumerate(lines) if line.text.startswith(words[:40]) or words.startswith(line.text)
    ]


@pytest.mark.parametrize("name", ["chapter", "scale", "paragraph", "table", "pushed"])
def test_a_question_stands_on_one_sheet_with_where_to_answer_it(name: str, printed: Printed) -> None:
    paper = printed(name)

    found = 0
    for sheet in paper.sheets:
        asked = [number for question in paper.questions for number in beginnings(sheet.lines, question)]
        tops = sorted({sheet.lines[number].height for number in asked}, reverse=True)
        found += len(tops)
        for top, after in pairwise([*tops, 0]):
            assert sheet.rules_between(top, max(after, top - 60)), [line.text for line in sheet.lines]
    assert found >= len(set(paper.questions)) > 0


def test_there_is_room_for_four_lines_of_a_pen(printed: Printed) -> None:
    for name in ("chapter", "paragraph", "scale"):
        boxes = {box for sheet in printed(name).sheets for box in sheet.boxes if 28 <= box.top - box.bottom < 60}
        assert len([box for box in boxes if box.right - box.left > 100]) >= 2


@pytest.mark.parametrize("name", ["chapter", "table", "paragraph"])
def test_each_row_of_a_table_is_closed_on_its_own_sheet(name: str, printed: Printed) -> None:
    rows = 0
    for sheet in printed(name).sheets:
        numbers = [
            line for line in sheet.lines if line.left < 30 and line.text.split()[0] in "12345" and "=" not in line.text
        ]
        for line in numbers:
            rows += 1
            assert sheet.rules_between(line.height, line.height - 16)
    assert 5 == rows


def test_a_row_that_was_filled_in_is_not_cut(printed: Printed) -> None:
    sheets = printed("filled-table").sheets

    for number in range(5):
        assert 1 == len([sheet for sheet in sheets if f"begin{number}" in sheet.text and f"eind{number}" in sheet.text])
    assert len([sheet for sheet in sheets if "begin" in sheet.text]) > 1, "there is something that might be cut"


def test_an_answer_of_three_thousand_characters_is_all_there(printed: Printed) -> None:
    for name in ("filled", "report"):
        sheets = printed(name).sheets
        found = [word for word in " ".join(sheet.text for sheet in sheets).split() if word.startswith("woord")]
        assert (WORDS * 3 if name == "report" else WORDS) == found
        assert len([sheet for sheet in sheets if "woord" in sheet.text]) > 1, "it runs on"


def test_firefox_prints_a_long_answer_whole(open_tab_in_firefox: Callable[[str], FirefoxTab], site: Path) -> None:
    tab = open_tab_in_firefox(f"{site.as_uri()}/{CONSENSUS}")
    tab.evaluate("text => { document.querySelector('form textarea[name=gedeelde-informatie]').value = text; }", LONG)

    text = " ".join(sheet.text for sheet in read_sheets(tab.pdf()))
    assert WORDS == [word for word in text.split() if word.startswith("woord")]
    assert "Terug naar boven" not in text


def test_a_text_that_is_longer_than_its_line_is_all_there(printed: Printed) -> None:
    assert 4 == printed("filled").text.count("We beginnen elk overleg met werk van leerlingen.")


def test_long_answers_leave_no_sheet_half_empty(printed: Printed) -> None:
    lowest = [sheet.lines[-1].height for sheet in printed("report").sheets[:-1]]

    assert all(height < 297 / 3 for height in lowest), lowest


def test_a_diagram_is_whole(printed: Printed, page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    words = page.locator(".c-diagram :is(svg text, figcaption)").all_text_contents()

    on = [[word for word in words if word.strip() in sheet.text] for sheet in printed("chapter").sheets]
    assert words in on


def test_a_table_that_grows_has_rows_for_a_pen(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CONSENSUS}")
    table = page.locator("[data-field=criteria] table")
    expect(table.locator("tr:visible")).to_have_count(3)
    for number in (1, 2):
        table.locator("[type=text], textarea").nth(number - 1).fill(f"Criterium {number}")
    page.locator("[data-field=criteria]").get_by_role("button", name="Rij erbij").click()

    page.emulate_media(media="print")
    expect(table.locator("tr:visible")).to_have_count(6)
    assert "1 2 3 4 5".split() == table.locator("tr:visible > th:first-child").all_inner_texts()
    options = table.locator("tfoot tr:visible").last.locator(".c-blank__option")
    assert "1 2 3 4 5".split() == options.all_inner_texts()


def test_rows_for_a_pen_are_no_answers(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CONSENSUS}")
    expect(page.locator(".c-blank").first).to_be_hidden()

    names = page.locator("[data-field=criteria] [name]").evaluate_all("all => all.map(one => one.name.split('.')[1])")
    assert {"1", "2"} == set(names)


def test_what_was_typed_is_no_text_beside_its_box_on_the_screen(page: Page, site: Path) -> None:
    fill(page, site.as_uri())
    page.pdf()

    expect(page.locator(".c-field__typed")).to_have_count(0)
    expect(page.locator("form textarea[name=gedeelde-informatie]")).to_be_visible()


def test_the_workbook_can_be_printed_from_every_view(page: Page, site: Path) -> None:
    open_workbook(page, site.as_uri())
    views = page.get_by_label("Laat zien").locator("option").evaluate_all("all => all.map(one => one.value)")

    for view in views:
        page.get_by_label("Laat zien").select_option(view)
        expect(page.get_by_role("button", name="Print of bewaar als PDF")).to_have_count(1)
    assert {"fill", "moment", "report"} <= set(views)


NAME = 'Brood "bakken" \\ {} /* </style> é; 2'
KNEADING = "modules/deeg/kneden.html"


@pytest.fixture(scope="module")
def bakery(build_in: Callable[..., Built], browser: Browser) -> tuple[Built, Paper]:
    """A chapter with tabs, closed details, links to elsewhere and notes for trainers; printed without JavaScript."""

    def change(course: CourseDir) -> None:
        course.edit("mkdocs.yml", "site_name: Brood bakken", f"site_name: '{NAME}'")
        links = (
            "\nKijk bij [een bakker](https://brood.example/kneden?lang=nl&deeg=1), daarna op "
            "[de site van een molen](https://molen.example/), en dan nog eens "
            "[bij de bakker](https://brood.example/kneden?lang=nl&deeg=1). Op <https://deeg.example/> staat meer.\n"
        )
        details = "\n/// details | Wie meer wil weten\nGist leeft.\n///\n"
        course.add("docs/modules/deeg/kneden.md", links + details)

    built = build_in("showcase", change, edition="trainer")
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{built.path.as_uri()}/{KNEADING}")
        return built, print_page(page)


def test_any_name_of_a_course_can_stand_at_the_foot(bakery: tuple[Built, Paper]) -> None:
    sheets = bakery[1].sheets

    assert [f"{NAME} {number + 1} / {len(sheets)}" for number in range(len(sheets))] == [sheet.foot for sheet in sheets]


def test_what_is_closed_or_behind_a_tab_is_on_paper_too(bakery: tuple[Built, Paper]) -> None:
    text = bakery[1].text

    for words in (
        "Met de hand",
        "Vouw, druk en draai.",
        "Met een machine",
        "Begin op de laagste stand.",
        "Gist leeft.",
    ):
        assert 1 == text.count(words), words
    assert "Voor de trainer Laat iedereen eerst voelen" in text


def test_where_links_lead_is_said_at_the_end_once(bakery: tuple[Built, Paper]) -> None:
    text = bakery[1].text

    assert text.endswith("Adressen 1. https://brood.example/kneden?lang=nl&deeg=1 2. https://molen.example/")
    assert 1 == text.count("https://deeg.example/"), "who reads an address needs no note"


def test_a_link_has_the_number_of_its_address(bakery: tuple[Built, Paper]) -> None:
    (sheet,) = [sheet for sheet in bakery[1].sheets if "Kijk bij een bakker" in sheet.text]
    first = next(line.height for line in sheet.lines if line.text.startswith("Kijk bij een bakker"))
    second = next(line.height for line in sheet.lines if "bij de bakker" in line.text)

    def above(height: float) -> list[str]:
        return [part.text.strip() for part in sheet.parts if height + 0.5 < part.height < height + 2.5]

    assert (["1", "2"], ["1"]) == (above(first), above(second))


def test_addresses_are_for_paper_only(bakery: tuple[Built, Paper], browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{bakery[0].path.as_uri()}/{KNEADING}")

        expect(page.get_by_text("https://molen.example/")).to_be_hidden()
    assert "https://molen.example" not in (bakery[0].path / "search/index.js").read_text(encoding="utf-8")
