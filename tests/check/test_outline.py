"""The outline against the files there are."""

import pytest

from ..conftest import Check, CourseDir

CURSUS = "docs/cursus.yml"


def test_a_chapter_that_is_named_twice_is_told_at_the_second(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(CURSUS, "  - deeg/rijzen\n- id: oven", "  - deeg/rijzen\n  - deeg/kneden\n- id: oven")

    assert [
        f"{CURSUS}:9:5: fout[hoofdstuk-dubbel-genoemd] hoofdstuk 'deeg/kneden' staat ook bij 'deeg'; "
        "haal een van de twee regels weg"
    ] == check(showcase_dir)


def test_a_chapter_of_two_moments_is_told_at_the_second(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(CURSUS, "  title: Later\n", "  title: Later\n  chapters:\n  - deeg/kneden\n")

    assert [
        f"{CURSUS}:52:5: fout[hoofdstuk-dubbel-genoemd] hoofdstuk 'deeg/kneden' staat ook bij 'les-1'; "
        "haal een van de twee regels weg"
    ] == check(showcase_dir)


def test_a_moment_with_an_unknown_chapter_is_told_once(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(CURSUS, "  - oven/bakken\n- id: later", "  - oven/bakken\n  - oven/bakkn\n- id: later")

    assert [
        f"{CURSUS}:49:5: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'oven/bakkn'; bedoelde je 'oven/bakken'?"
    ] == check(showcase_dir)


def test_a_chapter_whose_file_is_gone_is_told_once(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.remove("docs/modules/oven/bakken.md")
    told = check(showcase_dir)

    assert [
        f"{CURSUS}:12:5: fout[hoofdstuk-ontbreekt] hoofdstuk 'oven/bakken' heeft geen bestand docs/modules/oven/bakken.md; "
        "maak het of haal de regel weg"
    ] == [line for line in told if line.startswith(CURSUS) and "oven/bakken" in line]


@pytest.mark.parametrize("new", ["oven/afbakken", "oven/steen", "deeg/uit-de-oven"])
def test_a_chapter_whose_file_was_renamed_by_hand_is_told_once_with_the_command(
    new: str, showcase_dir: CourseDir, check: Check
) -> None:
    text = showcase_dir.read("docs/modules/oven/bakken.md")
    showcase_dir.write(f"docs/modules/{new}.md", text)
    showcase_dir.remove("docs/modules/oven/bakken.md")

    assert [
        f"{CURSUS}:12:5: fout[hoofdstuk-ontbreekt] hoofdstuk 'oven/bakken' heeft geen bestand docs/modules/oven/bakken.md; "
        "maak het of haal de regel weg; of gaf je het bestand zelf een andere naam? Geef het de oude terug en gebruik: "
        f"leergang rename chapter oven/bakken {new}"
    ] == check(showcase_dir)


def test_a_chapter_with_a_fault_of_its_own_is_not_said_to_be_missing(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("docs/modules/oven/bakken.md", "minutes: 1", "minutes: kort")

    assert ["docs/modules/oven/bakken.md:6:10: fout[verkeerd-type] hier hoort een heel getal"] == check(showcase_dir)


def test_an_overview_with_a_fault_of_its_own_is_not_said_to_be_missing(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("docs/modules/oven/index.md", "title: Oven\n", "title: Oven\nminutes: 5\n")

    assert [
        "docs/modules/oven/index.md:3:1: fout[onbekende-sleutel] de sleutel 'minutes' kennen we hier niet"
    ] == check(showcase_dir)


@pytest.mark.parametrize(
    "file", ["docs/modules/losse-pagina.md", "docs/modules/oven/diep/pagina.md", "docs/modules/oven/index.md"]
)
def test_a_page_among_the_modules_that_is_no_chapter_needs_no_goals(
    file: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.write(file, "---\ntitle: Pagina\n---\n\nTekst.\n")

    assert [] == check(showcase_dir)


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        ("  - tools/index.md\n  - weg.md\n", "17:5: fout[pagina-ontbreekt] de navigatie noemt 'weg.md', maar die pagina is er niet"),
        ("  - Weg: weg.md\n", "16:10: fout[pagina-ontbreekt] de navigatie noemt 'weg.md', maar die pagina is er niet"),
        ("  - Deel:\n      - Weg: weg.md\n",
            "17:14: fout[pagina-ontbreekt] de navigatie noemt 'weg.md', maar die pagina is er niet"),
        ("  - tools/index.md # niet weg.md\n  - weg.md\n",
            "17:5: fout[pagina-ontbreekt] de navigatie noemt 'weg.md', maar die pagina is er niet"),
        ("  - over/weg.md: tools/index.md\n  - weg.md\n",
            "17:5: fout[pagina-ontbreekt] de navigatie noemt 'weg.md', maar die pagina is er niet"),
        ("  - https://brood.example/weg.md\n", ""),
    ],
)  # fmt: skip
def test_a_page_of_the_navigation_that_is_not_there_is_told_at_its_own_line(
    nav: str, expected: str, showcase_dir: CourseDir, check: Check
) -> None:
    text = showcase_dir.read("mkdocs.yml")
    before, after = text.split("nav:\n")[0], text[text.index("\ntheme:") :]
    showcase_dir.write("mkdocs.yml", f"{before}nav:\n{nav}{after}")

    assert ([f"mkdocs.yml:{expected}"] if expected else []) == check(showcase_dir)


def test_a_goal_is_not_said_to_be_lost_while_a_chapter_or_worksheet_cannot_be_read(
    showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit("docs/modules/deeg/kneden.md", "minutes: 20", "minutes: lang")
    showcase_dir.edit("docs/tools/werkbladen/deegplan.md", "minutes: 20", "minutes: lang")

    assert ["fout[verkeerd-type]", "fout[verkeerd-type]"] == [line.split()[1] for line in check(showcase_dir)]


@pytest.mark.parametrize("file", ["beeld/omslg.png", "beeld/../../beeld/omslag.png"])
def test_a_picture_for_messages_that_is_not_there_is_told_at_its_line(
    file: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.write("beeld/omslag.png", "outside docs/")
    showcase_dir.edit(CURSUS, "    file: beeld/omslag.png", f"    file: {file}")

    assert [f"{CURSUS}:76:11: fout[beeld-ontbreekt] dit beeld is er niet: '{file}'"] == check(showcase_dir)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - mbo\n", "  - mob\n", "66:5: fout[verkeerd-type] hier hoort een van: po, so, vo, mbo, hbo, wo; bedoelde je 'mbo'?"),
        ("  cost: yes", "  cost: 10 euro", "70:9: fout[verkeerd-type] hier hoort een van: no, yes"),
        ("  cost: yes\n", "", "62:3: fout[sleutel-ontbreekt] hier ontbreekt 'cost'; vul die aan"),
        ("  publisher:", "  publiser:", "74:3: fout[onbekende-sleutel] de sleutel 'publiser' kennen we hier niet; bedoelde je 'publisher'?"),
        (
            "beeld/omslag.png", "beeld/brood.svg",
            "76:11: fout[verkeerd-type] hier hoort het pad van een PNG of JPEG vanaf docs/, zoals 'beeld/omslag.png'",
        ),
    ],
    ids=["level", "cost", "missing", "unknown", "picture"],
)  # fmt: skip
def test_what_catalogues_do_not_know_is_told_at_its_line(
    old: str, new: str, told: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(CURSUS, old, new)

    assert [f"{CURSUS}:{told}"] == check(showcase_dir)
