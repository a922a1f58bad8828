"""A school's folder: its own texts, and what it knows of the course's texts in the place of which they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ..authoring.places import Edit, YamlText, render_yaml
from ..authoring.write import RefusedError, edited
from ..diagnostics import Report, Rule, render_text
from ..model import Course, load_course
from ..model.school import School, load_school
from ..pages.source import author_path
from ..settings import CONFLICT, SCHOOL_FILE, Settings, is_conflict, is_leftover
from ..strings import Strings

NO_VERSION = "0"
"""For a course that doesn't say which version it is."""
BASE = "basis"
"""The folder of the course's texts as they were when the school last had a look at them."""
OPEN = ".open"
"""In it, the course's texts that wait in a conflict file: once that is gone, they are what the school has seen."""


class Key(NamedTuple):
    """One text of the course that a school has its own for."""

    path: str
    """Below docs/."""
    kind: str = ""
    """`block`, `id`, or nothing for the whole file."""
    name: str = ""


Record = Mapping[Key, str]
"""The hash of each text of the course, as the school last saw it."""


@dataclass(frozen=True)
class SchoolFolder:
    """A school's folder and the course over which it lies."""

    folder: Path
    school: School
    course: Course
    """The course by itself, without the school."""
    strings: Strings

    @property
    def docs(self) -> Path:
        """Its own texts."""
        return self.folder / "docs"

    @property
    def base(self) -> Path:
        """The course's texts as they were."""
        return self.folder / BASE

    @property
    def waiting(self) -> Path:
        """The course's texts that are in conflict files."""
        return self.folder / BASE / OPEN

    @property
    def version(self) -> str:
        """The version of the course that it was made for; empty where it says none."""
        made_for = self.school.file.made_for
        return made_for.version if made_for else ""

    @property
    def present_version(self) -> str:
        """The version of the course as it is."""
        return (self.course.outline.version if self.course.outline else None) or NO_VERSION

    @cached_property
    def record(self) -> Record:
        """What school.yml says of the texts that it replaced."""
        made_for = self.school.file.made_for
        return {
            Key(one.path, "block" if one.block else "id" if one.id else "", one.block or one.id or ""): one.hash
            for one in (made_for.replaced if made_for else ())
        }

    def texts(self) -> list[str]:
        """The path below docs/ of each file of the school's."""
        found = (path.relative_to(self.docs) for path in self.docs.rglob("*") if path.is_file())
        return sorted(path.as_posix() for path in found if not (is_leftover(path) or is_conflict(path)))

    def of_course(self, uri: str) -> Path | None:
        """The course's file at `uri`, if it has one."""
        path = self.course.settings.docs / uri
        return path if path.is_file() and path.resolve().is_relative_to(self.course.settings.docs.resolve()) else None

    def check_inside(self, path: Path) -> None:
        """Refuse to read or write a file that isn't in the folder, be it by a link.

        Raises:
            RefusedError: it is somewhere else.
        """
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise RefusedError(self.strings("upgrade.outside", path=author_path(path), dir=author_path(self.folder)))

    def with_record(self, record: Record, version: str) -> bytes:
        """school.yml with what is to be remembered in it, and every other line as it is."""
        raw = (self.folder / SCHOOL_FILE).read_bytes()
        if dict(record) == self.record and version == self.version:
            return raw
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        yaml = YamlText(text)
        made_for = made_for_of(record, version)
        if yaml.find(("made_for",)) is not None:
            return edited(raw, [yaml.assign(("made_for",), made_for)])
        put = yaml.put(("made_for",), made_for)
        if not put.text.startswith(","):  # of a mapping in braces it is a part
            put = Edit(put.start, put.end, _with_remark(put.text, self.strings))
        return edited(raw, [put])


def _with_remark(lines: str, strings: Strings) -> str:
    """The lines of what is remembered, with above them that they are not for people to write."""
    gap = "\n" if lines.startswith("\n") else ""
    return f"{gap}# {strings('school-new.remark')}\n{lines.removeprefix(gap)}"


def made_for_of(record: Record, version: str) -> dict[str, object]:
    """What `made_for` says, in the order of paths."""
    replaced = [
        {"path": key.path, **({key.kind: key.name} if key.kind else {}), "hash": found}
        for key, found in sorted(record.items())
    ]
    return {"version": version, **({"replaced": replaced} if replaced else {})}


def render_school(identity: str, name: str, version: str, strings: Strings) -> str:
    """The school.yml of a new edition."""
    made_for = render_yaml({"made_for": made_for_of({}, version)})
    return f"{render_yaml({'id': identity, 'name': name})}\n{_with_remark(made_for, strings)}"


def conflict_of(path: Path) -> Path:
    """The file beside a school's own in which both texts stand until the school has chosen."""
    return path.with_name(f"{path.stem}{CONFLICT}{path.suffix}")


def load_folder(settings: Settings, folder: Path, strings: Strings) -> SchoolFolder:
    """The school in `folder`, and the course below it.

    Args:
        settings: of the course by itself.
        folder: of the school's edition.
        strings: the words of the course's language.

    Raises:
        RefusedError: school.yml isn't there or can't be used, or the course can't be read or followed.
    """
    if not (folder / SCHOOL_FILE).is_file():
        raise RefusedError(strings("upgrade.no-school", path=author_path(folder / SCHOOL_FILE)))
    report = Report(strings)
    _, school = load_school(settings, folder, report)
    if school is None:
        raise RefusedError(render_text(report).strip())
    report = Report(strings)
    course = load_course(settings, report)
    for one in report.diagnostics():
        if one.rule is Rule.CONFLICT_SIGNS:  # a school's text would get them too
            raise RefusedError(strings("upgrade.broken", path=one.place.path))
    if course.outline is None or not course.pages:
        raise RefusedError(strings("authoring.mend-first"))
    return SchoolFolder(folder, school, course, strings)
