"""What shifts in the programme: goals, moments, their parts and minutes, and where each chapter is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model import Course
from ..model.outline import Moment, Part
from .change import Change, plain
from .version import Version


def compare_programme(base: Version, head: Version) -> Iterator[Change]:
    """Goals, moments and minutes that changed; nothing where either outline couldn't be read."""
    if base.course.outline is None or head.course.outline is None:
        return
    yield from _titles("module", base.course.outline.modules, head.course.outline.modules)
    yield from _titles("moment", base.course.outline.moments, head.course.outline.moments)
    for old in base.course.moments.values():
        if old.id in head.course.moments:
            yield from _compare_moment(old, head.course.moments[old.id], base, head)
    yield from _chapters(base, head)
    yield from _goals(base.course.outline.goals, head.course.outline.goals)
    yield from _practised(base, head)


def _titles(kind: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    """What is new, gone, has another title, or stands in another order."""
    old, new = {one.id: one.title for one in before}, {one.id: one.title for one in after}
    for name, title in old.items():
        if name not in new:
            yield Change(f"{kind}-gone", {"title": title})
        elif title != new[name]:
            yield Change(f"{kind}-retitled", {"old": title, "new": new[name]})
    for name, title in new.items():
        if name not in old:
            yield Change(f"{kind}-new", {"title": title})
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield Change(f"{kind}-order", {"titles": ", ".join(new.values())})


def _compare_moment(old: Moment, new: Moment, base: Version, head: Version) -> Iterator[Change]:
    before, after = _minutes(old, base.course), _minutes(new, head.course)
    if before != after and before is not None and after is not None:
        yield Change("moment-minutes", {"title": new.title, "old": before, "new": after})
    yield from _compare_parts(old, new, base, head)
    for thing in new.bring:
        if thing not in old.bring:
            yield Change("bring-new", {"title": new.title, "thing": thing})
    for thing in old.bring:
        if thing not in new.bring:
            yield Change("bring-gone", {"title": new.title, "thing": thing})


def _compare_parts(old: Moment, new: Moment, base: Version, head: Version) -> Iterator[Change]:
    before, after = _parts(old, head), _parts(new, head)
    for key in dict.fromkeys([*before, *after]):
        values = {"title": new.title, "part": _part_title(key, base, head)}
        if key not in after:
            yield Change("part-gone", values | {"minutes": before[key]})
        elif key not in before:
            yield Change("part-new", values | {"minutes": after[key]})
        elif before[key] != after[key]:
            yield Change("part-minutes", values | {"old": before[key], "new": after[key]})


def _minutes(moment: Moment, course: Course) -> int | None:
    """How long a moment takes; None where that hangs on what couldn't be read."""
    counted = set(moment.chapters) <= set(course.chapters) and not course.has_broken("worksheet")
    return course.minutes_of(moment) if moment.minutes or moment.parts or counted else None


def _parts(moment: Moment, head: Version) -> Mapping[tuple[str, str], int]:
    """The minutes of each part of a day, by its kind and present id or its title; what comes twice is added up."""
    found: dict[tuple[str, str], int] = {}
    for part in moment.parts:
        key = _part_key(part, head)
        found[key] = found.get(key, 0) + part.minutes
    return found


def _part_key(part: Part, head: Version) -> tuple[str, str]:
    if part.title:
        return "", part.title
    kind, name = ("chapter", part.chapter) if part.chapter else ("worksheet", str(part.worksheet))
    return kind, head.course.present(kind, str(name))


def _part_title(key: tuple[str, str], base: Version, head: Version) -> str:
    """What a part is called: its own title, or that of its chapter or worksheet where that can be read."""
    kind, name = key
    for version in (head, base) if kind else ():
        if found := version.course.ids(kind).get(name):
            return str(found.matter.title)
    return name


def _chapters(base: Version, head: Version) -> Iterator[Change]:
    """Chapters that moved to another moment or module, or take another time; worksheets that take another time."""
    for name, old in base.course.chapters.items():
        present = head.follow("chapter", name)
        if not present:
            continue
        new = head.course.chapters[present]
        title = new.matter.title
        for kind in ("moment", "module"):
            before, after = getattr(old, kind), getattr(new, kind)
            if (before and before.id) != (after and after.id):
                titles = [one.title if one else "-" for one in (before, after)]
                yield Change(f"chapter-{kind}", {"chapter": title, "old": titles[0], "new": titles[1]})
        yield from _time("chapter-minutes", title, old.matter.minutes, new.matter.minutes)
    for name, sheet in base.course.worksheets.items():
        if present := head.follow("worksheet", name):
            now = head.course.worksheets[present]
            yield from _time("worksheet-minutes", now.title, sheet.matter.minutes, now.matter.minutes)


def _time(kind: str, title: str, old: int, new: int) -> Iterator[Change]:
    if old != new:
        yield Change(kind, {"title": title, "old": old, "new": new})


def _goals(before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    old, new = {goal.id: goal for goal in before}, {goal.id: goal for goal in after}
    for name, goal in old.items():
        if name not in new:
            yield Change("goal-gone", {"goal": goal.text})
        elif plain(goal.text) != plain(new[name].text) or goal.kind != new[name].kind:
            yield Change("goal-changed", {"old": goal.text, "new": new[name].text})
    for name, goal in new.items():
        if name not in old:
            yield Change("goal-new", {"goal": goal.text})


def _practised(base: Version, head: Version) -> Iterator[Change]:
    """Goals that a chapter, worksheet or prompt serves now, or no longer."""
    texts = {name: goal.text for name, goal in base.course.ids("goal").items()} | {
        name: goal.text for name, goal in head.course.ids("goal").items()
    }
    for kind in ("chapter", "worksheet", "reflection"):
        for name, old in base.course.ids(kind).items():
            present = head.follow(kind, name)
            if not present:
                continue
            new = head.course.ids(kind)[present]
            before, after = (one.content if kind == "reflection" else one.matter for one in (old, new))
            title = after.text if kind == "reflection" else after.title
            for goal in [one for one in after.goals if one not in before.goals]:
                yield Change("serves", {"title": title, "goal": texts.get(goal, goal)})
            for goal in [one for one in before.goals if one not in after.goals]:
                yield Change("serves-not", {"title": title, "goal": texts.get(goal, goal)})
