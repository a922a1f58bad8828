"""Terms in a sentence, and the list of them."""

from collections.abc import Callable

from ..conftest import Built


def test_a_term_stands_in_its_sentence_with_its_explanation_at_hand(built: Callable[..., Built]) -> None:
    first, second, _ = built("showcase").page("modules/deeg/kneden.html").all("span", class_="c-term")

    assert "../../tools/begrippen.html#gluten" == first.one("a").attributes["href"]
    assert ["gluten", "glutendraden"] == [first.one("a").text, second.one("a").text]
    explanation = "Eiwitten uit tarwe die in nat deeg een veerkrachtig web vormen."
    assert [explanation, explanation] == [found.one(role="tooltip").text for found in (first, second)]
    assert [found.one("a").attributes["aria-describedby"] for found in (first, second)] == [
        found.one(role="tooltip").attributes["id"] for found in (first, second)
    ]


def test_the_list_has_the_order_of_the_alphabet_accents_or_not(built: Callable[..., Built]) -> None:
    assert ["deegkrabber", "épi", "gluten", "zuurdesem"] == built("showcase").page("tools/begrippen.html").texts("dt")


def test_a_term_in_the_list_says_what_else_it_is_called_where_it_comes_from_and_who_uses_it(
    built: Callable[..., Built],
) -> None:
    found = built("showcase").page("tools/begrippen.html").one(id="zuurdesem")

    assert ["Ook wel: desem", "Bronnen: Desem zonder haast", "Te vinden in: Rijzen"] == found.texts(
        class_="c-glossary__more"
    )
    assert ["literatuur.html#berg2020desem", "../modules/deeg/rijzen.html"] == [
        link.attributes["href"] for link in found.all("a")
    ]


def test_the_earlier_id_of_a_term_still_leads_to_it(built: Callable[..., Built]) -> None:
    assert "desem" in built("showcase").page("tools/begrippen.html").one(id="zuurdesem").ids()
