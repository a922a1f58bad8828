"""Spelling, by the hunspell that is installed; where none is, these tests have nothing to see."""

import pytest
from click.testing import CliRunner

from leergang.check.spelling import MAX_SUGGESTIONS
from leergang.cli import main

from ..conftest import Check, CourseDir, has_hunspell

KNEDEN = "docs/modules/deeg/kneden.md"
PLAN = "docs/tools/werkbladen/deegplan.md"
CURSUS = "docs/cursus.yml"
OWN = "docs/woordenlijst.txt"


def unknown(place: str, word: str, meant: str = "") -> str:
    return (
        f"{place}: waarschuwing[spelling] '{word}' staat niet in de woordenlijst; verbeter het of zet het in {OWN}"
        f"{f'; bedoelde je {meant!r}?' if meant else ''}"
    )


@pytest.mark.parametrize(
    ("text", "place", "word", "meant"),
    [
        ("Het deeg is zacth, zo zacth.", "5:13", "zacth", "zacht"),
        ("Het *deeg* is [zacth](bakken.md).", "5:16", "zacth", "zacht"),
        ("## Het is zacth", "5:11", "zacth", "zacht"),
        ("- Een\n- Twee zacth", "6:8", "zacth", "zacht"),
        ("{% call trainer() %}\nZacth.\n{% endcall %}", "6:1", "Zacth", "Zacht"),
        ("Het deeg is zacth... En klaar.", "5:13", "zacth", "zacht"),
        ("Het is een zacht-deegg.", "5:12", "zacht-deegg", "zacht-deeg"),
    ],
)
def test_a_word_that_nobody_knows_is_told_where_it_stands_first(
    text: str, place: str, word: str, meant: str, check_page: Check
) -> None:
    assert [unknown(place, word, meant)] == check_page(text, spelling=True)


@pytest.mark.parametrize(
    "text",
    [
        "Foto's en foto’s van 's ochtends, zo’n e-mail over ideeën.",
        "Neem o.a. bloem, bijv. tarwe, d.w.z. meel i.p.v. zand, enz. En t.o.v. gisteren? Ca. 3 gram.",
        "Bak 240 graden, 1e keer, 50% van A4, kneed_het.",
        "`zacth` en <span class='zacth'>zacht</span> &nbsp; [zacht](https://zacth.example/zacth)",
        "```\nzacth\n```\n\n<!-- zacth -->{## zacth ##}",
        '{{ term("zuurdesem") }} en {{ cite("meel2022") }}',
        "Deeg {.zacth #zacth}",
    ],
    ids=["apostrophes", "abbreviations", "numbers", "addresses", "code", "macros", "attributes"],
)
def test_what_is_spelled_well_or_is_no_word_is_not_told(text: str, check_page: Check) -> None:
    assert [] == check_page(text, spelling=True)


@pytest.mark.parametrize(
    "word",
    ["zwoerp", "Zwoerp", "zwoerps", "zwoerp's", "zwoerp’s", "Zwoerps", "Zwoerp's", "Dwargel", "Dwargels", "Z.W.P. is"],
)
def test_the_words_of_the_course_are_known_with_a_capital_and_an_s(
    word: str, showcase_dir: CourseDir, check_page: Check
) -> None:
    showcase_dir.add(OWN, "zwoerp\n  Dwargel  \nZ.W.P.\n")

    assert [] == check_page(f"Een {word} hier.", spelling=True)


def test_a_page_of_which_a_macro_cannot_be_read_is_not_spelled(check_page: Check) -> None:
    (line,) = check_page('{ worksheet("bakschema") }\n\nHet deeg is zacth.', spelling=True)

    assert line.startswith("5:3: fout[sjabloon-fout]")


@pytest.mark.parametrize("word", ["dwargel", "zwoerpje", "tafelzwoerp", "krompel"])
def test_other_forms_and_remarks_are_no_words_of_the_course(
    word: str, showcase_dir: CourseDir, check_page: Check
) -> None:
    showcase_dir.add(OWN, "zwoerp\nDwargel\n# krompel\n")

    assert [unknown("5:5", word)] == [line.partition("; bedoelde")[0] for line in check_page(f"Een {word}.", True)]


def test_while_the_literature_cannot_be_read_no_word_of_it_is_told(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(KNEDEN, "Door te kneden", "Volgens Molendam")
    showcase_dir.edit("docs/tools/literatuur.json", '"type": "thesis",', '"type": "thesis"')

    assert ["json-fout"] == [line.split("[")[1].split("]")[0] for line in check(showcase_dir, True)]


def test_names_and_words_of_the_literature_are_known(showcase_dir: CourseDir, check_page: Check) -> None:
    text = "De Broodwijzer uit Molendam."
    assert [] == check_page(text, spelling=True)

    showcase_dir.edit("docs/tools/literatuur.json", "Molendam", "Gent")
    assert [unknown("5:20", "Molendam")] == [line.partition("; bedoelde")[0] for line in check_page(text, True)]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (KNEDEN, "title: Kneden", "title: Kneden zacth", "2:8"),
        (KNEDEN, "description: Waarom", "description: Zacth, waarom", "3:14"),
        (KNEDEN, "- Kneden maakt", "- Zacth kneden maakt", "12:3"),
        (CURSUS, "title: Brood bakken", "title: Brood zacth bakken", "1:8"),
        (CURSUS, "- een schort", "- een zacth schort", "29:5"),
        (CURSUS, "text: Het deeg werkt", "text: Het deeg werkt zacth", "39:11"),
        (PLAN, "purpose: Bedenken", "purpose: Zacth bedenken", "3:10"),
        (PLAN, "label: Hoe noem", "label: Hoe zacth noem", "17:10"),
        (PLAN, "hint: Een paar", "hint: Een zacth paar", "18:9"),
        (PLAN, "    label: Noten", "    label: Zacthe noten", "59:12"),
        (PLAN, "  - heel veel", "  - heel zacth", "76:5"),
        (PLAN, "example: Mijn buren", "example: Mijn zacth buren", "26:12"),
        (PLAN, "wat: Pakken bloem", "wat: Pakken zacth bloem", "126:10"),
        ("docs/tools/reflectievragen.yml", "text: Hoe smaakte", "text: Hoe zacth smaakte", "3:9"),
        ("docs/tools/begrippen.yml", "text: Eiwitten", "text: Zacthe eiwitten", "13:9"),
        ("docs/tools/begrippen.yml", "term: gluten", "term: zacth gluten", "12:9"),
    ],
)
def test_data_that_readers_read_is_spelled_too(
    file: str, old: str, new: str, place: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(file, old, new)

    assert [f"{file}:{place}: waarschuwing[spelling]"] == [
        " ".join(line.split()[:2]) for line in check(showcase_dir, spelling=True)
    ]


def test_ids_and_what_only_search_knows_are_not_spelled(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("docs/tools/begrippen.yml", "  - schraper", "  - schrpr")
    showcase_dir.edit("docs/tools/zoekwoorden.yml", "- fornuis", "- frnuis")
    showcase_dir.edit(PLAN, "- id: noten", "- id: notn")
    showcase_dir.edit(PLAN, "  - noten\n  - rozijnen\n", "  - notn\n  - rozijnen\n")

    assert [] == check(showcase_dir, spelling=True)


def test_only_the_first_words_are_told_with_what_was_meant(check_page: Check) -> None:
    words = """bloemen broden deegroller gebakken keuken korstje krakend kruimels lepels minuten molenaar ovenschaal rogge
    rooster schort suiker tafels tarwe temperatuur vingers vormpjes warmte wekker zachte""".split()
    told = check_page("\n".join(f"- {word[:2]}{word[3]}{word[2]}{word[4:]}" for word in words), spelling=True)

    assert len(told) > MAX_SUGGESTIONS
    assert [number < MAX_SUGGESTIONS for number in range(len(told))] == ["bedoelde je" in line for line in told]


def test_a_course_without_a_list_of_its_own_is_not_spelled(showcase_dir: CourseDir, check_page: Check) -> None:
    showcase_dir.remove(OWN)

    assert [] == check_page("Zacth.", spelling=True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_language_without_a_dictionary_is_not_spelled(language: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.edit("mkdocs.yml", "language: en", f"language: {language}")
    course_dir.write(OWN, "# tea\n")

    assert [] == check(course_dir, spelling=True)


def test_where_hunspell_is_not_installed_nothing_is_told(
    showcase_dir: CourseDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    showcase_dir.edit(KNEDEN, "Vouw, druk", "Vuow, druk")
    monkeypatch.setenv("PATH", "")

    assert "Geen problemen gevonden.\n" == CliRunner().invoke(main, ["check"]).output


def test_only_a_check_spells_and_its_warnings_stop_no_build(showcase_dir: CourseDir) -> None:
    assert has_hunspell()
    showcase_dir.edit(KNEDEN, "Vouw, druk", "Vuow, druk")
    told = f"{unknown(f'{KNEDEN}:33:1', 'Vuow', 'Vouw')}\n1 waarschuwing in 1 bestand; de cursus kan gebouwd worden.\n"

    assert "" == showcase_dir.site().messages
    assert (told, 0) == ((result := CliRunner().invoke(main, ["check"])).output, result.exit_code)
    assert 1 == CliRunner().invoke(main, ["check", "--strict"]).exit_code


def test_a_list_that_cannot_be_read_is_told(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.write(OWN, b"bakdag\ncaf\xe9\n")

    assert f"{OWN}:2:4: fout[geen-utf8]" in [" ".join(line.split()[:2]) for line in check(showcase_dir, spelling=True)]
