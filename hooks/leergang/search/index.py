"""The index: documents with their sections, and for each stem where it stands and how much it says there.

It is one script, since a page on a disk may load scripts and nothing else. What fills it is written as short strings:
stems by what they share with the one before, places by the distance to the one before, numbers in an alphabet of 64
signs (`search-index.js` reads them back).
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .analysis import Analyser
from .sections import Section

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
BASE = len(DIGITS) // 2
"""Half of the signs say that another follows."""
LEVELS = 16
"""How finely it is told how much a stem says of a section."""
TITLE, HEADING, TEXT = 6.0, 4.0, 1.0
"""What a stem counts for in a title or another name, in a heading, and in a text of usual length."""
SATURATION = 2.0
SHORTEST_COMPOUND = 7


@dataclass(frozen=True)
class Document:
    """What a result leads to: a page, or one item of a list."""

    kind: str
    url: str
    title: str
    sections: Sequence[Section]
    boost: float = 1
    """How much what it says counts."""


def render_index(
    documents: Sequence[Document],
    synonyms: Iterable[Iterable[str]],
    analyser: Analyser,
    words: Mapping[str, str],
) -> str:
    """The script that the search box loads.

    Args:
        documents: in the order that breaks ties.
        synonyms: groups of words or phrases that search takes for one another.
        analyser: the rules of the site's language.
        words: what the search box says.
    """
    places = [(document, number, section) for document in documents for number, section in enumerate(document.sections)]
    surfaces: Counter[str] = Counter()
    postings = _postings(places, analyser, surfaces)
    stems = sorted(postings)
    data = {
        "words": words,
        "language": analyser.tables,
        "documents": [_document(document) for document in documents],
        "stems": front_coded(stems),
        "postings": " ".join(_encoded_places(postings[stem]) for stem in stems),
        "compounds": _compounds(surfaces, analyser, {stem: number for number, stem in enumerate(stems)}),
        "synonyms": _synonyms(synonyms, analyser),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"(window.leergang ??= {{}}).index = {text};\n"


def _document(document: Document) -> list[Any]:
    sections = [
        [section.anchor, section.heading, section.text, *([section.names] if section.names else [])]
        for section in document.sections
    ]
    return [document.kind, document.url, document.title, sections]


def _postings(
    places: Sequence[tuple[Document, int, Section]], analyser: Analyser, surfaces: Counter[str]
) -> dict[str, list[tuple[int, int]]]:
    """For each stem the numbers of its sections with how much it says there; `surfaces` counts the words as written."""
    texts = [analyser.count(section.text) if section.words is None else section.words for _, _, section in places]
    usual = sum(sum(text.values()) for text in texts) / max(1, len(texts))
    found: dict[str, list[tuple[int, int]]] = {}
    for number, ((document, position, section), text) in enumerate(zip(places, texts, strict=True)):
        weights: dict[str, float] = {}
        title = f"{'' if position else document.title} {section.names}"
        factor = TEXT / (0.5 + 0.5 * sum(text.values()) / max(1, usual))
        for said, weight in (
            (analyser.count(title), TITLE),
            (analyser.count(section.heading), HEADING),
            (text, factor),
        ):
            for word, count in said.items():
                if word not in analyser.stop:
                    surfaces[word] += count
                    stem = analyser.stem(word)
                    weights[stem] = weights.get(stem, 0.0) + weight * count
        for stem, weight in weights.items():
            level = max(1, min(LEVELS - 1, round(document.boost * weight / (weight + SATURATION) * (LEVELS - 1))))
            found.setdefault(stem, []).append((number, level))
    return found


def _encoded_places(places: list[tuple[int, int]]) -> str:
    before, parts = -1, []
    for number, level in places:
        parts.append(encoded((number - before - 1) * LEVELS + level))
        before = number
    return "".join(parts)


def _compounds(surfaces: Counter[str], analyser: Analyser, numbers: Mapping[str, int]) -> str:
    """For each stem that is a compound: its number, then those of its parts."""
    found: dict[int, tuple[int, ...]] = {}
    for word in sorted(surfaces):
        if len(word) >= SHORTEST_COMPOUND and (parts := analyser.split(word, surfaces, numbers)):
            own = numbers[analyser.stem(word)]
            if stems := {numbers[part] for part in parts} - {own}:
                found.setdefault(own, tuple(sorted(stems)))
    before, told = -1, []
    for own in sorted(found):
        told.append(encoded(own - before - 1) + "".join(encoded(part) for part in found[own]))
        before = own
    return " ".join(told)


def _synonyms(groups: Iterable[Iterable[str]], analyser: Analyser) -> list[list[str]]:
    """Each group as different phrases of stems."""
    told = (sorted({" ".join(analyser.stems(name)) for name in group} - {""}) for group in groups)
    return [phrases for phrases in told if len(phrases) > 1]


def front_coded(words: Sequence[str]) -> str:
    """Sorted words, each as one sign for how much it shares with the one before, and the rest."""
    before, told = "", []
    for word in words:
        shared = min(len(os.path.commonprefix([before, word])), len(DIGITS) - 1)  # noqa: RUF071 - of words, no paths
        told.append(DIGITS[shared] + word[shared:])
        before = word
    return " ".join(told)


def encoded(number: int) -> str:
    """A number as a few signs, its lowest part first."""
    signs = ""
    while number >= BASE:
        signs += DIGITS[BASE + number % BASE]
        number //= BASE
    return signs + DIGITS[number]
