"""What changed on disk: a look at every file, several times a second.

No notices of the operating system: they are missing on file shares, in containers and for the folders of another
system, and editors save in many ways. A look at a course of 300 chapters takes a few thousandths of a second.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

PASSING = ("~", ".tmp", ".swp", ".swx", ".pyc", ".bak")
"""How the names end of what editors and Python leave for a moment."""
SKIPPED = frozenset({"__pycache__", "node_modules", "4913"})  # the last is vim's, to see whether it may write

Look = dict[str, tuple[int, int, int]]
"""Each file, with what tells that it was written: when, how long, and which file on the disk."""


class Watch:
    """Tells what changed since it was made, once it has stopped changing.

    Args:
        roots: files and folders to look at; those that aren't there yet may come.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots: list[str] = []
        self._known: Look = {}
        self._latest: Look = {}
        self.add(roots)

    def add(self, roots: Iterable[Path]) -> None:
        """Look at these too."""
        for root in roots:
            name = os.path.realpath(root)
            if not any(name == other or name.startswith(f"{other}{os.sep}") for other in self._roots):
                self._roots.append(name)
                self._known |= dict(_look(name))
        self._latest = self._known

    @property
    def moving(self) -> bool:
        """Whether something changed of which nobody has been told yet."""
        return self._latest != self._known

    def changes(self) -> set[str]:
        """The files that changed, were added or went away; none while that is still going on.

        An editor saves in several steps, and Git changes many files: two looks in a row have to see the same.
        """
        now = dict(pair for root in self._roots for pair in _look(root))
        settled, self._latest = now == self._latest, now
        if not settled or now == self._known:
            return set()
        changed = {name for name in now.keys() | self._known.keys() if now.get(name) != self._known.get(name)}
        self._known = now
        return changed


def _look(root: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Every file at or below a path that is no editor's own."""
    try:
        if not os.path.isdir(root):  # noqa: PTH112 - texts throughout: this runs all the time
            found = os.stat(root)  # noqa: PTH116
            yield root, (found.st_mtime_ns, found.st_size, found.st_ino)
            return
        with os.scandir(root) as entries:
            for entry in entries:
                if _passes(entry.name):
                    continue
                if entry.is_dir():
                    yield from _look(entry.path)
                else:
                    found = entry.stat()
                    yield entry.path, (found.st_mtime_ns, found.st_size, found.st_ino)
    except OSError:  # it went away while we looked
        return


def _passes(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(PASSING) or name in SKIPPED
