"""Four times as large, and in a reader's own colours: nothing is lost and nothing has to be moved sideways."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..projects import lasting_pages
from .reader import Answers, choose, document, open_workbook, remember, shared_file
from .test_answers import answer

WIDE = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const moves = one.closest('.c-table, .c-field__scroll, .md-sidebar, dialog, .md-tabs');
    return box.width && box.right > innerWidth + 1 && !moves && style.visibility !== 'hidden' && style.clipPath === 'none';
}).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
UNSEEN = """() => [...document.querySelectorAll('main button, main input, main select, main textarea, .c-path__step, .c-strip__dot')].filter(one => {
    const style = getComputedStyle(one, one.matches('.c-path__step') ? '::before' : null), box = one.getBoundingClientRect();
    const edges = ['top', 'right', 'bottom', 'left'].some(side => style.getPropertyValue(`border-${side}-style`) !== 'none');
    return box.width && !edges && style.appearance === 'none' && style.backgroundColor === 'rgba(0, 0, 0, 0)';
}).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
TABLES = """() => { leergang.later.makeAll(); return [...document.querySelectorAll('table[data-rows]')].map(table => {
    const { id, moment } = table.closest('course-worksheet').dataset;
    const names = [...table.querySelectorAll('tbody tr:first-child [name]')].map(control => control.name.split('.'));
    const [[field, row]] = names, free = table.dataset.rows === 'free';
    return { key: `worksheet:${id}:${moment || '2026-11-10'}`, field, row, columns: names.map(name => name[2]), free };
}); }"""
LONG = "Verantwoordelijkheidsverdeling"


BROKEN = """() => {
    const text = document.querySelector('h1').firstChild, range = document.createRange();
    return [...text.textContent.matchAll(/[\\p{L}]+/gu)].filter(({ 0: word, index }) => {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
    }).map(([word]) => word);
}"""


def filled_tables(page: Page, root: str) -> Answers:
    """The first row of every table of the course, filled in with long words."""
    open_workbook(page, root)
    tables: list[dict[str, Any]] = page.evaluate(TABLES)
    found: Answers = {}
    for table in tables:
        cells = dict.fromkeys(table["columns"], LONG)
        value = [cells] if table["free"] else {table["row"]: cells}
        found.setdefault(table["key"], {})[table["field"]] = answer(value, "Een vraag")
    return found


def test_four_times_as_large_no_page_moves_sideways(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    found = {}
    for path in lasting_pages(site):
        page.goto(path.as_uri())
        if page.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
            found[path.name] = page.evaluate(WIDE)

    assert {} == found


def test_no_word_of_a_title_is_broken_on_a_phone(phone: Page, site: Path) -> None:
    found = {}
    for path in lasting_pages(site):
        phone.goto(path.as_uri())
        if broken := phone.evaluate(BROKEN):
            found[path.name] = broken

    assert {} == found


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_tables_that_are_filled_in_never_make_the_workbook_move_sideways(width: int, page: Page, site: Path) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    answers = filled_tables(page, site.as_uri())
    remember(page, site.as_uri(), answers)
    open_workbook(page, site.as_uri())
    for view in ("moment", "module", "date", "share", "report", "foreign"):
        if view == "foreign":
            choose(page, shared_file(answers))
            page.get_by_role("button", name="Alleen lezen").click()
        else:
            page.get_by_label("Laat zien").select_option(view)

        assert len(answers) > 5
        expect(document(page)).to_contain_text(LONG)
        assert not page.evaluate("document.scrollingElement.scrollWidth > innerWidth"), (view, page.evaluate(WIDE))


def test_in_a_readers_own_colours_every_control_is_seen(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    for name in ("index.html", "tools/werkbladen/startfoto.html", "mijn-werkboek.html"):
        page.goto(f"{site.as_uri()}/{name}")
        assert [] == page.evaluate(UNSEEN), name
        field = page.locator("main :is(textarea, select, input):visible").first
        field.focus()
        expect(field).not_to_have_css("outline-style", "none")
