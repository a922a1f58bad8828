"""What `leergang diff` says of answers is what their readers see: one changed course, with answers from before the change."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from leergang.compare import compare
from leergang.compare.version import Version, load_present
from leergang.settings import load_settings
from leergang.strings import load_strings

from ..conftest import Built, CourseDir
from .reader import document, remember
from .test_answers import answer

COURSE = "brood-bakken"
PLAN, DIARY = "tools/werkbladen/deegplan.html", "tools/werkbladen/bakdagboek.html"
NAME, WHY, FLOUR = "Hoe noem je je brood?", "Waarom dit brood?", "Hoeveel gram bloem?"

EDITS = [
    ("tools/werkbladen/deegplan.md", [
        ("- id: naam\n  kind: text", "- id: naam\n  kind: number"),
        ("  example: Maandagbrood\n", ""),
        ("label: Waarom dit brood?", "label: Waarom kies je dit brood?"),
        ("- id: bloem\n", "- id: gewicht\n"),
        ("- id: dag\n  kind: date", "- id: dag\n  kind: paragraph"),
        ("  - id: noten\n    label: Noten\n", ""),
        ("  - noten\n", ""),
        ("  max: 10\n", "  max: 8\n"),
        ("  - id: ruim\n    label: Ruim\n", ""),
        ("    ruim: 4\n", ""),
        ("label: Vormen", "label: Opbollen"),
        ("  min: 2\n  max: 5\n", "  min: 2\n  max: 3\n"),
        ("  kind: choice\n  label: Welk", "  kind: text\n  label: Welk"),
        ("  options:\n  - id: gist\n    label: Gist\n  - id: desem\n    label: Zuurdesem\n", ""),
    ]),
    ("tools/werkbladen/bakdagboek.md", [("repeat: true\n", "")]),
    ("tools/reflectievragen.yml", [("  - les-1\n  - later\n", "  - later\n")]),
    ("modules/deeg/kneden.md", [('("geduld", moment="les-1")', '("geduld")')]),
    ("modules/oven/bakken.md", [('{{ worksheet("bakschema") }}', "Zet de tijd.")]),
    ("cursus.yml", [("  - worksheet: bakschema\n", "  - title: Kijken\n")]),
]  # fmt: skip

GIVEN = {
    "worksheet:deegplan:les-1": {
        "naam": answer("Maandagbrood", NAME),
        "reden": answer("Honger.", WHY),
        "bloem": answer("500", FLOUR),
        "dag": answer("2026-01-10", "Wanneer bak je?"),
        "soort": answer("desem", "Welk rijsmiddel gebruik je?"),
        "toevoegingen": answer(["noten", "rozijnen"], "Wat gaat er nog in?"),
        "zin": answer("9", "Hoeveel zin heb je erin?"),
        "keuken": answer({"warm": "2", "ruim": "4"}, "Hoe is je keuken?"),
        "stappen": answer({"vormen": {"wie": "Sem"}}, "Wie doet wat?"),
        "boodschappen": answer([{"wat": "Een"}, {"wat": "Twee"}, {"wat": "Drie"}, {"wat": "Vier"}], "Wat moet je nog kopen?"),
    },
    "worksheet:bakschema:les-2": {"vast": answer({"eerste": {"tekst": "Rogge"}}, "Twee broden")},
    "worksheet:bakdagboek:2026-01-05": {"verloop": answer("Prima.", "Hoe ging het?")},
    "reflection:geduld:les-1": {"geduld": answer("Gisteren.", "Wanneer vond je wachten moeilijk, en wat deed je toen?")},
}  # fmt: skip

TOLD = {
    ("naam", "kind-if-fits"), ("reden", "question-reworded"), ("bloem", "question-lost"), ("dag", "kind-shown"),
    ("soort", "kind-shows-id"), ("toevoegingen", "option-gone"), ("zin", "scale-shorter"), ("keuken", "row-gone"),
    ("stappen", "row-relabelled"), ("boodschappen", "rows-fewer"),
}  # fmt: skip


def change(course: CourseDir) -> None:
    for name, edits in EDITS:
        for old, new in edits:
            course.edit(f"docs/{name}", old, new)
    course.remove("docs/tools/werkbladen/bakschema.md")


@pytest.fixture(scope="module")
def changed(build_in: Callable[..., Built]) -> str:
    """The address of the changed course."""
    return build_in("showcase", change).path.as_uri()


@pytest.fixture
def bread(changed: str, page: Page) -> str:
    """The same, in the browser of a reader who answered before the change."""
    remember(page, changed, GIVEN, COURSE)
    return changed


def field(page: Page, name: str) -> Locator:
    return page.locator(f"course-worksheet [data-field='{name}']").first


def written(page: Page, address: str) -> Locator:
    """What the reader wrote, as the workbook shows it."""
    page.goto(f"{address}/werkboek.html")
    page.get_by_label("Laat zien").select_option("moment")
    return document(page)


def test_the_edits_are_told_as_these_tests_see_them(showcase_dir: CourseDir, tmp_path: Path) -> None:
    strings = load_strings("nl")
    base = load_present(load_settings(Path("mkdocs.yml")), strings)
    change(showcase_dir)
    found = compare(Version("", base.course), load_present(load_settings(Path("mkdocs.yml")), strings), strings)

    labels = {one.label: one.id for one in base.course.worksheets["deegplan"].matter.fields}
    plan = next(one for one in found.answered if one.id == "deegplan").changes
    told = [
        (labels.get(str(one.values.get("old")), labels.get(str(one.values.get("question")))), one.kind) for one in plan
    ]
    assert TOLD == set(told)
    assert {("worksheet-gone", "bakschema")} == {(one.kind, one.values["id"]) for one in found.answers}
    others = {one.id: [change.kind for change in one.changes] for one in found.answered if one.id != "deegplan"}
    assert {"bakdagboek": ["repeat-off"]} == {name: kinds for name, kinds in others.items() if name != "geduld"}
    assert "moment-left" in others["geduld"]


def test_a_reworded_question_keeps_its_answer_with_both_wordings(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")

    expect(field(page, "reden").locator("textarea")).to_have_value("Honger.")
    expect(field(page, "reden").locator(".c-answers__notice")).to_have_text(
        f'Toen je dit schreef, was de vraag: "{WHY}"Mijn antwoord klopt nog'
    )


def test_a_question_with_another_id_is_empty_and_its_answer_in_the_workbook_only(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")
    expect(field(page, "gewicht").locator("input")).to_have_value("")

    expect(written(page, bread)).to_contain_text(f"{FLOUR}500")


def test_another_kind_shows_what_fits(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")
    expect(field(page, "naam").locator("input")).to_have_value("")
    expect(field(page, "dag").locator("textarea")).to_have_value("2026-01-10")
    expect(field(page, "soort").locator("input")).to_have_value("desem")

    expect(written(page, bread)).to_contain_text(f"{NAME}Maandagbrood")


def test_what_is_filled_in_anew_replaces_what_did_not_fit(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")
    field(page, "naam").locator("input").fill("7")
    expect(page.locator("[data-outcome=saved]").first).to_be_visible()

    expect(written(page, bread)).to_contain_text(f"{NAME}7")
    expect(document(page)).not_to_contain_text("Maandagbrood")


def test_an_option_that_is_gone_is_not_ticked_and_its_id_in_the_workbook(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")
    ticked = field(page, "toevoegingen").locator("input:checked")
    expect(ticked).to_have_count(1)
    expect(ticked).to_have_value("rozijnen")

    expect(written(page, bread)).to_contain_text("Wat gaat er nog in?notenRozijnen")


def test_a_step_that_is_gone_is_not_ticked(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")
    expect(field(page, "zin").locator("input").first).to_be_attached()
    expect(field(page, "zin").locator("input:checked")).to_have_count(0)

    expect(written(page, bread)).to_contain_text("9")


def test_rows_that_are_gone_are_in_the_workbook_until_the_answer_is_changed(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")
    expect(field(page, "keuken").locator("input:checked")).to_have_count(1)
    expect(field(page, "boodschappen").locator("tbody:not(.c-field__blank) tr[data-row]")).to_have_count(3)
    expect(written(page, bread)).to_contain_text("Vier")
    expect(document(page).locator("tr", has_text="ruim")).to_contain_text("4")

    page.goto(f"{bread}/{PLAN}")
    field(page, "boodschappen").locator("input").first.fill("Een zak")
    expect(page.locator("[data-outcome=saved]").first).to_be_visible()
    expect(written(page, bread)).to_contain_text("Een zak")
    expect(document(page)).not_to_contain_text("Vier")


def test_a_row_with_other_words_holds_its_answer_without_the_old_ones(page: Page, bread: str) -> None:
    page.goto(f"{bread}/{PLAN}")

    row = field(page, "stappen").locator("tr[data-row=vormen]")
    expect(row.locator("th")).to_have_text("Opbollen")
    expect(row.locator("input")).to_have_value("Sem")
    expect(field(page, "stappen")).not_to_contain_text("Vormen")


def test_a_worksheet_that_is_gone_is_among_what_is_no_longer_asked(page: Page, bread: str) -> None:
    group = written(page, bread).locator(
        "section", has=page.get_by_role("heading", name="Vragen die deze training niet meer stelt")
    )

    expect(group.first).to_contain_text("Rogge")


@pytest.mark.parametrize(
    ("where", "name", "title", "text"),
    [(DIARY, "verloop", "Eerder: 5 januari 2026", "Prima."), ("modules/deeg/rijzen.html", "geduld", "Eerder: Les 1", "Gisteren.")],
)  # fmt: skip
def test_what_was_written_at_another_moment_stands_beside_an_empty_field(
    where: str, name: str, title: str, text: str, page: Page, bread: str
) -> None:
    page.goto(f"{bread}/{where}")
    box: Any = page.locator(f"[data-field='{name}']").first

    expect(box.locator("textarea")).to_have_value("")
    expect(box.locator(".c-answers__earlier summary")).to_contain_text(title)
    expect(box.locator(".c-answers__earlier")).to_contain_text(text)
