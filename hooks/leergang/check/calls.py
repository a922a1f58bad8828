"""Macro calls: what they name, and where they stand."""

from ..diagnostics import Report, Rule
from ..model import Course
from ..pages.calls import MACROS, TEXT
from .references import check_reference


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
    """A macro that makes a block stands alone on its line, at its very start: indented HTML falls apart."""
    for page in course.pages.values():
        lines = page.source.text.split("\n") if page.calls else []
        for call in page.calls:
            macro = MACROS[call.name]
            line = lines[call.place.line - 1]
            if not macro.inline and not macro.body and not (line.startswith("{{") and line.rstrip().endswith("}}")):
                report.add(Rule.MACRO_IN_SENTENCE, call.place, macro=call.name)
