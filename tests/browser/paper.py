"""A page as Chromium prints it: the words and the boxes of each sheet, with their places in millimetres."""

import io
from dataclasses import dataclass, field
from functools import cached_property

import pypdf
from playwright.sync_api import Page

MM = 72 / 25.4
FOOT = 22
"""Below this height, what stands in the margin of a sheet."""

Matrix = list[float]


@dataclass(frozen=True)
class Line:
    """Words beside each other, at their height above the foot of the sheet."""

    height: float
    left: float
    text: str


@dataclass(frozen=True)
class Box:
    """What is drawn as a rectangle; a rule is one as well."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass
class Sheet:
    """One side of paper."""

    size: tuple[int, int]
    parts: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[Line]:
        """What stands on it, from the top, without its foot."""
        return [line for line in self._rows if line.height > FOOT]

    @property
    def foot(self) -> str:
        return " ".join(line.text for line in self._rows if line.height <= FOOT)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @cached_property
    def _rows(self) -> list[Line]:
        rows: list[list[Line]] = []
        for part in sorted(self.parts, key=lambda part: -part.height):
            if not rows or rows[-1][0].height - part.height > 0.7:
                rows.append([])
            rows[-1].append(part)
        rows = [sorted(row, key=lambda part: part.left) for row in rows]
        return [Line(row[0].height, row[0].left, _words(" ".join(part.text for part in row))) for row in rows]

    def rules_between(self, top: float, bottom: float) -> list[Box]:
        """The rules and boxes that lie between two heights."""
        return [box for box in self.boxes if box.right - box.left > 20 and bottom < box.bottom and box.top < top]


@dataclass
class Paper:
    """All sheets of a page, and what its HTML calls heading or question."""

    sheets: list[Sheet]
    headings: list[str]
    questions: list[str]

    @property
    def text(self) -> str:
        return " ".join(sheet.text for sheet in self.sheets)


HEADINGS = """() => [...document.querySelectorAll(
    "article :is(h1, h2, h3, h4, h5, h6, caption, legend, thead tr, .c-programme__label, .c-document__question)")]
  .map(one => [...one.childNodes].filter(node => !node.matches?.(".headerlink, .c-field__hint"))
    .map(node => node.textContent).join(one.matches("tr") ? " " : ""))"""
QUESTIONS = """() => [...document.querySelectorAll("label.c-field__label, .c-reflection__question")]
  .map(one => one.querySelector("[data-question]").textContent)"""


def print_page(page: Page) -> Paper:
    """Print what a page shows now."""
    page.evaluate("() => document.fonts.ready")
    sheets = read_sheets(page.pdf(prefer_css_page_size=True))
    headings, questions = ([_words(text) for text in page.evaluate(script)] for script in (HEADINGS, QUESTIONS))
    return Paper(sheets, [text for text in headings if text], questions)


def read_sheets(made: bytes) -> list[Sheet]:
    """What a browser printed."""
    return [_read(sheet) for sheet in pypdf.PdfReader(io.BytesIO(made)).pages]


def _read(found: pypdf.PageObject) -> Sheet:
    sheet = Sheet((round(found.mediabox.width / MM), round(found.mediabox.height / MM)))

    def see_text(text: str, cm: Matrix, tm: Matrix, font: object, size: float) -> None:
        if text.strip():
            left, height = _place(cm, tm[4], tm[5])
            sheet.parts.append(Line(height, left, text))

    def see_operation(operator: bytes, operands: list[float], cm: Matrix, tm: Matrix) -> None:
        if operator == b"re":
            x, y, width, height = map(float, operands)
            (left, one), (right, other) = _place(cm, x, y), _place(cm, x + width, y + height)
            sheet.boxes.append(Box(left, min(one, other), right, max(one, other)))

    found.extract_text(visitor_text=see_text, visitor_operand_before=see_operation)
    return sheet


def _place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point on the sheet, in millimetres from its left and its foot."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) / MM, (b * x + d * y + f) / MM


def _words(text: str) -> str:
    return " ".join(text.split())
