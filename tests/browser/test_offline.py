"""A hosted copy on a phone in a train: the whole course without a network, and each new version at the next visit."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..conftest import Built, CourseDir
from ..projects import ROOT
from .hosting import Host
from .tabs import OpenTab, Tab
from .test_accessibility import violations
from .test_answers import TEAMNORMEN
from .test_search import ask

CHAPTER = "modules/deeg/kneden.html"
OTHER = "modules/oven/bakken.html"
OLD, NEW = "Kneden doe je met je handen", "Kneden doe je met je voeten"
KEPT = "navigator.serviceWorker.controller"
"""The worker has all files, and the page gets its own from it."""
FAILED = """async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const fresh = registration.installing;
    return new Promise(done => { fresh.onstatechange = () => done(fresh.state) });
}"""
"""Look for a new version; gives what became of it."""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
UNTIL = """async argument => {
    const end = performance.now() + 20000;
    while (!(%s)) {
        if (performance.now() > end) return false;
        await new Promise(requestAnimationFrame);
    }
    return true;
}"""
"""Whether something comes true; playwright's own way is evaluating text, which the policy of a page forbids."""
ONE_VERSION = """(await (await caches.open((await caches.keys())[0])).keys())
    .filter(({url}) => url.split('?')[0].endsWith(argument)).length === 1"""
"""Of a file, one version is kept."""
TEXT = "address => fetch(address).then(found => found.text())"

Build = Callable[..., Built]


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A browser that may keep the course."""
    return {**browser_context_args, "service_workers": "allow"}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A server, of nothing yet."""
    (tmp_path / "host").mkdir()
    running = Host(tmp_path / "host")
    yield running
    running.stop()


@pytest.fixture
def bread(showcase_dir: CourseDir) -> CourseDir:
    """A course whose chapter says something that can change, in as many letters."""
    showcase_dir.add(CHAPTER.replace("modules", "docs/modules").replace(".html", ".md"), f"\n{OLD}.\n")
    return showcase_dir


def change(bread: CourseDir) -> None:
    """Write a new version of the chapter."""
    bread.edit(CHAPTER.replace("modules", "docs/modules").replace(".html", ".md"), OLD, NEW)


def visit(page: Page, address: str) -> None:
    """Open a page for the first time, and stay until all is kept."""
    page.goto(address)
    assert page.evaluate(UNTIL % KEPT)


def cut(context: BrowserContext, host: Host) -> None:
    """Drive into a tunnel, and let the server go down as well."""
    context.set_offline(True)
    host.stop()


def back(context: BrowserContext, host: Host) -> None:
    """Leave the tunnel."""
    host.start()
    context.set_offline(False)


def bar(page: Page) -> Any:
    """What says that there is a new version."""
    return page.get_by_role("status").filter(has_text="Er is een nieuwe versie van deze cursus.")


def pages(site: Path) -> list[str]:
    """Every page with an address of its own."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html")


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
    expect(page.get_by_role("link", name="Brood bakken").first).to_have_attribute("href", "/cursus/index.html")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    assert [] == [text for text in complaints if "a status of 404" not in text and not text.endswith(asked)]
    complaints.clear()


def test_a_new_version_says_so_and_leaves_nothing_of_the_old_one(
    page: Page, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    visit(page, f"{address}/{CHAPTER}")
    page.evaluate("localStorage.setItem('leergang:brood:worksheet:x:y', 'mijn antwoord')")
    change(bread)
    site = build(bread).path
    host.publish(site)
    host.asked.clear()
    page.reload()
    expect(page.get_by_text(OLD)).to_be_visible()
    expect(bar(page)).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Bijwerken").click()

    expect(page.get_by_text(NEW)).to_be_visible()
    expect(bar(page)).to_have_count(0)
    host.stop()
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.suffix in (".html", ".css", ".js") and name != "worker.js":
            assert page.evaluate(TEXT, f"{address}/{name}") == path.read_text(encoding="utf-8"), name
    host.start()
    assert "mijn antwoord" == page.evaluate("localStorage.getItem('leergang:brood:worksheet:x:y')")
    asked = {path for path in host.asked if "manifest" not in path}
    assert {f"/cursus/{name}" for name in ("worker.js", CHAPTER, "search/index.js")} == asked
    page.goto(f"{address}/index.html")
    assert page.evaluate(UNTIL % ONE_VERSION, CHAPTER), "the tab that showed the old one is gone"


def test_a_new_version_is_there_at_the_next_visit_for_who_does_nothing(
    page: Page, context: BrowserContext, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    visit(page, f"{address}/{CHAPTER}")
    change(bread)
    host.publish(build(bread).path)
    page.reload()
    bar(page).wait_for()
    page.get_by_role("button", name="Later").click()
    expect(bar(page)).to_have_count(0)
    expect(page.get_by_text(OLD)).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{address}/{CHAPTER}")

    expect(page.get_by_text(NEW)).to_be_visible()
    expect(bar(page)).to_have_count(0)


def test_what_is_being_typed_is_saved_before_a_new_version_comes(
    page: Page, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    name = "tools/werkbladen/deegplan.html"
    visit(page, f"{address}/{name}")
    change(bread)
    host.publish(build(bread).path)
    page.reload()
    bar(page).wait_for()
    field = page.locator("course-worksheet textarea").first
    field.fill("Nog niet af")
    with page.expect_navigation():
        page.get_by_role("button", name="Bijwerken").click()

    expect(page.locator("course-worksheet textarea").first).to_have_value("Nog niet af")


def test_tabs_of_two_versions_each_keep_their_own_files(
    page: Page, context: BrowserContext, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    visit(page, f"{address}/{CHAPTER}")
    other = context.new_page()
    other.goto(f"{address}/index.html")
    change(bread)
    host.publish(build(bread).path)
    page.reload()
    bar(page).wait_for()
    bar(other).wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name="Bijwerken").click()
    expect(page.get_by_text(NEW)).to_be_visible()
    bread.add("docs/index.md", "\nEen derde versie.\n")
    host.publish(build(bread).path)
    page.reload()
    bar(page).wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name="Bijwerken").click()
    cut(context, host)

    assert "Een derde versie" in page.evaluate(TEXT, f"{address}/index.html")
    assert "Een derde versie" not in other.evaluate(TEXT, f"{address}/index.html")
    assert NEW in page.evaluate(TEXT, f"{address}/{CHAPTER}")
    assert OLD in other.evaluate(TEXT, f"{address}/{CHAPTER}")
    back(context, host)
    with other.expect_navigation():
        other.get_by_role("button", name="Bijwerken").click()
    assert NEW in other.evaluate(TEXT, f"{address}/{CHAPTER}")
    expect(bar(other)).to_have_count(0)


def test_an_update_that_fails_half_way_leaves_the_old_version_and_goes_on_later(
    page: Page, context: BrowserContext, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    visit(page, f"{address}/{CHAPTER}")
    change(bread)
    bread.edit("mkdocs.yml", "site_name: Brood bakken", "site_name: Beter brood bakken")
    host.publish(build(bread).path)
    host.broken = {f"/cursus/{CHAPTER}"}

    assert "redundant" == page.evaluate(FAILED)
    cut(context, host)
    page.goto(f"{address}/{OTHER}")
    page.goto(f"{address}/{CHAPTER}")
    expect(page.locator(".md-header__topic").first).to_have_text("Brood bakken")
    expect(page.get_by_text(OLD)).to_be_visible()
    expect(bar(page)).to_have_count(0)

    back(context, host)
    host.broken.clear()
    host.asked.clear()
    page.reload()
    bar(page).wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name="Bijwerken").click()
    expect(page.locator(".md-header__topic").first).to_have_text("Beter brood bakken")
    assert f"/cursus/{OTHER}" not in host.asked, "it was there already"
    expect(page.get_by_text(NEW)).to_be_visible()


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


def test_a_tab_that_is_open_for_days_looks_for_a_new_version_once_an_hour(page: Page, host: Host, built: Build) -> None:
    page.add_init_script("""const { update } = ServiceWorkerRegistration.prototype; window.looked = 0;
        ServiceWorkerRegistration.prototype.update = function() { window.looked++; return update.call(this) }""")
    page.clock.install()
    visit(page, f"{host.publish(built('showcase').path)}/index.html")

    def come_back_after(minutes: int) -> int:
        """How often a tab has looked that is shown again after so many minutes."""
        page.clock.fast_forward(minutes * 60_000)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        looked: int = page.evaluate("looked")
        return looked

    assert [0, 1, 1, 2] == [come_back_after(minutes) for minutes in (59, 2, 59, 2)]


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


def test_axe_finds_nothing_wrong_with_the_bar(phone: Page, host: Host, bread: CourseDir, build: Build) -> None:
    address = host.publish(build(bread).path)
    for scheme in ("dark", "light"):
        phone.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        visit(phone, f"{address}/{CHAPTER}")
        bread.add("docs/index.md", f"\nNog een regel: {scheme}.\n")
        host.publish(build(bread).path)
        phone.reload()
        bar(phone).wait_for()

        assert [] == violations(phone)


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
    assert ["in-incognito"] == [error["errorId"] for error in told], "only that a test leaves nothing behind"


def test_the_frame_of_the_browser_has_the_colour_of_the_header(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    colour = page.locator("meta[name=theme-color]")
    expect(colour).to_have_attribute("content", "#1d2b4f")
    page.get_by_title("Naar donkere kleuren").click()

    expect(colour).to_have_attribute("content", "#0f1630")


def test_a_course_is_kept_and_updated_in_each_browser(
    open_tab: OpenTab, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    tab: Tab = open_tab(f"{address}/index.html")
    assert tab.evaluate(UNTIL % KEPT)
    host.stop()
    tab.goto(f"{address}/{CHAPTER}", wait_until="load")
    assert tab.evaluate(f"() => document.body.innerText.includes('{OLD}')")

    host.start()
    change(bread)
    host.publish(build(bread).path)
    tab.reload(wait_until="load")
    assert tab.evaluate(UNTIL % "document.querySelector('.c-update button')")
    other = open_tab(f"{address}/index.html")
    tab.evaluate("() => { document.querySelector('.c-update button').click() }")
    assert other.evaluate(UNTIL % "!(await navigator.serviceWorker.getRegistration()).waiting")
    host.stop()
    other.goto(f"{address}/{CHAPTER}", wait_until="load")
    assert other.evaluate(f"() => document.body.innerText.includes('{NEW}')")
    host.start()
