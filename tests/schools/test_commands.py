"""What a school is shown of its edition: the blocks that it can replace, and what is its own."""

import json
from collections.abc import Callable

from ..conftest import SCHOOL, CourseDir
from ..projects import LEERGANG, ROOT, Run, run
from .conftest import SCHOOL_YML

BLOCK = "{% block afspraken %}\nZet je telefoon uit.\n{% endblock %}\n"


def test_blocks_are_listed_with_their_places_and_first_words(school_dir: CourseDir, say: Callable[..., str]) -> None:
    school_dir.add("docs/programma.md", "\n{% block praktisch %}\n{% endblock %}\n")
    school_dir.write(f"{SCHOOL}/docs/bakdag.md", BLOCK)

    line = school_dir.read("docs/programma.md").split("\n").index("{% block praktisch %}") + 1
    second = f"docs/programma.md:{line}"
    assert say("blocks") == (
        f"{'docs/bakdag.md:9'.ljust(len(second))}  afspraken  eigen tekst  Was je handen, en houd je haar bij elkaar.\n"
        f"{second}  praktisch               (nog leeg)\n"
    )
    assert say("blocks", "programma.md", "--school", SCHOOL).startswith("docs/programma.md")
    assert say("blocks", "docs/bakdag.md").startswith("docs/bakdag.md:9")
    assert "Hier staan geen blokken.\n" == say("blocks", "doelen.md")


def test_blocks_of_a_page_that_is_not_there(school_dir: CourseDir, leergang: Callable[..., Run]) -> None:
    outcome = leergang(school_dir.path, "blocks", "bakdagen.md")

    assert 2 == outcome.returncode
    assert "de cursus heeft geen pagina 'bakdagen.md'; bedoelde je 'bakdag.md'?\n" == outcome.stderr


def test_status_tells_what_is_the_schools_own(school_dir: CourseDir, say: Callable[..., str]) -> None:
    page = "---\ntitle: De molen\n---\n\nWij malen zelf.\n"
    school_dir.write(
        SCHOOL_YML,
        "id: de-molen\nname: De Molen\nlanguage_level: B1\noffline: false\n"
        "contacts:\n- name: Jo Mol\n  phone: '1234'\nmoments:\n- id: les-1\n  date: 2027-01-14\n  place: Molen\n"
        "chapters:\n- id: deeg/rijzen\n  hide: true\n- id: deeg/kneden\n  moment: les-2\n",
    )
    school_dir.write(f"{SCHOOL}/docs/bakdag.md", BLOCK)
    school_dir.write(f"{SCHOOL}/docs/molen.md", page)
    school_dir.write(f"{SCHOOL}/docs/.DS_Store", "hidden files are nobody's")
    school_dir.write(f"{SCHOOL}/docs/tools/index.md", page)
    school_dir.write(f"{SCHOOL}/docs/beeld/brood.svg", school_dir.read("docs/beeld/brood.svg"))
    school_dir.write(
        f"{SCHOOL}/docs/tools/begrippen.yml",
        "terms:\n- id: gluten\n  term: gluten\n  text: Lijm.\n- id: malen\n  term: malen\n  text: Fijn maken.\n",
    )

    assert """De Molen (de-molen)

Pagina's
  toegevoegd  molen.md        De molen
  vervangen   tools/index.md  De molen

Blokken
  vervangen  afspraken  bakdag.md

Reflectievragen, begrippen en bronnen
  toegevoegd  malen   begrip
  vervangen   gluten  begrip

Andere bestanden
  vervangen  beeld/brood.svg

Hoofdstukken
  verborgen   deeg/rijzen  Rijzen
  verplaatst  deeg/kneden  Kneden

Momenten
  gepland  les-1  2027-01-14, Molen

Instellingen
  gekozen  contacts        Jo Mol, 1234
  gekozen  language_level  B1
  gekozen  offline         false
""" == say("school", "status", SCHOOL)
    found = json.loads(say("school", "status", SCHOOL, "--format", "json"))
    assert ["de-molen", "De Molen", None] == [found[key] for key in ("school", "name", "made_for")]
    assert {
        "group": "blocks", "change": "replaced", "name": "afspraken", "about": "bakdag.md",
        "path": f"{SCHOOL}/docs/bakdag.md",
    } in found["changes"]  # fmt: skip


def test_status_of_an_edition_with_nothing_and_of_one_that_is_broken(
    school_dir: CourseDir, leergang: Callable[..., Run]
) -> None:
    nothing = leergang(school_dir.path, "school", "status", SCHOOL)
    school_dir.write(SCHOOL_YML, "id: De Molen\n")
    broken = leergang(school_dir.path, "school", "status", SCHOOL)

    assert (0, "De Molen (de-molen)\n\nEr is nog niets van de school zelf.\n") == (nothing.returncode, nothing.stdout)
    assert (1, "") == (broken.returncode, broken.stdout)
    assert f"{SCHOOL_YML}:1:5: fout[ongeldig-id]" in broken.stderr


def test_the_example_is_a_good_edition_of_the_course_with_something_of_everything() -> None:
    assert 0 == run([*LEERGANG, "check", "--school", "examples/school", "--strict"], ROOT).returncode
    found = json.loads(run([*LEERGANG, "school", "status", "examples/school", "--format", "json"], ROOT).stdout)

    changes = {(change["group"], change["change"]) for change in found["changes"]}
    assert {
        ("pages", "added"), ("blocks", "replaced"), ("items", "added"), ("files", "added"),
        ("chapters", "hidden"), ("chapters", "moved"), ("settings", "set"),
    } <= changes  # fmt: skip


def test_a_disk_without_room_is_told_with_the_file(school_dir: CourseDir) -> None:
    school_dir.write(f"{SCHOOL}/docs/bakdag.md", school_dir.read("docs/bakdag.md"))
    full = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *LEERGANG, "school"]
    made = run([*full, "new", "scholen/de-es", "--name", "De Es", "--id", "de-es"], school_dir.path)
    upgraded = run([*full, "upgrade", SCHOOL], school_dir.path)

    told = "scholen/de-es/school.yml kan niet geschreven worden (File too large). Er is niets veranderd.\n"
    assert (1, told) == (made.returncode, made.stderr)
    assert not (school_dir.path / "scholen").exists()
    assert 1 == upgraded.returncode
    assert upgraded.stderr.startswith("TMPDIR kan niet geschreven worden (No usable temporary directory found in [")
