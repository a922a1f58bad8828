"""Headings, links and pictures of every page."""

import posixpath
import re
from urllib.parse import unquote

from ..diagnostics import Report, Rule
from ..model import Course
from ..model.course import DATA_FILES, GENERATED_ANCHORS
from ..pages.markdown import Link
from ..pages.page import Page

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
        near = [posixpath.relpath(known, folder or ".") for known in course.pages]
        report.add(rule, place, target=path, suggest=None if link.picture else (path, near))
    elif (
        anchor
        and uri in course.pages
        and not course.knows_page(uri)
        and anchor not in (known := _anchors(course, course.pages[uri]))
    ):
        report.add(Rule.DEAD_ANCHOR, place, anchor=anchor, path=uri, suggest=(anchor, sorted(known)))


def _is_file(course: Course, uri: str) -> bool:
    return not uri.startswith("../") and uri not in DATA_FILES and (course.settings.docs / uri).is_file()


def _anchors(course: Course, page: Page) -> set[str]:
    """The ids of a page: its headings, and what its macros make."""
    made = {name for call in page.calls for name in course.ids_made_by(call.name)}
    return made | page.outline.ids | (GENERATED_ANCHORS if course.chapter_at(page.uri) else set())
