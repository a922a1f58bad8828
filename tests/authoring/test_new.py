"""`leergang new`: complete files, entered where they belong, and the next step said."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from leergang.model.fields import FIELD_KINDS

from ..conftest import Built, Check, CourseDir
from ..projects import LEERGANG
from ..projects import run as run_command
from .conftest import Changes, Run

GOAL = {"showcase": "zelf-bakken", "real": "reflecteren"}
MOMENT = {"showcase": "les-1", "real": "tussen"}
MODULE = {"showcase": "deeg", "real": "veranderkunde"}

WORKSHEET = [
    "--title", "Feedback vragen", "--purpose", "Je vraagt om feedback.", "--label", "Wat vraag je?",
]  # fmt: skip


def course_of(folder: CourseDir) -> str:
    return "showcase" if "brood" in folder.read("mkdocs.yml") else "real"


def arguments(kind: str, folder: CourseDir) -> list[str]:
    """Every answer that a new thing needs, as options."""
    name = course_of(folder)
    goal, moment = ["--goal", GOAL[name]], ["--moment", MOMENT[name]]
    return {
        "module": ["--title", "Feedback geven"],
        "chapter": [
            "--title",
            "Feedback: hoe?",
            "--module",
            MODULE[name],
            "--keypoint",
            "Vraag; luister.",
            *goal,
            *moment,
        ],
        "worksheet": [*WORKSHEET, *goal, *moment],
        "reflection": ["--text", "Wat hoorde je liever niet?", *goal, *moment],
        "term": ["--term", "feedup", "--text", "Wat een leerling wil bereiken: het doel."],
        "source": [
            "--type",
            "book",
            "--title",
            "De les van morgen",
            "--author",
            "Berg, Anna van den",
            "--year",
            "2019",
        ],
    }[kind]


def errors(lines: list[str]) -> list[str]:
    return [line for line in lines if ": fout[" in line]


@pytest.mark.parametrize("kind", ["module", "chapter", "worksheet", "reflection", "term", "source"])
def test_a_new_thing_is_complete_and_breaks_nothing(kind: str, any_dir: CourseDir, new: Run, check: Check) -> None:
    result = new(kind, *arguments(kind, any_dir))

    assert 0 == result.exit_code, result.stderr
    assert [] == errors(check(any_dir))
    assert "Wat je nu doet:" in result.stdout


@pytest.mark.parametrize("kind", ["module", "chapter", "worksheet", "reflection", "term"])
def test_a_new_thing_only_adds_lines(kind: str, any_dir: CourseDir, new: Run) -> None:
    changes = Changes(any_dir.path)

    new(kind, *arguments(kind, any_dir))

    added = [line for path in changes.paths() if path.endswith(".yml") for line in changes.lines(path)]
    assert [] == [line for line in added if line.startswith("-")]
    assert added or kind == "worksheet"


def test_a_new_source_adds_lines_and_a_comma(real_dir: CourseDir, new: Run) -> None:
    changes = Changes(real_dir.path)

    new("source", *arguments("source", real_dir))

    assert ["docs/tools/literatuur.json"] == changes.paths()
    lines = changes.lines("docs/tools/literatuur.json")
    assert [] == [line for line in lines if line.startswith("-")]
    added = json.loads(real_dir.read("docs/tools/literatuur.json"))[-1]
    assert "berg2019morgen" == added["id"]
    assert [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"}] == added["author"]
    assert {"date-parts": [[2019]]} == added["issued"]


def test_a_term_comes_where_the_alphabet_wants_it(real_dir: CourseDir, new: Run) -> None:
    new("term", "--term", "feedup", "--text", "Het doel.", "--also", "feed-up", "--source", "dufour2004plc")

    text = real_dir.read("docs/tools/begrippen.yml")
    assert text.index("- id: facilitator") < text.index("- id: feedup") < text.index("- id: formatief-evalueren")
    assert (
        "- id: feedup\n  term: feedup\n  also:\n  - feed-up\n  text: Het doel.\n  sources:\n  - dufour2004plc\n" in text
    )


@pytest.mark.parametrize("kind", FIELD_KINDS)
def test_a_worksheet_begins_with_a_field_of_the_kind_that_was_chosen(
    kind: str, showcase_dir: CourseDir, new: Run, check: Check
) -> None:
    result = new("worksheet", *arguments("worksheet", showcase_dir), "--kind", kind)

    assert 0 == result.exit_code, result.stderr
    sheet = showcase_dir.load().worksheets["feedback-vragen"]
    assert [(kind, "Wat vraag je?")] == [(field.kind, field.label) for field in sheet.matter.fields]
    assert [] == errors(check(showcase_dir))
    assert f"# '{kind}' " in showcase_dir.read("docs/tools/werkbladen/feedback-vragen.md")


def test_the_next_step_of_a_worksheet_is_the_line_to_put_in_a_chapter(
    showcase_dir: CourseDir, new: Run, check: Check
) -> None:
    result = new("worksheet", *arguments("worksheet", showcase_dir), "--moment", "les-2")

    assert '\n      {{ worksheet("feedback-vragen") }}\n' in result.stdout
    assert "bij 'Les 2', onder 'parts'" in result.stdout
    assert "\n      - worksheet: feedback-vragen\n        minutes: 20\n" in result.stdout
    showcase_dir.add("docs/bakdag.md", '\n{{ worksheet("feedback-vragen") }}\n')
    assert [] == [line for line in check(showcase_dir) if "ongebruikt-werkblad" in line]


def test_a_word_that_the_course_has_already_is_told_of_with_its_chapters(showcase_dir: CourseDir, new: Run) -> None:
    result = new("term", "--term", "steen", "--text", "Een plaat die warmte vasthoudt.")

    assert "nog zonder uitleg" in result.stdout
    assert "docs/modules/oven/bakken.md" in result.stdout


def test_what_helps_an_author_is_not_seen_by_readers(
    showcase_dir: CourseDir, new: Run, build: Callable[..., Built]
) -> None:
    for kind in ("module", "chapter", "worksheet"):
        assert 0 == new(kind, *arguments(kind, showcase_dir)).exit_code

    site = build(showcase_dir)

    for name in ("modules/feedback-geven/index", "modules/deeg/feedback-hoe", "tools/werkbladen/feedback-vragen"):
        assert "De lezer ziet dit niet" in showcase_dir.read(f"docs/{name}.md")
        assert "De lezer ziet dit niet" not in site.page(f"{name}.html").text
        assert "Kopieer een vraag" not in site.page(f"{name}.html").text
    assert "lezer ziet dit niet" not in (site.path / "search/index.js").read_text(encoding="utf-8").lower()


def test_a_first_chapter_goes_into_a_new_module(showcase_dir: CourseDir, new: Run, check: Check) -> None:
    new("module", "gist", "--title", "Gist")
    options = ["--title", "Wat gist doet", "--moment", "later", "--goal", "tijd-kiezen", "--keypoint", "Gist leeft."]
    result = new("chapter", "gist/werking", *options)

    assert 0 == result.exit_code, result.stderr
    assert "- id: gist\n  title: Gist\n  chapters:\n  - gist/werking\n" in showcase_dir.read("docs/cursus.yml")
    assert "- id: later\n  title: Later\n  chapters:\n  - gist/werking\n" in showcase_dir.read("docs/cursus.yml")
    assert [] == errors(check(showcase_dir))


def test_the_first_term_and_prompt_and_source_make_their_files(course_dir: CourseDir, new: Run, check: Check) -> None:
    for kind, options in (
        ("term", ["--term", "steep", "--text", "To leave in hot water."]),
        ("reflection", ["--text", "Which tea?", "--goal", "brew", "--moment", "at-home"]),
        ("source", ["--type", "book", "--title", "Tea"]),
    ):
        result = new(kind, *options)
        assert 0 == result.exit_code, result.stderr

    assert [] == [line for line in check(course_dir) if ": error[" in line]
    assert {"steep"} == set(course_dir.load().terms)
    assert {"which-tea"} == set(course_dir.load().reflections)


@pytest.mark.parametrize(
    ("kind", "id_", "told"),
    [
        ("worksheet", "deegplan", "Het id 'deegplan' is al in gebruik"),
        ("worksheet", "deeglijst", "Het id 'deeglijst' is al in gebruik, of was dat eerder"),
        ("worksheet", "Deeg plan", "'Deeg plan' kan geen id zijn"),
        ("chapter", "deeg/kneden", "Het id 'kneden' is al in gebruik"),
        ("term", "gluten", "zoals 'gluten-2'"),
        ("reflection", "geduld", "Het id 'geduld' is al in gebruik"),
        ("source", "meel2022", "Het id 'meel2022' is al in gebruik"),
        ("module", "oven", "Het id 'oven' is al in gebruik"),
    ],
)
def test_an_id_that_cannot_be_had_changes_nothing(
    kind: str, id_: str, told: str, showcase_dir: CourseDir, new: Run
) -> None:
    changes = Changes(showcase_dir.path)

    result = new(kind, id_, *arguments(kind, showcase_dir))

    assert 2 == result.exit_code
    assert told in result.stderr
    assert "Er is niets veranderd." in result.stderr
    assert [] == changes.paths()


def test_a_file_that_is_there_is_never_overwritten(showcase_dir: CourseDir, new: Run) -> None:
    showcase_dir.write("docs/modules/feedback-geven/index.md", "---\ntitle: Van mij\n---\n")
    changes = Changes(showcase_dir.path)

    result = new("module", *arguments("module", showcase_dir))

    assert 2 == result.exit_code
    assert "docs/modules/feedback-geven/index.md is er al" in result.stderr
    assert [] == changes.paths()


def test_when_one_file_cannot_be_written_none_is(showcase_dir: CourseDir, new: Run) -> None:
    (showcase_dir.path / "docs/.cursus.yml.leergang-new").mkdir()
    changes = Changes(showcase_dir.path)

    result = new("module", *arguments("module", showcase_dir))

    assert 1 == result.exit_code
    assert "Er is niets veranderd." in result.stderr
    assert [] == changes.paths()
    assert not (showcase_dir.path / "docs/modules/feedback-geven").exists()


def test_what_would_break_the_course_is_not_written(showcase_dir: CourseDir, new: Run) -> None:
    showcase_dir.write("zotero.json", '{"id": "nieuw", "type": "boek", "title": "Meel"}')
    changes = Changes(showcase_dir.path)

    result = new("source", "--from", "zotero.json")

    assert 2 == result.exit_code
    assert "zou de cursus niet meer gebouwd kunnen worden" in result.stderr
    assert "docs/tools/literatuur.json:" in result.stderr
    assert [] == changes.paths()


def test_errors_elsewhere_do_not_stand_in_the_way(showcase_dir: CourseDir, new: Run) -> None:
    showcase_dir.write("docs/bakdag.md", "---\ntitle: Bakdag\n---\n[weg](weg.md)\n")

    assert 0 == new("term", *arguments("term", showcase_dir)).exit_code


def test_a_list_that_cannot_be_read_is_mended_first(showcase_dir: CourseDir, new: Run) -> None:
    showcase_dir.write("docs/tools/begrippen.yml", "terms: [")

    result = new("term", *arguments("term", showcase_dir))

    assert 2 == result.exit_code
    assert "Herstel die eerst" in result.stderr


SOURCES = [
    {"id": "kok2011", "type": "book", "title": "Meel & water"},
    {
        "id": "http://zotero.org/users/1/items/AB",
        "type": "webpage",
        "title": "Molens draaien",
        "author": [{"family": "Vos"}],
        "issued": {"date-parts": [[2020]]},
    },
]


@pytest.mark.parametrize("by", ["file", "paste"])
def test_sources_of_zotero_are_taken_over(by: str, showcase_dir: CourseDir, new: Run, check: Check) -> None:
    text = json.dumps(SOURCES)
    showcase_dir.write("zotero.json", text)

    result = new("source", "--from", "zotero.json") if by == "file" else new("source", "--from", "-", typed=text)

    assert 0 == result.exit_code, result.stderr
    sources = showcase_dir.load().sources
    assert ["Meel & water", "Molens draaien"] == [sources[id_].content.title for id_ in ("kok2011", "vos2020molens")]
    assert '{{ cite("vos2020molens") }}' in result.stdout
    assert [] == errors(check(showcase_dir))


def test_what_zotero_adds_is_taken_over_or_told(showcase_dir: CourseDir, new: Run, check: Check) -> None:
    author = [{"family": "Vos", "given": "A.", "isInstitution": "1"}]
    item = {**SOURCES[1], "license": "CC BY", "author": author, "attachments": ["vos.pdf"]}

    result = new("source", "--from", "-", typed=json.dumps([item]))

    assert 0 == result.exit_code, result.stderr
    assert (
        "Bij 'vos2020molens' lieten we weg wat de literatuurlijst niet kent: isInstitution, attachments"
        in result.stdout
    )
    (source,) = [item for item in json.loads(showcase_dir.read("docs/tools/literatuur.json")) if "license" in item]
    assert source == {
        **SOURCES[1], "id": "vos2020molens", "license": "CC BY", "author": [{"family": "Vos", "given": "A."}],
    }  # fmt: skip
    assert [] == errors(check(showcase_dir))


@pytest.mark.parametrize(
    "again",
    [
        {},
        {"id": "http://zotero.org/users/1/items/CD", "title": "Molens  Draaien", "author": [{"family": "de Vos"}]},
        {"title": "Molens: draaien!", "DOI": "https://doi.org/10.1000/MOLEN", "issued": {}},
    ],
)
def test_a_source_that_is_there_is_not_taken_over_again(
    again: dict[str, object], showcase_dir: CourseDir, new: Run
) -> None:
    new("source", "--from", "-", typed=json.dumps({**SOURCES[1], "DOI": "10.1000/molen"}))
    changes = Changes(showcase_dir.path)
    item = {**SOURCES[1], **again}

    result = new("source", "--from", "-", typed=json.dumps(item))

    assert 2 == result.exit_code
    assert f"De bron '{item['title']}' staat er al als 'vos2020molens'." in result.stderr
    assert "Er is niets veranderd." in result.stderr
    assert [] == changes.paths()


def test_of_many_sources_only_the_new_ones_are_taken_over(showcase_dir: CourseDir, new: Run) -> None:
    new("source", "--from", "-", typed=json.dumps(SOURCES[1]))

    result = new("source", "--from", "-", typed=json.dumps([*SOURCES, SOURCES[0]]))

    assert 0 == result.exit_code, result.stderr
    assert "'Molens draaien' staat er al als 'vos2020molens'" in result.stdout
    assert "'Meel & water' staat er al als 'kok2011'" in result.stdout
    titles = [item["title"] for item in json.loads(showcase_dir.read("docs/tools/literatuur.json"))]
    assert (1, 1) == (titles.count("Meel & water"), titles.count("Molens draaien"))


def test_sources_of_one_export_get_ids_of_their_own(showcase_dir: CourseDir, new: Run) -> None:
    later = {**SOURCES[1], "id": "http://zotero.org/users/1/items/CD", "title": "Molens bouwen"}

    result = new("source", "--from", "-", typed=json.dumps([SOURCES[1], later]))

    assert 0 == result.exit_code, result.stderr
    assert {"vos2020molens", "vos2020molens-2"} <= showcase_dir.load().sources.keys()


def test_another_source_of_the_same_title_is_another(showcase_dir: CourseDir, new: Run) -> None:
    new("source", "--from", "-", typed=json.dumps(SOURCES[1]))

    other = new("source", "--from", "-", typed=json.dumps({**SOURCES[1], "author": [{"family": "Bos"}]}))
    later = new("source", "--from", "-", typed=json.dumps({**SOURCES[1], "issued": {"date-parts": [[2021]]}}))

    assert (0, 0) == (other.exit_code, later.exit_code), other.stderr + later.stderr


def test_a_source_by_hand_that_is_there_is_told(showcase_dir: CourseDir, new: Run) -> None:
    new("source", *arguments("source", showcase_dir))

    result = new("source", *arguments("source", showcase_dir))

    assert 2 == result.exit_code
    assert "De bron 'De les van morgen' staat er al als 'berg2019morgen'." in result.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("geen json", "Dit is geen JSON"),
        ('{"a": 1}', "Dit is geen CSL-JSON"),
        ("[]", "Dit is geen CSL-JSON"),
        ('{"id": "meel2022", "type": "book", "title": "Meel"}', "Het id 'meel2022' is al in gebruik"),
    ],
)
def test_what_is_no_source_is_told(text: str, told: str, showcase_dir: CourseDir, new: Run) -> None:
    result = new("source", "--from", "-", typed=text)

    assert 2 == result.exit_code
    assert told in result.stderr


def test_line_ends_and_a_byte_order_mark_stay(showcase_dir: CourseDir, new: Run) -> None:
    text = showcase_dir.read("docs/tools/begrippen.yml")
    before = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    showcase_dir.write("docs/tools/begrippen.yml", before)

    new("term", *arguments("term", showcase_dir))

    after = (showcase_dir.path / "docs/tools/begrippen.yml").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\n") + 3


def test_the_command_is_there_for_whoever_types_it(showcase_dir: CourseDir) -> None:
    result = run_command([*LEERGANG, "new", "term", *arguments("term", showcase_dir)], Path.cwd())

    assert 0 == result.returncode, result.stderr
    assert "Aangevuld: docs/tools/begrippen.yml\n" in result.stdout
