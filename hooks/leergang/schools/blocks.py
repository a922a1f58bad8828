"""The blocks that a school can replace: which, on which page, and how each begins."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import closest
from ..pages.blocks import find_blocks, is_page
from ..pages.source import Source, author_path
from ..settings import Settings
from ..strings import Strings, align

WIDTH = 60
"""Of the first words of a block."""


class UnknownPageError(Exception):
    """The course has no page at a path; the text is what may have been meant, if anything."""


@dataclass(frozen=True)
class Listed:
    """A block of the course's."""

    uri: str
    """Of its page, below docs/."""
    name: str
    path: str
    """Of its file, as it is printed."""
    line: int
    """On which it begins."""
    words: str
    """The first of what it says; empty where it says nothing."""
    replaced: bool
    """Whether the school has its own text for it."""


def list_blocks(settings: Settings, page: str = "") -> list[Listed]:
    """The blocks of the course's pages, or of one, in the order of the pages.

    Raises:
        UnknownPageError: there is no such page.
    """
    uris = [uri for uri in course_pages(settings) if not page or uri == _below(settings, page)]
    if not uris:
        raise UnknownPageError(closest(page, course_pages(settings)) or "")
    return [found for uri in uris for found in _blocks_of(settings, uri)]


def course_pages(settings: Settings) -> list[str]:
    """The paths of the course's own pages, below docs/."""
    return sorted(path.relative_to(settings.docs).as_posix() for path in settings.docs.rglob("*.md") if path.is_file())


def own_blocks(settings: Settings, uri: str) -> set[str] | None:
    """The blocks of the course's page at `uri` for which the school has its own text; None where it has the whole page.

    Nothing where it has no file for that page.
    """
    path = settings.school / "docs" / uri if settings.school else None
    if path is None or not path.is_file():
        return set()
    text = path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n")
    return None if is_page(text) else set(find_blocks(text, settings.delimiters))


def _below(settings: Settings, page: str) -> str:
    """A page as it is called, with or without docs/ before it."""
    return page.removeprefix(f"{author_path(settings.docs)}/").removeprefix("./")


def _blocks_of(settings: Settings, uri: str) -> Iterator[Listed]:
    path = settings.docs / uri
    source = Source(author_path(path), path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n"))
    own = own_blocks(settings, uri)
    for name, (start, end) in find_blocks(source.text, settings.delimiters).items():
        line = source.place(start).line - 1
        words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "…", source.text[start:end], flags=re.S)
        first = textwrap.shorten(words, WIDTH, placeholder=" …")
        yield Listed(uri, name, source.path, line, first, own is None or name in own)


def render_blocks(found: list[Listed], strings: Strings, school: bool) -> str:
    """The list as a person reads it: a line a block, with where it is."""
    if not found:
        return strings("blocks.none")
    marks = {True: strings("blocks.replaced"), False: ""}
    rows = [
        [f"{block.path}:{block.line}", block.name, *([marks[block.replaced]] if school else []),
         block.words or strings("blocks.empty")]
        for block in found
    ]  # fmt: skip
    return "\n".join(align(rows))
