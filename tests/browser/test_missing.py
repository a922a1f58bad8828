"""The page for an address that doesn't exist, of a course that knows its address and is somewhere else as well."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..conftest import Built
from ..exports.test_missing import has_address
from .conftest import serve


@pytest.fixture(scope="module")
def bread(build_in: Callable[..., Built]) -> Path:
    return build_in("showcase", has_address).path


def test_a_copy_leads_to_itself_and_not_to_the_address_that_the_course_was_made_for(page: Page, bread: Path) -> None:
    with serve(bread) as address:
        page.goto(f"{address}/404.html")
        expect(page.get_by_role("link", name="Naar het begin van de cursus")).to_have_attribute(
            "href", f"{address}/index.html"
        )


def test_opened_from_a_file_share_it_leads_to_the_course_beside_it(page: Page, bread: Path) -> None:
    page.goto(f"{bread.as_uri()}/404.html")
    page.get_by_role("link", name="Naar het begin van de cursus").click()

    expect(page).to_have_title("Brood bakken")
