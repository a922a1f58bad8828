"""What a comparison finds, as plain values: words come with the one who reads it."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

ALIKE = 0.6
"""From which likeness two texts may be the same thing under another id."""


class Fate(Enum):
    """What becomes of the answers that readers have given already."""

    KEPT = "kept"
    BOTH_WORDINGS = "both-wordings"
    """Kept, with the question as it was beside it."""
    OTHER_WORDS = "other-words"
    """Kept, and shown with other words than the reader chose."""
    EARLIER = "earlier"
    """Shown beside an empty field, as what was written earlier."""
    HIDDEN = "hidden"
    """Stored and in the workbook, but not in the field any more, wholly or in part."""
    LEFT = "left"
    """No longer asked; still in the workbook."""
    LOST = "lost"
    """Separated from its question by an id that changed without `formerly`."""


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was."""

    kind: str
    """The key of its words in strings/, below `diff`."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What fills its words in."""
    fate: Fate | None = None
    """What becomes of answers, where it touches any."""
    command: str = ""
    """What would mend it."""


@dataclass(frozen=True)
class Answered:
    """A worksheet or prompt whose answers are touched."""

    kind: str
    id: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Measure:
    """How much there is to read on a page, and how easily it reads."""

    words: int = 0
    minutes: int = 0
    level: float | None = None
    """From 0 (hard) to 100 (easy); None where a page has no sentences."""


@dataclass(frozen=True)
class PageText:
    """A page whose words changed: each passage as it was and as it is; one of both is empty where it is new or gone."""

    uri: str
    title: str
    before: Measure
    after: Measure
    passages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Comparison:
    """Everything that one version of a course has different from another."""

    base: str
    head: str
    notes: tuple[Change, ...]
    """What could not be compared."""
    readers: tuple[Change, ...]
    answers: tuple[Change, ...]
    """What touches the answers of all, or to what is nowhere asked any more."""
    answered: tuple[Answered, ...]
    programme: tuple[Change, ...]
    pages: tuple[PageText, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that a reader could notice."""
        return not (self.readers or self.answers or self.answered or self.programme or self.pages)


def plain(text: str) -> str:
    """A text without what makes no other question: spaces, capitals and punctuation, as the site's scripts have it."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def likeness(one: str, other: str) -> float:
    """How much two texts are alike, from 0 to 1."""
    return difflib.SequenceMatcher(None, plain(one), plain(other), autojunk=False).ratio()


def nearest(text: str, candidates: Iterable[tuple[str, str]], least: float = ALIKE) -> str | None:
    """The id of the candidate (an id and a text) most like `text`, if one is like it."""
    best, found = least, None
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(plain(text))
    for name, other in candidates:
        matcher.set_seq1(plain(other))
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and matcher.ratio() >= best:
            best, found = matcher.ratio(), name
    return found


def nearest_words(words: Counter[str], candidates: Iterable[tuple[str, Counter[str]]], least: float) -> str | None:
    """The id of the candidate that shares most words with `words`, if it shares enough: for texts of any length."""
    best, found = least, None
    for name, other in candidates:
        shared = 2 * (words & other).total() / max(1, words.total() + other.total())
        if shared >= best:
            best, found = shared, name
    return found
