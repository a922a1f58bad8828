"""A school's logo: a picture that every page shows, so it may be a picture and nothing else.

Its kind is what its bytes say, whatever its name. An SVG may hold shapes, words and colours; what is not in the lists
here is refused, since somebody may open the file by itself, where a browser runs what is in it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from xml.parsers import expat

from .picture import Size, drawing_size, picture_size

MOST = 200 * 1024
"""Bytes: every page of a first visit waits for it."""
_KINDS = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n\0\0\0\rIHDR(?!\0{4})....(?!\0{4})....", re.S)),
    ("jpg", re.compile(rb"\xff\xd8\xff[\xc0-\xfe]")),
    ("webp", re.compile(rb"RIFF....WEBPVP8[ LX]", re.S)),
    ("svg", re.compile(rb"(?:\xef\xbb\xbf)?\s*<")),
)
_ENDS: Mapping[str, Callable[[bytes], bool]] = {
    "png": lambda content: b"IEND\xaeB`\x82" in content[-1024:],
    "jpg": lambda content: b"\xff\xd9" in content[-1024:],
    "webp": lambda content: int.from_bytes(content[4:8], "little") + 8 <= len(content),
}
"""Whether the end of a picture is there too."""
_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    "svg g defs symbol use rect circle ellipse line path polygon polyline text tspan title desc style linearGradient"
    " radialGradient stop clipPath mask".split()
)
_ATTRIBUTES = frozenset(
    "xmlns xmlns:xlink version id class style viewBox preserveAspectRatio transform x y dx dy x1 y1 x2 y2 cx cy r rx ry"
    " fx fy width height d points pathLength offset href xlink:href xml:space xml:lang role aria-label aria-labelledby"
    " aria-hidden focusable data-name type gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits"
    " maskContentUnits color clip-path clip-rule mask fill fill-opacity fill-rule stroke stroke-width stroke-linecap"
    " stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity stop-color stop-opacity"
    " opacity display visibility overflow paint-order enable-background shape-rendering font-family font-size"
    " font-style font-weight letter-spacing word-spacing text-anchor dominant-baseline".split()
)
_ADDRESS = re.compile(r"url\(|image\(|image-set\(|src\(|[@\\]", re.I)
"""What leads out of a file, and signs by which styles hide it."""
_OWN_PART = re.compile(r"""url\(\s*(["']?)#[\w.-]+\1\s*\)""", re.I)
_STYLED = frozenset({"style", "fill", "stroke", "clip-path", "mask", "color", "stop-color"})


@dataclass(frozen=True)
class LogoFile:
    """A logo that can be shown."""

    content: bytes
    kind: str
    """svg, png, jpg or webp: what the name of its copy in a site ends on."""
    size: Size

    @property
    def width(self) -> int:
        """How wide it is where it is as high as `height`."""
        return max(1, round(self.height * self.size[0] / self.size[1]))

    @property
    def height(self) -> int:
        """In pixels; a stylesheet makes it smaller."""
        return 100

    @property
    def uri(self) -> str:
        """Where it is in a site."""
        return f"assets/images/school-logo.{self.kind}"


class LogoError(Exception):
    """A file that can't be a logo; `reason` and `values` are those of the words that say why."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


def read_logo(folder: Path, name: str) -> LogoFile:
    """The logo that the file called `name` in a school's folder is.

    Raises:
        LogoError: it isn't there, isn't the school's own, or can't be shown.
    """
    content = _read(folder, name)
    kind = next((kind for kind, pattern in _KINDS if pattern.match(content)), "")
    if not kind:
        raise LogoError("kind")
    size = _Drawing(content).read() if kind == "svg" else picture_size(content, kind)
    if kind != "svg" and not (size and _ENDS[kind](content)):
        raise LogoError("cut-off")
    if size is None:
        raise LogoError("size")
    return LogoFile(content, kind, size)


def _read(folder: Path, name: str) -> bytes:
    parts = PurePosixPath(name).parts
    if "\\" in name or ":" in name or "\0" in name or name.startswith("/") or ".." in parts:
        raise LogoError("outside")
    path = folder
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise LogoError("symlink")
    if not path.exists():
        raise LogoError("missing")
    if not path.is_file():
        raise LogoError("unreadable")
    try:
        with path.open("rb") as file:
            content = file.read(MOST + 1)
        if len(content) > MOST:
            raise LogoError("large", size=-(-path.stat().st_size // 1024), most=MOST // 1024)
    except OSError:
        raise LogoError("unreadable") from None
    return content


class _Drawing:
    """One pass over the elements of an SVG."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._open: list[str] = []
        self._size: Size | None = None
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text, self._parser.buffer_size = True, MOST  # a style is judged whole, not in pieces
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda name: self._open.pop()
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *declared: self._refuse("<!DOCTYPE>")
        self._parser.ProcessingInstructionHandler = lambda target, data: self._refuse(f"<?{target}?>")

    def read(self) -> Size | None:
        """How large it is.

        Raises:
            LogoError: it is no SVG, or has something that may do more than be seen.
        """
        try:
            self._parser.Parse(self._content, True)
        except expat.ExpatError as error:
            fault = expat.errors.messages[error.code]
            raise LogoError("svg", line=error.lineno, fault=fault) from None
        return self._size

    def _refuse(self, what: str) -> None:
        raise LogoError("content", line=self._parser.CurrentLineNumber, what=what[:60])

    def _start(self, name: str, attributes: Mapping[str, Any]) -> None:
        root = not self._open
        if name not in _ELEMENTS or (name == "svg") != root:
            self._refuse(f"<{name}>")
        for key, value in attributes.items():
            if key not in _ATTRIBUTES:
                self._refuse(key)
            if key in _STYLED and _leads_out(value):
                self._refuse(f'{key}="{value}"')
            if key in ("href", "xlink:href") and not re.fullmatch(r"#[\w.-]+", value):
                self._refuse(f'{key}="{value}"')
            if key == "type" and (name, value) != ("style", "text/css"):
                self._refuse(f'{key}="{value}"')
            if key == "xmlns" and value != _SVG:
                self._refuse(f'{key}="{value}"')
        if root and attributes.get("xmlns") != _SVG:
            self._refuse("<svg>")
        if root:
            self._size = drawing_size(*(attributes.get(key, "") for key in ("viewBox", "width", "height")))
        self._open.append(name)

    def _text(self, data: str) -> None:
        if self._open[-1] == "style" and _leads_out(data):
            self._refuse("<style>")


def _leads_out(style: str) -> bool:
    return _ADDRESS.search(_OWN_PART.sub("", style)) is not None
