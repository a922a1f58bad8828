"""`workbook`: every worksheet and prompt by moment, to fill in and to print."""

from collections.abc import Iterator
from typing import Any

from .course import MomentRow, moment_row
from .reflection import render_reflection
from .rendering import PageRendering
from .worksheet import render_worksheet


def workbook(page: PageRendering) -> str:
    """Everything that a participant writes, in the order of the course: Markdown headings with forms below them."""
    rows = [moment_row(page, moment) for moment in page.course.moments.values()]
    progress = [(row.moment, count) for row in rows if (count := len(row.worksheets) + len(row.reflections))]
    parts = [page.render("workbook-tools", catalogue=_catalogue(page, rows), progress=progress)]
    for row in rows:
        moment = row.moment
        parts.append(page.heading(2, moment.title, moment.id))
        if not row.worksheets and not row.reflections:
            parts.append(page.t("programme.nothing"))
        parts += [render_worksheet(page, worksheet, moment.id, 3, later=True) for worksheet in row.worksheets]
        parts += [render_reflection(page, entry, moment.id) for entry in row.reflections]
    return "\n\n".join(parts)


def _catalogue(page: PageRendering, rows: list[MomentRow]) -> dict[str, Any]:
    """What the scripts need to know to show all answers together, as `Catalogue` in .types.d.ts has it."""
    course = page.course
    return {
        "course": course.title,
        "items": list(_items(page)),
        "moments": [{"id": row.moment.id, "title": row.moment.title, "minutes": row.minutes} for row in rows],
        "modules": [module.title for module in course.outline.modules] if course.outline else [],
        "reading": sum(chapter.matter.minutes for chapter in course.chapters.values()),
    }


def _items(page: PageRendering) -> Iterator[dict[str, Any]]:
    """Every worksheet and prompt with its module: that of the first chapter that uses it, if any does."""
    course = page.course
    texts = course.ids("goal")
    found = [("worksheet", sheet.id, sheet.title, sheet.matter.goals) for sheet in course.worksheets.values()]
    found += [("reflection", one.id, one.content.text, one.content.goals) for one in course.reflections.values()]
    for kind, name, title, goals in found:
        modules = (chapter.module for chapter in course.chapters_using(kind, name))
        module = next((module.title for module in modules if module), "")
        practised = [texts[goal].text for goal in goals]
        yield {"kind": kind, "id": name, "title": title, "module": module, "goals": practised}
