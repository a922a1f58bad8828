"""The macro calls in a page, found by Jinja's own parser with their line and column.

`MACROS` is the language that authors write in: what each macro takes. The package macros gives each its output.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.parser import Parser

from ..diagnostics import Place, Report, Rule
from .source import Source

TEXT = "text"
"""An argument that names nothing: free text."""


@dataclass(frozen=True)
class Macro:
    """What a macro takes: each argument with the kind of thing that it names."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    required: int = 0
    """How many of the arguments, from the first, can't be left out."""
    inline: bool = False
    """Whether it stands inside a sentence; any other one stands alone on its line."""
    body: bool = False
    """Whether it is written as `{% call name() %} ... {% endcall %}`."""


MACROS: Mapping[str, Macro] = {
    macro.name: macro
    for macro in (
        Macro("worksheet", {"id": "worksheet", "moment": "moment"}, required=1),
        Macro("worksheets"),
        Macro("reflection", {"id": "reflection", "moment": "moment"}, required=1),
        Macro("reflections"),
        Macro("literature", {"chapter": "chapter"}),
        Macro("cite", {"id": "source", "page": TEXT}, required=1, inline=True),
        Macro("term", {"id": "term", "text": TEXT}, required=1, inline=True),
        Macro("glossary"),
        Macro("goals"),
        Macro("programme", {"moment": "moment"}),
        Macro("modules"),
        Macro("workbook"),
        Macro("rules"),
        Macro("trainer", body=True),
    )
}


@dataclass(frozen=True)
class Call:
    """One macro call, with the arguments by name, and where the call and each argument stand."""

    name: str
    place: Place
    arguments: Mapping[str, str]
    places: Mapping[str, Place]


class _OffsetEnvironment(jinja2.Environment):
    """An environment whose nodes tell their offset in the source where Jinja tells the line.

    Jinja's nodes have no column. Its parser copies `lineno` from tokens and never counts with it, so tokens that
    carry offsets give nodes that do.
    """

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> jinja2.lexer.TokenStream:
        def placed() -> Iterator[tuple[int, str, str]]:
            offset = 0
            for _, token, value in self.lexer.tokeniter(source, name, filename, state):
                offset = source.find(value, offset)  # `{%-` drops the white space before it
                yield offset, token, value
                offset += len(value)

        return jinja2.lexer.TokenStream(self.lexer.wrap(placed(), name, filename), name, filename)


class CallReader:
    """Finds the macro calls in pages, with the delimiters that mkdocs.yml chose."""

    def __init__(self, delimiters: Mapping[str, str]) -> None:
        options: dict[str, Any] = dict(delimiters)
        self._environment = _OffsetEnvironment(**options)
        self._starts = (self._environment.variable_start_string, self._environment.block_start_string)
        self._known = {*MACROS, "caller", "loop", "range"}

    def read(self, source: Source, start: int, report: Report) -> list[Call]:
        """The calls in `source` from the offset `start`, in order; what is wrong with one is reported."""
        body = source.text[start:]
        if not any(sign in body for sign in self._starts):
            return []
        try:
            tree = Parser(self._environment, body).parse()
        except jinja2.TemplateSyntaxError as error:
            self._report_syntax(error, source, start, report)
            return []
        found: list[Call] = []
        called: set[int] = set()
        for node in tree.find_all(nodes.Call):
            if isinstance(node.node, nodes.Name) and node.node.name in MACROS:
                called.add(node.node.lineno)
                self._read_call(node, node.node.name, source, start, report, found)
        self._report_unknown(tree, called, source, start, report)
        return sorted(found, key=lambda call: call.place)

    def _read_call(
        self, node: nodes.Call, name: str, source: Source, start: int, report: Report, found: list[Call]
    ) -> None:
        macro, place = MACROS[name], source.place(start + node.node.lineno)
        pairs = [*zip(macro.arguments, node.args, strict=False), *((pair.key, pair.value) for pair in node.kwargs)]
        values: dict[str, str] = {}
        places: dict[str, Place] = {}
        problem = "too-many" if len(node.args) > len(macro.arguments) or node.dyn_args or node.dyn_kwargs else ""
        for key, value in pairs:
            if key not in macro.arguments or key in values:
                problem = problem or "unknown"
            elif not isinstance(value, nodes.Const) or not isinstance(value.value, str | int):
                problem = problem or "not-literal"
            else:
                values[key], places[key] = str(value.value), source.place(start + value.lineno)
        if any(key not in values for key in list(macro.arguments)[: macro.required]):
            problem = problem or "missing"
        if problem:
            usage = ", ".join(f'{key}="..."' for key in macro.arguments)
            reason = report.strings(f"macros.{problem}", macro=name)
            report.add(Rule.WRONG_ARGUMENT, place, reason=reason, usage=f"{name}({usage})")
        else:
            found.append(Call(name, place, values, places))

    def _report_syntax(self, error: jinja2.TemplateSyntaxError, source: Source, start: int, report: Report) -> None:
        """The lexer tells true lines, the parser tells offsets (see `_OffsetEnvironment`): the lexer goes first."""
        body = source.text[start:]
        try:
            for _ in self._environment.lexer.tokeniter(body, None):
                pass
        except jinja2.TemplateSyntaxError as early:
            place = Place(source.path, source.place(start).line + early.lineno - 1)
        else:
            place = source.place(min(start + error.lineno, len(source.text)))
        report.add(Rule.TEMPLATE_SYNTAX, place, reason=error.message or "")

    def _report_unknown(
        self, tree: nodes.Template, called: set[int], source: Source, start: int, report: Report
    ) -> None:
        named = list(tree.find_all(nodes.Name))
        local = {node.name for node in named if node.ctx != "load"}
        for node in named:
            if node.ctx != "load" or node.name in local:
                continue
            place = source.place(start + node.lineno)
            if node.name not in self._known:
                report.add(Rule.UNKNOWN_MACRO, place, name=node.name, suggest=(node.name, MACROS))
            elif node.name in MACROS and node.lineno not in called:  # its text would be Python's
                reason = report.strings("macros.not-called", macro=node.name)
                report.add(Rule.WRONG_ARGUMENT, place, reason=reason, usage=f"{node.name}()")
