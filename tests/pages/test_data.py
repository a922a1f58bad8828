"""YAML as plain text values that know where they stand."""

from collections.abc import Callable
from typing import Any

import pytest

from leergang.diagnostics import Report
from leergang.pages.data import Document, read_yaml

Told = Callable[[], list[str]]

UNREADABLE = (
    "deze YAML is hier niet te lezen; kijk naar het inspringen, naar de spatie na een dubbele punt, en zet een tekst met "
    "': ' tussen aanhalingstekens"
)
TAG = "hier staat een YAML-label met een uitroepteken; haal het weg of zet de tekst tussen aanhalingstekens"
ALIAS = (
    "deze YAML-verwijzing leidt nergens heen of maakt het bestand te groot; zet een tekst die met een sterretje begint "
    "tussen aanhalingstekens"
)
QUOTES = "betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende"
REMARK = (
    "wat hier achter # staat, leest niemand; zet de hele tekst tussen aanhalingstekens, of zet een opmerking op een eigen "
    "regel"
)
DEEP = "dit is te diep genest; kijk naar het inspringen"


def read(text: str, report: Report, first_line: int = 1) -> Document:
    found = read_yaml(text, "data.yml", report, first_line)
    assert found is not None
    return found


def place(document: Document, *location: Any, key: bool = False) -> tuple[int, int]:
    return document.place(location, key)[1:]


@pytest.mark.parametrize(
    "words", ["No", "yes", "12:30", "2026-01-01", "1.0", "007", "0x1F", "1_000", ".inf", "=", "1e3"]
)
def test_a_value_stays_the_text_that_its_author_wrote(words: str, report: Report) -> None:
    assert {"key": words} == read(f"key: {words}", report).data


@pytest.mark.parametrize("words", ["", "~", "null", "Null", "NULL"])
def test_a_value_that_is_left_out_is_none(words: str, report: Report) -> None:
    assert {"key": None} == read(f"key: {words}", report).data


@pytest.mark.parametrize("words", ["", "~", "null"])
def test_between_quotes_everything_is_text(words: str, report: Report) -> None:
    assert {"key": words} == read(f'key: "{words}"', report).data


def test_folded_text_is_one_line_and_literal_text_keeps_its_lines(report: Report) -> None:
    assert {"a": "one two\n", "b": "one\ntwo\n"} == read("a: >\n  one\n  two\nb: |\n  one\n  two\n", report).data


def test_every_value_and_key_knows_its_line_and_column(report: Report) -> None:
    document = read("title: Tea\nlist:\n- id: a\n  text: 'é'\n- id: b\n", report, first_line=2)

    assert (2, 1) == place(document)
    assert (2, 8) == place(document, "title")
    assert (2, 1) == place(document, "title", key=True)
    assert (4, 1) == place(document, "list")
    assert (5, 9) == place(document, "list", 0, "text")
    assert (5, 3) == place(document, "list", 0, "text", key=True)
    assert (6, 3) == place(document, "list", 1)


def test_the_place_of_what_is_missing_is_that_of_what_should_hold_it(report: Report) -> None:
    document = read("list:\n- id: a\n", report)

    assert (2, 3) == place(document, "list", 0, "label")
    assert (2, 1) == place(document, "list", 7)


def test_the_names_of_a_validator_are_passed_over(report: Report) -> None:
    document = read("fields:\n- id: a\n  label: b\n", report)

    assert (3, 10) == place(document, "fields", 0, "text", "label")


def test_an_alias_stands_for_what_it_names(report: Report, told: Told) -> None:
    assert {"a": ["x"], "b": ["x"]} == read("a: &list [x]\nb: *list", report).data
    assert [] == told()


def test_a_billion_laughs_are_refused(report: Report, told: Told) -> None:
    laughs = ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    laughs += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]

    assert read_yaml("\n".join(laughs), "data.yml", report) is None
    assert [f"5:20 [yaml-verwijzing] {ALIAS}"] == told()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &a [*a]", "1:8"),
        ("a: &a\n  b: *a", "2:6"),
    ],
)
def test_an_alias_of_itself_is_refused(text: str, expected: str, report: Report, told: Told) -> None:
    assert read_yaml(text, "data.yml", report) is None
    assert [f"{expected} [yaml-verwijzing] {ALIAS}"] == told()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: !!python/object/apply:os.system [ls]", "1:4"),
        ("a: !!str text", "1:4"),
        ("a: !own\n  b: c", "1:4"),
        ("a:\n- !own b", "2:3"),
        ("!own a: b", "1:1"),
    ],
)
def test_a_tag_is_refused(text: str, expected: str, report: Report, told: Told) -> None:
    assert read_yaml(text, "data.yml", report) is None
    assert [f"{expected} [yaml-label] {TAG}"] == told()


@pytest.mark.parametrize(
    ("text", "expected", "key"),
    [
        ("a:\n- id: b\n  c: d\n  id: e\n  c: f\n  g: h", "4:3", "id"),
        ("a:\n- words: [b]\n  words: [c]", "3:3", "words"),
        ("a:\n- id: b\n  c: d\nid: e\n  c: f", "4:1", "id"),
        ("a:\n- id: b\n  c: d\n-id: e\n  c: f", "4:2", "id"),
    ],
)
def test_an_item_without_its_hyphen_is_told_once(
    text: str, expected: str, key: str, report: Report, told: Told
) -> None:
    assert read_yaml(text, "data.yml", report) is None
    assert [
        f"{expected} [yaml-streepje] hier begint een nieuw onderdeel van de lijst; schrijf '- {key}: ...', met een streepje "
        "ervoor"
    ] == told()


@pytest.mark.parametrize(
    "text", ["a:\n\xa0\xa0b: c", "a:\n \xa0b: c", "a:\n-\xa0b\n- c", "a:\n  \u2003- b", "\xa0a: b"]
)
def test_a_hard_space_is_told_where_it_is(text: str, report: Report, told: Told) -> None:
    assert read_yaml(text, "data.yml", report) is None
    (line,) = told()
    assert (
        "[yaml-tab] hier staat een vaste spatie, zoals een tekstverwerker die zet; spring in met gewone spaties" in line
    )


def test_hard_spaces_in_a_text_are_passed_over(report: Report, told: Told) -> None:
    assert {"a": "b\xa0c", "d": "\xa0e\n"} == read("a: b\xa0c\nd: |2\n  \xa0e\n", report).data
    assert [] == told()


def test_every_second_key_of_a_kind_is_told_with_the_line_of_the_first(report: Report, told: Told) -> None:
    read("a: 1\nb: {c: 1, c: 2}\na: 2", report, first_line=10)

    assert [
        "11:11 [dubbele-sleutel] de sleutel 'c' staat hier voor de tweede keer (eerder op regel 11); voeg ze samen",
        "12:1 [dubbele-sleutel] de sleutel 'a' staat hier voor de tweede keer (eerder op regel 10); voeg ze samen",
    ] == told()


def test_twenty_levels_are_deep_enough(report: Report, told: Told) -> None:
    read(f"a: {'[' * 19}x{']' * 19}", report)
    assert [] == told()

    assert read_yaml(f"a: {'[' * 20}x{']' * 20}", "data.yml", report) is None
    assert [f"1:24 [yaml-te-diep] {DEEP}"] == told()


@pytest.mark.parametrize("opened", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_endless_nesting_is_refused_without_a_crash(opened: str, report: Report, told: Told) -> None:
    assert read_yaml(opened, "data.yml", report) is None
    assert 1 == len(told())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "1:5"),
        ("a: b\nc:d\ne: f", "2:2"),
        ("- a\nb: c", "2:1"),
        ("a: 1\n b: 2", "2:3"),
        ("? [a]\n: b", "1:3"),
        ("a: 1\n---\nb: 2", "2:1"),
        ("a: 1\n...\nb: 2", "3:1"),
    ],
    ids=[
        "colon",
        "no-space",
        "list-and-keys",
        "indent",
        "key-that-is-a-list",
        "documents",
        "after-the-end",
    ],
)
def test_a_slip_is_told_where_it_is(text: str, expected: str, report: Report, told: Told) -> None:
    assert read_yaml(text, "data.yml", report) is None
    assert [f"{expected} [yaml-fout] {UNREADABLE}"] == told()


@pytest.mark.parametrize(
    ("text", "expected"), [("a:\n\t- b", "2:1"), ("a: b\n\tc: d", "2:1"), ("a:\n  - b\n \t- c", "3:2")]
)
def test_a_tab_is_told_where_it_is(text: str, expected: str, report: Report, told: Told) -> None:
    assert read_yaml(text, "data.yml", report) is None
    assert [f"{expected} [yaml-tab] hier staat een tab; spring in met gewone spaties"] == told()


@pytest.mark.parametrize(
    ("text", "expected", "sign"),
    [
        ("a: *Let op* dit", "1:4", "*"),
        ("a: **Let op** dit", "1:4", "*"),
        ("a: *nothing", "1:4", "*"),
        ("a: @b", "1:4", "@"),
        ("a: `b` c", "1:4", "`"),
        ("a: & b", "1:4", "&"),
        ("a: %b", "1:4", "%"),
        ("- [a] b", "1:3", "["),
        ('a: {{ term("b") }} c', "1:4", "{"),
        ('a: "b" c', "1:4", '"'),
        ("a: 'b\nc: d\n", "1:4", "'"),
        ("a: [b, c\nd: e\n", "1:4", "["),
    ],
)
def test_a_text_that_wants_quotes_is_told_where_it_begins(
    text: str, expected: str, sign: str, report: Report, told: Told
) -> None:
    assert read_yaml(text, "data.yml", report) is None
    assert [f"{expected} [yaml-aanhaling] een {sign} aan het begin {QUOTES}"] == told()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: vraag #1 eerst\nb: c", "1:10"),
        ("a: #1 eerst\nb: c", "1:4"),
        ("a:\n- kies #1\n- b", "2:8"),
        ("- a: b\n  c: # d", "2:6"),
        ("a: één #1 twee\n  drie\nb: c", "1:8"),
        ("a: een\n  twee #1\n  drie\nb: c", "2:8"),
        ("a: [b #1, c]\nd: e", "1:7"),
    ],
)
def test_text_that_yaml_takes_for_a_remark_is_told_once(text: str, expected: str, report: Report, told: Told) -> None:
    read_yaml(text, "data.yml", report)

    assert [f"{expected} [yaml-hekje] {REMARK}"] == told()


def test_a_text_that_is_all_remark_to_yaml_is_read_as_its_author_meant_it(report: Report) -> None:
    assert {"brand": "#14532d", "b": "c"} == read("brand: #14532d\nb: c", report).data


@pytest.mark.parametrize(
    "text",
    [
        "# een\na: b\n# twee\nc:\n# drie\n- d",
        "a: 'b' # een\nc: \"d\" # twee",
        "a: # een\n- b\nc: # twee\n  d: [e, f] # drie",
        "a: 40 # was 45\nb: 2027-01-14 # een donderdag\nc: 09:30 # of later",
        "a: C#\nb: d#e",
        "a: 'vraag #1'\nb: |\n  # een\n  twee #2",
    ],
)
def test_a_number_sign_that_cuts_off_no_text_is_passed_over(text: str, report: Report, told: Told) -> None:
    read(text, report)

    assert [] == told()


@pytest.mark.parametrize(("before", "column"), [("a: ", 4), ("é: één ", 8), ("x: 1\né: ", 4)])
def test_a_control_character_is_told_at_its_own_column(before: str, column: int, report: Report, told: Told) -> None:
    assert read_yaml(f"{before}\x07", "data.yml", report) is None
    assert [f"{before.count(chr(10)) + 1}:{column} [yaml-fout] {UNREADABLE}"] == told()


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_line_separator_in_a_text_does_not_move_the_lines_below(sign: str, report: Report, told: Told) -> None:
    document = read(f"a: 'x{sign}y'\nb: c", report)

    assert (2, 4) == place(document, "b")


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n"])
def test_a_document_without_anything_is_none(text: str, report: Report, told: Told) -> None:
    assert read(text, report).data is None
    assert [] == told()
