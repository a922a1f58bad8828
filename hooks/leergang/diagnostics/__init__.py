"""Problems: the list of rules, the report that gathers what breaks them, and how they are told."""

from .formats import FORMATS, render_github, render_gitlab, render_json, render_sarif, render_text
from .report import Diagnostic, Place, Report, closest, is_below
from .rules import Rule, Severity

__all__ = [
    "FORMATS", "Diagnostic", "Place", "Report", "Rule", "Severity", "closest", "is_below", "render_github",
    "render_gitlab", "render_json", "render_sarif", "render_text",
]  # fmt: skip
