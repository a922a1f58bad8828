"""Drawings in a page: part of it, with words for who can't see them, and nowhere else in the site."""

from collections.abc import Callable

import pytest

from ..conftest import Built, CourseDir
from ..dom import Element
from ..index_file import read_sections

RIJZEN = "docs/modules/deeg/rijzen.md"
DRAWING = "docs/beeld/rijstijd.svg"
DESCRIPTION = (
    "Twee balken naast elkaar. De balk van warm deeg is kort: een uur. De balk van koud deeg is lang: een nacht."
)


@pytest.fixture(scope="module")
def chapter(built: Callable[..., Built]) -> Element:
    """A chapter with a drawing."""
    return built("showcase").page("modules/deeg/rijzen.html").one("article")


@pytest.fixture(scope="module")
def twice(build_in: Callable[..., Built]) -> Built:
    """A site with the same drawing twice on a page, once more on another, and one that only trainers see."""

    def change(course: CourseDir) -> None:
        course.add(RIJZEN, '\n{{ diagram(id="rijstijd") }}\n')
        course.add("docs/index.md", '\n## Tekening\n\n{{ diagram("rijstijd") }}\n\n### Daarna\n\nVerder.\n')
        course.write("docs/beeld/geheim.svg", course.read(DRAWING).replace("Warm deeg", "Geheim deeg"))
        course.add("docs/index.md", '\n{% call trainer() %}\n{{ diagram("geheim") }}\n{% endcall %}\n')

    return build_in("showcase", change)


def test_a_drawing_is_a_picture_with_a_name_and_a_description(chapter: Element) -> None:
    svg = chapter.one(class_="c-diagram").one("svg")

    assert ("img", "0 0 240 120") == (svg.attributes["role"], svg.attributes["viewbox"])
    assert "http://www.w3.org/2000/svg" == svg.attributes["xmlns"]
    assert [svg.one("title").attributes["id"], svg.one("desc").attributes["id"]] == [
        svg.attributes["aria-labelledby"],
        svg.attributes["aria-describedby"],
    ]
    assert ("Warm deeg rijst sneller", DESCRIPTION) == (svg.one("title").text, svg.one("desc").text)


def test_its_title_is_the_caption_below_it(chapter: Element) -> None:
    figure = chapter.one(class_="c-diagram")

    assert ("figure", "Warm deeg rijst sneller") == (figure.tag, figure.one("figcaption").text)
    assert ["svg", "figcaption"] == [child.tag for child in figure.children if isinstance(child, Element)]


def test_its_shapes_and_words_are_those_of_the_file(chapter: Element) -> None:
    svg = chapter.one(class_="c-diagram").one("svg")

    assert ["d-box d-box--mark", "d-box"] == [rect.attributes["class"] for rect in svg.all("rect")]
    assert ["warm & kort", "koud"] == svg.texts("text")
    assert ["start", "start"] == [group.attributes["text-anchor"] for group in svg.all("g")]
    assert [] == [element for element in svg.walk() if {"style", "fill", "onload", "href"} & element.attributes.keys()]


def test_the_same_drawing_twice_has_ids_of_its_own_each_time(twice: Built) -> None:
    page = twice.page("modules/deeg/rijzen.html")
    named = [
        (svg.attributes["aria-labelledby"], svg.attributes["aria-describedby"], svg.one("title").attributes["id"])
        for svg in page.all("svg", role="img")
    ]

    assert [
        ("diagram--rijstijd--title", "diagram--rijstijd--text", "diagram--rijstijd--title"),
        ("diagram--rijstijd~2--title", "diagram--rijstijd~2--text", "diagram--rijstijd~2--title"),
    ] == named
    assert len(page.ids()) == len(set(page.ids()))


def test_on_another_page_it_is_the_first_again(twice: Built) -> None:
    assert "diagram--rijstijd--title" in twice.page("index.html").ids()


def test_its_file_is_no_part_of_the_site(twice: Built) -> None:
    assert ["brood.svg", "omslag.png"] == sorted(path.name for path in (twice.path / "beeld").iterdir())


def test_what_only_trainers_see_is_nowhere_for_a_participant(twice: Built) -> None:
    assert [] == [path for path in twice.path.rglob("*") if path.is_file() and b"Geheim" in path.read_bytes()]


def sections(site: Built) -> dict[str, str]:
    """What search knows of each section, by its address."""
    return {place: one.text for place, one in read_sections(site.path).items()}


def test_search_finds_its_words_in_the_section_where_it_stands_and_no_sections_more(
    twice: Built, built: Callable[..., Built]
) -> None:
    found = sections(twice)

    assert set(sections(built("showcase"))) | {"index.html#tekening", "index.html#daarna"} == set(found)
    assert "Warm deeg rijst sneller" in found["index.html#tekening"]
    assert "Verder." == found["index.html#daarna"]
    assert [] == [location for location, text in found.items() if "d-box" in text or "<svg" in text]


def test_words_of_a_drawing_are_words(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    words = '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; {{ goals() }} *ster* "q"'
    for old in ("Warm deeg rijst sneller", "Twee balken naast elkaar.", "warm &amp; kort"):
        showcase_dir.edit(DRAWING, old, words)
    figure = build(showcase_dir).page("modules/deeg/rijzen.html").one(class_="c-diagram")
    shown = '<script>alert(1)</script> &amp; {{ goals() }} *ster* "q"'

    assert [] == figure.all("script")
    assert [shown, shown] == [figure.one("title").text, figure.one("figcaption").text]
    assert figure.one("desc").text.startswith(shown)
    assert shown == figure.texts("text")[0]


def test_a_drawing_stands_in_tabs_and_callouts_too(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit(
        RIJZEN,
        '{{ diagram("rijstijd") }}',
        '/// admonition | Kijk\n{{ diagram("rijstijd") }}\n///\n\n## Daarna\n\nKlaar.',
    )
    page = build(showcase_dir).page("modules/deeg/rijzen.html").one("article")

    assert ["Kijk"] == page.one(class_="admonition").texts("p", class_="admonition-title")
    assert 1 == len(page.one(class_="admonition").all("svg", role="img"))
    assert 2 == len(page.all("rect"))
    assert "Daarna" in [text.rstrip("¶") for text in page.texts("h2")]
