"""What a reader writes: kept in the browser, in step between pages, and never lost by us."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from .tabs import FORBID_STORAGE

COURSE = "leiding-geven-aan-een-plg"
KEY = f"leergang:{COURSE}:worksheet:teamnormen:dag-1"
TEAMNORMEN = "tools/werkbladen/teamnormen.html"
CHAPTER = "modules/veranderkunde/cultuur-van-samenwerking.html"
PAUSE = 900
"""Longer than the half second after which typing counts as a pause."""


def irritation(page: Page) -> Locator:
    """The first field of the worksheet with team norms."""
    return page.locator("course-worksheet[data-id=teamnormen] input[name=ergernis]").first


def status(page: Page) -> Locator:
    return page.locator("course-worksheet[data-id=teamnormen] .c-answers__status").first


def stored(page: Page, key: str = KEY) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key) or "null")


def store(page: Page, values: dict[str, Any], key: str = KEY, version: int = 1) -> None:
    page.evaluate("pair => localStorage.setItem(...pair)", [key, json.dumps({"version": version, "values": values})])


def answer(value: Any, asked: str, updated: str = "2026-01-05T10:00:00.000Z") -> dict[str, Any]:
    return {"value": value, "updated": updated, "asked": asked}


ASKED = "Waar stoor je je aan in eerder overleg?"


def test_an_answer_is_saved_by_itself_and_is_there_again_later(page: Page, address: str) -> None:
    page.goto(f"{address}/{TEAMNORMEN}")
    irritation(page).fill("We beginnen te laat.")

    expect(status(page)).to_have_text(re.compile(r"^Bewaard op dit apparaat, \d\d:\d\d$"))
    page.reload()
    expect(irritation(page)).to_have_value("We beginnen te laat.")


def test_whoever_leaves_in_the_middle_of_a_word_loses_nothing(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("We beg")

    page.goto(f"{site.as_uri()}/index.html")

    assert "We beg" == stored(page)["values"]["ergernis"]["value"]


@pytest.mark.parametrize("earlier", ["", "De telefoons."])
def test_what_is_typed_before_the_scripts_are_there_is_saved_too(page: Page, server: str, earlier: str) -> None:
    waiting: list[Route] = []
    page.goto(f"{server}/LICENTIE.html")
    if earlier:
        store(page, {"ergernis": answer(earlier, ASKED)})
    page.route("**/answers.js", lambda route: waiting.append(route))
    page.goto(f"{server}/{TEAMNORMEN}", wait_until="commit")
    irritation(page).fill("We beginnen te laat.")
    expect(status(page)).to_have_count(0)
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()

    expect(status(page)).to_contain_text("Bewaard")
    expect(irritation(page)).to_have_value("We beginnen te laat.")
    found = stored(page)["values"]["ergernis"]
    assert "We beginnen te laat." == found["value"]
    assert ([earlier] if earlier else []) == [one["value"] for one in found.get("kept", [])]


def test_what_is_stored_says_when_it_was_written_and_what_was_asked(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("We beginnen te laat.")
    page.wait_for_timeout(PAUSE)

    found = stored(page)
    assert 1 == found["version"]
    assert ASKED == found["values"]["ergernis"]["asked"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", found["values"]["ergernis"]["updated"])
    assert ["ergernis"] == list(found["values"])


def test_a_worksheet_in_a_chapter_and_on_its_own_page_stay_in_step(
    page: Page, context: BrowserContext, site: Path
) -> None:
    other = context.new_page()
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    other.goto(f"{site.as_uri()}/{CHAPTER}")

    irritation(page).fill("We beginnen te laat.")

    expect(irritation(other)).to_have_value("We beginnen te laat.")


def test_two_tabs_that_change_the_same_field_lose_neither_text(page: Page, context: BrowserContext, site: Path) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("Van de eerste.")
    irritation(other).fill("Van de tweede.")
    other.wait_for_timeout(PAUSE)

    kept = stored(page)["values"]["ergernis"]
    assert {"Van de eerste.", "Van de tweede."} == {kept["value"], *(text["value"] for text in kept["kept"])}
    shown, offered = kept["value"], kept["kept"][0]["value"]
    for tab in (page, other):
        expect(irritation(tab)).to_have_value(shown)
        expect(tab.locator(".c-answers__notice").first).to_contain_text(offered)

    page.get_by_role("button", name="Neem deze tekst").first.click()
    expect(irritation(page)).to_have_value(offered)
    page.get_by_role("button", name="Deze tekst is niet nodig").first.click()
    expect(page.locator(".c-answers__notice")).to_have_count(0)
    assert "kept" not in stored(page)["values"]["ergernis"]


def test_tabs_that_change_different_fields_keep_both(page: Page, context: BrowserContext, site: Path) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("We beginnen te laat.")
    other.locator("[name=gesprek-openen]").fill("De voorzitter")
    other.wait_for_timeout(PAUSE)

    found = stored(page)["values"]
    assert ("We beginnen te laat.", "De voorzitter") == (found["ergernis"]["value"], found["gesprek-openen"]["value"])


FILL_UP = """() => {
    let size = 1 << 22, number = 0;
    while (size >= 1) {
        try { localStorage.setItem('vol' + number++, 'x'.repeat(size)); } catch { size >>= 1; }
    }
}"""
FREE = (
    "() => Object.keys(localStorage).filter(key => key.startsWith('vol')).forEach(key => localStorage.removeItem(key))"
)

FILL = """form => {
    const seen = new Map();
    for (const control of form.querySelectorAll('[name]')) {
        const turn = seen.get(control.name) ?? 0;
        seen.set(control.name, turn + 1);
        if (control.type === 'radio' || control.type === 'checkbox') control.checked = turn !== 1 && (control.type === 'checkbox' || turn === 0);
        else if (control.type === 'date') control.value = '2026-03-0' + (1 + seen.size % 9);
        else if (control.type === 'number') control.value = String(1 + seen.size % 3);
        else control.value = 'Antwoord ' + seen.size + ' op "' + control.name + '" <b>&amp;</b>';
        control.dispatchEvent(new Event('input', {bubbles: true}));
    }
}"""
READ = "form => [...form.querySelectorAll('[name]')].map(c => [c.name, c.value, c.checked ?? null])"


def worksheets() -> list[str]:
    folder = Path(__file__).resolve().parents[2] / "docs/tools/werkbladen"
    return sorted(path.stem for path in folder.glob("*.md"))


@pytest.mark.parametrize("name", worksheets())
def test_every_field_of_a_worksheet_comes_back_as_it_was(name: str, page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/{name}.html")
    form = page.locator("course-worksheet form")
    for button in page.get_by_role("button", name="Rij erbij").all():
        button.click()
    form.evaluate(FILL)
    filled = form.evaluate(READ)
    page.wait_for_timeout(PAUSE)

    page.reload()

    assert filled == page.locator("course-worksheet form").evaluate(READ)


def test_a_table_grows_and_loses_only_empty_rows(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    rows = page.locator("table[data-rows=free] tbody tr")
    before = rows.count()
    drop = page.get_by_role("button", name="Lege rij weg").first

    page.get_by_role("button", name="Rij erbij").first.click()
    expect(rows).to_have_count(before + 1)
    expect(rows.last.locator("input, textarea").first).to_be_focused()
    rows.last.locator("input, textarea").first.fill("Een norm")
    expect(drop).to_be_disabled()
    page.wait_for_timeout(PAUSE)
    page.reload()
    expect(rows).to_have_count(before + 1)
    rows.last.locator("input, textarea").first.fill("")
    drop.click()
    expect(rows).to_have_count(before)


def test_a_full_browser_is_told_at_once_and_loses_nothing(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("Dit stond er al.")
    page.wait_for_timeout(PAUSE)
    page.evaluate(FILL_UP)

    irritation(page).fill("Dit is er bij gekomen, en het past niet meer.")
    expect(status(page)).to_have_text(re.compile("^Niet bewaard: de opslag van je browser is vol"))

    expect(irritation(page)).to_have_value("Dit is er bij gekomen, en het past niet meer.")
    assert "Dit stond er al." == stored(page)["values"]["ergernis"]["value"]
    page.evaluate(FREE)
    expect(status(page)).to_have_text(re.compile("^Bewaard op dit apparaat"))
    assert "Dit is er bij gekomen, en het past niet meer." == stored(page)["values"]["ergernis"]["value"]


def test_a_browser_that_allows_no_storage_is_told_and_can_be_typed_in(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    context.add_init_script(FORBID_STORAGE)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")

    irritation(page).fill("Ik kan doorschrijven.")

    expect(status(page)).to_have_text(re.compile("^Niet bewaard: je browser laat opslaan hier niet toe"))
    expect(irritation(page)).to_have_value("Ik kan doorschrijven.")
    context.close()


@pytest.mark.parametrize("damage", ["{", "null", "[]", '{"version":1}', '{"version":1,"values":{"ergernis":"los"}}'])
def test_a_value_that_cannot_be_read_is_set_aside_before_anything_takes_its_place(
    damage: str, page: Page, site: Path
) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("pair => localStorage.setItem(...pair)", [KEY, damage])
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("Nieuw.")
    page.wait_for_timeout(PAUSE)

    kept = page.evaluate(
        "() => Object.entries(localStorage).filter(([key]) => key.includes(':aside:')).map(([, raw]) => raw)"
    )
    assert [damage] == kept
    assert "Nieuw." == stored(page)["values"]["ergernis"]["value"]


def test_answers_of_a_newer_version_are_left_alone(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    store(page, {"ergernis": answer("Uit de toekomst.", ASKED)}, version=2)
    before = page.evaluate("key => localStorage.getItem(key)", KEY)
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")

    irritation(page).fill("Van nu.")
    page.wait_for_timeout(PAUSE)

    expect(status(page)).to_contain_text("nieuwere versie")
    assert before == page.evaluate("key => localStorage.getItem(key)", KEY)


def test_a_question_that_has_changed_shows_what_was_asked(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    store(
        page,
        {
            "ergernis": answer("Ruis.", "Wat stoorde je vroeger?"),
            "gesprek-openen": answer("Ik", "Wie OPENT het gesprek  als het misgaat"),
        },
    )
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    notice = page.locator("[data-field=ergernis] .c-answers__notice")

    expect(notice).to_contain_text('"Wat stoorde je vroeger?"')
    expect(page.locator("[data-field=gesprek-openen] .c-answers__notice")).to_have_count(0)
    notice.get_by_role("button", name="Mijn antwoord klopt nog").click()
    expect(notice).to_have_count(0)
    assert ("Ruis.", ASKED) == tuple(stored(page)["values"]["ergernis"][key] for key in ("value", "asked"))


def test_a_prompt_that_is_asked_again_shows_the_earlier_answer_with_its_date(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/mijn-werkboek.html")
    first, second = (
        page.locator(f"course-reflection[data-id=zwakste-idee][data-moment={m}]") for m in ("voor-dag-1", "coaching")
    )
    first.locator("textarea").fill("Resultaat: we kijken nooit terug.")
    page.wait_for_timeout(PAUSE)

    earlier = second.locator(".c-answers__earlier")
    expect(earlier.locator("summary")).to_have_text(re.compile(r"^Eerder: Voor dag 1 \(\d+ \w+ \d{4}\)$"))
    earlier.locator("summary").click()
    expect(earlier.locator("p")).to_have_text("Resultaat: we kijken nooit terug.")
    expect(second.locator("textarea")).to_have_value("")


def test_a_question_that_is_asked_again_elsewhere_shows_the_first_answer(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/startfoto.html")
    page.locator("[data-field=leren] fieldset.c-scale__row").first.get_by_label("4", exact=True).check()
    page.wait_for_timeout(PAUSE)
    page.goto(f"{site.as_uri()}/tools/werkbladen/vervolgplan.html")

    earlier = page.locator("[data-field=leren] .c-answers__earlier")
    earlier.locator("summary").click()
    expect(earlier.get_by_role("row", name=re.compile("korte lijst van doelen.* 4$"))).to_be_visible()


def test_a_worksheet_for_every_month_keeps_each_month(page: Page, site: Path) -> None:
    key = f"leergang:{COURSE}:worksheet:monitor"
    page.goto(f"{site.as_uri()}/index.html")
    asked = "Grootste belemmering"
    for day in ("2026-01-10", "2026-02-10"):
        store(page, {"belemmering": answer(f"Van {day}", asked)}, f"{key}:{day}")
    page.goto(f"{site.as_uri()}/tools/werkbladen/monitor.html")
    field = page.locator("[name=belemmering]")

    expect(field).to_have_value("Van 2026-02-10")
    page.get_by_label("Invulling van").select_option("2026-01-10")
    expect(field).to_have_value("Van 2026-01-10")
    page.get_by_role("button", name="Opnieuw invullen").click()
    expect(field).to_have_value("")
    field.fill("Van nu")
    page.wait_for_timeout(PAUSE)

    assert 3 == page.evaluate("key => Object.keys(localStorage).filter(one => one.startsWith(key)).length", key)


def test_nothing_that_is_stored_becomes_part_of_the_page_as_html(page: Page, site: Path) -> None:
    bait = '<img src="x" onerror="document.title=1"><script>document.title=2</script>'
    page.goto(f"{site.as_uri()}/index.html")
    store(
        page, {"ergernis": answer(bait, bait) | {"kept": [{"value": f"{bait} 2", "updated": "2026-01-01T00:00:00Z"}]}}
    )
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")

    expect(page.locator(".c-answers__notice")).to_have_count(2)
    expect(irritation(page)).to_have_value(bait)
    assert 0 == page.locator(".c-answers__notice :is(img, script)").count()


def test_without_javascript_a_worksheet_says_that_it_will_not_be_kept(browser: Browser, site: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")

    assert "wordt niet bewaard" in page.locator("course-worksheet noscript").inner_text()
    expect(irritation(page)).to_be_visible()
    page.close()


def test_what_finds_no_room_beside_a_damaged_value_is_not_called_saved(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("key => localStorage.setItem(key, '{kapot' + 'x'.repeat(2000))", KEY)
    page.evaluate(FILL_UP)
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    irritation(page).fill("Nieuw.")
    page.wait_for_timeout(PAUSE)
    page.evaluate("() => leergang.store.changed(null)")

    expect(status(page)).to_have_text(re.compile("^Niet bewaard"))
    expect(irritation(page)).to_have_value("Nieuw.")
