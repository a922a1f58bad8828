"""Diagrams: docs/beeld/<id>.svg, drawings whose words are text and whose colours are those of the page.

A drawing becomes part of each page that shows it, so it may hold shapes and words and nothing else: no script, no
address, no colour and no id of its own.
"""

import re
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from ..diagnostics import Place, Report, Rule
from ..pages.source import Source

SHAPES = frozenset({"svg", "g", "rect", "circle", "ellipse", "line", "path", "polygon", "polyline", "text", "tspan"})
WORDS = ("title", "desc")
ATTRIBUTES = frozenset(
    "xmlns viewBox class transform x y dx dy x1 y1 x2 y2 cx cy r rx ry width height d points text-anchor".split()
)
_ROOT = re.compile(r"<svg(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")


@dataclass(frozen=True)
class Diagram:
    """A drawing that says in words what it shows."""

    id: str
    title: str
    description: str
    view_box: str
    shapes: str
    """What the drawing holds beside its title and description, as SVG."""
    place: Place


def read_diagram(source: Source, name: str, report: Report) -> Diagram | None:
    """The drawing in `source`; None when it can't be part of a page, which is then reported."""
    reading = _Reading(source, report)
    if not reading.read():
        return None
    for key in WORDS:
        if not reading.words.get(key, "").strip():
            report.add(Rule.DIAGRAM_WITHOUT_TEXT, Place(source.path), element=key)
            reading.failed = True
    if reading.failed:
        return None
    inner = _ROOT.split(source.text, maxsplit=1)[1].rpartition("</svg")[0]
    for key in WORDS:
        inner = re.sub(rf"\s*<{key}\s*>.*?</{key}\s*>", "", inner, flags=re.S)
    words = {key: " ".join(text.split()) for key, text in reading.words.items()}
    return Diagram(name, words["title"], words["desc"], reading.view_box, inner.strip(), Place(source.path))


class _Reading:
    """One pass over the elements of a file."""

    def __init__(self, source: Source, report: Report) -> None:
        self._source, self._report = source, report
        self._open: list[str] = []
        self.words: dict[str, str] = {}
        self.view_box = ""
        self.failed = False
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda name: self._open.pop()
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *declared: self._refuse("<!DOCTYPE>")
        self._parser.ProcessingInstructionHandler = lambda target, data: self._refuse(f"<?{target}?>")
        self._parser.CommentHandler = lambda data: self._refuse("<!-- -->")
        self._parser.StartCdataSectionHandler = lambda: self._refuse("<![CDATA[")

    def read(self) -> bool:
        """Whether the file is SVG."""
        try:
            self._parser.Parse(self._source.text.encode(), True)
        except expat.ExpatError as error:
            reason = expat.errors.messages[error.code]
            place = Place(self._source.path, error.lineno, error.offset + 1)
            self._report.add(Rule.DIAGRAM_SYNTAX, place, reason=reason)
            return False
        return True

    def _refuse(self, what: str) -> None:
        self.failed = True
        place = Place(self._source.path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self._report.add(Rule.DIAGRAM_CONTENT, place, what=what)

    def _start(self, name: str, attributes: dict[str, Any]) -> None:
        root = not self._open
        if name in WORDS:
            if len(self._open) != 1 or attributes or name in self.words:
                self._refuse(f"<{name}>")
            self.words.setdefault(name, "")
        elif name not in SHAPES or root != (name == "svg") or not set(WORDS).isdisjoint(self._open):
            self._refuse(f"<{name}>")
        else:
            for key in attributes.keys() - ATTRIBUTES:
                self._refuse(key)
        if root and not attributes.get("viewBox"):
            self._refuse("<svg>")
        if root:
            self.view_box = attributes.get("viewBox", "")
        self._open.append(name)

    def _text(self, data: str) -> None:
        if self._open[-1] in WORDS:
            self.words[self._open[-1]] += data
