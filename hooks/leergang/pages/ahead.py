"""Reading pages in a process of its own, while this one imports what else it needs, which takes as long."""

import contextlib
import os
import pickle
import threading
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..diagnostics import Diagnostic, Report
from ..strings import Strings
from .data import read_yaml
from .page import Page, load_page
from .prose import Prose, read_prose, shown_as
from .source import load_source


class Reading(NamedTuple):
    """What came of the reading of one file."""

    page: Page | None
    told: list[Diagnostic]
    """What is wrong with it."""


class Readings(NamedTuple):
    """What came of the reading of all; nothing where nothing was read."""

    pages: Mapping[str, Reading] = MappingProxyType({})
    """By path."""
    prose: Mapping[str, Prose] = MappingProxyType({})
    """The words of each page, where terms have these words."""
    terms: Mapping[str, str] = MappingProxyType({})
    """The words of each term by its id and its earlier ones, as the glossary has it, right or wrong."""


class PagesAhead:
    """The pages at some paths below docs/, each with its outline and prose, which another process reads meanwhile.

    Nothing is read where a process can't be copied safely, or when that one fails: `read` then has nothing, and
    whoever asked reads for itself.
    """

    def __init__(
        self, files: Mapping[str, Path], glossary: Path, delimiters: Mapping[str, str], strings: Strings
    ) -> None:
        self._answer, self._process = -1, 0
        if not hasattr(os, "fork") or threading.active_count() > 1:
            return
        self._answer, theirs = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(theirs)
        else:
            try:
                with os.fdopen(theirs, "wb") as answer:
                    pickle.dump(_read(files, glossary, delimiters, strings), answer, pickle.HIGHEST_PROTOCOL)
            finally:
                os._exit(0)

    def read(self) -> Readings:
        """The readings, once."""
        if not self._process:
            return Readings()
        with os.fdopen(self._answer, "rb") as answer:
            text = answer.read()
        os.waitpid(self._process, 0)
        self._process = 0
        try:
            found: Readings = pickle.loads(text)  # noqa: S301 - it comes from a copy of this process
        except (EOFError, pickle.UnpicklingError):
            return Readings()
        return found


def _read(files: Mapping[str, Path], glossary: Path, delimiters: Mapping[str, str], strings: Strings) -> Readings:
    from .calls import CallReader  # imported here: the other process has no need of it

    reader, terms = CallReader(delimiters), _terms(glossary, Report(strings))
    pages, prose, shown = dict[str, Reading](), dict[str, Prose](), shown_as(terms)
    for uri, path in files.items():
        report = Report(strings)
        page = load_page(path, uri, reader, report)
        pages[uri] = Reading(page, report.diagnostics())
        if page:
            page.outline  # noqa: B018 - it is kept in the page
            prose[uri] = read_prose(page, delimiters, shown)
            prose[uri].sentences  # noqa: B018 - they are kept in the prose
    return Readings(pages, prose, terms)


def _terms(glossary: Path, report: Report) -> dict[str, str]:
    """The words of each term; whoever loads the glossary tells what is wrong with it."""
    source = load_source(glossary, report)
    document = read_yaml(source.text, source.path, report) if source else None
    found: dict[str, str] = {}
    with contextlib.suppress(AttributeError, KeyError, TypeError):
        for item in document.data["terms"] if document else ():
            words = item["term"].strip()
            found |= dict.fromkeys((item["id"], *item.get("formerly", ())), words)
    return found
