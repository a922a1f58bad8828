"""A school's logo: a picture of its own folder that can do no harm, known by its bytes."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leergang.model.logo import MOST, LogoError, LogoFile, read_logo

from ..conftest import Check, CourseDir

ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0\0\x06JFIF\xff\xc0\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0\xff\xd9"
WEBP = b"RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0\x2f\x02\x40\0\0\0"
SVG = f"{ROOT}<path d='M0 0h9v9z' fill='#14532d'/></svg>".encode()


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., LogoFile]:
    """The logo that some bytes are."""

    def read_bytes(content: bytes, name: str = "logo.svg") -> LogoFile:
        (tmp_path / name).write_bytes(content)
        return read_logo(tmp_path, name)

    return read_bytes


@pytest.mark.parametrize(("content", "kind"), [(PNG, "png"), (JPEG, "jpg"), (WEBP, "webp"), (SVG, "svg")])
def test_a_picture_is_known_by_its_bytes(content: bytes, kind: str, read: Callable[..., LogoFile]) -> None:
    for name in ("logo.svg", "logo.png", "logo"):
        found = read(content, name)
        assert (content, f"assets/images/school-logo.{kind}") == (found.content, found.uri)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PNG, (1, 1)),
        (JPEG, (3, 2)),
        (WEBP, (3, 2)),
        (b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x02\0\0\x01\0\0", (3, 2)),
        (b"RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x03\0\x02\0", (3, 2)),
        (SVG, (9, 9)),
        (SVG.replace(b'viewBox="0 0 9 9"', b'width="30px" height="20"'), (30, 20)),
        (SVG.replace(b"0 0 9 9", b"-1,-1,1.5,1"), (1.5, 1)),
    ],
)
def test_a_page_knows_its_size_beforehand(
    content: bytes, size: tuple[float, float], read: Callable[..., LogoFile]
) -> None:
    found = read(content)
    assert size == found.size
    assert (round(100 * size[0] / size[1]), 100) == (found.width, found.height)


def refused(make: Callable[[], object]) -> str:
    with pytest.raises(LogoError) as told:
        make()
    return told.value.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "kind"),
        (b"GIF89a" + b"\0" * 50, "kind"),
        (b"%PDF-1.7", "kind"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "kind"),
        (PNG[:-12], "cut-off"),
        (JPEG[:-2], "cut-off"),
        (WEBP[:-4], "cut-off"),
        (SVG.decode().encode("utf-16"), "kind"),
        (b"<html><script>alert(1)</script></html>", "content"),
        (b"\0" * (MOST + 1), "large"),
        (SVG[:-4], "svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "size"),
        (SVG.replace(b"0 0 9 9", b"0 0 0 9"), "size"),
        (SVG.replace(b'viewBox="0 0 9 9"', b'width="100%" height="100%"'), "size"),
        (JPEG[:4] + b"\0\0" + JPEG[6:], "cut-off"),
        (b"<svg viewBox='0 0 9 9'/>", "content"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, reason: str, read: Callable[..., LogoFile]) -> None:
    assert reason == refused(lambda: read(content))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<image href='https://a.example/x.png'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<a href='javascript:alert(1)'><path d='M0 0'/></a>",
        "<path onclick='alert(1)' d='M0 0'/>",
        "<path onLoad='alert(1)' d='M0 0'/>",
        "<use href='https://a.example/x.svg#a'/>",
        "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='x.svg#a'/>",
        "<use xmlns:q='http://www.w3.org/1999/xlink' q:href='x.svg#a'/>",
        "<path fill='url(https://a.example/x.svg#a)' d='M0 0'/>",
        "<path fill='url(//a.example)' d='M0 0'/>",
        "<path style='fill:u\\72l(x)' d='M0 0'/>",
        "<path filter='url(#a)' d='M0 0'/>",
        "<style>@import 'x.css';</style>",
        "<style>path{fill:url(x.svg#a)}</style>",
        "<style><![CDATA[path{fill:URL( 'x.svg#a')}]]></style>",
        "<style>path{background:image-set('x.png' 1x)}</style>",
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<g xmlns='http://www.w3.org/1999/xhtml'/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
        "<iframe src='x'/>",
        "<?xml-stylesheet href='x.css'?>",
        "<svg viewBox='0 0 1 1'/>",
    ],
)
def test_a_drawing_with_more_than_shapes_words_and_colours_is_refused(
    inside: str, read: Callable[..., LogoFile]
) -> None:
    assert "content" == refused(lambda: read(f"{ROOT}\n{inside}</svg>".encode()))


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE svg [<!ENTITY x 'y'>]>",
        "<!DOCTYPE svg SYSTEM 'https://a.example/x.dtd'>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    ],
)
def test_a_drawing_that_declares_anything_is_refused(before: str, read: Callable[..., LogoFile]) -> None:
    assert "content" == refused(lambda: read(f"{before}{ROOT}</svg>".encode()))


def test_what_drawing_programs_write_is_a_logo(read: Callable[..., LogoFile]) -> None:
    text = f"""\ufeff<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a drawing program -->
{ROOT.replace(">", ' version="1.1" id="l" xml:space="preserve" style="enable-background:new 0 0 9 9;">')}
<style type="text/css">.a{{fill:#14532d}}</style>
<defs><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>
<g clip-path="url(#c)"><use href="#c"/><path class="a" d="M0 0" style="fill:url('#c');stroke:none"/><text>De Wilg</text></g></svg>
"""
    assert "svg" == read(text.encode()).kind
    assert "content" == refused(lambda: read(text.replace("text/css", "text/x").encode()))


@given(
    text=st.lists(st.sampled_from(["url(", "#a", ")", "x", "'", '"', "/*", "*/", "(", " ", "u", "r", "l"])).map("".join)
)
def test_no_style_leads_out_of_a_drawing(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("logo")
    (folder / "logo.svg").write_text(f"{ROOT}<style>path{{fill:{text}}}</style></svg>", encoding="utf-8")
    try:
        read_logo(folder, "logo.svg")
    except LogoError:
        return
    inside = [part.strip(" '\"") for part in text.split("url(")[1:]]
    assert all(part.startswith("#") for part in inside)


@pytest.mark.parametrize(
    "name", ["../logo.svg", "/etc/hostname", "beeld/../../logo.svg", "..\\logo.svg", "C:\\logo.svg", "file:logo.svg"]
)
def test_a_logo_is_in_the_folder_of_the_school(name: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "school" / "beeld").mkdir(parents=True)

    assert "outside" == refused(lambda: read_logo(tmp_path / "school", name))


def test_a_symbolic_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "logo.svg").write_bytes(SVG)
    (tmp_path / "logo.svg").symlink_to(tmp_path / "beeld" / "logo.svg")
    (tmp_path / "plaatjes").symlink_to(tmp_path / "beeld")

    assert "svg" == read_logo(tmp_path, "beeld/logo.svg").kind
    assert "symlink" == refused(lambda: read_logo(tmp_path, "logo.svg"))
    assert "symlink" == refused(lambda: read_logo(tmp_path, "plaatjes/logo.svg"))


def test_what_is_not_there_and_what_is_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").mkdir()

    assert "unreadable" == refused(lambda: read_logo(tmp_path, "logo.svg"))
    assert "missing" == refused(lambda: read_logo(tmp_path, "logo.png"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            f"{ROOT}\n<script/></svg>".encode(),
            "op regel 2 van de SVG staat <script>, en alleen vormen, woorden en kleuren zijn veilig; sla het op als "
            "'gewone' of 'geoptimaliseerde' SVG, of als PNG",
        ),
        (b"\xff\xd8\xff\xe0" + b"\0" * 3_000_000, "het is 2930 kB, en 200 kB is het meest; sla het op als SVG, of als PNG van hooguit 400 pixels breed"),
        (f"{ROOT}\n<g></svg>".encode(), "de SVG is op regel 2 niet te lezen (mismatched tag); sla het opnieuw op, of als PNG"),
    ],
    ids=["script", "large", "broken"],
)  # fmt: skip
def test_it_is_told_at_its_line_with_what_to_do(
    content: bytes, told: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.add_school()
    showcase_dir.write("school/beeld/logo.svg", content)

    assert [f"school/school.yml:4:9: fout[logo-past-niet] 'beeld/logo.svg' kan hier geen logo zijn: {told}"] == check(
        showcase_dir
    )
