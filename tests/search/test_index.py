"""The index: what is found where, and how it is written down."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leergang.search import Document, Section, load_analyser, render_index
from leergang.search.index import BASE, DIGITS, LEVELS, encoded, front_coded

from ..conftest import Built, Check, CourseDir
from ..index_file import read_index, read_sections


def decoded(signs: str) -> list[int]:
    found, number, power = [], 0, 1
    for sign in signs:
        value = DIGITS.index(sign)
        number, power = number + value % BASE * power, power * BASE
        if value < BASE:
            found.append(number)
            number, power = 0, 1
    return found


def uncoded(text: str) -> list[str]:
    words = [""]
    for part in text.split(" "):
        words.append(words[-1][: DIGITS.index(part[0])] + part[1:])
    return words[1:]


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_are_read_back_as_they_were(numbers: list[int]) -> None:
    assert numbers == decoded("".join(map(encoded, numbers)))


@given(st.lists(st.text("abcé", min_size=1), min_size=1).map(lambda words: sorted(set(words))))
def test_words_are_read_back_as_they_were(words: list[str]) -> None:
    assert words == uncoded(front_coded(words))


def index_of(*texts: str, synonyms: tuple[tuple[str, ...], ...] = ()) -> dict[str, object]:
    documents = [Document("page", f"{number}.html", "", [Section("", "", text)]) for number, text in enumerate(texts)]
    text = render_index(documents, synonyms, load_analyser("nl"), {})
    return dict(json.loads(text.partition(" = ")[2].removesuffix(";\n")))


def test_stop_words_are_not_in_it() -> None:
    assert ["brood"] == uncoded(str(index_of("Het brood van de")["stems"]))


def test_a_compound_names_its_parts() -> None:
    index = index_of("brood van rogge", "roggebroden")
    stems = uncoded(str(index["stems"]))

    assert ["brood", "rog", "roggebrod"] == stems
    assert [2, 0, 1] == decoded(str(index["compounds"]))


def test_other_names_are_groups_of_different_stems() -> None:
    groups = (("oven", "ovens", "het fornuis"), ("brood", "broden"))

    assert [["fornui", "oven"]] == [sorted(group) for group in index_of("x", synonyms=groups)["synonyms"]]  # type: ignore[attr-defined]


def test_a_text_never_ends_the_script() -> None:
    text = render_index([Document("page", "a.html", "</script>", [])], (), load_analyser("nl"), {})

    assert "</script" not in text


@pytest.mark.parametrize(
    ("place", "kind", "title"),
    [
        ("modules/deeg/kneden.html", "chapter", "Kneden"),
        ("tools/werkbladen/deegplan.html", "worksheet", "Deegplan"),
        ("tools/begrippen.html#gluten", "term", "gluten"),
        ("tools/literatuur.html#berg2020desem", "source", None),
        ("programma.html", "page", "Programma"),
    ],
)
def test_everything_has_its_kind_and_title(
    place: str, kind: str, title: str | None, built: Callable[..., Built]
) -> None:
    found = read_sections(built("showcase").path)[place]

    assert kind == found.kind
    assert title in (None, found.title)


def test_other_names_of_a_term_stand_with_it(built: Callable[..., Built]) -> None:
    assert "deegsteker, schraper" == read_sections(built("showcase").path)["tools/begrippen.html#deegkrabber"].names


def test_the_names_of_terms_and_the_words_of_trainers_are_synonyms(built: Callable[..., Built]) -> None:
    synonyms = [set(group) for group in read_index(built("showcase").path)["synonyms"]]

    assert {"oven", "fornui"} in synonyms
    assert any({"deegkrabber", "schraper"} <= group for group in synonyms)


def test_every_address_leads_to_a_place_that_is_there(built: Callable[..., Built]) -> None:
    site = built("showcase")
    for place in read_sections(site.path):
        page, _, anchor = place.partition("#")
        assert not anchor or anchor in site.page(page).ids(), place


def test_the_parts_of_a_day_are_words_apart(built: Callable[..., Built]) -> None:
    text = " ".join(one.text for one in read_sections(built("showcase").path).values())

    assert "BakkenJe" not in text


def test_moments_are_found_in_a_list_of_all_until_each_is_told_by_itself(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    names = ("vooraf", "les-1", "les-2", "later")
    assert {f"programma.html#{name}" for name in names} <= read_sections(build(showcase_dir).path).keys()

    calls = "\n\n".join(f'{{{{ programme(moment="{name}") }}}}' for name in names)
    showcase_dir.edit("docs/bakdag.md", '{{ programme(moment="les-2") }}', calls)
    found = read_sections(build(showcase_dir).path).keys()
    assert {f"bakdag.html#{name}" for name in names} <= found
    assert not [place for place in found if place.startswith("programma.html#")]


def test_a_page_may_stay_out(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit("docs/bakdag.md", "---\n\n", "search:\n  exclude: true\n---\n\n")

    assert not [place for place in read_sections(build(showcase_dir).path) if place.startswith("bakdag")]


def test_an_english_course_is_read_by_english_rules(built: Callable[..., Built]) -> None:
    index = read_index(built("minimal").path)

    assert "Search" == index["words"]["open"]
    assert "child" == index["language"]["irregular"]["children"]


def test_what_counts_for_less_says_less() -> None:
    def level(boost: float) -> int:
        document = Document("page", "a.html", "Brood", [Section("", "", "brood")], boost)
        text = render_index([document], (), load_analyser("nl"), {})
        return decoded(json.loads(text.partition(" = ")[2].removesuffix(";\n"))["postings"])[0] % LEVELS

    assert 0 < level(0.3) < level(1)


def test_an_author_says_what_counts_for_less(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit("docs/bakdag.md", "---\n\n", "search:\n  boost: 0.3\n  exclude: false\n---\n\n")
    changed = read_index(build(showcase_dir).path)
    showcase_dir.edit("docs/bakdag.md", "boost: 0.3", "boost: 1")
    usual = read_index(build(showcase_dir).path)

    assert usual["stems"] == changed["stems"]
    assert usual["postings"] != changed["postings"]


def test_how_much_a_page_counts_is_a_number(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("docs/bakdag.md", "---\n\n", "search:\n  boost: veel\n---\n\n")

    assert [
        "docs/bakdag.md:4:10: fout[verkeerd-type] hier hoort een getal, met een punt voor wat achter de komma komt"
    ] == check(showcase_dir)
