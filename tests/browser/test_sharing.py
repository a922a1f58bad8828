"""What a reader gives away: a file for a coach or colleague, a worksheet handed on, and a report."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from .test_answers import ASKED, PAUSE, TEAMNORMEN, answer, irritation, store, stored
from .test_views import PROMPT, QUESTION, document, headings, key, show
from .test_workbook import WORKBOOK, choose, message


def prepare(page: Page, site: Path) -> None:
    """A workbook with two worksheets and a prompt, one of them with a text kept beside it."""
    page.goto(f"{site.as_uri()}/index.html")
    kept = {"kept": [{"value": "Ook van mij.", "updated": "2026-01-04T10:00:00Z"}]}
    store(page, {"ergernis": answer("We beginnen te laat.", ASKED) | kept})
    store(page, {PROMPT: answer("Nog niets.", QUESTION)}, key("reflection", PROMPT, "voor-dag-1"))
    store(page, {"overgeslagen-vraag": answer("De derde.", "?")}, key("reflection", "overgeslagen-vraag", "dag-1"))
    page.goto(f"{site.as_uri()}/{WORKBOOK}")


def item(page: Page, text: str) -> Locator:
    return document(page).locator(".c-document__item", has_text=text)


def saved(page: Page, button: str) -> dict[str, Any]:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    return dict(json.loads(Path(started.value.path()).read_bytes()))


def share(page: Page, site: Path) -> dict[str, Any]:
    prepare(page, site)
    show(page, "share")
    item(page, "Normen die werken").get_by_label("neem dit mee").check()
    item(page, QUESTION).get_by_label("neem dit mee").check()
    page.get_by_label("Je naam, als die erop mag").fill("Sanne")
    return saved(page, "Bewaar als bestand")


def test_only_what_is_ticked_goes_to_the_coach(page: Page, site: Path) -> None:
    prepare(page, site)
    show(page, "share")
    page.get_by_role("button", name="Bewaar als bestand").click()
    expect(message(page)).to_have_text("Vink eerst aan wat je wilt delen.")

    found = share(page, site)
    assert (True, "Sanne") == (found["shared"], found["from"])
    assert [PROMPT, "teamnormen"] == sorted(one["id"] for one in found["answers"])
    assert "Ook van mij." not in json.dumps(found)
    expect(message(page)).to_contain_text("Alleen wat je aanvinkte staat erin.")
    page.emulate_media(media="print")
    expect(item(page, "Normen die werken").get_by_text("We beginnen te laat.")).to_be_visible()
    expect(document(page).get_by_text("De derde.")).to_be_hidden()


def test_a_coach_reads_it_beside_their_own_and_keeps_none_of_it(page: Page, browser: Browser, site: Path) -> None:
    pack = share(page, site)
    coach = browser.new_context().new_page()
    coach.goto(f"{site.as_uri()}/index.html")
    store(coach, {"ergernis": answer("Telefoons.", ASKED)})
    coach.goto(f"{site.as_uri()}/{WORKBOOK}")
    before = coach.evaluate("JSON.stringify(localStorage)")
    choose(coach, pack)

    expect(coach.get_by_text("Dit zijn antwoorden van Sanne")).to_be_visible()
    assert 0 == coach.locator("[data-part=import-list] input:checked").count()
    coach.get_by_role("button", name="Alleen lezen").click()
    expect(coach.locator("[data-part=foreign]")).to_contain_text("Je leest antwoorden van Sanne")
    sheet = item(coach, "Normen die werken")
    expect(sheet.get_by_text("We beginnen te laat.")).to_be_visible()
    expect(sheet.locator("blockquote")).to_have_text("Mijn eigen antwoord:Telefoons.")
    show(coach, "module")
    expect(sheet.get_by_text("We beginnen te laat.")).to_be_visible()
    assert before == coach.evaluate("JSON.stringify(localStorage)")

    coach.get_by_role("button", name="Terug naar mijn eigen antwoorden").click()
    expect(coach.locator("[data-part=foreign]")).to_be_hidden()
    expect(irritation(coach)).to_have_value("Telefoons.")
    show(coach, "moment")
    expect(document(coach)).not_to_contain_text("We beginnen te laat.")
    coach.context.close()


def test_whoever_turns_to_their_own_leaves_the_file_of_the_other(page: Page, site: Path) -> None:
    pack = share(page, site)
    choose(page, pack)
    page.get_by_role("button", name="Alleen lezen").click()
    show(page, "report")

    expect(page.locator("[data-part=foreign]")).to_be_hidden()
    expect(document(page)).to_contain_text("De derde.")


def test_a_colleague_takes_over_what_they_tick_and_keeps_their_own(page: Page, browser: Browser, site: Path) -> None:
    pack = share(page, site)
    other = browser.new_context().new_page()
    other.goto(f"{site.as_uri()}/index.html")
    store(other, {"ergernis": answer("Telefoons.", ASKED, "2025-12-01T10:00:00Z")})
    other.goto(f"{site.as_uri()}/{WORKBOOK}")
    choose(other, pack)
    other.locator("[data-part=import-list] label", has_text="Normen die werken").locator("input").check()
    other.get_by_role("button", name="Neem over wat is aangevinkt").click()

    expect(irritation(other)).to_have_value("We beginnen te laat.")
    assert ["Telefoons."] == [one["value"] for one in stored(other)["values"]["ergernis"]["kept"]]
    assert stored(other, key("reflection", PROMPT, "voor-dag-1")) is None
    other.context.close()


def test_all_of_a_file_is_ticked_at_once(page: Page, browser: Browser, site: Path) -> None:
    pack = share(page, site)
    other = browser.new_context().new_page()
    other.goto(f"{site.as_uri()}/{WORKBOOK}")
    choose(other, pack)
    other.get_by_label("alles", exact=True).check()
    assert 2 == other.locator("[data-part=import-list] input:checked").count()
    other.get_by_label("alles", exact=True).uncheck()
    assert 0 == other.locator("[data-part=import-list] input:checked").count()
    other.context.close()


def test_a_worksheet_is_handed_on_from_its_own_page(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    page.get_by_text("Geef dit werkblad door").click()
    page.get_by_role("button", name="Download als bestand").click()
    expect(page.get_by_text("Er is nog niets ingevuld.")).to_be_visible()

    irritation(page).fill("We beginnen te laat.")
    found = saved(page, "Download als bestand")
    assert (True, ["teamnormen"]) == (found["shared"], [one["id"] for one in found["answers"]])
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.get_by_text("De tekst staat op het klembord.")).to_be_visible()


def test_a_report_adds_up_hours_goals_and_evidence(page: Page, site: Path) -> None:
    prepare(page, site)
    show(page, "report")
    rows = dict(row.split("\t") for row in document(page).locator("table").first.inner_text().splitlines())
    hours = {name: float(text.replace(",", ".")) for name, text in rows.items()}
    assert hours.pop("Totaal") == sum(hours.values())
    assert ["Uren", "Waar ik aan werkte", "Wat ik dacht", "Wat ik maakte"] == headings(page, 2)
    expect(document(page)).to_contain_text("geeft op zichzelf geen recht op punten")

    before_day_1 = page.locator("[data-part=hours-list]").get_by_label("Voor dag 1")
    before_day_1.fill("3.5")
    before_day_1.blur()
    page.get_by_label("Je naam, als die erop mag").fill("Sanne")
    item(page, "Normen die werken").get_by_label("neem dit mee").click()
    assert ["Uren", "Waar ik aan werkte", "Wat ik dacht"] == headings(page, 2)
    expect(document(page).get_by_text("Sanne")).to_be_visible()
    page.locator("[data-part=left-out]").get_by_label("Normen die werken").click()
    assert "Wat ik maakte" in headings(page, 2)

    page.reload()
    show(page, "report")
    expect(document(page).get_by_role("row", name="Voor dag 1 3,5")).to_be_visible()


def test_a_copy_is_offered_once_a_worksheet_is_complete_and_not_after_a_no(page: Page, site: Path) -> None:
    for number in range(2):
        page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
        for control in page.locator("course-worksheet :is(textarea, input[type=text])").all():
            control.fill("Op tijd.")
        page.locator("course-worksheet input[type=radio]").first.check()
        page.wait_for_timeout(PAUSE)
        offer = page.get_by_text("Dit werkblad is helemaal ingevuld.")
        if number == 0:
            expect(offer).to_be_visible()
            page.get_by_role("button", name="Niet nu").click()
        expect(offer).to_be_hidden()
