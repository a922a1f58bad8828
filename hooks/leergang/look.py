"""A school's look: what its edition has of it beside its pages."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from .agenda import AGENDA, render_agenda
from .model import Course
from .strings import Strings

STYLESHEET = "assets/stylesheets/school.css"
"""The part of the stylesheet that an edition of a school has, and no other."""


def look_files(course: Course, strings: Strings) -> Iterator[tuple[str, str | bytes]]:
    """The address and content of each file: its logo, and its dates for a calendar."""
    if course.school and course.school.logo:
        yield course.school.logo.uri, course.school.logo.content
    if course.dated:
        yield AGENDA, render_agenda(course, strings).encode()  # as bytes: its ends of lines are part of the format


def look_import(course: Course) -> str:
    """What the entry of the stylesheet imports for a school, in a layer above all others."""
    return '@import url("school.css") layer(school);\n' if course.school else ""


def look_style(course: Course) -> str:
    """What comes at the end of the stylesheet: the school's colours, in the light and in the dark."""
    colours = course.school.file.colours if course.school else None
    if colours is None:
        return ""
    from .model.colours import dark_variant, light_variant, quiet_on

    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    if colours.brand:
        light |= {"brand": colours.brand, "on-brand-quiet": quiet_on(colours.brand), "action": colours.brand}
        dark |= {"brand": dark_variant(colours.brand), "on-brand-quiet": quiet_on(dark_variant(colours.brand))}
    if colours.link:
        light["link"] = colours.link
        dark["link"] = dark["accent"] = light_variant(colours.link)
    if not light:
        return ""
    return (
        f"@layer tokens {{\n{_rule(':root', light)}\n"
        f"@media screen {{\n{_rule('[data-md-color-scheme=slate]', dark)}\n}}\n}}\n"
    )


def _rule(selector: str, values: dict[str, str]) -> str:
    body = "\n".join(f"--course-{name}: {value};" for name, value in values.items())
    return f"{selector} {{\n{body}\n}}"


def look_name(course: Course, name: str) -> str:
    """The name of the site, with the school's where it is one's edition."""
    return f"{name} · {course.school.file.name}" if course.school else name


def look_foot(course: Course, foot: str) -> str:
    """What stands at the foot of each page, as HTML: the school, and what stood there."""
    if not course.school:
        return foot
    return str(Markup(" · ").join([escape(course.school.file.name), *([Markup(foot)] if foot else [])]))  # noqa: S704


def gaps(course: Course) -> dict[str, Any]:
    """By moment, the date of the next one that has any, and the worksheets after which nothing more is to be written.

    What is to be filled in again has no end, and is not among them.
    """
    found: dict[str, Any] = {}
    after = ""
    for name in reversed(list(course.moments)):
        sheets = [sheet for sheet in course.worksheets.values() if name in sheet.matter.moments]
        once = [sheet.id for sheet in sheets if not sheet.matter.repeat]
        if after and once:
            found[name] = {"date": after, "sheets": once}
        held = course.dated.get(name)
        after = str(held.date) if held else after
    return found
