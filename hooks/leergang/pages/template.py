"""Jinja's own parser, made to tell the offset of everything it finds."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.parser import Parser

OPEN_TEXT = "open text"
"""The reason where a text between quotes has no end."""


class OffsetEnvironment(jinja2.Environment):
    """An environment whose nodes tell their offset in the source where Jinja tells the line.

    Jinja's nodes have no column. Its parser copies `lineno` from tokens and never counts with it, so tokens that
    carry offsets give nodes that do.
    """

    def __init__(self, delimiters: Mapping[str, str]) -> None:
        options: dict[str, Any] = dict(delimiters)
        super().__init__(**options)
        self.starts = (self.variable_start_string, self.block_start_string, self.comment_start_string)
        self.ends = (self.variable_end_string, self.block_end_string)
        self._bounds = re.compile("|".join([*map(re.escape, (*self.starts, *self.ends)), r"\n\s*\n"]))

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> jinja2.lexer.TokenStream:
        placed = self._placed(source, name, filename, state)
        return jinja2.lexer.TokenStream(self.lexer.wrap(placed, name, filename), name, filename)

    def _placed(self, source: str, *options: str | None) -> Iterator[tuple[int, str, str]]:
        """Each token with its offset in the place of its line."""
        offset = 0
        for _, token, value in self.lexer.tokeniter(source, *(options or (None,))):
            offset = source.find(value, offset)  # `{%-` drops the white space before it
            yield offset, token, value
            offset += len(value)

    def macro_at(self, text: str, begun: int) -> str:
        """The macro of which the offset `begun` is the first or a later one: from there on, with its end.

        Where it has none, what is before the next macro and the end of the paragraph.
        """
        bound = self._bounds.search(text, begun + 1)
        end = len(text) if not bound else bound.end() if bound[0] in self.ends else bound.start()
        return text[begun:end]

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
        """Raise what the lexer stumbles over, if anything, at the macro in which it does: it tells no more than a line.

        A text between quotes that goes on past the end of its macro wants a quote, be it that the next one ends it.
        """
        begun = at = 0
        try:
            for offset, kind, value in self._placed(text):
                begun, at = offset if kind.endswith("_begin") else begun, offset + len(value)
                if kind == "string" and any(end in value for end in self.ends):
                    raise TemplateError(OPEN_TEXT, offset, lexed=True)
        except jinja2.TemplateSyntaxError as error:
            at += len(text[at:]) - len(text[at:].lstrip())
            reason = (error.message or "").split(" at ")[0]
            if reason.startswith("unexpected char") and text[at] in "\"'":
                raise TemplateError(OPEN_TEXT, at, lexed=True) from error
            raise TemplateError(reason, begun, lexed=True) from error


class TemplateError(Exception):
    """A text can't be read as a template: why, in Jinja's words, and at which offset."""

    def __init__(self, reason: str, offset: int, unended: bool = False, lexed: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.offset = reason, offset
        self.unended = unended
        """Whether a block that begins there has no end."""
        self.lexed = lexed
        """Whether it can't even be taken apart; the offset is then that of the macro, or of the quote that is open."""


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
