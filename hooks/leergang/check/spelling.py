"""Spelling, by hunspell where it is installed, with the course's own words from docs/woordenlijst.txt.

hunspell takes as long to read its dictionary as a check takes to read a course: it starts first and is asked last.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..diagnostics import Place, Report, Rule
from ..model import Course
from ..model.content import SLUG
from ..model.course import WORDS
from ..pages.data import Document
from ..pages.source import load_source
from ..settings import Settings

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
"""hunspell's names of them."""
MAX_SUGGESTIONS = 20
"""Each takes hunspell a twentieth of a second."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
"""With the full stop behind it: hunspell knows an abbreviation by its own, and any other word as well."""
_TEXT_KEYS = frozenset("title text label hint purpose description keypoints example term labels bring".split())
"""Keys whose values, and everything below them, a reader reads."""


class Spelling:
    """A hunspell that waits to be asked; none where it or the course's own list of words isn't there."""

    def __init__(self, settings: Settings) -> None:
        self._own = [path for layer in settings.layers if (path := layer / WORDS).is_file()]
        dictionary, program = DICTIONARIES.get(settings.language), shutil.which("hunspell")
        self._command = [program, "-d", dictionary, "-i", "utf-8"] if program and dictionary else []
        self._process = self._start("-l") if self._command and self._own else None

    def _start(self, mode: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603 - no text of an author is part of the command
            [*self._command, mode], encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def check(self, course: Course, report: Report) -> None:
        """Tell where each word that nobody knows stands first."""
        if self._process is None:
            return
        own = {word for path in self._own for word in _own_words(path, report)} | {
            _bare(word)
            for entry in course.sources.values()
            for text, _ in _texts(entry.place.data, (), told=True)
            for word in _words(text)
        }
        first: dict[str, Callable[[], Place]] = {}
        asked = []
        for words, place in _written(course):
            for word, offset in words:
                if _bare(word) not in first:
                    first[_bare(word)] = partial(place, offset)
                    asked.append(word)
        unknown, _ = self._process.communicate("\n".join(asked))
        wrong = [word for word in map(_bare, unknown.split("\n")) if word in first and not _is_own(word, own)]
        meant = self._suggestions(wrong[:MAX_SUGGESTIONS])
        for word in wrong:
            report.add(Rule.SPELLING, first[word](), word=word, suggest=(word, meant.get(word, [])))

    def _suggestions(self, words: list[str]) -> dict[str, list[str]]:
        """What hunspell would write in the place of each."""
        if not words:
            return {}
        told, _ = self._start("-a").communicate("\n".join(f"^{word}" for word in words))
        found: dict[str, list[str]] = {word: [] for word in words}
        for line in told.split("\n"):  # & word count offset: first, second
            if line.startswith("& "):
                found[line.split(" ", 2)[1]] = line.partition(": ")[2].split(", ")
        return {word: meant for word, meant in found.items() if word in words}


def _own_words(path: Path, report: Report) -> set[str]:
    source = load_source(path, report)
    return {_bare(line.strip()) for line in source.text.split("\n") if not line.startswith("#")} if source else set()


def _is_own(word: str, own: set[str]) -> bool:
    """Whether the course's own list has this word, or the word of which this is a plural or possessive."""
    forms = {word, word.casefold()}
    return not own.isdisjoint(forms | {form.removesuffix(end) for form in forms for end in ("s", "'s", "’s")})


def _written(course: Course) -> Iterator[tuple[list[tuple[str, int]], Callable[[int], Place]]]:
    """Every word that a reader reads with its offset, and what tells the place of that.

    In data that is the place of the whole text: quotes and folded lines keep a word's own place from being known. It
    comes first, for a page shows the names of terms where it only calls for them.
    """
    for document in _documents(course):
        for text, location in _texts(document.data, ()):
            yield [(word, 0) for word in _words(text)], partial(_place_of, document, location)
    for page in course.pages.values():
        for block in course.prose[page.uri].blocks:
            found = [(word[0], block.offset + word.start()) for word in _WORD.finditer(block.text)]
            yield found, page.place


def _place_of(document: Document, location: tuple[Any, ...], offset: int) -> Place:
    return document.place(location)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _bare(word: str) -> str:
    return word.removesuffix(".")


def _documents(course: Course) -> list[Document]:
    """Front matter, and the data files that hold texts."""
    found = [course.outline_place.document] if course.outline_place else []
    for entries in (course.reflections, course.terms):
        found += [entry.place.document for entry in entries.values()]
    return [*(page.front for page in course.pages.values()), *{id(document): document for document in found}.values()]


def _texts(data: Any, location: tuple[Any, ...], told: bool = False) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every text with its location, below the keys that hold texts."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*location, key), key in _TEXT_KEYS or (told and key not in ("id", "kind")))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*location, index), told)
    elif told and isinstance(data, str) and not ("example" in location and re.fullmatch(SLUG, data)):  # an option's id
        yield data, location
