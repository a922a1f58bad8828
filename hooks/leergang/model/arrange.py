"""The chapters of a school's edition: which it hides, which it moves, and the course's outline as it then is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..diagnostics import Report, Rule
from ..pages import data
from .course import MODULES
from .outline import CourseOutline
from .school import School, SchoolChapter


@dataclass(frozen=True)
class Plan:
    """What becomes of the course's chapters."""

    hidden: frozenset[str] = frozenset()
    """The ids of chapters that aren't there."""
    modules: frozenset[str] = frozenset()
    """The ids of modules of which no chapter is left."""
    moved: tuple[SchoolChapter, ...] = ()


def follow_renamed(
    school: School, outline: CourseOutline, earlier_ids: Callable[[str], tuple[str, ...]], report: Report
) -> School:
    """A school that calls each chapter by its present id; those that it calls by an earlier one are reported.

    Args:
        school: the school, as it wrote its school.yml.
        outline: that of the course.
        earlier_ids: what tells those of a chapter.
        report: what is told goes there.
    """
    known = [name for module in outline.modules for name in module.chapters]
    named = {name for chapter in school.file.chapters for name in (chapter.id, chapter.after)} - {None}
    if named.issubset(known):
        return school
    former = {old: name for name in known for old in earlier_ids(name) if old not in known}
    chapters = []
    for index, chapter in enumerate(school.file.chapters):
        present = {key: former[name] for key in ("id", "after") if (name := getattr(chapter, key)) in former}
        for key, name in present.items():
            place = school.place("chapters", index, key)
            report.add(Rule.FORMER_ID, place, id=getattr(chapter, key), present=name)
        chapters.append(chapter.model_copy(update=present))
    return replace(school, file=school.file.model_copy(update={"chapters": tuple(chapters)}))


def make_plan(school: School | None, outline: CourseOutline, report: Report) -> Plan:
    """What a school does with the chapters of the course; what can't be done is reported at its line in school.yml."""
    if school is None or not school.file.chapters:
        return Plan()
    reading = _Reading(school, outline, report)
    good = list(reading.good())
    hidden = frozenset(chapter.id for chapter in good if chapter.hide)
    gone = frozenset(module.id for module in outline.modules if module.chapters and hidden.issuperset(module.chapters))
    if len(gone) == len(outline.modules):
        reading.tell("all", "chapters")
        return Plan()
    return Plan(hidden, gone, tuple(chapter for chapter in good if not chapter.hide))


class _Reading:
    """The reading of `chapters` in school.yml."""

    def __init__(self, school: School, outline: CourseOutline, report: Report) -> None:
        self._school, self._report = school, report
        self._modules = {name: module.id for module in outline.modules for name in module.chapters}
        self._moments = [moment.id for moment in outline.moments]
        self._hidden = {chapter.id for chapter in school.file.chapters if chapter.hide}

    def tell(self, reason: str, *at: Any, **values: str) -> None:
        self._report.add(
            Rule.CHAPTER_CHANGE, self._school.place(*at), reason=self._report.strings(f"layers.{reason}", **values)
        )

    def good(self) -> Iterator[SchoolChapter]:
        """The chapters of which can be done what is asked."""
        seen: set[str] = set()
        for index, chapter in enumerate(self._school.file.chapters):
            at = ("chapters", index)
            if chapter.id in seen:
                self._report.add(Rule.DUPLICATE_ID, self._school.place(*at, "id"), id=chapter.id)
            elif self._is_known(chapter.id, (*at, "id")) and self._is_possible(chapter, at):
                yield chapter
            seen.add(chapter.id)

    def _is_known(self, name: str, at: tuple[Any, ...]) -> bool:
        if name not in self._modules:
            self._report.add(Rule.UNKNOWN_CHAPTER, self._school.place(*at), id=name, suggest=(name, self._modules))
        return name in self._modules

    def _is_possible(self, chapter: SchoolChapter, at: tuple[Any, ...]) -> bool:
        if chapter.hide and (chapter.moment or chapter.after):
            self.tell("both", *at, "hide")
            return False
        if not (chapter.hide or chapter.moment or chapter.after):
            self.tell("nothing", *at, "id", id=chapter.id)
            return False
        good = True
        if chapter.moment and chapter.moment not in self._moments:
            place = self._school.place(*at, "moment")
            self._report.add(Rule.UNKNOWN_MOMENT, place, id=chapter.moment, suggest=(chapter.moment, self._moments))
            good = False
        return self._can_follow(chapter, (*at, "after")) and good

    def _can_follow(self, chapter: SchoolChapter, at: tuple[Any, ...]) -> bool:
        """Whether a chapter can come after the one that it is to come after, if any."""
        after = chapter.after
        if after is None:
            return True
        if not self._is_known(after, at):
            return False
        if after == chapter.id:
            self.tell("itself", *at)
        elif after in self._hidden:
            self.tell("after-hidden", *at, after=after)
        elif self._modules[after] != self._modules[chapter.id]:
            self.tell("other-module", *at, after=after, id=chapter.id)
        else:
            return True
        return False


@dataclass(frozen=True)
class Sheet:
    """A worksheet of a school's own."""

    moments: tuple[str, ...]
    minutes: int


def arrange(document: data.Document, plan: Plan, minutes: Mapping[str, int], sheets: Mapping[str, Sheet]) -> None:
    """Change the data of a good cursus.yml into that of a school's edition; all that is left keeps its place.

    Args:
        document: the course's own.
        plan: what becomes of its chapters.
        minutes: how long each chapter takes to read, for one that becomes part of a day.
        sheets: the school's worksheets by id, which become parts of their days.
    """
    modules, moments = document.data["modules"], document.data["moments"]
    for name in plan.hidden:
        for module in modules:
            _take(_list(module, "chapters"), name)
        for moment in moments:
            _hide(moment, name)
    for index in reversed(range(len(modules))):
        if modules[index]["id"] in plan.modules:
            _pull(modules, index)
    for chapter in plan.moved:
        if chapter.after:
            module = next(module for module in modules if chapter.id in _list(module, "chapters"))
            _put_after(_list(module, "chapters"), _take(_list(module, "chapters"), chapter.id), chapter.after)
        _move(chapter, moments, minutes)
    for name, sheet in sheets.items():
        for moment in moments:
            if moment["id"] in sheet.moments and _list(moment, "parts"):
                _fit_in(moment, name, sheet.minutes)
            elif moment["id"] not in sheet.moments and _take_part(moment, "worksheet", name):
                moment.pop("minutes", None)


Item = tuple[Any, int]
"""Something of a list, and its offset."""


def _list(holder: data.Mapping, key: str) -> data.Sequence:
    """The list at a key; where there is none, one that is nowhere."""
    found = holder.get(key)
    return found if isinstance(found, data.Sequence) else data.Sequence()


def _pull(items: data.Sequence, index: int) -> Item:
    return items.pop(index), items.items_at.pop(index)


def _put(items: data.Sequence, index: int, item: Item) -> None:
    items.insert(index, item[0])
    items.items_at.insert(index, item[1])


def _take(items: data.Sequence, value: str) -> Item | None:
    return _pull(items, items.index(value)) if value in items else None


def _put_after(items: data.Sequence, item: Item | None, before: str | None) -> None:
    """Put an item right after the one that goes before it, or else at the end."""
    if item:
        _put(items, items.index(before) + 1 if before in items else len(items), item)


def _take_part(moment: data.Mapping, kind: str, name: str) -> Item | None:
    """The part of a day that a chapter or worksheet is; one that is one of the other kind as well stays for that."""
    parts, other = _list(moment, "parts"), {"chapter": "worksheet", "worksheet": "chapter"}[kind]
    for index, part in enumerate(parts):
        if part.get(kind) == name and part.get(other):
            del part[kind]
        elif part.get(kind) == name:
            return _pull(parts, index)
    return None


def _hide(moment: data.Mapping, chapter: str) -> None:
    gone = [_take(_list(moment, "chapters"), chapter), _take_part(moment, "chapter", chapter)]
    if any(gone):
        moment.pop("minutes", None)  # what is left is counted
    if moment.get("page") == f"{MODULES}/{chapter}.md":
        del moment["page"]


def _move(chapter: SchoolChapter, moments: data.Sequence, minutes: Mapping[str, int]) -> None:
    """Put a chapter at its moment, in its place there; its part of a day goes with it."""
    old = next((moment for moment in moments if chapter.id in _list(moment, "chapters")), None)
    new = next((moment for moment in moments if moment["id"] == chapter.moment), old)
    if old is None or new is None or (new is old and chapter.after not in _list(old, "chapters")):
        return
    if not isinstance(new.get("chapters"), data.Sequence):
        new["chapters"] = data.Sequence()
        new.keys_at["chapters"] = new.values_at["chapters"] = new.values_at["id"]
    item, part = _take(_list(old, "chapters"), chapter.id), _take_part(old, "chapter", chapter.id)
    _put_after(_list(new, "chapters"), item, chapter.after)
    if item and (parts := _list(new, "parts")):
        _put(
            parts,
            _place_for_part(parts, chapter.after),
            part or _made_part("chapter", chapter.id, item[1], minutes.get(chapter.id, 1)),
        )
    for moment in (old, new) if new is not old else ():
        moment.pop("minutes", None)


def _fit_in(moment: data.Mapping, sheet: str, minutes: int) -> None:
    """Make a worksheet a part of a day, for as long as it takes."""
    parts = _list(moment, "parts")
    there = [part for part in parts if part.get("worksheet") == sheet]
    for part in there:
        part["minutes"] = str(minutes)
    if not there:
        _put(parts, _place_for_part(parts, None), _made_part("worksheet", sheet, moment.values_at["id"], minutes))
    moment.pop("minutes", None)


def _made_part(kind: str, name: str, offset: int, minutes: int) -> Item:
    part = data.Mapping()
    for key, value in ((kind, name), ("minutes", str(minutes))):
        part[key], part.keys_at[key], part.values_at[key] = value, offset, offset
    return part, offset


def _place_for_part(parts: data.Sequence, after: str | None) -> int:
    """Where in a day a chapter comes: after another with its worksheets, or else after the last of the course's."""
    named = [index for index, part in enumerate(parts) if part.get("chapter") or part.get("worksheet")]
    begun = next((index for index in named if after and parts[index].get("chapter") == after), None)
    if begun is None:
        return max(named, default=len(parts) - 1) + 1
    begun += 1
    while begun < len(parts) and parts[begun].get("worksheet") and not parts[begun].get("chapter"):
        begun += 1
    return begun
