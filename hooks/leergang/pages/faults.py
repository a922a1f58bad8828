"""What is wrong with a template, told as its author can mend it: Jinja's own words are for programmers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import jinja2

from ..diagnostics import Rule
from .template import OffsetEnvironment, TemplateError

CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb"
"""Quotes that word processors write and macros don't know."""
_TAGS = tuple("call endcall block endblock raw endraw if elif else endif for endfor set endset".split())
_INNERMOST = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")
_NO_COMMA = re.compile(r"expected token ',', got '(.*)'")
_BEGINNINGS = {
    "unexpected char": "quote",
    "unexpected '": "bracket",
    "expected token 'end of print statement', got 'string'": "parentheses",
    "expected token 'end of print statement'": "unended",
    "unexpected end of template": "unended",
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
    if error.on_line:
        offset = _unreadable(text, offset, environment)
        end = text.find("\n", offset)
        for mark in re.finditer(f"[{CURLY}]", text[offset : end if end >= 0 else len(text)]):
            if error.reason.startswith("unexpected char"):
                return Fault(Rule.CURLY_QUOTES, offset + mark.start(), values={"sign": mark[0]})
    if error.reason.startswith("Missing end of raw"):
        return _unclosed("raw", text, offset, environment)
    if found := _INNERMOST.search(error.reason) if error.unended else None:
        return _unclosed(found[1], text, offset, environment)
    if found := _UNKNOWN_TAG.search(error.reason):
        return _unknown_tag(found[1], offset, blocks)
    if found := _NO_COMMA.match(error.reason):
        return Fault(Rule.TEMPLATE_SYNTAX, offset, "colon" if found[1] == ":" else "comma")
    reason = next((key for begin, key in _BEGINNINGS.items() if error.reason.startswith(begin)), "other")
    if reason == "unended":
        offset = max(0, text.rfind(environment.variable_start_string, 0, offset))
    return Fault(Rule.TEMPLATE_SYNTAX, offset, reason, {"reason": error.reason})


def _unclosed(name: str, text: str, offset: int, environment: OffsetEnvironment) -> Fault:
    start, end = environment.block_start_string, environment.block_end_string
    begin, until = text.rfind(start, 0, offset + len(start)), text.find(end, offset)
    written = text[begin : until + len(end)] if begin >= 0 and until >= 0 else name
    return Fault(Rule.UNCLOSED_BLOCK, offset, values={"block": written, "end": f"{start} end{name} {end}"})


def _unknown_tag(name: str, offset: int, blocks: Mapping[str, str]) -> Fault:
    if name in blocks:
        return Fault(Rule.TEMPLATE_SYNTAX, offset, "without-call", {"usage": blocks[name]})
    if name in _TAGS:
        return Fault(Rule.TEMPLATE_SYNTAX, offset, "unopened", {"name": name})
    return Fault(Rule.TEMPLATE_SYNTAX, offset, "tag", {"name": name}, (name, _TAGS))


def _unreadable(text: str, line_start: int, environment: OffsetEnvironment) -> int:
    """Where, on the line that can't be read, the first part begins that can't be read by itself."""
    end = text.find("\n", line_start)
    line = text[line_start : end if end >= 0 else len(text)]
    starts = [*_starts(line, environment)] or [0]  # none where a macro began above
    for begin, until in zip(starts, [*starts[1:], len(line)], strict=True):
        try:
            for _ in environment.lexer.tokeniter(line[begin:until], None):
                pass
        except jinja2.TemplateSyntaxError:
            return line_start + begin
    return line_start + starts[0]


def _starts(line: str, environment: OffsetEnvironment) -> Iterator[int]:
    signs = "|".join(map(re.escape, environment.starts))
    return (mark.start() for mark in re.finditer(signs, line))
