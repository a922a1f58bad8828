"""What a form offers by itself: a copy once a worksheet is complete, and a window of its own outside a frame."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from ..conftest import Built
from .reader import saved_by
from .test_answers import TEAMNORMEN, irritation

DIARY = "tools/werkbladen/bakdagboek.html"


@pytest.fixture
def diary(page: Page, built: Callable[..., Built]) -> Page:
    """A worksheet of two questions."""
    page.goto(f"{built('showcase').path.as_uri()}/{DIARY}")
    return page


def offer(page: Page) -> Locator:
    return page.locator(".c-answers__offer")


def went(page: Page) -> Locator:
    return page.get_by_label("Hoe ging het?")


def complete(page: Page) -> None:
    page.get_by_label("8", exact=True).check()
    went(page).fill("Goed.")


def test_a_copy_is_offered_once_a_worksheet_is_complete(diary: Page) -> None:
    went(diary).fill("Goed.")
    expect(diary.locator(".c-answers__status")).to_contain_text("Bewaard op dit apparaat")
    expect(offer(diary)).to_have_count(0)
    complete(diary)

    expect(offer(diary)).to_contain_text("Dit werkblad is helemaal ingevuld.")
    name, found = saved_by(diary, "Download een kopie")
    assert name.startswith("brood-bakken-")
    assert ["bakdagboek"] == [one["id"] for one in found["answers"]]
    assert "shared" not in found
    expect(offer(diary)).to_have_text("De kopie staat bij je downloads.")


def test_whoever_says_not_now_is_not_asked_again(diary: Page) -> None:
    complete(diary)
    offer(diary).get_by_role("button", name="Niet nu").click()
    expect(offer(diary)).to_have_count(0)

    diary.reload()
    went(diary).fill("Heel goed.")
    expect(diary.locator(".c-answers__status")).to_contain_text("Bewaard op dit apparaat")
    expect(offer(diary)).to_have_count(0)


def test_whoever_said_not_now_is_asked_again_after_a_week(diary: Page) -> None:
    key = "leergang:brood-bakken:settings:refused"
    diary.evaluate("key => localStorage.setItem(key, '2026-01-01T00:00:00.000Z')", key)
    complete(diary)

    expect(offer(diary)).to_contain_text("Dit werkblad is helemaal ingevuld.")


def test_a_page_in_another_site_says_so_and_opens_by_itself(
    page: Page, context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    address = f"{site.as_uri()}/{TEAMNORMEN}"
    around = tmp_path / "around.html"
    around.write_text(f"<iframe src='{address}' width=900 height=900></iframe>", encoding="utf-8")
    page.goto(around.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator(".c-answers__apart")).to_contain_text("Deze pagina staat in een andere site.")
    above = "apart => apart.nextElementSibling === document.querySelector('course-worksheet, course-reflection')"
    assert frame.locator(".c-answers__apart").evaluate(above)

    with context.expect_page() as opened:
        frame.get_by_role("link", name="Open in een eigen venster").click()

    own = opened.value
    assert address == own.url
    expect(irritation(own)).to_be_visible()
    expect(own.locator(".c-answers__apart")).to_have_count(0)
