"""Problems, and how they are told: to a reader, to a program and to GitHub."""

import json
import re
from collections.abc import Callable

import fastjsonschema
import pytest
from click.testing import CliRunner

from leergang.cli import main
from leergang.diagnostics import (
    Place,
    Report,
    Rule,
    Severity,
    closest,
    render_github,
    render_gitlab,
    render_json,
    render_sarif,
    render_text,
)
from leergang.strings import load_strings

from .conftest import CourseDir


def filled(language: str = "nl") -> Report:
    """A report with an error and a warning in one file and an error in another, in no order."""
    report = Report(load_strings(language))
    report.add(Rule.DEAD_LINK, Place("docs/b.md", 10, 2), target="weg.md", suggest=("weg.md", ["wegen.md"]))
    report.add(Rule.UNUSED_SOURCE, Place("docs/b.md", 9, 30), id="bron")
    report.add(Rule.UNKNOWN_GOAL, Place("docs/a.md", 100, 1), id="doel")
    return report


def test_text_is_a_line_a_problem_in_order_and_a_line_that_counts_them() -> None:
    assert (
        "docs/a.md:100:1: fout[onbekend-doel] er is geen doel 'doel'\n"
        "docs/b.md:9:30: waarschuwing[ongebruikte-bron] de bron 'bron' wordt nergens aangehaald\n"
        "docs/b.md:10:2: fout[dode-link] deze link leidt nergens heen: 'weg.md'; bedoelde je 'wegen.md'?\n"
        "2 fouten en 1 waarschuwing in 2 bestanden; er is geen pagina geschreven."
    ) == render_text(filled())


def test_text_is_in_the_language_of_the_course() -> None:
    assert "docs/a.md:100:1: error[onbekend-doel] there is no goal 'doel'" == render_text(filled("en")).split("\n")[0]
    assert "2 errors and 1 warning in 2 files; no page was written." == render_text(filled("en")).split("\n")[-1]


@pytest.mark.parametrize(
    ("strict", "outcome"), [(False, "de cursus kan gebouwd worden."), (True, "er is geen pagina geschreven.")]
)
def test_warnings_alone_stop_nothing_unless_they_count(strict: bool, outcome: str) -> None:
    report = Report(load_strings("nl"))
    report.add(Rule.UNUSED_SOURCE, Place("docs/b.md"), id="bron")

    assert strict is report.failed(strict)
    assert f"1 waarschuwing in 1 bestand; {outcome}" == render_text(report, strict).split("\n")[-1]


def test_a_report_without_problems_says_so() -> None:
    assert "Geen problemen gevonden." == render_text(Report(load_strings("nl")))
    assert "[]" == render_json(Report(load_strings("nl")))
    assert "" == render_github(Report(load_strings("nl")))


def test_json_is_a_list_of_objects_in_the_same_order() -> None:
    rows = json.loads(render_json(filled()))

    assert ["docs/a.md", "docs/b.md", "docs/b.md"] == [row["path"] for row in rows]
    assert {
        "path": "docs/b.md",
        "line": 9,
        "column": 30,
        "severity": "warning",
        "rule": "ongebruikte-bron",
        "message": "de bron 'bron' wordt nergens aangehaald",
    } == rows[1]


def test_github_gets_a_command_a_problem_with_its_signs_escaped() -> None:
    report = Report(load_strings("nl"))
    report.add(Rule.UNKNOWN_WORKSHEET, Place("docs/a,b:c.md", 3, 4), id="50%\nvan: alles")

    assert (
        "::error file=docs/a%2Cb%3Ac.md,line=3,col=4,title=onbekend-werkblad::er is geen werkblad '50%25%0Avan: alles'"
    ) == render_github(report)


def test_gitlab_gets_an_object_a_problem() -> None:
    rows = json.loads(render_gitlab(filled()))

    assert {
        "description": "de bron 'bron' wordt nergens aangehaald",
        "check_name": "ongebruikte-bron",
        "fingerprint": rows[1]["fingerprint"],
        "severity": "minor",
        "location": {"path": "docs/b.md", "lines": {"begin": 9}},
    } == rows[1]
    assert ["major", "minor", "major"] == [row["severity"] for row in rows]
    assert 3 == len({row["fingerprint"] for row in rows})


@pytest.mark.parametrize("render", [render_gitlab, render_sarif])
def test_a_problem_is_the_same_one_when_its_line_moves(render: Callable[[Report], str]) -> None:
    def told(line: int) -> list[str]:
        report = Report(load_strings("nl"))
        for step in (0, 5):
            report.add(Rule.UNKNOWN_GOAL, Place("docs/a.md", line + step), id="doel")
        report.add(Rule.DUPLICATE_KEY, Place("docs/a.md", line + 9), key="title", line=line)
        return re.findall(r'"(?:fingerprint|leergang/v1)": "(\w+)"', render(report))

    assert told(10) == told(250)
    assert 3 == len(set(told(10)))


SARIF = fastjsonschema.compile(
    {
        "type": "object",
        "required": ["version", "runs"],
        "properties": {
            "version": {"const": "2.1.0"},
            "$schema": {"type": "string", "pattern": "^https://.*sarif-schema-2.1.0.json$"},
            "runs": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["tool", "results"],
                    "additionalProperties": False,
                    "properties": {
                        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                        "tool": {
                            "type": "object",
                            "required": ["driver"],
                            "properties": {
                                "driver": {
                                    "type": "object",
                                    "required": ["name"],
                                    "properties": {
                                        "rules": {
                                            "type": "array",
                                            "uniqueItems": True,
                                            "items": {
                                                "type": "object",
                                                "required": ["id", "shortDescription", "help"],
                                                "properties": {
                                                    "shortDescription": {"$ref": "#/definitions/message"},
                                                    "help": {"$ref": "#/definitions/message"},
                                                    "defaultConfiguration": {
                                                        "type": "object",
                                                        "properties": {"level": {"$ref": "#/definitions/level"}},
                                                    },
                                                },
                                            },
                                        }
                                    },
                                }
                            },
                        },
                        "results": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
                                "properties": {
                                    "message": {"$ref": "#/definitions/message"},
                                    "level": {"$ref": "#/definitions/level"},
                                    "ruleIndex": {"type": "integer", "minimum": 0},
                                    "partialFingerprints": {
                                        "type": "object",
                                        "additionalProperties": {"type": "string"},
                                    },
                                    "locations": {"type": "array", "items": {"$ref": "#/definitions/location"}},
                                },
                            },
                        },
                    },
                },
            },
        },
        "definitions": {
            "level": {"enum": ["none", "note", "warning", "error"]},
            "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
            "location": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation", "region"],
                        "additionalProperties": False,
                        "properties": {
                            "artifactLocation": {
                                "type": "object",
                                "required": ["uri"],
                                "properties": {"uri": {"type": "string", "pattern": r"^[^\s\\\\]+$"}},
                            },
                            "region": {
                                "type": "object",
                                "properties": {
                                    "startLine": {"type": "integer", "minimum": 1},
                                    "startColumn": {"type": "integer", "minimum": 1},
                                },
                            },
                        },
                    }
                },
            },
        },
    }
)
"""What we promise of it, written down from SARIF 2.1.0 (OASIS): the parts that we write, with what they need."""


def test_sarif_has_every_rule_with_its_promise_and_every_problem_with_its_rule() -> None:
    report = filled()
    report.add(Rule.EMPTY_FILE, Place("docs/met spatie.md"))
    (run,) = SARIF(json.loads(render_sarif(report)))["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert [rule.value for rule in Rule] == [rule["id"] for rule in rules]
    assert ["onbekend-doel", "ongebruikte-bron", "dode-link", "leeg-bestand"] == [
        rules[found["ruleIndex"]]["id"] for found in run["results"]
    ]
    assert ["error", "warning", "error", "error"] == [found["level"] for found in run["results"]]
    assert "docs/met%20spatie.md" == run["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert {"startLine": 10, "startColumn": 2} == run["results"][2]["locations"][0]["physicalLocation"]["region"]
    assert rules[0]["help"]["text"].startswith("Elk bestand van de cursus is te lezen.")


def test_a_word_of_the_authors_language_suggests_that_of_the_generator() -> None:
    report = Report(load_strings("nl"))

    assert "worksheet" == report.nearest("Werkblad", ["worksheet", "reflection"])
    assert "werkblad" == report.nearest("werkbald", ["werkblad", "reflection"])
    assert None is report.nearest("werkblad", ["reflection", "cite"])


def test_the_same_problem_is_told_once() -> None:
    report = Report(load_strings("nl"))
    report.add(Rule.UNKNOWN_GOAL, Place("docs/a.md"), id="doel")
    report.add(Rule.UNKNOWN_GOAL, Place("docs/a.md"), id="doel")

    assert 1 == len(report.diagnostics())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("deegplann", "deegplan"), ("Deegplan", "deegplan"), ("plan", "deegplan"), ("zee", None), ("", None)],
)
def test_what_is_suggested_is_like_what_was_written(name: str, expected: str | None) -> None:
    assert expected == closest(name, ["deegplan", "bakschema"])


def test_what_makes_a_course_weaker_is_a_warning_and_all_else_an_error() -> None:
    assert {
        "oud-id", "beeld-te-groot", "kop-niveau", "dubbele-titel", "ongebruikt-werkblad", "ongebruikte-vraag", "ongebruikte-bron",
        "hoofdstuk-zonder-oefening", "tijd-klopt-niet", "onderdeel-ontbreekt", "datums-door-elkaar",
        "hoofdstuk-lengte", "lange-zin", "lange-zinnen", "begrip-zonder-uitleg", "spelling",
        "witregel-ontbreekt", "opmaak-vorm", "tabel-cellen", "doel-verborgen", "editie-andere-versie", "keuze-open",
    } == {rule.value for rule in Rule if rule.severity is Severity.WARNING}  # fmt: skip


WARNING = ("docs/tools/index.md", "## Werkbladen", "#### Werkbladen")
ERROR = ("docs/werkboek.md", "workbook()", "workbok()")


@pytest.mark.parametrize(
    ("edits", "arguments", "code"),
    [
        ([], [], 0),
        ([], ["--strict"], 0),
        ([WARNING], [], 0),
        ([WARNING], ["--strict"], 1),
        ([ERROR], [], 1),
        ([ERROR, WARNING], ["--format", "json"], 1),
        ([ERROR], ["--format", "github"], 1),
        ([ERROR], ["--format", "gitlab"], 1),
        ([ERROR], ["--format", "sarif"], 1),
        ([WARNING], ["--format", "sarif"], 0),
        ([], ["--format", "xml"], 2),
        ([], ["--config", "nothing.yml"], 2),
        ([], ["--nothing"], 2),
    ],
)
def test_the_exit_code_says_what_came_of_it(
    edits: list[tuple[str, str, str]], arguments: list[str], code: int, showcase_dir: CourseDir
) -> None:
    for edit in edits:
        showcase_dir.edit(*edit)

    assert code == CliRunner().invoke(main, ["check", *arguments]).exit_code


def test_check_tells_the_problems_of_the_course_in_the_form_that_is_asked_for(showcase_dir: CourseDir) -> None:
    showcase_dir.edit(*ERROR)
    outputs = {
        form: CliRunner().invoke(main, ["check", "--format", form]).output for form in ("text", "json", "github")
    }

    assert (
        "docs/werkboek.md:5:4: fout[onbekende-macro] er is geen macro 'workbok'; bedoelde je 'workbook'?\n"
        "1 fout in 1 bestand; er is geen pagina geschreven.\n"
    ) == outputs["text"]
    assert ["onbekende-macro"] == [row["rule"] for row in json.loads(outputs["json"])]
    assert outputs["github"].startswith(
        "::error file=docs/werkboek.md,line=5,col=4,title=onbekende-macro::er is geen macro"
    )


def test_paths_are_told_from_where_the_command_was_given(
    showcase_dir: CourseDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    showcase_dir.edit(*ERROR)
    monkeypatch.chdir(showcase_dir.path.parent)
    result = CliRunner().invoke(main, ["check", "--config", "course/mkdocs.yml"])

    assert result.output.startswith("course/docs/werkboek.md:5:4: fout[onbekende-macro]")
