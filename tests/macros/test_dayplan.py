"""The script of a day, and the pages that only trainers have."""

from collections.abc import Callable

import pytest

from ..conftest import Built, Check, CourseDir
from ..dom import Element

PAGE = "trainers/bakdag.html"
CURSUS = "docs/cursus.yml"


@pytest.fixture
def script(built: Callable[..., Built]) -> Element:
    """The script of the day of baking, which doesn't say when it begins."""
    return built("showcase", "trainer").page(PAGE).one("table", class_="c-day__parts")


def test_each_part_has_its_times_and_its_minutes(script: Element) -> None:
    rows = [row.texts("td")[::2] for row in script.all("tr", class_="c-day__part")]

    assert [
        ["09:00 – 09:30", "30"],
        ["09:30 – 09:50", "20"],
        ["09:50 – 13:50", "240"],
        ["13:50 – 13:51", "1"],
        ["13:51 – 15:51", "120"],
        ["15:51 – 16:20", "29"],
    ] == rows
    assert ["Samen 7 uur en 20 minuten", "440", ""] == script.one("tfoot").texts("th") + script.one("tfoot").texts("td")


def test_what_is_handed_out_is_a_link(script: Element, built: Callable[..., Built]) -> None:
    parts = script.texts("td", class_="c-day__what")
    (given,) = [
        found for found in built("showcase", "trainer").page(PAGE).all(class_="c-day__list") if "Uitdelen" in found.text
    ]

    assert "Werkblad: Deegplan" in parts[1]
    assert ["../tools/werkbladen/deegplan.html", "../tools/werkbladen/bakschema.html"] == [
        link.attributes["href"] for link in given.all("a")
    ]


def test_what_participants_do_by_themselves_is_on_no_clock(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    for minutes in (30, 29):
        showcase_dir.edit(CURSUS, f"    minutes: {minutes}\n", f"    minutes: {minutes}\n    alone: true\n")
    page = build(showcase_dir, "trainer").page(PAGE)
    script = page.one("table", class_="c-day__parts")

    assert "Proeven" not in script.text
    assert ["09:00 – 09:20", "15:21"] == [script.texts(class_="c-day__times")[0], script.texts("time")[-1]]
    assert [
        "Deelnemers nemen mee een schort een pot met desem & een doek",
        "Vooraf, doen deelnemers zelf Bakken 30 minuten Je leest het samen.",
        "Daarna, doen deelnemers zelf Proeven 29 minuten",
    ] == [text for text in page.texts(class_="c-day__list") if not text.startswith("Uitdelen")]


def test_a_part_leads_to_its_questions_on_the_same_page_and_to_notes_where_there_are(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.write(
        "docs/trainers/les.md",
        '---\ntitle: Les 1 leiden\n---\n\n{{ dayplan(moment="les-1") }}\n\n## Rijzen\n\nVraag.\n',
    )
    showcase_dir.edit(
        CURSUS, "  text: Je maakt je eerste deeg.\n", "  text: Je maakt je eerste deeg.\n  start: 23:50\n"
    )
    parts = "  parts:\n  - chapter: deeg/kneden\n    minutes: 20\n  - chapter: deeg/rijzen\n    minutes: 15\n"
    showcase_dir.edit(CURSUS, "- id: les-2\n", f"{parts}- id: les-2\n")
    rows = build(showcase_dir, "trainer").page("trainers/les.html").all("tr", class_="c-day__part")

    assert [["Kneden", "Tips"], ["Rijzen", "Vragen"]] == [row.texts("a") for row in rows]
    assert ["../modules/deeg/kneden.html#voor-de-trainer", "#rijzen"] == [
        row.all("a")[-1].attributes["href"] for row in rows
    ]
    assert ["23:50 – 00:10", "00:10 – 00:25"] == [row.texts("td")[0] for row in rows]


def test_a_note_for_trainers_can_be_led_to(built: Callable[..., Built]) -> None:
    page = built("showcase", "trainer").page("modules/deeg/kneden.html")

    assert ["voor-de-trainer"] == [block.attributes["id"] for block in page.all(class_="trainer")]


def test_participants_have_no_page_file_address_or_link_of_it(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.write("docs/trainers/uitdelen.pdf", b"%PDF")
    showcase_dir.edit("mkdocs.yml", "site_name:", "site_url: https://bakker.example/\nsite_name:")
    participants = build(showcase_dir).path
    names = {path.name for path in participants.rglob("*")}
    files = {path for path in participants.rglob("*") if path.is_file()} - {participants / "over/meldingen.html"}
    named = [path for path in files if b"trainers/" in path.read_bytes()]  # there it is the example of a mistake

    assert set() == names & {"trainers", "draaiboek.html", "uitdelen.pdf", "bakdag-leiden.html", "day-runner.js"}
    assert [] == named
    trainers = build(showcase_dir, "trainer").path
    assert (trainers / "trainers/uitdelen.pdf").is_file()
    assert (trainers / "draaiboek.html").is_file()
    assert b"trainers/bakdag.html" in (trainers / "sitemap.xml").read_bytes()


def test_pages_of_days_come_first_in_the_navigation_of_trainers(showcase_dir: CourseDir) -> None:
    showcase_dir.write("docs/trainers/aanpak.md", "---\ntitle: Aanpak\n---\n\nZo.\n")
    showcase_dir.write("docs/trainers/index.md", "---\ntitle: Trainers\n---\n\nZo.\n")
    nav = ["index.md", {"Trainer": ["trainers/*"]}, "trainers/oventijden.md"]
    assert ["index.md"] == showcase_dir.site().navigation(nav)

    showcase_dir.edit("mkdocs.yml", "[LEERGANG_EDITION, participant]", "[LEERGANG_NONE, trainer]")
    names = ["index", "bakdag", "aanpak", "oventijden"]

    assert [
        "index.md", {"Trainer": [f"trainers/{name}.md" for name in names]}, "trainers/oventijden.md",
    ] == showcase_dir.site().navigation(nav)  # fmt: skip


def test_participants_get_nothing_where_a_day_stands_on_a_page_of_theirs(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.add("docs/bakdag.md", '\n{{ dayplan(moment="les-2") }}\n')

    assert [] == build(showcase_dir).page("bakdag.html").all(class_="c-day")


LINK = "[leiden](trainers/bakdag.md)"
TOLD = (
    "fout[link-naar-trainers] 'trainers/bakdag.md' is alleen voor trainers, dus deelnemers kunnen hier niet verder; haal de "
    "link weg of zet hem in een blok voor trainers"
)


def test_a_page_of_participants_may_lead_to_trainers_pages_in_a_block_for_trainers_only(
    showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.add("docs/bakdag.md", f"\n{{% call trainer() %}}\nLees {LINK}.\n{{% endcall %}}\n")
    assert [] == check(showcase_dir)

    showcase_dir.add("docs/bakdag.md", f"\nLees {LINK}.\n")
    assert [f"docs/bakdag.md:17:6: {TOLD}"] == check(showcase_dir)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (CURSUS, "page: bakdag.md", "page: trainers/bakdag.md", f"docs/cursus.yml:26:9: {TOLD}"),
        (
            CURSUS, "  bring:\n", "  start: 9.30\n  bring:\n",
            "docs/cursus.yml:28:10: fout[verkeerd-type] hier hoort een tijd met vier cijfers en een dubbele punt, zoals "
            "'09:30'",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(
    file: str, old: str, new: str, line: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(file, old, new)

    assert line in check(showcase_dir)
