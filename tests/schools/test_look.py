"""What a participant sees of a school: its name, logo, colours, dates, places and people; and of no school nothing."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leergang.model.colours import (
    AT_EASE,
    DARK_GROUNDS,
    ENOUGH,
    GROUNDS,
    WHITE,
    contrast,
    dark_variant,
    least_contrast,
    light_variant,
    nearest_readable,
    quiet_on,
)

from ..conftest import Built, Check, CourseDir
from ..dom import Element
from ..projects import ROOT, Run

NAME = 'Het "Bakhuis" <Zuid> & Zonen'
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
READABLE = COLOURS.filter(lambda colour: contrast(colour, WHITE) >= ENOUGH)


def style(site: Built) -> str:
    return (site.path / "assets/stylesheets/course.css").read_text(encoding="utf-8")


def words(element: Element) -> str:
    """What it says; a comma comes at once."""
    return element.text.replace(" ,", ",")


def test_every_page_names_the_school_in_its_bar_at_its_foot_and_on_paper(built_school: Built) -> None:
    for page in built_school.pages().values():
        if page.all("meta", http_equiv="refresh"):
            continue
        assert [NAME] == page.texts(class_="c-school__name")
        assert page.one(class_="md-copyright").text.startswith(NAME)
        assert [NAME] == page.texts(class_="c-school-paper")
    assert f"Brood bakken · {NAME}" == built_school.page("404.html").one("header").text.strip()
    written = "".join(f"\\{ord(sign):x} " if re.match(r"[^\w ]", sign) else sign for sign in f"Brood bakken · {NAME}")
    assert f'content: "{written}"' in style(built_school)


def test_no_text_of_a_school_becomes_markup(built_school: Built) -> None:
    found = [path for path in built_school.path.rglob("*") if path.suffix in (".html", ".xml", ".css", ".webmanifest")]

    assert [] == [path for path in found if "<Zuid>" in (text := path.read_text(encoding="utf-8")) or "<Meel>" in text]
    assert [] == [path for path in found if "<b>; bij" in path.read_text(encoding="utf-8")]


def test_the_cover_says_whose_it_is_and_when_people_meet(built_school: Built) -> None:
    cover = built_school.page("index.html").one(class_="c-cover")

    assert [NAME] == cover.texts(class_="c-cover__school")
    (day,) = cover.one(class_="c-cover__dates").all("li")
    assert 'Les 2: maandag 29 maart 2027, 10.15–17.35 uur, Zaal "1" <b>; bij de oven, links' == words(day)
    assert "2027-03-29T10:15" == day.one("time").attributes["datetime"]


def test_the_programme_says_when_and_where_and_offers_all_dates_once(built_school: Built) -> None:
    page = built_school.page("programma.html")

    assert [
        "maandag 4 januari 2027",
        'maandag 29 maart 2027, 10.15–17.35 uur, Zaal "1" <b>; bij de oven, links',
        "Thuis",
    ] == [words(held).partition(" Zet")[0].partition(" Neem")[0] for held in page.all(class_="c-held")]
    assert ["2027-01-04", "2027-03-29T10:15"] == [time.attributes["datetime"] for time in page.all("time")]
    (add,) = page.all("a", class_="c-held__add")
    assert ("agenda.ics", "") == (add.attributes["href"], add.attributes["download"])


def test_an_english_course_says_it_in_english(course_dir: CourseDir, build: Callable[..., Built]) -> None:
    moments = "moments:\n- id: at-home\n  date: 2027-01-14\n  start: 09:30\n  place: Hall\n"
    course_dir.write("school/school.yml", f"id: tea\nname: Tea School\n{moments}")
    course_dir.add("docs/index.md", "\n{{ programme() }}\n")
    (held,) = build(course_dir).page("index.html").all(class_="c-held")

    assert re.fullmatch(r"Thursday 14 January 2027, 09:30–\d\d:\d\d, Hall Put all dates in your calendar", words(held))


def test_a_chapter_says_when_its_moment_is(built_school: Built) -> None:
    assert ["maandag 4 januari 2027"] == [
        words(held) for held in built_school.page("modules/deeg/kneden.html").one(class_="c-strip").all(class_="c-held")
    ]


def test_a_telephone_number_is_called_where_it_is_one_and_shown_anyway(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    called = {
        "030 - 234 56 78": "0302345678", "(030) 234 56 78": "0302345678", "06.12.34.56.78": "0612345678",
        "+31 6 12345678": "+31612345678", "+31(0)30 2345678": "+31302345678", "0031 (0)30 2345678": "0031302345678",
        "+1 (555) 123-4567": "+15551234567", "1234": "1234",
    }  # fmt: skip
    shown = [
        "+31 (030) 2345678", "030 - 234 56 78 (toestel 12)", "06 12345678 of 06 87654321", "06 12345678 06 87654321",
        "030 2345678 / 06 12345678", "via de receptie", "-",
    ]  # fmt: skip
    showcase_dir.add_school()
    contacts = "".join(f"- name: Jo\n  phone: '{phone}'\n" for phone in [*called, *shown])
    showcase_dir.edit("school/school.yml", "contacts:\n", f"contacts:\n{contacts}")
    people = build(showcase_dir).page("programma.html").one(class_="c-contacts").all("li")

    links = [link for one in people for link in one.all("a") if link.attributes["href"].startswith("tel:")]
    assert {phone: f"tel:{number}" for phone, number in called.items()} == {
        link.text: link.attributes["href"] for link in links if "(0)6" not in link.text
    }
    assert [f"Jo {phone}" for phone in shown] == [one.text for one in people[len(called) : len(called) + len(shown)]]


def test_contacts_stand_where_a_page_asks_for_them(built_school: Built) -> None:
    people = built_school.page("programma.html").one(class_="c-contacts")

    assert ["Jo <Meel>, gist & desem jo&meel@bakhuis.example +31 (0)6 - 12 34 56 78", "Sam"] == [
        " ".join(one.text.split()) for one in people.all("li")
    ]
    assert ["mailto:jo%26meel%40bakhuis.example", "tel:+31612345678"] == [
        link.attributes["href"] for link in people.all("a")
    ]
    assert "Bij wie kun je terecht?" in built_school.page("programma.html").one("article").text


def test_the_logo_stands_in_the_bar_as_it_is_in_the_folder(built_school: Built) -> None:
    source = ROOT / "tests/schools/bakhuis/beeld/logo.svg"
    assert source.read_bytes() == (built_school.path / "assets/images/school-logo.svg").read_bytes()

    for name, at in (("index.html", ""), ("tools/werkbladen/bakdagboek.html", "../../")):
        for link in built_school.page(name).all("a", class_="md-logo"):
            logo = link.one("img")
            assert f"{at}assets/images/school-logo.svg" == logo.attributes["src"]
            assert "Een oven & een 'brood'" == logo.attributes["alt"]
            assert ("150", "100") == (logo.attributes["width"], logo.attributes["height"])
            assert "aria-label" not in link.attributes, "its name is the picture's, and the course's"
            assert ": Brood bakken" in link.text


def test_a_light_logo_has_no_plate_and_is_not_printed(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.add_school()
    showcase_dir.edit("school/school.yml", "  text: Een oven", "  plate: false\n  text: Een oven")
    page = build(showcase_dir).page("index.html")

    assert page.all("img", class_="c-logo") and not page.all(class_="c-logo--plate")
    assert not page.one(class_="c-school-paper").all("img")


def test_search_engines_and_catalogues_know_who_gives_the_course_and_when(built_school: Built) -> None:
    home = built_school.page("index.html")
    data = json.loads(home.one("script", type="application/ld+json").text)

    assert NAME == data["provider"]["name"]
    assert ("2027-01-04", "2027-03-29") == (
        data["hasCourseInstance"]["startDate"], data["hasCourseInstance"]["endDate"],
    )  # fmt: skip
    assert [{"@type": "Place", "name": 'Zaal "1" <b>; bij de oven, links'}] == data["hasCourseInstance"]["location"]
    assert f"FN:{NAME}" in html.unescape((built_school.path / "lom.xml").read_text(encoding="utf-8"))


def test_a_calendar_is_kept_for_when_there_is_no_network(built_school: Built) -> None:
    worker = (built_school.path / "worker.js").read_text(encoding="utf-8")

    assert '"agenda.ics"' in worker
    assert '"assets/images/school-logo.svg"' in worker


def test_a_school_may_have_no_copy_kept(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.add_school()
    showcase_dir.edit("school/school.yml", "site_url:", "offline: false\nsite_url:")
    site = build(showcase_dir)

    assert "unregister" in (site.path / "worker.js").read_text(encoding="utf-8")
    assert "agenda.ics" not in (site.path / "worker.js").read_text(encoding="utf-8")
    assert not (site.path / "manifest.webmanifest").exists()
    assert "offline.js" not in (site.path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("said", "kept"), [("", False), ("offline: true\n", True)])
def test_a_school_that_says_nothing_of_a_copy_gets_what_the_course_has(
    said: str, kept: bool, showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.edit("mkdocs.yml", "  leergang:\n", "  leergang:\n    offline: false\n")
    showcase_dir.add_school()
    showcase_dir.edit("school/school.yml", "site_url:", f"{said}site_url:")
    site = build(showcase_dir)

    assert kept == ("agenda.ics" in (site.path / "worker.js").read_text(encoding="utf-8"))
    assert kept == (site.path / "manifest.webmanifest").exists()


def test_a_trainer_s_day_begins_when_the_school_s_does(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.add_school()
    days = [page for page in build(showcase_dir, "trainer").pages().values() if page.all("course-day")]

    assert any("10:15" in page.one("article").text for page in days)


def test_a_course_without_a_school_has_no_trace_of_one(built: Callable[..., Built]) -> None:
    site = built("showcase")

    assert not re.search(r"c-(?:school|held|contacts|logo|cover__(?:school|dates))", style(site))
    assert not (site.path / "agenda.ics").exists()
    assert not list(site.path.rglob("school*"))
    marks = re.compile(r'class="[^"]*c-(?:school|held|contacts|logo|cover__(?:school|dates))|"gap"')
    assert [] == [path for path in site.path.rglob("*.html") if marks.search(path.read_text(encoding="utf-8"))]


def test_an_edition_is_the_same_wherever_it_is_built(
    built_school: Built, showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.add_school()
    other = build(showcase_dir).path

    def content(site: Path) -> dict[str, bytes]:
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    assert content(built_school.path) == content(other)


# Colours


def test_the_grounds_are_those_of_the_stylesheet() -> None:
    tokens = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    light, dark = tokens.split("@media screen", 1)

    for text, grounds in ((light, GROUNDS), (dark, DARK_GROUNDS)):
        names = ("paper", "tint", "mark-tint")
        assert list(grounds) == [re.search(f"--course-{name}: (#\\w+);", text)[1] for name in names]  # type: ignore[index]


def test_contrast_is_what_wcag_counts() -> None:
    assert 21 == contrast("#000000", "#ffffff")
    assert 1 == contrast("#336699", "#336699")
    assert 4.48 == pytest.approx(contrast("#777777", "#ffffff"), abs=0.005)
    assert 4.54 == pytest.approx(contrast("#ffffff", "#767676"), abs=0.005)


@given(colour=COLOURS)
def test_what_is_proposed_can_be_read_and_is_the_nearest(colour: str) -> None:
    for grounds in ((WHITE,), GROUNDS):
        better = nearest_readable(colour, grounds)
        assert least_contrast(better, grounds) >= ENOUGH
        assert better == colour or least_contrast(better, grounds) < ENOUGH + 0.35


@given(brand=READABLE, link=COLOURS)
def test_what_follows_from_a_colour_can_be_read_in_the_dark(brand: str, link: str) -> None:
    assert contrast(quiet_on(brand), brand) >= ENOUGH
    assert contrast(WHITE, dark_variant(brand)) >= contrast(WHITE, brand)
    assert contrast(quiet_on(dark_variant(brand)), dark_variant(brand)) >= ENOUGH
    assert least_contrast(light_variant(link), DARK_GROUNDS) >= AT_EASE


def test_a_site_has_its_school_s_colours_in_the_light_and_in_the_dark(built_school: Built) -> None:
    rules = style(built_school).rpartition("@layer tokens")[2]
    light, dark = rules.split("@media screen")

    assert "--course-brand: #7a1f5c;" in light
    assert "--course-link: #8a2a68;" in light
    assert f"--course-link: {light_variant('#8a2a68')};" in dark
    assert "#7a1f5c" == json.loads((built_school.path / "manifest.webmanifest").read_text())["theme_color"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '"#7a1f5c"', '"#ffcc00"',
            "7:10: fout[te-weinig-contrast] wit op #ffcc00 heeft een contrast van 1,5 : 1, en 4,5 : 1 is nodig; met '#907300' gaat het goed",
        ),
        (
            '"#8a2a68"', '"#8888ff"',
            "8:9: fout[te-weinig-contrast] een link van #8888ff op #f4f2ec heeft een contrast van 2,6 : 1, en 4,5 : 1 is nodig; met '#5555ff' gaat het goed",
        ),
        ('"#7a1f5c"', "rood", "7:10: fout[verkeerd-type] hier hoort een kleur, zoals \"#1d2b4f\""),
        ('"#7a1f5c"', '"#7a1f5c;} body{display:none"', "7:10: fout[verkeerd-type] hier hoort een kleur, zoals \"#1d2b4f\""),
    ],
    ids=["brand", "link", "word", "css"],
)  # fmt: skip
def test_a_colour_that_cannot_be_read_is_told_with_one_that_can(
    old: str, new: str, told: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.add_school()
    showcase_dir.edit("school/school.yml", old, new)

    assert [f"school/school.yml:{told}"] == check(showcase_dir)


def test_a_name_may_be_long(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    long = "Stichting voor Openbaar en Bijzonder Onderwijs in het Noorden en het Oosten van X"
    showcase_dir.write("school/school.yml", f"id: lang\nname: {long}\n")
    page = build(showcase_dir).page("index.html")

    assert [long] == page.texts(class_="c-school__name")
    assert [long] == page.texts(class_="c-cover__school")
    assert not page.all(class_="c-held") and not page.all("img", class_="c-logo")


def test_the_example_has_no_problems(leergang: Callable[..., Run]) -> None:
    outcome = leergang(ROOT, "check", "--school", "examples/school", "--strict")

    assert 0 == outcome.returncode, outcome.stdout
