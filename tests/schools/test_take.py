"""`leergang school new` and `take`: the beginning of an edition, and of a text of a school's own."""

from pathlib import Path

import pytest

from leergang.diagnostics import Report
from leergang.model.school import load_school
from leergang.settings import load_settings
from leergang.strings import load_strings

from ..cases import AFKOELEN
from ..conftest import Check, CourseDir, Run
from .upgrading import BASE, KNEDEN, OWN, PAGE, Edition


def test_a_new_edition_can_be_checked_at_once(edition: Edition, check: Check) -> None:
    assert (
        "id: de-wilg\nname: De Wilg\n\n"
        "# Wat hieronder staat, schrijft 'leergang school' zelf. Verander het niet.\nmade_for:\n  version: 1.0.0\n"
    ) == edition.course.read("school/school.yml")
    assert (edition.course.path / "school/docs").is_dir()
    assert [] == check(edition.course)


def test_the_real_command_makes_one_and_takes_a_page(showcase_dir: CourseDir, leergang: Run) -> None:
    made = leergang(showcase_dir.path, "school", "new", "wilg", "--name", "De Wilg")
    taken = leergang(showcase_dir.path, "school", "take", "wilg", "bakdag")

    assert (0, 0) == (made.returncode, taken.returncode)
    assert "leergang school take wilg PAGINA" in made.stdout
    assert taken.stdout.startswith("Overgenomen: wilg/docs/bakdag.md\n")


def test_a_chapter_of_the_schools_own_gets_its_place_in_an_outline_that_it_takes(
    edition: Edition, check: Check
) -> None:
    edition.course.write("school/docs/modules/oven/afkoelen.md", AFKOELEN)
    rule = "school/docs/modules/oven/afkoelen.md:1:1: fout[hoofdstuk-niet-genoemd]"
    assert [
        f"{rule} hoofdstuk 'oven/afkoelen' staat in geen enkele module van cursus.yml; neem cursus.yml over met "
        "'leergang school take school cursus.yml', en zet het daar bij zijn module en bij een moment; "
        "of haal dit bestand weg"
    ] == check(edition.course)

    edition.says("take", "school", "cursus.yml")

    assert [
        f"{rule} hoofdstuk 'oven/afkoelen' staat in geen enkele module van cursus.yml; "
        "zet het bij de hoofdstukken van zijn module"
    ] == check(edition.course)
    edition.course.edit("school/docs/cursus.yml", "  - oven/bakken\n", "  - oven/bakken\n  - oven/afkoelen\n", times=2)
    assert not [told for told in check(edition.course) if "fout[" in told]


def test_what_is_not_given_is_asked(edition: Edition) -> None:
    result = edition.run("new", "andere", typed='School "Zuid" & <Noord>\n\n')

    assert 0 == result.exit_code
    assert "Hoe heet de school of het bestuur?" in result.output
    report = Report(load_strings("nl"))
    _, school = load_school(load_settings(Path("mkdocs.yml")), Path("andere"), report)
    assert school
    assert ("school-zuid-noord", 'School "Zuid" & <Noord>') == (school.file.id, school.file.name)


def test_an_edition_is_not_made_twice(edition: Edition) -> None:
    assert "Hier is al een editie: school/school.yml." in edition.refused("new", "school", "--name", "Een andere")


def test_an_id_is_one(edition: Edition) -> None:
    assert "'De Wilg' kan geen id zijn" in edition.refused("new", "andere", "--name", "De Wilg", "--id", "De Wilg")
    assert not edition.has("andere")


@pytest.mark.parametrize("name", [KNEDEN, f"{KNEDEN}.md", f"docs/{KNEDEN}.md", f"./{PAGE}"])
def test_a_page_is_found_by_what_it_is_called(name: str, edition: Edition) -> None:
    said = edition.says("take", "school", name)

    assert said.startswith(f"Overgenomen: {OWN}\n")
    assert edition.course.read(PAGE) == edition.course.read(OWN) == edition.course.read(BASE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["modules/deeg/knede"], "geen pagina 'modules/deeg/knede'; bedoelde je 'modules/deeg/kneden.md'?"),
        (["../mkdocs.yml"], "De cursus heeft geen pagina '../mkdocs.yml'"),
        ([KNEDEN, "--block", "vouwe"], f"De pagina {KNEDEN}.md heeft geen blok 'vouwe'; bedoelde je 'vouwen'?"),
        ([KNEDEN, "--id", "vouwen"], f"{KNEDEN}.md heeft geen onderdelen met een id."),
        ([KNEDEN, "--id", "a", "--block", "b"], "Kies --block of --id, niet allebei."),
        (["tools/begrippen.yml"], "Zeg met --id welke je wilt overnemen."),
        (["tools/begrippen.yml", "--id", "glute"], "niets met het id 'glute'; bedoelde je 'gluten'?"),
        (["tools/begrippen.yml", "--block", "gluten"], "is geen pagina, en heeft dus geen blokken."),
        (["tools/zoekwoorden.yml"], "Van tools/zoekwoorden.yml neem je niets over."),
    ],
)
def test_what_is_not_there_is_told_with_what_is(arguments: list[str], said: str, edition: Edition) -> None:
    edition.course.edit(PAGE, "Vouw, druk en draai.", "{% block vouwen %}\nVouw, druk en draai.\n{% endblock %}")

    assert said in edition.refused("take", "school", *arguments)


def test_a_text_of_the_schools_is_never_written_over(edition: Edition) -> None:
    edition.course.edit(PAGE, "Vouw, druk en draai.", "{% block vouwen %}\nVouw, druk en draai.\n{% endblock %}")
    edition.says("take", "school", KNEDEN, "--block", "vouwen")
    edition.says("take", "school", "tools/begrippen.yml", "--id", "gluten")

    assert f"Je school heeft al een eigen tekst: {OWN}." in edition.refused("take", "school", KNEDEN)
    assert "al een eigen tekst voor 'vouwen'" in edition.refused("take", "school", KNEDEN, "--block", "vouwen")
    assert "voor 'gluten'" in edition.refused("take", "school", "tools/begrippen.yml", "--id", "gluten")


def test_a_block_of_a_page_that_the_school_has_whole_is_refused(edition: Edition) -> None:
    edition.course.edit(PAGE, "Vouw, druk en draai.", "{% block vouwen %}\nVouw, druk en draai.\n{% endblock %}")
    edition.says("take", "school", KNEDEN)

    assert "Je school heeft al een eigen tekst" in edition.refused("take", "school", KNEDEN, "--block", "vouwen")


@pytest.mark.parametrize("command", [["take", "elders", KNEDEN], ["upgrade", "elders"]])
def test_a_folder_without_an_edition_is_told(command: list[str], edition: Edition) -> None:
    assert "Het bestand elders/school.yml is er niet." in edition.refused(*command)


def test_a_school_file_with_a_mistake_is_told_at_its_line(edition: Edition) -> None:
    edition.course.add("school/school.yml", "naam: De Wilg\n")

    assert "school/school.yml:7:1: fout[onbekende-sleutel]" in edition.refused("upgrade", "school")
