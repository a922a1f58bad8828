"""Macro calls: what they name, and where they stand."""

import re

from ..diagnostics import Report, Rule
from ..model import Course
from ..pages.language import MACROS, TEXT
from .references import check_reference

_OPEN = re.compile(r"\{\{[-+]?\s*")
_BLOCK_OPEN = re.compile(r"\{%[-+]?\s*call\s+")
_CLOSED = re.compile(r"[^{}]*(?:\}\}\s*)?")
"""The rest of a line that holds one macro: it ends there, or goes on below."""


def check_arguments(course: Course, report: Report) -> None:
    """Everything that a macro call names is there."""
    for page in course.pages.values():
        for call in page.calls:
            for key, name in call.arguments.items():
                if (kind := MACROS[call.name].arguments[key]) != TEXT:
                    check_reference(course, report, kind, name, call.places[key])


def check_moments(course: Course, report: Report) -> None:
    """A worksheet or prompt is asked for at a moment that is one of its own."""
    for page in course.pages.values():
        for call in page.calls:
            if call.name in ("worksheet", "reflection") and "moment" in call.arguments:
                moment = call.arguments["moment"]
                moments = course.moments_of(call.name, call.arguments["id"])
                if moments and moment in course.moments and moment not in moments:
                    report.add(
                        Rule.OTHER_MOMENT, call.places["moment"], id=call.arguments["id"], moment=moment,
                        moments=", ".join(moments),
                    )  # fmt: skip


def check_alone(course: Course, report: Report) -> None:
    """A macro that makes a block stands alone on its line, at its very start."""
    for page in course.pages.values():
        text, told = page.source.text, set[int]()
        for call in page.calls:
            macro, start, end = MACROS[call.name], *_line_of(text, call.offset)
            if macro.inline or start in told:
                continue
            before, after = text[start : call.offset], text[call.offset : end]
            opened = _BLOCK_OPEN if macro.body else _OPEN
            if not opened.fullmatch(before) or (not macro.body and not _CLOSED.fullmatch(after)):
                told.add(start)
                report.add(Rule.MACRO_IN_SENTENCE, call.place, macro=call.name)


def _line_of(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)
