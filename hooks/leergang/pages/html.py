"""The HTML tags that an author wrote in a page, each with its offset, and those that have no counterpart."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that hold nothing, and so have no end."""
_DRAWN = frozenset({"svg", "math"})
_RAW = frozenset({"script", "style", "textarea", "title"})
"""Elements in which nothing else is read as a tag."""
_BEGINS = re.compile(r"<(?:[a-z/]|!--)", re.I)
_ADDRESS = re.compile(r"<(?:[a-z][a-z0-9+.-]*:|[^<>\s@]+@)[^<>\s]*>", re.I)
"""What Markdown makes a link of: `<https://...>` and `<someone@...>`."""


@dataclass(frozen=True)
class Tag:
    """A tag that begins an element, with its attributes; one that has no value is an empty text."""

    name: str
    offset: int
    attributes: Mapping[str, str]


@dataclass(frozen=True)
class Html:
    """The tags of a text."""

    tags: tuple[Tag, ...] = ()
    unclosed: tuple[tuple[str, int], ...] = ()
    """The name and offset of each that is never closed; `!--` is a remark."""
    unopened: tuple[tuple[str, int], ...] = ()
    """The name and offset of each end without a beginning."""


def read_html(text: str, addresses: Collection[int] = ()) -> Html:
    """The tags in a text, from which code, remarks and macros are blanked.

    Args:
        text: the text.
        addresses: where the sign `<` of a link's address stands. Inside an element it is a tag: nothing there need be
            Markdown.
    """
    if not _BEGINS.search(text):
        return Html()
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    remark = text.find("<!--")
    reader = _Reader(text if remark < 0 else text[:remark], addresses)
    reader.read()
    if remark >= 0:
        reader.unclosed.append(("!--", remark))
    in_order = sorted(reader.unclosed, key=lambda pair: pair[1])
    return Html(tuple(reader.tags), tuple(in_order), tuple(reader.unopened))


class _Reader(HTMLParser):
    """One pass over the tags of a text."""

    def __init__(self, text: str, addresses: Collection[int]) -> None:
        super().__init__(convert_charrefs=True)
        self._text, self._addresses = text, addresses
        self._lines = [0, *(mark.end() for mark in re.finditer("\n", text))]
        self._open: list[tuple[str, int]] = []
        self._crossed: list[str] = []
        """Names of elements that were told to be open when what holds them ended: their own end is no news."""
        self.tags: list[Tag] = []
        self.unclosed: list[tuple[str, int]] = []
        self.unopened: list[tuple[str, int]] = []

    def read(self) -> None:
        self.feed(self._text)
        if re.match(r"<[a-z/]", self.rawdata, re.I) and not self._in_raw():  # a tag without its `>`
            self.unclosed.append((self.rawdata.split()[0].lstrip("<"), len(self._text) - len(self.rawdata)))
        self.unclosed += self._open

    def _in_raw(self) -> bool:
        return bool(self._open) and self._open[-1][0] in _RAW

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _is_address(self) -> bool:
        return not self._open and self._offset() in self._addresses

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_address():
            return
        self.tags.append(Tag(tag, self._offset(), {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self._open.append((tag, self._offset()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _DRAWN or any(name in _DRAWN for name, _ in self._open[:-1]):
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or self._is_address():
            return
        if tag in self._crossed:
            self._crossed.remove(tag)
        elif all(name != tag for name, _ in self._open):
            self.unopened.append((tag, self._offset()))
        else:
            while (last := self._open.pop())[0] != tag:
                self.unclosed.append(last)
                self._crossed.append(last[0])
