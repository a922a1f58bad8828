"""Headings, links and pictures of every page."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest

from ..conftest import Built, Check, CourseDir


@pytest.mark.parametrize(
    "target",
    [
        "bakken.md",
        "./bakken.md",
        "../deeg/kneden.md#vliesproef",
        "../deeg/kneden.md#wat-kneden-doet",
        "../deeg/kneden.md#kernpunten",
        "../deeg/kneden.md#bronnen",
        "../../tools/werkbladen/deegplan.md#formulier",
        "../../tools/begrippen.md#epi",
        "../../tools/begrippen.md#desem",
        "../../tools/literatuur.md#meel2022",
        "../../tools/reflectievragen.md#geduld",
        "../../tools/reflectievragen.md#wachten",
        "../../doelen.md#zelf-bakken",
        "../../programma.md#les-1",
        "../../werkboek.md#les-1",
        "../../over/meldingen.md#dode-link",
        "../../beeld/brood.svg",
        "#kop",
        "https://brood.example/niets.md",
        "mailto:bakker@brood.example",
        "tel:+31200000000",
        "//brood.example/",
        "https://localhost.example/",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(target: str, check_page: Check) -> None:
    assert [] == check_page(f"## Kop\n\n[tekst]({target})")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("bakke.md", "fout[dode-link] deze link leidt nergens heen: 'bakke.md'; bedoelde je 'bakken.md'?"),
        ("bakken.html", "fout[dode-link] deze link leidt nergens heen: 'bakken.html'; bedoelde je 'bakken.md'?"),
        ("bakken", "fout[dode-link] deze link leidt nergens heen: 'bakken'; bedoelde je 'bakken.md'?"),
        ("../deeg/", "fout[dode-link] deze link leidt nergens heen: '../deeg/'; bedoelde je '../deeg/index.md'?"),
        ("/index.md", "fout[dode-link] deze link leidt nergens heen: '/index.md'; bedoelde je 'index.md'?"),
        ("../../../mkdocs.yml", "fout[dode-link] deze link leidt nergens heen: '../../../mkdocs.yml'"),
        ("../../cursus.yml", "fout[dode-link] deze link leidt nergens heen: '../../cursus.yml'"),
        ("bakken op steen.md", "fout[dode-link] deze link leidt nergens heen: 'bakken op steen.md'; bedoelde je 'bakken.md'?"),
        ("#De kop", "fout[dood-anker] 'modules/oven/index.md' heeft geen kop of anker 'De kop'; bedoelde je 'kop'?"),
        ("../deeg/mengen.md", "fout[dode-link] deze link leidt nergens heen: '../deeg/mengen.md'; bedoelde je '../deeg/kneden.md'?"),
        ("", "fout[dode-link] deze link leidt nergens heen: ''; tussen de ronde haken staat niets, dus zet daar een adres"),
        ("C:\\Users\\Jan\\Mijn documenten\\graan.md", "fout[dode-link] deze link leidt nergens heen: "
            "'C:\\Users\\Jan\\Mijn documenten\\graan.md'; dit adres werkt alleen op je eigen computer"),
        ("D:/les/docs/modules/deeg/kneden.md", "fout[dode-link] deze link leidt nergens heen: "
            "'D:/les/docs/modules/deeg/kneden.md'; dit adres werkt alleen op je eigen computer; "
            "bedoelde je '../deeg/kneden.md'?"),
        ("file:///C:/les/kneden.html", "fout[dode-link] deze link leidt nergens heen: 'file:///C:/les/kneden.html'; "
            "dit adres werkt alleen op je eigen computer; bedoelde je '../deeg/kneden.md'?"),
        ("http://127.0.0.1:8000/modules/deeg/kneden.html#vliesproef", "fout[dode-link] deze link leidt nergens heen: "
            "'http://127.0.0.1:8000/modules/deeg/kneden.html#vliesproef'; dit adres werkt alleen op je eigen computer; "
            "bedoelde je '../deeg/kneden.md#vliesproef'?"),
        ("http://localhost/", "fout[dode-link] deze link leidt nergens heen: 'http://localhost/'; "
            "dit adres werkt alleen op je eigen computer"),
        ("#kopp", "fout[dood-anker] 'modules/oven/index.md' heeft geen kop of anker 'kopp'; bedoelde je 'kop'?"),
        ("bakken.md#bakken-op-steen", "fout[dood-anker] 'modules/oven/bakken.md' heeft geen kop of anker 'bakken-op-steen'; "
            "bedoelde je 'bakken-op-een-steen'?"),
        ("../../programma.md#Les-1",
            "fout[dood-anker] 'programma.md' heeft geen kop of anker 'Les-1'; bedoelde je 'les-1'?"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_told_with_the_page_that_is_like_it(
    target: str, expected: str, check_page: Check
) -> None:
    assert [f"7:5: {expected}"] == check_page(f"## Kop\n\nZie [tekst]({target}).")


def test_a_chapter_without_sources_has_no_heading_for_them(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("docs/modules/oven/bakken.md", ' {{ cite("smit2016steen") }} {{ cite("bloem2023tarwe") }}', "")

    assert (
        "docs/modules/oven/index.md:5:29: fout[dood-anker] 'modules/oven/bakken.md' heeft geen kop of anker 'bronnen'"
    ) in check(showcase_dir)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff\xe1"
HEIC = b"\0\0\0\x24ftypheic\0\0\0\0mif1MiHEmiafMiHB"
AVIF = b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf"


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("foto.jpg", JPEG, True),
        ("FOTO.JPEG", JPEG, True),
        ("foto.png", PNG, True),
        ("foto.jpg", PNG, True),
        ("foto.gif", b"GIF89a", True),
        ("foto.webp", b"RIFF\0\0\0\0WEBPVP8 ", True),
        ("foto.avif", AVIF, True),
        ("foto.svg", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- brood -->\n' + SVG, True),
        ("foto.heic", HEIC, False),
        ("foto.jpg", HEIC, False),
        ("foto.tiff", b"II*\0", False),
        ("foto.pdf", b"%PDF-1.7", False),
        ("foto.jpg", b"%PDF-1.7", False),
        ("foto.jpg", b"", False),
        ("foto.jpg", SVG, False),
        ("foto.svg", b"<html><body>Niet gevonden</body></html>", False),
        ("foto", JPEG, False),
    ],
)
def test_a_picture_that_browsers_do_not_show_is_told_once(
    name: str, content: bytes, shown: bool, showcase_dir: CourseDir, check_page: Check
) -> None:
    showcase_dir.write(f"docs/beeld/{name}", content)

    told = check_page(f'![Brood](../../beeld/{name})\n\n<img src="../../beeld/{name}" alt="">\n')

    assert [["5:1: fout[beeld-soort"], []][shown] == [line.split("]")[0] for line in told]


def test_a_text_too_long_to_be_the_name_of_a_file_leads_nowhere(check_page: Check) -> None:
    (told,) = check_page(f"[noot]({'zie ook ' * 40}hier)")

    assert told.startswith("5:1: fout[dode-link]")


def test_a_picture_whose_name_has_a_space_is_shown(
    showcase_dir: CourseDir, check: Check, build: Callable[..., Built]
) -> None:
    showcase_dir.write("docs/beeld/oud brood.svg", showcase_dir.read("docs/beeld/brood.svg"))
    showcase_dir.add("docs/tools/index.md", "\n![Oud brood](../beeld/oud brood.svg)\n")

    assert [] == check(showcase_dir)
    site = build(showcase_dir)
    (picture,) = site.page("tools/index.html").all("img", alt="Oud brood")
    assert (site.path / "tools" / unquote(picture.attributes["src"])).is_file()


@pytest.mark.parametrize("macro", ["term", "cite", "goals"])
def test_a_page_that_macros_link_to_is_there(macro: str, course_dir: CourseDir, check: Check) -> None:
    course_dir.write("docs/tools/begrippen.yml", "terms:\n- id: pot\n  term: pot\n  text: What tea is made in.\n")
    course_dir.write("docs/tools/literatuur.json", '[{"id": "tea", "type": "book", "title": "Tea"}]')
    course_dir.write(
        "docs/tools/reflectievragen.yml",
        "prompts:\n- id: taste\n  text: Do you like it?\n  goals:\n  - brew\n  moments:\n  - at-home\n",
    )
    call = {"term": '{{ term("pot") }}', "cite": '{{ cite("tea") }}', "goals": "{{ goals() }}"}[macro]
    course_dir.add("docs/index.md", f"\n{call}\n")
    used = {"term": "begrippen", "cite": "literatuur", "goals": "reflectievragen"}[macro]

    assert any(f"tools/{used}.md" in line for line in check(course_dir))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![](../../beeld/brood.svg)", ["beeld-zonder-tekst"]),
        ("![  ](../../beeld/brood.svg)", ["beeld-zonder-tekst"]),
        ("![Brood](../../beeld/weg.svg)", ["beeld-ontbreekt"]),
        ("![](../../beeld/weg.svg)", ["beeld-ontbreekt", "beeld-zonder-tekst"]),
        ('<img src="../../beeld/brood.svg">', ["beeld-zonder-tekst"]),
        ('<img src="../../beeld/weg.svg" alt="Brood">', ["beeld-ontbreekt"]),
        ("[![](../../beeld/weg.svg)](bakken.md)", ["beeld-ontbreekt", "beeld-zonder-tekst"]),
        ('<img src="../../beeld/brood.svg" alt="">', []),
        ("![Brood](https://brood.example/brood.png)", ["adres-van-buiten"]),
        ("![Brood](http://127.0.0.1:8000/beeld/brood.svg)", ["adres-van-buiten"]),
        ("![Brood](C:/beeld/brood.svg)", ["beeld-ontbreekt"]),
        ("![Brood]()", ["beeld-ontbreekt"]),
        ("![Brood](../../beeld/een brood.svg)", ["beeld-ontbreekt"]),
        ("<img src='../../beeld/brood.svg'\n  alt='Brood'>", []),
    ],
)
def test_a_picture_is_there_and_has_a_text(text: str, expected: list[str], check_page: Check) -> None:
    assert expected == [line.split("[")[1].split("]")[0] for line in check_page(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "![Twee balken](../../beeld/rijstijd.svg)",
            "fout[beeld-ontbreekt] dit beeld is er niet: '../../beeld/rijstijd.svg'",
        ),
        (
            "[balken](../../beeld/rijstijd.svg)",
            "fout[dode-link] deze link leidt nergens heen: '../../beeld/rijstijd.svg'",
        ),
        ("[woorden](../../woordenlijst.txt)", "fout[dode-link] deze link leidt nergens heen: '../../woordenlijst.txt'"),
    ],
)
def test_what_feeds_the_model_is_no_page_or_picture(text: str, expected: str, check_page: Check) -> None:
    assert [f"5:1: {expected}"] == check_page(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Twee\n\n### Drie\n\n## Twee nog", []),
        ("### Drie", ["5:1: waarschuwing[kop-niveau] de kop 'Drie' heeft niveau 3 en komt na niveau 1; sla geen niveau over"]),
        ("## Twee\n\n#### Vier\n\n##### Vijf",
            ["7:1: waarschuwing[kop-niveau] de kop 'Vier' heeft niveau 4 en komt na niveau 2; sla geen niveau over"]),
        ("# Een\n\n## Twee\n\n# Nog een", [
            "5:1: waarschuwing[dubbele-titel] de kop 'Een' heeft niveau 1, maar de titel komt uit het voorblad; begin met "
            "niveau 2",
            "9:1: waarschuwing[dubbele-titel] de kop 'Nog een' heeft niveau 1, maar de titel komt uit het voorblad; begin met "
            "niveau 2"]),
        ("Een\n===", ["5:1: waarschuwing[dubbele-titel] de kop 'Een' heeft niveau 1, maar de titel komt uit het voorblad; "
            "begin met niveau 2"]),
        ("#Een", ["5:1: waarschuwing[dubbele-titel] de kop 'Een' heeft niveau 1, maar de titel komt uit het voorblad; begin "
            "met niveau 2"]),
        ("```\n# Code\n```", []),
    ],
)  # fmt: skip
def test_headings_skip_no_level_and_leave_the_title_to_the_front_matter(
    text: str, expected: list[str], check_page: Check
) -> None:
    assert expected == check_page(text)
