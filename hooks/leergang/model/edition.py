"""How a school's edition differs from the course: pages made of both, and chapters that it hides or moves."""

import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Place, Report, Rule, is_below
from ..pages.blocks import is_page, read_tags, with_blocks
from ..pages.calls import CallReader
from ..pages.data import Sequence
from ..pages.language import MACROS, signs_of
from ..pages.markdown import link_markup
from ..pages.page import FRONT_MATTER, Page, read_page
from ..pages.source import Source, author_path, load_source, without
from ..settings import Settings, is_leftover
from .arrange import Plan, Sheet
from .course import MODULES, WORKSHEETS
from .worksheet import WorksheetMatter


def check_symbolic_links(folder: Path, report: Report) -> None:
    """Tell of each symbolic link in a school's folder: what it leads to may be anything on the computer that builds."""
    for root, folders, files in os.walk(folder):
        for name in sorted([*folders, *files]):
            path = Path(root, name)
            if path.is_symlink() and not is_leftover(path.relative_to(folder)):
                report.add(Rule.SYMBOLIC_LINK, Place(author_path(path)))


@dataclass(frozen=True)
class Edition:
    """A school's edition while its pages are read."""

    settings: Settings
    plan: Plan
    reader: CallReader
    report: Report

    @property
    def gone(self) -> frozenset[str]:
        """The pages that it hides, by their paths below docs/."""
        chapters = {f"{MODULES}/{name}.md" for name in self.plan.hidden}
        return frozenset(chapters | {f"{MODULES}/{name}/index.md" for name in self.plan.modules})

    def page(self, path: Path, uri: str, known: Iterable[str]) -> Page | None:
        """The page at `uri` as this edition has it; None when it can't be used, which is then reported.

        Args:
            path: the file that goes before others, the school's where it has one.
            uri: its path below docs/.
            known: every page that there is.
        """
        source, whole = load_source(path, self.report), True
        if source and self._is_made_of_blocks(path, source):
            source, whole = self._composed(source, uri, known)
        page = read_page(self._without_gone(source, uri), uri, self.reader, self.report) if source else None
        if page is None:
            return None
        self._drop_before(page)
        page = self._without_calls(page)
        return replace(page, whole=page.whole and whole)

    def _is_made_of_blocks(self, path: Path, source: Source) -> bool:
        """Whether a file holds blocks for a page of the course, instead of a page."""
        if path.is_relative_to(self.settings.docs) or is_page(source.text):
            return False
        there = (self.settings.docs / path.relative_to(self.settings.layers[0])).is_file()
        return there or any(read_tags(source.text, self.settings.delimiters))

    def _composed(self, own: Source, uri: str, known: Iterable[str]) -> tuple[Source | None, bool]:
        """The course's page with the school's blocks in it, and whether those could be read."""
        path = self.settings.docs / uri
        if not path.is_file():
            theirs = [other for other in known if (self.settings.docs / other).is_file()]
            self.report.add(Rule.BLOCK_WITHOUT_PAGE, Place(own.path), path=uri, suggest=(uri, theirs))
            return None, False
        base = load_source(path, self.report)
        _, whole = self.reader.read(own, 0, self.report)
        if base is None or not whole:
            return base, whole
        return with_blocks(base, own, self.settings.delimiters, self.report), True

    def _without_gone(self, source: Source, uri: str) -> Source:
        """A page with only the words of its links to what is hidden."""
        if not any(posixpath.basename(gone) in source.text for gone in self.gone):
            return source
        mark = FRONT_MATTER.match(source.text)
        start, folder = mark.end() if mark else 0, posixpath.dirname(uri)

        def leads(target: str) -> bool:
            path = unquote(target.partition("#")[0].partition("?")[0])
            return bool(path) and posixpath.normpath(posixpath.join(folder, path)) in self.gone

        spans = link_markup(source.text[start:], leads)
        return without(source, [(start + begin, start + end) for begin, end in spans])

    def _drop_before(self, page: Page) -> None:
        """Take what is hidden out of the chapters that come before this one."""
        before = page.front.data.get("before")
        for index in reversed(range(len(before) if isinstance(before, Sequence) else 0)):
            if before[index] in self.plan.hidden:
                del before[index], before.items_at[index]

    def _without_calls(self, page: Page) -> Page:
        """A page without the macros that name a hidden chapter."""
        spans, text = [], page.source.text
        opening, closing = signs_of(self.settings.delimiters)["variable"]
        for call in page.calls:
            named = (call.arguments.get(key) for key, kind in MACROS[call.name].arguments.items() if kind == "chapter")
            if not self.plan.hidden.isdisjoint(named):
                end = text.find("\n", text.find(closing, call.offset))
                spans.append((text.rfind(opening, 0, call.offset), end if end >= 0 else len(text)))
        if not spans:
            return page
        again = read_page(without(page.source, spans), page.uri, self.reader, self.report)
        if again:
            self._drop_before(again)
        return again or page


def minutes_of(matters: Mapping[str, object]) -> dict[str, int]:
    """How long it takes to read each chapter, by its id."""
    root = f"{MODULES}/"
    return {
        uri.removeprefix(root).removesuffix(".md"): minutes
        for uri, matter in matters.items()
        if uri.startswith(root) and isinstance(minutes := getattr(matter, "minutes", None), int)
    }


def own_sheets(settings: Settings, pages: Mapping[str, Page], matters: Mapping[str, object]) -> dict[str, Sheet]:
    """The worksheets that are a school's own, by their ids."""
    folder = author_path(settings.layers[0])
    return {
        uri.removeprefix(f"{WORKSHEETS}/").removesuffix(".md"): Sheet(matter.moments, matter.minutes)
        for uri, matter in matters.items()
        if isinstance(matter, WorksheetMatter) and is_below(pages[uri].source.path, folder)
    }
