"""What a school says of its look and its dates: colours that can be read, days in the order of the course."""

from itertools import pairwise

from ..diagnostics import Report, Rule
from ..model import Course


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
    """The school's dates come in the course's order; school.py tells of moments that aren't there or come twice."""
    if course.school is None:
        return
    where_said = [moment.id for moment in course.school.file.moments]
    for earlier, later in pairwise(course.dated):
        before, after = course.dated[earlier].date, course.dated[later].date
        if before and after and after < before:
            where = course.school.place("moments", where_said.index(later), "date")
            report.add(Rule.DATES_IN_DISORDER, where, moment=later, date=after, earlier=earlier, before=before)
