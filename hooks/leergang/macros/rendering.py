"""Rendering components: templates with autoescape, addresses from page to page, and ids that stay unique."""

import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..model import Course
from ..model.course import MODULES, WORKSHEETS
from ..pages.markdown import Heading
from ..pages.page import Page
from ..strings import Strings
from .bibliography import Bibliography

REFLECTIONS_PAGE = "tools/reflectievragen.md"
GLOSSARY_PAGE = "tools/begrippen.md"
LITERATURE_PAGE = "tools/literatuur.md"

_TAG = re.compile(r"(<[^>]*>)")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]^~|]")


class Rendering:
    """What one build needs to render: made once and passed on."""

    def __init__(self, course: Course, strings: Strings, bibliography: Bibliography) -> None:
        self.course, self.strings, self.bibliography = course, strings, bibliography
        self._pages: dict[str, PageRendering] = {}
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(Path(course.settings.overrides) / "components"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._templates.globals |= {"course": course, "t": strings}

    def page(self, uri: str) -> "PageRendering":
        """The rendering of the page at `uri`, the same each time."""
        return self._pages.setdefault(uri, PageRendering(self, uri))

    def template(self, name: str) -> jinja2.Template:
        """The template of a component."""
        return self._templates.get_template(f"{name}.html")


class PageRendering:
    """The rendering of one page: what has been placed on it so far."""

    def __init__(self, rendering: Rendering, uri: str) -> None:
        self.rendering, self.uri = rendering, uri
        self.course, self.t = rendering.course, rendering.strings
        self.counts: Counter[str] = Counter()

    @property
    def source(self) -> Page:
        """The page as its author wrote it."""
        return self.course.pages[self.uri]

    def render(self, component: str, **values: Any) -> Markup:
        """The HTML of a component, each line at column 0 and none empty, so that Markdown leaves it alone."""
        html = self.rendering.template(component).render(page=self, **values)
        return Markup("\n".join(line.strip() for line in html.splitlines() if line.strip()))  # noqa: S704 - rendered with autoescape

    def render_inline(self, component: str, **values: Any) -> Markup:
        """The HTML of a component inside a sentence, whose text Markdown must not read as Markdown."""
        parts = _TAG.split(self.render(component, **values).replace("\n", ""))
        safe = (
            part if part.startswith("<") else _MARKDOWN.sub(lambda sign: f"&#{ord(sign[0])};", part) for part in parts
        )
        return Markup("".join(safe))  # noqa: S704 - rendered with autoescape

    def url(self, uri: str, anchor: str = "") -> str:
        """The address of the page at `uri` from this one."""
        path = posixpath.relpath(f"{uri.removesuffix('.md')}.html", posixpath.dirname(self.uri) or ".")
        if uri == self.uri and anchor:
            path = ""
        return f"{path}#{anchor}" if anchor else path

    def chapter_url(self, name: str, anchor: str = "") -> str:
        """The address of a chapter."""
        return self.url(f"{MODULES}/{name}.md", anchor)

    def worksheet_url(self, name: str) -> str:
        """The address of a worksheet's own page."""
        return self.url(f"{WORKSHEETS}/{name}.md")

    def module_url(self, name: str) -> str:
        """The address of a module's overview."""
        return self.url(f"{MODULES}/{name}/index.md")

    def reflection_url(self, name: str) -> str:
        """Where a prompt stands in the list of prompts."""
        return self.url(REFLECTIONS_PAGE, name)

    def term_url(self, name: str) -> str:
        """Where a term stands in the glossary."""
        return self.url(GLOSSARY_PAGE, name)

    def source_url(self, name: str) -> str:
        """Where a source stands in the literature list."""
        return self.url(LITERATURE_PAGE, name)

    def minutes(self, count: int) -> str:
        """A number of minutes in words."""
        return self.t("site.minutes", count=count)

    def moment_title(self, name: str) -> str:
        """The title of a moment."""
        return self.course.moments[name].title

    def unique_id(self, name: str) -> str:
        """An id for an element: `name`, and from the second time on this page a number after it."""
        self.counts[name] += 1
        return name if self.counts[name] == 1 else f"{name}-{self.counts[name]}"

    def next_level(self, macro: str, name: str = "") -> int:
        """The heading level for what this call of a macro makes: one below the heading that it stands under."""
        key = f"level:{macro}:{name}"
        calls = [call for call in self.source.calls if call.name == macro and call.arguments.get("id", "") == name]
        index = self.counts[key]
        self.counts[key] += 1
        if index >= len(calls):
            return 2
        place = calls[index].place
        before = [heading for heading in self._headings if self.source.place(heading.offset) < place]
        return min(before[-1].level + 1 if before else 2, 6)

    @cached_property
    def _headings(self) -> tuple[Heading, ...]:
        return self.source.outline.headings

    def choose_moment(self, moments: tuple[str, ...], asked: str = "") -> str:
        """The moment that a worksheet or prompt is asked at on this page.

        The one that the author asks for, else the chapter's own when it is one of theirs, else their first.
        """
        if asked:
            return asked
        chapter = self.course.chapter_at(self.uri)
        if chapter and chapter.moment and chapter.moment.id in moments:
            return chapter.moment.id
        return moments[0]


def join(parts: Mapping[str, str] | list[str], strings: Strings) -> str:
    """Words in a row: `a, b en c`."""
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {strings('site.and')} {words[-1]}"
