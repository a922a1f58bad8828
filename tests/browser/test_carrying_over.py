"""Answers that were given when a worksheet, a field or a prompt had another id come along to the present one."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..conftest import Built
from .reader import Answers, choose, document, everything, remember, shared_file, stop_the_clock
from .test_answers import answer

COURSE = "brood-bakken"
OLD, NEW = "2026-01-05T10:00:00.000Z", "2026-02-05T10:00:00.000Z"
NAME, WHY = "Hoe noem je je brood?", "Waarom dit brood?"
WENT, WAITED = "Hoe ging het?", "Wanneer vond je wachten moeilijk, en wat deed je toen?"

CASES = [
    ("tools/werkbladen/deegplan.html", "worksheet:deeglijst:les-1", "naam", "worksheet:deegplan:les-1", "naam", NAME),
    ("tools/werkbladen/bakdagboek.html", "worksheet:bakdagboek:2026-01-05", "verslag", "worksheet:bakdagboek:2026-01-05", "verloop", WENT),
    ("werkboek.html", "worksheet:deeglijst:les-1", "naam", "worksheet:deegplan:les-1", "naam", NAME),
    ("werkboek.html", "worksheet:bakdagboek:2026-01-05", "verslag", "worksheet:bakdagboek:2026-01-05", "verloop", WENT),
    ("werkboek.html", "reflection:wachten:later", "wachten", "reflection:geduld:later", "geduld", WAITED),
]  # fmt: skip
"""A page, and where an answer was and where it is now: a worksheet, a field of one, and a prompt."""


@pytest.fixture
def bread(built: Callable[..., Built]) -> str:
    """The address of a course in which a worksheet, a field and a prompt had other ids before."""
    return built("showcase").path.as_uri()


def records(page: Page) -> dict[str, dict[str, Any]]:
    """What is stored, by the last parts of its key."""
    found: list[dict[str, Any]] = page.evaluate("() => leergang.transfer.storedItems()")
    return {f"{one['kind']}:{one['id']}:{one['round']}": one["values"] for one in found}


def shown(page: Page, key: str, field: str) -> Any:
    """The control of an answer at its own moment."""
    kind, name, round_ = key.split(":")
    at = f"[data-moment='{round_}']" if kind == "reflection" else ""
    return page.locator(f"course-{kind}[data-id='{name}']{at} [name='{field}']").first


@pytest.mark.parametrize(("where", "old", "old_field", "new", "field", "asked"), CASES)
def test_an_answer_under_an_earlier_id_comes_along(
    where: str, old: str, old_field: str, new: str, field: str, asked: str, page: Page, bread: str
) -> None:
    given = answer("Van toen.", asked, OLD)
    stop_the_clock(page)  # not later, when there is time, but now
    remember(page, bread, {old: {old_field: given}}, COURSE)
    page.goto(f"{bread}/{where}")

    expect(shown(page, new, field)).to_have_value("Van toen.")
    assert {new: {field: given}} == records(page)


@pytest.mark.parametrize("newest", ["under the earlier id", "under the present id"])
@pytest.mark.parametrize(("where", "old", "old_field", "new", "field", "asked"), CASES)
def test_answers_under_both_ids_become_one_that_keeps_the_other(
    where: str, old: str, old_field: str, new: str, field: str, asked: str, newest: str, page: Page, bread: str
) -> None:
    first, second = (OLD, NEW) if newest == "under the present id" else (NEW, OLD)
    before: Answers = {old: {old_field: answer("Eerder id.", asked, first)}}
    before[new] = before.get(new, {}) | {field: answer("Huidig id.", asked, second)}
    remember(page, bread, before, COURSE)
    page.goto(f"{bread}/{where}")

    won, kept = ("Huidig id.", "Eerder id.") if newest == "under the present id" else ("Eerder id.", "Huidig id.")
    expect(shown(page, new, field)).to_have_value(won)
    expect(page.locator(f"[data-field='{field}'] .c-answers__notice", has_text=kept).first).to_be_attached()
    found = records(page)
    assert [new] == list(found)
    assert [field] == list(found[new])
    assert (won, [kept]) == (found[new][field]["value"], [text["value"] for text in found[new][field]["kept"]])


def test_other_fields_under_an_earlier_id_are_added(page: Page, bread: str) -> None:
    old, new = "worksheet:deeglijst:les-1", "worksheet:deegplan:les-1"
    remember(page, bread, {old: {"naam": answer("Brood", NAME)}, new: {"reden": answer("Honger", WHY)}}, COURSE)
    page.goto(f"{bread}/tools/werkbladen/deegplan.html")

    expect(shown(page, new, "naam")).to_have_value("Brood")
    expect(shown(page, new, "reden")).to_have_value("Honger")
    assert [new] == list(records(page))


def test_what_cannot_be_read_is_left_where_it_is(page: Page, bread: str) -> None:
    old, new = "worksheet:deeglijst:les-1", "worksheet:deegplan:les-1"
    remember(page, bread, {old: {"naam": answer("Brood", NAME)}}, COURSE)
    page.evaluate("key => localStorage.setItem(key, '{kapot')", f"leergang:{COURSE}:{new}")
    before = everything(page)
    page.goto(f"{bread}/tools/werkbladen/deegplan.html")

    expect(shown(page, new, "naam")).to_have_value("")
    assert before == everything(page)


def test_an_old_copy_comes_along_at_once(page: Page, bread: str) -> None:
    page.goto(f"{bread}/werkboek.html")
    old = {
        "worksheet:deeglijst:les-1": {"naam": answer("Brood", NAME)},
        CASES[-1][1]: {"wachten": answer("Oud", WAITED)},
    }
    choose(page, shared_file(old, course=COURSE, shared=False))
    page.get_by_role("button", name="Neem over wat is aangevinkt").click()

    expect(shown(page, "worksheet:deegplan:les-1", "naam")).to_have_value("Brood")
    expect(shown(page, "reflection:geduld:later", "geduld")).to_have_value("Oud")
    page.get_by_label("Laat zien").select_option("moment")
    expect(document(page).locator("h2")).to_have_text(["Mijn werkboek: Brood bakken", "Les 1", "Later"])
    page.get_by_role("button", name="Maak dit ongedaan").click()
    assert {} == records(page)
