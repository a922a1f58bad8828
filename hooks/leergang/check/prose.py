"""The words of the course: how many, in sentences how long, and whether its terms are explained."""

import re
from collections.abc import Iterator, Mapping

from ..diagnostics import Place, Report, Rule
from ..model import Course
from ..model.course import Chapter
from ..pages.page import Page
from ..pages.prose import WORD
from ..settings import Limits

LEVELS: Mapping[str, Limits] = {
    "A2": Limits(sentence=18, average=10),
    "B1": Limits(sentence=25, average=14),
    "B2": Limits(sentence=35, average=18),
    "C1": Limits(sentence=45, average=22),
}
"""How long the sentences of a school's own texts may be, at the level of language that it chose.

The European framework of these levels speaks of readers, and counts no words. Advice on plain Dutch does: ten words a
sentence for who reads with difficulty, up to fifteen for most people. The longest may be less than twice as long as the
average, for a text in which all sentences are of one length tires; B2 is what this kind of course is written at.
"""


def check_length(course: Course, report: Report) -> None:
    """Chapters and sentences are as long as mkdocs.yml allows; without limits there, as long as they like.

    Sentences of a school's own are as long as the level of language that it chose allows.
    """
    limits = course.settings.limits
    level = course.school.file.language_level if course.school else None
    for uri, page in course.pages.items() if any(limits) or level else ():
        if not _is_minded(page, report):
            continue
        chapter = course.chapter_at(uri)
        if limits.chapter and chapter:
            count, (least, most) = course.prose(uri).words, limits.chapter
            if not least <= count <= most:
                report.add(Rule.CHAPTER_LENGTH, chapter.place("title"), count=count, least=least, most=most)
        by_file: dict[str, list[tuple[int, Place]]] = {}
        for count, offset in course.prose(uri).sentences:
            place = page.place(offset)
            by_file.setdefault(place.path, []).append((count, place))
        for path, found in by_file.items():
            _check_sentences(path, found, LEVELS[level] if level and course.is_own(path) else limits, report)


def _check_sentences(path: str, found: list[tuple[int, Place]], limits: Limits, report: Report) -> None:
    for count, place in found:
        if limits.sentence and count > limits.sentence:
            report.add(Rule.LONG_SENTENCE, place, count=count, most=limits.sentence)
    mean = sum(count for count, _ in found) / len(found)
    if limits.average and mean > limits.average:
        report.add(Rule.LONG_SENTENCES, Place(path), count=f"{mean:.1f}", most=limits.average)


def check_terms_explained(course: Course, report: Report) -> None:
    """A chapter explains a term of the glossary no later than where it names it first."""
    names: dict[str, list[tuple[str, str]]] = {}
    for entry in course.terms.values():
        for name in (entry.content.term, *entry.content.also):
            for word in WORD.findall(name)[:1]:  # none where it is a sign
                names.setdefault(word.lower(), []).append((name.lower(), entry.id))
    for candidates in names.values():
        candidates.sort(key=lambda pair: -len(pair[0]))
    for chapter in course.chapters.values() if names else ():
        if _is_minded(chapter.page, report):
            _check_explained(course, report, chapter, names)


def _is_minded(page: Page, report: Report) -> bool:
    """Whether what is said here of a page, which are warnings, would be told; not of one that can't all be read."""
    return page.whole and report.minds(*page.source.files)


_ALIKE = str.maketrans({"\n": " ", "İ": "i"})
"""A name may go on below; and the one letter that lower() makes two of would move what is behind it."""

Names = dict[str, list[tuple[str, str]]]
"""By their first word, the names of terms, the longest first, each with the id of its term."""


def _check_explained(course: Course, report: Report, chapter: Chapter, names: Names) -> None:
    first: dict[str, tuple[int, str]] = {}
    prose = course.prose(chapter.page.uri)
    for block in prose.participant_blocks:
        for name, start, end in _named(block.text, names):
            if name not in first and not block.heading and not prose.is_marked(block.offset + start):
                first[name] = block.offset + start, " ".join(block.text[start:end].split())
    explained = {
        _meant(course, report, call.arguments["id"]): call.offset - chapter.page.body_start
        for call in reversed(chapter.page.calls)
        if call.name == "term" and not call.for_trainers
    }
    for name, (offset, word) in first.items():
        if offset < explained.get(name, len(chapter.page.body)):
            text = "" if word == course.terms[name].content.term else f', text="{word}"'
            usage = f'{{{{ term("{name}"{text}) }}}}'
            report.add(Rule.UNEXPLAINED_TERM, chapter.page.place(offset), word=word, usage=usage)


def _meant(course: Course, report: Report, name: str) -> str | None:
    """The term that is called `name`, or that may be meant by it: a misspelt name is told once, as that."""
    present = course.present("term", name)
    return present if present in course.terms else report.nearest(name, course.terms)


def _named(text: str, names: Names) -> Iterator[tuple[str, int, int]]:
    """The terms that a text names, each with the span of its name."""
    lower, until = text.translate(_ALIKE).lower(), 0
    for word in WORD.finditer(lower):
        for name, term in names.get(word[0], ()) if word.start() >= until else ():
            end = word.start() + len(name)
            if lower.startswith(name, word.start()) and not re.match(r"[\w-]", lower[end : end + 1]):
                yield term, word.start(), end
                until = end
                break
