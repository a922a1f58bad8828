"""The literature list as Zotero exports it."""

import json
from typing import Any

import pytest

from ..conftest import Check, CourseDir

BOOK = {"id": "brown2020", "type": "book", "title": "Tea", "issued": {"date-parts": [[2020]]}}


@pytest.fixture
def check_source(course_dir: CourseDir, check: Check) -> Check:
    """What is told of a book with these variables, behind one without faults; both are read further in a chapter."""

    def lines(**variables: Any) -> list[str]:
        book = {**BOOK, "id": "green2021", **{key.replace("_", "-"): value for key, value in variables.items()}}
        course_dir.write("docs/tools/literatuur.json", json.dumps([BOOK, book], indent=2, ensure_ascii=False))
        course_dir.write("docs/tools/literatuur.md", "---\ntitle: Literature\n---\n\n{{ literature() }}\n")
        course_dir.edit("docs/modules/brewing/water.md", "keypoints:", "reading:\n- brown2020\n- green2021\nkeypoints:")
        return check(course_dir)

    return lines


@pytest.mark.parametrize(
    "variables",
    [
        {"author": [{"family": "Berg", "given": "Ann", "non-dropping-particle": "van den"}]},
        {"author": [{"literal": "Ministry of Tea"}], "editor": [{"family": "Green"}]},
        {"author": [{"family": "Green", "suffix": "Jr.", "comma-suffix": True}]},
        {"issued": {"date-parts": [["2020", "1", 2], [2021]], "circa": "true"}},
        {"issued": {"raw": "last spring"}, "accessed": {"date-parts": [[2026, 1, 31]]}},
        {"volume": 12, "issue": "3-4", "page": "12-15", "DOI": "10.5555/x", "URL": "https://tea.example/"},
        {"license": "CC BY", "part": 2, "printing": "3", "supplement": "1", "part-title": "Green tea"},
        {"note": "A first book.", "custom": {"any": ["thing"]}, "categories": ["tea"]},
        {"title_short": "Tea", "container_title": "All about drinks", "language": "en-GB", "ISBN": "978-1-4028-9462-6"},
    ],
)
def test_what_zotero_exports_is_read(variables: dict[str, Any], check_source: Check) -> None:
    assert [] == check_source(**variables)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"type": "boek"}, "this should be one of: article, article-journal"),
        ({"title": ""}, "this should be a text that is not empty"),
        ({"title": 12}, "this should be a text"),
        ({"author": "Green"}, "this should be a list, with a dash before each item"),
        ({"author": ["Green"]}, "this should be keys with values"),
        ({"author": [{"naam": "Green"}]}, "the key 'naam' is not known here"),
        ({"author": [{"famly": "Green"}]}, "the key 'famly' is not known here; did you mean 'family'?"),
        ({"author": [{}]}, "'family' is missing here; add it"),
        ({"author": [{"family": ""}]}, "'family' is missing here; add it"),
        ({"publishr": "Tea & Co"}, "the key 'publishr' is not known here; did you mean 'publisher'?"),
        ({"issued": 2020}, "this should be keys with values"),
        ({"issued": {"date-parts": []}}, "this should be a list of at least 1 item"),
        ({"issued": {"date-parts": [[2020, 1, 2, 3]]}}, "this should be a list of at most 3 items"),
        ({"volume": 1.5}, "this should be a text"),
        ({"volume": ["1"]}, "this should be a text"),
    ],
)
def test_another_form_is_told_once_at_the_line_of_the_variable(
    variables: dict[str, Any], expected: str, check_source: Check, course_dir: CourseDir
) -> None:
    (told,) = check_source(**variables)
    lines = course_dir.read("docs/tools/literatuur.json").split("\n")
    line = max(number for number, text in enumerate(lines, 1) if f'"{next(iter(variables))}":' in text)

    assert f"docs/tools/literatuur.json:{line}" == ":".join(told.split(":")[:2])
    assert expected == told.split("] ", 1)[1][: len(expected)]


def test_a_source_without_id_is_told_where_it_begins(course_dir: CourseDir, check: Check) -> None:
    course_dir.write("docs/tools/literatuur.json", '[\n  {"type": "book", "title": "Tea"}\n]\n')

    assert ["docs/tools/literatuur.json:2:3: error[sleutel-ontbreekt] 'id' is missing here; add it"] == check(
        course_dir
    )


def test_an_id_may_have_capitals_and_what_zotero_adds(check_source: Check, course_dir: CourseDir) -> None:
    course_dir.edit("docs/modules/brewing/leaves.md", "keypoints:", "reading:\n- Green_2021:a.1\nkeypoints:")

    told = check_source(id="Green_2021:a.1")

    assert ["error[onbekende-bron] 'green2021' is not in the literature list; did you mean 'Green_2021:a.1'?"] == [
        line.split(": ", 1)[1] for line in told
    ]


def test_another_id_is_told_with_what_it_may_hold(check_source: Check) -> None:
    (told,) = [line for line in check_source(id="http://zotero.org/1") if "ongeldig-id" in line]

    assert "error[ongeldig-id] 'http://zotero.org/1' can't be an id; use" in told
    assert "lower-case" not in told, "capitals are allowed in the id of a source"


@pytest.mark.parametrize("text", ["{}", '"tea"', "null", "12"])
def test_what_is_no_list_is_told(text: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.write("docs/tools/literatuur.json", text)

    assert [
        "docs/tools/literatuur.json:1:1: error[verkeerd-type] this should be a list, with a dash before each item"
    ] == check(course_dir)
