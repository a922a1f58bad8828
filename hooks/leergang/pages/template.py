"""Jinja's own parser, made to tell the offset of everything it finds."""

from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.parser import Parser


class OffsetEnvironment(jinja2.Environment):
    """An environment whose nodes tell their offset in the source where Jinja tells the line.

    Jinja's nodes have no column. Its parser copies `lineno` from tokens and never counts with it, so tokens that
    carry offsets give nodes that do.
    """

    def __init__(self, delimiters: Mapping[str, str]) -> None:
        options: dict[str, Any] = dict(delimiters)
        super().__init__(**options)
        self.starts = (self.variable_start_string, self.block_start_string, self.comment_start_string)

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

    def parse_page(self, text: str) -> nodes.Template:
        """The tree of a page's text.

        Raises:
            TemplateError: the text is no template.
        """
        begun: list[int] = []
        try:
            return _BlockParser(self, text, begun).parse()
        except jinja2.TemplateSyntaxError as error:
            self._check_lexed(text)
            reason = error.message or ""
            unended = begun and reason.startswith("Unexpected end of template")
            raise TemplateError(reason, begun[-1] if unended else error.lineno, unended=bool(unended)) from error

    def _check_lexed(self, text: str) -> None:
        """Raise the lexer's own error, if it has one: it tells a line where the parser tells an offset."""
        try:
            for _ in self.lexer.tokeniter(text, None):
                pass
        except jinja2.TemplateSyntaxError as error:
            line_start = sum(len(line) + 1 for line in text.split("\n")[: error.lineno - 1])
            raise TemplateError((error.message or "").split(" at ")[0], line_start, on_line=True) from error


class TemplateError(Exception):
    """A text can't be read as a template: why, in Jinja's words, and at which offset."""

    def __init__(self, reason: str, offset: int, unended: bool = False, on_line: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.offset = reason, offset
        self.unended = unended
        """Whether a block that begins there has no end."""
        self.on_line = on_line
        """Whether the offset is only that of the line."""


class _BlockParser(Parser):
    """A parser that knows which blocks have begun."""

    def __init__(self, environment: jinja2.Environment, source: str, begun: list[int]) -> None:
        super().__init__(environment, source)
        self.begun = begun

    def parse_statement(self) -> nodes.Node | list[nodes.Node]:
        self.begun.append(self.stream.current.lineno)
        found = super().parse_statement()
        self.begun.pop()
        return found
