"""A school's own pages, blocks and items over those of the course: what its readers get, and what its author is told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from leergang.site import load_site

from ..conftest import SCHOOL, Built, Check, CourseDir
from ..projects import Run
from .conftest import SCHOOL_YML

BLOCK = "{% block afspraken %}\nZet je telefoon uit.\n{% endblock %}\n"
PAGE = "---\ntitle: De molen\n---\n\nWij malen zelf.\n"
DAY = f"{SCHOOL}/docs/bakdag.md"


def page(text: str) -> str:
    return f"---\ntitle: De molen\n---\n\n{text}\n"


def test_an_edition_that_changes_nothing_has_no_problems(school_dir: CourseDir, check: Check) -> None:
    assert [] == check(school_dir)


def test_a_page_has_the_blocks_of_the_school_and_the_rest_of_the_course(
    school_dir: CourseDir, build: Callable[..., Built]
) -> None:
    school_dir.write(DAY, BLOCK.replace("uit.", 'uit, en denk aan {{ term("gluten") }}.\n\n## Meer\n\n{{ goals() }}'))
    school_dir.edit("docs/bakdag.md", "title: De bakdag\n", "title: De bakdag\nhide:\n- toc\n")
    found = build(school_dir).page("bakdag.html")

    assert "hidden" in found.one(data_md_type="toc").attributes, "what the course's front matter says holds"
    assert "De bakdag" == found.one("h1").text.strip("¶ ")
    assert "Zet je telefoon uit, en denk aan gluten" in found.text
    assert "Op deze dag bak je" in found.text
    assert "Was je handen" not in found.text
    assert "Meer" in [words.strip("¶ ") for words in found.texts("h2")]
    assert found.all("h3"), "what a macro makes stands below the school's own heading"


def test_pages_are_added_and_replaced(school_dir: CourseDir, build: Callable[..., Built]) -> None:
    school_dir.write(SCHOOL_YML, 'id: de-molen\nname: De "Molen" <1> & zoon\n')
    school_dir.write(f"{SCHOOL}/docs/molen/wieken.md", PAGE)
    school_dir.write(f"{SCHOOL}/docs/molen/index.md", PAGE.replace("De molen", "Onze molen"))
    school_dir.write(f"{SCHOOL}/docs/tools/index.md", PAGE.replace("De molen", "Spullen"))
    school_dir.write(f"{SCHOOL}/docs/.verborgen.md", "geen pagina")
    school_dir.write(f"{SCHOOL}/docs/beeld/wiek.png", b"\x89PNG")
    site = build(school_dir)

    assert "Wij malen zelf." in site.page("molen/wieken.html").text
    assert "Spullen" == site.page("tools/index.html").one("h1").text.strip("¶ ")
    assert 'De "Molen" <1> & zoon' in site.page("index.html").text
    assert b"\x89PNG" == (site.path / "beeld/wiek.png").read_bytes()
    assert not list(site.path.rglob("*verborgen*"))


def test_items_are_added_and_replaced_by_their_ids(school_dir: CourseDir, build: Callable[..., Built]) -> None:
    school_dir.write(
        f"{SCHOOL}/docs/tools/begrippen.yml",
        "terms:\n- id: zuurdesem\n  term: zuurdesem\n  text: Ons eigen desem.\n- id: malen\n  term: malen\n  text: Fijn maken.\n",
    )
    school_dir.write(
        f"{SCHOOL}/docs/tools/reflectievragen.yml",
        "prompts:\n- id: eerste-brood\n  text: Hoe rook je eerste brood?\n  goals: [zelf-bakken]\n  moments: [les-1]\n",
    )
    school_dir.write(
        f"{SCHOOL}/docs/tools/literatuur.json",
        '[{"id": "mol2020", "type": "book", "title": "Malen", "author": [{"family": "Mol"}], "issued": {"date-parts": [[2020]]}}]',
    )
    school_dir.write(f"{SCHOOL}/docs/tools/zoekwoorden.yml", "synonyms:\n- words: [maalderij, molen]\n")
    school_dir.write(DAY, BLOCK.replace("uit.", 'uit {{ cite("mol2020") }}, bij het {{ term("malen") }}.'))
    site = build(school_dir)

    terms = site.page("tools/begrippen.html").text
    assert "Ons eigen desem." in terms and "Fijn maken." in terms and "gluten" in terms
    prompts = site.page("tools/reflectievragen.html").text
    assert "Hoe rook je eerste brood?" in prompts
    assert "(Mol, 2020)" in site.page("bakdag.html").text
    assert "maalderij" in (site.path / "search/index.js").read_text(encoding="utf-8")


def test_what_readers_wrote_for_a_prompt_of_earlier_stays_theirs(school_dir: CourseDir) -> None:
    theirs = {name: entry.content.formerly for name, entry in school_dir.load().terms.items()}
    school_dir.write(
        f"{SCHOOL}/docs/tools/begrippen.yml", "terms:\n- id: zuurdesem\n  term: zuurdesem\n  text: Ons eigen desem.\n"
    )

    assert ("desem",) == theirs["zuurdesem"]
    assert list(theirs) == list(school_dir.load().terms), "and in its place"
    assert ("desem",) == school_dir.load().terms["zuurdesem"].content.formerly


def test_a_worksheet_of_the_schools_is_part_of_its_day(school_dir: CourseDir, build: Callable[..., Built]) -> None:
    text = school_dir.read("docs/tools/werkbladen/bakschema.md").replace("title: Bakschema", "title: Molenschema")
    school_dir.write(f"{SCHOOL}/docs/tools/werkbladen/molen.md", text.replace("minutes: 1\n", "minutes: 7\n"))
    school_dir.write(DAY, BLOCK.replace("uit.", 'uit.\n\n{{ worksheet("molen") }}'))
    site = build(school_dir)

    rows = site.page("bakdag.html").texts("tr")
    assert [row for row in rows if row == "Werkblad: Molenschema 7"]
    assert "Samen 7 uur en 27 minuten 447" in rows, "440 minutes of the course's, and 7"
    assert "Molenschema" in site.page("tools/werkbladen/molen.html").text


def test_a_worksheet_that_the_school_has_on_another_day_leaves_its_part_there(
    school_dir: CourseDir, check: Check
) -> None:
    sheet = "docs/tools/werkbladen/bakschema.md"
    school_dir.write(f"{SCHOOL}/{sheet}", school_dir.read(sheet).replace("- les-2\nminutes", "- later\nminutes"))

    assert [] == check(school_dir)
    assert "bakschema" not in [part.worksheet for part in school_dir.load().moments["les-2"].parts]


FAULTS = {
    "a mistake in a block": (
        {DAY: BLOCK.replace("uit.", "[uit](uit.md).")},
        "school/docs/bakdag.md:2:17: fout[dode-link] deze link leidt nergens heen: 'uit.md'",
    ),
    "a macro in a block that isn't there": (
        {DAY: BLOCK.replace("uit.", '{{ term("kneeden") }}.')},
        "school/docs/bakdag.md:2:25: fout[onbekend-begrip] er is geen begrip 'kneeden'",
    ),
    "a macro in a sentence of a block": (
        {DAY: BLOCK.replace("uit.", 'uit. {{ worksheet("deegplan") }}')},
        "school/docs/bakdag.md:2:25: fout[macro-in-zin] 'worksheet' maakt een blok en hoort alleen op een regel te staan, helemaal links",
    ),
    "a macro in a block that can't be read": (
        {DAY: BLOCK.replace("uit.", 'uit.\n\n{{ worksheet("deegplan }}')},
        "school/docs/bakdag.md:4:14: fout[sjabloon-fout] deze macro is niet te lezen: bij dit aanhalingsteken ontbreekt het tweede; zet er een voor en een achter de tekst",
    ),
    "code in a block that has no end": (
        {DAY: BLOCK.replace("Zet", "~~~\nZet")},
        "school/docs/bakdag.md:2:1: fout[code-open] dit stuk code heeft geen einde; zet er een regel met dezelfde tekens onder",
    ),
    "a list in a block below its paragraph": (
        {DAY: BLOCK.replace("uit.", "uit:\n- nu")},
        "school/docs/bakdag.md:3:1: waarschuwing[witregel-ontbreekt] deze lijst hoort zo bij de alinea erboven; zet er een lege regel tussen",
    ),
    "a text below the blocks": (
        {DAY: f"{BLOCK}\n<!-- een opmerking mag -->\n\nEn verder.\n"},
        "school/docs/bakdag.md:7:1: fout[tekst-buiten-blok] dit staat buiten een blok en komt dus nergens; zet het in een blok van docs/bakdag.md, of begin met een voorblad als je de hele pagina vervangt",
    ),
    "a block for a page without any": (
        {f"{SCHOOL}/docs/programma.md": BLOCK},
        "school/docs/programma.md:1:10: fout[onbekend-blok] docs/programma.md heeft geen blok 'afspraken'",
    ),
    "a new page without front matter": (
        {f"{SCHOOL}/docs/over/molen.md": "Wij malen zelf.\n"},
        "school/docs/over/molen.md:1:1: fout[geen-voorblad] deze pagina heeft geen voorblad; begin met een regel '---', dan 'title: ...', en sluit af met een regel '---'",
    ),
    "a term twice in the school's own file": (
        {
            f"{SCHOOL}/docs/tools/begrippen.yml": "terms:\n- id: a\n  term: a\n  text: A.\n- id: a\n  term: a\n  text: A.\n"
        },
        "school/docs/tools/begrippen.yml:5:7: fout[dubbel-id] het id 'a' komt hier voor de tweede keer voor; kies een ander",
    ),
    "a prompt with a goal that isn't there": (
        {
            f"{SCHOOL}/docs/tools/reflectievragen.yml": "prompts:\n- id: geduld\n  text: Hoe?\n  goals: [bakken]\n  moments: [les-1]\n"
        },
        "school/docs/tools/reflectievragen.yml:4:11: fout[onbekend-doel] er is geen doel 'bakken'; bedoelde je 'zelf-bakken'?",
    ),
    "a worksheet that no page asks for": (
        {f"{SCHOOL}/docs/tools/werkbladen/molen.md": "COPY"},
        "school/docs/tools/werkbladen/molen.md:2:8: waarschuwing[ongebruikt-werkblad] werkblad 'molen' wordt door geen enkele pagina gebruikt",
    ),
    "a page without what the course leads to": (
        {f"{SCHOOL}/docs/modules/deeg/kneden.md": "WITHOUT"},
        "school/docs/modules/deeg/kneden.md:1:1: fout[dood-anker] 'modules/deeg/kneden.md' heeft geen kop of anker 'vliesproef'; bedoelde je 'de-proef'?",
    ),
    "a long sentence of the school's own": (
        {
            SCHOOL_YML: "id: de-molen\nname: De Molen\nlanguage_level: A2\n",
            DAY: BLOCK.replace("uit.", "uit, want " + "wij malen en " * 6 + "bakken. " + "Ja. " * 9),
        },
        "school/docs/bakdag.md:2:1: waarschuwing[lange-zin] deze zin telt 24 woorden; maak er twee van (hooguit 18)",
    ),
    "long sentences of the school's own": (
        {
            SCHOOL_YML: "id: de-molen\nname: De Molen\nlanguage_level: A2\n",
            DAY: BLOCK.replace("uit.", "uit, want daar op de molen horen wij graag de wind."),
        },
        "school/docs/bakdag.md:1:1: waarschuwing[lange-zinnen] de zinnen van deze pagina tellen gemiddeld 14.0 woorden; maak ze korter (hooguit 10)",
    ),
    "a moment that isn't there": (
        {SCHOOL_YML: "id: de-molen\nname: De Molen\nmoments:\n- id: les-3\n  place: Molen\n"},
        "school/school.yml:4:7: fout[onbekend-moment] er is geen moment 'les-3'; bedoelde je 'les-2'?",
    ),
    "a moment twice": (
        {SCHOOL_YML: "id: de-molen\nname: De Molen\nmoments:\n- id: les-1\n- id: les-1\n"},
        "school/school.yml:5:7: fout[dubbel-id] het id 'les-1' komt hier voor de tweede keer voor; kies een ander",
    ),
    "a folder without school.yml": (
        {SCHOOL_YML: ""},
        "school/school.yml:1:1: fout[bestand-onleesbaar] dit bestand is niet te lezen (in deze map staat geen school.yml); kijk of het bestaat en of het geen map is",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_told_once_at_its_own_line(name: str, school_dir: CourseDir, check: Check) -> None:
    files, expected = FAULTS[name]
    for file, text in files.items():
        copies = {
            "COPY": school_dir.read("docs/tools/werkbladen/bakschema.md"),
            "WITHOUT": school_dir.read("docs/modules/deeg/kneden.md").replace(" {#vliesproef}", ""),
        }
        if text:
            school_dir.write(file, copies.get(text, text).replace("### De vliesproef", "### De proef"))
        else:
            school_dir.remove(file)

    assert [expected] == check(school_dir)


def test_warnings_about_the_courses_own_texts_are_not_the_schools(school_dir: CourseDir, check: Check) -> None:
    school_dir.add("docs/programma.md", "\n#### Te diep\n")
    assert [] == check(school_dir)

    school_dir.write(f"{SCHOOL}/docs/molen.md", page("#### Te diep"))
    school_dir.add("docs/programma.md", "\n[Weg](weg.md)\n")
    assert ["docs/programma.md:", f"{SCHOOL}/docs/molen.md:"] == [
        line.split(":")[0] + ":" for line in check(school_dir)
    ]


@pytest.mark.parametrize(("inside", "school"), [("", "."), ("docs", "..")])
def test_an_edition_is_the_same_from_inside_its_own_folder(
    inside: str, school: str, school_dir: CourseDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    school_dir.edit("mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nrepo_url: https://github.com/school/brood\n")
    school_dir.add("docs/programma.md", "\n#### Te diep\n")
    school_dir.write(f"{SCHOOL}/docs/molen.md", page("#### Te diep"))
    here = school_dir.path / SCHOOL / inside
    monkeypatch.chdir(here)
    monkeypatch.setenv("LEERGANG_SCHOOL", school)
    site = load_site(Path(os.path.relpath(school_dir.path / "mkdocs.yml")))

    told = site.messages.split("\n")
    assert [os.path.relpath(school_dir.path / SCHOOL / "docs/molen.md")] == [line.split(":")[0] for line in told[:-1]]
    assert "Wijzig deze pagina" in site.page_links("programma.md")
    assert "Wijzig deze pagina" not in site.page_links("molen.md")


@pytest.mark.parametrize("link", ["school.yml", "docs/beeld", "docs/over/lees.md", "docs"])
def test_a_symbolic_link_is_refused(link: str, school_dir: CourseDir, check: Check, tmp_path: Path) -> None:
    path, target = school_dir.path / SCHOOL / link, tmp_path / "elders"
    if link == "school.yml":
        path.rename(target)
    elif link.endswith(".md"):
        target.write_text(PAGE, encoding="utf-8")
    else:
        target.mkdir()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)

    told = check(school_dir)
    assert f"{SCHOOL}/{link}:1:1: fout[snelkoppeling]" == told[0].split("] ")[0] + "]"
    assert 1 == len(told)


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("nergens", "de map 'nergens' van de school is er niet; kijk of de naam klopt"),
        ("docs", "de map 'docs' van de school en die van de cursus of de site liggen in elkaar"),
        ("docs/over", "de map 'docs/over' van de school en die van de cursus of de site liggen in elkaar"),
        (".", "de map '.' van de school en die van de cursus of de site liggen in elkaar"),
        ("site/school", "de map 'site/school' van de school en die van de cursus of de site liggen in elkaar"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_can_be_no_schools_is_refused(
    command: str, folder: str, told: str, school_dir: CourseDir, leergang: Callable[..., Run]
) -> None:
    school_dir.write("site/school/school.yml", "id: a\nname: A\n")
    outcome = leergang(school_dir.path, command, "--school", folder)

    assert 2 == outcome.returncode
    assert outcome.stderr.startswith(told)


def test_mending_is_done_in_the_schools_files_only(school_dir: CourseDir, say: Callable[..., str]) -> None:
    school_dir.add("docs/programma.md", "\nMet spaties.  \t\n")
    school_dir.write(DAY, BLOCK.replace("uit.", "uit. "))
    before = school_dir.read("docs/programma.md")

    assert f"{DAY}:" in say("check", "--fix", "--school", SCHOOL)
    assert before == school_dir.read("docs/programma.md")
    assert BLOCK == school_dir.read(DAY)
