"""How problems are told: to a reader, to a program, and to the sites on which changes are reviewed."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from .examples import load_examples
from .report import Diagnostic, Report
from .rules import Rule, Severity


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


def render_gitlab(report: Report, strict: bool = False) -> str:
    """A Code Quality report, by which GitLab shows in a merge request which problems it adds and which it mends."""
    rows = [
        {
            "description": d.message,
            "check_name": d.rule.value,
            "fingerprint": fingerprint,
            "severity": "major" if d.severity is Severity.ERROR else "minor",
            "location": {"path": d.place.path, "lines": {"begin": d.place.line}},
        }
        for d, fingerprint in _fingerprints(report)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def render_sarif(report: Report, strict: bool = False) -> str:
    """SARIF 2.1.0, the form in which tools hand such problems to one another, with every rule and its promise."""
    rules = list(Rule)
    results = [
        {
            "ruleId": d.rule.value,
            "ruleIndex": rules.index(d.rule),
            "level": d.severity.value,
            "message": {"text": d.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(d.place.path)},
                        "region": {"startLine": d.place.line, "startColumn": d.place.column},
                    }
                }
            ],
            "partialFingerprints": {"leergang/v1": fingerprint},
        }
        for d, fingerprint in _fingerprints(report)
    ]
    driver = {"name": "leergang", "rules": _sarif_rules(report)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_rules(report: Report) -> list[dict[str, Any]]:
    t = report.strings
    found = []
    for rule, example in load_examples().items():
        promise = t(f"rules.{rule.value}.promise")
        shown = [f"{t(f'manual.{key}')}:\n{getattr(example, key)}" for key in ("wrong", "right")]
        found.append(
            {
                "id": rule.value,
                "shortDescription": {"text": promise},
                "help": {"text": "\n\n".join([promise, *shown])},
                "defaultConfiguration": {"level": rule.severity.value},
            }
        )
    return found


def _fingerprints(report: Report) -> Iterator[tuple[Diagnostic, str]]:
    """Each problem with what stays the same while its line moves: its rule, file and words without numbers."""
    seen: Counter[str] = Counter()
    for found in report.diagnostics():
        words = "\n".join([found.rule.value, found.place.path, re.sub(r"\d+", "#", found.message)])
        seen[words] += 1
        yield found, hashlib.sha256(f"{words}\n{seen[words]}".encode()).hexdigest()[:32]


FORMATS = {
    "text": render_text,
    "github": render_github,
    "gitlab": render_gitlab,
    "json": render_json,
    "sarif": render_sarif,
}
