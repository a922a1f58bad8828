"""What is wrong with a template, told as its author can mend it: Jinja's own words are for programmers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..diagnostics import Rule
from .template import OPEN_TEXT, OffsetEnvironment, TemplateError

CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb"
"""Quotes that word processors write and macros don't know."""
_TAGS = tuple("call endcall block endblock raw endraw if elif else endif for endfor set endset".split())
_INNERMOST = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")
_NO_COMMA = re.compile(r"expected token ',', got '(.*)'")
_BEGINNINGS = {
    OPEN_TEXT: "open-text",
    "unexpected char": "quote",
    "unexpected '": "bracket",
    "expected token 'end of print statement', got 'string'": "parentheses",
    "Expected an expression": "nothing",
    "expected call": "parentheses",
    "Missing end of comment": "comment",
}
"""How Jinja's words begin, with the key of ours."""


@dataclass(frozen=True)
class Fault:
    """A broken rule, where in the text, and what its words say."""

    rule: Rule
    offset: int
    reason: str = ""
    """The key of the words that say why, below `template.`; empty where the rule's own words do."""
    values: dict[str, str] = field(default_factory=dict)
    suggest: tuple[str, Iterable[str]] | None = None


def explain(error: TemplateError, text: str, environment: OffsetEnvironment, blocks: Mapping[str, str]) -> Fault:
    """The fault behind an `error` in `text`.

    Args:
        error: what Jinja says.
        text: the text that it read.
        environment: what it was read with.
        blocks: the macros that stand around a text, with how each is written.
    """
    offset = min(error.offset, len(text))
    if mark := _curly(error, environment.macro_at(text, offset)) if error.lexed else None:
        return Fault(Rule.CURLY_QUOTES, offset + mark.start(), values={"sign": mark[0]})
    if error.reason.startswith("Missing end of raw"):
        return _unclosed("raw", text, offset, environment)
    if found := _INNERMOST.search(error.reason) if error.unended else None:
        return _unclosed(found[1], text, offset, environment)
    if unended := _unended(error, text, offset, environment):
        return unended
    if found := _UNKNOWN_TAG.search(error.reason):
        return _unknown_tag(found[1], offset, blocks)
    if found := _NO_COMMA.match(error.reason):
        return Fault(Rule.TEMPLATE_SYNTAX, offset, "colon" if found[1] == ":" else "comma")
    reason = next((key for begin, key in _BEGINNINGS.items() if error.reason.startswith(begin)), "other")
    return Fault(Rule.TEMPLATE_SYNTAX, offset, reason, {"reason": error.reason})


def _unclosed(name: str, text: str, offset: int, environment: OffsetEnvironment) -> Fault:
    start, end = environment.block_start_string, environment.block_end_string
    begin, until = text.rfind(start, 0, offset + len(start)), text.find(end, offset)
    written = text[begin : until + len(end)] if begin >= 0 and until >= 0 else name
    return Fault(Rule.UNCLOSED_BLOCK, offset, values={"block": written, "end": f"{start} end{name} {end}"})


def _unended(error: TemplateError, text: str, offset: int, environment: OffsetEnvironment) -> Fault | None:
    """The fault of a macro that goes on in the text behind it: what can't be read stands there."""
    if error.reason == OPEN_TEXT or error.reason.startswith("Missing end of comment"):
        return None
    signs = {environment.variable_start_string: environment.variable_end_string}
    signs[environment.block_start_string] = environment.block_end_string
    begun, start = max((text.rfind(start, 0, offset + len(start)), start) for start in signs)
    if begun < 0 or environment.macro_at(text, begun).endswith(environment.ends):
        return None
    return Fault(Rule.TEMPLATE_SYNTAX, begun, "unended", {"end": signs[start]})


def _unknown_tag(name: str, offset: int, blocks: Mapping[str, str]) -> Fault:
    if name in blocks:
        return Fault(Rule.TEMPLATE_SYNTAX, offset, "without-call", {"usage": blocks[name]})
    if name in _TAGS:
        return Fault(Rule.TEMPLATE_SYNTAX, offset, "unopened", {"name": name})
    return Fault(Rule.TEMPLATE_SYNTAX, offset, "tag", {"name": name}, (name, _TAGS))


def _curly(error: TemplateError, macro: str) -> re.Match[str] | None:
    """The first quote of a word processor in a macro that can't be read; behind a straight one, it ends the text."""
    ends = r"(?=\s*[,)])" if error.reason == OPEN_TEXT else ""
    wrong = error.reason == OPEN_TEXT or error.reason.startswith("unexpected char")
    return re.search(f"[{CURLY}]{ends}", macro) if wrong else None
