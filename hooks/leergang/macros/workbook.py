"""`workbook`: every worksheet and prompt by moment, to fill in and to print."""

from .course import moment_row
from .reflection import render_reflection
from .rendering import PageRendering
from .worksheet import render_worksheet


def workbook(page: PageRendering) -> str:
    """Everything that a participant writes, in the order of the course: Markdown headings with forms below them."""
    parts = [page.render("workbook-tools")]
    for moment in page.course.moments.values():
        row = moment_row(page, moment)
        parts.append(page.heading(2, moment.title, moment.id))
        if not row.worksheets and not row.reflections:
            parts.append(page.t("programme.nothing"))
        parts += [render_worksheet(page, worksheet, moment.id, 3) for worksheet in row.worksheets]
        parts += [render_reflection(page, entry, moment.id) for entry in row.reflections]
    return "\n\n".join(parts)
