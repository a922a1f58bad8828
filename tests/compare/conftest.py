"""Real repositories, made of a course by git's own command."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from leergang.cli import main

from ..conftest import CourseDir
from ..projects import run

AUTHOR = ["-c", "user.name=Sem", "-c", "user.email=sem@school.example", "-c", "commit.gpgsign=false"]


class Repository:
    """A course of which git keeps the versions; it is the working directory."""

    def __init__(self, course: CourseDir) -> None:
        self.course = course
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def git(self, *arguments: str) -> str:
        """What git says."""
        done = run(["git", *AUTHOR, *arguments], self.course.path, GIT_CONFIG_GLOBAL="/dev/null")
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self) -> str:
        """Keep the course as it is, and give the name of that."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Een versie")
        return self.git("rev-parse", "HEAD")

    def edit(self, *edits: tuple[str, str, str]) -> None:
        """Replace in files what stands there once; names are paths below docs/."""
        for name, old, new in edits:
            self.course.edit(f"docs/{name}", old, new)

    def state(self) -> tuple[str, str, bytes]:
        """What git sees in the folder: what changed, what is staged, and the index itself."""
        status = self.git("status", "--porcelain=v2", "--untracked-files=all")
        return status, self.git("diff", "--cached"), (self.course.path / ".git/index").read_bytes()

    def invoke(self, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["diff", *arguments])

    def markdown(self, *arguments: str) -> str:
        """What `leergang diff ARGUMENTS` prints."""
        outcome = self.invoke(*(arguments or ("HEAD",)))
        assert (0, "") == (outcome.exit_code, outcome.stderr)
        return outcome.stdout

    def data(self, *arguments: str) -> dict[str, Any]:
        """The same as data."""
        found: dict[str, Any] = json.loads(self.markdown(*(arguments or ("HEAD",)), "--format", "json"))
        return found

    def told(self, *arguments: str) -> list[str]:
        """Everything that is said of readers, answers and the programme, without what pages say."""
        found = self.data(*arguments)
        items = [change for item in found["answers"]["items"] for change in item["changes"]]
        rows = [*found["notes"], *found["readers"], *found["answers"]["all"], *items, *found["programme"]]
        return [row["message"] for row in rows]


@pytest.fixture
def repository(showcase_dir: CourseDir) -> Repository:
    """The course that has every part, of which one version is kept."""
    return Repository(showcase_dir)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no repository and in none."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return tmp_path
