"""The form of a worksheet: plain HTML that can be read, filled in and printed without a script."""

from collections.abc import Callable

import pytest

from ..conftest import Built
from ..dom import Element

COLUMNS = {
    "text": "tekst", "paragraph": "alinea", "number": "getal", "date": "datum", "choice": "keuze", "choices": "keuzes",
    "scale": "schaal",
}  # fmt: skip
"""The kind of each column of the tables in the bakschema of the showcase."""


@pytest.fixture(scope="module")
def plan(built: Callable[..., Built]) -> Element:
    """The form with every kind of field, on its own page."""
    return built("showcase").page("tools/werkbladen/deegplan.html").one("course-worksheet")


@pytest.fixture(scope="module")
def schema(built: Callable[..., Built]) -> Element:
    """The form with two tables, of every kind of column."""
    return built("showcase").page("tools/werkbladen/bakschema.html").one("course-worksheet")


def field(form: Element, question: str) -> Element:
    (found,) = [found for found in form.all("div", class_="c-field") if question in found.text]
    return found


def controls(element: Element) -> list[Element]:
    return [found for found in element.walk() if found.tag in ("input", "textarea", "select")]


def test_every_field_is_there_in_order(plan: Element) -> None:
    assert [
        "Hoe noem je je brood?", "Waarom dit brood?", "Hoeveel gram bloem?", "Wanneer bak je?", "Welk rijsmiddel gebruik je?",
        "Wat gaat er nog in?", "Hoeveel zin heb je erin?", "Hoe is je keuken?", "Wie doet wat?", "Wat moet je nog kopen?",
    ] == [found.texts(class_="c-field__label")[0].split(" (verplicht)")[0].split(" Vul in wat")[0]
          for found in plan.all("div", class_="c-field")]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "tag", "kind", "name"),
    [
        ("Hoe noem je", "input", "text", "naam"),
        ("Waarom dit", "textarea", "", "reden"),
        ("Hoeveel gram", "input", "number", "bloem"),
        ("Wanneer bak", "input", "date", "dag"),
    ],
)
def test_a_control_has_the_id_of_its_field_as_name_and_its_question_as_label(
    question: str, tag: str, kind: str, name: str, plan: Element
) -> None:
    found = field(plan, question)
    (control,) = controls(found)

    assert (tag, kind, name) == (control.tag, control.attributes.get("type", ""), control.attributes["name"])
    assert found.one("label").attributes["for"] == control.attributes["id"]
    assert found.one("p", class_="c-field__hint").attributes["id"] == control.attributes["aria-describedby"]


def test_a_number_says_its_bounds(plan: Element) -> None:
    (control,) = controls(field(plan, "Hoeveel gram"))

    assert ("100", "2000") == (control.attributes["min"], control.attributes["max"])


@pytest.mark.parametrize(
    ("question", "kind", "name", "values"),
    [
        ("Welk rijsmiddel", "radio", "soort", ["gist", "desem"]),
        ("Wat gaat er nog in", "checkbox", "toevoegingen", ["noten", "zaden", "rozijnen"]),
        ("Hoeveel zin", "radio", "zin", [str(step) for step in range(11)]),
    ],
)
def test_choices_are_a_group_with_the_question_as_its_name(
    question: str, kind: str, name: str, values: list[str], plan: Element
) -> None:
    found = field(plan, question)

    assert question in found.one("legend").text
    assert {(kind, name)} == {(one.attributes["type"], one.attributes["name"]) for one in controls(found)}
    assert values == [one.attributes["value"] for one in controls(found)]


def test_a_scale_says_what_its_ends_mean(plan: Element) -> None:
    assert "0 = geen, 10 = heel veel" == field(plan, "Hoeveel zin").one(class_="c-scale__ends").text


def test_a_scale_of_several_statements_asks_each_by_itself(plan: Element) -> None:
    found = field(plan, "Hoe is je keuken?")

    assert ["Hoe is je keuken?", "Warm", "Ruim"] == found.texts("legend")
    assert {"keuken.warm", "keuken.ruim"} == {one.attributes["name"] for one in controls(found)}


@pytest.mark.parametrize(
    "question", ["Hoe noem je", "Waarom dit", "Hoeveel gram", "Wanneer bak", "Welk rijsm", "Hoeveel zin"]
)
def test_a_required_field_says_so_to_reader_and_browser(question: str, plan: Element) -> None:
    found = field(plan, question)

    assert ["(verplicht)"] == found.texts(class_="c-field__required")
    assert all("required" in one.attributes for one in controls(found))


def test_what_is_not_required_says_nothing(plan: Element) -> None:
    assert "verplicht" not in field(plan, "Hoe is je keuken?").text
    assert not any("required" in one.attributes for one in controls(field(plan, "Hoe is je keuken?")))


def test_a_table_with_fixed_rows_names_each_cell(schema: Element) -> None:
    found = field(schema, "Twee broden")

    assert [f"vast.{row}.{column}" for row in ("eerste", "tweede")
            for column in COLUMNS.values()] == list(
        dict.fromkeys(one.attributes["name"] for one in controls(found))
    )  # fmt: skip
    assert ["Eerste brood", "Tweede brood"] == found.all("table")[0].texts("th", scope="row")
    assert "Eerste brood, Wat je ziet" == found.all("textarea")[0].attributes["aria-label"]
    assert "Eerste brood, Korst" == found.all("legend")[0].text


@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_a_cell_of_every_kind_has_a_name_that_can_be_heard(column: str, schema: Element) -> None:
    cells = [
        cell
        for cell in schema.all("td")
        if any(one.attributes["name"].endswith(f".{column}") for one in controls(cell))
    ]

    assert 2 + 3 == len(cells)
    for cell in cells:
        assert cell.texts("legend") or all(one.attributes["aria-label"] for one in controls(cell))


def test_a_growing_table_shows_three_rows_or_its_least(plan: Element, schema: Element) -> None:
    assert ["1", "2", "3"] == field(schema, "Alle volgende broden").all("table")[0].texts("th", scope="row")
    assert ["1", "2"] == field(plan, "Wat moet je nog kopen?").all("table")[0].texts("th", scope="row")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoe noem je", "Maandagbrood"),
        ("Waarom dit", "Mijn buren eten mee, en zij houden van donker brood."),
        ("Hoeveel gram", "500"),
        ("Wanneer bak", "2026-01-10"),
        ("Welk rijsmiddel", "Zuurdesem"),
        ("Wat gaat er nog in", "Noten, Rozijnen"),
        ("Hoeveel zin", "8 (0 = geen, 10 = heel veel)"),
        ("Hoe is je keuken", "Warm: 2 Ruim: 4"),
        ("Wie doet wat", "Wie Kneden Sem"),
        ("Wat moet je nog", "Wat Hoeveel Pakken bloem 2"),
    ],
)
def test_an_example_says_what_an_answer_could_be_in_words(question: str, expected: str, plan: Element) -> None:
    details = field(plan, question).one("details")

    assert expected == details.text.removeprefix(details.one("summary").text).strip()


def test_an_example_of_a_table_says_what_was_chosen(schema: Element) -> None:
    fixed, growing = (found.one("details").all("tbody")[0].texts("td") for found in schema.all("div", class_="c-field"))

    assert [
        "Wit",
        "Het brood barst aan een kant open.",
        "240",
        "2026-01-10",
        "Hard",
        "Zoet, Zuur",
        "2 (1 = licht, 3 = donker)",
    ] == fixed
    assert ["Rogge", "Het blijft laag.", "210", "2026-01-11", "Zacht", "Zuur", "5"] == growing


def test_a_question_that_is_asked_again_leads_to_where_it_was_asked(built: Callable[..., Built]) -> None:
    found = built("showcase").page("tools/werkbladen/bakdagboek.html").one(class_="c-field__same")

    assert "Deze vraag stond ook in Deegplan." == found.text
    assert "deegplan.html" == found.one("a").attributes["href"].partition("#")[0]


def test_a_worksheet_in_a_page_has_a_heading_below_that_of_its_part_and_a_link_to_its_own_page(
    built: Callable[..., Built],
) -> None:
    first, second = built("showcase").page("modules/deeg/kneden.html").all("course-worksheet")

    assert ["Deegplan"] == first.texts("h4")
    assert ["Deegplan"] == second.texts("h3")
    assert "../../tools/werkbladen/deegplan.html" == first.one(class_="c-worksheet__more").one("a").attributes["href"]
    assert "Werkblad · Les 1 · 20 minuten · alleen" == first.one(class_="c-worksheet__kind").text


def test_its_own_page_has_a_header_the_instruction_and_the_form(built: Callable[..., Built]) -> None:
    page = built("showcase").page("tools/werkbladen/bakdagboek.html").one("article")

    assert ["Bakdagboek"] == page.texts("h1")
    assert [
        "Bijhouden hoe je broden beter worden.", "Les 1, Later. Je kunt dit werkblad vaker invullen.", "5 minuten",
        "alleen, met z'n tweeën en met je team", "hoe je de rijstijd aanpast aan de warmte van je keuken", "Rijzen",
    ] == page.texts("dd")  # fmt: skip
    assert page.text.index("Vul dit in na elk brood.") < page.text.index("Hoeveel zin heb je nog?")
    assert [] == page.all(class_="c-worksheet__more")


def test_the_words_around_a_form_are_those_of_the_course(built: Callable[..., Built]) -> None:
    page = built("minimal").page("modules/brewing/leaves.html")

    assert "Worksheet · At home · 10 minutes · alone" == page.one(class_="c-worksheet__kind").text
    assert ["What you learn here"] == page.texts(class_="c-header__label")
