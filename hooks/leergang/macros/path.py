"""The path through the course: what there is to read, do and think about at a moment, one step after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..model.course import REFLECTIONS_PAGE, WORKSHEETS, Chapter
from ..model.outline import Moment
from .rendering import PageRendering


@dataclass(frozen=True)
class Step:
    """Something to do in one sitting."""

    kind: str
    """page, chapter, worksheet or reflections."""
    names: tuple[str, ...]
    """The ids of what it is: several for reflections."""
    title: str
    uri: str
    """The path of its page below docs/."""
    anchor: str = ""
    facts: tuple[str, ...] = ()
    """What to know before one begins: what it is, and how long it takes."""
    minutes: int = 0
    """None of its own for a page and for reflections, which are in a chapter's reading time."""
    module: int = 0
    """The number of its colour; 0 outside a module."""
    fields: int = 0
    """How many a worksheet has to fill in."""
    repeat: bool = False
    """Whether it may be filled in again, each time with its date for its round."""


def path_of(page: PageRendering, moment: Moment) -> tuple[Step, ...]:
    """The steps of a moment, in order: a chapter with its worksheets and prompts, or what a day's parts come to.

    They are the same on every page, and made once: each chapter shows them.
    """
    paths = page.rendering.paths
    if moment.id not in paths:
        paths[moment.id] = tuple(_Path(page, moment).steps())
    return paths[moment.id]


def place_on_path(page: PageRendering, chapter: Chapter) -> dict[str, Any]:
    """Where a chapter stands on the path of its moment, and the step after it; nothing where it has no moment."""
    if not chapter.moment:
        return {}
    steps = path_of(page, chapter.moment)
    number = next(number for number, step in enumerate(steps, 1) if step.kind == "chapter" and chapter.id in step.names)
    here = {page.uri, *(f"{WORKSHEETS}/{name}.md" for name in page.course.used_by(chapter, "worksheet"))}
    moments = list(page.course.moments.values())
    later = (path_of(page, moment) for moment in moments[moments.index(chapter.moment) + 1 :])
    after = next((step for step in chain(steps[number:], chain.from_iterable(later)) if step.uri not in here), None)
    return {"steps": steps, "moment": chapter.moment, "here": chapter.id, "number": number, "after": after}


class _Path:
    def __init__(self, page: PageRendering, moment: Moment) -> None:
        self.page, self.course, self.moment = page, page.course, moment
        asked = (entry.id for entry in self.course.reflections.values() if moment.id in entry.content.moments)
        done = (sheet.id for sheet in self.course.worksheets.values() if moment.id in sheet.matter.moments)
        self.worksheets, self.prompts = dict.fromkeys(done), dict.fromkeys(asked)
        """What has no step yet."""

    def steps(self) -> Iterator[Step]:
        if self.moment.page:
            yield Step("page", (), self.page.title_of(self.moment.page), self.moment.page)
        parts = [(part.chapter, part.worksheet) for part in self.moment.parts]
        chapters = dict.fromkeys(self.course.present("chapter", chapter) for chapter, _ in parts if chapter)
        placed = {self.course.present("worksheet", sheet) for _, sheet in parts if sheet}
        rest = ((name, None) for name in self.moment.chapters if name not in chapters)
        for chapter, sheet in dict.fromkeys([*parts, *rest]):
            if chapter:
                yield from self._chapter(self.course.chapters[self.course.present("chapter", chapter)], placed)
            elif sheet:
                yield from self._worksheet(self.course.present("worksheet", sheet))
        for name in list(self.worksheets):
            yield from self._worksheet(name)
        if self.prompts:
            yield self._reflections(list(self.prompts), *self._all_prompts())

    def _all_prompts(self) -> tuple[str, str]:
        """Where a moment's prompts can be answered: in the workbook, if there is one; or else their list."""
        pages = [(uri, page) for uri, page in self.course.pages.items() if not page.for_trainers]
        workbook = next((uri for uri, page in pages if any(call.name == "workbook" for call in page.calls)), "")
        return (workbook, self.moment.id) if workbook else (REFLECTIONS_PAGE, next(iter(self.prompts)))

    def _chapter(self, chapter: Chapter, placed: set[str]) -> Iterator[Step]:
        """A chapter, then what it asks of its reader; a worksheet that has a place of its own in the day waits."""
        module = self.page.module_colour(chapter.module.id) if chapter.module else 0
        uri, minutes = chapter.page.uri, chapter.matter.minutes
        facts = (self.page.minutes(minutes),)
        yield Step("chapter", (chapter.id,), chapter.matter.title, uri, "", facts, minutes, module)
        for name in self.course.used_by(chapter, "worksheet"):
            if name not in placed:
                yield from self._worksheet(name)
        prompts = [name for name in self.course.used_by(chapter, "reflection") if name in self.prompts]
        if prompts:
            yield self._reflections(prompts, uri, f"reflection--{prompts[0]}")

    def _worksheet(self, name: str) -> Iterator[Step]:
        if name in self.worksheets:
            del self.worksheets[name]
            matter = self.course.worksheets[name].matter
            facts = (self.page.t("path.worksheet"), self.page.minutes(matter.minutes))
            uri, count = f"{WORKSHEETS}/{name}.md", len(matter.fields)
            yield Step("worksheet", (name,), matter.title, uri, "", facts, matter.minutes, 0, count, matter.repeat)

    def _reflections(self, names: list[str], uri: str, anchor: str) -> Step:
        for name in names:
            del self.prompts[name]
        title = self.page.t("path.reflections", count=len(names))
        return Step("reflections", tuple(names), title, uri, anchor)
