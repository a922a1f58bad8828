"""One page: its front matter, its body and where things stand in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leergang.diagnostics import Report
from leergang.pages.calls import CallReader
from leergang.pages.page import Page, load_page

Load = Callable[[str], Page | None]

NO_FRONT_MATTER = (
    "1:1 [geen-voorblad] deze pagina heeft geen voorblad; begin met een regel '---', dan 'title: ...', en sluit af met een "
    "regel '---'"
)


@pytest.fixture
def load(tmp_path: Path, report: Report) -> Load:
    """The page that a text is."""

    def write_and_load(text: str) -> Page | None:
        path = tmp_path / "docs" / "part" / "page.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(text.encode())
        return load_page(path, "part/page.md", CallReader({}), report)

    return write_and_load


def test_a_page_is_its_front_matter_and_its_body(load: Load) -> None:
    page = load("---\ntitle: Tea\n---\n\nDrink it.\n")

    assert page is not None
    assert {"title": "Tea"} == page.front.data
    assert "\nDrink it.\n" == page.body
    assert "part/page.md" == page.uri
    assert "part/page.html" == page.html


def test_places_count_from_the_first_line_of_the_file(load: Load) -> None:
    page = load("---\ntitle: Tea\nminutes: 5\n---\n## One\n\n{{ goals() }}\n")

    assert page is not None
    assert (3, 10) == page.front.place(("minutes",))[1:]
    assert (5, 1) == page.place(page.outline.headings[0].offset)[1:]
    assert (7, 4) == page.calls[0].place[1:]


@pytest.mark.parametrize(
    "text",
    [
        "---\r\ntitle: Tea\r\n---\r\n\r\nDrink it.\r\n",
        "\ufeff---\ntitle: Tea\n---\n\nDrink it.\n",
        "--- \ntitle: Tea\n---  \n\nDrink it.\n",
        "---\ntitle: Tea\n...\n\nDrink it.\n",
    ],
    ids=["windows", "byte-order-mark", "spaces", "dots"],
)
def test_front_matter_as_other_editors_write_it_is_read(text: str, load: Load) -> None:
    page = load(text)

    assert page is not None
    assert ({"title": "Tea"}, "\nDrink it.\n") == (page.front.data, page.body)


def test_dashes_in_a_body_or_a_text_end_no_front_matter(load: Load) -> None:
    page = load("---\ntitle: Tea --- and more\ndescription: |\n  one\n  ---\n  two\n---\n\nOne\n\n---\n\nTwo\n")

    assert page is not None
    assert "one\n---\ntwo\n" == page.front.data["description"]
    assert "\nOne\n\n---\n\nTwo\n" == page.body


@pytest.mark.parametrize(
    "text",
    [
        "Drink it.\n",
        "\n---\ntitle: Tea\n---\n",
        "---\n- Tea\n---\n",
        "---\n---\n",
        "---\n# no\n---\n",
    ],
    ids=["none", "late", "a list", "empty", "a remark"],
)
def test_a_page_without_front_matter_is_told_once(text: str, load: Load, told: Callable[[], list[str]]) -> None:
    assert load(text) is None
    assert [NO_FRONT_MATTER] == told()


@pytest.mark.parametrize("text", ["---\ntitle: Tea\n", "---\ntitle: Tea\n--\n\nDrink it.\n"])
def test_front_matter_without_an_end_is_told_once(text: str, load: Load, told: Callable[[], list[str]]) -> None:
    assert load(text) is None
    assert ["1:1 [voorblad-open] het voorblad heeft geen einde; zet onder de laatste sleutel een regel '---'"] == told()


def test_wrong_calls_are_told_beside_wrong_front_matter(load: Load, told: Callable[[], list[str]]) -> None:
    assert load("---\ntitle: a: b\n---\n{{ gaols() }}\n") is None
    assert ["2:9 [yaml-fout]", "4:4 [onbekende-macro]"] == [" ".join(line.split()[:2]) for line in told()]
