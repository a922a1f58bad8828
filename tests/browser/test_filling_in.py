"""Worksheets and prompts as forms: by hand and by keyboard."""

from pathlib import Path

from playwright.sync_api import Page, expect


def test_a_click_on_a_question_goes_to_its_answer(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/teamnormen.html")

    page.get_by_text("Waar stoor je je aan in eerder overleg?").first.click()

    expect(page.locator("input[name=ergernis]")).to_be_focused()


def test_enter_in_a_field_does_not_throw_the_answers_away(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/teamnormen.html")
    field = page.locator("input[name=ergernis]")
    field.fill("We beginnen te laat.")

    field.press("Enter")
    page.wait_for_timeout(300)

    expect(field).to_have_value("We beginnen te laat.")


def test_a_scale_is_answered_with_the_arrow_keys(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/startfoto.html")
    steps = page.locator("fieldset.c-scale__row").first.get_by_role("radio")

    steps.nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    expect(steps.nth(2)).to_be_checked()
    expect(page.locator("fieldset.c-scale__row").nth(1).locator(":checked")).to_have_count(0)


def test_the_same_worksheet_twice_on_a_page_keeps_two_answers(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/mijn-werkboek.html")
    twice = page.locator("course-worksheet[data-id=vervolgplan]")
    expect(twice).to_have_count(2)

    first, second = (twice.nth(number).locator("[name=coachvraag]") for number in (0, 1))
    first.fill("Hoe houd ik vol?")

    expect(second).to_have_value("")
    assert first.get_attribute("id") != second.get_attribute("id")


def test_an_example_is_shown_on_demand_and_is_no_answer(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/teamnormen.html")
    example = page.get_by_text("We praten over leerlingen zonder dat er werk op tafel ligt", exact=False).first
    expect(example).to_be_hidden()

    page.locator("summary").first.click()

    expect(example).to_be_visible()
    expect(page.locator("input[name=ergernis]")).to_have_value("")
