"""A macro gives the same wherever a page may place it, and a page shows what its author wrote around it."""

from collections.abc import Callable

import pytest

from ..conftest import Built, CourseDir
from ..dom import Element

PLACES = """---
title: Programma
---

{{ term("epi") }}

{{ cite("meel2022") }}

| Woord | Bron |
|---|---|
| {{ term("epi") }} | {{ cite("meel2022") }} |

- {{ term("epi") }}
- **{{ term("epi") }}**

> {{ term("epi") }}

/// admonition | Let op {{ term("epi") }}
{{ term("epi") }}
///

Van een {{ term("epi", text="brood
als een korenaar") }} naar {{
  cite("meel2022", page="3")
}}.

{{ term("epi") }}{{ term("epi") }}, {{ term("epi", text="<i>*één*</i>") }}
"""


@pytest.fixture(scope="module")
def placed(build_in: Callable[..., Built]) -> Element:
    """A page that places terms and citations everywhere."""

    def change(course: CourseDir) -> None:
        course.write("docs/programma.md", PLACES)

    return build_in("showcase", change).page("programma.html")


def test_no_sign_of_how_it_is_made_is_left(placed: Element) -> None:
    assert [] == [sign for sign in placed.text if "\ue000" <= sign <= "\uf8ff"]
    assert "{{" not in placed.text


def test_a_term_or_citation_alone_is_a_paragraph(placed: Element) -> None:
    first, second, *_ = placed.one("article").all("p")

    assert ["épi"] == first.texts("a", class_="c-term__word")
    assert "(Meel bewaren in de zomer, 2022)" == second.text


def test_a_term_in_a_table_a_list_a_quote_and_a_callout_is_a_term(placed: Element) -> None:
    article = placed.one("article")

    assert [["épi"], []] == [cell.texts("a", class_="c-term__word") for cell in article.all("td")]
    assert [["épi"], ["épi"]] == [item.texts("a", class_="c-term__word") for item in article.all("ul")[0].all("li")]
    assert ["épi"] == article.one("blockquote").texts("a", class_="c-term__word")
    assert ["épi", "épi"] == article.one("div", class_="admonition").texts("a", class_="c-term__word")


@pytest.mark.parametrize(
    "words",
    [
        '## Over {{ term("gluten") }}',
        '![Een {{ term("epi") }} op tafel](beeld/brood.svg)',
        '[een {{ term("epi") }}](index.md)',
    ],
    ids=["heading", "picture", "link"],
)
def test_words_that_lead_or_name_hold_no_macro(
    words: str, showcase_dir: CourseDir, check: Callable[[CourseDir], list[str]]
) -> None:
    showcase_dir.write("docs/programma.md", f"---\ntitle: Programma\n---\n\n{words}\n")

    assert [
        "docs/programma.md:5:1: fout[macro-in-kop-of-link] in een kop, of in de tekst van een link of beeld, kan geen macro "
        "staan; schrijf de woorden zelf"
    ] == check(showcase_dir)


def test_a_call_over_two_lines_keeps_the_words_apart(placed: Element) -> None:
    assert "brood als een korenaar" in placed.texts("a", class_="c-term__word")
    assert "(Meel bewaren in de zomer, 2022, p. 3)" in placed.texts("a", class_="c-citation")


def test_a_text_for_a_term_is_text(placed: Element) -> None:
    assert "<i>*één*</i>" in placed.texts("a", class_="c-term__word")


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("docs/index.md", "No"),
        ("docs/modules/brewing/index.md", "12:30"),
        ("docs/modules/brewing/water.md", "2026-01-01"),
        ("docs/modules/brewing/leaves.md", "Tea for <b>two</b> & {{ goals() }}"),
        ("docs/tools/werkbladen/tasting.md", "*Taste* and _test_"),
    ],
)
def test_a_title_is_what_its_author_wrote(file: str, title: str, titled: Built) -> None:
    page = titled.page(f"{file.removeprefix('docs/').removesuffix('.md')}.html")

    assert [title] == page.one("article").texts("h1")
    assert page.one("title").text.startswith(title)


@pytest.fixture(scope="module")
def titled(build_in: Callable[..., Built]) -> Built:
    """A site whose titles look like something else."""

    def change(course: CourseDir) -> None:
        for file, new in (
            ("docs/index.md", "No"),
            ("docs/modules/brewing/index.md", "12:30"),
            ("docs/modules/brewing/water.md", "2026-01-01"),
            ("docs/modules/brewing/leaves.md", "Tea for <b>two</b> & {{ goals() }}"),
            ("docs/tools/werkbladen/tasting.md", "'*Taste* and _test_'"),
        ):
            old = course.read(file).split("\n")[1]
            course.edit(file, f"---\n{old}\n", f"---\ntitle: {new}\n")

    return build_in("minimal", change)


def test_a_page_without_a_body_has_no_front_matter_in_its_text(
    course_dir: CourseDir, build: Callable[..., Built]
) -> None:
    front = course_dir.read("docs/tools/werkbladen/tasting.md").partition("\n---\n\n")[0]
    course_dir.write("docs/tools/werkbladen/tasting.md", f"{front}\n---")
    page = build(course_dir).page("tools/werkbladen/tasting.html").one("article")

    assert "kind: text" not in page.text
    assert ["Tasting"] == page.texts("h1")
