"""Markdown's corners: what looks as its author meant it in a text editor, and isn't on the page."""

import re
from collections.abc import Iterator

_ADDRESS = (
    r"(?:(?:https?://|mailto:|\.\.?/|#)[^()\[\]\s]*|[^()\[\]\s]+\.(?:md|html|pdf|png|jpe?g|svg)(?:#[^()\[\]\s]*)?)"
)
_APART = re.compile(rf"\[(?<!\\\[)[^\[\]\n]+\](?:[ \t]+|[ \t]*\n)\(<?{_ADDRESS}>?\)")
_SWAPPED = re.compile(rf"\((?<![\\\]]\()[^()\n]+\)\[{_ADDRESS}\](?![(\[:])")
_ITEM = re.compile(r"(?:[-*+]|1[.)])[ \t]+\S")
_NUMBERED = re.compile(r"(?:\d+[.)]|[-*+])[ \t]")
_PARAGRAPH = re.compile(r"[\w\[\"'(‘“*`_]")
_RULE = re.compile(r"[ ]{0,3}(?:([-*_])[ \t]*)(?:\1[ \t]*){2,}$")
_HEADING = re.compile(r"#{1,6}[ \t]*[^#\s]")
_DELIMITER = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")

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
        if not line.strip() or line.startswith("///") or _HEADING.match(line):
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
