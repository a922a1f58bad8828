"""A bundle as a school's administrator opens it: unpacked, from a disk, on a screen and on paper."""

import io
import re
import shutil
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from ..projects import LEERGANG, copy_project, run
from .test_accessibility import violations
from .test_search import ask


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the bundle of the real course was unpacked."""
    folder = tmp_path_factory.mktemp("bundle")
    project = copy_project(folder / "project")
    result = run([*LEERGANG, "bundle"], project)
    assert result.returncode == 0, result.stderr
    (path,) = (project / "dist").iterdir()
    unpacked = folder / "Mijn bestanden & meer/cursus (1)"
    shutil.unpack_archive(path, unpacked)
    return unpacked


def test_from_where_one_begins_the_course_opens_and_is_searched(page: Page, bundle: Path) -> None:
    page.goto((bundle / "LEESMIJ.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Begin hier")
    page.get_by_role("link", name="Bekijk de cursus").click()

    expect(page).to_have_title("Leiding geven aan een PLG")
    page.locator("[data-search-open]").click()
    ask(page, "vuist").filter(has_text="Stap voor stap naar een besluit").first.click()
    expect(page.locator("h2:target")).to_have_text(re.compile("Stap voor stap naar een besluit"))


def test_every_link_leads_somewhere(page: Page, bundle: Path) -> None:
    page.goto((bundle / "LEESMIJ.html").as_uri())
    links = [link.get_attribute("href") or "" for link in page.get_by_role("link").all()]

    assert {"site/index.html", "site/over/privacy.html", "#ways"} < set(links)
    for link in links:
        found = page.locator(link).count() == 1 if link.startswith("#") else (bundle / link).is_file()
        assert found, link


def test_every_file_that_it_names_is_in_the_bundle(page: Page, bundle: Path) -> None:
    page.goto((bundle / "LEESMIJ.html").as_uri())
    named = {text for text in page.locator("code").all_inner_texts() if re.match(r"(site|server)/.|[A-Zs].*\.", text)}

    assert {"sbom.cdx.json", "LEESMIJ.html"} <= named
    assert [] == [name for name in sorted(named) if not (bundle / name).is_file()]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_screen(page: Page, bundle: Path, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 780})
    page.goto((bundle / "LEESMIJ.html").as_uri())

    assert width == page.evaluate("document.documentElement.scrollWidth")
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ("rgb(233, 235, 242)", "rgb(20, 24, 36)") == (ink, paper) or scheme == "light"


def test_on_paper_it_is_whole_and_short(page: Page, bundle: Path) -> None:
    page.goto((bundle / "LEESMIJ.html").as_uri())
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))

    assert 3 >= len(sheets)
    for words in ("Op een gedeelde schijf of USB-stick", "sha256sum --quiet -c SHA256SUMS", "site/over/privacy.html"):
        assert words in text
    assert "Op deze pagina" not in text


def test_everyone_can_use_it(page: Page, bundle: Path) -> None:
    page.goto((bundle / "LEESMIJ.html").as_uri())

    assert [] == violations(page)
