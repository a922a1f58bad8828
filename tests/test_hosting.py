"""What GitHub and GitLab read: forms for people who only have a remark, and the steps that a change must pass."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from leergang.cli import main

from .projects import ROOT

GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def read(path: Path) -> Any:
    """A YAML file; `on` stays a word."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


def name(path: Path) -> str:
    return path.name


def scripts() -> list[str]:
    """Every command line that a workflow or pipeline runs."""
    found: list[str] = []
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            found += [line for step in job["steps"] for line in str(step.get("run", "")).split("\n")]
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            found += [line for key in ("before_script", "script") for line in job.get(key, [])]
    return [line.strip() for line in found if line.strip()]


@pytest.mark.parametrize("path", FORMS, ids=name)
def test_a_form_is_one_that_github_shows(path: Path) -> None:
    form = read(path)

    assert {"name", "description", "body"} <= form.keys() <= {"name", "description", "title", "body"}
    assert {part["type"] for part in form["body"]} <= KINDS
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in asked]
    labels = [part["attributes"]["label"] for part in asked]
    assert len(ids) == len(set(ids)) and len(labels) == len(set(labels))
    assert all(re.fullmatch(r"[a-z]+", one) for one in ids)
    assert all(part["attributes"]["value"].strip() for part in form["body"] if part["type"] == "markdown")
    assert all(part["attributes"]["options"] for part in asked if part["type"] == "dropdown")
    assert any(part.get("validations") == {"required": "true"} for part in asked)


def test_the_form_for_a_mistake_has_what_every_page_fills_in() -> None:
    fields = {part["id"]: part["type"] for part in read(GITHUB / "ISSUE_TEMPLATE/fout.yml")["body"] if "id" in part}

    assert {"pagina": "input", "wat": "textarea"}.items() <= fields.items()


def test_there_is_no_empty_issue_to_stare_at() -> None:
    assert {"blank_issues_enabled": "false", "contact_links": []} == read(GITHUB / "ISSUE_TEMPLATE/config.yml")


@pytest.mark.parametrize("form", ["pull_request_template.md", "../.gitlab/merge_request_templates/Default.md"])
def test_a_change_is_asked_what_and_why(form: str) -> None:
    text = (GITHUB / form).read_text(encoding="utf-8")

    assert ["Wat verandert er?", "Waarom?", "Voor wie meeleest"] == re.findall(r"^## (.*)$", text, re.M)
    assert 4 == text.count("- [ ] ")


def test_gitlab_asks_the_same_of_a_mistake() -> None:
    labels = [p["attributes"]["label"] for p in read(GITHUB / "ISSUE_TEMPLATE/fout.yml")["body"] if "id" in p]
    text = (ROOT / ".gitlab/issue_templates/Fout.md").read_text(encoding="utf-8")

    assert labels == re.findall(r"^## (.*)$", text, re.M)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    used = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").split("\n") if "uses:" in line]

    assert [] == [line for line in used if not PINNED.fullmatch(line)]


def test_an_action_has_one_version_everywhere() -> None:
    found = {line.split("uses: ")[1] for path in WORKFLOWS for line in path.read_text().split("\n") if "uses: " in line}

    assert len({one.split("@")[0] for one in found}) == len(found)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_may_do_no_more_than_each_job_says(path: Path) -> None:
    workflow = read(path)

    assert {} == workflow["permissions"]
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["permissions"] and int(job["timeout-minutes"]) <= 90
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_what_runs_a_change_may_write_nothing_and_what_may_write_runs_none_of_it() -> None:
    written = {
        (path.name, job, what)
        for path in WORKFLOWS
        for job, body in read(path)["jobs"].items()
        for what, may in body["permissions"].items()
        if may == "write"
    }

    assert {
        ("comment.yml", "comment", "pull-requests"), ("pages.yml", "deploy", "pages"), ("pages.yml", "deploy", "id-token"),
    } == written  # fmt: skip
    for file, job, _ in written:
        steps = read(GITHUB / "workflows" / file)["jobs"][job]["steps"]
        assert not [step for step in steps if "checkout" in step.get("uses", "")]
    assert "pull_request_target" not in "".join(path.read_text() for path in WORKFLOWS)


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=name)
def test_nothing_from_outside_becomes_part_of_a_command(path: Path) -> None:
    """What others choose, such as the name of a branch, comes in a variable of the environment."""
    text = path.read_text(encoding="utf-8")

    assert [] == [step for step in re.findall(r"run: (?:\|\n(?:\s{10}.*\n)+|.*)", text) if "${{" in step]
    assert "secrets." not in text
    assert [] == re.findall(r"https?://", text)


def options(command: click.Command) -> dict[str, click.Parameter]:
    return {name: parameter for parameter in command.params for name in parameter.opts}


def test_every_command_of_ours_that_they_run_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    for line in scripts():
        words = line.split(">")[0].split()
        if words[0] == "make":
            assert set(words[1:]) <= targets
        elif words[0] in ("bash", ".ci/bootstrap.sh"):
            assert (ROOT / words[words[0] == "bash"]).is_file()
        elif words[:1] == [".venv/bin/leergang"]:
            known = options(main.commands[words[1]])
            for at, word in enumerate(words):
                if word.startswith("--"):
                    assert word in known, line
                    kind = known[word].type
                    assert not isinstance(kind, click.Choice) or words[at + 1] in kind.choices, line
    ours = {line.split(">")[0].strip() for line in scripts() if "leergang" in line and line.startswith(".venv")}
    assert {".venv/bin/leergang diff HEAD^1 HEAD", ".venv/bin/leergang check --format github"} <= ours
    assert 3 == scripts().count("bash .ci/run")


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_script_of_a_workflow_is_one_that_bash_reads(path: Path) -> None:
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            done = subprocess.run(
                ["bash", "-n"], input=step.get("run", ""), text=True, capture_output=True, check=False
            )
            assert (0, "") == (done.returncode, done.stderr)


def test_a_pipeline_of_gitlab_knows_its_stages_and_what_it_needs() -> None:
    pipeline = read(GITLAB)
    jobs = {key: job for key, job in pipeline.items() if isinstance(job, dict) and "script" in job}

    assert {"check", "diff", "site", "test", "pages"} == jobs.keys()
    assert {job["stage"] for job in jobs.values()} == set(pipeline["stages"])
    assert all(need in jobs for job in jobs.values() for need in job.get("needs", []))
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" == jobs["pages"]["rules"][0]["if"]


def test_zizmor_finds_nothing() -> None:
    command = [
        str(Path(sys.executable).parent / "zizmor"),
        "--offline",
        "--no-progress",
        "--color=never",
        "--persona=pedantic",
        ".",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "No findings to report. Good job! (1 ignored)") == (done.returncode, done.stdout.strip())
