"""The one type for problems, and the report that gathers them."""

import difflib
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ..strings import Strings
from .rules import Rule, Severity


class Place(NamedTuple):
    """Where something is: the author's file, and the line and column in it, both from 1."""

    path: str
    line: int = 1
    column: int = 1


def is_below(path: str, folder: str) -> bool:
    """Whether a file is in a folder or below it, both as `author_path` names them: the folder may be `.` or `..`."""
    return posixpath.relpath(path, folder).split("/")[0] != ".."


@dataclass(frozen=True)
class Diagnostic:
    """One broken promise, at its place, in the reader's language."""

    place: Place
    rule: Rule
    message: str

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return self.rule.severity


@dataclass
class Report:
    """Every problem found in one build: created once and passed on."""

    strings: Strings
    _found: dict[Diagnostic, None] = field(default_factory=dict)
    _minded: str | None = None
    """The folder outside which only errors count."""

    def mind_only(self, folder: str) -> None:
        """From here on, leave out warnings about what is not below `folder`: whoever is told can't change that."""
        self._minded = folder

    def minds(self, *paths: str) -> bool:
        """Whether warnings about what is in one of some files are told."""
        return self._minded is None or any(is_below(path, self._minded) for path in paths)

    def add(
        self, rule: Rule, place: Place, /, suggest: tuple[str, Iterable[str]] | None = None, hint: str = "",
        **values: object,
    ) -> None:  # fmt: skip
        """Note that `rule` is broken at `place`; `values` fill its words.

        `suggest` is what was written and what may have been meant: the nearest one is added to the message, behind
        `hint`, which says what to do in this one case.
        """
        if rule.severity is Severity.WARNING and not self.minds(place.path):
            return
        message = self.strings(f"rules.{rule.value}.message", **values) + hint
        if suggest and (nearest := self.nearest(*suggest)):
            message += self.strings("diagnostics.did-you-mean", name=nearest)
        self._found[Diagnostic(place, rule, message)] = None

    def include(self, told: Iterable[Diagnostic]) -> None:
        """Note what another report found."""
        self._found.update(dict.fromkeys(told))

    def nearest(self, name: str, candidates: Iterable[str]) -> str | None:
        """What may have been meant: the word for one in the author's language, or else the one most like it."""
        known = list(candidates)
        meant = dict(pair.split("=") for pair in self.strings("diagnostics.meant").split()).get(name.casefold(), "")
        return meant if meant in known else closest(name, known)

    def diagnostics(self) -> list[Diagnostic]:
        """All problems, in the order of files, lines and columns."""
        return sorted(self._found, key=lambda found: (found.place, found.rule.value, found.message))

    def failed(self, strict: bool = False) -> bool:
        """Whether no page may be written: an error, or with `strict` anything at all."""
        return any(strict or found.severity is Severity.ERROR for found in self._found)


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `name`, if one is like it at all."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None
