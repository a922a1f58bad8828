"""A school's edition against the version of the course that it was made for."""

from ..diagnostics import Report, Rule
from ..model import Course
from ..pages.source import Source, author_path, find_signs
from ..settings import CONFLICT, is_conflict


def check_version(course: Course, report: Report) -> None:
    """A school's edition was made for the present version of the course."""
    school, outline = course.school, course.outline
    made_for = school.file.made_for if school else None
    if school and made_for and outline and outline.version and made_for.version != outline.version:
        place, folder = school.place("made_for", "version"), author_path(school.folder)
        report.add(Rule.OTHER_VERSION, place, old=made_for.version, new=outline.version, dir=folder)


def check_choices(course: Course, report: Report) -> None:
    """A school has chosen wherever both its own text and the course's changed."""
    if course.school is None:
        return
    for path in sorted(
        found for found in (course.school.folder / "docs").rglob("*") if found.is_file() and is_conflict(found)
    ):
        source = Source(author_path(path), path.read_bytes().decode("utf-8", "replace"))
        own = path.with_name("".join(path.name.rpartition(CONFLICT)[::2]))
        place, folder = source.place(find_signs(source.text) or 0), author_path(course.school.folder)
        report.add(Rule.OPEN_CHOICE, place, path=author_path(own), dir=folder)
