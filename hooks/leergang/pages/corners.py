"""Markdown's corners: what looks as its author meant it in a text editor, and isn't on the page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .markdown import without_indented

_ADDRESS = (
    r"(?:(?:https?://|mailto:|\.\.?/|#)[^()\[\]\s]*|[^()\[\]\s]+\.(?:md|html|pdf|png|jpe?g|svg)(?:#[^()\[\]\s]*)?)"
)
_APART = re.compile(rf"\[(?<!\\\[)[^\[\]\n]+\](?:[ \t]+|[ \t]*\n)\(<?{_ADDRESS}>?\)")
_SWAPPED = re.compile(rf"\((?<![\\\]]\()[^()\n]+\)\[{_ADDRESS}\](?![(\[:])")
_ITEM = re.compile(r"(?:[-*+]|1\.)[ \t]+\S")
_NUMBERED = re.compile(r"(?:\d+\.|[-*+])[ \t]")
_PARAGRAPH = re.compile(r"[\w\[\"'(‘“*`_]")
_RULE = re.compile(r"[ ]{0,3}(?:([-*_])[ \t]*)(?:\1[ \t]*){2,}$")
_HEADING = re.compile(r"#{1,6}[ \t]*[^#\s]")
_DELIMITER = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")

_BULLET = re.compile(r"[ ]{0,3}(?:[•●▪■◦○‣\u2043\uf0a7\uf0b7]|[·o]\t)[ \t\xa0]*\S")
_GLUED = re.compile(r"-(?:\xa0|(?=[^\W\d_]))")
_DASH = re.compile(r"[–—][ \t\xa0]+\S")
_COUNTED = re.compile(r"\(?(?:(\d\d?)(?:\)[ \t\xa0]*(?=\S)|\.\xa0?(?=[^\W\d_]))|([a-z])[.)][ \t\xa0]+(?=\S))")
_LOST_ITEM = re.compile("|".join(form.pattern for form in (_BULLET, _GLUED, _DASH, _COUNTED)))
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ \t]*$")
_TABS = re.compile(r"(?<=\S)\t+(?=\S)")
_INDENTED_HEADING = re.compile(r"[ \t\xa0]+#{2,6}[ \t]+\S")
_DEEP = re.compile(r"(?:[ ]{4}|\t)")
_INDENTED_SENTENCE = re.compile(r"[ \t]+[\"'“„‘(]?[^\W\d_a-z](?:[^\s{}<>=;|\\]+[ ]){4}.*[.!?:…][\"'”’)]*[ \t]*$")

LIST, TABLE = "list", "table"


def broken_links(text: str) -> Iterator[int]:
    """The offset of each link with something between its words and its address, or with the two the wrong way round."""
    for form in (_APART, _SWAPPED):
        yield from (found.start() for found in form.finditer(text))


def without_blank_line(text: str) -> Iterator[tuple[str, int]]:
    """Each list and table that belongs to the paragraph above it, for want of a blank line: which, and its offset."""
    offset, in_paragraph = 0, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith("///") or _HEADING.match(line) or _LOST_ITEM.match(line):
            in_paragraph = False
        elif in_paragraph and _ITEM.match(line) and not _RULE.match(line):
            yield LIST, offset
            in_paragraph = False
        elif in_paragraph and _begins_table(lines, number):
            yield TABLE, offset
            in_paragraph = False
        elif number == 0 or not lines[number - 1].strip() or not _continues(lines[number - 1]):
            in_paragraph = bool(_PARAGRAPH.match(line)) and not _NUMBERED.match(line)
        offset += len(line) + 1


def _continues(before: str) -> bool:
    """Whether a line belongs to the same block as the one before it."""
    return not (before.startswith("///") or _HEADING.match(before))


def _begins_table(lines: list[str], number: int) -> bool:
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return "|" in lines[number] and "|" in below and bool(_DELIMITER.match(below))


def uneven_rows(text: str) -> Iterator[tuple[int, int, int]]:
    """Each row of a table with more or fewer cells than its first: its offset, its cells, and those of the first."""
    if "|" not in text:
        return
    offset, wanted = 0, 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if wanted and "|" in line:
            if (count := _cells(line)) != wanted:
                yield offset, count, wanted
        elif not wanted and _begins_table(lines, number):
            wanted = _cells(line)
        else:
            wanted = 0
        offset += len(line) + 1


def _cells(line: str) -> int:
    row = line.strip()
    inner = row.removeprefix("|")
    return len(_CELL_END.findall(inner)) + (0 if inner.endswith("|") and not inner.endswith("\\|") else 1)


class _Line(NamedTuple):
    """A line of a page that isn't blank."""

    text: str = ""
    """As its author wrote it: with spaces in the place of what begins it, it would seem indented."""
    seen: str = ""
    """With spaces in the place of code, remarks and macros."""
    offset: int = 0
    number: int = -1
    code: bool = False
    """Whether it becomes code, for no more than its indentation."""


def lost_shapes(seen: str, body: str) -> Iterator[tuple[str, int]]:
    """What a word processor shows as a list, table, heading or paragraph, and Markdown as something else.

    Args:
        seen: a page with spaces in the place of code, remarks and macros.
        body: the same page as its author wrote it.

    Yields:
        The key of the words that say what was lost, and the offset of its first line.
    """
    lines, in_list = [_Line(), *_lines(seen, body), _Line()], False
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        lost_item = _is_lost_item(before, line, after)
        if lost_item and not in_list:
            yield "no-list", line.offset
        in_list = lost_item or (in_list and (bool(_NUMBERED.match(line.text)) or before.number + 1 == line.number))
        if not lost_item and (lost := _lost_shape(before, line, after)):
            yield lost, line.offset


def _lines(seen: str, body: str) -> Iterator[_Line]:
    offset, unindented = 0, without_indented(body).split("\n")
    for number, (shown, text) in enumerate(zip(seen.split("\n"), body.split("\n"), strict=True)):
        if shown.strip():
            yield _Line(text, shown, offset, number, code=not unindented[number].strip())
        offset += len(text) + 1


def _is_lost_item(before: _Line, line: _Line, after: _Line) -> bool:
    """Whether a line begins as an item does in a word processor: with a bullet, or as a line beside it does."""
    if not _LOST_ITEM.match(line.text):
        return False
    near = (before.text, after.text)
    if _GLUED.match(line.text):
        return any(_GLUED.match(text) or _NUMBERED.match(text) for text in near)
    if _DASH.match(line.text):
        return any(map(_DASH.match, near))
    if place := _count(line.text):
        return _count(after.text) == place + 1 or _count(before.text) == place - 1 > 0
    return True


def _count(text: str) -> int:
    """The place in a list of what begins with its number or letter; 0 where it begins otherwise."""
    found = _COUNTED.match(text)
    return 0 if not found else int(found[1]) if found[1] else ord(found[2]) - ord("a") + 1


def _lost_shape(before: _Line, line: _Line, after: _Line) -> str:
    """What was lost on a line that is the first of its kind; empty where nothing was."""
    follows, goes_on = before.number + 1 == line.number, line.number + 1 == after.number
    if line.text[0].isspace() and _INDENTED_HEADING.match(line.text) and (line.code or not _DEEP.match(line.text)):
        return "no-heading"
    if line.code:
        return "no-paragraph" if not before.code and _INDENTED_SENTENCE.match(line.text) else ""
    if "|" in line.seen:
        first = goes_on and not (follows and "|" in before.seen) and _ROW.match(line.seen)
        return "no-table" if first and _ROW.match(after.seen) and not _DELIMITER.match(after.seen) else ""
    tabs = len(_TABS.findall(line.seen)) if "\t" in line.seen and not _NUMBERED.match(line.text) else 0
    alone = not goes_on or (follows and _TABS.search(before.seen))
    return "no-cells" if tabs and not alone and tabs == len(_TABS.findall(after.seen)) else ""
