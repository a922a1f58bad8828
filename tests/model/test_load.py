"""The course as a whole: what is read, in which order, and how ids of earlier lead to those of now."""

import pytest

from ..conftest import Check, CourseDir

PROMPTS = "docs/tools/reflectievragen.yml"
TERMS = "docs/tools/begrippen.yml"
PLAN = "docs/tools/werkbladen/deegplan.md"
CURSUS = "docs/cursus.yml"


def test_everything_of_a_course_is_read(showcase_dir: CourseDir) -> None:
    course = showcase_dir.load()

    assert "Brood bakken" == course.title
    assert ["deeg/kneden", "deeg/rijzen", "oven/bakken"] == list(course.chapters)
    assert ["vooraf", "les-1", "les-2", "later"] == list(course.moments)
    assert ["eerste-brood", "geduld"] == list(course.reflections)
    assert ["zuurdesem", "gluten", "epi", "deegkrabber"] == list(course.terms)
    assert 9 == len(course.sources)
    assert ["rijstijd"] == list(course.diagrams)
    assert 23 == len(course.pages)


def test_chapters_have_the_order_of_the_outline(showcase_dir: CourseDir) -> None:
    showcase_dir.edit(
        CURSUS,
        "  chapters:\n  - deeg/kneden\n  - deeg/rijzen\n- id: oven",
        "  chapters:\n  - deeg/rijzen\n  - deeg/kneden\n- id: oven",
    )

    assert ["deeg/rijzen", "deeg/kneden", "oven/bakken"] == list(showcase_dir.load().chapters)


def test_worksheets_have_the_order_in_which_they_are_needed(showcase_dir: CourseDir) -> None:
    assert ["deegplan", "bakdagboek", "bakschema"] == list(showcase_dir.load().worksheets)

    showcase_dir.edit("docs/tools/werkbladen/bakschema.md", "- les-2", "- vooraf\n- les-2")
    assert ["bakschema", "deegplan", "bakdagboek"] == list(showcase_dir.load().worksheets)


def test_a_chapter_knows_its_module_and_its_moment(showcase_dir: CourseDir) -> None:
    chapter = showcase_dir.load().chapters["oven/bakken"]

    assert ("Oven", "Les 2") == (chapter.module and chapter.module.title, chapter.moment and chapter.moment.title)


def test_an_earlier_id_leads_to_the_present_one(showcase_dir: CourseDir) -> None:
    course = showcase_dir.load()

    assert ["deegplan", "deeg/kneden", "geduld", "zuurdesem"] == [
        course.present(kind, name)
        for kind, name in (
            ("worksheet", "deeglijst"),
            ("chapter", "deeg/mengen"),
            ("reflection", "wachten"),
            ("term", "desem"),
        )
    ]
    assert "onbekend" == course.present("worksheet", "onbekend")


def test_who_uses_what_follows_from_the_macro_calls(showcase_dir: CourseDir) -> None:
    course = showcase_dir.load()

    assert ["deeg/kneden", "deeg/rijzen"] == [chapter.id for chapter in course.chapters_using("reflection", "geduld")]
    assert ["berg2020beginners", "berg2020desem"] == course.used_by(course.chapters["deeg/kneden"], "source")
    assert 2 == len(course.uses("worksheet", "deegplan"))


def test_files_and_folders_that_begin_with_a_dot_are_no_part_of_a_course(course_dir: CourseDir, check: Check) -> None:
    course_dir.write("docs/.drafts/idea.md", "No front matter.")
    course_dir.write("docs/.idea.md", "No front matter.")

    assert [] == check(course_dir)


def test_prompts_glossary_literature_and_synonyms_may_be_missing(course_dir: CourseDir, check: Check) -> None:
    course = course_dir.load()

    assert [] == check(course_dir)
    assert [{}, {}, {}] == [course.reflections, course.terms, course.sources]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (CURSUS, "docs/cursus.yml:1:1: error[bestand-onleesbaar] this file can't be read (No such file or directory); see "
            "whether it exists and is not a folder"),
    ],
)  # fmt: skip
def test_a_course_without_outline_is_told_once(file: str, expected: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.remove(file)

    assert [expected] == check(course_dir)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# nothing yet\n", "1:1: error[verkeerd-type] this should be keys with values"),
        ("- tea\n", "1:1: error[verkeerd-type] this should be keys with values"),
        ("title: a: b\n", "1:9: error[yaml-fout] this YAML can't be read here; look at the indentation, at the space after a "
            "colon, and put a text with ': ' between quotes"),
    ],
)  # fmt: skip
def test_an_outline_that_says_nothing_is_told_once(
    text: str, expected: str, course_dir: CourseDir, check: Check
) -> None:
    course_dir.write(CURSUS, text)

    assert [f"docs/cursus.yml:{expected}"] == check(course_dir)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- geduld\n", "1:1: fout[verkeerd-type] hier hoort sleutels met waarden"),
        ("prompts: geduld\n", "1:10: fout[verkeerd-type] hier hoort een lijst, met een streepje voor elk onderdeel"),
        ("prompts:\n", "1:9: fout[verkeerd-type] hier hoort een lijst, met een streepje voor elk onderdeel"),
        ("vragen: []\n", "1:1: fout[sleutel-ontbreekt] hier ontbreekt 'prompts'; vul die aan"),
    ],
)  # fmt: skip
def test_a_file_of_prompts_that_is_none_does_not_make_every_call_unknown(
    text: str, expected: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.write(PROMPTS, text)

    assert f"{PROMPTS}:{expected}" in check(showcase_dir)
    assert [] == [line for line in check(showcase_dir) if "onbekende-vraag" in line]


def test_one_broken_item_leaves_the_others_in_use(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(TERMS, "  text: Een stokbrood in de vorm van een korenaar.\n", "")

    assert ["docs/tools/begrippen.yml:14:3: fout[sleutel-ontbreekt] hier ontbreekt 'text'; vul die aan"] == check(
        showcase_dir
    )
    assert ["zuurdesem", "gluten", "deegkrabber"] == list(showcase_dir.load().terms)


@pytest.mark.parametrize(
    ("file", "after", "item"),
    [
        (CURSUS, "zonder recept een brood bakken\n", "- id: zelf-bakken\n  kind: ability\n  text: nog eens\n"),
        (TERMS, "in de vorm van een korenaar.\n", "- id: epi\n  term: epi\n  text: Nog eens.\n"),
    ],
)
def test_an_id_that_occurs_twice_is_told_at_the_second(
    file: str, after: str, item: str, showcase_dir: CourseDir, check: Check
) -> None:
    line = showcase_dir.read(file).partition(after)[0].count("\n") + 2
    showcase_dir.edit(file, after, after + item)
    name = item.split()[2]

    assert [
        f"{file}:{line}:7: fout[dubbel-id] het id '{name}' komt hier voor de tweede keer voor; kies een ander"
    ] == check(showcase_dir)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("- id: oven\n  title", "- id: deeg\n  title", "9:7"),
        ("- id: later", "- id: les-1", "49:7"),
        ("- id: tijd-kiezen", "- id: deeg-beoordelen", "55:7"),
    ],
)
def test_modules_moments_and_goals_each_have_their_own_id(
    old: str, new: str, place: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(CURSUS, old, new)

    assert (
        f"{CURSUS}:{place}: fout[dubbel-id] het id '{new.split()[2]}' komt hier voor de tweede keer voor; kies een ander"
        in (check(showcase_dir))
    )


@pytest.mark.parametrize("name", ["docs/extra.markdown", "docs/extra.mkd"])
def test_a_page_with_another_ending_that_the_engine_takes_is_told(
    name: str, course_dir: CourseDir, check: Check
) -> None:
    course_dir.write(name, "---\ntitle: Extra\n---\n\n{{ worksheet('nothing') }}\n")

    assert any(line.startswith(f"{name}:") for line in check(course_dir))
