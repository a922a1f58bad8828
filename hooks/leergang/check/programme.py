"""The programme: what is done at each moment, and how long that takes."""

from collections.abc import Iterator

from ..diagnostics import Report, Rule
from ..model import Course
from ..model.content import Placed
from ..model.outline import Moment
from ..pages.page import is_for_trainers
from .references import check_reference


def check_practice(course: Course, report: Report) -> None:
    """Every chapter has a worksheet or a prompt."""
    for name, chapter in course.chapters.items():
        practice = [*course.used_by(chapter, "worksheet"), *course.used_by(chapter, "reflection")]
        if not practice and chapter.page.whole:
            report.add(Rule.NO_PRACTICE, chapter.place("title"), id=name)


def check_moments(course: Course, report: Report) -> None:
    """Parts and pages of a moment are there, and its minutes are those of what is done."""
    if course.outline is None or course.outline_place is None:
        return
    listed = {name for module in course.outline.modules for name in module.chapters}  # told when gone
    for number, moment in enumerate(course.outline.moments):
        place = Placed(course.outline_place.document, ("moments", number))
        if moment.page and moment.page not in course.pages and not course.knows_page(moment.page):
            meant = course.present_page(moment.page) or moment.page
            report.add(Rule.DEAD_LINK, place("page"), target=moment.page, suggest=(meant, course.pages))
        elif moment.page and is_for_trainers(moment.page):
            report.add(Rule.TRAINERS_LINK, place("page"), path=moment.page)
        known = not course.has_broken("chapter") and not course.has_broken("worksheet")
        for index, part in enumerate(moment.parts):
            for kind, name in (("chapter", part.chapter), ("worksheet", part.worksheet)):
                if name and name not in listed:
                    check_reference(course, report, kind, name, place("parts", index, kind))
                known = known and (not name or course.knows(kind, course.present(kind, name)))
        if known:
            _check_minutes(course, report, moment, place)


def _own_moments(course: Course, kind: str, name: str) -> list[str]:
    """The moments to which a chapter or worksheet belongs; none where one of them isn't there, which is told."""
    if kind == "worksheet":
        named = course.moments_of(kind, name)
        return list(named) if all(moment in course.moments for moment in named) else []
    return [moment.id for moment in course.moments.values() if name in moment.chapters]


def _parts(course: Course, moment: Moment) -> Iterator[tuple[int, str, str, bool]]:
    """Chapters and worksheets among the parts of a moment: index, kind, present id, and whether it belongs there."""
    for index, part in enumerate(moment.parts):
        for kind, written in (("chapter", part.chapter), ("worksheet", part.worksheet)):
            if written:
                name = course.present(kind, written)
                own = _own_moments(course, kind, name)
                yield index, kind, name, not own or moment.id in own


def _told_elsewhere(course: Course) -> set[str]:
    """What is a part of a moment that isn't its own, or is listed at two: at its own it isn't said to be missing."""
    moments = course.moments.values()
    strays = {name for moment in moments for _, _, name, belongs in _parts(course, moment) if not belongs}
    return strays | {name for name in course.chapters if len(_own_moments(course, "chapter", name)) > 1}


def _check_parts(course: Course, report: Report, moment: Moment, place: Placed) -> bool:
    """The chapters and worksheets among the parts belong to the moment. Gives whether all do."""
    strays = [found[:3] for found in _parts(course, moment) if not found[3]]
    for index, kind, name in strays:
        if kind == "chapter":
            hint = report.strings("moments.chapter-part")
        else:
            hint = report.strings("moments.worksheet-part", path=course.worksheets[name].page.source.path)
        own = ", ".join(_own_moments(course, kind, name))
        at = place("parts", index, kind)
        report.add(Rule.OTHER_MOMENT, at, id=name, moment=moment.id, moments=own, hint=hint)
    return not strays


def _check_minutes(course: Course, report: Report, moment: Moment, place: Placed) -> None:
    chapters = {name: course.chapters[name].matter.minutes for name in moment.chapters if name in course.chapters}
    sheets = {
        name: sheet.matter.minutes for name, sheet in course.worksheets.items() if moment.id in sheet.matter.moments
    }
    whole = _check_parts(course, report, moment, place)
    told = {name for _, _, name, _ in _parts(course, moment)} | _told_elsewhere(course)
    for index, part in enumerate(moment.parts):
        sheet = course.present("worksheet", part.worksheet or "")
        if (planned := sheets.get(sheet, part.minutes)) != part.minutes:
            report.add(Rule.MINUTES_DIFFER, place("parts", index, "minutes"), minutes=part.minutes, counted=planned)
    for name in [*chapters, *sheets] if moment.parts else ():
        if name not in told:
            report.add(Rule.MISSING_PART, place("id"), id=name, moment=moment.id)
    counted = sum(part.minutes for part in moment.parts) or sum(chapters.values()) + sum(sheets.values())
    if whole and moment.minutes is not None and moment.minutes != counted:
        report.add(Rule.MINUTES_DIFFER, place("minutes"), minutes=moment.minutes, counted=counted)
