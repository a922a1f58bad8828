"""HTML in pages, and Markdown that doesn't become what its author meant."""

import re
from collections.abc import Iterator

from ..diagnostics import Report, Rule
from ..model import Course
from ..model.anchors import generated
from ..pages.corners import broken_links, lost_shapes, uneven_rows, without_blank_line
from ..pages.html import Tag
from ..pages.page import Page

_ACTIVE = frozenset("script style iframe frame object embed applet base meta link form".split())
"""Elements that run, load or restyle something."""
_LOADING = ("src", "srcset", "poster", "data", "background", "href", "xlink:href")
_LINKING = frozenset({"a", "area"})
_OTHER_HOST = re.compile(r"\s*(?:https?:)?//", re.I)


def check_tags(course: Course, report: Report) -> None:
    """Every tag is closed, once."""
    for page in course.pages.values():
        html = page.outline.html
        for name, offset in html.unclosed:
            remark = report.strings("html.remark") if name == "!--" else ""
            reason = remark or report.strings("html.unclosed", name=name)
            report.add(Rule.UNCLOSED_TAG, page.place(offset), reason=reason)
        for name, offset in html.unopened:
            report.add(Rule.UNCLOSED_TAG, page.place(offset), reason=report.strings("html.unopened", name=name))


def check_ids(course: Course, report: Report) -> None:
    """No id is twice on a page, be it that a link then leads to the wrong place."""
    for page in course.pages.values():
        seen = dict.fromkeys(generated(course, page), 0) if page.outline.marked else {}
        for name, offset in page.outline.marked:
            if name in seen:
                report.add(Rule.DUPLICATE_ANCHOR, page.place(offset), id=name)
            seen[name] = offset
        _check_headings(page, {tag.attributes.get("id", "") for tag in page.outline.html.tags} - {""}, report)


def _check_headings(page: Page, in_html: set[str], report: Report) -> None:
    """Markdown gives a heading its id without a look at HTML."""
    for heading in page.outline.headings:
        if in_html and heading.id.rpartition("_")[0] in in_html:
            report.add(Rule.DUPLICATE_ANCHOR, page.place(heading.offset), id=heading.id.rpartition("_")[0])


def check_active(course: Course, report: Report) -> None:
    """A page holds no script, style or frame of its own: the site's policy stops them in every browser."""
    for page in course.pages.values():
        for tag in page.outline.html.tags:
            if what := _active(tag):
                report.add(Rule.ACTIVE_CONTENT, page.place(tag.offset), what=what)
        for link in page.outline.links:
            if _is_script(link.target) and page.outline.visible[link.offset : link.offset + 1] != "<":
                report.add(Rule.ACTIVE_CONTENT, page.place(link.offset), what="javascript:")


def _active(tag: Tag) -> str:
    """What makes a tag do something; empty where nothing does."""
    if tag.name in _ACTIVE:
        return f"<{tag.name}>"
    for key, value in tag.attributes.items():
        if key == "style" or key.startswith("on"):
            return f"{key}="
        if _is_script(value):
            return "javascript:"
    return ""


def _is_script(address: str) -> bool:
    return address.strip().lower().startswith("javascript:")


def check_foreign(course: Course, report: Report) -> None:
    """A page loads nothing from another site: a reader's browser would tell that site, and offline it is not there."""
    for page in course.pages.values():
        for target, offset in sorted(set(_loaded(page)), key=lambda pair: pair[1]):
            if _OTHER_HOST.match(target):
                report.add(Rule.FOREIGN_ADDRESS, page.place(offset), target=target.strip())


def _loaded(page: Page) -> Iterator[tuple[str, int]]:
    yield from ((link.target, link.offset) for link in page.outline.links if link.picture)
    for tag in page.outline.html.tags:
        if tag.name not in _LINKING and not _active(tag):
            found = [tag.attributes[key] for key in _LOADING if _OTHER_HOST.match(tag.attributes.get(key, ""))]
            yield from ((address, tag.offset) for address in found[:1])


def check_corners(course: Course, report: Report) -> None:
    """Links, lists, tables and code are written as Markdown reads them."""
    for page in course.pages.values():
        text = page.outline.visible
        if page.outline.open_code is not None:
            report.add(Rule.OPEN_CODE, page.place(page.outline.open_code))
        for offset in broken_links(text):
            report.add(Rule.BROKEN_LINK, page.place(offset))
        for what, offset in without_blank_line(text):
            report.add(Rule.MISSING_BLANK_LINE, page.place(offset), what=report.strings(f"markdown.{what}"))
        minded = report.minds(*page.source.files)  # it takes most of the time, and only warns
        for what, offset in lost_shapes(text, page.body) if minded else ():
            report.add(Rule.LOST_SHAPE, page.place(offset), reason=report.strings(f"markdown.{what}"))
        for offset, count, wanted in uneven_rows(text):
            report.add(Rule.TABLE_ROW, page.place(offset), count=count, wanted=wanted)
