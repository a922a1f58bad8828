"""What a school says of its look and its dates: colours that can be read, moments that there are, in their order."""

from itertools import pairwise

from ..diagnostics import Report, Rule
from ..model import Course
from .references import check_reference


def check_look(course: Course, report: Report) -> None:
    """White can be read on the school's bar, and its links on the page."""
    if course.school is None:
        return
    from ..model.colours import ENOUGH, GROUNDS, WHITE, least_contrast, nearest_readable  # for an edition only

    colours = course.school.file.colours
    for key, colour, others in (("brand", colours.brand, (WHITE,)), ("link", colours.link, GROUNDS)):
        if colour and (found := least_contrast(colour, others)) < ENOUGH:
            worst = min(others, key=lambda other: least_contrast(colour, (other,)))
            report.add(
                Rule.LOW_CONTRAST,
                course.school.place("colours", key),
                on=report.strings(f"contrast.{key}", colour=colour, ground=worst),
                found=report.strings("contrast.ratio", whole=int(found), tenths=int(found * 10) % 10),
                enough=report.strings("contrast.ratio", whole=int(ENOUGH), tenths=int(ENOUGH * 10) % 10),
                better=nearest_readable(colour, others),
            )


def check_dates(course: Course, report: Report) -> None:
    """Each moment of the school is one of the course's, once; dates come in the course's order."""
    if course.school is None:
        return
    place = course.school.place
    order = list(course.moments)
    seen: dict[str, int] = {}
    for index, moment in enumerate(course.school.file.moments):
        if moment.id in seen:
            report.add(Rule.DUPLICATE_ID, place("moments", index, "id"), id=moment.id)
        check_reference(course, report, "moment", moment.id, place("moments", index, "id"))
        seen.setdefault(moment.id, index)
    dated = [name for name in order if name in seen and course.school.moments[name].date]
    for earlier, later in pairwise(dated):
        before, after = course.dated[earlier].date, course.dated[later].date
        if before and after and after < before:
            where = place("moments", seen[later], "date")
            report.add(Rule.DATES_IN_DISORDER, where, moment=later, date=after, earlier=earlier, before=before)
