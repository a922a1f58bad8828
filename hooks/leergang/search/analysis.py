"""Words as search compares them: without accents, capitals and inflections.

`overrides/assets/javascripts/search-analysis.js` follows the same rules, from the same tables; tests/search/words.tsv
holds both to it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "languages"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][^\W_]{1,2}$")
_ACCENT = re.compile("[\u0300-\u036f]+")
_DIGIT = re.compile(r"\d")
_VOWELS = "aeiouy"
_SYLLABLE = re.compile(f"[{_VOWELS}]+")
SHORTEST_TAIL, SHORTEST_HEAD = 4, 3
"""The letters that the last part of a compound has at least, and the first."""


@dataclass(frozen=True)
class Rule:
    """One ending that words may lose."""

    ending: str
    least: int
    becomes: str = ""
    after: str = ""
    unless: str = ""
    closes: bool = False

    def fits(self, word: str) -> bool:
        """Whether `word` ends so, and has enough before it."""
        left = len(word) - len(self.ending)
        before = word[left - 1 : left] if left > 0 else ""
        return (
            left >= self.least
            and word.endswith(self.ending)
            and (not self.after or (before != "" and before in self.after))
            and not (before and before in self.unless)
        )


class Analyser:
    """The rules of one language.

    Args:
        tables: the rules.
        known: stems by these rules, which another has found.
    """

    def __init__(self, tables: Mapping[str, Any], known: dict[str, str]) -> None:
        self.tables = tables
        self.stop = frozenset(str(tables.get("stop", "")).split())
        self.joints = ("", *tables.get("joints", ()))
        self._irregular: Mapping[str, str] = tables.get("irregular", {})
        self._rules = [_rule(one) for one in tables.get("rules", ())]
        self._by_end: dict[str, list[Rule]] = {}
        for rule in self._rules:
            self._by_end.setdefault(rule.ending[-1], []).append(rule)
        self._hardened: Mapping[str, str] = tables.get("hardened", {})
        doubled = tables.get("doubled") or "\0"
        self._open = re.compile(f"^[^{_VOWELS}]*[{doubled}][^{_VOWELS}cfhjqswx]$")
        self._long = re.compile(f"([{doubled}])\\1(?=[^{_VOWELS}]+$)")
        self.known = known
        """The stem of each word that has been asked for."""

    def words(self, text: str) -> list[str]:
        """Every word of a text, folded."""
        return [bare(word) for word in _WORD.findall(fold(text))]

    def count(self, text: str) -> Counter[str]:
        """How often each word is in a text."""
        return Counter(self.words(text))

    def stems(self, text: str) -> list[str]:
        """The stems of a text's words, without stop words."""
        return [self.stem(word) for word in self.words(text) if word not in self.stop]

    def split(self, word: str, words: Mapping[str, int], stems: Collection[str]) -> tuple[str, ...]:
        """The stems of the two known words that a compound is made of; none where it is none.

        Args:
            word: as it stands in a text, folded.
            words: those of the texts, with how often each is there.
            stems: theirs.
        """
        best: tuple[int, tuple[str, ...]] = (0, ())
        for cut in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
            for joint in self.joints:
                head = word[: cut - len(joint)]
                if len(head) < SHORTEST_HEAD or word[cut - len(joint) : cut] != joint or head not in words:
                    continue
                tail = self.stem(word[cut:])
                if tail in stems:
                    best = max(best, (min(words[head], words.get(word[cut:], 1)), (self.stem(head), tail)))
        return best[1]

    def stem(self, word: str) -> str:
        """What a word, folded, has in common with its other forms."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._stem(word)
        return found

    def _stem(self, word: str) -> str:
        if _DIGIT.search(word):
            return word
        word = self._irregular.get(word, word)
        while rule := next((one for one in self._by_end.get(word[-1:], ()) if one.fits(word)), None):
            word = word[: len(word) - len(rule.ending)] + rule.becomes
            if rule.closes:
                word = self._close(word)
        word = self._harden(word)
        return word if len(_SYLLABLE.findall(word)) < 2 else self._long.sub(r"\1", word)

    def _close(self, word: str) -> str:
        """The word as it is spelled when what began its next syllable is gone."""
        if len(word) > 2 and word[-1] == word[-2] and word[-1] not in _VOWELS:
            return word[:-1]
        if self._open.match(word):
            word = f"{word[:-1]}{word[-2]}{word[-1]}"
        return self._harden(word)

    def _harden(self, word: str) -> str:
        return word[:-1] + self._hardened.get(word[-1:], word[-1:])


def _rule(data: Mapping[str, Any]) -> Rule:
    return Rule(
        str(data["ending"]),
        int(data["least"]),
        str(data.get("becomes", "")),
        str(data.get("after", "")),
        str(data.get("not", "")),
        bool(data.get("closes", False)),
    )


def fold(text: str) -> str:
    """A text in lower case, without accents."""
    text = text.lower()
    if text.isascii():
        return text
    return _ACCENT.sub("", unicodedata.normalize("NFKD", text))


def bare(word: str) -> str:
    """A word without an apostrophe, and without what stands behind one: `collega's` is `collega`."""
    return _POSSESSIVE.sub("", word).replace("'", "").replace("’", "") if not word.isalnum() else word


def load_analyser(language: str, known: Mapping[str, str] | None = None) -> Analyser:
    """The rules of `language`; where there are none, words are only folded.

    Args:
        language: its code.
        known: stems that an analyser of this language has found before.
    """
    path = _FOLDER / f"{language}.yml"
    tables = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if path.exists() else {}
    return Analyser(tables, dict(known or {}))
