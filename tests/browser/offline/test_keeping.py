"""A hosted copy on a phone in a train: the whole course without a network, after one visit."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ...conftest import CourseDir
from ...projects import ROOT
from ..hosting import Host
from ..test_answers import TEAMNORMEN
from ..test_search import ask
from .steps import (
    CHAPTER,
    KEPT,
    NEW,
    SAVES_DATA,
    UNTIL,
    Build,
    bar,
    change,
    cut,
    pages,
    visit,
)


def test_after_one_visit_every_page_opens_without_a_network(
    page: Page, context: BrowserContext, host: Host, site: Path
) -> None:
    address = host.publish(site, "school/cursus")
    visit(page, f"{address}/modules/structureren/focus-op-leren.html")
    cut(context, host)

    names = pages(site)
    assert len(names) > 40
    for name in names:
        answered = page.goto(f"{address}/{name}")
        assert answered and answered.body() == (site / name).read_bytes(), name


def test_search_and_answers_work_without_a_network(page: Page, context: BrowserContext, host: Host, site: Path) -> None:
    address = host.publish(site)
    visit(page, f"{address}/index.html")
    cut(context, host)

    page.locator("[data-search-open]").click()  # on the page of the first visit itself
    expect(ask(page, "teamnormen").first).to_be_visible()
    page.goto(f"{address}/{TEAMNORMEN}")
    page.get_by_label("Waar stoor je je aan").fill("Op tijd beginnen.")
    page.goto(f"{address}/index.html")
    page.goto(f"{address}/{TEAMNORMEN}")

    expect(page.get_by_label("Waar stoor je je aan")).to_have_value("Op tijd beginnen.")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", "index.html"),
        ("?utm=mail", "index.html"),
        ("#verder", "index.html"),
        (f"{CHAPTER}?print=1#top", CHAPTER),
        ("modules/oven/", "modules/oven/index.html"),
        ("modules/deeg/kneden", CHAPTER),
    ],
)
def test_an_address_may_be_a_folder_and_carry_a_question(
    page: Page, context: BrowserContext, host: Host, built: Build, asked: str, found: str
) -> None:
    site = built("showcase").path
    address = host.publish(site)
    visit(page, f"{address}/index.html")
    cut(context, host)
    answered = page.goto(f"{address}/{asked}") or page.reload()

    assert answered
    assert (200, (site / found).read_bytes()) == (answered.status, answered.body())


@pytest.mark.parametrize("asked", ["nergens.html", "modules/nergens/ook-niet.html", "constructor", "%E0%A4%A"])
def test_an_address_that_does_not_exist_says_so(
    page: Page, context: BrowserContext, complaints: list[str], host: Host, built: Build, asked: str
) -> None:
    address = host.publish(built("showcase").path)
    visit(page, f"{address}/index.html")
    online = page.goto(f"{address}/{asked}")
    expect(page.get_by_text("Error code: 404")).to_be_visible()  # the server's own page
    cut(context, host)
    offline = page.goto(f"{address}/{asked}")

    assert online and offline
    assert (404, 404) == (online.status, offline.status)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    home = page.get_by_role("link", name="Naar het begin van de cursus")
    expect(home).to_have_attribute("href", f"{address}/index.html")
    # Of what was asked for while there was no network; the page looks in folders that aren't the course's first.
    expected = ("a status of 404", "net::ERR_", "/search.js")
    assert [] == [text for text in complaints if not text.endswith(asked) and not any(one in text for one in expected)]
    complaints.clear()


def test_a_school_that_turns_it_off_takes_it_away_from_who_had_it(
    page: Page, context: BrowserContext, host: Host, bread: CourseDir, build: Build, built: Build
) -> None:
    beside = host.publish(built("minimal").path, "cursus/ander")
    address = host.publish(build(bread).path, "cursus-brood")
    visit(page, f"{beside}/index.html")
    visit(page, f"{address}/{CHAPTER}")
    page.evaluate("localStorage.setItem('leergang:brood:worksheet:x:y', 'mijn antwoord')")
    assert 2 == page.evaluate("caches.keys().then(names => names.length)")
    change(bread)
    bread.edit("mkdocs.yml", "  leergang:\n", "  leergang:\n    offline: false\n")
    host.publish(build(bread).path, "cursus-brood")
    page.reload()
    with page.expect_navigation():
        page.get_by_role("button", name="Bijwerken").click()

    expect(page.get_by_text(NEW)).to_be_visible()
    left = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))"
    assert page.evaluate(UNTIL % f"(await {left}).length === 1")
    assert [f"{beside}/"] == page.evaluate(left)
    assert ["leergang /cursus/ander/ good-tea"] == page.evaluate("caches.keys()")
    assert "mijn antwoord" == page.evaluate("localStorage.getItem('leergang:brood:worksheet:x:y')")
    page.goto(f"{address}/index.html")
    assert not page.evaluate(f"Boolean({KEPT})")
    assert 0 == page.locator("link[rel=manifest]").count()
    cut(context, host)
    page.goto(f"{beside}/index.html")
    expect(page).to_have_title("A good cup of tea")


def test_on_a_file_share_there_is_no_worker_and_no_manifest(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")

    assert 0 == page.locator("link[rel=manifest]").count()
    assert [] == page.evaluate("navigator.serviceWorker?.getRegistrations().catch(() => []) ?? []")


def test_nothing_is_kept_for_who_saves_data(page: Page, host: Host, built: Build) -> None:
    page.add_init_script(SAVES_DATA)
    page.goto(f"{host.publish(built('showcase').path)}/index.html")

    assert [] == page.evaluate("navigator.serviceWorker.getRegistrations()")
    assert "/cursus/worker.js" not in host.asked


def test_nothing_is_kept_by_a_page_within_another_site(
    page: Page, complaints: list[str], host: Host, built: Build
) -> None:
    address = host.publish(built("showcase").path).replace("127.0.0.1", "localhost")
    around = f'<!doctype html><link rel=icon href=data:,><iframe src="{address}/index.html">'
    (host.folder / "around.html").write_text(around)
    page.goto(f"http://127.0.0.1:{host.port}/around.html")

    expect(page.frame_locator("iframe").locator("h1")).to_have_text(re.compile("Brood bakken"))
    assert 0 == page.frame_locator("iframe").locator("link[rel=manifest]").count()
    assert "/cursus/worker.js" not in host.asked
    complaints.clear()  # the other host, and Material, which asks for a storage that isn't there


def test_where_the_engine_alone_builds_nothing_is_kept_and_nothing_is_said(
    page: Page, host: Host, built: Build
) -> None:
    address = host.publish(built("showcase").path)
    shutil.copy(ROOT / "overrides/worker.js", host.folder / "cursus")
    page.goto(f"{address}/index.html")
    with page.expect_event("console", lambda message: message.text == "gone"):
        page.evaluate("""async () => {
            const { installing, waiting, active } = await navigator.serviceWorker.register('worker.js');
            const worker = installing ?? waiting ?? active;
            const look = () => navigator.serviceWorker.getRegistrations().then(all => all.length || console.log('gone'));
            worker.onstatechange = look;
            look() }""")

    expect(bar(page)).to_have_count(0)
    assert [] == page.evaluate("caches.keys()")


def test_a_course_in_a_folder_of_another_is_not_taken_for_its_new_version(page: Page, host: Host, built: Build) -> None:
    above, below = host.publish(built("showcase").path), host.publish(built("minimal").path, "cursus/ander")
    visit(page, f"{above}/index.html")
    visit(page, f"{below}/index.html")
    assert page.evaluate(UNTIL % f"{KEPT}.scriptURL === '{below}/worker.js'")

    assert 0 == page.locator(".c-update").count()


def test_a_full_browser_shows_the_course_all_the_same(
    page: Page, context: BrowserContext, host: Host, built: Build
) -> None:
    address = host.publish(built("showcase").path)
    page.add_init_script(SAVES_DATA)  # the page itself waits
    control = context.new_cdp_session(page)
    control.send("Storage.overrideQuotaForOrigin", {"origin": address.removesuffix("/cursus"), "quotaSize": 400_000})
    page.goto(f"{address}/index.html")
    outcome = page.evaluate(
        """async address => {
        const { installing } = await navigator.serviceWorker.register(address);
        return new Promise(done => { installing.onstatechange = () => done(installing.state) }) }""",
        f"{address}/worker.js",
    )

    assert "redundant" == outcome
    assert 0 == page.evaluate(
        "caches.keys().then(all => caches.open(all[0])).then(one => one.keys()).then(all => all.length)"
    )
    page.goto(f"{address}/{CHAPTER}")
    expect(page).to_have_title("Kneden - Brood bakken")
    assert not page.evaluate(f"Boolean({KEPT})")


def test_the_browser_takes_the_manifest_and_every_icon(
    page: Page, context: BrowserContext, host: Host, site: Path
) -> None:
    address = host.publish(site)
    visit(page, f"{address}/index.html")
    control = context.new_cdp_session(page)
    found = control.send("Page.getAppManifest")

    assert [] == found["errors"]
    assert f"{address}/manifest.webmanifest" == found["url"]
    told = control.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in told} <= {"in-incognito"}, "at most that a test leaves nothing behind"


def test_the_frame_of_the_browser_has_the_colour_of_the_header(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    colour = page.locator("meta[name=theme-color]")
    expect(colour).to_have_attribute("content", "#1d2b4f")
    page.get_by_title("Naar donkere kleuren").click()

    expect(colour).to_have_attribute("content", "#0f1630")
