"""Strict shapes: what is wrong with a file is told at the author's own line, in words they know."""

import pytest

from leergang.model.fields import FIELD_KINDS

from ..conftest import Check, CourseDir

TASTING = "docs/tools/werkbladen/tasting.md"
WATER = "docs/modules/brewing/water.md"
LEAVES = "docs/modules/brewing/leaves.md"
OUTLINE = "docs/cursus.yml"
SLUG = "lower-case letters, digits and hyphens"


def words(lines: list[str]) -> list[str]:
    """The lines without the path and the example of an id, which are the same for each."""
    return [line.split(".md:")[-1].split(".yml:")[-1].split(", like '")[0] for line in lines]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (TASTING, "purpose:", "purpse:", ["3:1: error[onbekende-sleutel] the key 'purpse' is not known here; did you mean 'purpose'?"]),
        (TASTING, "with:", "With:", ["7:1: error[onbekende-sleutel] the key 'With' is not known here; did you mean 'with'?"]),
        (TASTING, "minutes: 10", "minutes: 10\ncolour: green",
            ["7:1: error[onbekende-sleutel] the key 'colour' is not known here"]),
        (TASTING, "  label:", "  lable:", ["14:3: error[onbekende-sleutel] the key 'lable' is not known here; did you mean 'label'?"]),
        (TASTING, "  kind: text\n", "", ["12:3: error[sleutel-ontbreekt] 'kind' is missing here; add it"]),
        (OUTLINE, "  title: Brewing\n", "", ["3:3: error[sleutel-ontbreekt] 'title' is missing here; add it"]),
        (OUTLINE, "  title: At home\n", "  titel: At home\n",
            ["10:3: error[onbekende-sleutel] the key 'titel' is not known here; did you mean 'title'?"]),
        (WATER, "keypoints:", "key points:", ["6:1: error[onbekende-sleutel] the key 'key points' is not known here; did you mean 'keypoints'?"]),
        ("docs/index.md", "title:", "author: Me\ntitle:", ["2:1: error[onbekende-sleutel] the key 'author' is not known here"]),
    ],
)  # fmt: skip
def test_an_unknown_or_missing_key_is_told_with_the_key_that_is_like_it(
    file: str, old: str, new: str, expected: list[str], course_dir: CourseDir, check: Check
) -> None:
    course_dir.edit(file, old, new)

    assert expected == words(check(course_dir))


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (WATER, "minutes: 5", "minutes: five", "5:10: error[verkeerd-type] this should be a whole number"),
        (WATER, "minutes: 5", "minutes: 5.5", "5:10: error[verkeerd-type] this should be a whole number"),
        (WATER, "minutes: 5", "minutes: 5 min", "5:10: error[verkeerd-type] this should be a whole number"),
        (WATER, "minutes: 5", "minutes:\n- 5", "6:1: error[verkeerd-type] this should be a whole number"),
        (WATER, "minutes: 5", "minutes: 0", "5:10: error[verkeerd-type] this should be a number of at least 1"),
        (WATER, "minutes: 5", "minutes: 5000", "5:10: error[verkeerd-type] this should be a number of at most 1000"),
        (WATER, "title: Water", "title: ' '", "2:8: error[verkeerd-type] this should be a text that is not empty"),
        (WATER, "title: Water", "title:", "2:7: error[verkeerd-type] this should be a text"),
        (WATER, "title: Water", "title:\n- Water", "3:1: error[verkeerd-type] this should be a text"),
        (WATER, "goals:\n- brew", "goals: brew",
            "3:8: error[verkeerd-type] this should be a list, with a dash before each item"),
        (WATER, "goals:\n- brew", "goals: []", "3:8: error[verkeerd-type] this should be a list of at least 1 item"),
        (WATER, "goals:\n- brew", "goals:\n- a: brew", "4:3: error[verkeerd-type] this should be a text"),
        (TASTING, "- alone", "- friends", "8:3: error[verkeerd-type] this should be one of: alone, pair, team"),
        (TASTING, "kind: text", "kind: txt", "13:9: error[verkeerd-type] this should be one of: " + ", ".join(FIELD_KINDS)
            + "; did you mean 'text'?"),
        (TASTING, "minutes: 10", "minutes: 10\nrepeat: perhaps", "7:9: error[verkeerd-type] this should be true or false"),
        (TASTING, "- id: taste\n  kind: text\n  label: What does it taste like?", "- taste",
            "12:3: error[verkeerd-type] this should be keys with values"),
        (OUTLINE, "- id: brew\n  text: how to brew a pot of tea", "- brew",
            "15:3: error[verkeerd-type] this should be keys with values"),
        (OUTLINE, "  text: how to brew a pot of tea", "  kind: skill\n  text: how",
            "16:9: error[verkeerd-type] this should be one of: learning, ability"),
    ],
)  # fmt: skip
def test_a_value_of_another_form_is_told_where_it_stands(
    file: str, old: str, new: str, expected: str, course_dir: CourseDir, check: Check
) -> None:
    course_dir.edit(file, old, new)

    assert [expected] == words(check(course_dir))


@pytest.mark.parametrize("name", ["Brew", "brew_tea", "brew tea", "-brew", "brew-", "brew--tea", "thé", "a/b", ""])
def test_an_id_is_a_lower_case_slug(name: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.edit(OUTLINE, "- id: brew\n", f"- id: '{name}'\n")

    assert [f"15:7: error[ongeldig-id] '{name}' can't be an id; use {SLUG}"] == words(check(course_dir))


def test_the_id_of_a_chapter_names_its_folder(course_dir: CourseDir, check: Check) -> None:
    course_dir.edit(LEAVES, "- brewing/water", "- water")

    assert ["9:3: error[ongeldig-id] 'water' can't be an id; use the folder and the name of the chapter"] == words(
        check(course_dir)
    )


@pytest.mark.parametrize("name", ["Tea Tasting", "Tasting", "tea_tasting"])
def test_the_name_of_a_worksheets_file_is_an_id_too(name: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.write(f"docs/tools/werkbladen/{name}.md", course_dir.read(TASTING))
    for chapter in (LEAVES, WATER):
        course_dir.edit(chapter, 'worksheet("tasting")', f'worksheet("{name}")')
    course_dir.remove(TASTING)

    assert [f"1:1: error[ongeldig-id] '{name}' can't be an id; use {SLUG}"] == words(check(course_dir))


def test_several_faults_of_several_files_are_all_told_in_order(course_dir: CourseDir, check: Check) -> None:
    course_dir.edit(TASTING, "- alone", "- friends")
    course_dir.edit(TASTING, "minutes: 10", "minutes: ten")
    course_dir.edit(TASTING, "  label: What does it taste like?", "  lable: What does it taste like?")
    course_dir.edit(WATER, "title: Water\n", "")
    course_dir.edit(WATER, "goals:\n- brew", "goals: brew")
    course_dir.edit("docs/index.md", "title:", "name: Tea\ntitle:")

    assert [
        "docs/index.md:2:1: error[onbekende-sleutel] the key 'name' is not known here",
        "docs/modules/brewing/water.md:2:1: error[sleutel-ontbreekt] 'title' is missing here; add it",
        "docs/modules/brewing/water.md:2:8: error[verkeerd-type] this should be a list, with a dash before each item",
        "docs/tools/werkbladen/tasting.md:6:10: error[verkeerd-type] this should be a whole number",
        "docs/tools/werkbladen/tasting.md:8:3: error[verkeerd-type] this should be one of: alone, pair, team",
        "docs/tools/werkbladen/tasting.md:14:3: error[onbekende-sleutel] the key 'lable' is not known here; did you mean "
        "'label'?",
    ] == check(course_dir)


@pytest.mark.parametrize("key", ["description", "icon", "status", "template"])
def test_a_key_that_may_be_left_out_may_be_left_empty(key: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.edit(WATER, "title: Water", f"title: Water\n{key}:")

    assert [] == check(course_dir)


def test_the_keys_that_the_theme_has_for_a_page_are_known(course_dir: CourseDir, check: Check) -> None:
    keys = "hide:\n- toc\nicon: material/tea\nstatus: new\nsearch:\n  boost: 2\ntags:\n- tea\ntemplate: main.html\n"
    course_dir.edit(WATER, "title: Water\n", f"title: Water\n{keys}")

    assert [] == check(course_dir)


@pytest.mark.parametrize("title", ["No", "12:30", "2026-01-01", "1.0", "007"])
def test_a_title_is_the_text_that_its_author_wrote(title: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.edit(WATER, "title: Water", f"title: {title}")

    assert [] == check(course_dir)
    assert title == course_dir.load().chapters["brewing/water"].matter.title


@pytest.mark.parametrize(("words", "expected"), [("true", True), ("yes", True), ("No", False), ("false", False)])
def test_yes_and_no_are_understood_where_they_are_asked_for(
    words: str, expected: bool, course_dir: CourseDir, check: Check
) -> None:
    course_dir.edit(TASTING, "minutes: 10", f"minutes: 10\nrepeat: {words}")

    assert [] == check(course_dir)
    assert expected is course_dir.load().worksheets["tasting"].matter.repeat
