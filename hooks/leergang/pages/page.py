"""One Markdown page: front matter, body, headings, links and macro calls."""

import posixpath
import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..diagnostics import Place, Report, Rule
from .data import Document, Mapping, read_yaml
from .language import Call
from .markdown import Outline, read_outline
from .source import Source, load_source

if TYPE_CHECKING:
    from .calls import CallReader

TRAINERS = "trainers"
"""The folder below docs/ of what only the trainers' edition has."""
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)


@dataclass(frozen=True)
class Page:
    """A page as its author wrote it."""

    uri: str
    """Its path below docs/, with forward slashes."""
    source: Source
    front: Document
    body_start: int
    """The offset in the source where the front matter has ended."""
    calls: tuple[Call, ...]
    whole: bool = True
    """Whether every macro call could be read; what has been reported is in none of them."""

    @property
    def body(self) -> str:
        """The Markdown, as MkDocs gets it."""
        return self.source.text[self.body_start :]

    @property
    def for_trainers(self) -> bool:
        """Whether only the trainers' edition has it."""
        return is_for_trainers(self.uri)

    @cached_property
    def outline(self) -> Outline:
        """Its headings and links; their offsets count from the start of the body."""
        return read_outline(self.body)

    def place(self, offset: int) -> Place:
        """The place of an offset of the outline."""
        return self.source.place(self.body_start + offset)

    @property
    def html(self) -> str:
        """The address of the page it becomes, from the site's root."""
        return html_of(self.uri)


def html_of(uri: str) -> str:
    """The address, from the site's root, of what the file at `uri` becomes: a page, or itself."""
    return f"{uri.removesuffix('.md')}.html" if uri.endswith(".md") else uri


def resolved(uri: str, path: str) -> str:
    """The path below docs/ to which a relative address, without its anchor, leads from the page at `uri`."""
    path = unquote(path.partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri


@cache
def way(folder: str, target: str) -> str:
    """The address of what is at `target` from a page in `folder`, both paths from the site's root."""
    return posixpath.relpath(target, folder or ".")


def is_for_trainers(uri: str) -> bool:
    """Whether only the trainers' edition has the page or file at `uri`, a path below docs/."""
    return uri.startswith(f"{TRAINERS}/")


def load_page(path: Path, uri: str, reader: "CallReader", report: Report) -> Page | None:
    """Read the file at `path` as the page at `uri`, a path below docs/.

    None when it can't be used, which is then reported.
    """
    source = load_source(path, report)
    return read_page(source, uri, reader, report) if source else None


def read_page(source: Source, uri: str, reader: "CallReader", report: Report) -> Page | None:
    """The page that a text is; None when it can't be used, which is then reported."""
    front, start = _front_matter(source, report)
    calls, whole = reader.read(source, start, report)
    if front is None:
        return None
    if is_for_trainers(uri):
        calls = [replace(call, for_trainers=True) for call in calls]
    return Page(uri, source, front, start, tuple(calls), whole)


def _front_matter(source: Source, report: Report) -> tuple[Document | None, int]:
    mark = FRONT_MATTER.match(source.text)
    if not mark:
        opened = source.text.startswith("---\n")
        report.add(Rule.OPEN_FRONT_MATTER if opened else Rule.NO_FRONT_MATTER, Place(source.path))
        return None, 0
    front = read_yaml(mark[1], source.path, report, first_line=2)
    if front is not None and not isinstance(front.data, Mapping):
        report.add(Rule.NO_FRONT_MATTER, Place(source.path))
        front = None
    return front, mark.end()
