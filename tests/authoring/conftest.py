"""Commands of authors, run in a copy of a course, and what they changed in it."""

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from leergang.authoring.commands import new_commands, rename_commands

from ..conftest import CourseDir
from ..projects import ROOT

Run = Callable[..., Result]


class Changes:
    """What changed below a folder since this was made."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._before = folder, _files(folder)

    def paths(self) -> list[str]:
        """The files that are new, gone or other."""
        now = _files(self._folder)
        return sorted(path for path in now.keys() | self._before.keys() if now.get(path) != self._before.get(path))

    def lines(self, path: str, before: str = "") -> list[str]:
        """The lines of a file that went and came, `-line` and `+line`; `before` is its earlier path."""
        old, new = self._before[before or path].decode(), _files(self._folder)[path].decode()
        found = difflib.unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0)
        return [line for line in found if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class RealCourse(CourseDir):
    """A copy of what the real course's authors write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(ROOT / "docs", path / "docs")
        shutil.copy2(ROOT / "mkdocs.yml", path)


@pytest.fixture
def real_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseDir:
    """A copy of the real course; it is the working directory."""
    monkeypatch.chdir(tmp_path)
    return RealCourse(tmp_path)


@pytest.fixture(params=["showcase", "real"])
def any_dir(request: pytest.FixtureRequest) -> CourseDir:
    """A copy of a course; it is the working directory."""
    found: CourseDir = request.getfixturevalue(f"{request.param}_dir")
    return found


def _run(commands: dict[str, click.Command], name: str, arguments: tuple[str, ...], typed: str) -> Result:
    result = CliRunner().invoke(commands[name], list(arguments), input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


@pytest.fixture
def new() -> Run:
    """Run `leergang new KIND ARGS`, with what is typed."""
    return lambda kind, *arguments, typed="": _run(new_commands(), kind, arguments, typed)


@pytest.fixture
def rename() -> Run:
    """Run `leergang rename KIND ARGS`."""
    return lambda kind, *arguments: _run(rename_commands(), kind, arguments, "")
