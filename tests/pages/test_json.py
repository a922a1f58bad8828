"""JSON as values that know where they stand: each item at its id."""

from collections.abc import Callable

import pytest

from leergang.diagnostics import Report
from leergang.pages.data import read_json
from leergang.pages.source import Source

Told = Callable[[], list[str]]

UNREADABLE = (
    "deze JSON is hier niet te lezen; kijk naar komma's, aanhalingstekens en haakjes, of exporteer de lijst opnieuw"
)


def places(text: str, report: Report) -> list[tuple[int, int]]:
    found = read_json(Source("list.json", text), report)
    assert found is not None
    return [found.place((index,))[1:] for index in range(len(found.data))]


def test_an_item_stands_where_its_id_does(report: Report) -> None:
    assert [(2, 9), (4, 9)] == places('[\n {"id": "a",\n  "title": "b"},\n {"id": "b"}\n]', report)


def test_an_item_without_id_stands_where_it_begins(report: Report) -> None:
    assert [(2, 9), (3, 2)] == places('[\n {"id": "a"},\n {"title": "b"}\n]', report)


def test_an_item_with_the_id_of_an_earlier_one_stands_at_its_own(report: Report) -> None:
    assert [(2, 9), (3, 9)] == places('[\n {"id": "a"},\n {"id": "a"}\n]', report)


def test_a_value_that_looks_like_an_id_is_not_taken_for_one(report: Report) -> None:
    assert [(1, 27)] == places('[{"type": "book", "id": "book"}]'.replace('"id": ', '"id":   '), report)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[", "1:2"),
        ('[{"id": "a"} {"id": "b"}]', "1:14"),
        ('[\n{"id": "a"}\n{"id": "b"}\n]', "3:1"),
        ('[{"id": "a"}] x', "1:15"),
        ("{'id': 1}", "1:2"),
    ],
)
def test_a_slip_is_told_where_it_is(text: str, expected: str, report: Report, told: Told) -> None:
    assert read_json(Source("list.json", text), report) is None
    assert [f"{expected} [json-fout] {UNREADABLE}"] == told()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a": ' * 100_000, f"[{'1' * 5000}]"], ids=["lists", "groups", "a number of 5000 digits"]
)
def test_what_no_computer_can_hold_is_refused_without_a_crash(text: str, report: Report, told: Told) -> None:
    assert read_json(Source("list.json", text), report) is None
    assert 1 == len(told())


def test_a_key_that_occurs_twice_in_one_item_is_told(report: Report, told: Told) -> None:
    read_json(Source("list.json", '[\n {"id": "a",\n  "title": "b",\n  "title": "c"}\n]'), report)

    assert ["[dubbele-sleutel]"] == [line.split()[1] for line in told()]
