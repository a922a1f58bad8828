"""Reading one file as text, and knowing the line and column of each character."""

import bisect
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Place, Report, Rule

_SIGNS = ("<<<<<<< ", "||||||| ", ">>>>>>> ")
"""How the lines begin by which git, and an upgrade of a school's edition, show two texts that nobody chose from yet."""


@dataclass(frozen=True)
class Source:
    """A text file as its author wrote it, with line ends made equal."""

    path: str
    """Relative to the working directory, with forward slashes: what messages print."""
    text: str

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is from."""
        return (self.path,)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        while (end := self.text.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect.bisect_right(self._line_starts, offset)
        return Place(self.path, line, offset - self._line_starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of the character at `place`."""
        return self._line_starts[place.line - 1] + place.column - 1


class Piece(NamedTuple):
    """A part of a text that its author wrote in another."""

    source: Source
    begin: int
    """Where it begins in that source."""
    end: int


@dataclass(frozen=True)
class ComposedSource(Source):
    """A text made of pieces of others: each character is told at the place where its author wrote it."""

    pieces: tuple[Piece, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The files that its pieces are from, each once."""
        return tuple(dict.fromkeys(piece.source.path for piece in self.pieces))

    @cached_property
    def starts(self) -> list[int]:
        """Where each piece begins in the whole."""
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += piece.end - piece.begin
        return starts

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`, in the file of its author."""
        index = max(0, bisect.bisect_right(self.starts, offset) - 1)
        piece = self.pieces[index]
        return piece.source.place(piece.begin + offset - self.starts[index])

    def offset(self, place: Place) -> int:
        """The offset of the character at `place`, in whichever file its author wrote it."""
        for start, piece in zip(self.starts, self.pieces, strict=True):
            if piece.source.place(piece.begin) <= place < piece.source.place(piece.end):
                return start + piece.source.offset(place) - piece.begin
        raise ValueError(place)


def compose(path: str, pieces: Iterable[Piece]) -> ComposedSource:
    """The text that pieces of others are together, as the file at `path`."""
    kept = tuple(part for piece in pieces for part in _parts(piece) if part.end > part.begin)
    return ComposedSource(path, "".join(piece.source.text[piece.begin : piece.end] for piece in kept), kept)


def _parts(piece: Piece) -> Iterator[Piece]:
    """A piece of a composed text as pieces of what that is made of."""
    source = piece.source
    if not isinstance(source, ComposedSource):
        yield piece
        return
    for start, part in zip(source.starts, source.pieces, strict=True):
        begin, end = (min(max(at - start + part.begin, part.begin), part.end) for at in (piece.begin, piece.end))
        yield Piece(part.source, begin, end)


def without(source: Source, spans: Iterable[tuple[int, int]]) -> Source:
    """A text without what stands between some offsets; those may overlap."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces.append(Piece(source, at, max(at, start)))
        at = max(at, end)
    return compose(source.path, [*pieces, Piece(source, at, len(source.text))]) if at else source


def author_path(path: Path) -> str:
    """`path` as it is printed: relative to the working directory where it can be."""
    return Path(os.path.relpath(path)).as_posix()


def find_signs(text: str) -> int | None:
    """The offset of the first line that begins with a sign of two texts to choose from; None without one."""
    below = f"\n{text}"
    return min((at for sign in _SIGNS if (at := below.find(f"\n{sign}")) >= 0), default=None)


def load_source(path: Path, report: Report) -> Source | None:
    """The text of `path`; None when it can't be read, says nothing or says two things, which is then reported."""
    label = author_path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        report.add(Rule.UNREADABLE, Place(label), reason=error.strerror or type(error).__name__)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        report.add(Rule.NOT_UTF8, Place(label, line, len(before) - before.rfind("\n")))
        return None
    if not text.strip():
        report.add(Rule.EMPTY_FILE, Place(label))
        return None
    source = Source(label, text.replace("\r\n", "\n").replace("\r", "\n"))
    if (signs := find_signs(source.text)) is not None:
        report.add(Rule.CONFLICT_SIGNS, source.place(signs))
        return None
    return source
