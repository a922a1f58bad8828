"""Loading: every file of docs/ read once, every problem of every file reported."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Place, Report, Rule
from ..pages import data
from ..pages.calls import CallReader
from ..pages.page import Page, load_page
from ..pages.source import author_path, load_source
from ..settings import Settings
from .content import CHAPTER_ID, PATTERNS, SLUG, Content, PageMatter, Placed, shape
from .course import (
    GLOSSARY,
    LITERATURE,
    MODULES,
    OUTLINE,
    PICTURES,
    REFLECTIONS,
    SYNONYMS,
    WORKSHEETS,
    Chapter,
    Course,
    Entry,
)
from .diagram import Diagram, read_diagram
from .glossary import GlossaryFile, SynonymsFile, Term
from .literature import Source
from .outline import ChapterMatter, CourseOutline
from .reflection import Reflection, ReflectionsFile
from .worksheet import Worksheet, WorksheetMatter

OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")
"""What the engine takes for a page as well: here one ending is enough, and an id is a name without it."""


@dataclass
class _Loading:
    """What has been read so far."""

    settings: Settings
    report: Report
    pages: dict[str, Page] = field(default_factory=dict)
    matters: dict[str, Content] = field(default_factory=dict)
    former: dict[str, dict[str, str]] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)

    def document(self, uri: str, kind: str, required: bool = False) -> data.Document | None:
        """The data of a file below docs/; a file that needn't be there may be missing."""
        path = self.settings.file(uri)
        if not required and not path.exists():
            return None
        source = load_source(path, self.report)
        if source is not None and uri.endswith(".json"):
            document = data.read_json(source, self.report)
        elif source is not None:
            document = data.read_yaml(source.text, source.path, self.report)
        else:
            document = None
        if document is None:
            self.broken.add((kind, ""))
        return document

    def check_file_name(self, kind: str, uri: str, page: Page) -> None:
        """The name of a chapter's or worksheet's file is its id."""
        pattern = {"chapter": CHAPTER_ID, "worksheet": SLUG}.get(kind, "")
        if not re.match(pattern, name := _id_of(uri, kind)):
            expected = self.report.strings(f"types.{PATTERNS[pattern]}")
            self.report.add(Rule.INVALID_ID, Place(page.source.path), id=name, expected=expected)

    def note_former(self, kind: str, name: str, formerly: Iterable[str]) -> None:
        for old in formerly:
            self.former.setdefault(kind, {})[old] = name


def load_course(settings: Settings, report: Report) -> Course:
    """Read the course below `settings.docs`; what can't be used is reported and left out.

    Where `settings` names a school, its edition: its own files go before the course's.
    """
    school = None
    if settings.school:
        from .school import load_school  # imported when asked for: its classes take a check's time

        settings, school = load_school(settings, settings.school, report)
    loading = _Loading(settings, report)
    outline, outline_place = _load_outline(loading)
    _load_pages(loading)
    chapters = _chapters(loading, outline)
    return Course(
        settings=settings,
        outline=outline,
        outline_place=outline_place,
        pages=loading.pages,
        chapters=chapters,
        worksheets=_worksheets(loading, outline, chapters),
        reflections=_load_entries(loading, "reflection", REFLECTIONS, ReflectionsFile, Reflection, "prompts"),
        terms=_load_entries(loading, "term", GLOSSARY, GlossaryFile, Term, "terms"),
        sources=_load_sources(loading),
        diagrams=_load_diagrams(loading),
        synonyms=_load_synonyms(loading),
        former=loading.former,
        broken=frozenset(loading.broken),
        school=school,
    )


def _load_outline(loading: _Loading) -> tuple[CourseOutline | None, Placed | None]:
    document = loading.document(OUTLINE, "goal", required=True)
    outline = shape(CourseOutline, document, loading.report) if document else None
    if outline is None or document is None:
        loading.broken |= {("goal", ""), ("moment", ""), ("outline", "")}
        return None, None
    place = Placed(document)
    for key in ("modules", "moments", "goals"):
        _report_duplicates([item.id for item in getattr(outline, key)], loading.report, document, key)
    return outline, place


def _report_duplicates(names: list[str], report: Report, document: data.Document, *location: Any) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            report.add(Rule.DUPLICATE_ID, document.place((*location, index, "id")), id=name)


def _load_pages(loading: _Loading) -> None:
    reader = CallReader(loading.settings.delimiters)
    for path in sorted(found for ending in OTHER_ENDINGS for found in loading.settings.files(f"*{ending}").values()):
        reason = loading.report.strings("types.page-ending")
        loading.report.add(Rule.UNREADABLE, Place(author_path(path)), reason=reason)
    for uri, path in loading.settings.files("*.md").items():
        if any(part.startswith(".") for part in uri.split("/")):
            continue
        kind, matter_kind = _kind_of(uri)
        page = load_page(path, uri, reader, loading.report)
        matter = shape(matter_kind, page.front, loading.report) if page else None
        if page:
            loading.pages[uri] = page
            loading.check_file_name(kind, uri, page)
        if matter is None:
            loading.broken.add((kind, _id_of(uri, kind)))
        else:
            loading.matters[uri] = matter
            if kind == "page" and isinstance(matter, PageMatter):
                loading.note_former(kind, _id_of(uri, kind), matter.formerly)


def _kind_of(uri: str) -> tuple[str, type[PageMatter]]:
    folder, _, name = uri.rpartition("/")
    if folder == WORKSHEETS:
        return "worksheet", WorksheetMatter
    if folder.startswith(f"{MODULES}/") and name != "index.md" and folder.count("/") == 1:
        return "chapter", ChapterMatter
    return "page", PageMatter


def _id_of(uri: str, kind: str) -> str:
    root = {"worksheet": f"{WORKSHEETS}/", "chapter": f"{MODULES}/"}.get(kind, "")
    return uri.removeprefix(root).removesuffix(".md")


def _chapters(loading: _Loading, outline: CourseOutline | None) -> dict[str, Chapter]:
    modules = {name: module for module in outline.modules for name in module.chapters} if outline else {}
    moments = {name: moment for moment in reversed(outline.moments) for name in moment.chapters} if outline else {}
    found = {}
    for uri, matter in loading.matters.items():
        if isinstance(matter, ChapterMatter):
            name, page = _id_of(uri, "chapter"), loading.pages[uri]
            found[name] = Chapter(name, matter, page, Placed(page.front), modules.get(name), moments.get(name))
            loading.note_former("chapter", name, matter.formerly)
    order = list(modules)
    return dict(
        sorted(found.items(), key=lambda pair: (order.index(pair[0]) if pair[0] in order else len(order), pair[0]))
    )


def _worksheets(
    loading: _Loading, outline: CourseOutline | None, chapters: Mapping[str, Chapter]
) -> dict[str, Worksheet]:
    moments = [moment.id for moment in outline.moments] if outline else []
    called = [
        call.arguments["id"] for chapter in chapters.values() for call in chapter.page.calls if call.name == "worksheet"
    ]
    found = {}
    for uri, matter in loading.matters.items():
        if isinstance(matter, WorksheetMatter):
            name, page = _id_of(uri, "worksheet"), loading.pages[uri]
            found[name] = Worksheet(name, matter, page, Placed(page.front))
            loading.note_former("worksheet", name, matter.formerly)

    def when(worksheet: Worksheet) -> tuple[int, int, str]:
        first = min((moments.index(name) for name in worksheet.matter.moments if name in moments), default=len(moments))
        return first, called.index(worksheet.id) if worksheet.id in called else len(called), worksheet.id

    return {worksheet.id: worksheet for worksheet in sorted(found.values(), key=when)}


def _load_entries(
    loading: _Loading, kind: str, uri: str, file: type[Content], item: type[Content], key: str
) -> dict[str, Entry[Any]]:
    document = loading.document(uri, kind)
    if document is None:
        return {}
    shape(file, document, loading.report)
    items = document.data.get(key) if isinstance(document.data, dict) else None
    if not isinstance(items, list):
        loading.broken.add((kind, ""))
        return {}
    return _entries(loading, kind, item, document, items, (key,))


def _load_diagrams(loading: _Loading) -> dict[str, Diagram]:
    """The drawings of docs/beeld/; an SVG that no page calls for may be a picture like others, and is not judged."""
    calls = [call for page in loading.pages.values() for call in page.calls if call.name == "diagram"]
    called = {call.arguments["id"] for call in calls}
    quiet = Report(loading.report.strings)
    found: dict[str, Diagram] = {}
    for uri, path in loading.settings.files("*.svg").items():
        if posixpath.dirname(uri) != PICTURES:
            continue
        report = loading.report if path.stem in called else quiet
        if not re.match(SLUG, path.stem):
            report.add(Rule.INVALID_ID, Place(author_path(path)), id=path.stem, expected=report.strings("types.slug"))
        source = load_source(path, report)
        if diagram := read_diagram(source, path.stem, report) if source else None:
            found[path.stem] = diagram
        elif path.stem in called:
            loading.broken.add(("diagram", path.stem))
    return found


def _load_synonyms(loading: _Loading) -> tuple[tuple[str, ...], ...]:
    document = loading.document(SYNONYMS, "synonyms")
    found = shape(SynonymsFile, document, loading.report) if document else None
    return tuple(group.words for group in found.synonyms) if found else ()


def _load_sources(loading: _Loading) -> dict[str, Entry[Any]]:
    document = loading.document(LITERATURE, "source")
    if document is None:
        return {}
    if not isinstance(document.data, list):
        loading.report.add(Rule.WRONG_TYPE, Place(document.path), expected=loading.report.strings("types.list_type"))
        loading.broken.add(("source", ""))
        return {}
    for index in range(len(document.data)):
        shape(Source, document, loading.report, (index,))
    return _entries(loading, "source", Source, document, document.data, ())


def _entries(
    loading: _Loading,
    kind: str,
    item: type[Content],
    document: data.Document,
    items: list[Any],
    location: tuple[Any, ...],
) -> dict[str, Entry[Any]]:
    """The good items of a list whose bad ones have been reported already."""
    found: dict[str, Entry[Any]] = {}
    quiet = Report(loading.report.strings)
    for index, raw in enumerate(items):
        where = (*location, index)
        content = shape(item, document, quiet, where)
        name = content.id if content else raw.get("id") if isinstance(raw, dict) else None  # type: ignore[attr-defined]
        if content is None:
            loading.broken.add((kind, str(name or "")))
        elif name in found:
            loading.report.add(Rule.DUPLICATE_ID, document.place((*where, "id")), id=name)
        else:
            found[content.id] = Entry(content.id, content, Placed(document, where))  # type: ignore[attr-defined]
            loading.note_former(kind, content.id, getattr(content, "formerly", ()))  # type: ignore[attr-defined]
    return found
