"""`leergang rename`: every use follows, answers and addresses too, and nothing else changes."""

import os
import re
import subprocess
from collections.abc import Callable

import pytest

from ..conftest import Built, Check, CourseDir
from ..projects import LEERGANG
from .conftest import Changes, Run

RENAMES = {
    "worksheet": ("startfoto", "beginfoto"),
    "chapter": ("structureren/tijd-en-middelen", "structureren/tijd-vinden"),
    "reflection": ("leerling-merkt", "merkbaar"),
    "term": ("plg", "wat-plg-is"),
    "source": ("dufour2004plc", "ideeen2004"),
    "field": ("startfoto/leren", "startfoto/leren-nu"),
    "goal": ("toepassen", "werkwijze-gebruiken"),
}


def words(old: str) -> str:
    return old.rpartition("/")[2]


def clean(lines: list[str]) -> list[str]:
    return [line for line in lines if "[spelling]" not in line]


SMALL = {
    "worksheet": ("bakschema", "ovenschema"),
    "chapter": ("deeg/kneden", "deeg/vouwen"),
    "reflection": ("eerste-brood", "begin"),
    "term": ("epi", "korenaar"),
    "source": ("meel2022", "bewaren2022"),
    "field": ("deegplan/naam", "deegplan/roepnaam"),
    "goal": ("zelf-bakken", "eigen-brood"),
}
"""The same of the small course."""
WITHOUT_FORMERLY = ("source", "goal")


@pytest.mark.parametrize("kind", RENAMES)
def test_everything_that_names_it_follows_and_no_other_line_changes(
    kind: str, real_dir: CourseDir, rename: Run, check: Check
) -> None:
    old, new = RENAMES[kind]
    before, changes = check(real_dir), Changes(real_dir.path)

    result = rename(kind, old, new)

    assert 0 == result.exit_code, result.stderr
    assert before == check(real_dir)
    moved = f"docs/{'modules' if kind == 'chapter' else 'tools/werkbladen'}/{new}.md"
    there = [path for path in changes.paths() if (real_dir.path / path).exists()]
    for path in there:
        lines = changes.lines(path, path.replace(new, old) if path == moved else "")
        gone, come = ([line[1:] for line in lines if line.startswith(sign)] for sign in "-+")
        noted = [line for line in come if line.strip() in ("formerly:", f"- {words(old)}", f"- {old}")]
        assert gone == [line.replace(words(new), words(old)) for line in come if line not in noted]
        assert f"{path}: " in result.stdout
    assert len(there) == len(re.findall(r": \d+ plek", result.stdout))


def test_a_field_that_is_asked_again_follows(real_dir: CourseDir, rename: Run) -> None:
    rename("field", *RENAMES["field"])
    rename("worksheet", *RENAMES["worksheet"])

    assert "same_as: beginfoto/leren-nu\n" in real_dir.read("docs/tools/werkbladen/vervolgplan.md")


@pytest.mark.parametrize("kind", [kind for kind in SMALL if kind not in WITHOUT_FORMERLY])
def test_the_old_id_is_noted_and_a_change_of_mind_notes_the_other(
    kind: str, showcase_dir: CourseDir, rename: Run, check: Check
) -> None:
    old, new = SMALL[kind]
    before = check(showcase_dir)

    for here, there in ((old, new), (new, old)):
        result = rename(kind, here, there)

        assert 0 == result.exit_code, result.stderr
        assert f"Het oude id '{here}' staat nu bij 'formerly'" in result.stdout
        assert words(there) == words(present(showcase_dir, kind, here))
    assert before == check(showcase_dir)


def present(folder: CourseDir, kind: str, old: str) -> str:
    """What the course says is the present id of what was called `old`."""
    course = folder.load()
    if kind != "field":
        return course.present(kind, old)
    sheet, _, name = old.partition("/")
    return next(field.id for field in course.worksheets[sheet].matter.fields if name in field.formerly)


@pytest.mark.parametrize("kind", SMALL)
def test_what_no_reader_saw_leaves_no_trace(kind: str, showcase_dir: CourseDir, rename: Run) -> None:
    old, new = SMALL[kind]
    changes = Changes(showcase_dir.path)

    for options in (["--unpublished"], []):
        assert 0 == rename(kind, old, new, *options).exit_code
        assert [] != changes.paths()
        assert 0 == rename(kind, new, old, "--unpublished").exit_code
        assert [] == changes.paths()


def test_a_chapter_moves_to_another_module(showcase_dir: CourseDir, rename: Run, check: Check) -> None:
    showcase_dir.write("docs/modules/deeg/bol.png", b"\x89PNG\r\n\x1a\n")
    showcase_dir.add(
        "docs/modules/deeg/rijzen.md",
        "\nZie [kneden](kneden.md#vliesproef), [dit](rijzen.md), [hier](#kop), [thuis](../../index.md) en [oven](../oven/bakken.md).\n"
        "\n![Een bol](bol.png) <a href='kneden.md'>kneden</a> [b]\n\n[b]: ../oven/index.md\n\n## Kop\n",
    )
    showcase_dir.add("docs/modules/oven/index.md", "\nLees [rijzen](../deeg/rijzen.md).\n")
    before = check(showcase_dir)

    result = rename("chapter", "deeg/rijzen", "oven/rijzen")

    assert 0 == result.exit_code, result.stderr
    assert [line.replace("oven/rijzen", "deeg/rijzen") for line in check(showcase_dir)] == before
    text = showcase_dir.read("docs/modules/oven/rijzen.md")
    assert (
        "Zie [kneden](../deeg/kneden.md#vliesproef), [dit](rijzen.md), [hier](#kop), [thuis](../../index.md) en [oven](../oven/bakken.md).\n"
        "\n![Een bol](../deeg/bol.png) <a href='../deeg/kneden.md'>kneden</a> [b]\n\n[b]: ../oven/index.md\n"
    ) in text
    assert "Lees [rijzen](rijzen.md)." in showcase_dir.read("docs/modules/oven/index.md")
    outline = showcase_dir.load().outline
    assert outline
    assert [("deeg/kneden",), ("oven/bakken", "oven/rijzen")] == [module.chapters for module in outline.modules]
    assert "als laatste in module 'oven'" in result.stdout
    assert not (showcase_dir.path / "docs/modules/deeg/rijzen.md").exists()


def test_the_last_chapter_of_a_module_can_leave_it(showcase_dir: CourseDir, rename: Run, check: Check) -> None:
    result = rename("chapter", "oven/bakken", "deeg/bakken")

    assert 0 == result.exit_code, result.stderr
    assert "- id: oven\n  title: Oven\n  chapters: []\n" in showcase_dir.read("docs/cursus.yml")
    assert [] == [line for line in check(showcase_dir) if ": fout[" in line]


def test_what_only_looks_like_it_stays(showcase_dir: CourseDir, rename: Run) -> None:
    text = (
        "\nHet deegplan is geen bakschema. `deegplan` en `[x](tools/werkbladen/deegplan.md)` zijn code.\n"
        '\n{% raw %}\n{{ worksheet("deegplan") }}\n{% endraw %}\n'
        "\n```\n[x](tools/werkbladen/deegplan.md)\n```\n\n[weg](https://x.example/tools/werkbladen/deegplan.md)\n"
        "\n<!-- [x](tools/werkbladen/deegplan.md) -->\n"
    )
    showcase_dir.add("docs/bakdag.md", text + "\n[mee](tools/werkbladen/deegplan.md)\n")

    assert 0 == rename("worksheet", "deegplan", "broodplan").exit_code

    found = showcase_dir.read("docs/bakdag.md")
    assert text in found
    assert found.endswith("\n[mee](tools/werkbladen/broodplan.md)\n")


def test_every_way_to_write_a_call_follows(showcase_dir: CourseDir, rename: Run, check: Check) -> None:
    showcase_dir.add(
        "docs/modules/deeg/rijzen.md",
        '\n{{ term(\'gluten\') }} {{ term(text="gluten", id="gluten") }} {{ term("gluten") }} {{ term(\'epi\') }}\n'
        "\n{% call trainer() %}\nZie {{- term( id = 'gluten' ) -}}!\n{% endcall %}\n",
    )

    result = rename("term", "gluten", "kleefstof")

    assert 0 == result.exit_code, result.stderr
    assert (
        '{{ term(\'kleefstof\') }} {{ term(text="gluten", id="kleefstof") }} {{ term("kleefstof") }} {{ term(\'epi\') }}\n'
        "\n{% call trainer() %}\nZie {{- term( id = 'kleefstof' ) -}}!\n{% endcall %}\n"
    ) in showcase_dir.read("docs/modules/deeg/rijzen.md")
    assert [] == [line for line in check(showcase_dir) if ": fout[" in line or "[oud-id]" in line]


@pytest.mark.parametrize(
    ("kind", "old", "new", "listing"),
    [
        ("term", "gluten", "kleefstof", "tools/begrippen.md"),
        ("source", "meel2022", "meel2022bewaren", "tools/literatuur.md"),
        ("reflection", "geduld", "wachten-kunnen", "tools/reflectievragen.md"),
        ("goal", "zelf-bakken", "eigen-brood", "doelen.md"),
    ],
)
def test_a_link_to_its_place_in_a_list_follows(
    kind: str, old: str, new: str, listing: str, showcase_dir: CourseDir, rename: Run, check: Check
) -> None:
    showcase_dir.add("docs/bakdag.md", f"\n[daar]({listing}#{old}) en [daar](index.md)\n")

    result = rename(kind, old, new)

    assert 0 == result.exit_code, result.stderr
    assert f"[daar]({listing}#{new})" in showcase_dir.read("docs/bakdag.md")
    assert [] == [line for line in check(showcase_dir) if ": fout[" in line]


def test_a_heading_with_the_same_name_keeps_its_links(showcase_dir: CourseDir, rename: Run) -> None:
    showcase_dir.add("docs/tools/begrippen.md", "\n## Gluten\n")
    showcase_dir.add("docs/bakdag.md", "\n[kop](tools/begrippen.md#gluten)\n")

    rename("term", "gluten", "kleefstof")

    assert "[kop](tools/begrippen.md#gluten)" in showcase_dir.read("docs/bakdag.md")


def test_pages_that_the_course_and_the_navigation_name_follow(
    showcase_dir: CourseDir, rename: Run, check: Check
) -> None:
    showcase_dir.edit("docs/cursus.yml", "page: bakdag.md", "page: modules/oven/bakken.md")
    showcase_dir.edit("mkdocs.yml", "- bakdag.md", "- Bakken: modules/oven/bakken.md # de oven in")

    result = rename("chapter", "oven/bakken", "oven/stoken")

    assert 0 == result.exit_code, result.stderr
    assert "page: modules/oven/stoken.md" in showcase_dir.read("docs/cursus.yml")
    assert "- Bakken: modules/oven/stoken.md # de oven in" in showcase_dir.read("mkdocs.yml")
    assert "mkdocs.yml: 1 plek\n" in result.stdout
    assert [] == [line for line in check(showcase_dir) if ": fout[" in line]


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("worksheet", "deegpan", "x", "Er is geen werkblad met het id 'deegpan'; bedoelde je 'deegplan'?"),
        ("worksheet", "deeglijst", "x", "Werkblad 'deeglijst' heet nu 'deegplan'."),
        ("worksheet", "deegplan", "Deeg plan", "'Deeg plan' kan geen id zijn."),
        ("worksheet", "deegplan", "bakschema", "Het id 'bakschema' is al van iets anders."),
        ("worksheet", "bakschema", "deeglijst", "Het id 'deeglijst' was eerder van 'deegplan'"),
        ("worksheet", "deegplan", "deegplan", "Het id is al 'deegplan'."),
        ("chapter", "deeg/rijzen", "oven/bakken", "Het id 'oven/bakken' is al van iets anders."),
        ("chapter", "deeg/rijzen", "ovn/rijzen", "Er is geen module 'ovn'. De modules zijn: deeg, oven."),
        ("field", "deegplan", "x", "Zeg ook welk veld: 'deegplan/' en dan een van naam,"),
        ("field", "deegplan/nam", "x", "Er is geen veld met het id 'nam'; bedoelde je 'naam'?"),
        ("field", "deegplan/naam", "reden", "Het id 'reden' is al van iets anders."),
        ("field", "deegpan/naam", "x", "Er is geen werkblad met het id 'deegpan'"),
        ("source", "meel2022", "meel 2022", "'meel 2022' kan geen id zijn."),
    ],
)
def test_a_name_that_cannot_be_changes_nothing(
    kind: str, old: str, new: str, told: str, showcase_dir: CourseDir, rename: Run
) -> None:
    changes = Changes(showcase_dir.path)

    result = rename(kind, old, new)

    assert 2 == result.exit_code
    assert told in result.stderr
    assert "?." not in result.stderr
    assert [] == changes.paths()


def test_a_course_with_errors_is_mended_first(showcase_dir: CourseDir, rename: Run) -> None:
    showcase_dir.add("docs/bakdag.md", '\n{{ term("glutten") }}\n')
    changes = Changes(showcase_dir.path)

    result = rename("term", "gluten", "kleefstof")

    assert 2 == result.exit_code
    assert "Herstel die eerst" in result.stderr
    assert [] == changes.paths()


@pytest.mark.parametrize("kind", ["worksheet", "chapter"])
def test_when_one_file_cannot_be_written_none_changes(kind: str, showcase_dir: CourseDir, rename: Run) -> None:
    moved = {"worksheet": "tools/werkbladen/.broodplan.md", "chapter": "modules/deeg/.bakken.md"}[kind]
    (showcase_dir.path / f"docs/{moved}.leergang-new").mkdir()  # the last file to be written
    old, new = {"worksheet": ("deegplan", "broodplan"), "chapter": ("oven/bakken", "deeg/bakken")}[kind]
    changes = Changes(showcase_dir.path)

    result = rename(kind, old, new)

    assert 1 == result.exit_code
    assert "Er is niets veranderd." in result.stderr
    assert [] == changes.paths()


def test_answers_and_addresses_follow_in_the_site(
    showcase_dir: CourseDir, rename: Run, build: Callable[..., Built]
) -> None:
    for kind, old, new in (
        ("worksheet", "bakschema", "ovenschema"),
        ("field", "deegplan/naam", "roepnaam"),
        ("chapter", "deeg/kneden", "oven/kneden"),
        ("reflection", "geduld", "wachten-kunnen"),
        ("term", "epi", "korenaar"),
    ):
        result = rename(kind, old, new)
        assert 0 == result.exit_code, result.stderr

    site = build(showcase_dir)

    sheet = site.page("tools/werkbladen/ovenschema.html").one("course-worksheet")
    assert ("ovenschema", "bakschema") == (sheet.attributes["data-id"], sheet.attributes["data-formerly"])
    field = site.page("tools/werkbladen/deegplan.html").one(data_field="roepnaam")
    assert "naam" == field.attributes["data-formerly"]
    prompt = site.page("modules/deeg/rijzen.html").one("course-reflection")
    assert ("wachten-kunnen", "wachten geduld") == (prompt.attributes["data-id"], prompt.attributes["data-formerly"])
    for old, new in (
        ("tools/werkbladen/bakschema.html", "ovenschema.html"),
        ("modules/deeg/kneden.html", "../oven/kneden.html"),
    ):
        assert new in [link.attributes["href"] for link in site.page(old).all("a")]
    assert "epi" in site.page("tools/begrippen.html").ids()


def test_a_link_is_changed_where_it_leads_and_not_in_its_words(
    showcase_dir: CourseDir, rename: Run, check: Check
) -> None:
    old = "tools/werkbladen/deegplan.md"
    text = (
        "\n[{0}]({0} '{0}') [![{0}](beeld/omslag.png)]({0}#formulier)\n"
        '\n<a title="href" href="{0}">{0}</a>\n\n[{0}]: {0} "{0}"\n'
    )
    showcase_dir.add("docs/bakdag.md", text.format(old))

    result = rename("worksheet", "deegplan", "broodplan")

    assert 0 == result.exit_code, result.stderr
    new = "tools/werkbladen/broodplan.md"
    assert showcase_dir.read("docs/bakdag.md").endswith(
        f"\n[{old}]({new} '{old}') [![{old}](beeld/omslag.png)]({new}#formulier)\n"
        f'\n<a title="href" href="{new}">{old}</a>\n\n[{old}]: {new} "{old}"\n'
    )
    assert [] == [line for line in check(showcase_dir) if ": fout[" in line]


def test_who_reads_only_the_first_line_is_not_told_that_nothing_was_written(showcase_dir: CourseDir) -> None:
    """As in `leergang rename ... | head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*LEERGANG, "rename", "term", "epi", "korenaar"], cwd=showcase_dir.path, stdout=writing, stderr=subprocess.PIPE,
        text=True, check=False,
    )  # fmt: skip
    os.close(writing)

    assert "niet" not in done.stderr
    assert "id: korenaar" in showcase_dir.read("docs/tools/begrippen.yml")
