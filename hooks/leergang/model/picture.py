"""How wide and how high a picture is, by the first bytes of its file: a page keeps its room free before it is there.

Sources: the PNG specification, ITU T.81 for JPEG, RFC 9649 for WebP.
"""

import struct
from collections.abc import Callable, Mapping

Size = tuple[float, float]


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
