"""The showcase has every part that a course can have; the smallest course has none that it doesn't need."""

import re
from collections.abc import Callable

import pytest

from leergang.model.course import Course
from leergang.model.fields import FIELD_KINDS
from leergang.pages.language import MACROS
from leergang.strings import load_strings

from .conftest import Built, CourseDir
from .dom import Element
from .projects import ROOT

COMPONENTS = ROOT / "overrides" / "components"
CLASSES = re.compile(r'class="([^"]*)"')
MADE = re.compile(r"\S*\{[{%].*?[}%]\}\S*")


def templates() -> list[str]:
    return sorted(path.relative_to(COMPONENTS).as_posix() for path in COMPONENTS.rglob("*.html"))


def classes(template: str) -> set[str]:
    """Every class of a component that stands written in it; what Jinja puts together is left out."""
    text = (COMPONENTS / template).read_text(encoding="utf-8")
    return {name for found in CLASSES.findall(text) for name in MADE.sub("", found).split()}


@pytest.fixture(scope="module")
def shown(built: Callable[..., Built], built_school: Built) -> set[str]:
    """Every class on a page of the showcase, in either edition and in that of a school."""
    sites = [built("showcase"), built("showcase", "trainer"), built_school]
    pages = [page for site in sites for page in site.pages().values()]
    return {name for page in pages for element in page.walk() for name in element.attributes.get("class", "").split()}


NO_COMPONENTS = ("redirect.html", "head.html", "readme.html")
"""A page of its own, a part of every page's head, and a page beside the site."""


@pytest.mark.parametrize("template", [name for name in templates() if name not in NO_COMPONENTS])
def test_every_part_of_a_component_is_on_a_page(template: str, shown: set[str]) -> None:
    assert set() == classes(template) - shown
    assert classes(template), "there is something to look for"


def test_every_kind_of_field_has_a_template_and_is_on_a_page(shown: set[str]) -> None:
    assert sorted(f"fields/{kind}.html" for kind in FIELD_KINDS) == [
        name for name in templates() if name.startswith("fields/")
    ]
    assert {f"c-field--{kind}" for kind in FIELD_KINDS} <= shown


def test_every_kind_of_column_has_a_template() -> None:
    assert sorted(f"cells/{kind}.html" for kind in FIELD_KINDS if kind != "table") == [
        name for name in templates() if name.startswith("cells/")
    ]


def calls(course: Course) -> set[tuple[str, str]]:
    """Every macro that the pages of a course call, once for itself and once for each argument."""
    found = [call for page in course.pages.values() for call in page.calls]
    return {(call.name, "") for call in found} | {(call.name, key) for call in found for key in call.arguments}


def test_every_macro_is_called_with_each_of_its_arguments(showcase_dir: CourseDir) -> None:
    known = {(name, key) for name, macro in MACROS.items() for key in ("", *macro.arguments)}

    assert known == calls(showcase_dir.load())


ENGLISH = {
    "modules/brewing/leaves.html": [
        "What you learn here",
        "Read first:",
        "Key points",
        "Worksheet · At home · 10 minutes · alone",
    ],
    "modules/brewing/water.html": ["Brewing · At home · 5 minutes", "how to brew a pot of tea"],
    "tools/werkbladen/tasting.html": ["Purpose", "When", "With whom", "Fill in", "What does it taste like?"],
}


@pytest.mark.parametrize("name", ENGLISH)
def test_an_english_course_speaks_english(name: str, built: Callable[..., Built]) -> None:
    text = built("minimal").page(name).one("article").text

    assert [] == [words for words in ENGLISH[name] if words not in text]


def dutch_words() -> set[str]:
    """What the generator says to a reader in Dutch, and not in English."""
    nl, en = load_strings("nl"), load_strings("en")
    spoken = [
        key
        for key in sorted(nl.keys())
        if key.split(".")[0] not in ("rules", "diagnostics", "types", "macros", "build")
    ]
    return {nl(key) for key in spoken if nl(key) != en(key) and "{" not in nl(key)}


def says(page: Element, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", page.text) is not None


def test_an_english_course_says_nothing_in_dutch(built: Callable[..., Built]) -> None:
    pages = built("minimal").pages()

    assert [] == [(name, words) for name, page in pages.items() for words in dutch_words() if says(page, words)]
    assert {"en"} == {page.one("html").attributes["lang"] for page in pages.values()}
    assert any(says(built("showcase").page("modules/deeg/kneden.html"), words) for words in dutch_words())


def test_a_course_without_literature_glossary_and_prompts_has_no_trace_of_them(built: Callable[..., Built]) -> None:
    site = built("minimal")

    assert {"index.html", "modules/brewing/index.html", *ENGLISH} == set(site.pages())
    assert [] == [page for page in site.pages().values() if page.all(id="bronnen") or page.all("course-reflection")]


def test_every_page_of_the_showcase_is_in_its_navigation(built: Callable[..., Built], showcase_dir: CourseDir) -> None:
    (nav, *_) = built("showcase", "trainer").page("index.html").all("nav", class_="md-nav--primary")
    linked = {link.attributes["href"].partition("#")[0] for link in nav.all("a")}

    assert {page.html for page in showcase_dir.load().pages.values()} <= linked | {"index.html"}
