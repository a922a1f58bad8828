"""`dayplan`: a day as its trainer leads it: which part at what time, what to hand out, and where the notes are."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..model.anchors import TRAINER
from ..model.course import Chapter
from ..model.held import clock
from ..model.outline import Moment, Part
from ..model.worksheet import Worksheet
from .rendering import PageRendering

START = "09:00"
"""When a day begins that doesn't say so."""


@dataclass(frozen=True)
class DayPart:
    """A part of a day."""

    part: Part
    title: str
    start: str
    end: str
    """Times of the clock, by when the day begins."""
    chapter: Chapter | None
    worksheet: Worksheet | None
    notes: str
    """The address of the chapter's first block for trainers; empty where it has none."""
    questions: str
    """The address of the heading on this page that has the title of the part; empty where there is none."""


def dayplan(page: PageRendering, moment: str) -> str:
    """A day from beginning to end, by the clock, in the trainers' edition; nothing at all in any other."""
    if page.course.settings.edition != "trainer":
        return ""
    found = page.course.moments[moment]
    parts = [part for part in found.parts if not part.alone]
    first = found.parts.index(parts[0]) if parts else len(found.parts)
    begin = page.course.held(found).start or START
    times = [clock(begin, passed) for passed in accumulate((part.minutes for part in parts), initial=0)]
    rows = [day_part(page, part, *span) for part, span in zip(parts, pairwise(times), strict=True)]
    return page.render(
        "day-runner",
        moment=found,
        start=times[0],
        rows=rows,
        before=[day_part(page, part) for part in found.parts[:first] if part.alone],
        after=[day_part(page, part) for part in found.parts[first:] if part.alone],
        sheets=_sheets(page, found),
        name=page.unique_id(f"day-{moment}"),
    )


def day_part(page: PageRendering, part: Part, start: str = "", end: str = "") -> DayPart:
    """A part with all that its trainer needs; without times where no clock runs."""
    course = page.course
    chapter = course.chapters[course.present("chapter", part.chapter)] if part.chapter else None
    sheet = course.worksheets[course.present("worksheet", part.worksheet)] if part.worksheet else None
    title = sheet.title if sheet else chapter.matter.title if chapter else str(part.title)
    noted = chapter and any(call.name == "trainer" for call in chapter.page.calls)
    notes = page.chapter_url(chapter.id, TRAINER) if chapter and noted else ""
    asked = next((heading.id for heading in page.source.outline.headings if heading.text == title), "")
    return DayPart(part, title, start, end, chapter, sheet, notes, f"#{asked}" if asked else "")


def _sheets(page: PageRendering, moment: Moment) -> list[Worksheet]:
    """The worksheets that are handed out, each once, in the order of the day."""
    course = page.course
    names = dict.fromkeys(course.present("worksheet", part.worksheet) for part in moment.parts if part.worksheet)
    return [course.worksheets[name] for name in names]
