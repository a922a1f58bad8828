"""The search box, as someone uses it with a mouse, a keyboard, a phone or a screen reader; from a server and from a disk."""

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from leergang.search import load_analyser

from ..search.table import questions, words

CHAPTER = "modules/veranderkunde/consensus-en-conflicten.html"
BUDGET = 160 * 1024
"""What all that search loads may weigh, packed."""


def opened(page: Page, address: str, name: str = "index.html") -> Locator:
    """The search field of a page, ready to be typed in."""
    page.goto(f"{address}/{name}")
    page.locator("[data-search-open]").click()
    field = page.get_by_role("combobox", name="Zoek in de hele cursus")
    expect(field).to_be_focused()
    return field


def ask(page: Page, question: str) -> Locator:
    """The results for a question, typed into the box that is open."""
    page.locator("dialog input[type=search]").fill(question)
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("resulta|Niets gevonden"))
    return page.locator("[data-search-result]")


def test_a_result_leads_to_the_place_where_it_stands(page: Page, address: str) -> None:
    opened(page, address, CHAPTER)

    ask(page, "vuist").filter(has_text="Stap voor stap naar een besluit").first.click()

    expect(page).to_have_title("Consensus en conflicten - Leiding geven aan een PLG")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("h2:target")).to_have_text(re.compile("Stap voor stap naar een besluit"))


def test_nothing_of_search_is_loaded_before_it_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{CHAPTER}")

    def ours() -> list[str]:
        return sorted(url.rpartition("/")[2] for url in asked if "search" in url.removeprefix(address))

    assert ["search.js"] == ours()
    page.locator("[data-search-open]").click()
    ask(page, "team")

    assert [
        "index.js",
        *(f"search-{name}.js" for name in ("analysis", "box", "engine", "index")),
        "search.js",
    ] == ours()


def test_what_search_loads_is_within_its_budget(site: Path) -> None:
    files = [
        site / "search/index.js",
        *(site / "assets/javascripts").glob("search*.js"),
        site / "assets/javascripts/elements.js",
    ]

    assert 7 == len(files)
    assert BUDGET >= sum(len(gzip.compress(path.read_bytes())) for path in files)


def test_its_scripts_start_no_worker_and_evaluate_no_text(site: Path) -> None:
    for path in (site / "assets/javascripts").glob("search*.js"):
        assert not re.search(r"\beval\b|new Function|\bWorker\b|innerHTML|\bimport\(", path.read_text()), path


def test_it_works_under_a_policy_that_allows_our_own_scripts_only(page: Page, site: Path) -> None:
    page.route("**/index.html", lambda route: route.continue_())
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("""() => {
        const policy = document.createElement('meta');
        policy.httpEquiv = 'Content-Security-Policy';
        policy.content = "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' data:";
        document.head.append(policy);
    }""")
    page.locator("[data-search-open]").click()

    expect(ask(page, "consensus").first).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("vaardigheid", "vaardigheden"),
        ("teamnorm", "Normen die werken"),
        ("team normen", "Normen die werken"),
        ("leiderschaps identiteit", "Leiderschapsidentiteit"),
        ("concensus", "Consensus en conflicten"),
        ("nulmeting", "Startfoto"),
        ("fist of five", "vuist-tot-vijf"),
        ("wat is de startfoto", "Startfoto"),
        ("conse", "consensus"),
        ("ESSENTIËLE leerdoel", "essentieel leerdoel"),
    ],
)
def test_words_are_found_by_other_forms_of_them(page: Page, site: Path, typed: str, title: str) -> None:
    opened(page, site.as_uri())

    assert title in "".join(ask(page, typed).all_text_contents()[:3])


def test_results_stand_in_groups_with_a_name_and_marks_in_their_text(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    ask(page, "consensus")
    groups = page.get_by_role("listbox", name="Gevonden").get_by_role("group")

    names = [group.get_attribute("aria-labelledby") for group in groups.all()]
    assert "Past het best" == page.locator(f"#{names[0]}").inner_text()
    assert "Hoofdstukken" in page.locator(".c-search__group").all_inner_texts()
    assert [] == [name for name in names if page.locator(f"#{name}").count() != 1]
    assert "consensus" == page.locator("[data-search-result] mark").first.inner_text().lower()


def test_the_arrow_keys_walk_through_the_results_and_enter_follows_one(page: Page, address: str) -> None:
    field = opened(page, address)
    results = ask(page, "consensus")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = results.nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    expect(field).to_be_focused()

    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(results.last).to_have_attribute("aria-selected", "true")
    expect(results.last).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    first = str(results.first.get_attribute("href"))
    page.keyboard.press("Enter")

    page.wait_for_url(first)


def test_escape_closes_and_gives_the_focus_back(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    ask(page, "consensus")

    page.keyboard.press("Escape")

    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_keys_open_it_and_what_was_being_written_stays(page: Page, site: Path, keys: str) -> None:
    page.goto(f"{site.as_uri()}/tools/werkbladen/teamnormen.html")
    answer = page.locator("course-worksheet textarea").first
    answer.fill("Op tijd")
    answer.press(keys)

    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page.get_by_role("combobox")).to_have_value("")
    expect(answer).to_have_value("Op tijd")


def test_no_letter_is_a_command(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/modules/structureren/resultaatgericht-werken.html")
    for key in "/sfpn,.k":
        page.keyboard.press(key)

    expect(page.locator("dialog")).to_be_hidden()
    expect(page).to_have_title("Resultaatgericht werken - Leiding geven aan een PLG")


def test_what_was_typed_before_all_was_loaded_is_answered(page: Page, server: str) -> None:
    page.route("**/search/index.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto(f"{server}/index.html")
    page.locator("[data-search-open]").click()
    page.keyboard.type("startfoto")

    expect(page.locator("[data-search-result]").first).to_contain_text("Startfoto")


def test_what_could_not_be_loaded_is_told_and_tried_again(page: Page, server: str, complaints: list[str]) -> None:
    page.route("**/search/index.js", lambda route: route.abort())
    page.goto(f"{server}/index.html")
    page.locator("[data-search-open]").click()
    expect(page.get_by_role("status").filter(has_text="kon niet worden geladen")).to_be_visible()
    page.unroute("**/search/index.js")
    page.keyboard.press("Escape")
    complaints.clear()

    page.locator("[data-search-open]").click()

    expect(ask(page, "startfoto").first).to_be_visible()


def test_nothing_found_says_so_and_what_to_try(page: Page, site: Path) -> None:
    field = opened(page, site.as_uri())
    ask(page, "xqzwvy")

    expect(page.get_by_role("status").filter(has_text='Niets gevonden voor "xqzwvy".')).to_be_visible()
    expect(page.locator("dialog")).to_contain_text("goed gespeld")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.locator("[data-search-result]")).to_have_count(0)


@pytest.mark.parametrize(
    "typed",
    ["<img src=x onerror=alert(1)>", "a" * 5000, "constructor __proto__", "'\"&</script>", "de het een", "(", "🙂"],
)
def test_whatever_is_typed_is_only_text(page: Page, site: Path, typed: str) -> None:
    opened(page, site.as_uri())
    ask(page, typed)

    expect(page.locator("dialog img")).to_have_count(0)


def test_on_a_phone_it_takes_the_whole_screen_and_its_targets_are_large(phone: Page, site: Path) -> None:
    opened(phone, site.as_uri())
    results = ask(phone, "leiderschap").all()
    panel = phone.locator(".c-search__panel").bounding_box()

    assert panel == {"x": 0, "y": 0, "width": 360, "height": 780}
    assert 360 == phone.evaluate("document.documentElement.scrollWidth")
    for target in (*results, phone.locator("[data-search-close]"), phone.locator("dialog input[type=search]")):
        box: Any = target.bounding_box()
        assert 24 <= box["width"]
        assert 24 <= box["height"]
    phone.locator("[data-search-close]").click()
    expect(phone.locator("dialog")).to_be_hidden()


def test_a_click_beside_it_closes_it(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    page.mouse.click(5, 500)

    expect(page.locator("dialog")).to_be_hidden()


def test_every_result_leads_to_an_anchor_that_is_there(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    root, seen = f"{site.as_uri()}/", set()
    for question in questions()[::8]:
        for result in ask(page, question.text).all():
            seen.add(unquote(str(result.get_attribute("href")).removeprefix(root)))
    for url in seen:
        name, _, anchor = url.partition("#")
        assert not anchor or f'id="{anchor}"' in (site / name).read_text(encoding="utf-8"), url
    assert len(seen) > 30


def test_the_browser_reads_words_as_the_build_does(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    ask(page, "team")
    for language in ("nl", "en"):
        rows = [(stem, form) for known, stem, form in words() if known == language]
        read = """([tables, forms]) => {
            const analyser = new leergang.analysis.Analyser(tables);
            return forms.map((form) => analyser.words(form).map(({ word }) => analyser.stem(word)));
        }"""
        found = page.evaluate(read, [load_analyser(language).tables, [form for _, form in rows]])

        assert [[stem] for stem, _ in rows] == found


def test_the_browser_reads_every_word_of_the_course_as_the_build_does(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    ask(page, "team")
    texts = [Path(path).read_text(encoding="utf-8") for path in sorted((site.parent / "docs").rglob("*.md"))]
    analyser = load_analyser("nl")
    found = page.evaluate(
        """(texts) => {
            const analyser = new leergang.analysis.Analyser(leergang.index.language);
            return texts.map((text) => analyser.words(text).map(({ word }) => analyser.stem(word)));
        }""",
        texts,
    )

    assert [[analyser.stem(word) for word in analyser.words(text)] for text in texts] == found


def test_nineteen_of_twenty_questions_are_answered_among_the_first_three(page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    missed = []
    for question in questions():
        links = [str(link.get_attribute("href")) for link in ask(page, question.text).all()[:3]]
        if not any(question.is_answered_by(link.removeprefix(f"{site.as_uri()}/")) for link in links):
            missed.append(question.text)

    assert len(questions()) >= 60
    assert len(questions()) * 0.05 >= len(missed), missed


@pytest.mark.parametrize("question", ["dag 1", "Wanneer is dag 1?"])
def test_who_asks_for_a_day_is_led_to_that_day_in_the_programme(question: str, page: Page, site: Path) -> None:
    opened(page, site.as_uri())
    ask(page, question).first.click()

    expect(page).to_have_title("Programma - Leiding geven aan een PLG")
    expect(page.locator("h2:target")).to_have_text("Dag 1")


def test_without_javascript_there_is_no_button_that_does_nothing(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")

    expect(page.locator("[data-search-open]")).to_be_hidden()
    context.close()
