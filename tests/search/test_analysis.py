"""Words as search compares them."""

import pytest

from leergang.search import Analyser, load_analyser

from .table import words


@pytest.fixture(scope="module")
def dutch() -> Analyser:
    return load_analyser("nl")


@pytest.mark.parametrize(("language", "stem", "form"), words())
def test_every_form_of_a_word_has_its_stem(language: str, stem: str, form: str) -> None:
    analyser = load_analyser(language)

    assert [stem] == [analyser.stem(word) for word in analyser.words(form)]


def test_words_that_only_look_alike_stay_apart(dutch: Analyser) -> None:
    pairs = [("taak", "tak"), ("les", "lees"), ("taal", "talent"), ("man", "maan"), ("bom", "boom"), ("leer", "leider")]

    assert [] == [pair for pair in pairs if dutch.stem(pair[0]) == dutch.stem(pair[1])]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_stem_of_a_stem_is_always_found(language: str) -> None:
    """Reading goes on until no rule fits, so that what is read has no end by which its forms could part."""
    analyser = load_analyser(language)

    assert [] == [word for known, stem, word in words() if known == language and len(analyser.stem(stem)) > len(stem)]


def test_a_language_without_rules_is_only_folded() -> None:
    analyser = load_analyser("fr")

    assert ["l", "ete"] == analyser.words("L'été")[-2:] or ["lete"] == analyser.words("L'été")
    assert ["ecoles"] == analyser.stems("écoles")


def test_stop_words_say_nothing(dutch: Analyser) -> None:
    assert ["brood"] == dutch.stems("Wat is het brood van de")


def test_a_compound_is_made_of_words_that_are_known(dutch: Analyser) -> None:
    known = {"rogge": 3, "brood": 9, "bakkers": 1, "bakker": 2, "deeg": 1, "een": 50}

    stems = {dutch.stem(word) for word in known}

    assert ("rog", "brood") == dutch.split("roggebrood", known, stems)
    assert ("bakker", "brood") == dutch.split("bakkersbroden", known, stems)
    assert () == dutch.split("krentenbrood", known, stems)
    assert () == dutch.split("brood", known, stems)
