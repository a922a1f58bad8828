"""Reading one file as text, and knowing the line and column of each character."""

import bisect
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..diagnostics import Place, Report, Rule


@dataclass(frozen=True)
class Source:
    """A text file as its author wrote it, with line ends made equal."""

    path: str
    """Relative to the working directory, with forward slashes: what messages print."""
    text: str

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


def author_path(path: Path) -> str:
    """`path` as it is printed: relative to the working directory where it can be."""
    return Path(os.path.relpath(path)).as_posix()


def load_source(path: Path, report: Report) -> Source | None:
    """The text of `path`; None when it can't be read or says nothing, which is then reported."""
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
    return Source(label, text.replace("\r\n", "\n").replace("\r", "\n"))
