"""Ids that front matter and data files name, against what there is."""

from collections.abc import Iterable

from ..diagnostics import Place, Report, Rule
from ..model import Course
from ..model.content import Placed
from ..model.worksheet import Worksheet

UNKNOWN = {
    "chapter": Rule.UNKNOWN_CHAPTER,
    "worksheet": Rule.UNKNOWN_WORKSHEET,
    "reflection": Rule.UNKNOWN_REFLECTION,
    "term": Rule.UNKNOWN_TERM,
    "source": Rule.UNKNOWN_SOURCE,
    "diagram": Rule.UNKNOWN_DIAGRAM,
    "moment": Rule.UNKNOWN_MOMENT,
    "goal": Rule.UNKNOWN_GOAL,
}


def check_reference(course: Course, report: Report, kind: str, name: str, place: Place) -> None:
    """`name`, written at `place`, is a `kind` of the course."""
    present = course.present(kind, name)
    if present != name:
        report.add(Rule.FORMER_ID, place, id=name, present=present)
    elif kind == "chapter" and course.moved_by_hand and name in course.moved_by_hand:
        return  # told where the outline names it
    elif not course.knows(kind, name):
        report.add(UNKNOWN[kind], place, id=name, suggest=(name, course.ids(kind)))


def _check_list(course: Course, report: Report, kind: str, names: Iterable[str], place: Placed, key: str) -> None:
    for index, name in enumerate(names):
        check_reference(course, report, kind, name, place(key, index))


def check_chapters(course: Course, report: Report) -> None:
    """A chapter's goals, chapters before it and reading are there."""
    for chapter in course.chapters.values():
        matter = chapter.matter
        _check_list(course, report, "goal", matter.goals, chapter.place, "goals")
        _check_list(course, report, "chapter", matter.before, chapter.place, "before")
        _check_list(course, report, "source", matter.reading, chapter.place, "reading")


def check_worksheets(course: Course, report: Report) -> None:
    """A worksheet's goals and moments, and the fields that it asks again, are there."""
    for worksheet in course.worksheets.values():
        _check_list(course, report, "goal", worksheet.matter.goals, worksheet.place, "goals")
        _check_list(course, report, "moment", worksheet.matter.moments, worksheet.place, "moments")
        for index, field in enumerate(worksheet.matter.fields):
            if field.same_as:
                _check_same(course, report, worksheet, index)


def _check_same(course: Course, report: Report, worksheet: Worksheet, index: int) -> None:
    """What a field asks again is another field, and its answer could be one to this field too."""
    field, place = worksheet.matter.fields[index], worksheet.place("fields", index, "same_as")
    name, _, other_id = str(field.same_as).partition("/")
    check_reference(course, report, "worksheet", name, place)
    other = course.worksheets.get(course.present("worksheet", name))
    if other is None:
        return
    asked = next((one for one in other.matter.fields if other_id in (one.id, *one.formerly)), None)
    if asked is None:
        known = [one.id for one in other.matter.fields if one is not field]
        report.add(Rule.UNKNOWN_FIELD, place, id=other_id, worksheet=name, suggest=(other_id, known))
    elif asked.id != other_id:
        report.add(Rule.FORMER_ID, place, id=other_id, present=asked.id)
    elif asked is field or asked.kind != field.kind:
        report.add(Rule.WRONG_TYPE, place, expected=report.strings("types.same-kind", kind=field.kind))


def check_reflections(course: Course, report: Report) -> None:
    """A prompt's goals and moments are there."""
    for entry in course.reflections.values():
        _check_list(course, report, "goal", entry.content.goals, entry.place, "goals")
        _check_list(course, report, "moment", entry.content.moments, entry.place, "moments")


def check_terms(course: Course, report: Report) -> None:
    """A term's sources are there."""
    for entry in course.terms.values():
        _check_list(course, report, "source", entry.content.sources, entry.place, "sources")


def check_former_ids(course: Course, report: Report) -> None:
    """An earlier id is that of one thing only, and not the id of something else by now."""
    for kind in ("chapter", "worksheet", "reflection", "term"):
        seen: set[str] = set()
        for content in course.ids(kind).values():
            formerly = (content.matter if kind in ("chapter", "worksheet") else content.content).formerly
            for index, old in enumerate(formerly):
                if old in course.ids(kind) or old in seen:
                    report.add(Rule.DUPLICATE_ID, content.place("formerly", index), id=old)
                seen.add(old)


def check_unused(course: Course, report: Report) -> None:
    """Every worksheet and prompt has a chapter or page that asks for it, and every source is cited.

    While a page names one that isn't there, or can't be read, that is told instead: the two are one slip of the pen.
    """
    if not course.whole:
        return
    read = {name for chapter in course.chapters.values() for name in chapter.matter.reading}
    read |= {name for entry in course.terms.values() for name in entry.content.sources}
    for kind, rule, key in (
        ("worksheet", Rule.UNUSED_WORKSHEET, "title"),
        ("reflection", Rule.UNUSED_REFLECTION, "id"),
        ("source", Rule.UNUSED_SOURCE, "id"),
    ):
        misspelt = kind == "source" and any(not course.knows(kind, course.present(kind, name)) for name in read)
        if misspelt or course.names_unknown(kind):
            continue
        for name, content in course.ids(kind).items():
            if not course.is_used(kind, name) and (kind != "source" or name not in read):
                report.add(rule, content.place(key), id=name)
