"""What goes to a coach or a team: a file of what was chosen, a worksheet handed on, and a report of what was learned."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .reader import (
    NORMS,
    START,
    WRITTEN,
    choose,
    document,
    everything,
    item,
    message,
    open_workbook,
    remember,
    saved_by,
    shared_file,
)
from .test_answers import ASKED, TEAMNORMEN, answer, irritation, stored
from .test_views import CLIPBOARD, FIRST, TEAM

TAKE = "neem dit mee"
THEIRS = {NORMS: {"ergernis": answer("Van Anna.", ASKED, "2026-02-01T10:00:00.000Z")}}
OWN = {NORMS: {"ergernis": answer("Van mij.", ASKED, "2026-01-01T10:00:00.000Z")}}


@pytest.fixture
def workbook(page: Page, site: Path) -> Page:
    """The workbook of someone who wrote something of every kind."""
    remember(page, site.as_uri(), WRITTEN)
    open_workbook(page, site.as_uri())
    return page


@pytest.fixture
def colleague(browser: Browser, site: Path) -> Iterator[Page]:
    """The workbook in the browser of someone else, who wrote about the team's norms too."""
    context = browser.new_context()
    page = context.new_page()
    remember(page, site.as_uri(), OWN)
    open_workbook(page, site.as_uri())
    yield page
    context.close()


def show(page: Page, view: str) -> None:
    page.get_by_label("Laat zien").select_option(view)


def test_nothing_is_shared_unless_it_is_chosen(workbook: Page) -> None:
    downloads: list[object] = []
    workbook.on("download", lambda started: downloads.append(started))
    show(workbook, "share")
    expect(document(workbook).get_by_label(TAKE)).to_have_count(7)
    expect(document(workbook).locator("input:checked")).to_have_count(0)

    workbook.get_by_role("button", name="Bewaar als bestand").click()

    expect(message(workbook)).to_have_text("Vink eerst aan wat je wilt delen.")
    assert [] == downloads


def test_a_shared_file_holds_what_was_chosen_and_a_name_and_no_kept_texts(page: Page, site: Path) -> None:
    kept = answer("Van nu.", ASKED) | {"kept": [{"value": "Van eerder.", "updated": "2026-01-01T00:00:00.000Z"}]}
    remember(page, site.as_uri(), WRITTEN | {NORMS: {"ergernis": kept}})
    open_workbook(page, site.as_uri(), "share")
    page.get_by_label("Je naam, als die erop mag").fill("Bo")
    for title in (FIRST, TEAM):
        item(page, title).get_by_label(TAKE).check()

    name, found = saved_by(page, "Bewaar als bestand")

    assert re.fullmatch(r"leiding-geven-aan-een-plg-om-te-delen-\d{4}-\d\d-\d\d\.json", name)
    assert (True, "Bo") == (found["shared"], found["from"])
    assert ["startfoto", "teamnormen"] == sorted(one["id"] for one in found["answers"])
    norms = next(one for one in found["answers"] if one["id"] == "teamnormen")
    assert {"value": "Van nu.", "updated": kept["updated"], "asked": ASKED} == norms["values"]["ergernis"]
    expect(message(page)).to_contain_text("Alleen wat je aanvinkte staat erin.")


def test_a_file_without_a_name_says_nothing_of_whose_it_is(workbook: Page) -> None:
    show(workbook, "share")
    item(workbook, TEAM).get_by_label(TAKE).check()

    _, found = saved_by(workbook, "Bewaar als bestand")

    assert "from" not in found
    assert 1 == len(found["answers"])


def test_a_shared_file_is_read_beside_ones_own_answers_and_changes_nothing(workbook: Page, colleague: Page) -> None:
    show(workbook, "share")
    workbook.get_by_label("Je naam, als die erop mag").fill("Anna")
    for title in (FIRST, TEAM):
        item(workbook, title).get_by_label(TAKE).check()
    _, file = saved_by(workbook, "Bewaar als bestand")
    before = everything(colleague)

    choose(colleague, file)
    dialog = colleague.locator("dialog[open]")
    expect(dialog).to_contain_text("Dit zijn antwoorden van Anna, om te lezen.")
    expect(dialog.locator("[data-part=import-list] input")).to_have_count(2)
    expect(dialog.locator("input:checked")).to_have_count(0)
    dialog.get_by_role("button", name="Alleen lezen").click()

    expect(colleague.locator("[data-part=foreign-text]")).to_contain_text("Je leest antwoorden van Anna, bewaard op ")
    expect(item(colleague, FIRST)).to_contain_text("Een school in Noord")
    expect(item(colleague, FIRST).locator("blockquote")).to_have_count(0)
    expect(item(colleague, TEAM)).to_contain_text("We beginnen te laat.")
    expect(item(colleague, TEAM).locator("blockquote")).to_have_text("Mijn eigen antwoord:Van mij.")
    expect(colleague.get_by_role("button", name="Bewaar als bestand")).to_be_hidden()
    assert before == everything(colleague)

    colleague.get_by_role("button", name="Terug naar mijn eigen antwoorden").click()
    expect(irritation(colleague)).to_be_visible()
    expect(irritation(colleague)).to_have_value("Van mij.")
    expect(colleague.locator("[data-part=foreign]")).to_be_hidden()
    show(colleague, "moment")
    expect(document(colleague)).not_to_contain_text("We beginnen te laat.")
    assert before == everything(colleague)


@pytest.mark.parametrize("view", ["share", "report"])
def test_whoever_turns_to_their_own_leaves_the_file_of_the_other(view: str, colleague: Page) -> None:
    choose(colleague, shared_file(THEIRS, **{"from": "Anna"}))
    colleague.get_by_role("button", name="Alleen lezen").click()
    show(colleague, view)

    expect(colleague.locator("[data-part=foreign-text]")).to_be_hidden()
    expect(document(colleague)).not_to_contain_text("Van Anna.")


def test_all_of_a_file_is_ticked_at_once(colleague: Page) -> None:
    choose(colleague, shared_file(THEIRS | {START: {"rol": answer("Leraar", "Mijn rol")}}))
    ticked = colleague.locator("[data-part=import-list] input:checked")
    colleague.get_by_label("alles", exact=True).check()
    expect(ticked).to_have_count(2)
    colleague.get_by_label("alles", exact=True).uncheck()
    expect(ticked).to_have_count(0)


@pytest.mark.parametrize("view", ["moment", "module", "date"])
def test_someone_elses_answers_stay_theirs_in_every_view(view: str, colleague: Page) -> None:
    choose(colleague, shared_file(THEIRS, **{"from": "Anna"}))
    colleague.get_by_role("button", name="Alleen lezen").click()
    show(colleague, view)

    expect(document(colleague)).to_contain_text("Het werkboek van Anna")
    expect(document(colleague)).to_contain_text("Van Anna.")
    expect(colleague.locator("[data-part=foreign-text]")).to_be_visible()
    expect(document(colleague).get_by_label(TAKE)).to_have_count(0)
    show(colleague, "fill")
    expect(colleague.locator("[data-part=foreign-text]")).to_be_hidden()
    show(colleague, "moment")
    expect(document(colleague)).to_contain_text("Van mij.")
    expect(document(colleague)).not_to_contain_text("Van Anna.")


def test_one_answer_of_a_shared_file_is_taken_over_beside_ones_own(colleague: Page) -> None:
    theirs = THEIRS | {START: {"rol": answer("Leraar", "Mijn rol")}}
    choose(colleague, shared_file(theirs))
    dialog = colleague.locator("dialog[open]")
    expect(dialog).to_contain_text("Dit zijn antwoorden van iemand anders, om te lezen.")
    dialog.get_by_label("Normen die werken, Dag 1").check()
    dialog.get_by_role("button", name="Neem over wat is aangevinkt").click()

    expect(message(colleague)).to_have_text("De antwoorden zijn overgenomen.")
    norms = stored(colleague)["values"]["ergernis"]
    assert ("Van Anna.", ["Van mij."]) == (norms["value"], [text["value"] for text in norms["kept"]])
    expect(irritation(colleague)).to_have_value("Van Anna.")
    expect(colleague.locator("[data-field=ergernis] .c-answers__notice").first).to_contain_text("Van mij.")
    assert not [key for key in everything(colleague) if "startfoto" in key]


def test_a_worksheet_is_handed_on_as_a_file(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    page.get_by_text("Geef dit werkblad door").click()
    handed = page.locator(".c-answers__handed")
    page.get_by_role("button", name="Download als bestand").click()
    expect(handed).to_have_text("Er is nog niets ingevuld.")
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(handed).to_have_text("Er is nog niets ingevuld.")

    irritation(page).fill("We beginnen te laat.")
    name, found = saved_by(page, "Download als bestand")

    expect(handed).to_have_text("Het bestand staat bij je downloads.")
    assert "-teamnormen-" in name
    assert found["shared"]
    assert [("worksheet", "teamnormen", "dag-1")] == [
        (one["kind"], one["id"], one["round"]) for one in found["answers"]
    ]
    assert "We beginnen te laat." == found["answers"][0]["values"]["ergernis"]["value"]


def test_a_worksheet_is_handed_on_as_text(page: Page, context: BrowserContext, server: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server}/{TEAMNORMEN}")
    irritation(page).fill("We beginnen te laat.")
    page.locator("[name='normen.1.norm']").fill("We beginnen op tijd.")
    page.get_by_text("Geef dit werkblad door").click()
    page.get_by_role("button", name="Kopieer als tekst").click()

    expect(page.locator(".c-answers__handed")).to_contain_text("De tekst staat op het klembord.")
    clip = page.evaluate(CLIPBOARD)
    assert "<h3>Normen die werken</h3>" in re.sub(r' style="[^"]*"', "", clip["html"])
    assert "1\tWe beginnen op tijd." in clip["plain"]
    assert clip["plain"].strip().startswith("Normen die werken")
    assert f"{ASKED}\nWe beginnen te laat." in clip["plain"].replace("\r", "")


def hours(page: Page) -> dict[str, str]:
    """The rows of the table of hours in the report."""
    found: dict[str, str] = page.locator("[data-part=document] section:has(> h2:text-is('Uren')) table").evaluate(
        "table => Object.fromEntries([...table.rows].map(row => [row.cells[0].innerText, row.cells[1].innerText]))"
    )
    return found


def test_a_report_counts_the_hours_of_the_programme_until_the_reader_knows_better(workbook: Page) -> None:
    show(workbook, "report")
    before = hours(workbook)
    assert ["Voor dag 1", "Dag 1", "Tussen de dagen", "Dag 2", "Online coaching", "Na de training"] == list(before)[:6]
    assert ("1", "7,25", "2,5") == tuple(before[moment] for moment in ("Voor dag 1", "Dag 1", "Tussen de dagen"))
    counts = [float(count.replace(",", ".")) for count in before.values()]
    assert ("Totaal", sum(counts[:-1])) == (list(before)[-1], counts[-1])

    workbook.locator("[data-part=hours-list]").get_by_label("Voor dag 1").fill("3.5")
    workbook.keyboard.press("Tab")
    assert "3,5" == hours(workbook)["Voor dag 1"]
    workbook.reload()
    show(workbook, "report")
    assert "3,5" == hours(workbook)["Voor dag 1"]
    assert counts[-1] + 2.5 == float(hours(workbook)["Totaal"].replace(",", "."))

    workbook.locator("[data-part=hours-list]").get_by_label("Voor dag 1").fill("")
    workbook.keyboard.press("Tab")
    assert before == hours(workbook)


def test_a_report_has_goals_reflections_and_evidence_and_promises_nothing(workbook: Page) -> None:
    show(workbook, "report")
    workbook.get_by_label("Je naam, als die erop mag").fill("Bo")
    made = document(workbook)

    expect(made.locator("h2")).to_have_text(
        ["Reflectieverslag", "Uren", "Waar ik aan werkte", "Wat ik dacht", "Wat ik maakte"]
    )
    expect(made.locator(":scope > p").nth(1)).to_have_text("Bo")
    expect(made.locator(":scope > p").nth(2)).to_have_text("Van 1 augustus 2026 tot 20 november 2026")
    expect(made.locator("section:has(> h2:text-is('Waar ik aan werkte')) li").first).to_contain_text("PLG")
    expect(made.locator("section:has(> h2:text-is('Wat ik dacht')) h3")).to_have_count(2)
    expect(made.locator("section:has(> h2:text-is('Wat ik maakte')) h3")).to_have_count(5)
    expect(made.locator(":scope > p").last).to_contain_text("Het geeft op zichzelf geen recht op punten")


def test_what_is_left_out_of_a_report_can_be_had_back(workbook: Page) -> None:
    show(workbook, "report")
    left = workbook.locator("[data-part=left-out] label")
    expect(left).to_have_count(0)
    item(workbook, TEAM).get_by_label(TAKE).click()

    expect(item(workbook, TEAM)).to_have_count(0)
    expect(document(workbook)).not_to_contain_text("We beginnen te laat.")
    expect(left).to_have_text([f"{TEAM} (Dag 1)"])
    left.click()
    expect(item(workbook, TEAM)).to_contain_text("We beginnen te laat.")
    expect(left).to_have_count(0)


def test_choosing_for_a_report_by_keyboard_goes_on_with_the_next(workbook: Page) -> None:
    show(workbook, "report")
    boxes = document(workbook).get_by_label(TAKE)
    left = workbook.locator("[data-part=left-out] input")
    item(workbook, FIRST).get_by_label(TAKE).focus()
    workbook.keyboard.press("Space")
    expect(item(workbook, TEAM).get_by_label(TAKE)).to_be_focused()

    boxes.last.focus()
    workbook.keyboard.press("Space")
    expect(boxes.last).to_be_focused()
    left.first.focus()
    workbook.keyboard.press("Space")
    expect(left).to_be_focused()
    workbook.keyboard.press("Space")
    expect(boxes.last).to_be_focused()


def test_what_is_left_out_of_a_report_is_still_unchosen_to_share(workbook: Page) -> None:
    show(workbook, "report")
    item(workbook, FIRST).get_by_label(TAKE).click()
    show(workbook, "share")
    item(workbook, TEAM).get_by_label(TAKE).check()
    show(workbook, "report")

    expect(item(workbook, FIRST)).to_have_count(0)
    show(workbook, "share")
    expect(document(workbook).locator("input:checked")).to_have_count(1)
