"""`cover`, `goals`, `programme` and `modules`: the course seen from above. And what every chapter shows by itself."""

from dataclasses import dataclass

from ..model import Course
from ..model.anchors import KEYPOINTS, SOURCES
from ..model.course import Chapter, Entry
from ..model.outline import Goal, Moment
from ..model.reflection import Reflection
from ..model.worksheet import Worksheet
from .held import HeldRow, held_row
from .literature import literature
from .path import Step, path_of, place_on_path
from .rendering import PageRendering


@dataclass(frozen=True)
class GoalRow:
    """A goal with the chapters that cover it and what practises it."""

    goal: Goal
    chapters: tuple[Chapter, ...]
    worksheets: tuple[Worksheet, ...]
    reflections: tuple[Entry[Reflection], ...]


@dataclass(frozen=True)
class MomentRow:
    """A moment with what there is to read, do and think about."""

    moment: Moment
    chapters: tuple[Chapter, ...]
    worksheets: tuple[Worksheet, ...]
    reflections: tuple[Entry[Reflection], ...]
    steps: tuple[Step, ...]
    minutes: int
    held: HeldRow | None
    """When and where the school has it whose edition this is."""


def moment_row(page: PageRendering, moment: Moment) -> MomentRow:
    """Everything that belongs to a moment, in order."""
    course = page.course
    return MomentRow(
        moment,
        tuple(course.chapters[name] for name in moment.chapters),
        tuple(sheet for sheet in course.worksheets.values() if moment.id in sheet.matter.moments),
        tuple(entry for entry in course.reflections.values() if moment.id in entry.content.moments),
        path_of(page, moment),
        course.minutes_of(moment),
        held_row(page, moment),
    )


def cover(page: PageRendering) -> str:
    """What the course is, where to begin or to read on, and how much there is of it."""
    course = page.course
    counts = {
        "modules": len(course.outline.modules) if course.outline else 0,
        "chapters": len(course.chapters),
        "worksheets": len(course.worksheets),
        "reflections": len(course.reflections),
    }
    words = [page.t(f"cover.{kind}", count=count) for kind, count in counts.items() if count]
    moment = next(iter(course.moments.values()))
    chapter = next(iter([*moment.chapters, *course.chapters]))
    url = page.url(moment.page) if moment.page and moment.page != page.uri else page.chapter_url(chapter)
    dated = [(course.moments[name], held) for name, held in course.dated.items()]
    meetings = [moment for moment, held in dated if held.start] or [moment for moment, _ in dated]
    return page.render(
        "cover",
        first={"url": url, "title": moment.title},
        counts=words,
        school=course.school.file.name if course.school else "",
        held=[(found, held_row(page, found)) for found in meetings],
    )


def goals(page: PageRendering) -> str:
    """Every goal, with the chapters that cover it and what practises it."""
    course = page.course
    rows = [
        GoalRow(
            goal,
            tuple(chapter for chapter in course.chapters.values() if goal.id in chapter.matter.goals),
            tuple(sheet for sheet in course.worksheets.values() if goal.id in sheet.matter.goals),
            tuple(entry for entry in course.reflections.values() if goal.id in entry.content.goals),
        )
        for goal in (course.outline.goals if course.outline else ())
    ]
    kinds = dict.fromkeys(row.goal.kind for row in rows)
    by_kind = {kind: [row for row in rows if row.goal.kind == kind] for kind in kinds}
    return page.render("goals", by_kind=by_kind, level=page.next_level("goals"))


def programme(page: PageRendering, moment: str = "") -> str:
    """What there is to do at each moment; at one moment, its parts too."""
    moments = [page.course.moments[moment]] if moment else list(page.course.moments.values())
    rows = [moment_row(page, found) for found in moments]
    first = page.unique_id("programme") == "programme"
    dated = [found.id for found in moments if found.id in page.course.dated]
    agenda = dated[0] if dated and page.unique_id("agenda") == "agenda" else ""
    level = page.next_level("programme")
    render = page.render if moment or not _are_told_apart(page.course) else page.render_elsewhere_found
    return render("programme", rows=rows, parts=bool(moment), first=first, level=level, agenda=agenda)


def _are_told_apart(course: Course) -> bool:
    """Whether pages tell of every moment by itself: search then leads there, and not to a list of all of them."""
    calls = [call for page in course.pages.values() for call in page.calls if course.shows(call.for_trainers)]
    return set(course.moments) <= {call.arguments.get("moment") for call in calls if call.name == "programme"}


def modules(page: PageRendering) -> str:
    """The modules with their chapters."""
    outline = page.course.outline
    return page.render("modules", modules=outline.modules if outline else (), level=page.next_level("modules"))


def render_chapter(page: PageRendering, chapter: Chapter, body: str) -> str:
    """A chapter's Markdown with what follows from its front matter: header, key points and sources."""
    goals = [page.course.ids("goal")[name] for name in chapter.matter.goals]
    before = [page.course.chapters[page.course.present("chapter", name)] for name in chapter.matter.before]
    place = place_on_path(page, chapter)
    held = held_row(page, chapter.moment) if chapter.moment else None
    parts = [
        page.render_elsewhere_found("chapter-header", chapter=chapter, goals=goals, before=before),
        *([page.render_elsewhere_found("chapter-path", held=held, **place)] if place else []),
        body,
        page.heading(2, page.t("chapter.keypoints"), KEYPOINTS),
        page.render("keypoints", points=chapter.matter.keypoints),
    ]
    if place and place["after"]:
        parts.append(page.render_elsewhere_found("path-next", step=place["after"]))
    if page.course.sources_of(chapter):
        parts += [page.heading(2, page.t("chapter.sources"), SOURCES), literature(page, chapter.id)]
    return "\n\n".join(parts)
