"""The course seen from above, and what every chapter shows by itself."""

from collections.abc import Callable

import pytest

from leergang.macros.course import moment_row

from ..conftest import Built, CourseDir
from ..dom import Element


def links(element: Element) -> list[tuple[str, str]]:
    return [
        (link.text, link.attributes["href"])
        for link in element.all("a")
        if "headerlink" not in link.attributes.get("class", "")
    ]


def test_modules_lists_the_chapters_of_each_in_order(built: Callable[..., Built]) -> None:
    found = built("showcase").page("index.html").one(class_="c-modules")

    assert [
        ("Deeg", "modules/deeg/index.html"),
        ("Kneden", "modules/deeg/kneden.html"),
        ("Rijzen", "modules/deeg/rijzen.html"),
        ("Oven", "modules/oven/index.html"),
        ("Bakken", "modules/oven/bakken.html"),
    ] == links(found)
    assert ["Deeg", "Oven"] == found.texts("h3")


def test_programme_shows_one_moment_when_asked(built: Callable[..., Built]) -> None:
    found = built("showcase").page("index.html").one(class_="c-programme")

    assert ["Les 1"] == found.texts("h3")
    assert found.one("summary").text.endswith("stappen, samen ongeveer 60 minuten")
    kinds = [step.attributes["data-kind"] for step in found.all(class_="c-path__step")]
    assert {"chapter", "worksheet", "reflections"} == set(kinds)
    assert f"{len(kinds)} stappen" in found.one("summary").text


def test_programme_shows_every_moment_with_what_there_is_to_do(built: Callable[..., Built]) -> None:
    found = built("showcase").page("programma.html").one(class_="c-programme")

    assert ["Vooraf", "Les 1", "Les 2", "Later"] == found.texts("h2")
    assert ["vooraf", "les-1", "les-2", "later"] == [
        one.attributes["id"] for one in found.all("h2", class_="c-programme__title")
    ]
    assert [
        "60 minuten",
        "7 uur en 20 minuten",
        "5 minuten",
    ] == [text.split("ongeveer ")[1] for text in found.texts("summary") if "ongeveer" in text]
    assert "Je maakt je eerste deeg." in found.text


def moment(page: Element, name: str) -> Element:
    """What the programme on a page tells of a moment."""
    return next(one for one in page.all("li", class_="c-programme__moment") if one.all(id=name))


def part(row: Element) -> tuple[str, str, str]:
    """What a row of a day's parts says: its name, what happens, and its minutes."""
    what, minutes = row.all("td")
    text = "".join(what.texts(class_="c-programme__text"))
    return what.text.removesuffix(text).strip(), text, minutes.text


def test_a_day_by_itself_shows_its_parts_from_beginning_to_end(built: Callable[..., Built]) -> None:
    table = built("showcase").page("bakdag.html").one("table", class_="c-programme__parts")

    assert ["Van begin tot eind"] == table.texts("caption")
    assert [
        ("Bakken", "Je leest het samen.", "30"),
        ("Werkblad: Deegplan", "", "20"),
        ("Rijzen", "Het deeg werkt, jij rust.", "240"),
        ("Werkblad: Bakschema", "Vul het in bij de oven.", "1"),
        ("Bakken", "", "120"),
        ("Proeven", "", "29"),
    ] == [part(row) for row in table.one("tbody").all("tr")]
    assert [("Onderdeel", "col"), ("Minuten", "col"), ("Samen 7 uur en 20 minuten", "row")] == [
        (head.text, head.attributes["scope"]) for head in table.all("th")
    ]
    assert ["440"] == table.one("tfoot").texts("td")
    assert [
        ("Bakken", "modules/oven/bakken.html"),
        ("Deegplan", "tools/werkbladen/deegplan.html"),
        ("Bakschema", "tools/werkbladen/bakschema.html"),
    ] == links(table)


def test_what_its_parts_say_is_not_said_again(built: Callable[..., Built]) -> None:
    found = built("showcase").page("bakdag.html").one(class_="c-programme")

    assert ["Lezen", "Meenemen"] == found.texts(class_="c-programme__label")
    assert [] == found.all("details")


def test_a_moment_says_what_to_bring(built: Callable[..., Built]) -> None:
    for page in ("bakdag.html", "programma.html"):
        found = moment(built("showcase").page(page), "les-2")

        assert ["een schort", "een pot met desem & een doek"] == [
            text for text in found.texts("li") if text.startswith("een ")
        ], page


def test_a_moment_leads_to_its_own_page_from_any_other(built: Callable[..., Built]) -> None:
    day, programme = (moment(built("showcase").page(name), "les-2") for name in ("bakdag.html", "programma.html"))

    assert ("De bakdag", "bakdag.html") in links(programme)
    assert [] == [text for text, _ in links(day) if text == "De bakdag"]


def test_among_all_moments_a_day_shows_no_parts(built: Callable[..., Built]) -> None:
    found = built("showcase").page("programma.html").one(class_="c-programme")

    assert [] == found.all("table")
    assert ["Meenemen"] == moment(found, "les-2").texts(class_="c-programme__label")
    assert "4 stappen, samen ongeveer 7 uur en 20 minuten" == moment(found, "les-2").one("summary").text


def test_a_part_by_its_earlier_id_leads_to_the_present_one(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.edit("docs/cursus.yml", "worksheet: deegplan", "worksheet: deeglijst")
    showcase_dir.edit("docs/cursus.yml", "- chapter: oven/bakken", "- chapter: oven/stoken")
    showcase_dir.edit("docs/modules/oven/bakken.md", "minutes: 1\n", "minutes: 1\nformerly: [oven/stoken]\n")
    table = build(showcase_dir).page("bakdag.html").one("table", class_="c-programme__parts")

    assert {("Deegplan", "tools/werkbladen/deegplan.html"), ("Bakken", "modules/oven/bakken.html")} <= set(links(table))


@pytest.mark.parametrize(
    ("old", "new", "minutes"),
    [
        ("minutes: 440", "minutes: 430", 430),
        ("  minutes: 440\n", "", 440),
        ("  minutes: 440\n", "  minutes: 440\n", 440),
    ],
)
def test_a_moment_takes_what_its_author_says_or_else_all_its_parts(
    old: str, new: str, minutes: int, showcase_dir: CourseDir
) -> None:
    showcase_dir.edit("docs/cursus.yml", old, new)
    page = showcase_dir.site().rendering.page("bakdag.md")

    assert minutes == moment_row(page, page.course.moments["les-2"]).minutes


@pytest.mark.parametrize(
    ("language", "minutes", "expected"),
    [
        ("nl", 1, "1 minuut"),
        ("nl", 119, "119 minuten"),
        ("nl", 120, "2 uur"),
        ("nl", 121, "2 uur en 1 minuut"),
        ("nl", 440, "7 uur en 20 minuten"),
        ("en", 440, "7 hours and 20 minutes"),
    ],
)
def test_a_long_time_is_told_in_hours(language: str, minutes: int, expected: str, showcase_dir: CourseDir) -> None:
    showcase_dir.edit("mkdocs.yml", "language: nl", f"language: {language}")

    assert expected == showcase_dir.site().rendering.page("index.md").duration(minutes)


def test_one_minute_is_not_called_minutes(built: Callable[..., Built]) -> None:
    steps = built("showcase").page("programma.html").texts(class_="c-path__facts")
    minutes = [text.split(" · ")[-1] for text in steps]

    assert {"1 minuut", "5 minuten", "15 minuten", "20 minuten", ""} == set(minutes)


def test_a_course_without_a_description_has_none_on_its_cover(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.edit("docs/cursus.yml", "description: Een korte cursus voor wie zelf brood wil leren bakken.\n", "")
    cover = build(showcase_dir).page("index.html").one("section", class_="c-cover")

    assert [] == cover.texts(class_="c-cover__lead")
    assert "None" not in cover.text


def test_goals_shows_where_each_is_covered_and_practised(built: Callable[..., Built]) -> None:
    found = built("showcase").page("doelen.html").one(class_="c-goals")

    assert ["In deze training leer je", "Aan het eind kun je"] == found.texts("h2")
    assert [
        ("Rijzen", "modules/deeg/rijzen.html"),
        ("Bakken", "modules/oven/bakken.html"),
        ("Bakdagboek", "tools/werkbladen/bakdagboek.html"),
        ("1 reflectievraag", "tools/reflectievragen.html#geduld"),
    ] == links(found.one("tr", id="tijd-kiezen"))


def test_worksheets_lists_them_by_their_first_moment(built: Callable[..., Built]) -> None:
    found = built("showcase").page("tools/index.html").one(class_="c-worksheets")

    assert ["Les 1", "Les 2"] == found.texts("h3")
    assert ["Deegplan", "Bakdagboek", "Bakschema"] == found.texts("a")
    assert "Bedenken welk deeg je maakt, en wanneer. 20 minuten, alleen" in found.text


def test_reflections_lists_prompts_with_their_moments_and_chapters(built: Callable[..., Built]) -> None:
    found = built("showcase").page("tools/reflectievragen.html").one(class_="c-reflections")

    assert ["Vooraf", "Les 1"] == found.texts("h2")
    assert [
        "Hoort bij: Kneden",
        "Je beantwoordt deze vraag op deze momenten: Les 1, Later",
        "Hoort bij: Kneden, Rijzen",
    ] == found.texts(class_="c-reflections__more")
    assert "wachten" in found.one("li", id="geduld").ids()


def test_the_workbook_has_a_heading_for_each_moment(built: Callable[..., Built]) -> None:
    page = built("showcase").page("werkboek.html").one("article")

    headings = [heading for heading in page.all("h2") if heading.attributes.get("class") != "c-dialog__title"]
    assert ["vooraf", "les-1", "les-2", "later"] == [heading.attributes["id"] for heading in headings]
    assert ["Deegplan", "Bakdagboek", "Deegplan", "Bakschema", "Bakdagboek"] == page.texts("h3")


def test_rules_tells_what_every_message_promises(built: Callable[..., Built]) -> None:
    rule = built("showcase").page("over/meldingen.html").one("section", id="dode-link")

    assert "dode-link fout Elke link leidt naar een pagina of bestand." == rule.one(class_="c-rules__promise").text
    assert ["Fout", "Goed"] == rule.texts("dt")


def test_a_chapter_opens_with_its_place_and_goals(built: Callable[..., Built]) -> None:
    header = built("showcase").page("modules/oven/bakken.html").one(class_="c-header")

    assert "Oven · Les 2 · 1 minuut" == header.one(class_="c-header__line").text
    assert ["zonder recept een brood bakken", "hoe je de rijstijd aanpast aan de warmte van je keuken"] == header.texts(
        "li"
    )
    assert "Lees eerst: Kneden, Rijzen" == header.one(class_="c-header__before").text


def test_a_chapter_closes_with_its_key_points_and_sources(built: Callable[..., Built]) -> None:
    page = built("showcase").page("modules/oven/bakken.html").one("article")

    assert ["bakken-op-een-steen", "kernpunten", "bronnen"] == [heading.attributes["id"] for heading in page.all("h2")]
    assert ["Een hete oven geeft een hoog brood."] == page.one(class_="c-keypoints").texts("li")


def test_a_chapter_without_sources_has_no_list_of_them(built: Callable[..., Built]) -> None:
    page = built("minimal").page("modules/brewing/water.html").one("article")

    assert ["Boiling", "Key points"] == [text.rstrip("¶") for text in page.texts("h2")]


def test_a_prompt_asks_its_question_above_room_for_an_answer(built: Callable[..., Built]) -> None:
    found = built("showcase").page("modules/deeg/rijzen.html").one("course-reflection")

    assert "Reflectievraag: Wanneer vond je wachten moeilijk, en wat deed je toen?" == found.one("label").text
    assert found.one("label").attributes["for"] == found.one("textarea").attributes["id"]
    assert "geduld" == found.one("textarea").attributes["name"]


def test_a_raw_block_shows_a_call_as_it_is_written(built: Callable[..., Built]) -> None:
    assert 'In een raw-blok blijft {{ worksheet("zo") }} staan zoals het er staat.' in (
        built("showcase").page("modules/deeg/kneden.html").texts("p")
    )


def test_tabs_hold_prompts_worksheets_and_callouts(built: Callable[..., Built]) -> None:
    one, two = built("showcase").page("modules/deeg/kneden.html").all(class_="tabbed-block")

    assert 1 == len(one.all("course-reflection"))
    assert ["Plakt het deeg?"] == one.texts("p", class_="admonition-title")
    assert 1 == len(two.all("course-worksheet"))
