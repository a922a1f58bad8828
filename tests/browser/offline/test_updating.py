"""A new version of a hosted copy: there at the next visit, whole, and said so."""

from playwright.sync_api import BrowserContext, Page, expect

from ...conftest import CourseDir
from ..hosting import Host
from ..tabs import OpenTab, Tab
from ..test_accessibility import violations
from .steps import (
    CHAPTER,
    FAILED,
    KEPT,
    NEW,
    OLD,
    ONE_VERSION,
    OTHER,
    TEXT,
    UNTIL,
    Build,
    back,
    bar,
    change,
    cut,
    visit,
)


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


def test_a_course_is_kept_and_updated_in_each_browser(
    open_tab: OpenTab, host: Host, bread: CourseDir, build: Build
) -> None:
    address = host.publish(build(bread).path)
    tab: Tab = open_tab(f"{address}/index.html")
    assert tab.evaluate(UNTIL % KEPT)
    # Not later: a browser that a test looks into waits for ever with a new worker while another tab is loading.
    other = open_tab(f"{address}/index.html")
    host.stop()
    tab.goto(f"{address}/{CHAPTER}", wait_until="load")
    assert tab.evaluate(f"() => document.body.innerText.includes('{OLD}')")

    host.start()
    change(bread)
    host.publish(build(bread).path)
    tab.reload(wait_until="load")
    assert tab.evaluate(UNTIL % "document.querySelector('.c-update button')")
    tab.evaluate("() => { document.querySelector('.c-update button').click() }")
    assert other.evaluate(UNTIL % "!(await navigator.serviceWorker.getRegistration()).waiting")
    host.stop()
    other.goto(f"{address}/{CHAPTER}", wait_until="load")
    assert other.evaluate(f"() => document.body.innerText.includes('{NEW}')")
    host.start()
