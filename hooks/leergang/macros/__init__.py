"""What an author writes in a page: one file a family of macros, each found by its noun.

A macro finds and renders; it builds no HTML of its own, that is in overrides/components. What it may be called with
stands in pages/language.py, and check has told every wrong call before a page is rendered.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from . import (
    course,
    dayplan,
    diagram,
    glossary,
    held,
    literature,
    manual,
    offline,
    reflection,
    self_check,
    trainer,
    workbook,
    worksheet,
)
from .rendering import PageRendering, Rendering

__all__ = ["FUNCTIONS", "PageRendering", "Rendering", "macros"]

FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "worksheet": worksheet.worksheet,
    "worksheets": worksheet.worksheets,
    "reflection": reflection.reflection,
    "reflections": reflection.reflections,
    "literature": literature.literature,
    "cite": literature.cite,
    "term": glossary.term,
    "glossary": glossary.glossary,
    "diagram": diagram.diagram,
    "cover": course.cover,
    "goals": course.goals,
    "programme": course.programme,
    "modules": course.modules,
    "contacts": held.contacts,
    "workbook": workbook.workbook,
    "rules": manual.rules,
    "macro_list": manual.macro_list,
    "field_kinds": manual.field_kinds,
    "self_check": self_check.self_check,
    "trainer": trainer.trainer,
    "offline": offline.offline,
    "dayplan": dayplan.dayplan,
}
"""Every macro by its name; the first argument of each is the page that it is rendered on."""


def macros(rendering: Rendering, current: Callable[[], str]) -> dict[str, Callable[..., str]]:
    """The macros as authors call them; `current` tells the path of the page that is being rendered."""

    def bound(function: Callable[..., str], *args: Any, **kwargs: Any) -> str:
        return function(rendering.page(current()), *args, **kwargs)

    return {name: partial(bound, function) for name, function in FUNCTIONS.items()}
