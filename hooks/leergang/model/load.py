"""Loading: every file of docs/ read once, every problem of every file reported."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics import Place, Report, Rule
from ..pages import data
from ..pages.ahead import PagesAhead, Readings
from ..pages.language import signs_of
from ..pages.page import Page, load_page
from ..pages.source import author_path, load_source
from ..settings import GLOSSARY, Settings
from .content import CHAPTER_ID, PATTERNS, SLUG, Content, PageMatter, Placed, shape
from .course import (
    LITERATURE,
    MODULES,
    OUTLINE,
    PICTURES,
    REFLECTIONS,
    ROOTS,
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

if TYPE_CHECKING:
    from ..pages.calls import CallReader
    from .edition import Edition
    from .school import School

OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")
"""What the engine takes for a page as well: here one ending is enough, and an id is a name without it."""

_LONGEST = 2**20
"""The bytes of the longest file in which somebody may have written."""


@dataclass
class _Loading:
    """What has been read so far."""

    settings: Settings
    report: Report
    pages: dict[str, Page] = field(default_factory=dict)
    matters: dict[str, Content] = field(default_factory=dict)
    former: dict[str, dict[str, str]] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    edition: "Edition | None" = None
    ahead: Readings = field(default_factory=Readings)

    @cached_property
    def reader(self) -> "CallReader":
        """What reads pages; imported when asked for, for where pages are read ahead nothing here needs Jinja."""
        from ..pages.calls import CallReader

        return CallReader(self.settings.delimiters, self.settings.shared)

    def documents(self, uri: str, kind: str) -> list[data.Document]:
        """The data of a file below docs/, where there is one, and of the school's with more of the same."""
        paths = [layer / uri for layer in self.settings.layers[::-1]]
        found = [self.document(path, kind) for path in paths if path.exists()]
        return [document for document in found if document]

    def document(self, path: Path, kind: str) -> data.Document | None:
        """The data of a file."""
        source = load_source(path, self.report)
        if source is not None and path.suffix == ".json":
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
        if not re.match(pattern, name := id_of(uri, kind)):
            expected = self.report.strings(f"types.{PATTERNS[pattern]}")
            self.report.add(Rule.INVALID_ID, Place(page.source.path), id=name, expected=expected)

    def note_former(self, kind: str, name: str, formerly: Iterable[str]) -> None:
        for old in formerly:
            self.former.setdefault(kind, {})[old] = name


def load_course(settings: Settings, report: Report, ahead: PagesAhead | None = None) -> Course:
    """Read the course below `settings.docs`; what can't be used is reported and left out.

    Where `settings` names a school, its edition: its own files go before the course's.

    Args:
        settings: which course, and whose edition.
        report: where to tell what is wrong.
        ahead: pages that are being read already; not those of a school's edition.
    """
    settings, school = _load_school(settings, report)
    loading = _Loading(settings, report)
    outline, outline_place = _load_outline(loading)
    if settings.school:
        loading.edition, school = _edition(loading, school, outline)
    if ahead:
        loading.ahead = ahead.read()
    _load_pages(loading)
    if loading.edition and outline_place:
        outline = _arranged(loading.edition, loading, outline_place)
    chapters = _chapters(loading, outline)
    course = Course(
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
        hidden=_hidden(loading),
    )
    course.keep_prose(loading.ahead.prose, loading.ahead.terms)
    return course


def _load_school(settings: Settings, report: Report) -> tuple[Settings, "School | None"]:
    if settings.school is None:
        return settings, None
    from .school import load_school  # imported when asked for: its classes take a check's time

    report.mind_only(author_path(settings.school))
    return load_school(settings, settings.school, report)


def _edition(
    loading: _Loading, school: "School | None", outline: CourseOutline | None
) -> tuple["Edition", "School | None"]:
    """How the edition differs from the course, and the school with the chapters that it names by their present ids."""
    from .arrange import Plan, follow_renamed, make_plan
    from .edition import Edition, check_symbolic_links

    settings, report, quiet = loading.settings, loading.report, Report(loading.report.strings)

    def earlier_ids(name: str) -> tuple[str, ...]:
        uri = f"{MODULES}/{name}.md"
        matter = _matter(settings.docs / uri, uri, loading, quiet)
        return matter.formerly if matter else ()

    check_symbolic_links(settings.layers[0].parent, report)
    if school and outline:
        school = follow_renamed(school, outline, earlier_ids, report)
    plan = make_plan(school, outline, report) if outline else Plan()
    return Edition(settings, plan, loading.reader, report), school


def _arranged(edition: "Edition", loading: _Loading, place: Placed) -> CourseOutline | None:
    """The outline with the chapters that the school hides or moves gone from their places."""
    from .arrange import arrange
    from .edition import minutes_of, own_sheets

    theirs = edition.settings.file(OUTLINE).is_relative_to(edition.settings.docs)
    sheets = own_sheets(edition.settings, loading.pages, loading.matters) if theirs else {}
    arrange(place.document, edition.plan, minutes_of(loading.matters), sheets)
    return shape(CourseOutline, place.document, loading.report)


def _hidden(loading: _Loading) -> dict[str, tuple[str, ...]]:
    """The pages that a school hides, each with the goals of the chapter that it is."""
    quiet, found = Report(loading.report.strings), dict[str, tuple[str, ...]]()
    for uri in sorted(loading.edition.gone if loading.edition else ()):
        matter = _matter(loading.settings.file(uri), uri, loading, quiet)
        found[uri] = matter.goals if isinstance(matter, ChapterMatter) else ()
    return found


def _matter(path: Path, uri: str, loading: _Loading, report: Report) -> PageMatter | None:
    page = load_page(path, uri, loading.reader, report)
    return shape(kind_of(uri)[1], page.front, report) if page else None


def _load_outline(loading: _Loading) -> tuple[CourseOutline | None, Placed | None]:
    document = loading.document(loading.settings.file(OUTLINE), "goal")
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
    every = loading.settings.files("*")
    files = {uri: path for uri, path in every.items() if uri.endswith(".md")}
    for path in [path for uri, path in every.items() if uri not in files and _is_misnamed(path, loading.settings)]:
        reason = loading.report.strings("types.page-ending")
        loading.report.add(Rule.UNREADABLE, Place(author_path(path)), reason=reason)
    for uri, path in files.items():
        if loading.edition and uri in loading.edition.gone:
            continue
        kind, matter_kind = kind_of(uri)
        edition = loading.edition
        if reading := loading.ahead.pages.get(uri):
            page = reading.page
            loading.report.include(reading.told)
        else:
            page = edition.page(path, uri, files) if edition else load_page(path, uri, loading.reader, loading.report)
        matter = shape(matter_kind, page.front, loading.report) if page else None
        if page:
            loading.pages[uri] = page
            loading.check_file_name(kind, uri, page)
        if matter is None:
            loading.broken.add((kind, id_of(uri, kind)))
        else:
            loading.matters[uri] = matter
            if kind == "page" and isinstance(matter, PageMatter):
                loading.note_former(kind, id_of(uri, kind), matter.formerly)


def _is_misnamed(path: Path, settings: Settings) -> bool:
    """Whether a file that isn't taken for a page is one, or holds what only trainers may read: all could read it."""
    if path.suffix in OTHER_ENDINGS:
        return True
    try:
        data = path.read_bytes() if path.is_file() and path.stat().st_size <= _LONGEST else b""
    except OSError:  # the build tells
        return False
    start, _ = signs_of(settings.delimiters)["block"]
    return bool(re.search(rf"{re.escape(start)}[-+]?\s*call\s+trainer\b".encode(), data))


def kind_of(uri: str) -> tuple[str, type[PageMatter]]:
    """What the page at `uri`, a path below docs/, is: its kind, and the shape of its front matter."""
    folder, _, name = uri.rpartition("/")
    if folder == WORKSHEETS:
        return "worksheet", WorksheetMatter
    if folder.startswith(f"{MODULES}/") and name != "index.md" and folder.count("/") == 1:
        return "chapter", ChapterMatter
    return "page", PageMatter


def id_of(uri: str, kind: str) -> str:
    """The id of the page at `uri`, which is of that kind, as `formerly` has it."""
    return uri.removeprefix(ROOTS[kind]).removesuffix(".md")


def _chapters(loading: _Loading, outline: CourseOutline | None) -> dict[str, Chapter]:
    modules = {name: module for module in outline.modules for name in module.chapters} if outline else {}
    moments = {name: moment for moment in reversed(outline.moments) for name in moment.chapters} if outline else {}
    found = {}
    for uri, matter in loading.matters.items():
        if isinstance(matter, ChapterMatter):
            name, page = id_of(uri, "chapter"), loading.pages[uri]
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
            name, page = id_of(uri, "worksheet"), loading.pages[uri]
            found[name] = Worksheet(name, matter, page, Placed(page.front))
            loading.note_former("worksheet", name, matter.formerly)

    def when(worksheet: Worksheet) -> tuple[int, int, str]:
        first = min((moments.index(name) for name in worksheet.matter.moments if name in moments), default=len(moments))
        return first, called.index(worksheet.id) if worksheet.id in called else len(called), worksheet.id

    return {worksheet.id: worksheet for worksheet in sorted(found.values(), key=when)}


def _load_entries(
    loading: _Loading, kind: str, uri: str, file: type[Content], item: type[Content], key: str
) -> dict[str, Entry[Any]]:
    found: dict[str, Entry[Any]] = {}
    for document in loading.documents(uri, kind):
        shape(file, document, loading.report)
        items = document.data.get(key) if isinstance(document.data, dict) else None
        if isinstance(items, list):
            found = _over(found, _entries(loading, kind, item, document, items, (key,)))
        else:
            loading.broken.add((kind, ""))
    return found


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
    found = [shape(SynonymsFile, document, loading.report) for document in loading.documents(SYNONYMS, "synonyms")]
    return tuple(group.words for file in found if file for group in file.synonyms)


def _load_sources(loading: _Loading) -> dict[str, Entry[Any]]:
    found: dict[str, Entry[Any]] = {}
    for document in loading.documents(LITERATURE, "source"):
        if not isinstance(document.data, list):
            expected = loading.report.strings("types.list_type")
            loading.report.add(Rule.WRONG_TYPE, Place(document.path), expected=expected)
            loading.broken.add(("source", ""))
            continue
        for index in range(len(document.data)):
            shape(Source, document, loading.report, (index,))
        found = _over(found, _entries(loading, "source", Source, document, document.data, ()))
    return found


def _over(below: dict[str, Entry[Any]], own: dict[str, Entry[Any]]) -> dict[str, Entry[Any]]:
    """The items of a course with a school's own: in the place of those with the same id, and after the rest.

    What the course's was called before holds for the school's too: what readers wrote then stays theirs.
    """
    found = dict(below)
    for name, entry in own.items():
        earlier = getattr(below[name].content, "formerly", ()) if name in below else ()
        if earlier:
            formerly = tuple(dict.fromkeys([*entry.content.formerly, *earlier]))
            entry = replace(entry, content=entry.content.model_copy(update={"formerly": formerly}))
        found[name] = entry
    return found


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
