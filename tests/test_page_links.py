"""At the end of each page: a link to change it, and one to say what is wrong with it, where the host's site is known."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from leergang.settings import SettingsError, load_settings

from .conftest import Built, CourseDir
from .dom import Element

GITHUB, GITLAB = "https://github.com/school/brood", "https://gitlab.school.example/scholing/brood/"
MAIL = "mailto:bakker@school.example"  # in the showcase
KNEDEN = "modules/deeg/kneden.html"
TITLE = "Fout op de pagina 'Kneden'"
REPORT, EDIT = "Meld een fout", "Wijzig deze pagina"


def said(*lines: str, report: str = "") -> Callable[[CourseDir], None]:
    """A change of mkdocs.yml."""

    def change(course: CourseDir) -> None:
        course.edit("mkdocs.yml", "docs_dir: docs\n", "".join(f"{line}\n" for line in ("docs_dir: docs", *lines)))
        course.edit("mkdocs.yml", f"    report: {MAIL}\n", f"    report: {report}\n" if report else "")

    return change


def links(page: Element) -> dict[str, str]:
    """The links at the end of a page, by what they say."""
    found = [link for part in page.all("ul", class_="c-page-links") for link in part.all("a")]
    return {link.text: link.attributes["href"] for link in found}


def asked(address: str) -> dict[str, str]:
    """What an address fills in on a form."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_course_without_a_place_for_its_files_has_no_links(built: Callable[..., Built]) -> None:
    assert {} == {name: found for name, page in built("minimal").pages().items() if (found := links(page))}


def test_github_gets_its_form_filled_in(build_in: Callable[..., Built]) -> None:
    site = build_in("showcase", said(f"repo_url: {GITHUB}", 'edit_uri: ""', "site_url: https://school.example/brood"))
    found = links(site.page(KNEDEN))

    assert f"{GITHUB}/edit/main/docs/modules/deeg/kneden.md" == found[EDIT]
    assert found[REPORT].startswith(f"{GITHUB}/issues/new?")
    page = f"https://school.example/brood/{KNEDEN}"
    assert {"template": "fout.yml", "title": TITLE, "pagina": page} == asked(found[REPORT])
    without = [
        name for name, page in site.pages().items() if [REPORT, EDIT] != list(links(page)) and page.all("article")
    ]
    assert [] == without, "every page has both"


def test_gitlab_gets_a_title_and_the_page_by_its_file_where_no_address_is_known(build_in: Callable[..., Built]) -> None:
    found = links(build_in("showcase", said(f"repo_url: {GITLAB}", 'edit_uri: ""')).page(KNEDEN))

    assert f"{GITLAB}-/edit/main/docs/modules/deeg/kneden.md" == found[EDIT]
    assert found[REPORT].startswith(f"{GITLAB}-/issues/new?")
    body = "Pagina: docs/modules/deeg/kneden.md"
    assert {"issue[title]": TITLE, "issue[description]": body} == asked(found[REPORT])


def test_a_host_of_another_name_is_known_by_how_its_files_are_changed(build_in: Callable[..., Built]) -> None:
    host = "https://git.school.example/brood"
    found = links(build_in("showcase", said(f"repo_url: {host}", "edit_uri: -/edit/les/docs/")).page(KNEDEN))

    assert f"{host}/-/edit/les/docs/modules/deeg/kneden.md" == found[EDIT]
    assert found[REPORT].startswith(f"{host}/-/issues/new?")


def test_mail_goes_to_who_wants_it_without_any_host(built: Callable[..., Built]) -> None:
    found = links(built("showcase").page(KNEDEN))

    assert [REPORT] == list(found)
    assert found[REPORT].startswith(f"{MAIL}?")
    assert {"subject": TITLE, "body": "Pagina: docs/modules/deeg/kneden.md"} == asked(found[REPORT])


def test_an_address_that_is_none_is_told(showcase_dir: CourseDir) -> None:
    said(report="javascript:alert(1)")(showcase_dir)

    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:\d+:5: fout: 'javascript:alert\(1\)' is geen adres"):
        load_settings(Path("mkdocs.yml"))
