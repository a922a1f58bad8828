"""The headings, links and pictures of a Markdown text, each with its offset."""

import re
from dataclasses import dataclass

from pymdownx.slugs import slugify

_slug = slugify(case="lower")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$")
_EXPLICIT_ID = re.compile(r"(?:^|\s)#([\w:.-]+)")
_ANY_ID = re.compile(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}|\sid=[\"']([^\"']+)[\"']")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"  # its words
    r"\([ \t]*<?([^()\s<>]*)>?(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)"  # where it leads, and a title
)
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:[ \t]*<?(\S+?)>?(?:[ \t]|$)", re.M)
_HTML_LINK = re.compile(r"<(a|img)\b[^>]*?\b(?:href|src)=[\"']([^\"']*)[\"'][^>]*>", re.I)
_HTML_ALT = re.compile(r"\balt=[\"']", re.I)
_HIDDEN = re.compile(
    r"<!--.*?-->|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.S
)


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its level from 1, its text and the id by which a link finds it."""

    level: int
    text: str
    id: str
    offset: int


@dataclass(frozen=True)
class Link:
    """A link or a picture: where it leads, and for a picture the text that replaces it."""

    target: str
    offset: int
    picture: bool = False
    text: str = ""


@dataclass(frozen=True)
class Outline:
    """What a reader of the raw text sees without rendering it."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    ids: frozenset[str]
    """Every id that a link may name: those of headings and those set by hand."""


def read_outline(text: str) -> Outline:
    """The outline of Markdown `text`; code, comments and raw blocks are passed over."""
    visible = _blank(text)
    headings = tuple(_headings(visible))
    by_hand = {first or second for first, second in _ANY_ID.findall(visible)}
    links = sorted(_links(visible), key=lambda link: link.offset)
    return Outline(headings, tuple(links), frozenset({heading.id for heading in headings} | by_hand))


def _blank(text: str) -> str:
    """`text` with everything that is no Markdown turned into spaces, offsets kept."""
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence, inside = mark[1], True
        elif mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        lines.append(" " * len(line) if inside else line)
    return _HIDDEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), "\n".join(lines))


def _headings(text: str) -> list[Heading]:
    found: list[Heading] = []
    used: set[str] = set()
    offset = 0
    for line in text.split("\n"):
        if mark := _HEADING.match(line):
            words, explicit = mark[2], ""
            if attributes := _ATTRIBUTES.search(words):
                words = words[: attributes.start()]
                explicit = next(iter(_EXPLICIT_ID.findall(attributes[1])), "")
            plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"[*_`]", "", words))
            name = explicit or _unique(_slug(plain, "-"), used)
            used.add(name)
            found.append(Heading(len(mark[1]), plain, name, offset))
        offset += len(line) + 1
    return found


def _unique(name: str, used: set[str]) -> str:
    """Python-Markdown's way of numbering ids that are taken."""
    found, count = name, 0
    while found in used:
        count += 1
        found = f"{name}_{count}"
    return found


def _links(text: str) -> list[Link]:
    found = [Link(mark[3], mark.start(), bool(mark[1]), mark[2]) for mark in _LINK.finditer(text)]
    found += [Link(mark[1], mark.start(1), text=mark[1]) for mark in _REFERENCE.finditer(text)]
    for mark in _HTML_LINK.finditer(text):
        picture = mark[1].lower() == "img"
        found.append(Link(mark[2], mark.start(), picture, "x" if _HTML_ALT.search(mark[0]) else ""))
    return found
