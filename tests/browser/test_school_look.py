"""A school's edition in a browser: its bar at every width, its dates, its colours, and an offer before a long gap."""

from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from ..conftest import Built
from ..projects import LEERGANG, ROOT, copy_project, run
from .conftest import serve
from .paper import print_page
from .reader import remember
from .test_accessibility import violations
from .test_answers import answer
from .test_layout_shift import UNSEEN, WATCH
from .test_offers import DIARY, complete, offer, went

COURSE = "brood-bakken"
GAP = "Je gaat pas op 29 maart 2027 verder: download een kopie, dan heb je je antwoorden dan zeker nog."
FINISHED = "Dit werkblad is helemaal ingevuld."
PAGES = [
    "index.html",
    "programma.html",
    "modules/structureren/tijd-en-middelen.html",
    "tools/werkbladen/teamnormen.html",
]
BEGUN = {"worksheet:deegplan:les-1": {"naam": answer("Maandagbrood", "Hoe noem je je brood?")}}
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".md-header__inner > *")].map(one => one.getBoundingClientRect());
  const shown = boxes.filter(box => box.width && box.height);
  return shown.some((one, at) => shown.slice(at + 1).some(other => one.right > other.left + 1 && other.right > one.left + 1));
}"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real course as the school of examples/ has it."""
    project = copy_project(tmp_path_factory.mktemp("example") / "project")
    outcome = run([*LEERGANG, "build", "--school", str(ROOT / "examples/school")], project)
    assert outcome.returncode == 0, outcome.stderr
    return project / "site"


@pytest.fixture
def diary(page: Page, built_school: Built) -> Page:
    """A worksheet of a day that has a long time after it, on that day, when the other of that day has been begun."""
    remember(page, built_school.path.as_uri(), BEGUN, COURSE)
    page.clock.set_fixed_time("2027-01-04T12:00:00")
    page.goto(f"{built_school.path.as_uri()}/{DIARY}")
    return page


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_bar_has_room_for_a_school(page: Page, example: Path, built_school: Built, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for site in (example, built_school.path):
        page.goto(f"{site.as_uri()}/index.html")
        bar = page.locator("header.md-header")
        expect(bar.locator(".c-school__name")).to_be_visible()
        expect(bar.get_by_role("img").first).to_be_visible()
        assert not page.evaluate(OVERLAPS)
        assert not page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
        title, name = (
            bar.locator(".c-school .md-ellipsis").bounding_box(),
            bar.locator(".c-school__name").bounding_box(),
        )
        assert title and name
        assert title["y"] + title["height"] <= name["y"] + 1
        assert name["y"] + name["height"] <= 50, "it stays within the bar"


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_the_colours_of_a_school(
    page: Page, example: Path, name: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(f"{example.as_uri()}/{name}")

    assert [] == violations(page)


@pytest.mark.parametrize(
    ("scheme", "bar", "link"),
    [("light", "rgb(20, 83, 45)", "rgb(15, 107, 58)"), ("dark", "rgb(10, 42, 22)", "rgb(143, 186, 163)")],
)
def test_a_school_s_colours_are_those_of_the_page(page: Page, example: Path, scheme: str, bar: str, link: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(f"{example.as_uri()}/index.html")

    expect(page.locator("header.md-header")).to_have_css("background-color", bar)
    expect(page.locator("article p a:not(.c-cover__action)").first).to_have_css("color", link)


@pytest.mark.parametrize("hosted", [False, True])
def test_dates_go_to_a_calendar_from_a_disk_and_from_a_server(page: Page, example: Path, hosted: bool) -> None:
    with serve(example) as address:
        page.goto(f"{address if hosted else example.as_uri()}/programma.html")
        with page.expect_download() as download:
            page.get_by_role("link", name="Zet alle data in je agenda").click()

        assert "agenda.ics" == download.value.suggested_filename
        found = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())
    assert 6 == len(found.walk("VEVENT"))


def test_paper_names_the_school_at_its_head_and_at_its_foot(page: Page, example: Path) -> None:
    page.goto(f"{example.as_uri()}/programma.html")
    paper = print_page(page)

    assert paper.sheets[0].lines[0].text == "Scholengroep De Wilg"
    assert all("Scholengroep De Wilg" in sheet.foot for sheet in paper.sheets)
    assert "donderdag 14 januari 2027, 09.30–17.10 uur, Aula, Wilgenlaan 1" in paper.text.replace(" ,", ",")
    assert "Zet alle data" not in paper.text
    assert "training@dewilg.example" in paper.text


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_the_logo_comes_in(page: Page, example: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(WATCH)
    line = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    with serve(example) as address:
        page.goto(f"{address}/index.html", wait_until="networkidle")

        shifts = page.evaluate("shifts")
    assert sum(value for value, _ in shifts) < UNSEEN, shifts


def test_a_copy_is_offered_before_a_long_time_once(diary: Page) -> None:
    complete(diary)
    expect(offer(diary)).to_contain_text(GAP)
    offer(diary).get_by_role("button", name="Niet nu").click()

    diary.reload()
    went(diary).fill("Heel goed.")
    expect(diary.locator(".c-answers__status")).to_contain_text("Bewaard op dit apparaat")
    expect(offer(diary)).to_have_count(0)


def test_whoever_said_not_now_is_asked_before_a_long_time_all_the_same(diary: Page) -> None:
    diary.evaluate("key => localStorage.setItem(key, '2027-01-03T12:00:00Z')", f"leergang:{COURSE}:settings:refused")
    complete(diary)

    expect(offer(diary)).to_contain_text(GAP)


def test_a_few_weeks_are_no_long_time(diary: Page) -> None:
    diary.clock.set_fixed_time("2027-03-10T12:00:00")
    complete(diary)

    expect(offer(diary)).to_contain_text(FINISHED)


def test_while_there_is_more_to_write_for_a_moment_no_date_is_named(page: Page, built_school: Built) -> None:
    page.clock.set_fixed_time("2027-01-04T12:00:00")
    page.goto(f"{built_school.path.as_uri()}/{DIARY}")
    complete(page)

    expect(offer(page)).to_contain_text(FINISHED)
