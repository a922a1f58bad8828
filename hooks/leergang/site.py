"""What the engine asks of a course, in plain values: its navigation, what each page gains, and its old addresses."""

import json
import os
import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from .check import check_course
from .diagnostics import Diagnostic, Report, render_text
from .host import page_links
from .look import STYLESHEET, gaps, look_files, look_foot, look_import, look_name, look_style
from .macros import Rendering
from .macros.course import render_chapter
from .macros.literature import make_bibliography
from .macros.worksheet import render_own_form, render_own_header
from .manifest import ADDRESS, render_manifest
from .metadata import LOM, SECURITY, SITEMAP, read_head, render_lom, render_security, render_sitemap
from .model import Course, load_course
from .model.content import PageMatter, Searching, schema_text
from .model.course import MODULES, ROOTS, WORKSHEETS
from .pages.page import TRAINERS, html_of, way
from .pages.source import author_path
from .search import Analyser, Document, Section, load_analyser, read_sections, render_index
from .settings import STRICT_VARIABLE, load_settings
from .sharing import Share
from .strings import Strings, load_strings

MODULES_ITEM = f"{MODULES}/*"
WORKSHEETS_ITEM = f"{WORKSHEETS}/*"
TRAINERS_ITEM = f"{TRAINERS}/*"
SEARCH_INDEX = "search/index.js"
DAY_RUNNER = "assets/javascripts/day-runner.js"
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Where Material's own search is."""
MAP = ".map"
"""How a file's name ends that is for who develops Material."""


@dataclass(frozen=True)
class Site:
    """A course that is being built."""

    course: Course
    strings: Strings
    rendering: Rendering
    failed: bool
    messages: str
    diagnostics: list[Diagnostic]

    _fragments: dict[tuple[str, ...], str] = field(default_factory=dict)
    _folders: dict[str, list[str]] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)

    @property
    def moment_titles(self) -> dict[str, str]:
        """The titles of moments by id, for scripts to say."""
        return {name: moment.title for name, moment in self.course.moments.items()}

    @property
    def gap_words(self) -> dict[str, Any]:
        """What scripts say before a long time without a meeting, and after which moments; nothing without dates."""
        after = gaps(self.course)
        return {"says": self.strings("gap.says"), "after": after} if after else {}

    def navigation(self, nav: Any) -> Any:
        """`nav` of mkdocs.yml with its placeholders filled in, `modules/*`, `tools/werkbladen/*` and `trainers/*`.

        What this edition has no pages for is left out. Pages that a school adds, and `nav` doesn't name, are the last.
        """
        filled, school = self._filled(nav), self.course.school
        own = self._pages_of_school(set(_pages_in(filled))) if school and isinstance(filled, list) else []
        return [*filled, {str(escape(school.file.name)): own}] if school and own else filled

    def _pages_of_school(self, named: set[str]) -> list[str]:
        """The pages of the school's that aren't named yet; the overview of a folder before what else is in it."""
        files = self.files_of_school()
        added = [uri for uri in files if uri in self.course.pages and self.course.has_page(uri) and uri not in named]
        return sorted(added, key=lambda uri: (posixpath.dirname(uri), posixpath.basename(uri) != "index.md", uri))

    def _filled(self, nav: Any) -> Any:
        if isinstance(nav, dict):
            return {title: self._filled(items) for title, items in nav.items()}
        if not isinstance(nav, list):
            return nav
        filled: list[Any] = []
        for item in nav:
            if item == MODULES_ITEM:
                filled += self._module_items()
            elif item == WORKSHEETS_ITEM:
                filled += [f"{WORKSHEETS}/{name}.md" for name in self.course.worksheets]
            elif item == TRAINERS_ITEM:
                filled += self._trainers_pages()
            elif self._is_shown(found := self._filled(item)):
                filled.append(found)
        return filled

    def _is_shown(self, item: Any) -> bool:
        """Whether this edition has any page of an item of the navigation."""
        if isinstance(item, dict):
            return any(self._is_shown(part) for part in item.values())
        if isinstance(item, list):
            return any(self._is_shown(part) for part in item)
        return self.course.has_page(str(item))

    def _trainers_pages(self) -> list[str]:
        """The pages for trainers, in this edition if it has them: the first, those of days in their order, the rest."""
        days = list(self.course.moments)

        def order(uri: str) -> tuple[bool, int, str]:
            shown = [call.arguments["moment"] for call in self.course.pages[uri].calls if call.name == "dayplan"]
            return uri != f"{TRAINERS}/index.md", min(map(days.index, shown), default=len(days)), uri

        found = (uri for uri, page in self.course.pages.items() if page.for_trainers and self.course.has_page(uri))
        return sorted(found, key=order)

    def left_out(self, uris: Collection[str]) -> list[str]:
        """Of the files at `uris`, those that this edition has not, that only feed the model, or that nothing uses."""
        found = {*self.course.unpublished, *([] if self.course.has_page(TRAINERS_ITEM) else [DAY_RUNNER])}
        found |= set() if self.course.school else {STYLESHEET}
        found |= {uri for uri in uris if uri.startswith(UNUSED) or uri.endswith(MAP) or not self.course.has_page(uri)}
        return [uri for uri in uris if uri in found]

    def files_of_school(self) -> dict[str, Path]:
        """Each file below docs/ that comes from the school's folder, and where it is.

        A page of the course's with blocks of the school's is still the course's file; its body says the rest.
        """
        docs, *below = self.course.settings.layers
        if not below:
            return {}
        found = {uri: path for uri, path in self.course.settings.files("*").items() if path.is_relative_to(docs)}
        sources = {uri: page.source.path for uri, page in self.course.pages.items()}
        return {
            uri: path
            for uri, path in found.items()
            if path.is_file() and sources.get(uri, author_path(path)) == author_path(path)
        }

    def look_files(self) -> Iterator[tuple[str, str | bytes]]:
        """The address and content of each file of the school's look: its logo, and its dates for a calendar."""
        return look_files(self.course, self.strings)

    @property
    def look(self) -> tuple[str, str]:
        """The import of a school's part in the stylesheet, and the rules of its colours; empty where there is none."""
        return look_import(self.course), look_style(self.course)

    def name(self, name: str) -> str:
        """The name of the site, with the school's if it is one's edition."""
        return look_name(self.course, name)

    def foot(self, foot: str) -> str:
        """What stands at the foot of each page, as HTML, with the school before it."""
        return look_foot(self.course, foot)

    def _module_items(self) -> Iterator[dict[str, list[str]]]:
        for module in self.course.outline.modules if self.course.outline else ():
            chapters = [f"{MODULES}/{name}.md" for name in module.chapters]
            yield {str(escape(module.title)): [f"{MODULES}/{module.id}/index.md", *chapters]}

    def engine_keys(self, uri: str) -> dict[str, Any]:
        """The part of a page's front matter that is the engine's; the model has the rest.

        The engine takes `title: No` for no title, and its templates escape no text: texts are those of the model.
        """
        front = self.course.pages[uri].front.data
        kept = {key: value for key, value in front.items() if key in PageMatter.ENGINE_KEYS}
        texts = {key: str(escape(front[key])) for key in ("title", "description") if front.get(key)}
        # macros render titles too; what is known to be escaped, the theme's own `| e` leaves as it is
        return kept | {key: Markup(text.replace("{", "&#123;")) for key, text in texts.items()}  # noqa: S704

    def body(self, uri: str) -> str:
        """The page's Markdown as its author wrote it; the engine takes front matter at a file's end for text."""
        return self.course.pages[uri].body

    def complete(self, uri: str, markdown: str) -> str:
        """The page's Markdown with what follows from its front matter."""
        page = self.rendering.page(uri)
        if chapter := self.course.chapter_at(uri):
            return render_chapter(page, chapter, markdown)
        if worksheet := self.course.worksheet_at(uri):
            return "\n\n".join([render_own_header(page, worksheet), markdown, render_own_form(page, worksheet)])
        return markdown

    def finish(self, uri: str, html: str) -> str:
        """The page's HTML with its components in it."""
        return self.rendering.page(uri).finish(html)

    def manifest(self) -> Iterator[tuple[str, str]]:
        """The address and text of what a phone needs to put the course on its home screen, if it may be kept there."""
        settings, outline = self.course.settings, self.course.outline
        if settings.offline and outline:
            tokens = (settings.overrides / "assets/stylesheets/tokens.css").read_text(encoding="utf-8")
            colours = look_style(self.course) + tokens  # the first of each counts
            yield ADDRESS, render_manifest(outline.title, outline.description or "", settings.language, colours)

    def answers_schema(self) -> tuple[str, str]:
        """The address and text of what tells others what is in a file of answers."""
        from .model.answers import AnswersFile  # imported when asked for: nothing else has a use for it

        share = Share(self.course.settings.shared, "answers", "")
        return "answers.schema.json", str(share.value(lambda: schema_text(AnswersFile)))

    def search_index(self, pages: Iterable[tuple[str, str]]) -> tuple[str, str]:
        """The address and text of what the search box looks in.

        Args:
            pages: the path of each page below docs/, with its HTML as Markdown made it.
        """
        language, shared = self.course.settings.language, self.course.settings.shared
        stems = Share(shared, "stems", language)
        analyser = load_analyser(language, json.loads(known) if (known := stems.read()) else None)
        documents = [document for uri, content in pages for document in self._documents(uri, content, analyser)]
        names = [(entry.content.term, *entry.content.also) for entry in self.course.terms.values()]
        index = render_index(documents, [*names, *self.course.synonyms], analyser, self.strings.section("search"))
        if shared and not known:
            stems.write(json.dumps(analyser.known))
        return SEARCH_INDEX, index

    def _documents(self, uri: str, content: str, analyser: Analyser) -> Iterator[Document]:
        """A page as search finds it, and each item on it that is found by itself."""
        front = self.course.pages[uri].front.data
        searching = Searching.model_validate(front.get("search") or {})
        if searching.exclude:
            return
        url = html_of(uri)
        sections = self._sections(self.rendering.page(uri).finish(content, search=True), analyser)
        kind = "chapter" if self.course.chapter_at(uri) else "worksheet" if self.course.worksheet_at(uri) else "page"
        text = f"{front.get('description') or ''} {sections[0].text}".strip()
        lead = sections[0]._replace(text=text, words=analyser.count(text))
        rest = [section for section in sections[1:] if not section.kind]
        yield Document(kind, url, str(front["title"]), [lead, *rest], searching.boost)
        for section in sections:
            if section.kind:
                yield Document(section.kind, url, section.heading, [section._replace(heading="")])

    def _sections(self, page: str, analyser: Analyser) -> list[Section]:
        """The sections of a page, with their words counted."""

        def count() -> list[Section]:
            return [section._replace(words=analyser.count(section.text)) for section in read_sections(page)]

        share = Share(self.course.settings.shared, "sections", page)
        return [Section(*parts) for parts in share.value(count)]

    def head(self, uri: str) -> str:
        """What the head of the page at `uri` says about it."""
        return self.rendering.template("head").render(head=read_head(self.course, uri, self.strings))

    def page_links(self, uri: str) -> str:
        """What stands at the end of the page at `uri`: links to change it and to say what is wrong with it, if any."""
        title = str(self.course.pages[uri].front.data["title"])
        settings, own = self.course.settings, self.course.is_own(self.course.pages[uri].source.path)
        settings = replace(settings, repo_url="") if own else settings  # a school's own page isn't there
        links = page_links(settings, self.strings, uri, title, html_of(uri))
        return self.rendering.template("page-links").render(links=links, strings=self.strings) if any(links) else ""

    def for_others(self, uris: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The address and text of each file by which search engines and catalogues find the pages at `uris`."""
        catalogue = self.course.outline.catalogue if self.course.outline else None
        if self.course.settings.site_url:
            yield SITEMAP, render_sitemap(self.course.settings, uris)
        if catalogue:
            yield LOM, render_lom(self.course, catalogue)
        if self.course.school and (said := self.course.school.file.security):
            languages = (self.course.settings.language, "en")
            address = self.course.settings.site_url
            yield SECURITY, render_security(said.contact, said.expires, said.policy, languages, address)

    def rendered_once(self, item: Any, page: Any, path: str, render: Callable[[Any, str, int], str]) -> str:
        """The HTML of a top-level item of the navigation, made once for all pages on which it is the same.

        That is, on every page outside the item from which the way to each of its folders is the same.
        """
        if page is None:
            return render(item, path, 1)
        if item.active:
            return self._shared_item(item, [page.url, *_told_of_toc(page)], path, render)
        here = posixpath.dirname(page.url)
        if path not in self._folders:
            self._folders[path] = sorted(_folders_of(item))
        key = (path, *(way(here, folder) for folder in self._folders[path]))
        if key not in self._fragments:
            self._fragments[key] = self._shared_item(item, list(key), path, render)
        return self._fragments[key]

    def _shared_item(self, item: Any, shown: list[str], path: str, render: Callable[[Any, str, int], str]) -> str:
        """The HTML of an item, made once for all editions in which all of it has the same titles and addresses.

        Args:
            item: of the navigation, as the theme renders it.
            shown: what else its HTML follows from.
            path: the ids in it begin so.
            render: the theme's own macro.
        """
        if path not in self._told:
            self._told[path] = json.dumps(_told_of(item))
        share = Share(self.course.settings.shared, "navigation", self._told[path], [path, shown])
        return str(share.value(lambda: str(render(item, path, 1))))

    def redirects(self) -> Iterator[tuple[str, str]]:
        """For each address that a page had once: that address, and a page that leads on."""
        for kind, root in ROOTS.items():
            for old, present in self.course.former.get(kind, {}).items():
                if not self.course.has_page(f"{root}{present}.md"):
                    continue
                here, there = f"{root}{old}.html", f"{root}{present}.html"
                target = way(posixpath.dirname(here), there)
                title = self.course.pages[f"{root}{present}.md"].front.data["title"]
                yield here, str(self.rendering.template("redirect").render(target=target, title=title))


def _pages_in(nav: Any) -> Iterator[str]:
    """Every page that a navigation names."""
    if isinstance(nav, (dict, list)):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _pages_in(part)
    else:
        yield str(nav)


def _told_of(item: Any) -> list[Any]:
    """What the theme shows of an item of the navigation, whichever page it is shown on."""
    meta = getattr(item, "meta", None) or {}
    marks = [str(meta.get(key, "")) for key in ("icon", "status", "subtitle")]
    shown = [str(item.title), getattr(item, "url", None), getattr(item, "is_index", False), *marks]
    return [*shown, [_told_of(child) for child in item.children or ()]]


def _told_of_toc(page: Any) -> tuple[str, str]:
    """What the theme shows of a page's own contents in the navigation."""
    return str(page.toc), str([heading.level for heading in page.toc])


def _folders_of(item: Any) -> set[str]:
    """The folders of all pages below an item of the navigation."""
    if item.children:
        return {folder for child in item.children for folder in _folders_of(child)}
    return {posixpath.dirname(item.url) or "."}


def load_site(config: Path, strict: bool = False) -> Site:
    """Load and check the course that `config` describes; pandoc starts on its literature meanwhile.

    Raises:
        SettingsError: `config` can't be used.
    """
    settings = load_settings(Path(os.path.relpath(config)))
    settings.check_school()
    strings = load_strings(settings.language)
    report = Report(strings)
    course = load_course(settings, report)
    bibliography = make_bibliography(course, strings)
    check_course(course, report)
    strict = os.environ.get(STRICT_VARIABLE, str(int(strict))) == "1"
    found = report.diagnostics()
    messages = render_text(report, strict) if found else ""
    return Site(course, strings, Rendering(course, strings, bibliography), report.failed(strict), messages, found)
