"""One place of a YAML or JSON text changes, and nothing else."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from leergang.authoring.places import Edit, YamlText, insert_json


def apply(text: str, edit: Edit) -> str:
    return text[: edit.start] + edit.text + text[edit.end :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n- x\n- y\nb: 1\n", "a:\n- x\n- y\n- new\nb: 1\n"),
        ("a:\n  - x # why\n\n# b\nb: 1\n", "a:\n  - x # why\n  - new\n\n# b\nb: 1\n"),
        ("a: [x, y] # why\n", "a: [x, y, new] # why\n"),
        ("a: []\nb: 1\n", "a:\n- new\nb: 1\n"),
        ("a:\nb: 1\n", "a:\n- new\nb: 1\n"),
        ("b: 1\n", "b: 1\na:\n- new\n"),
        ("b: 1", "b: 1\na:\n- new\n"),
        ("a:\n- |\n  text\n\nb: 1\n", "a:\n- |\n  text\n- new\n\nb: 1\n"),
        ("a:\n- x: een\n    twee\n  z: [1,\n    2]\nb: 1\n", "a:\n- x: een\n    twee\n  z: [1,\n    2]\n- new\nb: 1\n"),
    ],
)
def test_an_item_comes_last_in_the_form_of_its_list(text: str, expected: str) -> None:
    assert expected == apply(text, YamlText(text).insert(("a",), "new"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n- x\n- z\n", "a:\n- x\n- new\n- z\n"),
        ("a:\n  - k: x\n  - k: z\n", "a:\n  - k: x\n  - new\n  - k: z\n"),
        ("a: [x, z]\n", "a: [x, new, z]\n"),
    ],
)
def test_an_item_comes_before_another(text: str, expected: str) -> None:
    assert expected == apply(text, YamlText(text).insert(("a",), "new", 1))


def test_an_item_with_keys_stands_as_deep_as_its_neighbours() -> None:
    text = "m:\n  - id: a\n    list:\n      - x\n  - id: b\n"

    assert (
        apply(text, YamlText(text).insert(("m", 0, "list"), {"id": "n", "of": ["y"]}))
        == "m:\n  - id: a\n    list:\n      - x\n      - id: n\n        of:\n        - y\n  - id: b\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: old # old\nold: old-er\n", "a: new # old\nold: old-er\n"),
        ("a: 'old'\n", "a: new\n"),
        ('a: "old"\n', "a: new\n"),
    ],
)
def test_a_value_is_replaced_where_it_stands(text: str, expected: str) -> None:
    assert expected == apply(text, YamlText(text).replace(("a",), "new"))


def test_a_value_that_could_be_taken_for_something_else_is_quoted() -> None:
    assert "a: '2026'\n" == apply("a: old\n", YamlText("a: old\n").replace(("a",), "2026"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n- x\n- y\n- z\n", "a:\n- x\n- z\n"),
        ("a: [x, y, z] # why\n", "a: [x, z] # why\n"),
        ("m:\n- a:\n  - x\n  - y\n  b: 1\n", None),
    ],
)
def test_an_item_leaves_its_list(text: str, expected: str | None) -> None:
    path = ("a", 1) if expected else ("m", 0, "a", 1)

    assert (expected or "m:\n- a:\n  - x\n  b: 1\n") == apply(text, YamlText(text).remove(path))


def test_a_list_whose_only_item_leaves_is_empty() -> None:
    assert "a: []\nb: 1\n" == apply("a:\n- x\nb: 1\n", YamlText("a:\n- x\nb: 1\n").remove(("a", 0)))


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("- id: x\n  was:\n  - y\n  z: 1\n", (0, "was"), "- id: x\n  z: 1\n"),
        ("- was:\n  - y\n  id: x\n", (0, "was"), "- id: x\n"),
        ("id: x\nwas:\n- y\n", ("was",), "id: x\n"),
    ],
)
def test_a_key_goes_with_its_value(text: str, path: tuple[str | int, ...], expected: str) -> None:
    assert expected == apply(text, YamlText(text).drop(path))


def test_a_key_comes_before_another() -> None:
    text = "- id: x\n  fields:\n  - id: y\n"

    assert "- id: x\n  was:\n  - o\n  fields:\n  - id: y\n" == apply(
        text, YamlText(text).put((0, "was"), ["o"], before="fields")
    )


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\x85\ufeff")
)
lists = st.lists(words, min_size=1, max_size=4)


@settings(deadline=None)
@given(st.fixed_dictionaries({"a": lists, "b": lists}), words, st.integers(0, 4), st.integers(20, 90), st.booleans())
def test_a_list_gains_what_was_put_in_it_and_nothing_else(
    data: dict[str, list[str]], word: str, index: int, width: int, flow: bool
) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, width=width, default_flow_style=flow)

    changed = yaml.safe_load(apply(text, YamlText(text).insert(("a",), word, index)))

    data["a"].insert(index, word)
    assert data == changed


@settings(deadline=None)
@given(st.fixed_dictionaries({"a": lists, "b": lists}), words, st.integers(0, 3), st.booleans())
def test_a_value_becomes_what_was_asked_and_nothing_else(
    data: dict[str, list[str]], word: str, index: int, flow: bool
) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, width=40, default_flow_style=flow)
    index %= len(data["a"])

    changed = yaml.safe_load(apply(text, YamlText(text).replace(("a", index), word)))

    data["a"][index] = word
    assert data == changed


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_source_comes_where_it_is_put(index: int) -> None:
    text = '[\n  {"id": "a"},\n  {"id": "c"}\n]\n'

    changed = apply(text, insert_json(text, index, {"id": "b"}))

    found = ["a", "c"]
    found.insert(index, "b")
    assert found == [item["id"] for item in json.loads(changed)]


def test_an_empty_list_of_sources_gets_its_first() -> None:
    assert [{"id": "a"}] == json.loads(apply("[\n\n]\n", insert_json("[\n\n]\n", 0, {"id": "a"})))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # why\nb: 2\n", "a:\n- new\n- other # why\nb: 2\n"),
        ("a:\n- x\n- y\n\n# b\nb: 2\n", "a:\n- new\n- other\n\n# b\nb: 2\n"),
        ("a: [x,\n  y]\nb: 2\n", "a:\n- new\n- other\nb: 2\n"),
        ("a: >-\n  een\n  twee\n\nb: 2\n", "a:\n- new\n- other\n\nb: 2\n"),
        ("{a: 1, b: 2}\n", "{a: [new, other], b: 2}\n"),
        ("b: 2\n", "b: 2\na:\n- new\n- other\n"),
    ],
)
def test_a_key_gets_another_value(text: str, expected: str) -> None:
    assert expected == apply(text, YamlText(text).assign(("a",), ["new", "other"]))
