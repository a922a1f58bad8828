"""A trainer leads a day: what is now and next, how late it is, and the script on paper; from a disk as well."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ..projects import build_real_course
from .paper import print_page
from .reader import MORNING
from .test_accessibility import AXE, RUN
from .test_layout_shift import WATCH

DAY = "trainers/dag-1.html"

pytestmark = pytest.mark.usefixtures("complaints")


@pytest.fixture(scope="module")
def trainers_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real course for its trainers."""
    return build_real_course(tmp_path_factory.mktemp("trainers"), "trainer")


@pytest.fixture
def day(page: Page, trainers_site: Path) -> Page:
    """The page of day 1, opened from a disk, a little late; its clock goes when a test says so."""
    page.clock.install(time=MORNING)
    page.goto(f"{trainers_site.as_uri()}/{DAY}")
    return page


def panel(page: Page) -> list[str]:
    """What the panel says, line by line."""
    found = [page.locator(f"[data-part={name}]").first.inner_text() for name in ("now", "line", "then", "drift")]
    return [text for text in found if text]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def times(page: Page) -> list[str]:
    """The times of the first four parts."""
    return page.locator(".c-day__times").all_inner_texts()[:4]


def test_before_the_day_begins_the_script_is_as_planned(day: Page) -> None:
    assert ["Nog niet begonnen", "Eerst: Welkom en kennismaken, om 09:30", "Klaar om 16:50"] == panel(day)
    assert ["09:30 – 09:50", "09:50 – 10:05", "10:05 – 10:50", "10:50 – 11:05"] == times(day)
    expect(day.get_by_role("button", name="Stap terug")).to_be_disabled()


def test_a_day_that_begins_late_stays_late_until_a_part_takes_less_time(day: Page) -> None:
    press(day, "Begin")
    assert [
        "Nu: Welkom en kennismaken", "van 09:33 tot 09:53, nog 20 minuten",
        "Straks: Focus op het leren van leerlingen, om 09:53", "3 minuten achter op het schema",
    ] == panel(day)  # fmt: skip
    day.clock.fast_forward("12:00")
    assert "van 09:33 tot 09:53, nog 8 minuten" in panel(day)

    press(day, "Volgende")
    assert [
        "Nu: Focus op het leren van leerlingen", "van 09:45 tot 10:00, nog 15 minuten",
        "Straks: De drie vragen voor één leerdoel, om 10:00", "5 minuten voor op het schema",
    ] == panel(day)  # fmt: skip
    assert ["09:33 – 09:45", "09:45 – 10:00", "10:00 – 10:45", "10:45 – 11:00"] == times(day)


def test_a_part_that_takes_too_long_moves_all_that_comes_after_it(day: Page) -> None:
    press(day, "Begin")
    day.clock.fast_forward("20:00")
    assert ["van 09:33 tot 09:53, de tijd is om", "3 minuten achter op het schema"] == panel(day)[1::2]
    day.clock.fast_forward("07:00")

    assert ["van 09:33 tot 09:53, 7 minuten over de tijd", "10 minuten achter op het schema"] == panel(day)[1::2]
    assert ["09:33 – 10:00", "10:00 – 10:15", "10:15 – 11:00", "11:00 – 11:15"] == times(day)


def test_a_step_back_goes_on_with_the_part_before(day: Page) -> None:
    press(day, "Begin")
    day.clock.fast_forward("05:00")
    press(day, "Volgende")
    press(day, "Stap terug")

    assert ["Nu: Welkom en kennismaken", "van 09:33 tot 09:53, nog 15 minuten"] == panel(day)[:2]
    press(day, "Stap terug")
    assert "Nog niet begonnen" == panel(day)[0]
    expect(day.get_by_role("button", name="Begin", exact=True)).to_be_focused()


def test_at_the_end_it_says_when_and_how_late_that_was(day: Page) -> None:
    press(day, "Begin")
    for _ in range(16):
        day.clock.fast_forward("25:00")
        press(day, "Volgende")
    assert "Nu: Afsluiting" == panel(day)[0]
    assert "Dit is het laatste onderdeel. Klaar om 16:28." in panel(day)
    day.clock.fast_forward("15:00")
    press(day, "Afronden")

    assert ["De dag is klaar", "Klaar om 16:28", "22 minuten voor op het schema"] == panel(day)
    expect(day.get_by_role("button", name="Stap terug")).to_be_focused()


def test_the_trainer_says_when_it_begins_and_the_browser_keeps_that(day: Page) -> None:
    day.get_by_label("Begint om").fill("13:15")
    day.get_by_label("Begint om").blur()
    assert "13:15 – 13:35" == times(day)[0]
    press(day, "Begin")
    day.reload()

    expect(day.get_by_label("Begint om")).to_have_value("13:15")
    assert "Nu: Welkom en kennismaken" == panel(day)[0]
    assert "222 minuten voor op het schema" in panel(day)
    day.clock.fast_forward("23:00:00")  # the next morning
    assert "Nog niet begonnen" == panel(day)[0]
    assert "13:15 – 13:35" == times(day)[0]


def test_two_tabs_run_the_same_day(day: Page, trainers_site: Path) -> None:
    other = day.context.new_page()
    other.clock.install(time=MORNING)
    other.goto(f"{trainers_site.as_uri()}/{DAY}")
    press(day, "Begin")

    expect(other.locator("[data-part=now]")).to_have_text("Nu: Welkom en kennismaken")


def test_what_was_noted_and_cannot_be_read_starts_afresh(day: Page) -> None:
    key = "leergang:leiding-geven-aan-een-plg:settings:day-dag-1"
    for noted in ('{"start": 12, "begun": ["x", 1.5]}', '{"begun": [99999999999]}', "kapot", "[]"):
        day.evaluate("pair => localStorage.setItem(...pair)", [key, noted])
        day.reload()
        assert ["Nog niet begonnen", "Eerst: Welkom en kennismaken, om 09:30"] == panel(day)[:2]


def test_a_screen_reader_hears_what_is_pressed_and_that_time_is_up_and_no_minute(day: Page) -> None:
    said = day.get_by_role("status").and_(day.locator("[data-part=said]"))
    day.evaluate(
        """window.said = []; new MutationObserver(() => said.push(document.querySelector('[data-part=said]').textContent))
        .observe(document.querySelector('[data-part=said]'), {childList: true, characterData: true, subtree: true})"""
    )
    press(day, "Begin")
    for _ in range(25):
        day.clock.run_for(60_000)

    expect(said).to_have_text("De tijd voor Welkom en kennismaken is om.")
    assert ["Nu: Welkom en kennismaken", "De tijd voor Welkom en kennismaken is om."] == day.evaluate("said")
    expect(day.locator("[aria-current=step]")).to_contain_text("Welkom en kennismaken")
    expect(day.locator("[aria-current=step] [data-part=state]")).to_have_text("nu")


CASES = [
    # minutes, start, begun, now -> times, behind
    ([20, 15], 600, [], 590, [[600, 620], [620, 635]], 0),
    ([20, 15], 600, [], 700, [[600, 620], [620, 635]], 0),
    ([20, 15], 600, [603], 610, [[603, 623], [623, 638]], 3),
    ([20, 15], 600, [603], 630, [[603, 630], [630, 645]], 10),
    ([20, 15], 600, [600, 610], 612, [[600, 610], [610, 625]], -10),
    ([20, 15], 600, [600, 610, 640], 900, [[600, 610], [610, 640]], 5),
    ([20, 15], 1430, [1430, 1450], 1455, [[1430, 1450], [1450, 1465]], 0),  # past midnight
]


@pytest.mark.parametrize(("minutes", "start", "begun", "now", "expected", "behind"), CASES)
def test_times_follow_from_what_has_begun(
    day: Page, minutes: list[int], start: int, begun: list[int], now: int, expected: list[list[int]], behind: int
) -> None:
    found: dict[str, Any] = day.evaluate(
        """([...given]) => ({times: leergang.day.schedule(...given).map(({from, to}) => [from, to]),
        behind: leergang.day.behind(...given)})""",
        [minutes, start, begun, now],
    )

    assert {"times": expected, "behind": behind} == found


def test_a_time_is_one_of_the_same_day(day: Page) -> None:
    found = day.evaluate(
        """() => ['00:00', '09:05', '23:59'].map(time => {
            const now = Math.floor(new Date(2026, 10, 26, 9, 33) / 60000);
            const minute = leergang.day.minuteAt(time, now);
            return [leergang.day.clockOf(minute), new Date(minute * 60000).getDate()];
        })"""
    )

    assert [["00:00", 26], ["09:05", 26], ["23:59", 26]] == found


def test_without_scripts_it_is_a_table_with_the_times_of_the_plan(browser: Browser, trainers_site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{trainers_site.as_uri()}/{DAY}")

        assert ["09:30 – 09:50", "09:50 – 10:05", "10:05 – 10:50", "10:50 – 11:05"] == times(page)
        expect(page.locator(".c-day__panel")).to_be_hidden()


def test_on_paper_it_is_a_script_on_one_sheet_with_room_for_notes(day: Page) -> None:
    day.get_by_label("Begint om").fill("10:00")
    day.get_by_label("Begint om").blur()
    first = print_page(day).sheets[0].text

    assert "Draaiboek van Dag 1" in first
    assert "Aantekeningen" in first
    assert "10:00 – 10:20 Welkom en kennismaken" in first
    assert "17:05 – 17:20 Afsluiting" in first
    assert "Begint om" not in first
    assert "Tips" not in first


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_pages_for_trainers(page: Page, trainers_site: Path, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    chapter = trainers_site / "modules/structureren/focus-op-leren.html"
    for path in [*sorted((trainers_site / "trainers").glob("*.html")), chapter]:
        page.goto(path.as_uri())
        if path.name.startswith("dag"):
            press(page, "Begin")
            press(page, "Volgende")
        page.evaluate(AXE)
        assert [] == page.evaluate(RUN), path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_a_day_is_opened(
    page: Page, trainers_site: Path, width: int, begun: bool, complaints: list[str]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.clock.set_fixed_time(MORNING)
    page.goto(f"{trainers_site.as_uri()}/{DAY}")
    if begun:
        press(page, "Begin")
        press(page, "Volgende")
    page.add_init_script(WATCH)
    page.reload(wait_until="networkidle")

    assert [] == page.evaluate("shifts")
