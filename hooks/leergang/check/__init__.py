"""Every promise about the course, one function a rule or a few that belong together.

Each function looks at a loaded course and adds what it finds to the report: loading has told already what could not be
read, and nothing is told twice.
"""

from collections.abc import Callable

from ..diagnostics import Report
from ..model import Course
from . import calls, links, look, markup, outline, programme, prose, references, school, upgrades

RULES: tuple[Callable[[Course, Report], None], ...] = (
    outline.check_chapters_named,
    outline.check_chapters_found,
    outline.check_chapters_placed,
    outline.check_overviews,
    outline.check_goals_covered,
    outline.check_picture,
    outline.check_nav_pages,
    programme.check_practice,
    programme.check_moments,
    references.check_chapters,
    references.check_worksheets,
    references.check_reflections,
    references.check_terms,
    references.check_former_ids,
    references.check_unused,
    calls.check_arguments,
    calls.check_moments,
    calls.check_alone,
    links.check_headings,
    links.check_words,
    links.check_links,
    links.check_pictures,
    links.check_component_links,
    markup.check_tags,
    markup.check_ids,
    markup.check_active,
    markup.check_foreign,
    markup.check_corners,
    prose.check_length,
    prose.check_terms_explained,
    school.check_school_moments,
    school.check_hidden_goals,
    look.check_look,
    look.check_dates,
    upgrades.check_version,
    upgrades.check_choices,
)


def check_course(course: Course, report: Report) -> None:
    """Add every broken promise of `course` to `report`."""
    for check in RULES:
        check(course, report)
