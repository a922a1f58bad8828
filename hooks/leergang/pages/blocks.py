"""Named blocks of a page: `{% block name %}` ... `{% endblock %}`, each alone on its line, which a school can replace.

Jinja renders a block where it stands, so a page with blocks is read as if their lines weren't there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..diagnostics import Report, Rule
from .language import signs_of
from .source import Piece, Source, compose

NAME = re.compile(r"[a-z][a-z0-9_]*")
_NO_DELIMITERS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Tag:
    """The beginning or the end of a block, as it is written."""

    name: str
    """What it is called, be it no good name; mostly empty at an end."""
    name_at: int
    """Where that stands."""
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
    (block, block_end), (remark, remark_end) = (
        map(re.escape, signs_of(delimiters)[kind]) for kind in ("block", "comment")
    )
    start, end = rf"{block}[-+]?\s*", rf"\s*[-+]?{block_end}"
    raw = rf"{start}raw{end}.*?{start}endraw{end}"
    tag = rf"{start}(?P<end>end)?block\b\s*(?P<name>.*?){end}"
    for found in re.finditer(rf"{raw}|{remark}.*?{remark_end}|{tag}", text, re.S):
        if found["name"] is not None:
            line_start, line_end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
            rest = text[found.end() : line_end if line_end >= 0 else len(text)]
            alone = line_start == found.start() and not rest.strip() and "\n" not in found[0]
            yield Tag(found["name"], found.start("name"), found.start(), found.end(), not found["end"], alone)


def is_page(text: str) -> bool:
    """Whether a school's file is a page, which begins with front matter; otherwise it holds blocks for one."""
    return text.lstrip().startswith("---")


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


def check_blocks(source: Source, start: int, delimiters: Mapping[str, str], report: Report) -> bool:
    """Tell what is wrong with how the blocks of a page are written, from the offset `start`.

    Returns:
        Whether Jinja can read them; what it can't, it needn't be asked about.
    """
    opened: list[Tag] = []
    names: set[str] = set()
    nested: list[Tag] = []
    readable = True
    for tag in read_tags(source.text[start:], delimiters):
        if not tag.alone:
            _tell(source, start + tag.offset, "alone", report)
        begun = opened.pop() if opened and not tag.opens else None
        if begun and tag.name not in ("", begun.name):
            readable = False
            _tell(source, start + tag.name_at, "end", report, name=begun.name, written=tag.name)
        if tag.opens:
            nested += [tag] if opened else []
            readable &= _check_name(source, start, tag, names, report)
            opened.append(tag)
    for tag in nested if not opened else ():  # one that isn't closed seems to hold all that are below it
        _tell(source, start + tag.offset, "nested", report)
    return readable


def _tell(source: Source, offset: int, reason: str, report: Report, **values: str) -> None:
    report.add(Rule.BLOCK_FORM, source.place(offset), reason=report.strings(f"blocks.{reason}", **values))


def _check_name(source: Source, start: int, tag: Tag, names: set[str], report: Report) -> bool:
    place = source.place(start + tag.name_at)
    if tag.name in names:
        report.add(Rule.DUPLICATE_ID, place, id=tag.name)
    names.add(tag.name)
    if NAME.fullmatch(tag.name):
        return True
    spelled = re.sub(r"^[\d_]+|_+$", "", re.sub(r"[^a-z0-9]+", "_", tag.name.lower()))
    expected = report.strings("types.block-name")
    report.add(Rule.INVALID_ID, place, id=tag.name, expected=expected, suggest=(spelled, [spelled] if spelled else []))
    return False


def with_blocks(page: Source, own: Source, delimiters: Mapping[str, str], report: Report) -> Source:
    """The course's page with a school's blocks in the place of its own.

    What the school has outside blocks, and blocks that the page hasn't, are reported.

    Args:
        page: the course's page.
        own: the school's file, in which all blocks are written well.
        delimiters: what mkdocs.yml chose for macros, by Jinja's names.
        report: what is told goes there.
    """
    theirs, mine = (find_blocks(source.text, delimiters) for source in (page, own))
    if outside := re.search(r"\S", _outside(own.text, delimiters)):
        report.add(Rule.OUTSIDE_BLOCK, own.place(outside.start()), path=page.path)
    known = {tag.name for tag in read_tags(page.text, delimiters) if tag.opens}
    for tag in read_tags(own.text, delimiters):
        if tag.opens and tag.name not in known:
            place = own.place(tag.name_at)
            report.add(Rule.UNKNOWN_BLOCK, place, id=tag.name, path=page.path, suggest=(tag.name, sorted(known)))
    pieces, at = [], 0
    for name, (start, end) in theirs.items():
        if name in mine:
            pieces += [Piece(page, at, start), Piece(own, *mine[name])]
            at = end
    return compose(page.path, [*pieces, Piece(page, at, len(page.text))])


def _outside(text: str, delimiters: Mapping[str, str]) -> str:
    """A text with spaces in the place of its blocks and of remarks."""
    depth, begun = 0, 0
    for tag in read_tags(text, delimiters):
        if tag.opens and not depth:
            begun = tag.offset
        depth += 1 if tag.opens else -1
        if not depth:
            text = f"{text[:begun]}{_spaces(text[begun : tag.end])}{text[tag.end :]}"
    opened, closed = map(re.escape, signs_of(delimiters)["comment"])
    return re.sub(rf"<!--.*?-->|{opened}.*?{closed}", lambda found: _spaces(found[0]), text, flags=re.S)


def _spaces(text: str) -> str:
    return re.sub(r"\S", " ", text)
