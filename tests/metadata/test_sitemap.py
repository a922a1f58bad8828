"""sitemap.xml: every page of a site that has an address, and no file for one that hasn't."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from ..conftest import Built, CourseDir
from .conftest import ADDRESS, file_at, links

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(site: Built) -> list[str]:
    root = ElementTree.parse(site.path / "sitemap.xml").getroot()  # noqa: S314 - our own
    return [str(found.text) for found in root.iter(LOC)]


def test_a_site_without_an_address_has_none(without: Built) -> None:
    assert [] == [path.name for path in without.path.glob("sitemap*")]


@pytest.mark.parametrize("name", ["hosted", "real"])
def test_it_has_every_page_of_the_course_by_the_address_that_the_page_gives_itself(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Built = request.getfixturevalue(name)
    own = [link for page in site.pages().values() for link in links(page, "canonical") if link.startswith("https:")]

    assert sorted(own) == sorted(addresses(site))
    assert len(set(own)) == len(own)
    assert [] == [address for address in addresses(site) if not file_at(site, address).is_file()]
    assert ["sitemap.xml"] == [path.name for path in site.path.glob("sitemap*")]


def test_it_tells_no_dates(hosted: Built) -> None:
    """The only clock of a build is that of its file formats: 1980."""
    assert not re.search(r"lastmod|\d{4}-\d\d-\d\d", (hosted.path / "sitemap.xml").read_text(encoding="utf-8"))


def test_an_address_gets_the_slash_that_its_author_forgot(course_dir: CourseDir, build: Callable[..., Built]) -> None:
    course_dir.edit("mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nsite_url: https://school.example/course\n")

    assert f"{ADDRESS}index.html" in addresses(build(course_dir))


def test_a_name_with_signs_is_an_address_that_works(course_dir: CourseDir, build: Callable[..., Built]) -> None:
    course_dir.edit("mkdocs.yml", "docs_dir: docs\n", f"docs_dir: docs\nsite_url: {ADDRESS}\n")
    course_dir.edit("mkdocs.yml", "  - index.md\n", "  - index.md\n  - thee & één.md\n")
    course_dir.write("docs/thee & één.md", "---\ntitle: Thee\n---\n\nTea.\n")
    site = build(course_dir)
    address = f"{ADDRESS}thee%20%26%20%C3%A9%C3%A9n.html"

    assert address in addresses(site)
    assert [address] == links(site.page("thee & één.html"), "canonical")
