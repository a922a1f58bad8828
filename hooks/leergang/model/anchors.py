"""What a link may name on a page: its own headings, and what the generator adds."""

from ..diagnostics import Rule
from ..pages.page import Page
from .course import Course

TRAINER = "voor-de-trainer"
"""The id of a page's first block for trainers."""
KEYPOINTS, SOURCES, FORM = "kernpunten", "bronnen", "formulier"
"""The ids of headings that the generator adds: two to a chapter, one to a worksheet's own page."""

_KIND_OF = {
    "glossary": "term",
    "literature": "source",
    "reflections": "reflection",
    "goals": "goal",
    "programme": "moment",
    "workbook": "moment",
}
"""Macros that give each of a kind an anchor of its id, and of its earlier ones."""


def listed_kinds(page: Page) -> set[str]:
    """The kinds of which `page` gives each an anchor of its id."""
    return {kind for call in page.calls if (kind := _KIND_OF.get(call.name))}


def anchors(course: Course, page: Page) -> set[str]:
    """Every id on `page` that a link may name."""
    return generated(course, page) | page.outline.ids


def generated(course: Course, page: Page) -> set[str]:
    """The ids on `page` that its author doesn't write."""
    found: set[str] = set()
    for call in page.calls:
        if call.name == "rules":
            found |= {rule.value for rule in Rule}
        elif kind := _KIND_OF.get(call.name):
            found |= {*course.ids(kind), *course.former.get(kind, {})}
    if chapter := course.chapter_at(page.uri):
        found.add(KEYPOINTS)
        if course.sources_of(chapter):
            found.add(SOURCES)
    if course.worksheet_at(page.uri):
        found.add(FORM)
    return found
