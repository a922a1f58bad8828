"""Everyone can use it: axe finds nothing, the keyboard is enough, and a screen reader is told what matters."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..projects import ROOT, lasting_pages
from .tabs import FORBID_STORAGE
from .test_answers import ASKED, COURSE, PAUSE, TEAMNORMEN, answer, irritation, store
from .test_views import show
from .test_workbook import WORKBOOK, choose

PROMPT = "leerling-merkt"
QUESTION = "Waaraan merkt een leerling dat je school een PLG is? Noem iets wat die leerling zelf zou kunnen vertellen."
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
    window.leergang?.later?.makeAll();
    const {violations} = await axe.run(document, {
        resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}});
    return violations.map(one => [one.id, one.nodes.map(node => node.target.join(' ')).slice(0, 4).join(' | ')].join(': '));
}"""

BEHIND_STATUS = """async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const here = document.activeElement, status = document.querySelector('.c-answers__status').getBoundingClientRect();
    const {top, bottom} = here.getBoundingClientRect(), seen = Math.min(bottom, innerHeight);
    return here.closest('form') && top >= status.top && seen <= status.bottom ? here.outerHTML.slice(0, 120) : '';
}"""

IN_MENU = """async () => {
    const here = document.activeElement;
    await Promise.all(document.getAnimations().map(one => one.finished));
    if (!here.closest('.md-sidebar--primary')) return null;
    const box = here.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 2));
    return here.contains(at) ? '' : here.outerHTML.slice(0, 120);
}"""


def key(kind: str, name: str, round: str) -> str:
    return f"leergang:{COURSE}:{kind}:{name}:{round}"


def document(page: Page) -> Locator:
    return page.locator("[data-part=document]")


def prepare(page: Page, site: Path) -> None:
    """A workbook with a worksheet, with a text kept beside it, and two prompts."""
    page.goto(f"{site.as_uri()}/index.html")
    kept = {"kept": [{"value": "Ook van mij.", "updated": "2026-01-04T10:00:00Z"}]}
    store(page, {"ergernis": answer("We beginnen te laat.", ASKED) | kept})
    store(page, {PROMPT: answer("Nog niets.", QUESTION)}, key("reflection", PROMPT, "voor-dag-1"))
    store(page, {"overgeslagen-vraag": answer("De derde.", "?")}, key("reflection", "overgeslagen-vraag", "dag-1"))
    page.goto(f"{site.as_uri()}/{WORKBOOK}")


def violations(page: Page) -> list[str]:
    """What axe finds wrong, best practices included: each rule with the first elements that break it."""
    page.wait_for_timeout(300)  # colours that change slowly are there
    page.evaluate(AXE)
    return list(page.evaluate(RUN))


@pytest.fixture(params=[(360, "dark"), (1280, "light")], ids=["phone-dark", "laptop-light"])
def screen(request: pytest.FixtureRequest, page: Page) -> Page:
    """A phone by night and a laptop by day: each has what the other lacks."""
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return page


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_any_page(page: Page, site: Path, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    found = {}
    for path in lasting_pages(site):
        page.goto(path.as_uri())
        page.evaluate(AXE)
        found[path.name] = page.evaluate(RUN)

    assert {} == {name: told for name, told in found.items() if told}


def test_axe_finds_nothing_with_the_menu_the_strip_or_search_open(screen: Page, site: Path) -> None:
    screen.goto(f"{site.as_uri()}/modules/structureren/focus-op-leren.html")
    screen.locator(".c-strip summary").click()
    assert [] == violations(screen)
    if (menu := screen.locator(".md-header label[for=__drawer]")).is_visible():
        menu.click()
        assert [] == violations(screen)
        screen.locator(".md-overlay").click(position={"x": 340, "y": 400})
    screen.locator("[data-search-open]").click()
    assert [] == violations(screen)
    for question in ("consensus", "xyzzy"):
        screen.get_by_role("combobox").fill(question)
        screen.get_by_text("consensus en conflicten" if question == "consensus" else "xyzzy").first.wait_for()
        assert [] == violations(screen), question


def test_axe_finds_nothing_in_any_state_of_a_worksheet(screen: Page, site: Path) -> None:
    screen.goto(f"{site.as_uri()}/index.html")
    kept = {"kept": [{"value": "Ook van mij.", "updated": "2026-01-04T10:00:00Z"}]}
    store(screen, {"ergernis": answer("We beginnen te laat.", "Waar stoor je je aan?") | kept})
    store(screen, {PROMPT: answer("Nog niets.", QUESTION)}, key("reflection", PROMPT, "voor-dag-1"))
    screen.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    for control in screen.locator("course-worksheet :is(textarea, input[type=text])").all():
        control.fill("Op tijd.")
    screen.locator("course-worksheet input[type=radio]").first.check()
    screen.get_by_text("Geef dit werkblad door").click()
    screen.get_by_text("Dit werkblad is helemaal ingevuld.").wait_for()
    assert [] == violations(screen)

    screen.evaluate("Storage.prototype.setItem = function () { if (this === localStorage) throw Error('full'); }")
    irritation(screen).fill("Vol.")
    screen.get_by_text("de opslag van je browser is vol").wait_for()
    assert [] == violations(screen)


def test_axe_finds_nothing_in_any_state_of_the_workbook(screen: Page, browser: Browser, site: Path) -> None:
    prepare(screen, site)
    screen.wait_for_timeout(PAUSE)
    assert [] == violations(screen)
    choose(screen, b"{kapot")
    screen.get_by_text("Dit bestand is beschadigd").wait_for()
    screen.get_by_text("Wat je nog kunt invullen").first.click()
    assert [] == violations(screen)
    screen.get_by_role("button", name="Wis antwoorden").click()
    assert [] == violations(screen)
    screen.keyboard.press("Escape")
    for view in ("moment", "module", "date", "report", "share"):
        show(screen, view)
        if view == "share":
            document(screen).get_by_label("neem dit mee").first.check()
        assert [] == violations(screen), view


def test_axe_finds_nothing_in_a_file_of_someone_else(screen: Page, site: Path) -> None:
    screen.goto(f"{site.as_uri()}/{WORKBOOK}")
    values = {"ergernis": answer("Te laat.", ASKED), "normen": answer([{"norm": "Op tijd"}], "Onze normen")}
    item = {"kind": "worksheet", "id": "teamnormen", "round": "dag-1", "values": values}
    about = {
        "format": "leergang-answers",
        "version": 1,
        "course": COURSE,
        "exported": "2026-03-01T12:00:00Z",
    }
    choose(screen, {**about, "shared": True, "from": "Sanne", "answers": [item]})
    assert [] == violations(screen)
    screen.get_by_role("button", name="Alleen lezen").click()
    assert [] == violations(screen)
    choose(screen, {**about, "answers": [item]})
    screen.get_by_role("button", name="Neem over wat is aangevinkt").click()
    screen.get_by_text("De antwoorden zijn overgenomen.").wait_for()
    assert [] == violations(screen)
    screen.get_by_label("Anderen gebruiken deze computer ook").check()
    screen.get_by_text("blijft alleen in dit venster").wait_for()
    assert [] == violations(screen)


def test_the_keyboard_is_enough(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    _reach(page, "input[name=ergernis]")
    page.keyboard.type("We beginnen te laat.")
    _reach(page, "input[name='normen.1.steun']")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("input[name='normen.1.steun'][value='3']")).to_be_checked()
    rows = page.locator("table[data-rows] tbody tr").count()
    _reach(page, "button", "Rij erbij")
    page.keyboard.press("Enter")
    assert rows + 1 == page.locator("table[data-rows] tbody tr").count()
    assert f"normen.{rows + 1}.norm" == page.evaluate("document.activeElement.name")

    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    _reach(page, "button", "Wis antwoorden")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('dialog[open]') !== null")
    page.keyboard.press("Escape")
    assert "Wis antwoorden" == page.evaluate("document.activeElement.textContent.trim()")
    _reach(page, "#workbook-view")
    page.keyboard.type("wat ik wil")
    _reach(page, ".c-document__item input[type=checkbox]")
    page.keyboard.press("Space")
    expect(document(page).get_by_label("neem dit mee").first).to_be_checked()


@pytest.mark.parametrize("storage", [True, False], ids=["kept", "refused"])
@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 720), (320, 256)])
def test_what_has_the_focus_is_never_behind_what_is_said_of_answers(
    width: int, height: int, storage: bool, page: Page, site: Path, complaints: list[str]
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")  # it scrolls at once
    if not storage:
        page.add_init_script(FORBID_STORAGE)
    page.goto(f"{site.as_uri()}/tools/werkbladen/startfoto.html")
    page.locator("course-worksheet input").first.fill("Een school in Noord")
    expect(page.locator(".c-answers__status")).to_have_text(re.compile("Bewaard op" if storage else "Niet bewaard"))
    hidden = []
    for _ in range(45):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(BEHIND_STATUS))

    assert [""] * 45 == hidden
    complaints.clear()  # without storage Material's own script asks for it all the same


def test_who_goes_through_the_menu_of_a_phone_by_keyboard_sees_it(phone: Page, site: Path) -> None:
    phone.goto(f"{site.as_uri()}/tools/werkbladen/startfoto.html")
    stops: list[str] = []
    for _ in range(400):
        phone.keyboard.press("Tab")
        stop = phone.evaluate(IN_MENU)
        if stop is not None:
            stops.append(stop)
        elif stops:
            break

    assert len(stops) > 40
    assert {""} == set(stops)
    expect(phone.locator(".md-sidebar--primary")).not_to_be_in_viewport()


def _reach(page: Page, selector: str, text: str = "") -> None:
    """Go on with the Tab key until an element has the focus, which must be seen at each stop."""
    for _ in range(400):
        page.keyboard.press("Tab")
        found: dict[str, Any] = page.evaluate(
            """selector => {
                const here = document.activeElement, style = getComputedStyle(here);
                const label = here.closest('label') ?? here;
                const shown = [style, getComputedStyle(label)].some(one => one.outlineStyle !== 'none' || one.boxShadow !== 'none');
                return {is: here.matches(selector), text: here.textContent.trim(), name: here.outerHTML.slice(0, 120),
                        shown: shown || here === document.body};
            }""",
            selector,
        )
        assert found["shown"], f"the focus is not seen: {found['name']}"
        if found["is"] and text in found["text"]:
            return
    raise AssertionError(f"the Tab key never comes to {selector} {text}")


def test_a_screen_reader_is_told_what_matters(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/startfoto.html")
    form = page.locator("course-worksheet").aria_snapshot()
    for told in ('group "Focus op leren', 'radio "1"', 'textbox "Mijn school"'):
        assert told in form, told
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    tools = page.locator("course-workbook").aria_snapshot()
    for told in (
        'combobox "Laat zien"',
        'option "mijn reflectieverslag"',
        "status: Je hebt nog niets ingevuld",
        'checkbox "Anderen',
        'progressbar "Dag 1"',
    ):
        assert told in tools, told
    page.get_by_role("button", name="Wis antwoorden").click()
    expect(page.get_by_role("dialog", name="Antwoorden wissen")).to_be_visible()
