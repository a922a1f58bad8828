"""One version of the course: the one of a commit, or the one that stands in the folder now."""

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics import Report, Severity
from ..model import Course, load_course
from ..settings import Settings, SettingsError, load_settings
from ..strings import Strings
from .git import Commit

_READ = (".md", ".yml", ".yaml", ".json", ".txt", ".svg")
"""What a course is read from; pictures and other files say nothing that is compared."""


@dataclass(frozen=True)
class Version:
    """A course as it was or is; where not all of it could be read, what could."""

    name: str
    """What git calls it; empty for the working tree."""
    course: Course
    unread: tuple[str, ...] = ()
    """The files that couldn't be used, from the folder of mkdocs.yml; that file itself where there is no course."""

    def follow(self, kind: str, name: str) -> str | None:
        """The present id here of what is or was called `name` elsewhere; None where it is gone."""
        present = self.course.present(kind, name)
        return present if present in self.course.ids(kind) else None

    def follow_page(self, uri: str) -> str | None:
        """The path here of what is or was the page at `uri`; None where it is gone."""
        return self.course.present_page(uri) or None

    def missed(self, kind: str, name: str) -> bool:
        """Whether this one is there but couldn't be read, so that nothing is known of it."""
        return name not in self.course.ids(kind) and self.course.knows(kind, name)


def load_present(settings: Settings, strings: Strings) -> Version:
    """The course as it stands in the folder, saved or not in any commit."""
    return _load("", settings, settings.config.parent, strings)


def load_commit(settings: Settings, name: str, strings: Strings) -> Version:
    """The course of the commit called `name`, read in a temporary folder that is gone again.

    Raises:
        GitError: there is no git, no repository, or no such commit.
    """
    folder = settings.config.parent
    commit = Commit(folder, name)
    with tempfile.TemporaryDirectory(prefix="leergang-") as made:
        root = Path(made) / commit.prefix
        root.mkdir(parents=True, exist_ok=True)
        config = (commit.prefix / settings.config.name).as_posix()
        commit.write(Path(made), lambda path: path == config)
        try:
            found = load_settings(root / settings.config.name)
        except SettingsError:
            return _without_course(name, settings, root, strings)
        docs = os.path.relpath(os.path.normpath(found.docs), made).replace(os.sep, "/")
        if docs.startswith(".."):  # a commit of someone else's says nothing of files on this computer
            return _without_course(name, settings, root, strings)
        commit.write(Path(made), lambda path: path.startswith(f"{docs}/") and path.endswith(_READ))
        return _load(name, found, root, strings)


def _load(name: str, settings: Settings, root: Path, strings: Strings) -> Version:
    report = Report(strings)
    course = load_course(settings, report)
    wrong = (found.place.path for found in report.diagnostics() if found.severity is Severity.ERROR)
    unread = dict.fromkeys(Path(os.path.relpath(path, root)).as_posix() for path in wrong)
    return Version(name, course, tuple(unread))


def _without_course(name: str, settings: Settings, root: Path, strings: Strings) -> Version:
    """A commit from before there was a course, or in which mkdocs.yml can't be used."""
    nothing = replace(settings, docs=root / "none")
    course = replace(load_course(nothing, Report(strings)), broken=frozenset())
    return Version(name, course, (settings.config.name,))
