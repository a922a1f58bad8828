"""The macro calls in a page, found by Jinja's own parser with their line and column."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import nodes

from ..diagnostics import Report, Rule
from ..sharing import Share
from .blocks import check_blocks
from .faults import CURLY, explain
from .language import MACROS, Call, Macro, signs_of
from .markdown import blank, read_outline
from .source import Source
from .template import OffsetEnvironment, TemplateError

_BARE = (nodes.Name, nodes.Sub)
"""What words without quotes are to Jinja: `begin`, `eerste-les`."""
_BARE_WORDS = re.compile(r"[^,()\n]*")
_NAMED = re.compile(rf"\b({'|'.join(MACROS)})\((?=[\"'{CURLY})])")


class CallReader:
    """Finds the macro calls in pages, with the delimiters that mkdocs.yml chose."""

    def __init__(self, delimiters: Mapping[str, str], shared: Path | None = None) -> None:
        self.delimiters, self._shared = delimiters, shared
        self._environment = OffsetEnvironment(delimiters)

    def read(self, source: Source, start: int, report: Report) -> tuple[list[Call], bool]:
        """The calls in `source` from the offset `start`.

        Returns:
            The good ones in order, and whether there are no others; what is wrong with those is reported.
        """
        body = source.text[start:]
        reading = _Reading(source, start, report)
        without_braces = [*self._without_braces(body)]
        for macro, offset in without_braces:
            reason = report.strings("template.braces", usage=self._usage(macro))
            reading.fail(Rule.TEMPLATE_SYNTAX, offset, reason=reason)
        if any(macro.body for macro, _ in without_braces):  # its end would be told as one of nothing
            return [], False
        if not any(sign in body for sign in self._environment.starts):
            return [], not reading.failed
        if not check_blocks(source, start, self.delimiters, report):
            return [], False

        def read() -> list[_Written] | None:
            self._read(body, reading)
            return None if reading.failed else reading.found

        found = Share(self._shared, "calls", body, dict(self.delimiters)).value(read)
        return [_call(source, start, *written) for written in found or reading.found], not reading.failed

    def _without_braces(self, body: str) -> Iterator[tuple[Macro, int]]:
        """Each macro that an author calls without braces, with one too few or with other signs, and its offset."""
        text = read_outline(body).visible
        for start, end in signs_of(self.delimiters).values():
            if start in text:
                text = re.sub(rf"{re.escape(start)}.*?(?:{re.escape(end)}|\Z)", blank, text, flags=re.S)
        return ((MACROS[found[1]], found.start()) for found in _NAMED.finditer(text))

    def _usage(self, macro: Macro) -> str:
        start, end = signs_of(self.delimiters)["variable"]
        arguments = '"..."' if macro.required else ""
        return macro.usage if macro.body else f"{start} {macro.name}({arguments}) {end}"

    def _read(self, body: str, reading: "_Reading") -> None:
        try:
            reading.read(self._environment.parse_page(body), self._environment)
        except TemplateError as error:
            blocks = {name: macro.usage for name, macro in MACROS.items() if macro.body}
            fault = explain(error, body, self._environment, blocks)
            values: dict[str, Any] = dict(fault.values)
            if fault.reason:
                values = {"reason": reading.strings(f"template.{fault.reason}", **fault.values)}
            reading.fail(fault.rule, fault.offset, suggest=fault.suggest, **values)
        reading.found.sort(key=lambda written: written.offset)


class _Written(NamedTuple):
    """One call as a text has it, which may be a part of several pages; offsets count from the start of the text."""

    name: str
    offset: int
    arguments: dict[str, tuple[str, int]]
    """Each with its offset."""
    for_trainers: bool


def _call(
    source: Source, start: int, name: str, offset: int, arguments: Mapping[str, tuple[str, int]], for_trainers: bool
) -> Call:
    values = {key: value for key, (value, _) in arguments.items()}
    places = {key: source.place(start + at) for key, (_, at) in arguments.items()}
    return Call(name, source.place(start + offset), values, places, start + offset, for_trainers)


class _Reading:
    """The reading of one page."""

    def __init__(self, source: Source, start: int, report: Report) -> None:
        self._source, self._start, self._report = source, start, report
        self.strings = report.strings
        self.found: list[_Written] = []
        self.failed = False
        self._for_trainers: set[int] = set()
        self._told: set[int] = set()
        """Offsets of names about which enough has been said."""

    def fail(self, rule: Rule, offset: int, **values: Any) -> None:
        self.failed = True
        self._report.add(rule, self._source.place(self._start + offset), **values)

    def read(self, tree: nodes.Template, environment: OffsetEnvironment) -> None:
        every = list(tree.find_all(nodes.Node))
        blocks = {id(node.call): node for node in every if isinstance(node, nodes.CallBlock)}
        hidden = [block for block in blocks.values() if getattr(block.call.node, "name", "") == "trainer"]
        parts = [part for block in hidden for part in block.body]
        self._for_trainers = {id(inner) for part in parts for inner in (part, *part.find_all(nodes.Node))}
        for node in every:
            if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in MACROS:
                self._told.add(node.node.lineno)
                self._read_call(node, MACROS[node.node.name], blocks.get(id(node)))
            elif problem := _unsupported(node, environment):
                reason = self._report.strings("macros.unsupported", name=problem)
                self.fail(Rule.TEMPLATE_SYNTAX, node.lineno, reason=reason)
        self._read_names([node for node in every if isinstance(node, nodes.Name)])

    def _read_call(self, node: nodes.Call, macro: Macro, block: nodes.CallBlock | None) -> None:
        pairs = [*zip(macro.arguments, node.args, strict=False), *((pair.key, pair.value) for pair in node.kwargs)]
        values: dict[str, tuple[str, int]] = {}
        problem = _form_problem(node, macro, block)
        bare: re.Match[str] | None = None
        for key, value in pairs:
            if key not in macro.arguments or key in values:
                problem = problem or "unknown"
            elif not isinstance(value, nodes.Const) or type(value.value) not in (str, int):
                problem = problem or ("unquoted" if isinstance(value, _BARE) else "not-literal")
                bare = bare or _BARE_WORDS.match(self._source.text, self._start + value.lineno)
            else:
                values[key] = str(value.value), value.lineno
        if any(key not in values for key in list(macro.arguments)[: macro.required]):
            problem = problem or "missing"
        if problem:
            words = bare[0].strip() if bare else ""
            self._fail_call(macro, problem, node.node.lineno, words)
            self._told |= {name.lineno for name in node.find_all(nodes.Name)}
        else:
            for_trainers = id(node) in self._for_trainers
            self.found.append(_Written(macro.name, node.node.lineno, values, for_trainers))

    def _fail_call(self, macro: Macro, problem: str, offset: int, words: str = "") -> None:
        reason = self._report.strings(f"macros.{problem}", macro=macro.name, words=words)
        self.fail(Rule.WRONG_ARGUMENT, offset, reason=reason, usage=macro.usage)

    def _read_names(self, named: list[nodes.Name]) -> None:
        local = {node.name for node in named if node.ctx != "load"}
        for node in named:
            if node.ctx != "load" or node.name in local or node.lineno in self._told:
                continue
            if node.name in MACROS:  # its text would be Python's
                self._fail_call(MACROS[node.name], "not-called", node.lineno)
            elif node.name not in ("caller", "loop", "range"):
                self.fail(Rule.UNKNOWN_MACRO, node.lineno, name=node.name, suggest=(node.name, MACROS))


def _unsupported(node: nodes.Node, environment: OffsetEnvironment) -> str:
    """The name of what parses and can't be rendered in a page; empty where it can."""
    match node:
        case nodes.Include() | nodes.Extends() | nodes.Import() | nodes.FromImport():
            return type(node).__name__.lower().removeprefix("from")
        case nodes.Filter() if node.name not in environment.filters:
            return node.name
        case nodes.Test() if node.name not in environment.tests:
            return node.name
        case nodes.Getattr(node=nodes.Call()):
            return node.attr
        case nodes.Getitem(node=nodes.Call()):
            return "[...]"
        case _:
            return ""


def _form_problem(node: nodes.Call, macro: Macro, block: nodes.CallBlock | None) -> str:
    """What is wrong with the form of a call, whatever its arguments."""
    if len(node.args) > len(macro.arguments) or node.dyn_args or node.dyn_kwargs or (block and block.args):
        return "too-many"
    if macro.body and not block:
        return "needs-body"
    return "takes-no-body" if block and not macro.body else ""
