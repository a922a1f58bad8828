"""The programme: practice in every chapter, and moments whose parts and minutes are those of what is done."""

import pytest

from ..conftest import Check, CourseDir

CURSUS = "docs/cursus.yml"
BAKKEN = "docs/modules/oven/bakken.md"

SCHEMA = "  - worksheet: bakschema\n    minutes: 1\n    text: Vul het in bij de oven.\n"
LESSON = """  parts:
  - chapter: deeg/kneden
    minutes: 10
  - chapter: deeg/rijzen
    minutes: 10
  - worksheet: deegplan
    minutes: 20
  - worksheet: bakdagboek
    minutes: 5
"""


@pytest.fixture
def check_edit(showcase_dir: CourseDir, check: Check) -> Check:
    """What is told once the outline has been edited; les-2 begins at line 23, its parts at line 32."""

    def lines(old: str, new: str) -> list[str]:
        showcase_dir.edit(CURSUS, old, new)
        return [line.removeprefix(f"{CURSUS}:") for line in check(showcase_dir)]

    return lines


def differ(place: str, minutes: int, counted: int) -> str:
    return f"{place}: waarschuwing[tijd-klopt-niet] hier staat {minutes}, maar het is samen {counted}; pas een van beide aan"


def missing(name: str, place: str = "23:7", moment: str = "les-2") -> str:
    return (
        f"{place}: waarschuwing[onderdeel-ontbreekt] '{name}' hoort bij '{moment}', maar staat niet bij de onderdelen; zet "
        "het onder 'parts'"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{{ worksheet("bakschema") }}', False),
        ('{{ reflection("geduld") }}', False),
        ('{% call trainer() %}\n{{ reflection("geduld") }}\n{% endcall %}', True),
        ("{{ worksheets() }}", True),
        ("Bak maar.", True),
    ],
)
def test_every_chapter_has_something_to_practise_for_a_participant(
    text: str, told: bool, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(BAKKEN, '{{ worksheet("bakschema") }}', text)
    line = f"{BAKKEN}:2:8: waarschuwing[hoofdstuk-zonder-oefening] hoofdstuk 'oven/bakken' heeft geen werkblad en geen "

    assert [line + "reflectievraag; zet er een in"] * told == [
        line for line in check(showcase_dir) if "ongebruikt" not in line
    ]


def test_a_trainer_finds_practice_in_what_only_trainers_see(
    showcase_dir: CourseDir, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERGANG_EDITION", "trainer")
    call = '{{ worksheet("bakschema") }}'
    showcase_dir.edit(BAKKEN, call, f"{{% call trainer() %}}\n{call}\n{{% endcall %}}")

    assert [] == check(showcase_dir)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{{ worksheet("bakschma") }}', "onbekend-werkblad"),
        ("{{ worksheet() }}", "verkeerd-argument"),
        ("{{ bakschema() }}", "onbekende-macro"),
    ],
)
def test_a_slip_in_the_practice_of_a_chapter_is_told_once(
    text: str, rule: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(BAKKEN, '{{ worksheet("bakschema") }}', text)

    assert [f"fout[{rule}]"] == [line.split()[1] for line in check(showcase_dir)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("minutes: 440", "minutes: 439", differ("27:12", 439, 440)),
        ("minutes: 29\n", "minutes: 30\n", differ("27:12", 440, 441)),
        ("minutes: 20\n", "minutes: 25\n", f"{differ('27:12', 440, 445)}\n{differ('36:14', 25, 20)}"),
        ("worksheet: deegplan", "worksheet: deeglijst",
            "35:16: waarschuwing[oud-id] 'deeglijst' heet nu 'deegplan'; het werkt nog, maar pas het aan"),
        ("  title: Later\n", "  title: Later\n  minutes: 6\n", differ("51:12", 6, 5)),
        ("  title: Les 1\n", "  title: Les 1\n  minutes: 61\n", differ("19:12", 61, 60)),
        ("  minutes: 440\n", "", ""),
        ("  title: Later\n", "  title: Later\n  minutes: 5\n", ""),
        ("  title: Les 1\n", "  title: Les 1\n  minutes: 60\n", ""),
        ("- chapter: oven/bakken\n    minutes: 30", "- chapter: oven/bakken\n    minutes: 31", differ("27:12", 440, 441)),
    ],
    ids=["sum", "part", "worksheet", "earlier id", "worksheets alone", "chapters and worksheets", "no sum", "right",
         "right together", "chapter"],
)  # fmt: skip
def test_minutes_are_those_of_the_parts_or_of_what_there_is_to_read_and_do(
    old: str, new: str, expected: str, check_edit: Check
) -> None:
    assert expected.split("\n") == (check_edit(old, new) or [""])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  - worksheet: deegplan\n", "  - title: Deegplan\n", [missing("deegplan")]),
        ("  - chapter: oven/bakken\n    minutes: 30\n", "  - title: Lezen\n    minutes: 30\n", [missing("oven/bakken")]),
        ("  title: Les 1\n", "  title: Les 1\n  parts:\n  - title: Deeg\n    minutes: 5\n",
            [missing(name, "17:7", "les-1") for name in ("bakdagboek", "deeg/kneden", "deeg/rijzen", "deegplan")]),
        (SCHEMA, SCHEMA + SCHEMA, [differ("27:12", 440, 441)]),
        ("  title: Les 1\n", f"  title: Les 1\n{LESSON}", []),
        ("  title: Les 1\n", f"  title: Les 1\n{LESSON.replace('deeg/kneden', 'deeg/mengen')}",
            ["20:14: waarschuwing[oud-id] 'deeg/mengen' heet nu 'deeg/kneden'; het werkt nog, maar pas het aan"]),
    ],
    ids=["worksheet", "chapter", "all", "twice", "none", "earlier id"],
)  # fmt: skip
def test_every_chapter_and_worksheet_of_a_moment_is_among_its_parts(
    old: str, new: str, expected: list[str], check_edit: Check
) -> None:
    assert expected == check_edit(old, new)


TO_LESSON_2 = ("  - deeg/rijzen\n- id: les-2\n", "- id: les-2\n")
LISTED = ("  - oven/bakken\n- id: later\n", "  - oven/bakken\n  - deeg/rijzen\n- id: later\n")
PART = ("  - worksheet: bakschema\n", "  - chapter: deeg/rijzen\n    minutes: 10\n  - worksheet: bakschema\n")
SUM = ("minutes: 440", "minutes: 450")
LESSON_1 = ("  title: Les 1\n", f"  title: Les 1\n{LESSON}")
WITHOUT_PART = ("  - chapter: deeg/rijzen\n    minutes: 10\n  - worksheet: deegplan\n", "  - worksheet: deegplan\n")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([TO_LESSON_2, LISTED, PART, SUM], []),
        ([LISTED, PART, SUM], ["51:5: fout[hoofdstuk-dubbel-genoemd] hoofdstuk 'deeg/rijzen' staat ook bij 'les-1'; haal een "
            "van de twee regels weg"]),
        ([LESSON_1, LISTED, PART, SUM, WITHOUT_PART], ["58:5: fout[hoofdstuk-dubbel-genoemd] hoofdstuk 'deeg/rijzen' staat "
            "ook bij 'les-1'; haal een van de twee regels weg"]),
        ([LESSON_1, TO_LESSON_2, LISTED, PART, SUM], ["22:14: fout[ander-moment] 'deeg/rijzen' hoort niet bij het moment "
            "'les-1', wel bij: les-2; zet dit onderdeel daar of haal het weg, of zet het hoofdstuk hier onder 'chapters'"]),
        ([PART, SUM], ["40:14: fout[ander-moment] 'deeg/rijzen' hoort niet bij het moment 'les-2', wel bij: les-1; zet dit "
            "onderdeel daar of haal het weg, of zet het hoofdstuk hier onder 'chapters'"]),
    ],
    ids=["all", "line at both", "line at both, parts moved", "part at both", "part only"],
)  # fmt: skip
def test_a_chapter_half_moved_to_another_day_is_told_once_with_the_way_on(
    edits: list[tuple[str, str]], expected: list[str], showcase_dir: CourseDir, check: Check
) -> None:
    for old, new in edits:
        showcase_dir.edit(CURSUS, old, new)

    assert expected == [line.removeprefix(f"{CURSUS}:") for line in check(showcase_dir)]


def test_a_worksheet_whose_part_moved_without_its_moments_is_told_at_that_part(
    showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(CURSUS, SCHEMA, "")
    showcase_dir.edit(CURSUS, "minutes: 440", "minutes: 439")
    showcase_dir.edit(
        CURSUS, "  title: Later\n", f"  title: Later\n  parts:\n{SCHEMA}  - worksheet: bakdagboek\n    minutes: 5\n"
    )

    assert [
        f"{CURSUS}:49:16: fout[ander-moment] 'bakschema' hoort niet bij het moment 'later', wel bij: les-2; zet dit onderdeel "
        "daar of haal het weg, of verander 'moments' in docs/tools/werkbladen/bakschema.md"
    ] == check(showcase_dir)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("worksheet: deegplan", "worksheet: deegpln",
            "35:16: fout[onbekend-werkblad] er is geen werkblad 'deegpln'; bedoelde je 'deegplan'?"),
        ("- chapter: oven/bakken\n    m", "- chapter: oven/bakke\n    m",
            "32:14: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'oven/bakke'; bedoelde je 'oven/bakken'?"),
        ("page: bakdag.md", "page: bakdagen.md",
            "26:9: fout[dode-link] deze link leidt nergens heen: 'bakdagen.md'; bedoelde je 'bakdag.md'?"),
        ("page: bakdag.md", "page: /bakdag.md",
            "26:9: fout[verkeerd-type] hier hoort het pad van een pagina vanaf docs/, zoals "
            "'coaching.md'"),
        ("page: bakdag.md", "page: bakdag.md#kop",
            "26:9: fout[verkeerd-type] hier hoort het pad van een pagina vanaf docs/, zoals "
            "'coaching.md'"),
        ("  - title: Bakken\n", "  - text: Wachten.\n", "43:5: fout[sleutel-ontbreekt] hier ontbreekt 'title'; vul die aan"),
        ("    minutes: 120\n", "", "43:5: fout[sleutel-ontbreekt] hier ontbreekt 'minutes'; vul die aan"),
        ("    minutes: 120\n", "    minuten: 120\n",
            "44:5: fout[onbekende-sleutel] de sleutel 'minuten' kennen we hier niet; bedoelde je 'minutes'?"),
        ("    minutes: 120\n", "    minutes: 2 uur\n", "44:14: fout[verkeerd-type] hier hoort een heel getal"),
        ("  - een schort\n", "  - ''\n", "29:5: fout[verkeerd-type] hier hoort een tekst die niet leeg is"),
    ],
    ids=["worksheet", "chapter", "page", "absolute", "anchor", "no name", "no minutes", "unknown key", "no number",
         "empty"],
)  # fmt: skip
def test_a_slip_in_a_moment_is_told_where_it_stands(old: str, new: str, expected: str, check_edit: Check) -> None:
    assert expected.split("\n") == check_edit(old, new)


@pytest.mark.parametrize("file", ["docs/tools/werkbladen/deegplan.md", "docs/modules/deeg/kneden.md"])
def test_while_a_part_cannot_be_read_no_minutes_are_counted(file: str, showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(file, "minutes: 20", "minutes: lang")
    showcase_dir.edit(CURSUS, "minutes: 440", "minutes: 430")

    assert ["fout[verkeerd-type]"] == [line.split()[1] for line in check(showcase_dir)]


def test_a_page_with_a_fault_of_its_own_is_not_said_to_be_missing(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.write("docs/bakdag.md", "Zonder voorblad.\n")

    assert ["fout[geen-voorblad]"] == [line.split()[1] for line in check(showcase_dir)]
