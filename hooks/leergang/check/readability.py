"""How easily each page reads, by a published formula for its language.

Dutch: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960). English: R. Flesch, A new readability
yardstick, Journal of Applied Psychology 32 (1948), https://doi.org/10.1037/h0057532. Both count from 0 (hard) to 100.
"""

import re
from dataclasses import dataclass, replace

from ..model import Course
from ..pages.prose import WORD
from ..strings import Strings

_VOWELS = re.compile(r"[aáàâeéèêiíìîoóòôuúùûyäëïöü]+", re.I)
_HIATUS = re.compile(r"(?<=[aeiou])(?=[äëïöü])|(?<=e)(?=[ao])|(?<=i)(?=[ao])|(?<=u)(?=[aoe])", re.I)
"""Where vowels beside each other are of two syllables."""
_ONE = re.compile(r"aai|ooi|oei|eeu|ieu|eu|ij|eau", re.I)
"""Vowels that are one sound together, whatever follows."""


@dataclass(frozen=True)
class Reading:
    """How a page reads."""

    uri: str
    words: int
    sentence: float
    """Words in a sentence, on average."""
    syllables: float
    """Syllables in a hundred words."""
    score: float
    """From 0 (hard) to 100 (easy); a text full of short words can pass either end."""


def measure(course: Course) -> list[Reading]:
    """How each page with sentences reads; what only trainers see isn't counted."""
    found = []
    for page in course.pages.values():
        prose = replace(course.prose(page.uri), blocks=course.prose(page.uri).participant_blocks)
        counts = [count for count, _ in prose.sentences]
        words = [word for block in prose.blocks if not block.heading for word in WORD.findall(block.text)]
        if counts and words:
            mean = sum(counts) / len(counts)
            rate = 100 * sum(count_syllables(word) for word in words) / len(words)
            score = _SCORES.get(course.settings.language, _flesch)(rate, mean)
            found.append(Reading(page.uri, prose.words, mean, rate, score))
    return found


def count_syllables(word: str) -> int:
    """The syllables of a word by its vowels: at least one, and close enough for an average."""
    return max(1, len(_VOWELS.findall(_HIATUS.sub("-", _ONE.sub("a-", word)))))


def render_readings(course: Course, strings: Strings) -> str:
    """A line a page, the hardest first, below the formula that was used."""
    formula = course.settings.language if course.settings.language in _SCORES else "other"
    names = [strings(f"readability.{key}") for key in ("score", "words", "sentence", "syllables", "page")]
    rows = [
        (f"{r.score:.0f}", str(r.words), f"{r.sentence:.1f}", f"{r.syllables:.0f}", r.uri)
        for r in sorted(measure(course), key=lambda reading: (reading.score, reading.uri))
    ]
    widths = [max(map(len, column)) for column in zip(names[:-1], *(row[:-1] for row in rows), strict=True)]
    lines = [
        "  ".join([*(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]])
        for row in [tuple(names), *rows]
    ]
    return "\n".join([strings(f"readability.formula-{formula}"), *lines, ""])


def _douma(rate: float, sentence: float) -> float:
    return 206.84 - 0.77 * rate - 0.93 * sentence


def _flesch(rate: float, sentence: float) -> float:
    return 206.835 - 0.846 * rate - 1.015 * sentence


_SCORES = {"nl": _douma}
