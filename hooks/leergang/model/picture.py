"""What a picture is by the first bytes of its file: whether browsers show it, and how wide and how high it is.

A page keeps its room free before it is there. Sources: the PNG specification, ITU T.81 for JPEG, RFC 9649 for WebP,
ISO 14496-12 for the brands of AVIF.
"""

import re
import struct
from collections.abc import Callable, Mapping

Size = tuple[float, float]

_SHOWN = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|....ftyp.{0,48}?avi[fs]", re.S)
_DRAWN = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!doctype\s+svg|svg)", re.I)
ENOUGH = 256
"""Bytes from its beginning by which the kind of a picture is known."""


def is_shown(name: str, start: bytes) -> bool:
    """Whether every browser shows a picture with this name and these first bytes."""
    if name.lower().endswith(".svg"):
        return _DRAWN.match(start) is not None
    ending = name.lower().endswith((".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"))
    return ending and _SHOWN.match(start) is not None


def _png(content: bytes) -> Size:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _jpeg(content: bytes) -> Size:
    """That of the first frame; segments before it are passed over."""
    at = 2
    while True:
        sign, marker, length = struct.unpack_from(">BBH", content, at)
        if sign != 0xFF or length < 2:
            return 0, 0
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length


def _webp(content: bytes) -> Size:
    """That of any of its three kinds."""
    if content[12:16] == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") for at in (24, 27))
        return width + 1, height + 1
    if content[12:16] == b"VP8L":
        bits = struct.unpack_from("<I", content, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", content, 26)
    return width & 0x3FFF, height & 0x3FFF


_READERS: Mapping[str, Callable[[bytes], Size]] = {"png": _png, "jpg": _jpeg, "webp": _webp}


def picture_size(content: bytes, kind: str) -> Size | None:
    """The width and height of a png, jpg or webp; None where its bytes tell none."""
    try:
        width, height = _READERS[kind](content)
    except struct.error:
        return None
    return (width, height) if width and height else None


def drawing_size(view_box: str, width: str, height: str) -> Size | None:
    """The same of an SVG, by what its root says; None where that is nothing."""
    try:
        *_, wide, high = map(float, view_box.replace(",", " ").split() or [_pixels(width), _pixels(height)])
    except ValueError:
        return None
    return (wide, high) if 0 < wide < 1e6 and 0 < high < 1e6 else None


def _pixels(length: str) -> str:
    return length.removesuffix("px").strip()
