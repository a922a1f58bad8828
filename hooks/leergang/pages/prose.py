"""The words of a Markdown page: what a reader reads, sentence by sentence, each with its offset.

Markup gives way to spaces, so that every offset stays what it is in the author's file.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .language import Call, signs_of
from .markdown import REFERENCE, blank, without_code
from .page import Page

WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
"""A word, a number or an abbreviation."""

Span = tuple[int, int]

_TRAINER_END = re.compile(r"\bendcall\b")
_LINK = re.compile(r"(\[(?:[^\[\]]|\[[^\[\]]*\])*\])(\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_SIGNS = "*`\\[]"
_MARKUP = {
    "]:": REFERENCE,
    "///": re.compile(r"^\s*/{3,}[^|\n]*", re.M),  # its title is left with the sign of a cell, and so by itself
    "<": re.compile(r"<[a-z/](?:[^<>\n]|\n(?!\s*\n))*>", re.I),
    ">": re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M),
    "&": re.compile(r"&(?:[a-z]+\d*|#\w+);", re.I),
    "{": re.compile(r"\{(?::|[ \t]*[#.]|[ \t]*[\w-]+=)[^{}\n]*\}"),
    "_": re.compile(r"(?<!\w)_+|_+(?!\w)"),
}
"""What else is no word, by a sign that a text without it need not be searched for."""
_BLOCK_OPTIONS = re.compile(r"(^\s*/{3,}[^\n]*\n)((?: {4}\w+:[^\n]*\n)+)", re.M)
_TABLE_RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")
_ITEM = re.compile(r"^\s*(?:[-+*]|\d+[.)])\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_CELL = re.compile(r"[^|]+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')]*(?=\s+(?:['’][a-z] |[\"“‘'(„])?[A-ZÀ-Þ0-9]|\s*$)")
_SHORT = re.compile(
    r"(?:(?:[^\W\d]\.)*[^\W\d]|bijv|blz|ca|dhr|dr|drs|e\.g|i\.e|mevr|mr|mrs|nr|prof|resp|vgl|vs)\.", re.I
)


@dataclass(frozen=True)
class Block:
    """Words that belong together: a heading, a paragraph, an item of a list or a cell of a table."""

    text: str
    """As the page has it, with spaces in the place of markup."""
    offset: int
    """Where it begins in the body of the page."""
    heading: bool = False
    for_trainers: bool = False

    def sentences(self) -> Iterator[tuple[str, int]]:
        """Each sentence with its offset in the body."""
        start = 0
        for end in _SENTENCE_END.finditer(self.text):
            last = self.text[start : end.end()].rsplit(None, 1)[-1]
            if not _SHORT.fullmatch(last.lstrip("(")):
                yield from self._sentence(start, end.end())
                start = end.end()
        yield from self._sentence(start, len(self.text))

    def _sentence(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        if word := WORD.search(self.text, start, end):
            yield " ".join(self.text[start:end].split()), self.offset + word.start()


@dataclass(frozen=True)
class Prose:
    """The words of a page."""

    blocks: tuple[Block, ...]
    marked: tuple[Span, ...]
    """From where to where a link or a macro says them."""

    @property
    def participant_blocks(self) -> tuple[Block, ...]:
        """What is not for trainers only."""
        return tuple(block for block in self.blocks if not block.for_trainers)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences outside headings: how many words each has, and its offset."""
        found = [sentence for block in self.blocks if not block.heading for sentence in block.sentences()]
        return tuple((len(WORD.findall(text)), offset) for text, offset in found)

    @property
    def words(self) -> int:
        """How many a participant reads."""
        return sum(len(WORD.findall(block.text)) for block in self.participant_blocks)

    def is_marked(self, offset: int) -> bool:
        """Whether the word at an offset belongs to a link or a macro."""
        return any(start <= offset < end for start, end in self.marked)


def shown_as(terms: Mapping[str, str]) -> Callable[[Call], str]:
    """What tells the words that a macro puts in a sentence, by the words of each term."""

    def shown(call: Call) -> str:
        if call.name != "term":
            return ""
        return call.arguments.get("text") or terms.get(call.arguments["id"], "")

    return shown


def read_prose(page: Page, delimiters: Mapping[str, str], shown: Callable[[Call], str]) -> Prose:
    """The words of a page, in order.

    Args:
        page: the page.
        delimiters: what mkdocs.yml chose for macros, by Jinja's names.
        shown: the words that a macro puts in a sentence; where they take more room than its call they are left out.
    """
    signs = signs_of(delimiters)
    text, marked = _with_shown(page, signs["variable"], shown)
    for_trainers = list(trainer_spans(page))
    for start_sign, end_sign in signs.values():
        if start_sign in text:
            text = re.sub(f"{re.escape(start_sign)}.*?{re.escape(end_sign)}", blank, text, flags=re.S)
    text = without_code(text)
    while links := [link.span() for link in _LINK.finditer(text)]:  # a picture can be the text of a link
        marked += links
        text = _LINK.sub(lambda link: f"{link[1]}{blank(link, 2)}", text)
    blocks = [
        Block(words, offset, heading, any(start <= offset < end for start, end in for_trainers))
        for words, offset, heading in _blocks(_without_markup(text))
        if WORD.search(words)
    ]
    return Prose(tuple(blocks), tuple(marked))


def _with_shown(page: Page, signs: tuple[str, str], shown: Callable[[Call], str]) -> tuple[str, list[Span]]:
    """The body with the words of macros in the place of their calls, and the spans of those."""
    text, spans = page.body, []
    for call in page.calls:
        if words := shown(call):
            at = call.offset - page.body_start
            start, end = text.rfind(signs[0], 0, at), text.find(signs[1], at) + len(signs[1])
            if start >= 0 and len(words) <= end - start:
                text = f"{text[:start]}{words.ljust(end - start)}{text[end:]}"
                spans.append((start, end))
    return text, spans


def trainer_spans(page: Page) -> Iterator[Span]:
    """From where to where in its body a page speaks to trainers only."""
    if page.for_trainers:
        yield 0, len(page.body)
    for call in page.calls:
        if call.name == "trainer":
            start = call.offset - page.body_start
            end = _TRAINER_END.search(page.body, start)
            yield start, end.start() if end else len(page.body)


def _without_markup(text: str) -> str:
    if "///" in text:
        text = _BLOCK_OPTIONS.sub(lambda found: f"{found[1]}{blank(found, 2)}", text)
    for sign, markup in _MARKUP.items():
        if sign in text:
            text = markup.sub(blank, text)
    return text.replace("![", "  ")


def _blocks(text: str) -> Iterator[tuple[str, int, bool]]:
    """Each block of words, its offset, and whether it is a heading."""
    begun, offset = -1, 0
    plain = text
    for sign in _SIGNS:
        plain = plain.replace(sign, " ")
    for line in text.split("\n"):
        heading, item = _HEADING.match(line), _ITEM.match(line)
        row = line.lstrip().startswith("|")
        if begun >= 0 and (heading or item or row or not line.strip()):
            yield plain[begun:offset], begun, False
            begun = -1
        if heading:
            yield plain[offset + heading.end() : offset + len(line)], offset + heading.end(), True
        elif row and not _TABLE_RULE.match(line):
            for cell in _CELL.finditer(line):
                yield plain[offset + cell.start() : offset + cell.end()], offset + cell.start(), False
        elif begun < 0 and not row and line.strip():
            begun = offset + (item.end() if item else 0)
        offset += len(line) + 1
    if begun >= 0:
        yield plain[begun:], begun, False
