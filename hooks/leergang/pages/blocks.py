"""Named blocks of a page: `{% block name %}` ... `{% endblock %}`, each alone on its line, which a school can replace.

Jinja renders a block where it stands, so a page with blocks is read as if their lines weren't there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NAME = re.compile(r"[a-z][a-z0-9_]*")
_SIGNS = {"block": (("start", "{%"), ("end", "%}")), "comment": (("start", "{#"), ("end", "#}"))}
"""What macros stand between, where mkdocs.yml chose nothing else."""
_NO_DELIMITERS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Tag:
    """The beginning or the end of a block, as it is written."""

    name: str
    """What a beginning calls it, be it no good name; empty at an end."""
    offset: int
    """Where the sign with which it begins stands."""
    end: int
    """Where what it says has ended."""
    opens: bool
    alone: bool
    """Whether nothing else stands on its line, and it begins at the line's very start."""


def read_tags(text: str, delimiters: Mapping[str, str] = _NO_DELIMITERS) -> Iterator[Tag]:
    """The beginnings and ends of blocks in a text, in order; what stands in `raw` or in a comment is neither.

    Args:
        text: a page, with or without its front matter.
        delimiters: what mkdocs.yml chose for macros, by Jinja's names.
    """
    start, end = (re.escape(delimiters.get(f"block_{side}_string", sign)) for side, sign in _SIGNS["block"])
    opened, closed = (re.escape(delimiters.get(f"comment_{side}_string", sign)) for side, sign in _SIGNS["comment"])
    hidden = rf"{start}[-+]?\s*raw\s*[-+]?{end}.*?{start}[-+]?\s*endraw\s*[-+]?{end}|{opened}.*?{closed}"
    tag = rf"{start}[-+]?\s*(?:block\b\s*(?P<name>.*?)|(?P<ends>endblock)\b.*?)\s*[-+]?{end}"
    for found in re.finditer(rf"{hidden}|(?P<tag>{tag})", text, re.S):
        if found["tag"]:
            line_start, line_end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
            rest = text[found.end() : line_end if line_end >= 0 else len(text)]
            alone = line_start == found.start() and not rest.strip() and "\n" not in found["tag"]
            yield Tag(found["name"] or "", found.start(), found.end(), not found["ends"], alone)


def find_blocks(text: str, delimiters: Mapping[str, str] = _NO_DELIMITERS) -> dict[str, tuple[int, int]]:
    """Each block of a page by its name: where what it holds begins and ends, as offsets in `text`.

    What it holds are whole lines: those between the line of its beginning and that of its end. A block that is
    written wrongly (a name that is none or is taken, no end, inside another, not alone on its line) is left out.
    """
    found: dict[str, tuple[int, int]] = {}
    opened: list[Tag] = []
    for tag in read_tags(text, delimiters):
        if tag.opens:
            opened.append(tag)
            continue
        begun = opened.pop() if opened else None
        good = begun and begun.alone and tag.alone and not opened and NAME.fullmatch(begun.name)
        if begun and good and begun.name not in found:
            found[begun.name] = _lines_between(text, begun.end, tag.offset)
    return found


def _lines_between(text: str, begun: int, ended: int) -> tuple[int, int]:
    return min(text.find("\n", begun) + 1, ended), ended
