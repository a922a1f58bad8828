"""school.yml against the course: what it names is there, and what it hides is not missed."""

from ..diagnostics import Report, Rule
from ..model import Course
from ..model.course import MODULES
from .references import check_reference


def check_school_moments(course: Course, report: Report) -> None:
    """Every moment that a school says something of is one of the course, and it is said once."""
    if course.school is None:
        return
    seen: set[str] = set()
    for index, moment in enumerate(course.school.file.moments):
        place = course.school.place("moments", index, "id")
        if moment.id in seen:
            report.add(Rule.DUPLICATE_ID, place, id=moment.id)
        elif course.outline:
            check_reference(course, report, "moment", moment.id, place)
        seen.add(moment.id)


def check_hidden_goals(course: Course, report: Report) -> None:
    """Every goal that a hidden chapter is about is that of another chapter too."""
    if course.school is None:
        return
    covered = {goal for chapter in course.chapters.values() for goal in chapter.matter.goals}
    for index, chapter in enumerate(course.school.file.chapters):
        for goal in course.hidden.get(f"{MODULES}/{chapter.id}.md", ()):
            if goal not in covered:
                report.add(Rule.HIDDEN_GOAL, course.school.place("chapters", index, "id"), id=goal)
