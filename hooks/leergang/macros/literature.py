"""`literature` and `cite`: the list of sources, and citations in the text that lead to it and back."""

from dataclasses import dataclass

from markupsafe import Markup

from ..model import Course
from ..model.course import Chapter
from ..strings import Strings
from .bibliography import Bibliography
from .rendering import PageRendering, numbered


@dataclass(frozen=True)
class Citing:
    """A page that cites a source, with the anchor of each citation."""

    title: str
    url: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """A source in a list."""

    id: str
    html: Markup
    note: str | None
    citing: tuple[Citing, ...]


def make_bibliography(course: Course, strings: Strings) -> Bibliography:
    """The bibliography of a course, with every citation that its pages ask for."""
    cited = [
        (course.present("source", call.arguments["id"]), call.arguments.get("page", ""))
        for page in course.pages.values()
        for call in page.calls
        if call.name == "cite"
    ]
    items = [
        entry.content.model_dump(by_alias=True, exclude_none=True, exclude_unset=True, mode="json")
        for entry in course.sources.values()
    ]
    return Bibliography(items, cited, strings.language, course.settings.shared)


def cite(here: PageRendering, id: str, page: str | int = "") -> str:
    """A citation in the text, as a link to its source."""
    name = here.course.present("source", id)
    html = here.rendering.bibliography.citation(name, str(page))
    return here.render_inline("citation", id=name, anchor=here.unique_id(f"cite-{name}"), citation=html)


def literature(page: PageRendering, chapter: str = "") -> str:
    """The list of all sources, or of those that one chapter uses."""
    if not chapter:
        return page.render("literature", sources=_listed(page, list(page.rendering.bibliography.entries)), own=True)
    found = page.course.chapters[page.course.present("chapter", chapter)]
    sources = _listed(page, page.course.sources_of(found), found)
    return page.render_elsewhere_found("literature", sources=sources, own=False)


def _listed(page: PageRendering, names: list[str], only: Chapter | None = None) -> list[Listed]:
    return [
        Listed(name, html, page.course.sources[name].content.note, _citing(page, name, only))
        for name, html in page.rendering.bibliography.entries.items()
        if name in names
    ]


def _citing(page: PageRendering, name: str, only: Chapter | None) -> tuple[Citing, ...]:
    counts: dict[str, int] = {}
    for use in page.course.uses("source", name):
        if use.macro == "cite" and (only is None or use.page.uri == only.page.uri):
            counts[use.page.uri] = counts.get(use.page.uri, 0) + 1
    return tuple(
        Citing(
            str(page.course.pages[uri].front.data.get("title", uri)),
            page.url(uri, f"cite-{name}"),
            tuple(page.url(uri, numbered(f"cite-{name}", number)) for number in range(1, count + 1)),
        )
        for uri, count in counts.items()
    )
