"""The schema that the site ships with the answers it writes."""

import json
from pathlib import Path

from playwright.sync_api import Page

from leergang.model.answers import AnswersFile

from ..projects import ROOT
from .test_answers import ASKED, PAUSE, answer, irritation, store
from .test_workbook import WORKBOOK, download


def test_a_copy_is_what_its_schema_says(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{WORKBOOK}")
    store(page, {"ergernis": answer("Van hier.", ASKED) | {"kept": [{"value": ["a"], "updated": "2026-01-04"}]}})
    page.reload()
    page.locator("[name='normen.1.norm']").first.fill("We beginnen op tijd.")
    irritation(page).fill("Ruis.")
    page.locator("course-reflection textarea").first.fill("Ik merkte iets.")
    page.wait_for_timeout(PAUSE)
    page.evaluate("localStorage.setItem('leergang:leiding-geven-aan-een-plg:worksheet:x:y', '{kapot')")
    raw = download(page)

    found = AnswersFile.model_validate_json(raw, strict=True, extra="forbid")
    assert {"worksheet", "reflection"} == {item.kind for item in found.answers}
    assert ["{kapot"] == [aside.raw for aside in found.aside]
    assert {"format", "version", "course", "exported", "answers", "aside"} == set(json.loads(raw))


def test_the_site_ships_the_schema(site: Path) -> None:
    assert (ROOT / "schemas/answers.schema.json").read_bytes() == (site / "answers.schema.json").read_bytes()
