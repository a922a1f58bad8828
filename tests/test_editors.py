"""What the repository tells editors: which schema a file has, how a check is run and read, and what can be filled in."""

import json
import re
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml

from leergang.check import check_course
from leergang.diagnostics import FORMATS, Report
from leergang.model import load_course
from leergang.settings import load_settings
from leergang.strings import load_strings

from .conftest import CourseDir
from .projects import LEERGANG, ROOT, run

VSCODE = ROOT / ".vscode"
DATA = ("*.yml", "*.json")


PLACES = {"school.yml": "examples/school/school.yml"}
"""Where one is of a file that is in no fixed folder."""


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


SETTINGS, TASKS = read(VSCODE / "settings.json"), read(VSCODE / "tasks.json")["tasks"]
SNIPPETS, CONTAINER = read(VSCODE / "leergang.code-snippets"), read(ROOT / ".devcontainer/devcontainer.json")


class _Yaml12(yaml.SafeLoader):
    """YAML 1.2, in which `no` and `2026-01-01` are texts: what the editor's extension reads, and the course too."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the loader that it is made from has it
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":bool", ":timestamp", ":int"))]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
_Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?\d+$"), list("-+0123456789"))  # 15:30 is none


def yaml_as_editors_do(text: str) -> Any:
    return yaml.load(text, Loader=_Yaml12)  # noqa: S506 - it is a SafeLoader


def wired() -> dict[str, str]:
    """Every data file with the schema that its editor is told."""
    found = {file: schema for schema, file in SETTINGS["yaml.schemas"].items()}
    return found | {file: one["url"] for one in SETTINGS["json.schemas"] for file in one["fileMatch"]}


@pytest.mark.parametrize("name", sorted(wired()))
def test_a_data_file_is_what_the_schema_in_its_editor_says(name: str) -> None:
    text = (ROOT / PLACES.get(name, name)).read_text(encoding="utf-8")
    validate = fastjsonschema.compile(_plain(read(ROOT / wired()[name])))

    validate(json.loads(text) if name.endswith(".json") else yaml_as_editors_do(text))


def _plain(schema: Any) -> Any:
    """The schema in the older dialect that this validator knows; ours use nothing of what is different there."""
    return schema | {"$schema": "http://json-schema.org/draft-07/schema#"}


def test_every_data_file_of_the_course_has_a_schema_in_its_editor() -> None:
    files = {path.relative_to(ROOT).as_posix() for kind in DATA for path in (ROOT / "docs").rglob(kind)}

    assert sorted(files | PLACES.keys()) == sorted(wired())


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["label"])
def test_a_task_runs_what_is_there(task: dict[str, Any]) -> None:
    command, argument = task["command"], task["args"][0]
    if command == "make":
        assert re.search(rf"^{argument}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    else:
        assert ".venv/bin/leergang" == command
        assert 0 == run([*LEERGANG, argument, "--help"], ROOT).returncode


def problems(task: dict[str, Any], text: str) -> list[dict[str, str]]:
    """What an editor makes of a command's output: for each line that is a problem its parts."""
    found = []
    for line in text.splitlines():
        for matcher in task["problemMatcher"]:
            pattern = matcher["pattern"]
            if match := re.match(pattern["regexp"], line):
                groups = {key: match[number] for key, number in pattern.items() if key != "regexp"}
                found.append({"severity": matcher["severity"], **groups})
    return found


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["label"])
def test_every_problem_that_is_told_is_marked_in_its_file(task: dict[str, Any], broken_dir: CourseDir) -> None:
    settings = load_settings(Path("mkdocs.yml"))
    report = Report(load_strings(settings.language))
    check_course(load_course(settings, report), report)
    expected = [
        {"severity": d.severity.value, "file": d.place.path, "line": str(d.place.line), "column": str(d.place.column),
         "code": d.rule.value, "message": d.message} for d in report.diagnostics()
    ]  # fmt: skip

    assert len(expected) > 50
    assert expected == problems(task, FORMATS["text"](report, False))


def test_a_line_that_is_no_problem_marks_nothing() -> None:
    said = "2 fouten in 2 bestanden; er is geen pagina geschreven.\n12:00:00 ververst in 1,2 s."

    assert [] == [found for task in TASKS for found in problems(task, said)]
    assert "2" == problems(TASKS[0], "hooks/macros.py:2: fout: de code van de site werkt niet: NameError")[0]["line"]


def test_the_preview_says_when_a_round_begins_and_ends() -> None:
    background = TASKS[0]["problemMatcher"][0]["background"]
    for language in ("nl", "en"):
        strings = load_strings(language)
        said = {
            key: strings(f"preview.{key}", time="12:34:56", seconds="1,2")
            for key in ("building", "built", "kept", "waiting")
        }
        assert ["building"] == [key for key, text in said.items() if re.match(background["beginsPattern"], text)]
        assert ["built", "kept", "waiting"] == [
            key for key, text in said.items() if re.match(background["endsPattern"], text)
        ]


def inserted(snippet: dict[str, Any]) -> str:
    """What an author gets who changes none of what a snippet suggests."""
    text = "\n".join(snippet["body"])
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}|\$\d", lambda found: found[1] or "", text)


@pytest.mark.parametrize(
    ("name", "schema"),
    [("Hoofdstuk: voorblad", "chapter"), ("Werkblad: voorblad", "worksheet"), ("Pagina: voorblad", "page")],
)
def test_a_front_matter_that_is_filled_in_is_complete(name: str, schema: str) -> None:
    front = yaml_as_editors_do(inserted(SNIPPETS[name]).split("---\n")[1])

    fastjsonschema.compile(_plain(read(ROOT / f"schemas/{schema}.schema.json")))(front)


def test_every_kind_of_field_can_be_filled_in() -> None:
    schema = _plain(read(ROOT / "schemas/worksheet.schema.json"))
    fields = [yaml_as_editors_do(inserted(one))[0] for name, one in SNIPPETS.items() if name.startswith("Veld")]
    front = yaml_as_editors_do(inserted(SNIPPETS["Werkblad: voorblad"]).split("---\n")[1])

    fastjsonschema.compile(schema)(front | {"fields": fields})


def test_every_macro_that_can_be_filled_in_is_one(showcase_dir: CourseDir) -> None:
    """Only what it names may be unknown, never how it is written."""
    texts = [inserted(one) for name, one in SNIPPETS.items() if name.startswith("Macro")]
    showcase_dir.add("docs/bakdag.md", "\n" + "\n\n".join(texts) + "\n")
    report = Report(load_strings("nl"))
    check_course(load_course(load_settings(Path("mkdocs.yml")), report), report)

    told = {d.rule.value for d in report.diagnostics() if d.place.path == "docs/bakdag.md"}
    assert {"onbekend-werkblad", "onbekende-vraag", "onbekende-bron", "onbekend-begrip", "onbekend-diagram"} == told


def test_a_browser_is_enough(tmp_path: Path) -> None:
    command = CONTAINER["postCreateCommand"].split()

    assert (ROOT / command[0]).stat().st_mode & 0o100
    assert ["site"] == command[1:]
    help_text = run([*LEERGANG, "serve", "--help"], tmp_path).stdout
    assert f"[default: {CONTAINER['forwardPorts'][0]}" in " ".join(help_text.split())
    recommended = read(VSCODE / "extensions.json")["recommendations"]
    assert recommended == CONTAINER["customizations"]["vscode"]["extensions"]
