"""`leergang school upgrade`: whole pages of a school follow the course, and what the school wrote is never lost."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from leergang.settings import load_settings

from ..conftest import Check
from .upgrading import BASE, CONFLICT, KNEDEN, OWN, PAGE, PROOF, RULE, Edition


def test_where_the_course_is_as_it_was_nothing_happens(taken: Edition) -> None:
    before = taken.files()

    said = taken.upgrade()

    assert before == taken.files()
    assert "Bij 1 eigen tekst veranderde er niets in de cursus.\n\nEr is niets te doen.\n" in said


def test_what_only_the_course_changed_comes_in(edition: Edition) -> None:
    edition.says("take", "school", KNEDEN)
    edition.publish((PAGE, RULE, "Vouw, druk en wacht."))

    said = edition.upgrade()

    assert edition.course.read(PAGE) == edition.course.read(OWN) == edition.course.read(BASE)
    assert "Jouw editie is gemaakt voor versie 1.0.0 van de cursus. De cursus is nu versie 1.1.0." in said
    assert f"{OWN}: De cursus is veranderd en je had hier zelf niets veranderd." in said
    assert f"    - {RULE}\n    + Vouw, druk en wacht.\n" in said
    assert "  version: 1.1.0\n" in edition.course.read("school/school.yml")


def test_what_both_changed_in_different_places_is_merged(taken: Edition) -> None:
    taken.publish((PAGE, PROOF, "Rek een stukje deeg uit bij het raam."))

    said = taken.upgrade()

    text = taken.course.read(OWN)
    assert text == taken.course.read(PAGE).replace(RULE, "Vouw zoals op De Wilg.")
    assert "bij het raam" in text
    assert "Wat jij schreef, bleef staan." in said
    assert not taken.has(CONFLICT)


def test_two_sentences_of_one_paragraph_are_merged(edition: Edition) -> None:
    paragraph = "Kneed eerst kort. Wacht dan even. Kneed daarna lang. Proef tot slot."
    edition.course.edit(PAGE, RULE, paragraph)
    edition.says("take", "school", KNEDEN)
    edition.course.edit(OWN, "Kneed eerst kort.", "Kneed op De Wilg.")
    edition.publish((PAGE, "Proef tot slot.", "Ruik tot slot."))

    edition.upgrade()

    assert "\nKneed op De Wilg. Wacht dan even. Kneed daarna lang. Ruik tot slot.\n" in edition.course.read(OWN)


def test_what_both_changed_in_one_place_is_for_the_school_to_choose(taken: Edition, check: Check) -> None:
    taken.publish((PAGE, RULE, "Vouw, druk en wacht."))
    before = taken.files()

    said = taken.upgrade(code=1)

    assert before["docs/modules/deeg/kneden.md"] == taken.files()["docs/modules/deeg/kneden.md"]
    assert before["basis/modules/deeg/kneden.md"] == taken.files()["basis/modules/deeg/kneden.md"]
    assert (
        "<<<<<<< van jouw school\nVouw zoals op De Wilg.\n"
        f"||||||| de cursus van versie 1.0.0\n{RULE}\n"
        "=======\nVouw, druk en wacht.\n>>>>>>> de cursus van versie 1.1.0\n"
    ) in taken.course.read(CONFLICT)
    assert f"Beide teksten staan in {CONFLICT}." in said
    assert f"{KNEDEN}.conflict.md" not in replace(load_settings(Path("mkdocs.yml")), school=Path("school")).files("*")
    assert "In 1 bestand moet je nog iets kiezen." in said
    line = taken.course.read(CONFLICT).split("\n").index("<<<<<<< van jouw school") + 1
    assert [
        f"{CONFLICT}:{line}:1: waarschuwing[keuze-open] hier wacht nog een keuze; zet in {OWN} de tekst die je wilt, "
        "verwijder dit bestand, en gebruik daarna: leergang school upgrade school"
    ] == [told for told in check(taken.course) if "keuze-open" in told]


def test_a_choice_is_made_by_deleting_the_file_beside_it(taken: Edition) -> None:
    taken.publish((PAGE, RULE, "Vouw, druk en wacht."))
    taken.upgrade(code=1)
    taken.course.edit(OWN, "Vouw zoals op De Wilg.", "Vouw zoals op De Wilg, en wacht.")
    taken.course.remove(CONFLICT)

    said = taken.says("upgrade", "school")

    assert f"{OWN}: Je keuze is verwerkt." in said
    assert "Vouw zoals op De Wilg, en wacht." in taken.course.read(OWN)
    assert taken.course.read(PAGE) == taken.course.read(BASE)
    assert "Er is niets te doen." in taken.upgrade()


def test_what_the_school_chose_is_not_asked_again_by_a_third_version(taken: Edition) -> None:
    taken.publish((PAGE, RULE, "Vouw, druk en wacht."))
    taken.upgrade(code=1)
    taken.course.remove(CONFLICT)
    taken.course.edit(PAGE, PROOF, "Rek een stukje deeg uit bij het raam.")

    taken.upgrade()

    text = taken.course.read(OWN)
    assert "Vouw zoals op De Wilg." in text
    assert "bij het raam" in text


def test_a_file_with_a_choice_is_never_written_over(taken: Edition) -> None:
    taken.publish((PAGE, RULE, "Vouw, druk en wacht."))
    taken.upgrade(code=1)
    taken.course.write(CONFLICT, "Hier was ik gebleven.\n")
    taken.course.edit(PAGE, "Vouw, druk en wacht.", "Vouw, druk en proef.")

    assert f"Hier wacht nog een keuze op je, in {CONFLICT}." in taken.upgrade(code=1)
    assert "Hier was ik gebleven.\n" == taken.course.read(CONFLICT)


SIGNS = {
    "<<<<<<<": "<<<<<<< van jouw school\n",
    "|||||||": f"||||||| de cursus van versie 1.0.0\n{RULE}\n",
    ">>>>>>>": ">>>>>>> de cursus van versie 1.1.0\n",
}


@pytest.mark.parametrize("gone", [(), ("<<<<<<<",), ("<<<<<<<", "|||||||"), ("|||||||", ">>>>>>>")])
def test_signs_of_a_choice_that_are_left_in_the_text_are_told(
    gone: tuple[str, ...], taken: Edition, check: Check
) -> None:
    taken.publish((PAGE, RULE, "Vouw, druk en wacht."))
    taken.upgrade(code=1)
    taken.course.write(OWN, taken.course.read(CONFLICT))
    taken.course.remove(CONFLICT)
    for sign in gone:
        taken.course.edit(OWN, SIGNS[sign], "")

    said = taken.upgrade(code=1)

    assert "In jouw bestand staan nog regels die met <<<<<<<, |||||||, ======= of >>>>>>> beginnen." in said
    first = next(sign for sign in SIGNS if sign not in gone)
    line = taken.course.read(OWN).split("\n").index(SIGNS[first].split("\n")[0]) + 1
    assert [f"{OWN}:{line}:1: fout[twee-versies]"] == [told.partition(" hier")[0] for told in check(taken.course)]


def test_signs_of_a_merge_in_the_course_come_into_no_text_of_a_school(taken: Edition) -> None:
    taken.publish((PAGE, PROOF, f"<<<<<<< HEAD\n{PROOF}\n=======\nRek het uit.\n>>>>>>> origin/main"))

    assert f"Het bestand {PAGE} is niet te lezen." in taken.refused("upgrade", "school")


def test_a_text_that_the_school_took_away_is_forgotten(taken: Edition) -> None:
    taken.course.remove(OWN)

    assert f"{OWN}: Jouw school heeft hier geen eigen tekst meer." in taken.says("upgrade", "school")
    assert not taken.has(BASE)
    assert KNEDEN not in taken.course.read("school/school.yml")


@pytest.mark.parametrize("tampered", ["edited", "gone"])
def test_without_the_true_base_nothing_is_merged(tampered: str, taken: Edition) -> None:
    taken.publish((PAGE, PROOF, "Rek het uit."))
    if tampered == "gone":
        taken.course.remove(BASE)
    else:
        taken.course.add(BASE, "\nEen regel erbij.\n")
    before = taken.course.read(OWN)

    said = taken.upgrade(code=1)

    assert "hoe de oude tekst luidde is niet meer bekend" in said
    assert before == taken.course.read(OWN)
    assert "<<<<<<< van jouw school\n" in taken.course.read(CONFLICT)
    assert "|||||||" not in taken.course.read(CONFLICT)
    taken.course.remove(CONFLICT)
    taken.upgrade()
    assert taken.course.read(PAGE) == taken.course.read(BASE)


def test_a_lost_base_comes_back_while_the_course_is_as_it_was(taken: Edition) -> None:
    taken.course.remove(BASE)

    taken.upgrade()

    assert taken.course.read(PAGE) == taken.course.read(BASE)


def test_windows_line_ends_stay(taken: Edition) -> None:
    for name in (OWN, "school/school.yml"):
        taken.course.write(name, (taken.course.path / name).read_bytes().replace(b"\n", b"\r\n"))
    taken.publish((PAGE, PROOF, "Rek het uit."))

    taken.upgrade()

    for name in (OWN, "school/school.yml"):
        raw = (taken.course.path / name).read_bytes()
        assert raw.count(b"\n") == raw.count(b"\r\n") > 5
    assert b"Rek het uit." in (taken.course.path / OWN).read_bytes()


def test_the_line_ends_of_the_course_make_no_difference(taken: Edition) -> None:
    taken.course.write(PAGE, (taken.course.path / PAGE).read_bytes().replace(b"\n", b"\r\n"))

    assert "Er is niets te doen." in taken.upgrade()


def test_the_schools_other_lines_in_school_yml_stay(taken: Edition) -> None:
    own = '# Van ons\nname:   "De Wilg"   # niet veranderen\ncolours: {brand: "#123456"}\n\nid: de-wilg\n\n'
    text = taken.course.read("school/school.yml")
    taken.course.write("school/school.yml", own + text[text.index("# Wat hieronder") :] + "# einde\n")
    taken.publish((PAGE, PROOF, "Rek het uit."))

    taken.upgrade()

    text = taken.course.read("school/school.yml")
    assert text.startswith(own)
    assert text.endswith("# einde\n")
    assert "  version: 1.1.0\n" in text


def test_what_is_noted_has_its_place_in_any_yaml(edition: Edition) -> None:
    edition.course.write("school/school.yml", 'made_for: {version: "0.9"} # zo\nid: de-wilg\nname: De Wilg\n')
    edition.upgrade()
    assert "made_for:\n  version: 1.0.0 # zo\nid: de-wilg\nname: De Wilg\n" == edition.course.read("school/school.yml")

    edition.course.write("school/school.yml", "{id: de-wilg, name: De Wilg}\n")
    edition.upgrade()
    assert "{id: de-wilg, name: De Wilg, made_for: {version: 1.0.0}}\n" == edition.course.read("school/school.yml")
    edition.course.edit("school/school.yml", "1.0.0", "0.9.0")
    edition.upgrade()
    assert "{id: de-wilg, name: De Wilg, made_for: {version: 1.0.0}}\n" == edition.course.read("school/school.yml")


def test_the_folder_of_the_school_may_be_the_one_where_you_are(taken: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    taken.publish((PAGE, PROOF, "Rek het uit."))
    monkeypatch.chdir(taken.course.path / "school")

    said = taken.says("upgrade", ".", "--config", "../mkdocs.yml")

    assert "docs/modules/deeg/kneden.md: De cursus is veranderd, en dat is in jouw tekst gezet." in said
    assert "nog herstellen" not in said


def test_what_the_edition_then_lacks_is_told_at_its_line(taken: Edition) -> None:
    taken.publish((PAGE, PROOF, 'Rek een stukje {{ term("wit-meel") }} uit.'))

    said = taken.upgrade()

    assert (
        f"Dit moet je nog herstellen, anders is je editie niet te bouwen:\n- {OWN}:26: er is geen begrip 'wit-meel'"
    ) in said


def test_an_edition_without_a_note_gets_one_at_the_end_of_its_file(edition: Edition) -> None:
    edition.course.write("school/school.yml", "id: de-wilg\nname: De Wilg")

    said = edition.upgrade()

    assert "Voor welke versie jouw editie is gemaakt, was nog niet bekend." in said
    assert (
        "id: de-wilg\nname: De Wilg\n"
        "# Wat hieronder staat, schrijft 'leergang school' zelf. Verander het niet.\nmade_for:\n  version: 1.0.0\n"
    ) == edition.course.read("school/school.yml")


def test_when_a_file_cannot_be_written_all_stays_as_it_was(taken: Edition) -> None:
    taken.says("take", "school", "bakdag")
    taken.publish((PAGE, PROOF, "Rek het uit."), ("docs/bakdag.md", "title: ", "title: De "))
    blocked = taken.course.path / f"school/docs/modules/deeg/.{Path(OWN).name}.leergang-new"
    blocked.mkdir()
    before = taken.files()

    said = taken.says("upgrade", "school", code=1)

    assert "kan niet geschreven worden" in said
    assert before == taken.files()
    blocked.rmdir()
    taken.upgrade()
    assert "Rek het uit." in taken.course.read(OWN)


def test_without_git_nothing_is_written(taken: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    taken.publish((PAGE, PROOF, "Rek het uit."))
    monkeypatch.setenv("PATH", str(taken.course.path))

    assert "Om teksten samen te voegen is git nodig, en dat staat niet op deze computer." in taken.refused(
        "upgrade", "school"
    )


def test_a_file_outside_the_folder_is_left_alone(taken: Edition, tmp_path: Path) -> None:
    secret = tmp_path / "elders.md"
    shutil.copy(taken.course.path / OWN, secret)
    taken.course.remove(OWN)
    (taken.course.path / OWN).symlink_to(secret)

    assert f"{OWN} ligt buiten de map school." in taken.refused("upgrade", "school")


def test_a_path_that_leaves_the_folder_is_refused(taken: Edition) -> None:
    taken.course.edit("school/school.yml", f"path: {KNEDEN}.md", "path: ../../mkdocs.yml")

    assert "ligt buiten de map school." in taken.refused("upgrade", "school")


def test_a_picture_of_the_schools_stays_and_the_courses_comes_beside_it(edition: Edition) -> None:
    edition.says("take", "school", "beeld/omslag.png")
    edition.course.write("school/docs/beeld/omslag.png", b"\x89PNG van ons\r\n\xff")
    edition.publish()
    edition.course.write("docs/beeld/omslag.png", b"\x89PNG nieuw\r\n\xff")

    edition.upgrade(code=1)

    assert b"\x89PNG van ons\r\n\xff" == edition.files()["docs/beeld/omslag.png"]
    assert b"\x89PNG nieuw\r\n\xff" == edition.files()["docs/beeld/omslag.conflict.png"]


def test_a_file_without_an_ending_waits_for_a_choice_like_others(edition: Edition, check: Check) -> None:
    edition.course.write("docs/CNAME", "cursus.example\n")
    edition.says("take", "school", "CNAME")
    edition.course.write("school/docs/CNAME", "wilg.example\n")
    edition.publish(("docs/CNAME", "cursus.example", "brood.example"))

    edition.upgrade(code=1)

    beside = "school/docs/CNAME.conflict"
    assert [f"{beside}:1:1: waarschuwing[keuze-open] hier wacht nog een keuze; zet in school/docs/CNAME de tekst"] == [
        told.partition(" die je")[0] for told in check(edition.course)
    ]
    assert "CNAME.conflict" not in replace(load_settings(Path("mkdocs.yml")), school=Path("school")).files("*")


def test_what_a_system_leaves_in_a_folder_is_no_text(taken: Edition) -> None:
    for folder in ("docs/modules", "school/docs/modules"):
        taken.course.write(f"{folder}/.DS_Store", f"\0{folder}")

    assert "Er is niets te doen." in taken.upgrade()
    assert ".DS_Store" not in taken.course.read("school/school.yml")


def test_a_page_of_the_schools_in_a_folder_called_basis_is_known(taken: Edition, check: Check) -> None:
    taken.course.write("school/docs/basis/index.md", "---\ntitle: De basis\n---\n\nMeel, water en zout.\n")
    taken.course.edit(OWN, "Vouw zoals op De Wilg.", "Lees [de basis](../../basis/index.md).")
    taken.publish((PAGE, PROOF, "Rek het uit."))

    assert "nog herstellen" not in taken.upgrade()
    assert [] == check(taken.course)


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_the_check_says_when_an_upgrade_is_due(version: str, edition: Edition, check: Check) -> None:
    edition.course.edit("docs/cursus.yml", "version: 1.0.0", f"version: {version}")

    told = [line for line in check(edition.course) if "[editie-andere-versie]" in line]

    assert (version != "1.0.0") == (len(told) == 1)
