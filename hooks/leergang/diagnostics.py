"""The one type for problems, the list of rules, and how they print."""

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from .strings import Strings


class Severity(Enum):
    """Errors break a page or an answer; warnings make the course weaker."""

    ERROR = "error"
    WARNING = "warning"


_WARNINGS = frozenset(
    "oud-id kop-niveau dubbele-titel ongebruikte-bron ongebruikt-werkblad ongebruikte-vraag hoofdstuk-zonder-oefening "
    "tijd-klopt-niet onderdeel-ontbreekt hoofdstuk-lengte lange-zin lange-zinnen begrip-zonder-uitleg spelling".split()
)


class Rule(Enum):
    """One promise about the course. The value is its name in messages, the words are in strings/."""

    # files
    UNREADABLE = "bestand-onleesbaar"
    NOT_UTF8 = "geen-utf8"
    EMPTY_FILE = "leeg-bestand"
    NO_FRONT_MATTER = "geen-voorblad"
    YAML_SYNTAX = "yaml-fout"
    YAML_TAG = "yaml-label"
    YAML_ALIAS = "yaml-verwijzing"
    YAML_DEPTH = "yaml-te-diep"
    DUPLICATE_KEY = "dubbele-sleutel"
    JSON_SYNTAX = "json-fout"
    # shapes
    UNKNOWN_KEY = "onbekende-sleutel"
    MISSING_KEY = "sleutel-ontbreekt"
    WRONG_TYPE = "verkeerd-type"
    INVALID_ID = "ongeldig-id"
    INVALID_EXAMPLE = "voorbeeld-past-niet"
    DUPLICATE_ID = "dubbel-id"
    # the course
    MISSING_CHAPTER = "hoofdstuk-ontbreekt"
    UNNAMED_CHAPTER = "hoofdstuk-niet-genoemd"
    UNPLACED_CHAPTER = "hoofdstuk-zonder-moment"
    MISPLACED_CHAPTER = "hoofdstuk-in-andere-map"
    MISSING_OVERVIEW = "module-zonder-overzicht"
    UNCOVERED_GOAL = "doel-zonder-hoofdstuk"
    UNPRACTISED_GOAL = "doel-zonder-oefening"
    NO_PRACTICE = "hoofdstuk-zonder-oefening"
    MINUTES_DIFFER = "tijd-klopt-niet"
    MISSING_PART = "onderdeel-ontbreekt"
    # references
    UNKNOWN_GOAL = "onbekend-doel"
    UNKNOWN_MOMENT = "onbekend-moment"
    UNKNOWN_CHAPTER = "onbekend-hoofdstuk"
    UNKNOWN_WORKSHEET = "onbekend-werkblad"
    UNKNOWN_FIELD = "onbekend-veld"
    UNKNOWN_REFLECTION = "onbekende-vraag"
    UNKNOWN_TERM = "onbekend-begrip"
    UNKNOWN_SOURCE = "onbekende-bron"
    UNKNOWN_DIAGRAM = "onbekend-diagram"
    OTHER_MOMENT = "ander-moment"
    FORMER_ID = "oud-id"
    UNUSED_WORKSHEET = "ongebruikt-werkblad"
    UNUSED_REFLECTION = "ongebruikte-vraag"
    UNUSED_SOURCE = "ongebruikte-bron"
    # macros
    TEMPLATE_SYNTAX = "sjabloon-fout"
    UNKNOWN_MACRO = "onbekende-macro"
    WRONG_ARGUMENT = "verkeerd-argument"
    MACRO_IN_SENTENCE = "macro-in-zin"
    MACRO_IN_WORDS = "macro-in-kop-of-link"
    # pages
    DEAD_LINK = "dode-link"
    DEAD_ANCHOR = "dood-anker"
    MISSING_PICTURE = "beeld-ontbreekt"
    PICTURE_WITHOUT_TEXT = "beeld-zonder-tekst"
    HEADING_SKIP = "kop-niveau"
    SECOND_TITLE = "dubbele-titel"
    MISSING_PAGE = "pagina-ontbreekt"
    MISSING_TARGET = "overzicht-ontbreekt"
    # diagrams
    DIAGRAM_SYNTAX = "diagram-fout"
    DIAGRAM_CONTENT = "diagram-inhoud"
    DIAGRAM_WITHOUT_TEXT = "diagram-zonder-tekst"
    # words
    CHAPTER_LENGTH = "hoofdstuk-lengte"
    LONG_SENTENCE = "lange-zin"
    LONG_SENTENCES = "lange-zinnen"
    UNEXPLAINED_TERM = "begrip-zonder-uitleg"
    SPELLING = "spelling"

    @property
    def severity(self) -> Severity:
        """Whether breaking this promise stops the build."""
        return Severity.WARNING if self.value in _WARNINGS else Severity.ERROR


class Place(NamedTuple):
    """Where something is: the author's file, and the line and column in it, both from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """One broken promise, at its place, in the reader's language."""

    place: Place
    rule: Rule
    message: str

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return self.rule.severity


@dataclass
class Report:
    """Every problem found in one build: created once and passed on."""

    strings: Strings
    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(
        self, rule: Rule, place: Place, /, suggest: tuple[str, Iterable[str]] | None = None, **values: object
    ) -> None:
        """Note that `rule` is broken at `place`; `values` fill its words.

        `suggest` is what was written and what may have been meant: the nearest one is added to the message.
        """
        message = self.strings(f"rules.{rule.value}.message", **values)
        if suggest and (nearest := closest(*suggest)):
            message += self.strings("diagnostics.did-you-mean", name=nearest)
        self._found[Diagnostic(place, rule, message)] = None

    def diagnostics(self) -> list[Diagnostic]:
        """All problems, in the order of files, lines and columns."""
        return sorted(self._found, key=lambda found: (found.place, found.rule.value, found.message))

    def failed(self, strict: bool = False) -> bool:
        """Whether no page may be written: an error, or with `strict` anything at all."""
        return any(strict or found.severity is Severity.ERROR for found in self._found)


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `name`, if one is like it at all."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def render_text(report: Report, strict: bool = False) -> str:
    """One line a problem, `path:line:column: error[rule] message`, and a line that counts them."""
    t = report.strings
    found = report.diagnostics()
    kinds = {severity: t(f"diagnostics.{severity.value}") for severity in Severity}
    lines = [
        f"{d.place.path}:{d.place.line}:{d.place.column}: {kinds[d.severity]}[{d.rule.value}] {d.message}"
        for d in found
    ]
    return "\n".join([*lines, _summary(report, found, strict)])


def _summary(report: Report, found: list[Diagnostic], strict: bool) -> str:
    t = report.strings
    if not found:
        return t("diagnostics.none")
    errors = sum(d.severity is Severity.ERROR for d in found)
    parts = [
        t(f"diagnostics.count-{kind}", count=count)
        for kind, count in (("errors", errors), ("warnings", len(found) - errors))
        if count
    ]
    files = t("diagnostics.count-files", count=len({d.place.path for d in found}))
    outcome = t("diagnostics.stopped" if report.failed(strict) else "diagnostics.passed")
    return t("diagnostics.summary", problems=t("diagnostics.and").join(parts), files=files, outcome=outcome)


def render_json(report: Report, strict: bool = False) -> str:
    """A JSON list of objects with path, line, column, severity, rule and message."""
    rows = [
        {
            "path": d.place.path,
            "line": d.place.line,
            "column": d.place.column,
            "severity": d.severity.value,
            "rule": d.rule.value,
            "message": d.message,
        }
        for d in report.diagnostics()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def render_github(report: Report, strict: bool = False) -> str:
    """Workflow commands, by which GitHub shows each problem at its line of a pull request."""

    def escape(text: str, extra: str = "") -> str:
        for sign in "%\r\n" + extra:
            text = text.replace(sign, f"%{ord(sign):02X}")
        return text

    return "\n".join(
        f"::{d.severity.value} file={escape(d.place.path, ':,')},line={d.place.line},col={d.place.column},"
        f"title={d.rule.value}::{escape(d.message)}"
        for d in report.diagnostics()
    )


FORMATS = {"text": render_text, "json": render_json, "github": render_github}
