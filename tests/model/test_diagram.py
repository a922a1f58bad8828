"""A drawing of docs/beeld/: shapes and words, and nothing that could do or load anything in a page."""

import time
from collections.abc import Callable

import pytest

from leergang.diagnostics import Report
from leergang.model.diagram import Diagram, read_diagram
from leergang.pages.source import Source

from ..conftest import Check, CourseDir

ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">'
WORDS = "<title>Een brood</title>\n<desc>Een rond brood met een kruis.</desc>"
RIJZEN = "docs/modules/deeg/rijzen.md"

Read = Callable[[str], Diagram | None]
Told = Callable[[], list[str]]


def drawing(inner: str, root: str = ROOT, words: str = WORDS) -> str:
    """An SVG file; `inner` begins on its fourth line."""
    return f"{root}\n{words}\n{inner}\n</svg>\n"


@pytest.fixture
def read(report: Report) -> Read:
    """The drawing that a text is."""
    return lambda text: read_diagram(Source("brood.svg", text), "brood", report)


def not_here(place: str, what: str) -> str:
    return (
        f"{place} [diagram-inhoud] '{what}' kan hier niet; een diagram heeft een viewBox en verder alleen vormen, woorden en "
        "klassen"
    )


def test_a_good_drawing_comes_through_whole(read: Read, told: Told) -> None:
    shapes = """<g class="d-box" transform="translate(1 2)" text-anchor="middle">
  <rect x="1" y="1" width="4" height="4" rx="1" ry="1"/><circle cx="9" cy="9" r="3"/><ellipse cx="1" cy="1" rx="2" ry="3"/>
  <line x1="0" y1="0" x2="5" y2="5"/><path d="M0 0 L5 5"/><polygon points="0,0 1,1 2,0"/><polyline points="0,0 1,1"/>
  <text x="1" y="2" dx="1" dy="1">Één &amp; &lt;twee&gt; &#8211; <tspan x="1">drie</tspan></text>
</g>"""

    found = read(drawing(shapes))

    assert [] == told()
    assert found is not None
    assert shapes == found.shapes
    assert ("brood", "0 0 20 20") == (found.id, found.view_box)
    assert ("Een brood", "Een rond brood met een kruis.") == (found.title, found.description)


@pytest.mark.parametrize(
    "text",
    [
        f"{ROOT}\n{WORDS}\n<rect/>\n</svg >",
        f'<?xml version="1.0" encoding="utf-8"?>\n{drawing("<rect/>")}',
        drawing("<rect/>", ROOT.replace(">", ' class="a>b">')),
        drawing("<rect/>", ROOT.replace(" viewBox", "\n    viewBox").replace(">", "\n>")),
        drawing("<rect/>", words="<title >\n  Een\n  brood </title >\n<desc\n>Een rond brood\nmet een kruis.</desc>"),
        f"{ROOT}<rect/>{WORDS}</svg>",
    ],
    ids=["space in the end", "declaration", "sign in an attribute", "lines in a tag", "lines in words", "words last"],
)
def test_a_drawing_as_other_editors_write_it_is_read(text: str, read: Read, told: Told) -> None:
    found = read(text)

    assert [] == told()
    assert found is not None
    assert ("Een brood", "Een rond brood met een kruis.", "<rect/>") == (found.title, found.description, found.shapes)


def test_words_are_those_of_the_file_whatever_its_declaration_says(read: Read) -> None:
    words = WORDS.replace("Een brood", "Één brood &amp; meer")
    found = read(f'<?xml version="1.0" encoding="iso-8859-1"?>\n{drawing("<rect/>", words=words)}')

    assert found is not None
    assert "Één brood & meer" == found.title


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<script>alert(1)</script>", ["4:1 <script>"]),
        ("<g>\n <text>Één <foreignObject><p>x</p></foreignObject></text></g>", ["5:12 <foreignObject>", "5:27 <p>"]),
        ("<style>rect { fill: red }</style>", ["4:1 <style>"]),
        ('<a href="https://brood.example"><text>x</text></a>', ["4:1 <a>"]),
        ('<image href="x.png"/><use href="#a"/>', ["4:1 <image>", "4:22 <use>"]),
        ('<animate attributeName="x"/><set/>', ["4:1 <animate>", "4:29 <set>"]),
        ('<rect href="x" onload="alert(1)"/>', ["4:1 href", "4:1 onload"]),
        ('<rect id="a" style="fill: red" fill="red"/>', ["4:1 fill", "4:1 id", "4:1 style"]),
        ('<text xml:space="preserve">x</text>', ["4:1 xml:space"]),
        ('<rect xmlns:xlink="http://www.w3.org/1999/xlink"/>', ["4:1 xmlns:xlink"]),
        ("<SCRIPT/><Rect/>", ["4:1 <SCRIPT>", "4:10 <Rect>"]),
        ("<svg/>", ["4:1 <svg>"]),
        ("<!-- later -->", ["4:1 <!-- -->"]),
        ("<?php echo 1 ?>", ["4:1 <?php?>"]),
        ("<text><![CDATA[<script>alert(1)</script>]]></text>", ["4:7 <![CDATA["]),
        ("<g><title>Een deel</title></g>", ["4:4 <title>"]),
        ("<desc><desc>x</desc></desc>", ["4:1 <desc>", "4:7 <desc>"]),
        ("<title>Nog een</title>", ["4:1 <title>"]),
        ("<title><tspan>x</tspan></title>", ["4:1 <title>", "4:8 <tspan>"]),
    ],
)  # fmt: skip
def test_what_a_page_should_not_get_is_told_at_its_line(
    inner: str, expected: list[str], read: Read, told: Told
) -> None:
    assert read(drawing(inner)) is None
    assert [not_here(*line.split(" ", 1)) for line in expected] == told()


@pytest.mark.parametrize(
    "words",
    [
        "<title><![CDATA[</title><script>alert(1)</script>]]></title>\n<desc>x</desc>",
        '<title lang="nl">Een brood</title>\n<desc>x</desc>',
        "<title>Een brood</title>\n<desc>x<script>alert(1)</script></desc>",
        "<g><title>Een brood</title></g>\n<desc>x</desc>",
    ],
    ids=["script in a title", "attribute", "script in a description", "title of a part"],
)
def test_words_are_words_and_nothing_else(words: str, read: Read, told: Told) -> None:
    assert read(drawing("<rect/>", words=words)) is None
    assert ["[diagram-inhoud]"] == [line.split()[1] for line in told()]


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg">', ["1 <svg>"]),
        ('<svg viewBox="">', ["1 <svg>"]),
        (ROOT.replace(">", ' onload="alert(1)" width="20" style="x">'), ["1 onload", "1 style"]),
        (f'\n<!DOCTYPE svg PUBLIC "x" "y">\n{ROOT}', ["2 <!DOCTYPE>"]),
        (f"<?xml-stylesheet href='x.css'?>\n{ROOT}", ["1 <?xml-stylesheet?>"]),
    ],
    ids=["no viewBox", "empty viewBox", "attributes", "doctype", "instruction"],
)
def test_what_is_wrong_with_the_whole_is_told(root: str, expected: list[str], read: Read, told: Told) -> None:
    assert read(drawing("<rect/>", root)) is None
    assert expected == [f"{line.split(':')[0]} {line.split(chr(39))[1]}" for line in told()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geen tekening.", "1:1 syntax error"),
        (f"{ROOT}\n{WORDS}\n<g>\n", "5:1 no element found"),
        (drawing("<g>"), "5:3 mismatched tag"),
        (drawing("<text>a & b</text>"), "4:10 not well-formed (invalid token)"),
        (drawing("<text>&nbsp;</text>"), "4:7 undefined entity"),
        (drawing('<rect x="1" x="2"/>'), "4:13 duplicate attribute"),
        (f"{drawing('')}<svg/>", "6:1 junk after document element"),
    ],
)
def test_what_is_no_xml_is_told_where_it_ends_to_be_so(text: str, expected: str, read: Read, told: Told) -> None:
    place, reason = expected.split(" ", 1)

    assert read(text) is None
    assert [
        f"{place} [diagram-fout] deze SVG is hier niet te lezen ({reason}); kijk of elk element gesloten is"
    ] == told()


def test_a_page_is_no_drawing(read: Read, told: Told) -> None:
    assert read("<html><title>x</title><desc>y</desc></html>") is None
    assert not_here("1:1", "<html>") in told()


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("<desc>Een brood.</desc>", ["title"]),
        ("<title>Een brood</title>", ["desc"]),
        ("<title/><desc> \n </desc>", ["desc", "title"]),
        ("", ["desc", "title"]),
    ],
)
def test_a_drawing_without_words_is_told(words: str, missing: list[str], read: Read, told: Told) -> None:
    assert read(drawing("<rect/>", words=words)) is None
    assert [
        f"1:1 [diagram-zonder-tekst] dit diagram heeft geen <{element}>; zet daarin wat erop te zien is"
        for element in missing
    ] == told()


def test_a_bomb_of_entities_is_refused_before_it_goes_off(read: Read, told: Told) -> None:
    laughs = "".join(f'<!ENTITY {to} "{f"&{of};" * 50}">' for of, to in zip("abcdefgh", "bcdefghi", strict=True))
    start = time.monotonic()

    assert read(f'<!DOCTYPE svg [<!ENTITY a "{"ha" * 50}">{laughs}]>\n{drawing("<text>&i;</text>")}') is None
    assert "1" == told()[0].split(":")[0]
    assert time.monotonic() - start < 2


def test_a_drawing_that_no_page_shows_may_be_a_picture_like_others(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.write("docs/beeld/bol.svg", drawing('<rect fill="red"/>'))
    showcase_dir.write("docs/beeld/stuk.svg", "Geen tekening.")

    assert [] == check(showcase_dir)
    assert ["rijstijd"] == list(showcase_dir.load().diagrams)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "1:1: fout[leeg-bestand]"),
        (b"<svg>\n caf\xe9", "2:5: fout[geen-utf8]"),
        (b"<svg viewBox='0 0 1 1'>", "1:24: fout[diagram-fout]"),
    ],
)
def test_a_drawing_that_cannot_be_read_is_told_once_and_is_not_unknown(
    data: bytes, expected: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.write("docs/beeld/rijstijd.svg", data)

    assert [f"docs/beeld/rijstijd.svg:{expected}"] == [" ".join(line.split()[:2]) for line in check(showcase_dir)]


def test_the_name_of_a_drawing_is_an_id(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.write("docs/beeld/Lange rij.svg", showcase_dir.read("docs/beeld/rijstijd.svg"))
    showcase_dir.edit(RIJZEN, 'diagram("rijstijd")', 'diagram("Lange rij")')

    assert [
        "docs/beeld/Lange rij.svg:1:1: fout[ongeldig-id] 'Lange rij' kan geen id zijn; gebruik kleine letters, cijfers en "
        "streepjes, zoals 'eerste-les'"
    ] == check(showcase_dir)
