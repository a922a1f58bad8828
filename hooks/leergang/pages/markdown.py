"""The headings, links and pictures of a Markdown text, each with its offset."""

import re
from dataclasses import dataclass

from pymdownx.slugs import slugify

_slug = slugify(case="lower")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^(=+|-+)[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$")
_EXPLICIT_ID = re.compile(r"(?:^|\s)#([\w:.-]+)")
_ANY_ID = re.compile(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}|\sid=[\"']([^\"']+)[\"']")
_EMPHASIS = re.compile(r"\\(.)|[*`]|(?<!\w)_+|_+(?!\w)")
_INLINE_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\](?:\([^()]*\))?)*)\]"  # its words, with a picture among them
    r"\([ \t]*(?:<([^<>\n]*)>|((?:[^()\s<>]|\([^()\s]*\))*))"  # where it leads
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)"  # a title
)
REFERENCE = re.compile(
    r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*(?:<([^<>\n]*)>|(\S+))[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^)]*\))?[ \t]*$", re.M
)
_HTML_LINK = re.compile(r"<(a|img)\b[^>]*?\b(?:href|src)=[\"']([^\"']*)[\"'][^>]*>", re.I)
_HTML_ALT = re.compile(r"\balt=[\"']", re.I)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_HIDDEN = re.compile(r"<!--.*?-->|\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.S)


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
    shown = _HIDDEN.sub(blank, _without_fences(text))
    visible = _CODE.sub(blank, shown)
    by_hand = {first or second for first, second in _ANY_ID.findall(visible)}
    headings = tuple(_headings(shown, by_hand))
    links = sorted(_links(visible), key=lambda link: link.offset)
    return Outline(headings, tuple(links), frozenset({heading.id for heading in headings} | by_hand))


def without_code(text: str) -> str:
    """The text with spaces in the place of code, comments and raw blocks."""
    return _CODE.sub(blank, _HIDDEN.sub(blank, _without_fences(text)))


def blank(found: re.Match[str], group: int = 0) -> str:
    """As many spaces, so that offsets stay."""
    return re.sub(r"[^\n]", " ", found[group])


def _without_fences(text: str) -> str:
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence, inside = mark[1], True
        elif mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        lines.append(" " * len(line) if inside else line)
    return "\n".join(lines)


def _headings(text: str, taken: set[str]) -> list[Heading]:
    """The headings; ids set by hand are taken before any is derived, as Python-Markdown does."""
    found: list[Heading] = []
    used = set(taken)
    offset, lines = 0, text.split("\n")
    for number, line in enumerate(lines):
        level, words = _heading_at(lines, number)
        if level:
            explicit = ""
            if attributes := _ATTRIBUTES.search(words):
                words = words[: attributes.start()]
                explicit = next(iter(_EXPLICIT_ID.findall(attributes[1])), "")
            plain = _EMPHASIS.sub(r"\1", _INLINE_LINK.sub(r"\1", words))
            name = explicit or _unique(_slug(plain, "-"), used)
            used.add(name)
            found.append(Heading(level, plain, name, offset))
        offset += len(line) + 1
    return found


def _heading_at(lines: list[str], number: int) -> tuple[int, str]:
    """The level and words of the heading on a line; level 0 where there is none."""
    if mark := _HEADING.match(lines[number]):
        return len(mark[1]), mark[2]
    begins = lines[number].strip() and (number == 0 or not lines[number - 1].strip())
    if begins and number + 1 < len(lines) and (mark := _UNDERLINE.match(lines[number + 1])):
        return (1 if mark[1].startswith("=") else 2), lines[number].strip()
    return 0, ""


def _unique(name: str, used: set[str]) -> str:
    """Python-Markdown's way of numbering ids that are taken."""
    found, count = name, 0
    while found in used:
        count += 1
        found = f"{name}_{count}"
    return found


def _links(text: str) -> list[Link]:
    found = _inline_links(text, 0)
    found += [Link(mark[1] or mark[2], mark.start(), text=mark[0]) for mark in REFERENCE.finditer(text)]
    for mark in _HTML_LINK.finditer(text):
        picture = mark[1].lower() == "img"
        found.append(Link(mark[2], mark.start(), picture, "x" if _HTML_ALT.search(mark[0]) else ""))
    return found


def _inline_links(text: str, start: int) -> list[Link]:
    found: list[Link] = []
    for mark in _LINK.finditer(text):
        found.append(Link(mark[3] or mark[4] or "", start + mark.start(), bool(mark[1]), mark[2]))
        found += _inline_links(mark[2], start + mark.start(2))
    return found
