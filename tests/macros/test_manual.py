"""The manual for authors: made from what the generator goes by, so that it can't be out of date."""

import inspect
from collections.abc import Callable

import pytest
import yaml
from pydantic import TypeAdapter

from leergang.macros import FUNCTIONS
from leergang.model.fields import FIELD_KINDS, Field
from leergang.pages.language import MACROS
from leergang.strings import languages, load_strings

from ..conftest import Built
from ..dom import Element


@pytest.fixture(scope="module")
def macros(built: Callable[..., Built]) -> Element:
    return built("showcase").page("over/opdrachten.html").one("article")


@pytest.fixture(scope="module")
def kinds(built: Callable[..., Built]) -> Element:
    return built("showcase").page("over/velden.html").one("article")


def headings(page: Element) -> list[str]:
    return [heading.attributes["id"] for heading in page.all("h2") if "id" in heading.attributes]


def test_every_macro_has_a_heading_and_says_what_it_does(macros: Element) -> None:
    assert [f"macro-{name}" for name in MACROS] == [name for name in headings(macros) if name.startswith("macro-")]
    assert all(load_strings("nl")(f"guide.macros.{name}") in macros.text for name in MACROS)


def test_a_macro_is_written_as_this_course_writes_it_and_shown_below(macros: Element) -> None:
    written = macros.texts("pre")

    assert '{{ worksheet("deegplan") }}' in written
    assert '{{ cite("berg2020beginners", page="12") }}' in written
    assert "{% call trainer() %} ... {% endcall %}" in written
    assert "deegplan" == macros.one("course-worksheet").attributes["data-id"]
    assert macros.all(class_="c-citation")


def test_a_macro_without_arguments_is_shown_where_it_stands(macros: Element) -> None:
    assert not macros.all("course-workbook")
    assert "../werkboek.html" in [link.attributes.get("href") for link in macros.all("a")]


def test_an_argument_says_what_it_names_and_whether_it_is_needed(macros: Element) -> None:
    said = [row.text for row in macros.all(class_="c-guide__arguments")[0].all("div")]

    assert [
        "id het id van een werkblad, altijd nodig",
        "moment het id van een moment uit cursus.yml, mag je weglaten",
    ] == said


@pytest.mark.parametrize("name", MACROS)
def test_the_english_words_are_those_of_the_macro_itself(name: str) -> None:
    said = (inspect.getdoc(FUNCTIONS[name]) or "").splitlines()[0]

    assert said == load_strings("en")(f"guide.macros.{name}")


def test_every_kind_of_field_can_be_tried_and_keeps_nothing(kinds: Element) -> None:
    assert [f"field-{kind}" for kind in FIELD_KINDS] == [name for name in headings(kinds) if name.startswith("field-")]
    assert [1] * len(FIELD_KINDS) == [len(kinds.all(class_=f"c-field--{kind}")) for kind in FIELD_KINDS]
    assert not kinds.all("course-worksheet")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", FIELD_KINDS)
def test_a_field_is_written_as_a_worksheet_takes_it(language: str, kind: str, kinds: Element) -> None:
    written = load_strings(language)(f"kinds.{kind}.written")
    (field,) = TypeAdapter(list[Field]).validate_python(yaml.load(written, Loader=yaml.CSafeLoader))

    assert kind == field.kind
    if language == "nl":
        assert " ".join(written.split()) in kinds.texts("pre")
