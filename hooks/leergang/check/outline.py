"""docs/cursus.yml against the files there are."""

import re
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Place, Report, Rule, closest
from ..model import Course
from ..model.content import CHAPTER_ID
from ..model.course import MODULES
from ..pages.page import is_for_trainers
from ..pages.source import author_path


def _named(course: Course) -> dict[str, tuple[str, int, int]]:
    """Each chapter that the outline's modules name, with its module's id and both positions."""
    if course.outline is None:
        return {}
    named: dict[str, tuple[str, int, int]] = {}
    for number, module in enumerate(course.outline.modules):
        for index, name in enumerate(module.chapters):
            named.setdefault(name, (module.id, number, index))
    return named


def _meant(course: Course, names: Iterable[str]) -> set[str]:
    """The chapters that misspelt `names` stand for: about those enough is said where they are misspelt."""
    return {meant for name in names if not course.knows("chapter", name) and (meant := closest(name, course.chapters))}


def check_chapters_named(course: Course, report: Report) -> None:
    """Every chapter file is named by a module, once."""
    if course.outline is None or course.outline_place is None:
        return
    named = _named(course)
    told = _meant(course, named) | set(course.moved_by_hand or ())
    for name, chapter in course.chapters.items():
        if name not in named and name not in told and re.match(CHAPTER_ID, name):  # another name is told already
            path = chapter.page.source.path
            report.add(Rule.UNNAMED_CHAPTER, Place(path), id=name, advice=_where_to_name(course, path, report))
    listed = [(name, n, i) for n, module in enumerate(course.outline.modules) for i, name in enumerate(module.chapters)]
    for name, number, index in listed:
        if named[name][1:] != (number, index):
            place = course.outline_place("modules", number, "chapters", index)
            report.add(Rule.TWICE_LISTED, place, id=name, other=named[name][0])


def _where_to_name(course: Course, path: str, report: Report) -> str:
    """What the author of a chapter does to give it a place: a school can't write in the course's outline."""
    folder, outline = course.settings.school, course.outline_place
    if folder and course.is_own(path) and outline and not course.is_own(outline.document.path):
        return report.strings("layers.own-chapter", dir=author_path(folder))
    return report.strings("layers.name-chapter")


def check_chapters_found(course: Course, report: Report) -> None:
    """Every chapter that a module or a moment names has its file, in the module's folder."""
    if course.outline is None or course.outline_place is None:
        return
    for name, (module, number, index) in _named(course).items():
        place = course.outline_place("modules", number, "chapters", index)
        if not course.knows("chapter", name):
            path = author_path(course.settings.file(f"{MODULES}/{name}.md"))
            old, new = course.moved_by_hand or ("", "")
            hint = report.strings("outline.renamed", old=old, new=new) if name == old else ""
            suggest = None if hint else (name, course.chapters)
            report.add(Rule.MISSING_CHAPTER, place, id=name, path=path, hint=hint, suggest=suggest)
        elif not name.startswith(f"{module}/"):
            report.add(Rule.MISPLACED_CHAPTER, place, id=name, module=module)
    for number, moment in enumerate(course.outline.moments):
        for index, name in enumerate(moment.chapters):
            if not course.knows("chapter", name) and name not in _named(course):
                place = course.outline_place("moments", number, "chapters", index)
                report.add(Rule.UNKNOWN_CHAPTER, place, id=name, suggest=(name, course.chapters))


def check_chapters_placed(course: Course, report: Report) -> None:
    """Every chapter belongs to one moment."""
    if course.outline is None or course.outline_place is None:
        return
    first: dict[str, str] = {}
    for number, moment in enumerate(course.outline.moments):
        for index, name in enumerate(moment.chapters):
            if name in first:
                place = course.outline_place("moments", number, "chapters", index)
                report.add(Rule.TWICE_LISTED, place, id=name, other=first[name])
            first.setdefault(name, moment.id)
    placed = set(first) | _meant(course, set(first) - set(_named(course)))
    for name, (_, number, index) in _named(course).items():
        if name not in placed and name in course.chapters:
            report.add(Rule.UNPLACED_CHAPTER, course.outline_place("modules", number, "chapters", index), id=name)


def check_overviews(course: Course, report: Report) -> None:
    """Every module has an overview."""
    if course.outline is None or course.outline_place is None:
        return
    for number, module in enumerate(course.outline.modules):
        uri = f"{MODULES}/{module.id}/index.md"
        if uri not in course.pages and not course.knows_page(uri):
            path = author_path(course.settings.file(uri))
            report.add(Rule.MISSING_OVERVIEW, course.outline_place("modules", number, "id"), id=module.id, path=path)


def check_goals_covered(course: Course, report: Report) -> None:
    """Every goal is covered by a chapter and practised in a worksheet or a prompt."""
    if course.outline is None or course.outline_place is None:
        return
    covered = {goal for chapter in course.chapters.values() for goal in chapter.matter.goals}
    practised = {goal for sheet in course.worksheets.values() for goal in sheet.matter.goals}
    practised |= {goal for entry in course.reflections.values() for goal in entry.content.goals}
    hidden = {goal for goals in course.hidden.values() for goal in goals}
    for number, goal in enumerate(course.outline.goals):
        place = course.outline_place("goals", number, "id")
        if goal.id not in covered | hidden and not course.has_broken("chapter"):
            report.add(Rule.UNCOVERED_GOAL, place, id=goal.id)
        if goal.id not in practised and not course.has_broken("worksheet") and not course.has_broken("reflection"):
            report.add(Rule.UNPRACTISED_GOAL, place, id=goal.id)


def check_picture(course: Course, report: Report) -> None:
    """The picture that a message about the course shows is part of the site."""
    picture = course.outline.catalogue.picture if course.outline and course.outline.catalogue else None
    if picture is None or course.outline_place is None:
        return
    if ".." in picture.file.split("/") or not course.settings.file(picture.file).is_file():
        report.add(Rule.MISSING_PICTURE, course.outline_place("catalogue", "picture", "file"), target=picture.file)
    elif is_for_trainers(picture.file):
        report.add(Rule.TRAINERS_LINK, course.outline_place("catalogue", "picture", "file"), path=picture.file)


def check_nav_pages(course: Course, report: Report) -> None:
    """Every page that mkdocs.yml names in its nav is there."""
    config = course.settings.config
    for uri in course.settings.nav_pages:
        there = uri in course.pages or uri in course.hidden or course.knows_page(uri)
        if uri.endswith(".md") and "://" not in uri and not there:
            place = _nav_place(config, uri)
            report.add(Rule.MISSING_PAGE, place, path=uri, suggest=(uri, course.pages))


def _nav_place(config: Path, uri: str) -> Place:
    """Where mkdocs.yml names a page: a value by itself, or behind a title."""
    item = re.compile(rf"^[\s-]*(?:[^#]*:\s+)?['\"]?({re.escape(uri)})['\"]?\s*(?:#.*)?$")
    for number, line in enumerate(config.read_text(encoding="utf-8").split("\n"), 1):
        if found := item.match(line):
            return Place(author_path(config), number, found.start(1) + 1)
    return Place(author_path(config))
