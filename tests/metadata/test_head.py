"""The head of a page: its title, its description, and what a message that leads to it shows."""

import struct
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import Built, CourseDir
from ..projects import ROOT
from .conftest import ADDRESS, HOSTILE, file_at, links, metas

KNEDEN, RIJZEN = "modules/deeg/kneden.html", "modules/deeg/rijzen.html"


def course_pages(site: Built) -> list[str]:
    """Every page but those that lead on from an old address."""
    return [name for name, page in site.pages().items() if not page.all("meta", http_equiv="refresh")]


def test_a_title_names_the_page_and_its_course(without: Built) -> None:
    assert ["Kneden - Brood bakken"] == without.page(KNEDEN).one("head").texts("title")


def test_the_title_of_home_is_that_of_the_course(without: Built) -> None:
    assert ["Brood bakken"] == without.page("index.html").one("head").texts("title")


def test_the_page_for_an_address_that_does_not_exist_says_so_and_asks_not_to_be_found(without: Built) -> None:
    page = without.page("404.html")

    assert ["Deze pagina is er niet - Brood bakken"] == page.one("head").texts("title")
    assert ["viewport", "color-scheme", "robots", "leergang:course"] == [name for name, _ in metas(page)]


def test_a_title_of_signs_is_text_everywhere(hosted: Built) -> None:
    page = hosted.page(RIJZEN)

    assert [f"{HOSTILE} - Brood bakken"] == page.one("head").texts("title")
    assert HOSTILE == dict(metas(page))["og:title"]
    assert "<b>" not in (hosted.path / RIJZEN).read_text(encoding="utf-8").split("</head>")[0]


@pytest.mark.parametrize("name", ["without", "hosted", "real"])
def test_no_two_pages_have_the_same_title_or_description(name: str, request: pytest.FixtureRequest) -> None:
    site: Built = request.getfixturevalue(name)
    pages = [site.page(page) for page in course_pages(site)]
    titles = Counter(title for page in pages for title in page.one("head").texts("title"))
    descriptions = Counter(said for page in pages for key, said in metas(page) if key == "description")

    assert len(pages) == len(titles)
    assert len(pages) == len(descriptions)


@pytest.mark.parametrize("name", ["without", "hosted", "real"])
def test_nothing_is_empty_or_said_twice(name: str, request: pytest.FixtureRequest) -> None:
    site: Built = request.getfixturevalue(name)
    for uri in course_pages(site):
        said = metas(site.page(uri))
        assert all(content.strip() for _, content in said), uri
        assert {1} == set(Counter(key for key, _ in said).values()), uri
        assert "generator" not in dict(said), uri
        for rel in ("canonical", "icon"):
            assert 1 >= len(links(site.page(uri), rel)), uri


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (KNEDEN, "Waarom je kneedt, en hoe je voelt dat het genoeg is."),
        (RIJZEN, "Warm deeg rijst sneller."),
        ("tools/werkbladen/deegplan.html", "Bedenken welk deeg je maakt, en wanneer."),
        ("modules/deeg/index.html", "Deeg: Kneden, Rijzen."),
        ("index.html", "Een korte cursus voor wie zelf brood wil leren bakken."),
        ("doelen.html", "Doelen: een pagina van Brood bakken."),
    ],
    ids=["its own", "a chapter's", "a worksheet's", "a module's", "the course's", "any page's"],
)
def test_a_page_is_described_by_its_author_or_by_what_is_known_of_it(
    name: str, description: str, without: Built
) -> None:
    said = dict(metas(without.page(name)))

    assert (description, description) == (said["description"], said["og:description"])


def test_a_message_shows_what_the_page_is_part_of(without: Built) -> None:
    chapter, home = (dict(metas(without.page(name))) for name in (KNEDEN, "index.html"))

    assert ("Kneden", "article", "Brood bakken", "nl_NL") == tuple(
        chapter[f"og:{key}"] for key in ("title", "type", "site_name", "locale")
    )
    assert ("Brood bakken", "website") == (home["og:title"], home["og:type"])


def test_without_an_address_nothing_asks_for_a_whole_one(without: Built) -> None:
    for name in course_pages(without):
        page, said = without.page(name), dict(metas(without.page(name)))
        assert [] == links(page, "canonical"), name
        assert set() == {"og:url", "og:image", "og:image:alt"} & set(said), name
        assert "summary" == said["twitter:card"], name


def test_with_an_address_each_page_names_its_own(hosted: Built) -> None:
    for name in course_pages(hosted):
        assert [f"{ADDRESS}{name}"] == links(hosted.page(name), "canonical"), name
        assert f"{ADDRESS}{name}" == dict(metas(hosted.page(name)))["og:url"], name


def test_a_message_shows_the_picture_of_the_course(hosted: Built) -> None:
    said = dict(metas(hosted.page(KNEDEN)))

    assert file_at(hosted, said["og:image"]).is_file()
    assert 'Een rond "brood" & een kruis' == said["og:image:alt"]
    assert "summary_large_image" == said["twitter:card"]


def test_the_picture_of_the_real_course_has_the_shape_that_messages_show_and_is_light(real: Built) -> None:
    path = file_at(real, dict(metas(real.page("index.html")))["og:image"])
    data = path.read_bytes()

    assert (1200, 630) == struct.unpack(">II", data[16:24])
    assert 60 * 1024 >= len(data)
    assert [path] == [found for found in path.parent.rglob("*omslag*") if found.is_file()], "its source stays at home"


def test_another_language_has_its_own_words_and_place(built: Callable[..., Built]) -> None:
    page = built("minimal").page("index.html")
    said = dict(metas(page))

    assert ["A good cup of tea"] == page.one("head").texts("title")
    assert ("A good cup of tea: Brewing.", "en_GB") == (said["description"], said["og:locale"])


def test_a_language_that_there_are_no_words_in_gets_no_wrong_place(
    course_dir: CourseDir, build: Callable[..., Built]
) -> None:
    course_dir.edit("mkdocs.yml", "language: en", "language: de")

    assert "og:locale" not in dict(metas(build(course_dir).page("index.html")))


def test_what_only_trainers_see_is_not_in_what_others_find(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    note = "Alleen de trainer weet dit."
    showcase_dir.write(
        "docs/doelen.md", f"---\ntitle: Leerdoelen\n---\n\n{{% call trainer() %}}\n{note}\n{{% endcall %}}\n"
    )
    heads = [path.read_text(encoding="utf-8").split("</head>")[0] for path in _html(build(showcase_dir))]

    assert not any("weet dit" in head for head in heads)


def _html(site: Built) -> list[Path]:
    return sorted(site.path.rglob("*.html"))


def test_the_source_of_the_picture_is_beside_it() -> None:
    assert (ROOT / "docs/beeld/.omslag.html").is_file()
