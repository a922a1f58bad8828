"""What an upgrade does to answers that participants gave in a school's edition, and to the edition itself."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..authoring.write import in_own_names
from ..check import check_course
from ..compare.answers import compare_answers
from ..compare.change import Change, Fate
from ..compare.render import message
from ..compare.version import Version
from ..diagnostics import Diagnostic, Report, Severity
from ..model import Course, load_course
from ..model.course import REFLECTIONS, WORKSHEETS
from ..pages.source import author_path
from .base import SchoolFolder

_KEPT = (None, Fate.KEPT, Fate.BOTH_WORDINGS)
"""Fates of answers that nobody has to know about before an upgrade."""


@dataclass(frozen=True)
class Effects:
    """What else there is to know of an upgrade."""

    answers: tuple[tuple[str, str], ...] = ()
    """The title of a worksheet or prompt, and what becomes of answers to it."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """A worksheet of the school's, and a field in it with the id that the course gave it since."""
    problems: tuple[str, ...] = ()
    """What a check would say of the edition that it doesn't say now."""


def effects_of(
    school: SchoolFolder, moved: Mapping[str, str], results: Mapping[Path, bytes], gone: Iterable[Path]
) -> Effects:
    """What changes for participants when these files are written.

    Args:
        school: the folder and the course, as they are.
        moved: the path below docs/ of each file that the school has its own text in, with that of before.
        results: what each file will hold.
        gone: the files that go.
    """
    if not moved:
        return Effects()
    before, found = _load(school, school.folder)
    with tempfile.TemporaryDirectory(prefix="leergang-") as made:
        folder = Path(made) / "school"
        shutil.copytree(school.folder, folder, symlinks=True, ignore=partial(_no_part, school))
        for path, data in results.items():
            there = folder / path.relative_to(school.folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(data)
        for path in gone:
            (folder / path.relative_to(school.folder)).unlink(missing_ok=True)
        after, problems = _load(school, folder)
        own = author_path(school.folder)
        names = [(f"{author_path(folder)}/", "" if own == "." else f"{own}/"), (author_path(folder), own)]
        named = [in_own_names(one, names) for one in problems]
    paths = {author_path(school.docs / old): author_path(school.docs / new) for new, old in moved.items()}
    known = {(paths.get(one.place.path, one.place.path), one.rule, one.message) for one in found}
    added = [one for one in named if (one.place.path, one.rule, one.message) not in known]
    return Effects(
        tuple(_answers(school, set(moved), before, after)),
        tuple(_fields(school, set(moved), after)),
        tuple(f"{one.place.path}:{one.place.line}: {one.message}" for one in added),
    )


def _no_part(school: SchoolFolder, folder: str, names: list[str]) -> list[str]:
    """What in a folder of the school's is no part of its edition: hidden files, and what is kept of the course."""
    return [name for name in names if name.startswith(".") or Path(folder, name) == school.base]


def _load(school: SchoolFolder, folder: Path) -> tuple[Course, list[Diagnostic]]:
    """The edition of a folder, and what stops it from being built."""
    report = Report(school.strings)
    course = load_course(replace(school.course.settings, school=folder), report)
    check_course(course, report)
    return course, [one for one in report.diagnostics() if one.severity is Severity.ERROR]


def _answers(school: SchoolFolder, uris: set[str], before: Course, after: Course) -> Iterator[tuple[str, str]]:
    """What becomes of answers to the worksheets and prompts that the school has its own text for."""
    general, answered = compare_answers(Version("", before), Version("", after))
    for one in answered:
        if (one.kind == "reflection" and REFLECTIONS in uris) or f"{WORKSHEETS}/{one.id}.md" in uris:
            for change in one.changes:
                if change.fate not in _KEPT:
                    yield one.title, _words(school, change)
    for change in general:
        if change.fate not in _KEPT:
            yield "", _words(school, change)


def _words(school: SchoolFolder, change: Change) -> str:
    mended = f" {school.strings('diff.did-you-mean', command=change.command)}" if change.command else ""
    return message(change, school.strings) + mended


def _fields(school: SchoolFolder, uris: set[str], after: Course) -> Iterator[tuple[str, str, str]]:
    """Fields of the school's worksheets that the course calls otherwise since."""
    for name, sheet in after.worksheets.items():
        course = school.course.worksheets.get(name)
        if course is None or sheet.page.uri not in uris:
            continue
        own = {field.id for field in sheet.matter.fields}
        for field in course.matter.fields:
            for old in field.formerly:
                if old in own and field.id not in own:
                    yield author_path(school.docs / sheet.page.uri), old, field.id
