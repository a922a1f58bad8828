"""The self-check tells in the reader's browser what was asked for and what is kept, and never what was written."""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from .paper import print_page
from .tabs import FORBID_STORAGE, OpenTab
from .test_answers import KEY, TEAMNORMEN, irritation
from .test_layout_shift import WATCH
from .test_views import CLIPBOARD

CHECK = "over/zelfcontrole.html"
WRITTEN = "Xanthippe begint altijd te laat."
ATTEMPTS = """async () => {
    document.body.append(Object.assign(new Image(), {src: 'https://elders.example/pixel.png'}));
    await fetch('https://elders.example/geteld?wie=ik').catch(() => {});
}"""


def line(page: Page, name: str) -> Locator:
    """What the report says of one thing."""
    return page.locator(f"[data-line={name}]")


def verdict(page: Page, name: str, expected: str) -> None:
    """How the report finds one thing, in words and not in colour alone."""
    expect(line(page, name).locator("h3")).to_contain_text(f": {expected}")


def report(page: Page) -> str:
    """All that the report says, once it is there."""
    expect(line(page, "frame")).to_be_visible()
    return page.locator("[data-part=report]").inner_text()


def test_of_a_first_visit_it_finds_nothing_to_look_at(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHECK}")
    text = report(page)

    assert "Alles is in orde." in text
    assert "geen enkel cookie" in text
    for name in ("cookies", "requests", "blocked", "session", "copies", "workers", "databases", "frame"):
        verdict(page, name, "in orde")
    verdict(page, "connection", "om te weten")
    assert ("vanaf een schijf" if address.startswith("file:") else "op deze computer zelf") in text


def test_it_counts_the_files_that_the_page_asked_the_host_for(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/{CHECK}", wait_until="networkidle")
    host = server.split("/")[2]

    expect(line(page, "requests")).to_contain_text(
        f"Deze pagina vroeg {len(set(asked))} bestanden op, alle bij {host}."
    )


def test_a_cookie_of_something_else_on_the_server_is_told_by_its_name(
    page: Page, context: BrowserContext, server: str
) -> None:
    context.add_cookies([{"name": "sessie", "value": WRITTEN, "url": server}])
    page.goto(f"{server}/{CHECK}")

    verdict(page, "cookies", "let op")
    expect(line(page, "cookies").locator("li")).to_have_text(["sessie"])
    assert WRITTEN not in report(page)
    assert "Er is 1 punt om naar te kijken." in report(page)
    context.clear_cookies()
    page.get_by_role("button", name="Opnieuw controleren").click()
    verdict(page, "cookies", "in orde")
    expect(page.locator("[data-part=said]")).to_contain_text("Opnieuw gecontroleerd om")


def test_it_names_answers_and_settings_and_not_what_is_in_them(page: Page, address: str) -> None:
    page.goto(f"{address}/{TEAMNORMEN}")
    irritation(page).fill(WRITTEN)
    page.goto(f"{address}/{CHECK}")
    page.evaluate("() => localStorage.setItem('van-een-ander', 'Socrates')")
    page.evaluate("() => localStorage.setItem('leergang:leiding-geven-aan-een-plg:settings:shared', '')")
    page.get_by_role("button", name="Opnieuw controleren").click()

    told = line(page, "local")
    verdict(page, "local", "om te weten")
    expect(told).to_contain_text("antwoorden op werkblad teamnormen bij Dag 1: ")
    expect(told).to_contain_text(KEY)
    expect(told).to_contain_text("of anderen deze computer ook gebruiken")
    expect(told).to_contain_text("lichte of donkere kleuren")
    expect(told).to_contain_text("Van iets anders op dit adres: 1 onderdeel")
    html = page.content()
    assert [] == [word for word in (WRITTEN, "Xanthippe", "van-een-ander", "Socrates") if word in html]


def test_what_the_policy_stops_is_shown_and_does_not_count_as_asked_for(
    page: Page, address: str, complaints: list[str]
) -> None:
    page.goto(f"{address}/{CHECK}")
    verdict(page, "blocked", "in orde")
    page.evaluate(ATTEMPTS)

    verdict(page, "blocked", "let op")
    expect(line(page, "blocked").locator("li")).to_have_text(
        ["connect-src: https://elders.example/geteld?wie=ik", "img-src: https://elders.example/pixel.png"]
    )
    verdict(page, "requests", "in orde")
    complaints.clear()  # the browser tells of each, too


def test_a_request_that_went_elsewhere_is_told_with_its_host(
    page: Page, server: str, site: Path, complaints: list[str]
) -> None:
    page.route("https://elders.example/**", lambda route: route.fulfill(body="", content_type="image/png"))
    open_page = (site / CHECK).read_text(encoding="utf-8").replace("img-src 'self' data:", "img-src 'self' https:")
    page.route(f"**/{CHECK}", lambda route: route.fulfill(body=open_page, content_type="text/html"))
    page.goto(f"{server}/{CHECK}")
    verdict(page, "requests", "in orde")
    page.evaluate("() => document.body.append(Object.assign(new Image(), {src: 'https://elders.example/pixel.png'}))")

    verdict(page, "requests", "let op")
    expect(line(page, "requests").locator("li")).to_have_text(["https://elders.example: 1 bestand"])
    complaints.clear()


def test_a_page_without_a_policy_or_in_a_frame_says_so(
    page: Page, server: str, site: Path, complaints: list[str]
) -> None:
    bare = (site / CHECK).read_text(encoding="utf-8").replace("Content-Security-Policy", "X-Nothing")
    page.route(f"**/{CHECK}", lambda route: route.fulfill(body=bare, content_type="text/html"))
    page.route(
        "**/frame", lambda route: route.fulfill(body=f"<iframe src='{CHECK}'></iframe>", content_type="text/html")
    )
    page.goto(f"{server}/frame")
    frame = page.frame_locator("iframe")

    expect(frame.locator("[data-line=blocked] h3")).to_contain_text(": let op")
    expect(frame.locator("[data-line=frame] h3")).to_contain_text(": let op")
    expect(frame.locator("[data-line=frame] li")).to_have_text(["/".join(server.split("/")[:3])])
    complaints.clear()


def test_a_browser_that_keeps_a_copy_tells_which_and_how_large(browser: Browser, server: str) -> None:
    with browser.new_context(service_workers="allow") as context:
        page = context.new_page()
        page.goto(f"{server}/{CHECK}")
        page.evaluate("() => navigator.serviceWorker.ready.then(() => {})")
        page.get_by_role("button", name="Opnieuw controleren").click()

        verdict(page, "copies", "om te weten")
        expect(line(page, "copies")).to_contain_text("MB")
        expect(line(page, "copies").locator("li")).to_have_text(["leergang /school/cursus/ leiding-geven-aan-een-plg"])
        expect(line(page, "workers").locator("li")).to_have_text([f"{server}/worker.js"])


def test_the_report_goes_to_the_clipboard_as_text(page: Page, context: BrowserContext, server: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server}/{CHECK}")
    report(page)
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator("[data-part=said]")).to_contain_text("Gekopieerd.")
    text = page.evaluate(CLIPBOARD)["plain"]

    assert text.startswith("Alles is in orde.\n- Gecontroleerd op ")
    assert f"- Adres: {server}/{CHECK}\n" in text
    assert "\n✓ Cookies: in orde\nDeze pagina ziet geen enkel cookie." in text


def test_on_paper_it_is_a_report_without_buttons(page: Page, server: str) -> None:
    page.goto(f"{server}/{CHECK}")
    report(page)
    text = print_page(page).text

    assert [] == [said for said in ("geen enkel cookie", "in orde", "Gecontroleerd op") if said not in text]
    assert [] == [label for label in ("Opnieuw controleren", "Kopieer als tekst") if label in text]


def test_without_scripts_it_says_so_and_how_to_look_for_oneself(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{CHECK}")

        expect(page.get_by_text("In jouw browser draaien op deze site geen scripts")).to_be_visible()
        expect(page.get_by_text("Kies Netwerk en laad de pagina opnieuw.")).to_be_visible()
        expect(page.get_by_role("button", name="Opnieuw controleren")).to_be_hidden()


def test_nothing_jumps_while_it_is_filled_in(page: Page, server: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{server}/{CHECK}", wait_until="networkidle")
    report(page)

    assert [] == page.evaluate("shifts.filter(([value]) => value > 0.001)")


REPORT = """async () => {
    const end = performance.now() + 10000;
    const lines = () => [...document.querySelectorAll('[data-line]')];
    while (lines().length < 10 && performance.now() < end) await new Promise(requestAnimationFrame);
    return lines().map(line => [line.dataset.line, line.dataset.verdict]);
}"""


def test_it_comes_to_the_same_in_every_browser(open_tab: OpenTab, address: str) -> None:
    found = dict(open_tab(f"{address}/{CHECK}").evaluate(REPORT))
    kept = {"local": "fact", "session": "fine", "copies": "fine", "workers": "fine", "databases": "fine"}

    assert found | kept == found
    assert {
        "cookies": "fine",
        "requests": "fine",
        "blocked": "fine",
        "frame": "fine",
        "connection": "fact",
    } | kept == found


def test_where_the_browser_refuses_its_storage_it_says_that_it_cannot_see_it(
    page: Page, server: str, complaints: list[str]
) -> None:
    page.add_init_script(FORBID_STORAGE)
    page.goto(f"{server}/{CHECK}")

    verdict(page, "local", "niet te zien")
    verdict(page, "cookies", "in orde")
    complaints.clear()  # Material's own script asks for it all the same
