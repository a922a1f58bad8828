"""A school's edition of a course that goes on changing, with the command that its administrator types."""

import click
from click.testing import CliRunner, Result

from leergang.cli import main

from ..conftest import CourseDir

KNEDEN = "modules/deeg/kneden"
PAGE = f"docs/{KNEDEN}.md"
OWN = f"school/{PAGE}"
BASE = f"school/basis/{KNEDEN}.md"
CONFLICT = f"school/docs/{KNEDEN}.conflict.md"
CURSUS = "docs/cursus.yml"
RULE = "Vouw, druk en draai."
PROOF = "Rek een stukje deeg uit tegen het licht."
"""Two sentences of the page."""


class Edition:
    """The folder `school` in a course; it is the working directory."""

    def __init__(self, course: CourseDir) -> None:
        self.course = course
        course.write(CURSUS, f"version: 1.0.0\n{course.read(CURSUS)}")
        self.says("new", "school", "--name", "De Wilg")

    def run(self, *arguments: str, typed: str = "") -> Result:
        """`leergang school ARGUMENTS`, whatever it exits with."""
        found = CliRunner().invoke(main, ["school", *arguments], input=typed)
        assert found.exception is None or isinstance(found.exception, SystemExit), found.exc_info
        return found

    def says(self, *arguments: str, code: int = 0) -> str:
        """What it prints when it ends with that code."""
        found = self.run(*arguments)
        assert code == found.exit_code, click.unstyle(found.output)
        return found.output

    def refused(self, *arguments: str) -> str:
        """Why it does nothing; that nothing changed is seen to."""
        before = self.files()
        said = self.says(*arguments, code=2)
        assert before == self.files()
        assert said.endswith("\nEr is niets veranderd.\n")
        return said.removesuffix("\nEr is niets veranderd.\n")

    def upgrade(self, code: int = 0) -> str:
        """What an upgrade says; a second one has nothing left to write."""
        before = self.files()
        trial = self.says("upgrade", "school", "--dry-run", code=code)
        assert before == self.files()
        said = self.says("upgrade", "school", code=code)
        assert said.startswith(trial.rpartition("\n\n")[0])
        after = self.files()
        self.says("upgrade", "school", code=code)
        assert after == self.files()
        return said

    def publish(self, *edits: tuple[str, str, str]) -> None:
        """A new version of the course, with other words in files of it."""
        self.course.edit(CURSUS, "version: 1.0.0", "version: 1.1.0")
        for name, old, new in edits:
            self.course.edit(name, old, new)

    def rename(self, *arguments: str) -> None:
        """`leergang rename ARGUMENTS`, in the course."""
        found = CliRunner().invoke(main, ["rename", *arguments])
        assert found.exit_code == 0, found.output

    def files(self) -> dict[str, bytes]:
        """Every file of the school."""
        folder = self.course.path / "school"
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self.course.path / name).exists()
