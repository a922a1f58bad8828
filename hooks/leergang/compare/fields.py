"""What becomes of the answer in one field when its question changes.

What is told here is what form.js, answers.js and document.js do: `tests/browser/test_compared.py` holds both together.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from .change import Change, Fate, likeness, nearest, plain

OTHER_QUESTION = 0.35
"""Below which likeness a reworded question asks something else."""
_HELP = ("hint", "example", "required", "same_as")


def compare_field(old: Any, new: Any) -> list[Change]:
    """How a field differs from what it was, and what that does to its answers.

    Args:
        old: the field as it was.
        new: the field that takes its answers over.
    """
    found = list(compare_wording(old.label, new.label))
    if old.id != new.id:
        found.append(Change("question-renamed", {"question": new.label, "old": old.id, "new": new.id}, Fate.KEPT))
    if _form(old) != _form(new) or old.kind != new.kind:
        found.append(_kind_changed(old, new))
    else:
        found += _compare_parts(old, new)
    if not found and any(getattr(old, key) != getattr(new, key) for key in _HELP):
        found.append(Change("question-help", {"question": new.label}, Fate.KEPT))
    return found


def compare_wording(old: str, new: str) -> Iterator[Change]:
    """How the words of a question differ; spaces, capitals and punctuation make no other question."""
    values = {"old": old, "new": new}
    if plain(old) != plain(new):
        kind = "question-replaced" if likeness(old, new) < OTHER_QUESTION else "question-reworded"
        yield Change(kind, values, Fate.BOTH_WORDINGS)
    elif old != new:
        yield Change("question-spelling", values, Fate.KEPT)


def _form(asked: Any) -> str:
    """The form that an answer has in the store: one value, a list, or values by row."""
    if asked.kind == "table":
        return "fixed" if asked.rows else "free"
    if asked.kind == "scale" and getattr(asked, "rows", ()):
        return "rows"
    return "list" if asked.kind == "choices" else "one"


def _kind_changed(old: Any, new: Any) -> Change:
    values = {"question": new.label, "old": old.kind, "new": new.kind}
    if _form(old) != _form(new) or _form(old) != "one":
        return Change("kind-hidden", values, Fate.HIDDEN)
    if not new.SHOWS_ANY_TEXT:
        return Change("kind-if-fits", values, Fate.HIDDEN)
    if old.kind == "choice":
        return Change("kind-shows-id", values, Fate.OTHER_WORDS)
    return Change("kind-shown", values, Fate.KEPT)


def _compare_parts(old: Any, new: Any, where: str = "") -> Iterator[Change]:
    """How the options, rows, columns and limits of two questions of the same kind differ."""
    question = where or new.label
    for key, name in (("options", "option"), ("rows", "row"), ("columns", "column")):
        yield from _compare_list(getattr(old, key, ()), getattr(new, key, ()), name, question)
    for column in getattr(new, "columns", ()):
        before = next((one for one in old.columns if one.id == column.id), None)
        if before is not None:
            yield from _compare_column(before, column, question)
    yield from _compare_limits(old, new, question)


def _compare_column(old: Any, new: Any, question: str) -> Iterator[Change]:
    where = f"{question} ({new.label})"
    if old.kind != new.kind:
        changed = _kind_changed(old, new)
        yield Change(changed.kind, {**changed.values, "question": where}, changed.fate)
    else:
        yield from _compare_parts(old, new, where)


def _compare_list(old: Sequence[Any], new: Sequence[Any], name: str, question: str) -> Iterator[Change]:
    """Options, rows or columns: answers hang on their ids, and no id of theirs has a `formerly`."""
    before, after = {one.id: one.label for one in old}, {one.id: one.label for one in new}
    added = [(key, label) for key, label in after.items() if key not in before]
    for key, label in before.items():
        values = {"question": question, "part": label, "id": key}
        if key in after:
            if plain(label) != plain(after[key]):
                yield Change(f"{name}-relabelled", values | {"new": after[key]}, Fate.OTHER_WORDS)
        elif other := nearest(label, added, least=0.9):
            yield Change(f"{name}-new-id", values | {"new": other}, Fate.HIDDEN)
            added = [pair for pair in added if pair[0] != other]
        else:
            yield Change(f"{name}-gone", values, Fate.HIDDEN)
    for key, label in added:
        yield Change(f"{name}-new", {"question": question, "part": label, "id": key}, Fate.KEPT)


def _compare_limits(old: Any, new: Any, question: str) -> Iterator[Change]:
    values = {"question": question}
    if new.kind == "scale":
        before, after = old.steps, new.steps
        gone = sorted(set(before) - set(after))
        ends = {"old": f"{before[0]}-{before[-1]}", "new": f"{after[0]}-{after[-1]}"}
        if gone:
            yield Change("scale-shorter", values | ends | {"steps": ", ".join(map(str, gone))}, Fate.HIDDEN)
        elif before != after:
            yield Change("scale-longer", values | ends, Fate.OTHER_WORDS)
        if old.labels != new.labels:
            said = {"old": " / ".join(old.labels or ("-",)), "new": " / ".join(new.labels or ("-",))}
            yield Change("scale-ends", values | said, Fate.OTHER_WORDS)
    elif new.kind == "table" and not new.rows and new.most < old.most:
        yield Change("rows-fewer", values | {"most": new.most}, Fate.HIDDEN)
    elif new.kind == "number" and (old.min, old.max) != (new.min, new.max):
        yield Change("number-limits", values, Fate.KEPT)
