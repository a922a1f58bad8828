"""Rendering components: templates with autoescape, addresses from page to page, and ids that stay unique."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from ..model import Course
from ..model.course import GLOSSARY_PAGE, LITERATURE_PAGE, MODULES, REFLECTIONS_PAGE, WORKSHEETS
from ..pages.markdown import Heading
from ..pages.page import Page, html_of, way
from ..sharing import Share, compiled_in
from ..strings import Strings
from .addresses import number_addresses
from .bibliography import Bibliography

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Signs that no font has and no author types: Markdown takes them for a letter."""
_TOKEN = re.compile(f"<p>{_OPEN}(\\d+){_CLOSE}</p>|{_OPEN}(\\d+){_CLOSE}")


_TABLE = re.compile(r"<table>(.*?</table>)", re.S)
"""A table of Markdown; those of components have a class."""
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
_CELL = r' class="c-table__cell--\1"'
"""How Markdown aligns a cell, and how the site does, whose policy allows no styles in a page."""


class Rendering:
    """What one build needs to render: made once and passed on."""

    def __init__(self, course: Course, strings: Strings, bibliography: Bibliography) -> None:
        self.course, self.strings, self.bibliography = course, strings, bibliography
        self._pages: dict[str, PageRendering] = {}
        self.paths: dict[str, tuple[Any, ...]] = {}
        """What macros/path.py made of each moment."""
        self.bytecode = compiled_in(course.settings.shared)
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(Path(course.settings.overrides) / "components"),
            autoescape=True,
            auto_reload=False,
            bytecode_cache=self.bytecode,
            optimized=False,  # most are rendered a few times: reading them costs more than running them
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
        self._html: list[str] = []
        self._blocks: set[int] = set()
        self._unsearched: set[int] = set()

    @property
    def source(self) -> Page:
        """The page as its author wrote it."""
        return self.course.pages[self.uri]

    def render(self, component: str, **values: Any) -> str:
        """A component as a block of the page: a token that Markdown leaves alone, and `finish` gives its HTML for."""
        self._blocks.add(len(self._html))
        return f"\n\n{self.render_inline(component, **values)}\n\n"

    def render_elsewhere_found(self, component: str, **values: Any) -> str:
        """As `render`, for what search finds on a page of its own and not on this one."""
        self._unsearched.add(len(self._html))
        return self.render(component, **values)

    def found_elsewhere(self, make: Callable[[], str]) -> str:
        """What `make` renders, of which search finds nothing on this page."""
        first = len(self._html)
        made = make()
        self._unsearched |= set(range(first, len(self._html)))
        return made

    def render_inline(self, component: str, follows_from: object = None, **values: Any) -> str:
        """A component inside a sentence, as `render` does.

        Args:
            component: the name of its template.
            follows_from: all that its HTML on this page follows from, as JSON has it; editions in which that is the
                same then share it.
            values: what the template is given.
        """
        share = Share(self.course.settings.shared if follows_from else None, component, self.uri, follows_from)
        html: str = share.value(lambda: self.rendering.template(component).render(page=self, **values))
        self._html.append("\n".join(line.strip() for line in html.splitlines() if line.strip()))
        return f"{_OPEN}{len(self._html) - 1}{_CLOSE}"

    def finish(self, html: str, search: bool = False) -> str:
        """The page's HTML, as Markdown made it, with each token replaced by its component.

        Args:
            html: what Markdown made.
            search: leave out what search finds elsewhere.
        """

        def component(found: re.Match[str]) -> str:
            number = int(found[1] or found[2])
            html = "" if search and number in self._unsearched else self._html[number]
            return f"<p>{html}</p>" if found[1] and number not in self._blocks else html

        # On a phone a table may be wider than the screen, and who has no finger to move it must reach it to do so.
        label = escape(self.t("site.table"))
        table = f'<div class="c-table" role="group" tabindex="0" aria-label="{label}"><table class="c-table__table">'

        html = _TABLE.sub(lambda found: f"{table}{_ALIGNED.sub(_CELL, found[1])}</div>", html)
        return self._with_addresses(_TOKEN.sub(component, html))

    def _with_addresses(self, html: str) -> str:
        html, addresses = number_addresses(html)
        if not addresses:
            return html
        return f"{html}\n{self.rendering.template('addresses').render(addresses=addresses)}"

    def url(self, uri: str, anchor: str = "") -> str:
        """The address of the page at `uri` from this one."""
        path = way(posixpath.dirname(self.uri), html_of(uri))
        if uri == self.uri and anchor:
            path = ""
        return f"{path}#{anchor}" if anchor else path

    def title_of(self, uri: str) -> str:
        """The title of the page at `uri`."""
        return str(self.course.pages[uri].front.data["title"])

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

    def duration(self, count: int) -> str:
        """A number of minutes in words, in hours where it is long."""
        hours, minutes = divmod(count, 60)
        if count < 120:
            return self.minutes(count)
        words = [self.t("site.hours", count=hours), *([self.minutes(minutes)] if minutes else [])]
        return join(words, self.t)

    def moment_title(self, name: str) -> str:
        """The title of a moment."""
        return self.course.moments[name].title

    def module_colour(self, name: str) -> int:
        """Which of the three colours of modules this one has."""
        names = [module.id for module in self.course.outline.modules] if self.course.outline else []
        return names.index(name) % 3 + 1

    def unique_id(self, name: str) -> str:
        """An id for an element: `name`, and from the second time on this page a number after it."""
        self.counts[name] += 1
        return numbered(name, self.counts[name])

    def anchor(self, name: str) -> str:
        """The attribute by which a link finds something; none where a heading or an earlier one has this id already."""
        return Markup(' id="{}"').format(name) if self._claim(name) == 1 else Markup()

    def _claim(self, name: str) -> int:
        """How many on this page, with this one and the author's own headings, would have `name` for their id."""
        key = f"anchor:{name}"
        self.counts[key] += 1 if key in self.counts or name not in self.source.outline.ids else 2
        return self.counts[key]

    def heading(self, level: int, text: str, name: str) -> str:
        """A heading in Markdown, of a text that is no Markdown; `name` is its id, with a number where that is taken."""
        words = re.sub(r"([\\`*_{}\[\]()#+.!|~^-])", r"\\\1", str(escape(text)))
        return f"{'#' * level} {words} {{#{numbered(name, self._claim(name))}}}"

    def next_level(self, macro: str, name: str = "") -> int:
        """The heading level for what this call of a macro makes: one below the heading that it stands under."""
        key = f"level:{macro}:{name}"
        shown = [call for call in self.source.calls if self.course.shows(call.for_trainers)]
        calls = [call for call in shown if call.name == macro and call.arguments.get("id", "") == name]
        index = self.counts[key]
        self.counts[key] += 1
        if index >= len(calls):
            return 2
        offset = calls[index].offset - self.source.body_start
        before = [heading for heading in self._headings if heading.offset < offset]
        return min(before[-1].level + 1 if before else 2, 6)

    @cached_property
    def _headings(self) -> tuple[Heading, ...]:
        return self.source.outline.headings


def numbered(name: str, number: int) -> str:
    """The id of the so many-th of a name; no author's id holds a tilde, so none is taken for another."""
    return name if number == 1 else f"{name}~{number}"


def join(words: list[str], strings: Strings) -> str:
    """Words in a row: `a, b en c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {strings('site.and')} {words[-1]}"
