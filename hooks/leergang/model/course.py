"""The whole course: what was read, joined by ids, and who uses what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..diagnostics import Place, is_below
from ..pages.language import MACROS, TEXT, Call
from ..pages.page import Page, is_for_trainers
from ..pages.prose import Prose, read_prose, shown_as
from ..pages.source import author_path
from ..settings import GLOSSARY, Settings, is_leftover
from .content import Content, Placed
from .diagram import Diagram
from .glossary import Term
from .held import Held
from .outline import ChapterMatter, CourseOutline, Module, Moment
from .reflection import Reflection
from .worksheet import Worksheet

if TYPE_CHECKING:
    from .school import School  # read for a school's edition only: its classes take a check's time

MODULES = "modules"
WORKSHEETS = "tools/werkbladen"
ROOTS: Mapping[str, str] = {"chapter": f"{MODULES}/", "worksheet": f"{WORKSHEETS}/", "page": ""}
"""Where the pages of each kind stand below docs/; an id follows."""
OUTLINE = "cursus.yml"
REFLECTIONS = "tools/reflectievragen.yml"
LITERATURE = "tools/literatuur.json"
SYNONYMS = "tools/zoekwoorden.yml"
WORDS = "woordenlijst.txt"
PICTURES = "beeld"
DATA_FILES = (OUTLINE, REFLECTIONS, GLOSSARY, LITERATURE, SYNONYMS, WORDS)
"""Files that feed the model and are no part of the site."""

REFLECTIONS_PAGE = "tools/reflectievragen.md"
GLOSSARY_PAGE = "tools/begrippen.md"
LITERATURE_PAGE = "tools/literatuur.md"
"""Pages that components lead to."""

Item = TypeVar("Item", bound=Content)


@dataclass(frozen=True)
class Entry(Generic[Item]):
    """One item of a file that holds many."""

    id: str
    content: Item
    place: Placed


@dataclass(frozen=True)
class Chapter:
    """A chapter: docs/modules/<module>/<chapter>.md. Its id is that path without `.md`."""

    id: str
    matter: ChapterMatter
    page: Page
    place: Placed
    module: Module | None
    moment: Moment | None


@dataclass(frozen=True)
class Use:
    """That a page uses something, and where it says so."""

    page: Page
    place: Place
    macro: str
    for_trainers: bool
    """Whether it stands in a block or on a page that only trainers see."""


@dataclass(frozen=True)
class Course:
    """Everything that docs/ says. In a course with errors, whatever could be read."""

    settings: Settings
    outline: CourseOutline | None
    outline_place: Placed | None
    pages: Mapping[str, Page]
    """Every Markdown page by its path below docs/."""
    chapters: Mapping[str, Chapter]
    """In the order of the course."""
    worksheets: Mapping[str, Worksheet]
    """In the order in which the course needs them."""
    reflections: Mapping[str, Entry[Reflection]]
    terms: Mapping[str, Entry[Term]]
    sources: Mapping[str, Entry[Any]]
    """Sources; `Source` is made from the list of CSL's variables, which a type checker can't follow."""
    diagrams: Mapping[str, Diagram]
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that search takes for one another, beside the names of terms."""
    former: Mapping[str, Mapping[str, str]]
    """By kind, the earlier ids with the present ones."""
    broken: frozenset[tuple[str, str]]
    """Kind and id of what is there but can't be used; an empty id stands for the whole kind."""
    school: "School | None" = None
    """The school whose edition this is, if any."""
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The pages, by their paths below docs/, that the school's edition hasn't got; each with its goals."""

    @cached_property
    def unpublished(self) -> list[str]:
        """The files below docs/ that are no part of the site: what they say is in its pages."""
        drawn = {call.arguments["id"] for page in self.pages.values() for call in page.calls if call.name == "diagram"}
        return [*DATA_FILES, *(f"{PICTURES}/{name}.svg" for name in sorted(drawn))]

    @property
    def title(self) -> str:
        """Its title."""
        return self.outline.title if self.outline else ""

    @cached_property
    def moments(self) -> Mapping[str, Moment]:
        """Moments by id, in order."""
        return {moment.id: moment for moment in self.outline.moments} if self.outline else {}

    def minutes_of(self, moment: Moment) -> int:
        """How long a moment takes: what its author says, its parts, or else its chapters and worksheets."""
        if moment.minutes or moment.parts:
            return moment.minutes or sum(part.minutes for part in moment.parts)
        reading = sum(self.chapters[name].matter.minutes for name in moment.chapters if name in self.chapters)
        sheets = (sheet.matter for sheet in self.worksheets.values() if moment.id in sheet.matter.moments)
        return reading + sum(sheet.minutes for sheet in sheets)

    def held(self, moment: Moment) -> Held:
        """When and where this edition has a moment; what a trainer leads has a clock, what is done alone has none."""
        said = self.school.moments.get(moment.id) if self.school else None
        led = sum(part.minutes for part in moment.parts if not part.alone)
        minutes = led if moment.parts else self.minutes_of(moment)
        if said is None:
            return Held(start=moment.start, minutes=minutes)
        return Held(said.date, said.start or moment.start, minutes, said.place, said.note)

    @cached_property
    def dated(self) -> Mapping[str, Held]:
        """The moments that have a date, by id, in the order of the course."""
        held = {name: self.held(moment) for name, moment in self.moments.items()} if self.school else {}
        return {name: found for name, found in held.items() if found.date}

    @cached_property
    def _by_kind(self) -> Mapping[str, Mapping[str, Any]]:
        return {
            "chapter": self.chapters,
            "worksheet": self.worksheets,
            "reflection": self.reflections,
            "term": self.terms,
            "source": self.sources,
            "diagram": self.diagrams,
            "moment": self.moments,
            "goal": {goal.id: goal for goal in self.outline.goals} if self.outline else {},
        }

    def ids(self, kind: str) -> Mapping[str, Any]:
        """What there is of a kind, by id."""
        return self._by_kind[kind]

    def knows(self, kind: str, name: str) -> bool:
        """Whether a `kind` of this id is there, be it with errors of its own."""
        return name in self._by_kind[kind] or not self.broken.isdisjoint({(kind, name), (kind, "")})

    def has_broken(self, kind: str) -> bool:
        """Whether anything of this kind can't be used."""
        return any(broken == kind for broken, _ in self.broken)

    @property
    def whole(self) -> bool:
        """Whether every page and all its macro calls could be read."""
        readable = not any(self.has_broken(kind) for kind in ("page", "chapter", "worksheet"))
        return readable and all(page.whole for page in self.pages.values())

    def knows_page(self, uri: str) -> bool:
        """Whether there is a page at `uri` that can't be used."""
        return any(uri == f"{ROOTS.get(kind, '')}{name}.md" for kind, name in self.broken)

    def present_page(self, uri: str) -> str:
        """Where what is or was the page at `uri` is now, a path below docs/; empty where it is gone."""
        if uri in self.pages:
            return uri
        for kind, root in ROOTS.items():
            name = self.former.get(kind, {}).get(uri.removeprefix(root).removesuffix(".md"))
            if name and uri.startswith(root) and f"{root}{name}.md" in self.pages:
                return f"{root}{name}.md"
        return ""

    @cached_property
    def moved_by_hand(self) -> tuple[str, str] | None:
        """A chapter that the outline names and that has no file, and the one that no module names: it was that once.

        None where there is no such pair, or where there is more than one missing or more than one too many.
        """
        modules = {name for module in self.outline.modules for name in module.chapters} if self.outline else set()
        listed = {name for moment in self.moments.values() for name in moment.chapters} & modules
        missing = [name for name in listed if not self.knows("chapter", name)]
        unnamed = [name for name in self.chapters if name not in modules]
        return (missing[0], unnamed[0]) if len(missing) == len(unnamed) == 1 else None

    def moments_of(self, kind: str, name: str) -> tuple[str, ...]:
        """The moments at which a worksheet or a reflection is asked for; none where there is no such one."""
        name = self.present(kind, name)
        if kind == "worksheet":
            return self.worksheets[name].matter.moments if name in self.worksheets else ()
        return self.reflections[name].content.moments if name in self.reflections else ()

    def moment_on(self, uri: str, moments: tuple[str, ...], asked: str = "") -> str:
        """The moment at which a worksheet or prompt is asked for on the page at `uri`.

        The one that its author asks for, else the chapter's own when it is one of `moments`, else the first of those.
        """
        chapter = self.chapter_at(uri)
        own = chapter.moment.id if chapter and chapter.moment else ""
        return asked or (own if own in moments else moments[0])

    def present(self, kind: str, name: str) -> str:
        """The present id of what is or was called `name`."""
        return name if name in self._by_kind[kind] else self.former.get(kind, {}).get(name, name)

    @cached_property
    def _uses(self) -> Mapping[tuple[str, str], list[Use]]:
        found: dict[tuple[str, str], list[Use]] = {}
        for page in self._pages_in_order():
            for call in page.calls:
                for kind, name in named_by(call):
                    use = Use(page, call.place, call.name, call.for_trainers)
                    found.setdefault((kind, self.present(kind, name)), []).append(use)
        return found

    def _pages_in_order(self) -> list[Page]:
        """Chapters as the course orders them, then every other page."""
        ordered = {chapter.page.uri: chapter.page for chapter in self.chapters.values()}
        return list((ordered | dict(self.pages)).values())

    @cached_property
    def _prose(self) -> dict[str, Prose]:
        return {}

    def prose(self, uri: str) -> Prose:
        """The words of the page at `uri`, a path below docs/, as its reader sees them."""
        if uri not in self._prose:
            self._prose[uri] = read_prose(self.pages[uri], self.settings.delimiters, shown_as(self._words_of_terms))
        return self._prose[uri]

    def keep_prose(self, found: Mapping[str, Prose], terms: Mapping[str, str]) -> None:
        """Take over the prose of pages that was read elsewhere, if each term had the same words there."""
        if terms == self._words_of_terms:
            self._prose.update(found)

    @cached_property
    def _words_of_terms(self) -> Mapping[str, str]:
        """The words of each term, by its id and its earlier ones."""
        words = {name: entry.content.term for name, entry in self.terms.items()}
        former = self.former.get("term", {})
        return {**{old: words[name] for old, name in former.items() if name in words}, **words}

    def calls(self, macro: str) -> Iterator[tuple[str, Call]]:
        """Every call of a macro in this edition with its page's path below docs/, in the order of the course."""
        for page in self._pages_in_order():
            for call in page.calls:
                if call.name == macro and self.shows(call.for_trainers):
                    yield page.uri, call

    def is_used(self, kind: str, name: str) -> bool:
        """Whether any macro call names this one, in whichever edition."""
        return (kind, name) in self._uses

    def uses(self, kind: str, name: str) -> list[Use]:
        """Every macro call of this edition that names this one, in the order of the course."""
        return [use for use in self._uses.get((kind, name), []) if self.shows(use.for_trainers)]

    def is_own(self, path: str) -> bool:
        """Whether a file, as messages name it, is in the folder of the school whose edition this is."""
        folder = self.settings.school
        return folder is not None and is_below(path, author_path(folder))

    def shows(self, for_trainers: bool) -> bool:
        """Whether this edition has what only trainers see."""
        return not for_trainers or self.settings.edition == "trainer"

    def has_page(self, uri: str) -> bool:
        """Whether this edition has the page or file at `uri`."""
        return uri not in self.hidden and self.shows(is_for_trainers(uri)) and not is_leftover(Path(uri))

    def names_unknown(self, kind: str) -> bool:
        """Whether a page names one of this kind that isn't there."""
        return any(used == kind and not self.knows(kind, name) for used, name in self._uses)

    def chapters_using(self, kind: str, name: str) -> list[Chapter]:
        """The chapters that use this one, each once, in order."""
        uris = {use.page.uri for use in self.uses(kind, name)}
        return [chapter for chapter in self.chapters.values() if chapter.page.uri in uris]

    def used_by(self, chapter: Chapter, kind: str) -> list[str]:
        """The ids of a kind that a chapter's text uses, each once, in the order of the text."""
        calls = [call for call in chapter.page.calls if self.shows(call.for_trainers)]
        names = [name for call in calls for found, name in named_by(call) if found == kind]
        return list(dict.fromkeys(self.present(kind, name) for name in names))

    def sources_of(self, chapter: Chapter) -> list[str]:
        """The sources that a chapter cites or recommends."""
        named = [self.present("source", name) for name in chapter.matter.reading]
        return list(dict.fromkeys([*self.used_by(chapter, "source"), *named]))

    def chapter_at(self, uri: str) -> Chapter | None:
        """The chapter whose page this is."""
        if not uri.startswith(f"{MODULES}/"):
            return None
        return self.chapters.get(uri.removeprefix(f"{MODULES}/").removesuffix(".md"))

    def worksheet_at(self, uri: str) -> Worksheet | None:
        """The worksheet whose own page this is."""
        if not uri.startswith(f"{WORKSHEETS}/"):
            return None
        return self.worksheets.get(uri.removeprefix(f"{WORKSHEETS}/").removesuffix(".md"))


def named_by(call: Call) -> list[tuple[str, str]]:
    """Kind and id of everything that a macro call names."""
    arguments = MACROS[call.name].arguments
    return [(arguments[key], value) for key, value in call.arguments.items() if arguments[key] != TEXT]
