"""Chapters that a school hides or moves: nothing is left that leads nowhere, and the minutes of its days follow."""

from collections.abc import Callable

import pytest

from ..conftest import SCHOOL, Built, Check, CourseDir
from .conftest import SCHOOL_YML

DAY_WITH_PARTS = """  parts:
  - chapter: deeg/kneden
    minutes: 40
  - worksheet: deegplan
    minutes: 20
  - chapter: deeg/rijzen
    minutes: 25
  - title: Opruimen
    minutes: 5
"""


def school(chapters: str) -> str:
    return f"id: de-molen\nname: De Molen\nchapters:\n{chapters}\n"


@pytest.fixture
def course_with_links(school_dir: CourseDir) -> CourseDir:
    """A course in which everything leads to the chapter about rising."""
    school_dir.add(
        "docs/programma.md",
        "\nLees [over **rijzen**](modules/deeg/rijzen.md#warmte){ .md-button } of <a href='modules/deeg/rijzen.md'>dit</a>.\n"
        "En [dit stuk][r], en [r], met `[code](modules/deeg/rijzen.md)`.\n\n[r]: modules/deeg/rijzen.md\n\n"
        '## Bronnen\n\n{{ literature(chapter="deeg/rijzen") }}\n',
    )
    school_dir.edit("docs/modules/deeg/rijzen.md", "## ", "## Warmte {#warmte}\n\n## ", times=1)
    return school_dir


def test_the_course_that_is_changed_has_no_problems(course_with_links: CourseDir, check: Check) -> None:
    assert [] == check(course_with_links)


def test_nothing_is_left_of_a_hidden_chapter(
    course_with_links: CourseDir, check: Check, build: Callable[..., Built]
) -> None:
    course_with_links.write(SCHOOL_YML, school("- id: deeg/rijzen\n  hide: true"))
    assert [] == check(course_with_links)
    site = build(course_with_links)

    assert not (site.path / "modules/deeg/rijzen.html").exists()
    for name, page in site.pages().items():
        links = [link.attributes.get("href", "") for link in page.all("a")]
        assert [] == [link for link in links if "rijzen.html" in link], name
    programme = site.page("programma.html")
    assert "Lees over rijzen of dit . En dit stuk, en r, met [code](modules/deeg/rijzen.md)." in programme.text.replace(
        "dit.", "dit ."
    )
    assert "over rijzen" == " ".join(programme.text.split("Lees ")[1].split()[:2])
    assert "rijzen" not in (site.path / "modules/oven/bakken.html").read_text(encoding="utf-8").split("<article")[1]
    assert "rijzen.html" not in (site.path / "search/index.js").read_text(encoding="utf-8")
    assert "Rijzen" not in site.page("doelen.html").one("article").text


@pytest.mark.parametrize("call", ['{{ literature(chapter="deeg/rijzen") }}', '{{- literature(\n  "deeg/rijzen"\n) -}}'])
@pytest.mark.parametrize("after", ["", "\n", "\n\nEn verder."])
def test_a_macro_for_a_hidden_chapter_goes_to_its_last_sign(
    call: str, after: str, school_dir: CourseDir, check: Check
) -> None:
    school_dir.add("docs/programma.md", f"\nLees dit:\n\n{call}{after}")
    school_dir.write(SCHOOL_YML, school("- id: deeg/rijzen\n  hide: true"))

    assert [] == check(school_dir)
    left = school_dir.load().pages["programma.md"].body.split("Lees dit:")[1]
    assert after.split() == left.split()


def test_a_module_goes_with_its_last_chapter(school_dir: CourseDir, check: Check, build: Callable[..., Built]) -> None:
    school_dir.edit("docs/modules/deeg/rijzen.md", "goals:\n", "goals:\n- zelf-bakken\n")
    school_dir.write(SCHOOL_YML, school("- id: oven/bakken\n  hide: true"))
    assert [] == check(school_dir)
    site = build(school_dir)

    assert not (site.path / "modules/oven").exists()
    assert "Oven" not in site.page("index.html").text
    assert "brood bakken." in site.page("index.html").text, "where a link led to it, its words are left"


def test_the_minutes_of_a_day_are_those_of_what_is_left(school_dir: CourseDir) -> None:
    before = school_dir.load()
    school_dir.write(SCHOOL_YML, school("- id: oven/bakken\n  hide: true"))
    course = school_dir.load()

    assert 440 == before.minutes_of(before.moments["les-2"])
    assert 440 - 30 == course.minutes_of(course.moments["les-2"])
    assert ["deegplan", None, "bakschema", None, None] == [part.worksheet for part in course.moments["les-2"].parts]


@pytest.mark.parametrize(
    ("chapters", "modules", "moments", "minutes"),
    [
        ("- id: deeg/kneden\n  after: deeg/rijzen",
         {"deeg": ["deeg/rijzen", "deeg/kneden"], "oven": ["oven/bakken"]},
         {"les-1": ["deeg/rijzen", "deeg/kneden"], "les-2": ["oven/bakken"]}, 440),
        ("- id: deeg/kneden\n  moment: les-2",
         {"deeg": ["deeg/kneden", "deeg/rijzen"], "oven": ["oven/bakken"]},
         {"les-1": ["deeg/rijzen"], "les-2": ["oven/bakken", "deeg/kneden"]}, 460),
        ("- id: deeg/rijzen\n  moment: les-2\n- id: deeg/kneden\n  moment: les-2\n  after: deeg/rijzen",
         {"deeg": ["deeg/rijzen", "deeg/kneden"], "oven": ["oven/bakken"]},
         {"les-1": [], "les-2": ["oven/bakken", "deeg/rijzen", "deeg/kneden"]}, 475),
        ("- id: oven/bakken\n  moment: later",
         {"deeg": ["deeg/kneden", "deeg/rijzen"], "oven": ["oven/bakken"]},
         {"les-1": ["deeg/kneden", "deeg/rijzen"], "les-2": [], "later": ["oven/bakken"]}, 410),
        ("- id: oven/bakken\n  moment: les-2",
         {"deeg": ["deeg/kneden", "deeg/rijzen"], "oven": ["oven/bakken"]},
         {"les-1": ["deeg/kneden", "deeg/rijzen"], "les-2": ["oven/bakken"]}, 440),
    ],
    ids=["after", "moment", "both", "from a day", "where it was"],
)  # fmt: skip
def test_a_chapter_is_moved_in_its_module_and_to_its_moment(
    chapters: str,
    modules: dict[str, list[str]],
    moments: dict[str, list[str]],
    minutes: int,
    school_dir: CourseDir,
    check: Check,
) -> None:
    school_dir.write(SCHOOL_YML, school(chapters))
    course = school_dir.load()

    assert course.outline
    assert modules == {module.id: list(module.chapters) for module in course.outline.modules}
    assert [name for names in modules.values() for name in names] == list(course.chapters)
    assert moments == {name: list(course.moments[name].chapters) for name in moments}
    assert minutes == course.minutes_of(course.moments["les-2"])
    assert [] == check(school_dir)


def test_its_part_of_a_day_goes_with_a_chapter(school_dir: CourseDir) -> None:
    school_dir.edit(
        "docs/cursus.yml",
        "  - deeg/rijzen\n- id: les-2",
        f"  - deeg/rijzen\n  minutes: 90\n{DAY_WITH_PARTS}- id: les-2",
    )
    school_dir.write(SCHOOL_YML, school("- id: deeg/rijzen\n  moment: les-2\n- id: oven/bakken\n  moment: les-1"))
    course = school_dir.load()

    one, two = (
        [part.chapter or part.worksheet or part.title for part in course.moments[name].parts]
        for name in ("les-1", "les-2")
    )
    assert ["deeg/kneden", "deegplan", "oven/bakken", "Opruimen"] == one
    assert ["deegplan", "Rijzen", "bakschema", "deeg/rijzen", "Bakken", "Proeven"] == two
    assert [90 - 25 + 30, 440 - 30 + 25] == [course.minutes_of(course.moments[name]) for name in ("les-1", "les-2")]


def test_a_chapter_comes_after_another_with_its_worksheets(school_dir: CourseDir) -> None:
    school_dir.edit(
        "docs/cursus.yml",
        "  - deeg/rijzen\n- id: les-2",
        f"  - deeg/rijzen\n  minutes: 90\n{DAY_WITH_PARTS}- id: les-2",
    )
    school_dir.edit("docs/cursus.yml", "  - deeg/rijzen\n- id: oven", "  - deeg/rijzen\n  - deeg/bakken\n- id: oven")
    school_dir.edit("docs/cursus.yml", "- id: later\n", "- id: later\n  chapters:\n  - deeg/bakken\n")
    school_dir.write("docs/modules/deeg/bakken.md", school_dir.read("docs/modules/oven/bakken.md"))
    school_dir.write(SCHOOL_YML, school("- id: deeg/bakken\n  moment: les-1\n  after: deeg/kneden"))

    parts = school_dir.load().moments["les-1"].parts
    assert ["deeg/kneden", "deegplan", "deeg/bakken", "deeg/rijzen", "Opruimen"] == [
        part.chapter or part.worksheet or part.title for part in parts
    ]


@pytest.mark.parametrize(
    ("now", "earlier", "place"),
    [
        ("- id: deeg/rijzen\n  moment: les-2", "- id: deeg/rusten\n  moment: les-2", "4:7"),
        ("- id: deeg/kneden\n  after: deeg/rijzen", "- id: deeg/kneden\n  after: deeg/rusten", "5:10"),
    ],
    ids=["moved", "after"],
)
def test_a_chapter_that_the_course_has_renamed_since_is_followed(
    now: str, earlier: str, place: str, school_dir: CourseDir, check: Check
) -> None:
    school_dir.edit("docs/modules/deeg/rijzen.md", "minutes: 15\n", "minutes: 15\nformerly: [deeg/rusten]\n")
    school_dir.write(SCHOOL_YML, school(now))
    asked = school_dir.load().outline
    school_dir.write(SCHOOL_YML, school(earlier))

    assert asked == school_dir.load().outline
    assert [
        f"{SCHOOL}/school.yml:{place}: waarschuwing[oud-id] 'deeg/rusten' heet nu 'deeg/rijzen'; "
        "het werkt nog, maar pas het aan"
    ] == check(school_dir)


FAULTS = {
    "- id: deeg/reizen\n  hide: true":
        "4:7: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/reizen'; bedoelde je 'deeg/rijzen'?",
    "- id: Deeg\n  hide: true":
        "4:7: fout[ongeldig-id] 'Deeg' kan geen id zijn; gebruik de map en de naam van het hoofdstuk, zoals 'module/hoofdstuk'",
    "- id: deeg/rijzen\n  moment: les-3":
        "5:11: fout[onbekend-moment] er is geen moment 'les-3'; bedoelde je 'les-2'?",
    "- id: deeg/rijzen\n  after: deeg/kneeden":
        "5:10: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/kneeden'; bedoelde je 'deeg/kneden'?",
    "- id: deeg/rijzen\n  hide: true\n  moment: les-2":
        "5:9: fout[hoofdstuk-anders] een hoofdstuk is verborgen of verplaatst, niet allebei; haal 'hide' weg, of 'moment' en 'after'",
    "- id: deeg/rijzen":
        "4:7: fout[hoofdstuk-anders] bij hoofdstuk 'deeg/rijzen' staat niet wat ermee gebeurt; zet erbij: hide: true, moment of after",
    "- id: deeg/rijzen\n  after: deeg/rijzen":
        "5:10: fout[hoofdstuk-anders] een hoofdstuk kan niet na zichzelf komen",
    "- id: deeg/kneden\n  after: deeg/rijzen\n- id: deeg/rijzen\n  hide: true":
        "5:10: fout[hoofdstuk-anders] hoofdstuk 'deeg/rijzen' is zelf verborgen; kies een hoofdstuk dat er nog is",
    "- id: deeg/rijzen\n  after: oven/bakken":
        "5:10: fout[hoofdstuk-anders] hoofdstuk 'oven/bakken' staat in een andere module dan 'deeg/rijzen'; kies een hoofdstuk uit dezelfde module",
    "- id: deeg/rijzen\n  hide: true\n- id: deeg/rijzen\n  moment: les-2":
        "6:7: fout[dubbel-id] het id 'deeg/rijzen' komt hier voor de tweede keer voor; kies een ander",
    "- id: deeg/rijzen\n  hide: true\n- id: deeg/kneden\n  hide: true\n- id: oven/bakken\n  hide: true":
        "4:1: fout[hoofdstuk-anders] zo blijft er geen enkel hoofdstuk over; laat er ten minste één staan",
    "- id: deeg/kneden\n  hide: true":
        "4:7: waarschuwing[doel-verborgen] zonder dit hoofdstuk gaat geen enkel hoofdstuk meer over het doel 'deeg-beoordelen'; laat het staan, of zet het doel bij een hoofdstuk van jezelf",
}  # fmt: skip


@pytest.mark.parametrize("chapters", FAULTS)
def test_what_cannot_be_done_is_told_at_its_line_in_school_yml(
    chapters: str, school_dir: CourseDir, check: Check
) -> None:
    school_dir.write(SCHOOL_YML, school(chapters))

    assert [f"{SCHOOL}/school.yml:{FAULTS[chapters]}"] == check(school_dir)


def test_dates_of_a_course_whose_chapter_is_missing_are_no_reason_to_fall(school_dir: CourseDir, check: Check) -> None:
    school_dir.write(
        "school/school.yml",
        "id: de-molen\nname: De Molen\nmoments:\n- id: vooraf\n  date: 2027-01-07\n- id: les-1\n  date: 2027-01-14\n",
    )
    (school_dir.path / "docs/modules/deeg/kneden.md").unlink()

    assert any("hoofdstuk-ontbreekt" in line for line in check(school_dir))
