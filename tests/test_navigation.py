"""What the engine gets of a course beside its pages: the navigation, and addresses of earlier."""

from collections.abc import Callable

import pytest

from leergang.site import load_site

from .conftest import Built, CourseDir

NAV = [
    {"Start": ["index.md", "programma.md", "bakdag.md", "doelen.md"]},
    {"Deeg": ["modules/deeg/index.md", "modules/deeg/kneden.md", "modules/deeg/rijzen.md"]},
    {"Oven": ["modules/oven/index.md", "modules/oven/bakken.md"]},
    {
        "Gereedschap": [
            "tools/index.md",
            "werkboek.md",
            {"Werkbladen": [f"tools/werkbladen/{name}.md" for name in ("deegplan", "bakdagboek", "bakschema")]},
            "tools/reflectievragen.md",
            "tools/begrippen.md",
            "tools/literatuur.md",
        ]
    },
    {"Over": ["over/meldingen.md", "over/opdrachten.md", "over/velden.md"]},
]


def test_modules_and_worksheets_take_the_place_of_their_signs(showcase_dir: CourseDir) -> None:
    written = [
        {"Start": ["index.md", "programma.md", "bakdag.md", "doelen.md"]},
        "modules/*",
        {
            "Gereedschap": [
                "tools/index.md",
                "werkboek.md",
                {"Werkbladen": ["tools/werkbladen/*"]},
                *NAV[3]["Gereedschap"][3:],
            ]
        },
        NAV[-1],
    ]

    assert NAV == load_site(showcase_dir.path / "mkdocs.yml").navigation(written)


def test_a_course_may_leave_its_navigation_to_the_engine(showcase_dir: CourseDir) -> None:
    assert load_site(showcase_dir.path / "mkdocs.yml").navigation(None) is None


def test_the_next_page_follows_the_order_of_the_course(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit("mkdocs.yml", "  font: false\n", "  font: false\n  features: [navigation.footer]\n")
    showcase_dir.edit("docs/modules/deeg/kneden.md", "title: Kneden", "title: Foto's & <kneden>")
    page = build(showcase_dir).page("modules/deeg/rijzen.html")
    links = [page.one("a", class_=f"md-footer__link--{where}").attributes for where in ("prev", "next")]

    assert ["kneden.html", "../oven/index.html"] == [link["href"] for link in links]
    assert "Vorige: Foto's & <kneden>" == links[0]["aria-label"]


@pytest.mark.parametrize(
    ("old", "target"),
    [("modules/deeg/mengen.html", "kneden.html"), ("tools/werkbladen/deeglijst.html", "deegplan.html")],
)
def test_an_address_of_earlier_leads_to_the_page(old: str, target: str, built: Callable[..., Built]) -> None:
    page = built("showcase").page(old)

    assert f"0; url={target}" == page.one("meta", http_equiv="refresh").attributes["content"]
    assert [target] == [link.attributes["href"] for link in page.all("a")]
    assert "Deze pagina is verplaatst. Ga naar de nieuwe pagina" == page.one("body").text


def test_an_address_of_earlier_in_another_folder_leads_to_the_page(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.edit("docs/modules/oven/bakken.md", "minutes: 1", "minutes: 1\nformerly:\n- vuur/braden")

    assert "../oven/bakken.html" == build(showcase_dir).page("modules/vuur/braden.html").one("a").attributes["href"]


def test_an_address_of_earlier_of_any_page_leads_to_it(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit("docs/programma.md", "title: Programma", "title: Programma\nformerly:\n- rooster")

    assert "programma.html" == build(showcase_dir).page("rooster.html").one("a").attributes["href"]


def test_files_that_only_feed_the_model_are_not_published(built: Callable[..., Built]) -> None:
    published = {path.name for path in built("showcase").path.rglob("*")}

    assert set() == published & {
        "cursus.yml",
        "reflectievragen.yml",
        "begrippen.yml",
        "literatuur.json",
        "zoekwoorden.yml",
        "woordenlijst.txt",
        "rijstijd.svg",
    }
    assert "brood.svg" in published


@pytest.mark.parametrize(
    ("page", "chapter"),
    [("modules/oven/bakken.html", ["oven/bakken"]), ("modules/oven/index.html", []), ("index.html", [])],
)
def test_every_page_names_its_course_and_a_chapter_itself(
    page: str, chapter: list[str], built: Callable[..., Built]
) -> None:
    found = built("showcase").page(page)

    assert "brood-bakken" == found.one("meta", name="leergang:course").attributes["content"]
    assert chapter == [meta.attributes["content"] for meta in found.all("meta", name="leergang:chapter")]
