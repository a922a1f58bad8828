"""What of a school's edition is its own: pages, blocks, items, chapters, dates and settings."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import BaseModel

from ..diagnostics import Report, is_below
from ..model import Course, load_course
from ..model.course import LITERATURE, REFLECTIONS, SYNONYMS, WORDS
from ..model.school import School
from ..pages.source import author_path
from ..settings import GLOSSARY, Settings
from ..strings import Strings, align
from .blocks import course_pages, own_blocks

ADDED, REPLACED = "added", "replaced"
_KINDS = ("reflection", "term", "source")
_WITH_IDS = frozenset({REFLECTIONS, GLOSSARY, LITERATURE})
_OWN_KEYS = frozenset({"id", "name", "moments", "chapters", "made_for"})
"""Keys of school.yml that say something else than a setting does."""


@dataclass(frozen=True)
class Change:
    """One thing that is the school's own."""

    group: str
    """pages, blocks, items, files, chapters, moments or settings."""
    change: str
    """What it is to the course: added, replaced, hidden, moved, dated or set."""
    name: str
    about: str = ""
    """What else to know: the page of a block, the title of a chapter, the value of a setting."""
    path: str = ""
    """The school's file that says so."""


@dataclass(frozen=True)
class Status:
    """A school's edition beside its course."""

    school: School
    course: Course
    """The course by itself."""
    changes: tuple[Change, ...]


def read_status(settings: Settings, report: Report) -> Status | None:
    """What is a school's own in the edition that `settings` names; None where its school.yml can't be used.

    What is wrong with it is reported.
    """
    own = load_course(settings, report)
    course = load_course(replace(settings, school=None), Report(report.strings))
    if own.school is None:
        return None
    groups = [_pages(settings, own), _items(own, course), _files(settings), _said(own.school, course)]
    return Status(own.school, course, tuple(change for group in groups for change in group))


def _pages(settings: Settings, own: Course) -> Iterator[Change]:
    there = set(course_pages(settings))
    blocks: list[Change] = []
    for uri, path in settings.files("*.md").items():
        if path.is_relative_to(settings.docs) or uri not in own.pages:
            continue
        names = own_blocks(settings, uri) if uri in there else None
        if names is None:
            title = str(own.pages[uri].front.data.get("title", ""))
            yield Change("pages", REPLACED if uri in there else ADDED, uri, title, author_path(path))
        blocks += [Change("blocks", REPLACED, name, uri, author_path(path)) for name in sorted(names or ())]
    yield from blocks


def _items(own: Course, course: Course) -> Iterator[Change]:
    folder = author_path(own.settings.layers[0])
    for kind in _KINDS:
        for name, entry in own.ids(kind).items():
            path = entry.place.document.path
            if is_below(path, folder):
                yield Change("items", REPLACED if name in course.ids(kind) else ADDED, name, kind, path)


def _files(settings: Settings) -> Iterator[Change]:
    """Other files: pictures, and data that has no ids."""
    for uri, path in settings.files("*").items():
        if path.is_relative_to(settings.docs) or not path.is_file() or path.suffix == ".md" or uri in _WITH_IDS:
            continue
        there = (settings.docs / uri).is_file() and uri not in (SYNONYMS, WORDS)
        yield Change("files", REPLACED if there else ADDED, uri, "", author_path(path))


def _said(school: School, course: Course) -> Iterator[Change]:
    path = school.place.document.path
    for chapter in school.file.chapters:
        known = course.chapters.get(chapter.id)
        title = known.matter.title if known else ""
        yield Change("chapters", "hidden" if chapter.hide else "moved", chapter.id, title, path)
    for moment in school.file.moments:
        said = (str(value) for value in (moment.date, moment.start, moment.place, moment.note) if value)
        yield Change("moments", "dated", moment.id, ", ".join(said), path)
    for key in sorted(school.file.model_fields_set - _OWN_KEYS):
        yield Change("settings", "set", key, _words(getattr(school.file, key)), path)


def _words(value: Any) -> str:
    """A value of school.yml in a few words."""
    if isinstance(value, BaseModel):
        return ", ".join(_words(found) for key, found in value if key in value.model_fields_set)
    if isinstance(value, tuple):
        return "; ".join(map(_words, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def render_text(status: Status, strings: Strings) -> str:
    """The status as a person reads it."""
    file, outline = status.school.file, status.course.outline
    version = outline.version if outline else None
    lines = [f"{file.name} ({file.id})"]
    if file.made_for:
        lines.append(strings("status.made-for", made=file.made_for.version, version=version or "?"))
    groups = dict.fromkeys(change.group for change in status.changes)
    for group in groups:
        rows = [
            [strings(f"status.{change.change}"), change.name, _about(change, strings)]
            for change in sorted(status.changes, key=lambda change: (change.change, change.name))
            if change.group == group
        ]
        lines += ["", strings(f"status.group-{group}"), *align(rows, "  ")]
    return "\n".join([*lines, *([] if groups else ["", strings("status.nothing")])])


def _about(change: Change, strings: Strings) -> str:
    return strings(f"status.kind-{change.about}") if change.group == "items" else change.about


def render_json(status: Status, strings: Strings) -> str:
    """The status for a program."""
    file, outline = status.school.file, status.course.outline
    found = {
        "school": file.id,
        "name": file.name,
        "version": outline.version if outline else None,
        "made_for": file.made_for.version if file.made_for else None,
        "changes": [asdict(change) for change in status.changes],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


FORMATS = {"text": render_text, "json": render_json}
