"""What search gets of a page: its words and those of its components, each where a reader should find it."""

from collections.abc import Callable

import pytest

from ..conftest import Built
from ..index_file import read_sections


@pytest.fixture(scope="module")
def index(built: Callable[..., Built]) -> dict[str, str]:
    """All words of each section by its address."""
    found = read_sections(built("showcase").path).items()
    return {place: " ".join([one.title, one.heading, one.names, one.text]) for place, one in found}


def places(index: dict[str, str], words: str) -> list[str]:
    return sorted({location.partition("#")[0] for location, text in index.items() if words in text})


def test_no_sign_of_how_a_page_is_made_is_in_it(index: dict[str, str]) -> None:
    assert [] == [sign for text in index.values() for sign in text if "\ue000" <= sign <= "\uf8ff"]


def test_terms_and_citations_are_words_of_their_sentence(index: dict[str, str]) -> None:
    assert "ontstaan gluten (Van den Berg, 2020a, p. 12)." in index["modules/deeg/kneden.html#wat-kneden-doet"]


def test_a_worksheet_is_found_on_its_own_page_only(index: dict[str, str]) -> None:
    assert ["tools/werkbladen/deegplan.html"] == places(index, "Hoeveel gram bloem?")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Wanneer vond je wachten moeilijk", "tools/reflectievragen.html"),
        ("Een stokbrood in de vorm van een korenaar.", "tools/begrippen.html"),
        ("Gist en warmte in de thuiskeuken", "tools/literatuur.html"),
        ("Warm deeg rijst sneller.", "modules/deeg/rijzen.html"),
        ("zonder recept een brood bakken", "doelen.html"),
        ("Je maakt je eerste deeg.", "programma.html"),
    ],
)
def test_what_stands_in_data_is_found_where_it_is_shown(words: str, page: str, index: dict[str, str]) -> None:
    assert page in places(index, words)


def test_the_explanation_of_a_term_is_found_in_the_glossary_only(index: dict[str, str]) -> None:
    assert ["tools/begrippen.html"] == places(index, "Een stokbrood in de vorm van een korenaar.")
