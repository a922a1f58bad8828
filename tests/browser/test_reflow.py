"""Four times as large, and in a reader's own colours: nothing is lost and nothing has to be moved sideways."""

from pathlib import Path

from playwright.sync_api import Page, expect

from ..projects import lasting_pages

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


def test_four_times_as_large_no_page_moves_sideways(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    found = {}
    for path in lasting_pages(site):
        page.goto(path.as_uri())
        if page.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
            found[path.name] = page.evaluate(WIDE)

    assert {} == found


def test_in_a_readers_own_colours_every_control_is_seen(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    for name in ("index.html", "tools/werkbladen/startfoto.html", "mijn-werkboek.html"):
        page.goto(f"{site.as_uri()}/{name}")
        assert [] == page.evaluate(UNSEEN), name
        field = page.locator("main :is(textarea, select, input):visible").first
        field.focus()
        expect(field).not_to_have_css("outline-style", "none")
