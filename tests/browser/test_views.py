"""My workbook to read: answers by moment, module and date, found, printed and copied."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .test_answers import ASKED, COURSE, answer, store
from .test_workbook import WORKBOOK

PROMPT = "leerling-merkt"
QUESTION = "Waaraan merkt een leerling dat je school een PLG is? Noem iets wat die leerling zelf zou kunnen vertellen."
GONE = f"leergang:{COURSE}:worksheet:verdwenen:dag-1"
HOSTILE = '<img src=x onerror="window.hurt = 1"><b>vet</b>'


def key(kind: str, name: str, round: str) -> str:
    return f"leergang:{COURSE}:{kind}:{name}:{round}"


def document(page: Page) -> Locator:
    return page.locator("[data-part=document]")


def show(page: Page, view: str) -> None:
    page.get_by_label("Laat zien").select_option(view)


def headings(page: Page, level: int) -> list[str]:
    found = document(page).locator(f"h{level}:visible").all_inner_texts()
    return found[1:] if level == 2 else found


@pytest.fixture
def filled(page: Page, site: Path) -> Page:
    """A workbook with answers of three days, among them all kinds of field."""
    page.goto(f"{site.as_uri()}/index.html")
    store(page, {
        "ergernis": answer("We beginnen te laat.\nElke keer.", "Waar stoorde je je aan?", "2026-03-02T10:00:00Z"),
        "normen": answer([{"norm": "We beginnen op tijd.", "steun": "4"}], "Onze normen", "2026-03-02T10:00:00Z"),
        "herziening": answer("2026-11-03", "Wanneer bekijken we de normen opnieuw?", "2026-03-02T10:00:00Z"),
    })  # fmt: skip
    first, last = (
        answer("Nog niets.", QUESTION, "2026-01-05T10:00:00Z"),
        answer("Véél.", QUESTION, "2026-06-05T10:00:00Z"),
    )
    store(page, {PROMPT: first}, key("reflection", PROMPT, "voor-dag-1"))
    store(page, {PROMPT: last}, key("reflection", PROMPT, "na"))
    store(page, {"vraag": answer("Bewaard.", "Een oude vraag", "2026-01-05T10:00:00Z")}, GONE)
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    return page


@pytest.mark.parametrize(
    ("view", "groups", "items"),
    [
        ("moment", ["Voor dag 1", "Dag 1", "Na de training", "Vragen die deze training niet meer stelt"],
         [QUESTION, "Normen die werken", QUESTION, "verdwenen"]),
        ("module", ["Veranderkunde en PLG", "Voor de hele training", "Vragen die deze training niet meer stelt"],
         ["Normen die werken", QUESTION, QUESTION, "verdwenen"]),
        ("date", ["5 juni 2026", "2 maart 2026", "5 januari 2026"],
         [QUESTION, "Normen die werken", "verdwenen", QUESTION]),
    ],
)  # fmt: skip
def test_answers_stand_in_the_order_that_a_reader_chooses(
    filled: Page, view: str, groups: list[str], items: list[str]
) -> None:
    show(filled, view)

    assert groups == headings(filled, 2)
    assert items == headings(filled, 3)
    expect(filled.locator("course-worksheet").first).to_be_hidden()


def test_an_answer_stands_below_the_question_as_it_was(filled: Page) -> None:
    show(filled, "moment")
    sheet = document(filled).locator(".c-document__item", has_text="Normen die werken")

    assert ["Waar stoorde je je aan?", "Onze normen", "Wanneer bekijken we de normen opnieuw?"] == sheet.locator(
        "strong"
    ).all_inner_texts()
    assert "We beginnen te laat.\nElke keer." in sheet.locator("p").all_inner_texts()
    expect(sheet.get_by_text("3 november 2026", exact=True)).to_be_visible()
    expect(sheet.get_by_text("Dag 1 · 2 maart 2026")).to_be_visible()
    rows = sheet.locator("table tr")
    assert ["", "Norm als gedrag", "Zo zien we het", "Zo spreken we elkaar aan", "Steun voor deze norm"] == rows.nth(
        0
    ).locator("th").all_inner_texts()
    assert ["We beginnen op tijd.", "", "", "4"] == rows.nth(1).locator("td").all_inner_texts()


def test_the_same_prompt_stands_twice_with_its_moments_and_dates(filled: Page) -> None:
    show(filled, "moment")
    found = document(filled).locator(".c-document__item", has_text=QUESTION)

    assert ["Voor dag 1 · 5 januari 2026", "Na de training · 5 juni 2026"] == found.locator(
        ".c-document__facts"
    ).all_inner_texts()


def test_a_scale_is_a_table_of_statements_and_a_choice_its_label(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    first = page.locator("course-worksheet[data-id=startfoto] [data-field=leren] legend").nth(1).inner_text()
    page.locator("course-worksheet[data-id=startfoto] [data-field=leren] input[value='3']").first.check()
    option = page.locator("course-worksheet label:has(input[type=checkbox])").first
    option.locator("input").check()
    show(page, "moment")

    expect(document(page).get_by_role("row", name=f"{first} 3")).to_be_visible()
    expect(document(page).locator("li", has_text=option.inner_text())).to_be_visible()
    expect(document(page)).to_contain_text("1 = helemaal niet")


def test_a_word_is_found_whatever_its_capitals_and_accents(filled: Page) -> None:
    show(filled, "moment")
    search = filled.get_by_label("Zoek in deze antwoorden")
    search.fill("VEEL")

    assert (["Na de training"], [QUESTION]) == (headings(filled, 2), headings(filled, 3))
    expect(filled.get_by_text("1 gevonden")).to_be_visible()
    search.fill("onvindbaar")
    assert ([], []) == (headings(filled, 2), headings(filled, 3))
    expect(filled.get_by_text("0 gevonden")).to_be_visible()


def test_each_moment_says_how_far_it_is_and_what_is_left(filled: Page) -> None:
    row = filled.locator("[data-part=progress] li", has_text="Dag 1").first
    expect(filled.locator("[data-part=progress] > li").first).to_contain_text("Voor dag 1 1 van 5")
    expect(filled.locator("[data-part=progress] > li").nth(1)).to_contain_text("Dag 1 1 van 27")
    row = filled.locator("[data-part=progress] > li").nth(1)
    row.get_by_text("Wat je nog kunt invullen").click()
    assert "Normen die werken" not in row.locator("details").inner_text()
    link = row.get_by_role("link", name="Tijdpuzzel")
    link.click()

    expect(filled.locator("course-worksheet[data-id=tijdpuzzel] .c-worksheet__title")).to_be_in_viewport()
    filled.locator("course-worksheet[data-id=tijdpuzzel] textarea").first.fill("Wij hebben dinsdag.")
    expect(row).to_contain_text("Dag 1 2 van 27")


def test_what_is_printed_is_the_document_and_nothing_else(filled: Page) -> None:
    show(filled, "moment")
    filled.emulate_media(media="print")

    expect(document(filled)).to_be_visible()
    for hidden in (
        "h1",
        ".md-header",
        "[data-part=view]",
        "[data-act=print]",
        "[data-part=summary]",
        "course-reflection",
    ):
        expect(filled.locator(hidden).first).to_be_hidden()
    filled.emulate_media(media="screen")
    show(filled, "share")
    filled.emulate_media(media="print")
    expect(document(filled).locator(".c-document__item").first).to_be_hidden()


def test_a_copy_for_word_has_headings_and_tables(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}/index.html")
    store(page, {"ergernis": answer("Te laat.", ASKED), "normen": answer([{"norm": "<Op tijd>"}], "Onze normen")})
    page.goto(f"{server}/{WORKBOOK}")
    show(page, "moment")
    page.get_by_role("button", name="Kopieer voor Word").click()
    expect(page.locator("[data-part=message]")).to_contain_text("op het klembord")
    read = "async type => (await (await navigator.clipboard.read())[0].getType(type)).text()"
    html, text = (str(page.evaluate(read, kind)) for kind in ("text/html", "text/plain"))

    for part in ("<h2", "<h3", "Normen die werken", "<table", "<th", "&lt;Op tijd&gt;", "<strong"):
        assert part in html, part
    assert "checkbox" not in html
    assert f"\nNormen die werken\nDag 1 · 5 januari 2026\n{ASKED}\nTe laat.\nOnze normen\n" in text
    assert "1\t<Op tijd>\t" in text
    context.close()


@pytest.mark.parametrize("view", ["moment", "module", "date", "share", "report"])
def test_no_answer_is_ever_html(page: Page, site: Path, view: str) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    hostile = answer(HOSTILE, HOSTILE)
    store(page, {"ergernis": hostile, "normen": answer([{"norm": HOSTILE}, HOSTILE], HOSTILE), "weg": hostile})
    store(page, {PROMPT: answer([[HOSTILE], {HOSTILE: HOSTILE}], HOSTILE)}, key("reflection", PROMPT, "na"))
    store(page, {"x": hostile}, GONE)
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    show(page, view)

    expect(document(page)).to_contain_text(HOSTILE)
    assert page.evaluate("window.hurt") is None
    assert 0 == document(page).locator("img, b").count()


def test_answers_to_a_question_that_is_gone_are_named(filled: Page) -> None:
    expect(filled.locator("[data-part=summary]")).to_contain_text("vragen die deze training niet meer stelt")
    show(filled, "moment")
    item = document(filled).locator(".c-document__item", has_text="verdwenen")

    assert ["Een oude vraag"] == item.locator("strong").all_inner_texts()
    expect(item.get_by_text("Bewaard.")).to_be_visible()


def test_a_worksheet_that_was_filled_in_twice_shows_both_dates(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    field = page.locator("course-worksheet[data-id=zorgenpeiler] [data-field]").first.get_attribute("data-field") or ""
    for day in ("2026-03-01", "2026-02-01"):
        store(page, {field: answer("x", "Vraag", f"{day}T10:00:00Z")}, key("worksheet", "zorgenpeiler", day))
    page.reload()
    show(page, "moment")

    assert ["1 februari 2026", "1 maart 2026"] == document(page).locator(".c-document__facts").all_inner_texts()
