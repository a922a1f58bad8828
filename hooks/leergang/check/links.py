"""Headings, links and pictures of every page."""

import os
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Place, Report, Rule
from ..model import Course
from ..model.anchors import anchors
from ..model.course import GLOSSARY_PAGE, LITERATURE_PAGE, MODULES, REFLECTIONS_PAGE
from ..model.picture import ENOUGH, is_shown
from ..pages.markdown import Link
from ..pages.page import Page, is_for_trainers, resolved, way
from ..pages.prose import trainer_spans
from ..pages.source import author_path
from ..settings import is_leftover

MOST = 500_000
"""Bytes: with a slow telephone a reader waits seconds for more."""
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.I)
_OWN_FILE = re.compile(r"(?:file:|[a-z]:[\\/])", re.I)
_OWN_SITE = re.compile(r"(?:https?:)?//(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?=[:/?#]|$)", re.I)
"""What only the author's own computer has: its disk, and the preview."""


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
            if not link.target:
                hint = report.strings("links.empty")
                report.add(_missing(link), page.place(link.offset), target="", hint=hint)
            elif _OWN_FILE.match(link.target) or (_OWN_SITE.match(link.target) and not link.picture):  # told as foreign
                _tell_own(course, report, page, link)
            elif "{{" not in link.target and not _ELSEWHERE.match(link.target):
                _check_target(course, report, page, link)


def _missing(link: Link) -> Rule:
    return Rule.MISSING_PICTURE if link.picture else Rule.DEAD_LINK


def _tell_own(course: Course, report: Report, page: Page, link: Link) -> None:
    """An address on the author's own computer, with the page that it ends like, where there is one such page."""
    path, sign, anchor = link.target.partition("#")
    parts = re.split(r"[\\/]+", unquote(path.partition("?")[0]))
    parts[-1] = re.sub(r"\.html$", ".md", parts[-1])
    known = _linkable(course, page)
    for start in range(len(parts)) if parts[-1] else ():
        tail = "/".join(parts[start:])
        found = [tail] if tail in known else [uri for uri in known if uri.endswith(f"/{tail}")]
        if len(found) == 1:
            meant = [way(posixpath.dirname(page.uri), found[0]) + sign + anchor]
            break
    else:
        meant = []
    hint = report.strings("links.own-picture") if link.picture else report.strings("links.own-computer")
    place, suggest = page.place(link.offset), (meant[0], meant) if meant else None
    report.add(_missing(link), place, target=link.target, hint=hint, suggest=suggest)


def _linkable(course: Course, page: Page) -> list[str]:
    """The pages that this one may lead to."""
    return [uri for uri in course.pages if page.for_trainers or not is_for_trainers(uri)]


def _check_target(course: Course, report: Report, page: Page, link: Link) -> None:
    path, _, anchor = link.target.partition("#")
    uri = resolved(page.uri, path)
    path = unquote(path.partition("?")[0])
    folder = posixpath.dirname(page.uri)
    place = page.place(link.offset)
    if path.startswith("/") or (uri not in course.pages and not _is_file(course, uri) and not course.knows_page(uri)):
        if course.moved_by_hand and uri == f"{MODULES}/{course.moved_by_hand[0]}.md":
            return  # told where the outline names it
        known = _linkable(course, page)
        near = [way(folder, other) for other in known]
        suggest = (path, near)
        if (present := course.present_page(uri)) in known:  # it was called so
            suggest = (way(folder, present), near)
        report.add(_missing(link), place, target=path, suggest=None if link.picture else suggest)
    elif is_for_trainers(uri) and not any(start <= link.offset < end for start, end in trainer_spans(page)):
        report.add(Rule.TRAINERS_LINK, place, path=uri)
    elif (
        anchor
        and uri in course.pages
        and course.pages[uri].whole
        and not course.knows_page(uri)
        and anchor not in (ids := anchors(course, course.pages[uri]))
    ):
        target = course.pages[uri].source
        theirs = not course.is_own(place.path) and (own := next(filter(course.is_own, target.files), ""))
        where = Place(own) if theirs else place  # a school can't change the link, but what it leads to
        report.add(Rule.DEAD_ANCHOR, where, anchor=anchor, path=uri, suggest=(anchor, sorted(ids)))


def _is_file(course: Course, uri: str) -> bool:
    """Whether the site has this file; a text that can't be the name of one is none."""
    kept_out = uri.startswith(("../", "/")) or uri in course.unpublished or is_leftover(Path(uri))
    try:
        return not kept_out and course.settings.file(uri).is_file()
    except OSError:  # it is too long
        return False


def check_pictures(course: Course, report: Report) -> None:
    """Every browser shows the pictures of a page, and soon; told where the first page names one."""
    told: set[str] = set()
    for page in course.pages.values():
        for link in page.outline.links:
            if not link.picture or not link.target or _ELSEWHERE.match(link.target):
                continue
            uri = resolved(page.uri, link.target.partition("#")[0])
            if uri in told or not _is_file(course, uri):
                continue
            told.add(uri)
            with course.settings.file(uri).open("rb") as file:
                start, size = file.read(ENOUGH), os.fstat(file.fileno()).st_size
            if not is_shown(uri, start):
                report.add(Rule.UNSHOWN_PICTURE, page.place(link.offset), target=link.target)
            elif size > MOST:
                place, most = page.place(link.offset), MOST // 1000
                report.add(Rule.HEAVY_PICTURE, place, target=link.target, size=size // 1000, most=most)


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
