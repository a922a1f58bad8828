"""The programme: what is done at each moment, and how long that takes."""

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


def _check_minutes(course: Course, report: Report, moment: Moment, place: Placed) -> None:
    chapters = {name: course.chapters[name].matter.minutes for name in moment.chapters if name in course.chapters}
    sheets = {
        name: sheet.matter.minutes for name, sheet in course.worksheets.items() if moment.id in sheet.matter.moments
    }
    done = set()
    for index, part in enumerate(moment.parts):
        sheet = course.present("worksheet", part.worksheet or "")
        done |= {course.present("chapter", part.chapter or ""), sheet}
        if (planned := sheets.get(sheet, part.minutes)) != part.minutes:
            report.add(Rule.MINUTES_DIFFER, place("parts", index, "minutes"), minutes=part.minutes, counted=planned)
    for name in [*chapters, *sheets] if moment.parts else ():
        if name not in done:
            report.add(Rule.MISSING_PART, place("id"), id=name, moment=moment.id)
    counted = sum(part.minutes for part in moment.parts) or sum(chapters.values()) + sum(sheets.values())
    if moment.minutes is not None and moment.minutes != counted:
        report.add(Rule.MINUTES_DIFFER, place("minutes"), minutes=moment.minutes, counted=counted)
