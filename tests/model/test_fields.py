"""The kinds of field: what each takes, and which examples fit."""

import pytest

from leergang.model.fields import FIELD_KINDS

from ..conftest import Check, CourseDir

TASTING = "docs/tools/werkbladen/tasting.md"
FIELD = "- id: taste\n  kind: text\n  label: What does it taste like?\n"

OPTIONS = "  options:\n  - id: black\n    label: Black\n  - id: green\n    label: Green\n"
ROWS = "  rows:\n  - id: first\n    label: First\n  - id: last\n    label: Last\n"
COLUMNS = "  columns:\n  - id: name\n    kind: text\n    label: Name\n  - id: cups\n    kind: number\n    label: Cups\n    min: 1\n"


@pytest.fixture
def check_field(course_dir: CourseDir, check: Check) -> Check:
    """What is told of a worksheet that has this field (`kind: ...` and further, indented by two) after its own."""

    def lines(text: str) -> list[str]:
        course_dir.edit(TASTING, FIELD, f"{FIELD}- id: extra\n  label: Extra\n{text.rstrip()}\n")
        return [line.removeprefix(f"{TASTING}:") for line in check(course_dir)]

    return lines


@pytest.mark.parametrize(
    "field",
    [
        "  kind: text\n  example: Strong",
        "  kind: paragraph\n  example: |\n    One line.\n\n    Another.",
        "  kind: number\n  example: 3",
        "  kind: number\n  example: -3",
        "  kind: number\n  min: 1\n  max: 9\n  example: '9'",
        "  kind: date\n  example: 2026-01-10",
        f"  kind: choice\n{OPTIONS}  example: green",
        f"  kind: choices\n{OPTIONS}  example:\n  - green\n  - black",
        f"  kind: choices\n{OPTIONS}  example: []",
        "  kind: scale\n  example: 5",
        "  kind: scale\n  min: 0\n  max: 10\n  labels:\n  - weak\n  - strong\n  example: 0",
        f"  kind: scale\n{ROWS}  example:\n    first: 1\n    last: 5",
        f"  kind: scale\n{ROWS}  example:\n    last: 5",
        f"  kind: table\n{COLUMNS}{ROWS}  example:\n    last:\n      name: Ann\n      cups: 2",
        f"  kind: table\n{COLUMNS}  min: 1\n  max: 2\n  example:\n  - name: Ann\n  - cups: 2",
        f"  kind: table\n{COLUMNS}  min: 0",
    ],
)
def test_a_field_with_an_example_that_fits_is_fine(field: str, check_field: Check) -> None:
    assert [] == check_field(field)


@pytest.mark.parametrize(
    "field",
    [
        "  kind: text\n  example: ''",
        "  kind: text\n  example:\n  - Strong",
        "  kind: paragraph\n  example:\n    a: b",
        "  kind: number\n  example: three",
        "  kind: number\n  example: 2.5",
        "  kind: number\n  min: 1\n  example: 0",
        "  kind: number\n  max: 9\n  example: 10",
        "  kind: number\n  example:\n  - 3",
        "  kind: date\n  example: tomorrow",
        "  kind: date\n  example: 2026-02-30",
        "  kind: date\n  example: 10-01-26",
        f"  kind: choice\n{OPTIONS}  example: white",
        f"  kind: choice\n{OPTIONS}  example: Green",
        f"  kind: choice\n{OPTIONS}  example:\n  - green",
        f"  kind: choices\n{OPTIONS}  example: green",
        f"  kind: choices\n{OPTIONS}  example:\n  - white",
        f"  kind: choices\n{OPTIONS}  example:\n  - - green",
        "  kind: scale\n  example: 0",
        "  kind: scale\n  example: 6",
        "  kind: scale\n  example: three",
        f"  kind: scale\n{ROWS}  example: 3",
        f"  kind: scale\n{ROWS}  example:\n    third: 3",
        f"  kind: scale\n{ROWS}  example:\n    first: 6",
        f"  kind: table\n{COLUMNS}{ROWS}  example:\n  - name: Ann",
        f"  kind: table\n{COLUMNS}{ROWS}  example:\n    third:\n      name: Ann",
        f"  kind: table\n{COLUMNS}{ROWS}  example:\n    first:\n      who: Ann",
        f"  kind: table\n{COLUMNS}{ROWS}  example:\n    first: Ann",
        f"  kind: table\n{COLUMNS}  example:\n    first:\n      name: Ann",
        f"  kind: table\n{COLUMNS}  example:\n  - cups: 0",
        f"  kind: table\n{COLUMNS}  max: 1\n  example:\n  - name: Ann\n  - name: Bob",
    ],
)
def test_an_example_that_no_reader_could_give_is_told_where_it_stands(
    field: str, course_dir: CourseDir, check_field: Check
) -> None:
    (told,) = check_field(field)
    line = course_dir.read(TASTING).split("\n").index(next(x for x in field.split("\n") if "example:" in x)) + 1

    assert (
        "error[voorbeeld-past-niet] the example of 'extra' does not fit its question; look at the kind, the options, the rows "
        "and the columns"
    ) == told.split(": ", 1)[1]
    assert int(told.split(":")[0]) in (line, line + 1)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("  kind: choice\n", ["15:3: error[sleutel-ontbreekt] 'options' is missing here; add it"]),
        ("  kind: choice\n  options:\n  - id: black\n    label: Black\n",
            ["19:3: error[verkeerd-type] this should be a list of at least 2 items"]),
        ("  kind: choice\n  options:\n  - black\n  - green\n",
            ["19:5: error[verkeerd-type] this should be keys with values",
             "20:5: error[verkeerd-type] this should be keys with values"]),
        ("  kind: choice\n  options:\n  - id: black\n    label: Black\n  - id: black\n    label: Blacker\n",
            ["21:9: error[dubbel-id] the id 'black' occurs here for the second time; choose another"]),
        (f"  kind: scale\n{ROWS.replace('last', 'first')}",
            ["21:9: error[dubbel-id] the id 'first' occurs here for the second time; choose another"]),
        (f"  kind: table\n{COLUMNS.replace('cups', 'name')}",
            ["22:9: error[dubbel-id] the id 'name' occurs here for the second time; choose another"]),
        (f"  kind: table\n{COLUMNS}{ROWS.replace('last', 'first')}",
            ["29:9: error[dubbel-id] the id 'first' occurs here for the second time; choose another"]),
        (f"  kind: table\n{COLUMNS}{ROWS}  max: 2\n",
            ["31:8: error[onbekende-sleutel] the key 'max' is not known here"]),
        ("  kind: table\n", ["15:3: error[sleutel-ontbreekt] 'columns' is missing here; add it"]),
        ("  kind: table\n  columns: []\n", ["18:12: error[verkeerd-type] this should be a list of at least 1 item"]),
        (f"  kind: table\n{COLUMNS}  - id: more\n    kind: matrix\n    label: More\n",
            [f"27:11: error[verkeerd-type] this should be one of: {', '.join(kind for kind in FIELD_KINDS if kind != 'table')}"]),
        (f"  kind: table\n{COLUMNS}    required: true\n",
            ["26:5: error[onbekende-sleutel] the key 'required' is not known here"]),
        (f"  kind: table\n{COLUMNS}    hnt: Two\n",
            ["26:5: error[onbekende-sleutel] the key 'hnt' is not known here; did you mean 'hint'?"]),
        ("  kind: scale\n  labels:\n  - weak\n", ["19:3: error[verkeerd-type] this should be a list of at least 2 items"]),
        ("  kind: scale\n  labels:\n  - weak\n  - so so\n  - strong\n",
            ["19:3: error[verkeerd-type] this should be a list of at most 2 items"]),
        ("  kind: text\n  min: 3\n", ["18:3: error[onbekende-sleutel] the key 'min' is not known here"]),
        ("  kind: text\n  same_as: tasting\n", None),
        ("  kind: number\n  min: 9\n  max: 1\n", None),
        ("  kind: scale\n  min: 5\n  max: 1\n", None),
        ("  kind: scale\n  min: 1\n  max: 100\n", None),
        (f"  kind: table\n{COLUMNS}  min: 5\n  max: 2\n", None),
        (f"  kind: table\n{COLUMNS}  max: 51\n", ["26:8: error[verkeerd-type] this should be a number of at most 50"]),
        (f"  kind: table\n{COLUMNS}  min: -1\n", ["26:8: error[verkeerd-type] this should be a number of at least 0"]),
    ],
)  # fmt: skip
def test_a_field_that_could_not_be_shown_is_told(field: str, expected: list[str] | None, check_field: Check) -> None:
    told = check_field(field)

    if expected is None:  # one problem, in the lines of the field
        assert [True] == [15 <= int(line.split(":")[0]) <= 30 and "error[" in line for line in told]
    else:
        assert expected == told


def test_a_field_that_occurs_twice_is_told_at_the_second(course_dir: CourseDir, check: Check) -> None:
    course_dir.edit(TASTING, FIELD, FIELD + FIELD)

    assert [
        f"{TASTING}:15:7: error[dubbel-id] the id 'taste' occurs here for the second time; choose another"
    ] == check(course_dir)


def test_an_earlier_id_of_a_field_is_not_the_id_of_another_by_now(course_dir: CourseDir, check_field: Check) -> None:
    (told,) = check_field("  kind: text\n  formerly:\n  - taste\n")

    assert "error[dubbel-id] the id 'taste' occurs here for the second time; choose another" == told.split(": ", 1)[1]
