"""The page for an address that doesn't exist, as a file; tests/browser/servers shows it at each depth."""

import re
from collections.abc import Callable

import pytest

from ..conftest import Built, CourseDir

ADDRESS = "https://school.example/brood/"
HEADINGS = {"showcase": "Deze pagina is er niet", "minimal": "This page is not here"}


def has_address(course: CourseDir) -> None:
    course.add("mkdocs.yml", f"\nsite_url: {ADDRESS}\n")


@pytest.mark.parametrize("name", HEADINGS)
def test_it_speaks_the_language_of_the_course_and_asks_for_no_file(built: Callable[..., Built], name: str) -> None:
    site = built(name)
    page = site.page("404.html")

    assert [HEADINGS[name]] == page.texts("h1")
    assert ["data:,"] == re.findall(r'<link[^>]* href="([^"]*)"', (site.path / "404.html").read_text(encoding="utf-8"))
    assert "src=" not in (site.path / "404.html").read_text(encoding="utf-8")
    assert [] == [*site.path.rglob("missing.*")], "what stands in the page is not a file of its own as well"


@pytest.mark.parametrize("name", HEADINGS)
def test_without_an_address_of_its_own_it_says_how_to_get_to_the_course(built: Callable[..., Built], name: str) -> None:
    html = (built(name).path / "404.html").read_text(encoding="utf-8")

    assert "<p data-by-hand>" in html
    assert '<p class="ways" data-ways hidden>' in html


def test_with_an_address_of_its_own_it_has_a_link_that_needs_no_script(build_in: Callable[..., Built]) -> None:
    html = (build_in("showcase", has_address).path / "404.html").read_text(encoding="utf-8")

    assert "<p data-by-hand hidden>" in html
    assert '<p class="ways" data-ways>' in html
    assert f'<a href="{ADDRESS}" data-home>' in html
