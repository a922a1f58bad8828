"""The workbook to read: by moment, module or date, found, copied and printed; and what is still empty."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .reader import (
    NORMS,
    START,
    WEAKEST,
    WRITTEN,
    choose,
    document,
    item,
    message,
    open_workbook,
    remember,
    shared_file,
)
from .test_answers import answer

GONE = "Vragen die deze training niet meer stelt"
FIRST = "Startfoto, waar staan wij?"
TEAM = "Normen die werken"
MONITOR = "Monitor van de PLG"


@pytest.fixture
def workbook(page: Page, site: Path) -> Page:
    """The workbook of someone who wrote something of every kind."""
    remember(page, site.as_uri(), WRITTEN)
    open_workbook(page, site.as_uri())
    return page


def show(page: Page, view: str) -> None:
    page.get_by_label("Laat zien").select_option(view)


def outline(page: Page) -> dict[str, list[str]]:
    """The titles below each heading, as they are shown."""
    groups = document(page).locator(":scope > section:visible")
    return {group.locator("h2").inner_text(): group.locator("h3:visible").all_inner_texts() for group in groups.all()}


def rows(table: Locator) -> list[list[str]]:
    found: list[list[str]] = table.evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.innerText))"
    )
    return found


def test_what_was_written_is_shown_by_moment(workbook: Page) -> None:
    show(workbook, "moment")

    assert outline(workbook) == {
        "Voor dag 1": [FIRST, WEAKEST],
        "Dag 1": [TEAM],
        "Tussen de dagen": [MONITOR, MONITOR],
        "Online coaching": [WEAKEST],
        GONE: ["verdwenen"],
    }
    assert list(outline(workbook)) == ["Voor dag 1", "Dag 1", "Tussen de dagen", "Online coaching", GONE]
    expect(workbook.locator("course-worksheet:visible, course-reflection:visible")).to_have_count(0)


def test_what_was_written_is_shown_by_module(workbook: Page) -> None:
    show(workbook, "module")

    found = outline(workbook)
    assert list(found) == ["Structureren van een PLG", "Veranderkunde en PLG", "Voor de hele training", GONE]
    assert found["Veranderkunde en PLG"] == [TEAM]
    assert found[GONE] == ["verdwenen"]


def test_what_was_written_is_shown_by_date_with_the_newest_first(workbook: Page) -> None:
    show(workbook, "date")

    assert list(outline(workbook).items()) == [
        ("20 november 2026", [WEAKEST]),
        ("10 november 2026", [MONITOR]),
        ("10 oktober 2026", [MONITOR]),
        ("5 oktober 2026", [TEAM]),
        ("3 september 2026", [WEAKEST]),
        ("2 september 2026", [FIRST]),
        ("1 augustus 2026", ["verdwenen"]),
    ]


@pytest.mark.parametrize("view", ["report", "moment"])
def test_whoever_comes_back_to_the_workbook_sees_what_it_says_that_it_shows(
    view: str, page: Page, address: str
) -> None:
    remember(page, address, WRITTEN)
    open_workbook(page, address, view)
    page.goto(f"{address}/programma.html")
    page.go_back()

    expect(page.get_by_label("Laat zien")).to_have_value(view)
    expect(item(page, TEAM)).to_be_visible()
    expect(page.locator("course-worksheet:visible, course-reflection:visible")).to_have_count(0)


@pytest.mark.parametrize("view", ["moment", "module"])
def test_a_prompt_that_was_asked_twice_shows_both_answers_in_order(view: str, workbook: Page) -> None:
    show(workbook, view)

    twice = item(workbook, WEAKEST)
    expect(twice.locator(".c-document__facts")).to_have_text(
        ["Voor dag 1 · 3 september 2026", "Online coaching · 20 november 2026"]
    )
    expect(twice.nth(0)).to_contain_text("Resultaat.")
    expect(twice.nth(1)).to_contain_text("Leren.")


def test_questions_are_shown_as_they_were_asked_in_the_order_of_the_form(workbook: Page) -> None:
    show(workbook, "moment")

    expect(item(workbook, FIRST).locator(".c-document__question strong")).to_have_text(
        ["Hoe heet je school?", "Onze ervaring met een PLG", "Focus op leren", "Datum"]
    )
    expect(item(workbook, FIRST).locator(".c-document__question").nth(2)).to_contain_text(
        "(1 = helemaal niet, 5 = helemaal)"
    )
    expect(item(workbook, TEAM).locator(".c-document__question").last).to_have_text("Wat vroegen we hier ooit?")
    expect(item(workbook, TEAM)).to_contain_text("Toch bewaard.")
    expect(item(workbook, WEAKEST).locator(".c-document__question")).to_have_count(0)


def test_choices_statements_and_dates_are_shown_in_words(workbook: Page) -> None:
    show(workbook, "moment")
    first = item(workbook, FIRST)

    expect(first).to_contain_text("Eerste stappen")
    expect(first).to_contain_text("14 september 2026")
    assert rows(first.locator("table")) == [
        ["Wij hebben per vak een korte lijst van doelen die elke leerling moet halen.", "4"],
        ["Een leerling die vastloopt, krijgt snel hulp die wij samen hebben afgesproken.", "2"],
    ]


def test_a_table_is_shown_as_a_table_with_the_heads_of_its_columns(workbook: Page) -> None:
    show(workbook, "moment")

    assert rows(item(workbook, TEAM).locator("table")) == [
        ["", "Norm als gedrag", "Zo zien we het", "Zo spreken we elkaar aan", "Steun voor deze norm"],
        ["1", "We beginnen op tijd.\nEn we stoppen op tijd.", "", "", "5"],
        ["2", "We praten met het café erbij.", "Koffie", "", ""],
    ]
    assert rows(item(workbook, MONITOR).locator("table"))[1] == [
        "1", "3 november 2026", "2. Hoe weten we dat het geleerd is?", "", "", "Deels",
    ]  # fmt: skip


def test_a_column_that_is_gone_keeps_its_cells(page: Page, site: Path) -> None:
    cells = [{"norm": "We luisteren.", "weg": "Wie dit schreef, leest het nog."}]
    remember(page, site.as_uri(), {NORMS: {"normen": answer(cells, "Onze normen")}})
    open_workbook(page, site.as_uri(), "moment")

    heads, first = rows(item(page, TEAM).locator("table"))
    assert ("weg", "Wie dit schreef, leest het nog.") == (heads[-1], first[-1])


def test_a_text_that_is_no_date_is_shown_as_it_was_typed(workbook: Page) -> None:
    show(workbook, "moment")

    expect(item(workbook, TEAM).locator("p", has_text="week 45")).to_have_text("week 45")


def test_rounds_of_a_repeated_worksheet_are_shown_by_date(workbook: Page) -> None:
    show(workbook, "moment")

    expect(item(workbook, MONITOR).locator(".c-document__facts")).to_have_text(["10 oktober 2026", "10 november 2026"])
    expect(item(workbook, MONITOR).nth(0)).to_contain_text("Het rooster")
    expect(item(workbook, MONITOR).nth(1)).to_contain_text("Ziekte")


def test_answers_to_a_worksheet_that_is_gone_are_told_and_shown(workbook: Page) -> None:
    expect(workbook.locator("[data-part=summary]")).to_contain_text(
        "Je schreef ook bij vragen die deze training niet meer stelt."
    )
    show(workbook, "moment")

    expect(item(workbook, "verdwenen").locator(".c-document__facts")).to_have_text("dag-9 · 1 augustus 2026")
    expect(item(workbook, "verdwenen").locator(".c-document__question")).to_have_text("Een vraag van toen")
    expect(item(workbook, "verdwenen")).to_contain_text("Mijn antwoord.")


@pytest.mark.parametrize(
    ("words", "count", "groups"),
    [
        ("CAFE", "1 gevonden", {"Dag 1": [TEAM]}),
        ("café  TIJD", "1 gevonden", {"Dag 1": [TEAM]}),
        ("ideeen", "2 gevonden", {"Voor dag 1": [WEAKEST], "Online coaching": [WEAKEST]}),
        ("nergens", "0 gevonden", {}),
    ],
)
def test_words_are_found_whatever_their_accents_and_capitals(
    words: str, count: str, groups: dict[str, list[str]], workbook: Page
) -> None:
    show(workbook, "moment")
    find = workbook.get_by_label("Zoek in deze antwoorden")
    find.fill(words)

    expect(workbook.locator("[data-part=found]")).to_have_text(count)
    assert outline(workbook) == groups
    find.fill("")
    expect(workbook.locator("[data-part=found]")).to_have_text("")
    assert len(outline(workbook)) == 5


def test_progress_tells_each_moment_and_leads_to_what_is_empty(workbook: Page) -> None:
    progress = workbook.locator("[data-part=progress] > li")
    before = progress.filter(has=workbook.get_by_role("link", name="Voor dag 1", exact=True))
    empty = workbook.locator("[data-moment=voor-dag-1][data-id]").count()
    expect(before).to_contain_text(f"2 van {empty}")
    expect(progress.filter(has_text="Tussen de dagen").locator("progress")).to_have_js_property("value", 1)

    before.get_by_text("Wat je nog kunt invullen").click()
    expect(before.locator("details li")).to_have_count(empty - 2)
    before.get_by_role("link", name="Mijn visie op professioneel leren").click()
    expect(workbook.locator("course-worksheet[data-id=visie-op-leren] .c-worksheet__title")).to_be_in_viewport()
    before.get_by_role("link", name="Wanneer was jullie samenwerking een PLG in naam?").click()
    prompt = workbook.locator("course-reflection[data-id=plg-in-naam] textarea")
    expect(prompt).to_be_in_viewport()
    prompt.fill("Vorig jaar.")

    expect(before).to_contain_text(f"3 van {empty}")
    expect(before.get_by_role("link", name="Wanneer was jullie samenwerking")).to_have_count(0)
    expect(before.locator("details")).to_have_attribute("open", "")


@pytest.mark.parametrize(
    "title", ["Mijn visie op professioneel leren", "Wanneer was jullie samenwerking een PLG in naam?"]
)
def test_what_is_empty_is_shown_from_its_title_on_a_phone_too(title: str, phone: Page, site: Path) -> None:
    open_workbook(phone, site.as_uri())
    before = phone.locator("[data-part=progress] > li").first
    before.get_by_text("Wat je nog kunt invullen").click()
    before.get_by_role("link", name=title).click()
    header = phone.locator(".md-header").bounding_box()
    asked = phone.locator(".c-worksheet__title, [data-question]").filter(has_text=title).bounding_box()

    assert header and asked
    assert header["y"] + header["height"] <= asked["y"] <= 300


CLIPBOARD = """async () => {
    const [found] = await navigator.clipboard.read();
    const text = async type => (await found.getType(type)).text();
    return {html: await text('text/html'), plain: await text('text/plain')};
}"""


def copied(page: Page) -> dict[str, str]:
    page.get_by_role("button", name="Kopieer voor Word").click()
    expect(message(page)).to_contain_text("De tekst staat op het klembord.")
    found: dict[str, str] = page.evaluate(CLIPBOARD)
    return found


def test_a_copy_has_headings_and_tables_for_a_word_processor(page: Page, context: BrowserContext, server: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    remember(page, server, WRITTEN)
    open_workbook(page, server, "moment")
    page.get_by_label("Zoek in deze antwoorden").fill("café")
    clip = copied(page)

    other = context.new_page()
    other.set_content(clip["html"])
    expect(other.locator("h2")).to_have_text(["Mijn werkboek: Leiding geven aan een PLG", "Dag 1"])
    expect(other.locator("h3")).to_have_text([TEAM])
    expect(other.locator("table tr")).to_have_count(3)
    lines = clip["plain"].replace("\r", "").split("\n")
    assert "1\tWe beginnen op tijd. En we stoppen op tijd.\t\t\t5" in lines
    assert "We beginnen te laat." in lines
    assert "Het rooster" not in clip["plain"]


def test_a_copy_of_what_is_shared_has_no_check_boxes(page: Page, context: BrowserContext, server: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    remember(page, server, WRITTEN)
    open_workbook(page, server, "share")
    item(page, TEAM).get_by_label("neem dit mee").check()
    clip = copied(page)

    assert "neem dit mee" not in clip["plain"]
    other = context.new_page()
    other.set_content(clip["html"])
    expect(other.locator("input")).to_have_count(0)
    expect(other.locator("h3")).to_have_text([TEAM])


@pytest.mark.parametrize("view", ["moment", "share", "report"])
def test_paper_has_the_document_and_none_of_the_tools(view: str, workbook: Page) -> None:
    show(workbook, view)
    if view == "share":
        item(workbook, TEAM).get_by_label("neem dit mee").check()
    workbook.emulate_media(media="print")

    expect(item(workbook, TEAM)).to_be_visible()
    expect(item(workbook, TEAM)).to_contain_text("We beginnen te laat.")
    expect(item(workbook, FIRST)).to_be_visible(visible=view != "share")
    tools = "button, select, input, textarea, label, progress, dialog, course-worksheet, course-reflection, h1"
    expect(workbook.locator(f"article :is({tools}):visible")).to_have_count(0)


def test_on_paper_the_forms_come_without_the_tools(workbook: Page) -> None:
    workbook.emulate_media(media="print")

    expect(workbook.locator("course-worksheet[data-id=teamnormen] [name=ergernis]")).to_be_visible()
    expect(workbook.locator("course-workbook :visible")).to_have_count(0)


BAIT = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


def hostile() -> dict[str, Any]:
    """Answers that would be HTML wherever one of their parts was taken for it."""
    bad = answer(BAIT, BAIT)
    table = answer([{"norm": BAIT, BAIT: BAIT, "steun": BAIT}, BAIT], BAIT)
    return {
        NORMS: {"ergernis": bad, "normen": table, "herziening": bad, BAIT: bad},
        START: {
            "ervaring": bad,
            "leren": answer({BAIT: BAIT, "doelen-helder": BAIT}, BAIT),
            "datum": answer([BAIT], BAIT),
        },
        f"worksheet:{BAIT}:{BAIT}": {"x": bad},
        "reflection:zwakste-idee:coaching": {"zwakste-idee": bad | {"kept": [{"value": BAIT, "updated": BAIT}]}},
    }


def assert_harmless(page: Page, title: str) -> None:
    expect(document(page)).to_contain_text(BAIT)
    expect(page.locator("article :is(img, script:not([type='application/json'])), article [onerror]")).to_have_count(0)
    assert title == page.title()


def test_what_was_stored_never_becomes_html_in_a_view(page: Page, site: Path) -> None:
    remember(page, site.as_uri(), hostile())
    open_workbook(page, site.as_uri())
    title = page.title()

    for view in ["moment", "module", "date", "share", "report"]:
        show(page, view)
        assert_harmless(page, title)
    document(page).get_by_role("checkbox").first.click()
    assert_harmless(page, title)


def test_what_stands_in_a_file_never_becomes_html(page: Page, site: Path) -> None:
    open_workbook(page, site.as_uri())
    title = page.title()
    own = {NORMS: {"ergernis": answer(BAIT, BAIT), "normen": answer([BAIT, {"norm": BAIT}], BAIT)}}
    choose(page, shared_file(own, **{"from": BAIT, "exported": BAIT}))
    expect(page.locator("[data-part=import-shared]")).to_contain_text(BAIT[:60])
    page.get_by_role("button", name="Alleen lezen").click()

    expect(page.locator("[data-part=foreign-text]")).to_contain_text(BAIT[:60])
    assert_harmless(page, title)
