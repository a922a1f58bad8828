"""`diagram`: a drawing in the page, with its title below it."""

from markupsafe import Markup

from .rendering import PageRendering


def diagram(page: PageRendering, id: str) -> str:
    """A drawing of docs/beeld/."""
    found = page.course.diagrams[id]
    shapes = Markup(found.shapes)  # noqa: S704 - holds shapes and words only, or it would not have been loaded
    return page.render("diagram", diagram=found, shapes=shapes, prefix=page.unique_id(f"diagram--{id}"))
