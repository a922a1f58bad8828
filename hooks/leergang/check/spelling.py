"""Spelling, by hunspell where it is installed, with the course's own words from docs/woordenlijst.txt."""

import re
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
from .hunspell import Hunspell

MAX_SUGGESTIONS = 20
"""How many misspelt words are told with what may have been meant."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
"""With the full stop behind it: hunspell knows an abbreviation by its own, and any other word as well."""
_TEXT_KEYS = frozenset("title text label hint purpose description keypoints example term labels bring".split())
"""Keys whose values, and everything below them, a reader reads."""


class Spelling:
    """The spelling of a course, where it has its own list of words."""

    def __init__(self, settings: Settings) -> None:
        self._own = [path for layer in settings.layers if (path := layer / WORDS).is_file()]
        self._hunspell = Hunspell(settings.language) if self._own else None

    def ask(self, course: Course) -> None:
        """Have every word of `course` looked up, beside what comes next."""
        if self._hunspell:
            found = dict.fromkeys(word for text, _, _ in _written(course) for word in _words(text))
            self._hunspell.ask({_bare(word): word for word in reversed(found)}.values())  # each as it is written first

    def check(self, course: Course, report: Report) -> None:
        """Tell where each word that nobody knows stands first; nothing while the literature can't all be read."""
        if self._hunspell is None or course.has_broken("source"):  # names and titles are words of the course as well
            return
        own = {word for path in self._own for word in _own_words(path, report)} | {
            _bare(word)
            for entry in course.sources.values()
            for text, _ in _texts(entry.place.data, (), told=True)
            for word in _words(text)
        }
        wrong = {word for word in map(_bare, self._hunspell.unknown()) if not _is_own(word, own)}
        first = _places(course, wrong) if wrong else {}
        meant = self._hunspell.suggestions([*first][:MAX_SUGGESTIONS])
        for word, place in first.items():
            report.add(Rule.SPELLING, place, word=word, suggest=(word, meant.get(word, [])))


def _places(course: Course, words: set[str]) -> dict[str, Place]:
    """Where each of some words stands first, in that order."""
    found: dict[str, Place] = {}
    for text, place, offset in _written(course):
        for match in _WORD.finditer(text):
            if (word := _bare(match[0])) in words and word not in found:
                found[word] = place(offset + match.start())
    return found


def _own_words(path: Path, report: Report) -> set[str]:
    source = load_source(path, report)
    return {_bare(line.strip()) for line in source.text.split("\n") if not line.startswith("#")} if source else set()


def _is_own(word: str, own: set[str]) -> bool:
    """Whether the course's own list has this word, or the word of which this is a plural or possessive."""
    forms = {word, word.casefold()}
    return not own.isdisjoint(forms | {form.removesuffix(end) for form in forms for end in ("s", "'s", "’s")})


def _written(course: Course) -> Iterator[tuple[str, Callable[[int], Place], int]]:
    """Every text that a reader reads, what tells the place of an offset, and the offset at which it begins.

    In data that is the place of the whole text: quotes and folded lines keep a word's own place from being known. It
    comes first, for a page shows the names of terms where it only calls for them.
    """
    for document in _documents(course):
        for text, location in _texts(document.data, ()):
            yield text, partial(_place_of, document, location), 0
    for page in course.pages.values():
        for block in course.prose(page.uri).blocks if page.whole else ():
            yield block.text, page.place, block.offset


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
