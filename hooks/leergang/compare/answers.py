"""Whose answers a change touches, and how: worksheets, prompts, and the moments at which they are asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Course
from .change import Answered, Change, Fate, nearest
from .fields import compare_field, compare_wording
from .version import Version

KINDS = ("worksheet", "reflection")


@dataclass(frozen=True)
class _Item:
    """A worksheet or prompt, as far as answers are concerned."""

    kind: str
    id: str
    title: str
    moments: tuple[str, ...]
    repeat: bool
    fields: Mapping[str, Any]
    """By id; none for a prompt, whose title is its one question."""

    @property
    def words(self) -> str:
        """What it asks, to recognise it by."""
        return " ".join([self.title, *(field.label for field in self.fields.values())])


def compare_answers(base: Version, head: Version) -> tuple[list[Change], list[Answered]]:
    """What a change does to the answers of all readers, and to those of each worksheet and prompt."""
    general = list(_of_all(base, head))
    found: list[Answered] = []
    for kind in KINDS:
        before, after = _items(base.course, kind), _items(head.course, kind)
        earlier: dict[str, list[_Item]] = {}
        for name, item in before.items():
            present = head.follow(kind, name)
            if present:
                earlier.setdefault(present, []).append(item)
        new = {name: item for name, item in after.items() if name not in earlier}
        for item in before.values():
            if not head.follow(kind, item.id) and not head.missed(kind, item.id):
                general.append(_gone(item, new))
                new.pop(str(general[-1].values.get("new")), None)
        general += [_new(item) for item in new.values() if not base.missed(kind, item.id)]
        for name, olds in earlier.items():
            changes = tuple(_compare(olds, after[name], base, head))
            if changes:
                found.append(Answered(kind, name, after[name].title, changes))
    return general, found


def _items(course: Course, kind: str) -> dict[str, _Item]:
    if kind == "worksheet":
        sheets = ((sheet.id, sheet.matter) for sheet in course.worksheets.values())
        return {
            name: _Item(kind, name, matter.title, matter.moments, matter.repeat, {one.id: one for one in matter.fields})
            for name, matter in sheets
        }
    prompts = course.reflections.values()
    return {one.id: _Item(kind, one.id, one.content.text, one.content.moments, False, {}) for one in prompts}


def _of_all(base: Version, head: Version) -> Iterator[Change]:
    """What touches every answer, or every answer of a moment."""
    old, new = base.course.settings.course, head.course.settings.course
    if old != new and base.course.pages:
        yield Change("course-id", {"old": old, "new": new}, Fate.LOST)
    for moment in base.course.moments.values() if head.course.outline else ():
        if moment.id not in head.course.moments:
            yield Change("moment-id-gone", {"title": moment.title, "id": moment.id}, Fate.EARLIER)
    for kind in KINDS:
        for name, present in base.course.former.get(kind, {}).items():
            if head.follow(kind, present) and not head.follow(kind, name):
                now = head.follow(kind, present)
                yield Change(f"{kind}-former-forgotten", {"old": name, "new": now}, Fate.LOST)


def _gone(item: _Item, new: Mapping[str, _Item]) -> Change:
    """A worksheet or prompt that isn't there any more; one that looks like it may be the same with another id."""
    values = {"title": item.title, "id": item.id}
    if other := nearest(item.words, [(name, one.words) for name, one in new.items()]):
        command = f"leergang rename {item.kind} {item.id} {other}"
        return Change(f"{item.kind}-lost", values | {"new": other}, Fate.LOST, command)
    return Change(f"{item.kind}-gone", values, Fate.LEFT)


def _new(item: _Item) -> Change:
    return Change(f"{item.kind}-new", {"title": item.title, "count": len(item.fields)})


def _compare(olds: list[_Item], new: _Item, base: Version, head: Version) -> Iterator[Change]:
    for old in olds:
        if old.id != new.id:
            yield Change(f"{new.kind}-renamed", {"old": old.id, "new": new.id}, Fate.KEPT)
    if len(olds) > 1:
        titles = " + ".join(old.title for old in olds)
        yield Change(f"{new.kind}-merged", {"titles": titles}, Fate.KEPT)
    main = next((old for old in olds if old.id == new.id), olds[0])
    if new.kind == "reflection":
        yield from compare_wording(main.title, new.title)
    else:
        yield from _compare_fields(main, new, {field.id for old in olds for field in old.fields.values()})
    yield from _compare_rounds(main, new, base, head)


def _compare_fields(old: _Item, new: _Item, known: set[str]) -> Iterator[Change]:
    """The fields of a worksheet, each beside the one whose answers it takes over.

    Args:
        old: the worksheet as it was.
        new: the worksheet as it is.
        known: the ids of fields in everything that became this worksheet.
    """
    present = {name: field.id for field in new.fields.values() for name in (*field.formerly, field.id)}
    sources: dict[str, list[Any]] = {}
    for field in old.fields.values():
        if field.id in present:
            sources.setdefault(present[field.id], []).append(field)
    added = [(one.id, one.label) for one in new.fields.values() if not known.intersection((one.id, *one.formerly))]
    for field in old.fields.values():
        if field.id not in present:
            gone = _field_gone(new, field, added)
            added = [pair for pair in added if pair[0] != gone.values.get("new")]
            yield gone
    for field in new.fields.values():
        found = sources.get(field.id, [])
        if len(found) > 1:
            labels = " + ".join(one.label for one in found)
            yield Change("question-merged", {"question": field.label, "labels": labels}, Fate.KEPT)
        if found:
            yield from compare_field(next((one for one in found if one.id == field.id), found[0]), field)
            forgotten = {name for one in found for name in one.formerly} - set(present)
            for name in sorted(forgotten):
                yield Change("field-former-forgotten", {"question": field.label, "old": name}, Fate.LOST)
    for _, label in added:
        yield Change("question-new", {"question": label})


def _field_gone(new: _Item, field: Any, added: list[tuple[str, str]]) -> Change:
    values = {"question": field.label, "id": field.id}
    if other := nearest(field.label, added):
        command = f"leergang rename field {new.id}/{field.id} {new.id}/{other}"
        return Change("question-lost", values | {"new": other}, Fate.LOST, command)
    return Change("question-gone", values, Fate.LEFT)


def _compare_rounds(old: _Item, new: _Item, base: Version, head: Version) -> Iterator[Change]:
    """The moments at which it is asked: answers are kept by them, or by date where it may be filled in again."""
    if old.repeat != new.repeat:
        yield Change("repeat-on" if new.repeat else "repeat-off", {}, Fate.KEPT if new.repeat else Fate.EARLIER)
        return
    titles = {name: one.title for course in (base.course, head.course) for name, one in course.moments.items()}
    if not new.repeat:
        for name in old.moments:
            if name not in new.moments:
                yield Change("moment-left", {"title": titles.get(name, name)}, Fate.EARLIER)
        for name in new.moments:
            if name not in old.moments:
                yield Change("moment-joined", {"title": titles.get(name, name)}, Fate.EARLIER)
        yield from _moved_forms(old, new, base, head, titles)


def _moved_forms(old: _Item, new: _Item, base: Version, head: Version, titles: Mapping[str, str]) -> Iterator[Change]:
    """The pages on which it is asked at another moment than before, though both moments are still its own."""
    after = _rounds(head.course, new)
    for uri, rounds in _rounds(base.course, old).items():
        here = head.follow_page(uri)
        if here in after and rounds != after[here] and set(rounds) <= set(new.moments):
            page = str(head.course.pages[here].front.data.get("title", here))
            for one, other in dict.fromkeys(zip(rounds, after[here], strict=False)):
                if one != other:
                    values = {"page": page, "old": titles.get(one, one), "new": titles.get(other, other)}
                    yield Change("round-moved", values, Fate.EARLIER)


def _rounds(course: Course, item: _Item) -> dict[str, tuple[str, ...]]:
    """The moments at which each page asks for it, as the page's form has them."""
    found: dict[str, list[str]] = {}
    for page in course.pages.values():
        for call in page.calls:
            asked = call.name == item.kind and course.present(item.kind, call.arguments["id"]) == item.id
            if asked and course.shows(call.for_trainers):
                moment = course.moment_on(page.uri, item.moments, call.arguments.get("moment", ""))
                found.setdefault(page.uri, []).append(moment)
    return {uri: tuple(names) for uri, names in found.items()}
