"""Reading pages in a process of its own, while this one imports what else it needs, which takes as long."""

import os
import pickle
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Diagnostic, Report
from ..strings import Strings
from .page import Page, load_page


class Reading(NamedTuple):
    """What came of the reading of one file."""

    page: Page | None
    told: list[Diagnostic]
    """What is wrong with it."""


class PagesAhead:
    """The pages at some paths below docs/, each with its outline, which another process reads meanwhile.

    Nothing is read where a process can't be copied safely, or when that one fails: `read` then has nothing, and
    whoever asked reads for itself.
    """

    def __init__(self, files: Mapping[str, Path], delimiters: Mapping[str, str], strings: Strings) -> None:
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
                    pickle.dump(_read(files, delimiters, strings), answer, pickle.HIGHEST_PROTOCOL)
            finally:
                os._exit(0)

    def read(self) -> dict[str, Reading]:
        """The readings by path, once."""
        if not self._process:
            return {}
        with os.fdopen(self._answer, "rb") as answer:
            text = answer.read()
        os.waitpid(self._process, 0)
        self._process = 0
        try:
            found: dict[str, Reading] = pickle.loads(text)  # noqa: S301 - it comes from a copy of this process
        except (EOFError, pickle.UnpicklingError):
            return {}
        return found


def _read(files: Mapping[str, Path], delimiters: Mapping[str, str], strings: Strings) -> dict[str, Reading]:
    from .calls import CallReader  # imported here: the other process has no need of it

    reader, found = CallReader(delimiters), {}
    for uri, path in files.items():
        report = Report(strings)
        page = load_page(path, uri, reader, report)
        if page:
            page.outline  # noqa: B018 - it is kept in the page
        found[uri] = Reading(page, report.diagnostics())
    return found
