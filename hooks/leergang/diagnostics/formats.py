"""How problems are told: to a reader, to a program, and to the sites on which changes are reviewed."""

import json

from .report import Diagnostic, Report
from .rules import Severity


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
