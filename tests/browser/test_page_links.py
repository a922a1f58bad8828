"""A course whose files are hosted somewhere: its pages lead there, and ask nothing of that place themselves."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ..conftest import Built, CourseDir
from .test_policy import TALLY


def test_a_page_leads_to_the_host_and_asks_it_nothing_before(
    page: Page, build_in: Callable[..., Built], complaints: list[str]
) -> None:
    def change(course: CourseDir) -> None:
        course.edit("mkdocs.yml", "    report: mailto:bakker@school.example\n", "")
        course.edit("mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nrepo_url: https://github.com/school/brood\n")

    site = build_in("showcase", change)
    page.add_init_script(TALLY)
    page.goto((site.path / "modules/deeg/kneden.html").as_uri())
    page.evaluate("new Promise(resolve => requestIdleCallback(resolve))")

    assert [] == page.evaluate("against")
    assert [] == complaints, "the host is not asked for anything"
    expect(page.get_by_role("link", name="Meld een fout")).to_have_attribute(
        "href",
        r"https://github.com/school/brood/issues/new?template=fout.yml&title=Fout%20op%20de%20pagina%20%27Kneden%27&pagina=docs%2Fmodules%2Fdeeg%2Fkneden.md",
    )
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Meld een fout")).to_be_hidden()
