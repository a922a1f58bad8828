"""The path: what there is to do at each moment, what is done of it, and where a chapter stands on it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .test_answers import ASKED, COURSE, PAUSE, TEAMNORMEN, answer, irritation, store
from .test_reading_progress import CHAPTER, READ, keep

STRIP = "details.c-strip"
FIRST = "structureren/focus-op-leren"


def moment(page: Page, name: str) -> Locator:
    return page.locator(f".c-programme__moment:has(> #{name})")


def steps(around: Locator) -> list[list[str]]:
    """The steps in a list: what kind each is, and what it is called."""
    found: list[list[str]] = around.locator(".c-path__step").evaluate_all(
        "all => all.map(one => [one.dataset.kind, one.querySelector('a').textContent])"
    )
    return found


def reflection(name: str) -> str:
    return f"leergang:{COURSE}:reflection:{name}:dag-1"


def test_a_moment_is_a_list_of_steps_in_the_order_of_the_day(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")

    assert [
        ["page", "De essenties"],
        ["worksheet", "Startfoto, waar staan wij?"],
        ["worksheet", "Mijn visie op professioneel leren"],
        ["reflections", "3 reflectievragen"],
    ] == steps(moment(page, "voor-dag-1"))
    day = steps(moment(page, "dag-1"))
    assert [
        ["chapter", "Focus op het leren van leerlingen"],
        ["reflections", "3 reflectievragen"],
        ["worksheet", "De drie vragen voor één leerdoel"],
        ["chapter", "Resultaatgericht werken"],
    ] == day[:4]
    facts = moment(page, "dag-1").locator("[data-step=drie-vragen] .c-path__facts")
    expect(facts).to_have_text("werkblad · 45 minuten")


def test_every_step_of_the_course_leads_somewhere_and_is_there_once(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    found = page.locator(".c-path__step a").evaluate_all("links => links.map(link => link.href)")
    for url in found:
        page.goto(url)
        if "#" in url:
            expect(page.locator(f"[id='{url.split('#')[1]}']")).to_have_count(1)
        else:
            expect(page.locator("h1")).to_have_count(1)
    chapters = [url for url in found if "/modules/" in url and "#" not in url]

    assert 12 == len(chapters) == len(set(chapters))


def test_what_is_done_is_marked_and_what_is_left_is_told(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    before = moment(page, "voor-dag-1")
    expect(page.locator(".c-path__state")).to_have_count(0)
    expect(before.locator("[data-part=left]")).to_have_text("")
    prompts = (before.locator("[data-kind=reflections]").get_attribute("data-step") or "").split()
    store(page, {prompts[0]: answer("Iets.", "?")}, reflection(prompts[0]).replace("dag-1", "voor-dag-1"))
    store(page, {"een": answer("Iets.", "?")}, f"leergang:{COURSE}:worksheet:startfoto:voor-dag-1")
    page.goto(f"{site.as_uri()}/index.html")

    expect(before.locator("[data-step=startfoto]")).to_contain_text("begonnen")
    expect(before.locator("[data-kind=reflections]")).to_contain_text("1 van 3 beantwoord")
    expect(before.locator("[data-part=left]")).to_have_text("(nog 45 minuten)")
    expect(moment(page, "dag-1").locator("[data-part=left]")).to_have_text("")


def test_a_worksheet_counts_at_its_own_moment_only(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    expect(page.locator("[data-step=moeilijk-gesprek]")).to_have_count(2)
    store(page, {"een": answer("Iets.", "?")}, f"leergang:{COURSE}:worksheet:moeilijk-gesprek:coaching")
    page.goto(f"{site.as_uri()}/index.html")

    expect(page.locator("li[data-state=begun]")).to_have_count(1)
    expect(moment(page, "coaching").locator("[data-step=moeilijk-gesprek]")).to_contain_text("begonnen")


def test_the_moment_with_something_left_is_open(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    expect(moment(page, "voor-dag-1").locator("details")).to_have_attribute("open", "")
    expect(page.locator(".c-programme__steps[open]")).to_have_count(1)
    for step in moment(page, "voor-dag-1").locator("[data-step]").all():
        kind, names = step.get_attribute("data-kind"), (step.get_attribute("data-step") or "").split()
        for name in names:
            fields = range(int(step.get_attribute("data-fields") or 1))
            values = {f"veld-{number}": answer("Iets.", "?") for number in fields}
            store(page, values, f"leergang:{COURSE}:{str(kind).removesuffix('s')}:{name}:voor-dag-1")
    page.goto(f"{site.as_uri()}/index.html")

    expect(moment(page, "voor-dag-1").locator("[data-part=left]")).to_have_text("(alles gedaan)")
    expect(page.locator(".c-programme__steps[open]")).to_have_count(1)
    expect(moment(page, "dag-1").locator("details")).to_have_attribute("open", "")


def test_a_chapter_shows_where_it_stands(page: Page, site: Path) -> None:
    keep(page, site, json.dumps({"read": {FIRST: READ}}))
    page.goto(f"{site.as_uri()}/modules/structureren/resultaatgericht-werken.html")
    strip = page.locator(STRIP)
    expect(strip.locator("summary")).to_contain_text("Dag 1: stap 4 van 19")
    expect(strip.locator("summary")).to_contain_text("(nog ongeveer 6 uur)")
    assert 19 == strip.locator(".c-strip__dot").count()
    expect(strip.locator(".c-strip__dot").first).to_have_attribute("data-state", "done")
    expect(strip.locator(".c-strip__dot.is-here")).to_have_count(1)
    strip.locator("summary").click()

    expect(strip.locator("[aria-current=step]")).to_contain_text("Resultaatgericht werken")
    expect(strip.locator(f"[data-step='{FIRST}']")).to_contain_text("gelezen")
    strip.get_by_role("link", name="De drie vragen voor één leerdoel").click()
    expect(page).to_have_title("De drie vragen voor één leerdoel - Leiding geven aan een PLG")


def test_the_strip_keeps_up_with_what_is_typed_on_the_page(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/modules/veranderkunde/cultuur-van-samenwerking.html")
    mark = page.locator(f"{STRIP} [data-step=teamnormen]")
    assert "begonnen" not in (mark.text_content() or "")
    irritation(page).fill("We beginnen te laat.")
    page.wait_for_timeout(PAUSE)

    assert "begonnen" in (mark.text_content() or "")


def test_a_chapter_leads_on_to_the_next_step_that_is_not_on_it(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    expect(page.locator(".c-next a")).to_have_text("Resultaatgericht werken")

    page.goto(f"{site.as_uri()}/modules/veranderkunde/cultuur-van-samenwerking.html")
    expect(page.locator(".c-next a")).to_have_text("1 reflectievraag")

    page.goto(f"{site.as_uri()}/modules/leiderschap/bovenschoolse-implementatie.html")
    page.locator(".c-next a").click()
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("name", ["index.html", CHAPTER])
def test_without_javascript_the_path_is_a_plain_list(name: str, browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{name}")
    page.locator("details:has(.c-path):not([open]) > summary").first.click()
    link = page.locator(".c-path a:visible").first
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1")).to_have_count(1)
    context.close()


def test_whoever_keeps_no_progress_still_sees_what_was_written(page: Page, site: Path) -> None:
    keep(page, site, "off")
    page.goto(f"{site.as_uri()}/{TEAMNORMEN}")
    store(page, {"ergernis": answer("We beginnen te laat.", ASKED)})
    page.goto(f"{site.as_uri()}/index.html")

    expect(moment(page, "dag-1").locator("[data-step=teamnormen]")).to_contain_text("begonnen")
    expect(page.locator(".c-path__state")).to_have_count(1)
