"""The headings, links and pictures of a Markdown text, each with its offset."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from pymdownx.slugs import slugify

from .html import Html, read_html

_slug = slugify(case="lower")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^(=+|-+)[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$")
_EXPLICIT_ID = re.compile(r"(?:^|\s)#([\w:.-]+)")
_MARKED = re.compile(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}")
_EMPHASIS = re.compile(r"\\(.)|[*`]|(?<!\w)_+|_+(?!\w)")
_INLINE_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(
    r"(?:!(?<!\\!)\[|\[(?<!\\\[))"  # a sign at its beginning is looked for quickly
    r"((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\](?:\([^()]*\))?)*)\]"  # its words, with a picture among them
    r"\(\s*+(?:<([^<>\n]*)>|((?:[^()\s<>]|\([^()]*\)|(?:[ \t]|\n(?!\s*\n))++(?=[^)\s]))*?))"  # where it leads
    r"\s*+(?:(?:\"[^\"]*\"|'[^']*')\s*+)?\)"  # a title
)
REFERENCE = re.compile(
    r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*(?:<([^<>\s]*)>|(\S+))[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^)]*\))?[ \t]*$", re.M
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n))*?(?<!`)\1(?!`)")
_INDENTED = re.compile(r"(?: {4}|\t)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_TRAILING = re.compile(r"\{:?[^{}\n]*\}")
_REFERRING = re.compile(r"(?<![\\\]])(\[)([^\[\]\n]+)(\](?:\[([^\[\]\n]*)\])?)(?![\[(:])")
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
    marked: tuple[tuple[str, int], ...]
    """The ids that are set by hand, in attributes of Markdown and of HTML, each with its offset."""
    html: Html
    visible: str
    """The text with spaces in the place of code, comments, raw blocks and macros."""
    open_code: int | None = None
    """The offset of a block of code that has no end: what is below it isn't read."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that a link may name: those of headings and those set by hand."""
        return frozenset({heading.id for heading in self.headings} | {name for name, _ in self.marked})


@cache
def read_outline(text: str) -> Outline:
    """The outline of Markdown `text`; code, comments and raw blocks are passed over."""
    fenced, open_code = _without_fences(text)
    shown = _HIDDEN.sub(blank, fenced)
    visible = _without_spans(shown)
    plain = _MACRO.sub(blank, visible) if "{" in visible else visible
    html = read_html(without_indented(plain), _addresses(plain)) if "<" in plain else Html()
    marked = [(found[1], found.start()) for found in _MARKED.finditer(plain)]
    marked += [(tag.attributes["id"], tag.offset) for tag in html.tags if tag.attributes.get("id")]
    headings = tuple(_headings(shown, {name for name, _ in marked}))
    links = sorted([*_links(visible), *_html_links(html)], key=lambda link: link.offset)
    in_order = tuple(sorted(marked, key=lambda pair: pair[1]))
    return Outline(headings, tuple(links), in_order, html, plain, open_code)


def without_code(text: str) -> str:
    """The text with spaces in the place of code, comments and raw blocks."""
    return _without_spans(_HIDDEN.sub(blank, _without_fences(text)[0]))


def _without_spans(text: str) -> str:
    """The text without what stands in a sentence as code."""
    return _CODE.sub(blank, text) if "`" in text else text


def blank(found: re.Match[str], group: int = 0) -> str:
    """As many spaces, so that offsets stay."""
    return re.sub(r"[^\n]", " ", found[group])


def _without_fences(text: str) -> tuple[str, int | None]:
    """The text without blocks of code, and where the last of them begins if it has no end."""
    lines, fence, offset, begun = [], "", 0, None
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence, inside, begun = mark[1], True, offset
        elif mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence, begun = "", None
        lines.append(" " * len(line) if inside else line)
        offset += len(line) + 1
    return "\n".join(lines), begun


def without_indented(text: str) -> str:
    """The text without the blocks of code that are only indented; below an item, an indented block belongs to it."""
    lines, in_item, after_blank = [], False, True
    for line in text.split("\n"):
        indented = bool(_INDENTED.match(line))
        code = indented and after_blank and not in_item
        lines.append(" " * len(line) if code else line)
        if line.strip() and not indented:
            in_item = bool(_ITEM.match(line)) or (in_item and not after_blank)
        after_blank = not line.strip() or code
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
    return found


def _addresses(text: str) -> frozenset[int]:
    """Where the sign `<` stands of each address that is written as `<...>`; in one with quotes a tag could hide."""
    spans = [*(mark.span(1) for mark in REFERENCE.finditer(text) if mark[1]), *_inline_addresses(text, 0)]
    return frozenset(start - 1 for start, end in spans if not re.search(r"[\"'=]", text[start:end]))


def _inline_addresses(text: str, start: int) -> Iterator[tuple[int, int]]:
    for mark in _LINK.finditer(text):
        if mark[2]:
            yield start + mark.start(2), start + mark.end(2)
        yield from _inline_addresses(mark[1], start + mark.start(1))


def _html_links(html: Html) -> list[Link]:
    """Links and pictures written as HTML; a picture with an empty `alt` is said to be no more than decoration."""
    found = []
    for tag in html.tags:
        address = tag.attributes.get({"a": "href", "img": "src"}.get(tag.name, ""), "").strip()
        if address:
            text = "x" if tag.name == "img" and "alt" in tag.attributes else ""
            found.append(Link(address, tag.offset, tag.name == "img", text))
    return found


def link_markup(text: str, leads: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """From where to where the signs stand of each link whose address `leads` says yes to: what is left is its words."""
    plain = read_outline(text).visible
    yield from _inline_markup(plain, 0, leads)
    names = set()
    for mark in REFERENCE.finditer(plain):
        if leads(mark[1] or mark[2]):
            names.add(mark[0].partition("]")[0].strip(" [").casefold())
            yield mark.start(), min(mark.end() + 1, len(text))
    for mark in _REFERRING.finditer(plain) if names else ():
        if (mark[4] or mark[2]).casefold() in names:
            yield from (mark.span(1), mark.span(3))
    for tag in read_outline(text).html.tags:
        end, close = plain.find(">", tag.offset) + 1, re.compile(r"</a\s*>", re.I).search(plain, tag.offset)
        if tag.name == "a" and close and leads(tag.attributes.get("href", "")):
            yield from ((tag.offset, end), close.span())


def _inline_markup(text: str, start: int, leads: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    for mark in _LINK.finditer(text):
        if not mark[0].startswith("!") and leads(mark[2] or mark[3] or ""):
            trailing = _TRAILING.match(text, mark.end())
            yield start + mark.start(), start + mark.start(1)
            yield start + mark.end(1), start + (trailing.end() if trailing else mark.end())
        yield from _inline_markup(mark[1], start + mark.start(1), leads)


def _inline_links(text: str, start: int) -> list[Link]:
    found: list[Link] = []
    for mark in _LINK.finditer(text):
        found.append(Link(mark[2] or mark[3] or "", start + mark.start(), mark[0].startswith("!"), mark[1]))
        found += _inline_links(mark[1], start + mark.start(1))
    return found
