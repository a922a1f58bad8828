"""A finished page as the sections that a reader may be led to: each with its anchor, its heading and its words."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_PART = re.compile(
    r"<!--.*?-->"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|(?P<text>[^<]+|<)",
    re.S,
)
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_INLINE = frozenset("a abbr b cite code del dfn em i ins kbd label mark q s small span strong sub sup u".split())
_UNREAD = frozenset("script style template textarea svg math".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
EXCLUDE, ITEM, TITLE, NAMES = "data-search-exclude", "data-search-item", "data-search-title", "data-search-names"
"""What a component's HTML may say: that search passes it over; that it is found by itself, and as what kind; which part
of that is its title, and which its other names."""


class Section(NamedTuple):
    """One place to be led to."""

    anchor: str
    heading: str
    text: str
    kind: str = ""
    """For what is found by itself, such as a term: what it is."""
    names: str = ""
    words: Mapping[str, int] | None = None
    """How often each word is in the text, as an analyser has it; None while nobody has counted."""


@dataclass
class _Draft:
    anchor: str
    kind: str = ""
    heading: str = ""
    parts: dict[str, list[str]] = field(default_factory=lambda: {"text": [], "heading": [], "names": []})

    def finished(self) -> Section:
        words = {name: " ".join(html.unescape("".join(parts)).split()) for name, parts in self.parts.items()}
        return Section(self.anchor, words["heading"] or self.heading, words["text"], self.kind, words["names"])


class _Reader:
    """Goes through a page once; keeps which elements are open, and what each asked for."""

    def __init__(self) -> None:
        self.drafts = [_Draft("")]
        self._current = [self.drafts[0]]
        self._open: list[tuple[str, str]] = []
        """The name of every open element, with what ends when it closes: a field, an item, or a part passed over."""
        self._unread = 0
        self._field = "text"

    def add(self, text: str) -> None:
        if not self._unread:
            self._current[-1].parts[self._field].append(text)

    def open(self, name: str, written: str) -> None:
        if name not in _INLINE:
            self.add(" ")
        if name in _VOID:
            return
        attributes = self._attributes(written) if "=" in written or "data-" in written else {}
        self._open.append((name, self._begin(name, attributes)))

    def _attributes(self, written: str) -> dict[str, str]:
        return {found[1]: found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(written)}

    def _begin(self, name: str, attributes: dict[str, str]) -> str:
        """What an element asks for, begun; the name of what must end with it."""
        if name in _UNREAD or EXCLUDE in attributes or attributes.get("class") == "headerlink":
            self._unread += 1
            return "unread"
        if self._unread:
            return ""
        if ITEM in attributes:
            draft = _Draft(attributes.get("id", ""), attributes[ITEM], html.unescape(attributes.get(TITLE, "")))
            self.drafts.append(draft)
            self._current.append(draft)
            return "item"
        if name in _HEADINGS and "id" in attributes and len(self._current) == 1:
            self.drafts.append(_Draft(attributes["id"]))
            self._current = [self.drafts[-1]]
            self._field = "heading"
            return "field"
        if TITLE in attributes or NAMES in attributes:
            self._field = "heading" if TITLE in attributes else "names"
            return "field"
        return ""

    def close(self, name: str) -> None:
        if name not in _INLINE:
            self.add(" ")
        if not any(name == known for known, _ in reversed(self._open)):
            return
        while True:
            known, begun = self._open.pop()
            if begun == "unread":
                self._unread -= 1
            elif begun == "item":
                self._current.pop()
            elif begun == "field":
                self._field = "text"
            if known == name:
                return


def read_sections(page: str) -> list[Section]:
    """The sections of a page, in its order; the first is what stands before any heading."""
    reader = _Reader()
    for part in _PART.finditer(page):
        if text := part["text"]:
            reader.add(text)
        elif name := part["name"]:
            if part["close"]:
                reader.close(name.lower())
            else:
                reader.open(name.lower(), part["attributes"])
    return [draft.finished() for draft in reader.drafts]
