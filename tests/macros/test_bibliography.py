"""The literature list and the citations, in APA as Dutch writes it."""

from collections.abc import Callable

import pytest

from leergang.macros.bibliography import Bibliography

from ..conftest import Built, CourseDir
from ..dom import Element, read_html

ENTRIES = {
    "berg2020beginners": "Berg, A. M. van den. (2020a). <em>Brood voor beginners</em>. De Korenaar.",
    "berg2020desem": "Berg, A. M. van den. (2020b). <em>Desem zonder haast</em>. De Korenaar.",
    "bloem2023tarwe": "<em>Bloem en tarwe</em>. (2023). Molenpers.",
    "dijk2017rijzen": "Dijk, T. (2017). <em>Langzaam rijzen</em> [Proefschrift]. Universiteit van Molendam.",
    "jansen2018gist": "Jansen, P., &amp; Vries, K. de. (2018). Gist en warmte in de thuiskeuken. <em>Tijdschrift voor "
    "Bakkers</em>, <em>12</em>(3), 45-61. "
    '<a href="https://doi.org/10.5555/gist.2018">https://doi.org/10.5555/gist.2018</a>',
    "meel2022": "<em>Meel bewaren in de zomer</em>. (2022, 1 juni). De Broodwijzer. "
    '<a href="https://broodwijzer.example/meel">https://broodwijzer.example/meel</a>',
    "meijer2019oven": "Meijer, O. (2019). De oven van vroeger. In H. Bos &amp; S. Kuiper (Red.), <em>Vijf eeuwen brood</em> "
    "(pp. 101-118). Molenpers.",
    "nationaal2021graan": "Nationaal Graanbureau. (2021). <em>Graan in getallen</em> [Rapport]. Ministerie van Meel.",
    "smit2016steen": "Smit, E. (2016, 9 maart). <em>Bakken op steen</em>. De Broodwijzer. "
    '<a href="https://broodwijzer.example/steen">https://broodwijzer.example/steen</a>',
}
"""In the order of the list."""


def book(**variables: object) -> dict[str, object]:
    return {
        "id": "een",
        "type": "book",
        "title": "Een boek",
        "issued": {"date-parts": [[2020]]},
        "language": "nl-NL",
        **variables,
    }


@pytest.fixture(scope="module")
def listed(built: Callable[..., Built]) -> Element:
    """The page with the list of all sources."""
    return built("showcase").page("tools/literatuur.html").one("article")


@pytest.mark.parametrize("name", ENTRIES)
def test_a_source_of_each_kind_is_written_as_apa_asks(name: str, listed: Element) -> None:
    entry = listed.one("li", id=name).one(class_="c-literature__entry")

    assert read_html(ENTRIES[name]).text == entry.text
    assert read_html(ENTRIES[name]).texts("em") == entry.texts("em")
    assert read_html(ENTRIES[name]).texts("a") == [link.attributes["href"] for link in entry.all("a")]


def test_the_list_has_the_order_of_the_alphabet_with_van_den_berg_under_the_b(listed: Element) -> None:
    assert list(ENTRIES) == [found.attributes["id"] for found in listed.all("li", class_="c-literature__source")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("modules/deeg/kneden.html",
            ["(Van den Berg, 2020a, p. 12)", "(Van den Berg, 2020b)", "(Van den Berg, 2020a, pp. 40-41)"]),
        ("modules/deeg/rijzen.html", ["(Jansen & De Vries, 2018)", "(Dijk, 2017)", "(Meel bewaren in de zomer, 2022)"]),
        ("modules/oven/bakken.html", ["(Smit, 2016)", "(Bloem en tarwe, 2023)"]),
    ],
)  # fmt: skip
def test_a_citation_names_author_year_and_page(page: str, expected: list[str], built: Callable[..., Built]) -> None:
    assert expected == built("showcase").page(page).texts("a", class_="c-citation")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", "(Jansen, 2020)"),
        ("3", "(Jansen, 2020, p. 3)"),
        ("3-5", "(Jansen, 2020, pp. 3-5)"),
        ("3, 7", "(Jansen, 2020, pp. 3, 7)"),
        ("xii", "(Jansen, 2020, p. xii)"),
        ("3;7", "(Jansen, 2020, pp. 3, 7)"),
        ("3/4", "(Jansen, 2020, pp. 3, 4)"),
        ("12 + 15 + 20", "(Jansen, 2020, pp. 12, 15, 20)"),
        ("12a;13", "(Jansen, 2020, pp. 12a, 13)"),
        ("3\u20145", "(Jansen, 2020, pp. 3-5)"),
        ("3\u20135", "(Jansen, 2020, pp. 3-5)"),
        (";", "(Jansen, 2020)"),
        ("3] [@een", "(Jansen, 2020, p. 3, een)"),
        ("<b>3</b>", "(Jansen, 2020, p. b, 3, b)"),
    ],
)
def test_a_page_is_a_page_whatever_is_written(page: str, expected: str) -> None:
    found = Bibliography([book(author=[{"family": "Jansen"}])], [("een", page)], "nl")

    assert expected == read_html(found.citation("een", page)).text


@pytest.mark.parametrize(
    ("language", "entry", "citation"),
    [
        ("nl", "Berg, A. van den. (2020). Een boek.", "(Van den Berg, 2020)"),
        ("en", "van den Berg, A. (2020). Een boek.", "(van den Berg, 2020)"),
    ],
)
def test_dutch_and_english_write_a_name_each_in_its_own_way(language: str, entry: str, citation: str) -> None:
    author = [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"}]
    found = Bibliography([book(author=author)], [("een", "")], language)

    assert entry == read_html(found.entries["een"]).text
    assert citation == read_html(found.citation("een")).text


def test_a_particle_in_the_middle_of_a_citation_has_a_capital_too_but_a_title_keeps_its_own() -> None:
    authors = [{"family": "Bos"}, {"family": "Berg", "given": "A.", "non-dropping-particle": "van den"}]
    titled = book(id="twee", title="Het huis van den Berg")
    found = Bibliography([book(author=authors), titled], [("een", ""), ("twee", "")], "nl")

    assert "(Bos & Van den Berg, 2020)" == read_html(found.citation("een")).text
    assert "(Het huis van den Berg, 2020)" == read_html(found.citation("twee")).text


def test_the_dutch_count_an_edition_and_a_report_in_dutch() -> None:
    second = book(author=[{"family": "Bos"}], edition="2", type="report", number="7", genre="Rapport")

    assert (
        "Bos. (2020). Een boek (Rapport Nr. 7; 2e druk)."
        == read_html(Bibliography([second], [], "nl").entries["een"]).text
    )


def test_three_authors_are_one_and_others() -> None:
    authors = [{"family": name, "given": "A."} for name in ("Bos", "Vos", "Kos")]
    found = Bibliography([book(author=authors)], [("een", "")], "nl")

    assert "(Bos et al., 2020)" == read_html(found.citation("een")).text


def test_a_source_without_a_year_says_so() -> None:
    undated = book(author=[{"family": "Bos"}])
    del undated["issued"]
    found = Bibliography([undated], [("een", "")], "nl")

    assert "(Bos, z.d.)" == read_html(found.citation("een")).text


def test_a_course_without_literature_has_an_empty_list() -> None:
    assert {} == Bibliography([], [], "nl").entries


def test_what_is_known_of_a_source_stands_below_it_and_not_in_it(listed: Element) -> None:
    assert ["Een goed eerste boek."] == listed.one("li", id="berg2020beginners").texts(class_="c-literature__note")
    assert ["Een goed eerste boek."] == listed.texts(class_="c-literature__note")


def test_a_source_leads_to_every_page_that_cites_it(listed: Element) -> None:
    uses = listed.one("li", id="jansen2018gist").one(class_="c-literature__uses")

    assert "Aangehaald in: Rijzen" == uses.text
    assert "../modules/deeg/rijzen.html#cite-jansen2018gist" == uses.one("a").attributes["href"]
    assert [] == listed.one("li", id="meijer2019oven").all(class_="c-literature__uses")


def test_a_chapter_lists_what_it_cites_and_recommends_with_a_way_back_to_each_citation(
    built: Callable[..., Built],
) -> None:
    (chapter,) = built("showcase").page("modules/deeg/kneden.html").all(class_="c-literature")

    assert ["Berg", "Berg", "Meijer"] == [entry.split(",")[0] for entry in chapter.texts(class_="c-literature__entry")]
    assert ["#cite-berg2020beginners", "#cite-berg2020beginners~2", "#cite-berg2020desem"] == [
        link.attributes["href"] for link in chapter.all("a")
    ]


def test_the_list_of_a_chapter_can_stand_on_another_page(built: Callable[..., Built]) -> None:
    found = built("showcase").page("modules/deeg/index.html").one(class_="c-literature")

    assert 3 == len(found.all("li"))
    assert "kneden.html#cite-berg2020beginners" == found.all("a")[0].attributes["href"]


def test_what_only_trainers_cite_is_not_in_the_list_of_a_participant(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.edit(
        "docs/modules/deeg/kneden.md",
        "- Vijf minuten.",
        '- Vijf minuten {{ cite("berg2020desem") }} {{ cite("smit2016steen") }}.',
    )
    page = build(showcase_dir).page("modules/deeg/kneden.html")

    anchors = [link.attributes["href"] for link in page.one(class_="c-literature").all("a")]
    assert ["#cite-berg2020beginners", "#cite-berg2020beginners~2", "#cite-berg2020desem"] == anchors
    assert "Smit" not in page.one("article").text
