"""Headings, links and pictures of every page."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Place, Report, Rule
from ..model import Course
from ..model.anchors import anchors
from ..model.course import GLOSSARY_PAGE, LITERATURE_PAGE, REFLECTIONS_PAGE
from ..pages.markdown import Link
from ..pages.page import Page, is_for_trainers, way
from ..pages.prose import trainer_spans
from ..pages.source import author_path
from ..settings import is_leftover

_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)


def check_headings(course: Course, report: Report) -> None:
    """A page has no heading of level 1 of its own, and no level is skipped."""
    for page in course.pages.values():
        level = 1
        for heading in page.outline.headings:
            place = page.place(heading.offset)
            if heading.level == 1:
                report.add(Rule.SECOND_TITLE, place, text=heading.text)
            elif heading.level > level + 1:
                report.add(Rule.HEADING_SKIP, place, text=heading.text, level=heading.level, before=level)
            level = heading.level


def check_words(course: Course, report: Report) -> None:
    """A heading, and the text of a link or picture, holds no macro: its link or explanation has no place there."""
    for page in course.pages.values():
        words = [(part.text, part.offset) for part in page.outline.headings]
        words += [(part.text, part.offset) for part in page.outline.links]
        for text, offset in words:
            if "{{" in text or "{%" in text:
                report.add(Rule.MACRO_IN_WORDS, page.place(offset))


def check_links(course: Course, report: Report) -> None:
    """Links and pictures lead to something, and pictures have a text in their place."""
    for page in course.pages.values():
        for link in page.outline.links:
            if link.picture and not link.text.strip():
                report.add(Rule.PICTURE_WITHOUT_TEXT, page.place(link.offset), target=link.target)
            if link.target and "{{" not in link.target and not _ELSEWHERE.match(link.target):
                _check_target(course, report, page, link)


def _check_target(course: Course, report: Report, page: Page, link: Link) -> None:
    path, _, anchor = link.target.partition("#")
    path = unquote(path.partition("?")[0])
    folder = posixpath.dirname(page.uri)
    uri = posixpath.normpath(posixpath.join(folder, path)) if path else page.uri
    place = page.place(link.offset)
    if path.startswith("/") or (uri not in course.pages and not _is_file(course, uri) and not course.knows_page(uri)):
        rule = Rule.MISSING_PICTURE if link.picture else Rule.DEAD_LINK
        near = [way(folder, known) for known in course.pages if page.for_trainers or not is_for_trainers(known)]
        report.add(rule, place, target=path, suggest=None if link.picture else (path, near))
    elif is_for_trainers(uri) and not any(start <= link.offset < end for start, end in trainer_spans(page)):
        report.add(Rule.TRAINERS_LINK, place, path=uri)
    elif (
        anchor
        and uri in course.pages
        and course.pages[uri].whole
        and not course.knows_page(uri)
        and anchor not in (known := anchors(course, course.pages[uri]))
    ):
        target = course.pages[uri].source
        theirs = not course.is_own(place.path) and (own := next(filter(course.is_own, target.files), ""))
        where = Place(own) if theirs else place  # a school can't change the link, but what it leads to
        report.add(Rule.DEAD_ANCHOR, where, anchor=anchor, path=uri, suggest=(anchor, sorted(known)))


def _is_file(course: Course, uri: str) -> bool:
    return (
        not (uri.startswith("../") or uri in course.unpublished or is_leftover(Path(uri)))
        and course.settings.file(uri).is_file()
    )


_LEADS_TO = {
    "term": GLOSSARY_PAGE,
    "cite": LITERATURE_PAGE,
    "goals": REFLECTIONS_PAGE,
    "programme": REFLECTIONS_PAGE,
}
"""Macros whose components lead to a page that the course may not have."""


def check_component_links(course: Course, report: Report) -> None:
    """A page that components lead to is there; where it isn't, the first macro that needs it tells."""
    told: set[str] = set()
    for page in course.pages.values():
        for call in page.calls:
            uri = _LEADS_TO.get(call.name, "")
            needed = uri and (uri != REFLECTIONS_PAGE or course.reflections)
            if needed and uri not in told and uri not in course.pages and not course.knows_page(uri):
                told.add(uri)
                path = author_path(course.settings.file(uri))
                report.add(Rule.MISSING_TARGET, call.place, macro=call.name, path=path)
