"""Sites with an address and without one, and what their pages say to machines."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Built, CourseDir
from ..dom import Element
from ..projects import LEERGANG, copy_project, run

ADDRESS = "https://school.example/course/"
HOSTILE = 'Rijzen "snel" & <b>traag</b> </script>'
"""A title that would end a script or an attribute, or be an element."""


@pytest.fixture(scope="session")
def without(built: Callable[..., Built]) -> Built:
    """The showcase, of which nobody knows where it will be."""
    return built("showcase")


@pytest.fixture(scope="session")
def hosted(build_in: Callable[..., Built]) -> Built:
    """The showcase at an address of its own, with a title full of signs."""

    def change(course: CourseDir) -> None:
        course.edit("mkdocs.yml", "docs_dir: docs\n", f"docs_dir: docs\nsite_url: {ADDRESS}\n")
        course.edit("docs/modules/deeg/rijzen.md", "title: Rijzen\n", f"title: '{HOSTILE}'\n")

    return build_in("showcase", change)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real course, at an address of its own."""
    project = copy_project(tmp_path_factory.mktemp("hosted") / "project")
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}\nsite_url: {ADDRESS}\n", encoding="utf-8")
    outcome = run([*LEERGANG, "build"], project)
    assert outcome.returncode == 0, outcome.stderr
    return Built(project / "site")


def metas(page: Element) -> list[tuple[str, str]]:
    """What a page's meta elements say, by name or property."""
    found = [element.attributes for element in page.all("meta")]
    return [(said.get("name") or said["property"], said["content"]) for said in found if {"name", "property"} & {*said}]


def links(page: Element, rel: str) -> list[str]:
    """The addresses of a page's link elements of a kind."""
    return [element.attributes["href"] for element in page.all("link", rel=rel)]


def data_in(page: Element) -> dict[str, Any]:
    """The page's JSON-LD; nothing where it has none."""
    found = ["".join(map(str, element.children)) for element in page.all("script", type="application/ld+json")]
    assert len(found) <= 1
    return dict(json.loads(found[0])) if found else {}


def file_at(site: Built, address: str) -> Path:
    """The file that a whole address leads to."""
    assert address.startswith(ADDRESS)
    return site.path / address.removeprefix(ADDRESS)
