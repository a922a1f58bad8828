"""What becomes of one text that a school has in the place of the course's."""

import difflib
from dataclasses import dataclass, field
from enum import Enum

from ..pages.source import find_signs
from .forms import Form
from .merging import Labels, Merged, sentences


class State(Enum):
    """How a text stands after an upgrade."""

    UNCHANGED = "unchanged"
    NOTED = "noted"
    """It was there without a note of what it replaced; the course's present text is noted."""
    FOLLOWED = "followed"
    """The school had changed nothing, so it has the course's present text."""
    SAME = "same"
    """The school had what the course has now already."""
    MERGED = "merged"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"
    """As a conflict, because it isn't known what the course's text was."""
    OPEN = "open"
    """A conflict of earlier waits for a choice."""
    SIGNS = "signs"
    """The school's text has the signs of a conflict in it."""
    OWN = "own"
    """The course hasn't it any more: it is a text of the school's own now."""
    HOMELESS = "homeless"
    """The course hasn't it any more, and it can't be shown by itself."""
    TAKEN = "taken"
    """The course's moved to where the school has another text already."""
    DROPPED = "dropped"
    """The school has its own text no more."""


LEFT = frozenset({State.CONFLICT, State.UNKNOWN, State.OPEN, State.SIGNS, State.HOMELESS, State.TAKEN})
"""What a school has to do something about."""


@dataclass(frozen=True)
class Known:
    """What is known of one text before an upgrade."""

    hash: str | None = None
    """Of the course's text, as noted."""
    base: str | None = None
    """That text, if it is kept."""
    waiting: str | None = None
    """The course's text that a conflict file was made of."""
    conflict: bool = False
    """Whether there is a conflict file."""


@dataclass(frozen=True)
class Choice:
    """What becomes of it."""

    state: State
    text: str | None = None
    """The school's text, where it changes."""
    base: str | None = None
    """The course's text to keep."""
    hash: str | None = None
    """Its hash to note."""
    waiting: str | None = None
    marked: str | None = None
    """What stands in a conflict file."""
    lines: tuple[str, ...] = field(default=())
    """What the course changed."""
    solved: bool = False


def choose(form: Form, ours: str, theirs: str, known: Known, labels: Labels) -> Choice:
    """What becomes of `ours` when the course's text is `theirs`.

    Raises:
        NoGitError: it takes merging, and there is no git.
    """
    if find_signs(ours) is not None:
        return Choice(State.SIGNS, base=known.base, hash=known.hash, waiting=known.waiting)
    if known.conflict and known.waiting is not None:
        return Choice(State.OPEN, base=known.base, hash=known.hash, waiting=known.waiting)
    if known.waiting is not None:
        known = Known(form.hash(known.waiting), known.waiting)
        return _with_base(form, ours, theirs, known, labels, solved=True)
    return _with_base(form, ours, theirs, known, labels, solved=False)


def _with_base(form: Form, ours: str, theirs: str, known: Known, labels: Labels, solved: bool) -> Choice:
    here = form.hash(theirs)
    if known.hash is None:
        return Choice(State.NOTED, base=theirs, hash=here)
    if known.hash == here:
        return Choice(State.UNCHANGED, base=theirs, hash=here, solved=solved)
    if form.hash(ours) == here:
        return Choice(State.SAME, base=theirs, hash=here, solved=solved)
    sure = known.base is not None and form.hash(known.base) == known.hash
    base = known.base if sure else None
    lines = changed_lines(base, theirs) if base is not None and form.readable else ()
    if base is not None and form.hash(ours) == form.hash(base):
        return Choice(State.FOLLOWED, theirs, theirs, here, lines=lines, solved=solved)
    merged = form.merge(base, ours, theirs, labels)
    if merged.clean:
        return Choice(State.MERGED, merged.text, theirs, here, lines=lines, solved=solved)
    if known.conflict:  # the file beside it is the school's to delete
        return Choice(State.OPEN, base=known.base, hash=known.hash)
    state = State.CONFLICT if sure else State.UNKNOWN
    return Choice(state, None, known.base, known.hash, theirs, merged.text, lines, solved)


def refused(choice: Choice, known: Known, marked: Merged) -> Choice:
    """The choice where the school's file can't take its text without losing something beside it."""
    if known.conflict:
        return Choice(State.OPEN, base=known.base, hash=known.hash)
    return Choice(State.CONFLICT, None, known.base, known.hash, choice.base, marked.text, choice.lines, choice.solved)


def changed_lines(before: str, after: str) -> tuple[str, ...]:
    """The lines, or sentences of one, that went and came, each with its sign."""
    found = list(difflib.unified_diff(sentences(before), sentences(after), lineterm="", n=0))[2:]
    return tuple(line for line in found if line[:1] in "+-" and line[1:].strip())
