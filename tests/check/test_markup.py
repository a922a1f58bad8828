"""HTML in pages: nothing that runs, nothing from elsewhere, no id twice."""

import pytest

from ..conftest import Check


def rules(lines: list[str]) -> list[str]:
    return [line.split("[")[1].split("]")[0] for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "<script>a()</script>",
        '<script src="https://x.example/a.js"></script>',
        "<style>p { color: red }</style>",
        '<iframe src="https://x.example/film"></iframe>',
        '<object data="a.pdf"></object>',
        '<link rel="stylesheet" href="https://x.example/a.css">',
        "<p onclick='a()'>Druk</p>",
        "<p style='color: red'>Rood</p>",
        "<a href='JavaScript:a()'>Druk</a>",
        "[Druk](javascript:a())",
        "<form action='https://x.example'></form>",
        "[Druk](<javascript:a()>)",
        "Geen link](<br onclick='a()'>)",
    ],
)
def test_what_runs_or_restyles_is_told_once(text: str, check_page: Check) -> None:
    assert ["script-in-pagina"] == rules(check_page(text))


@pytest.mark.parametrize(
    "text", ["<div>\n[a](<script>)a()[b](</script>)\n</div>", "[a](<x =\">) <img alt='' src='a' onerror='a()'>\")"]
)
def test_what_looks_like_an_address_hides_nothing(text: str, check_page: Check) -> None:
    assert {"script-in-pagina", "html-open"} & set(rules(check_page(text)))


@pytest.mark.parametrize(
    "text",
    [
        "![Brood](https://x.example/a.png)",
        "![Brood](//x.example/a.png)",
        "<img src='https://x.example/a.png' alt='Brood'>",
        "<img src='../../beeld/brood.svg' srcset='https://x.example/a.png 2x' alt='Brood'>",
        "<video poster='https://x.example/a.png'></video>",
        "<audio><source src='https://x.example/a.mp3'></audio>",
    ],
)
def test_what_is_loaded_from_elsewhere_is_told_once(text: str, check_page: Check) -> None:
    assert ["adres-van-buiten"] == rules(check_page(text))


@pytest.mark.parametrize(
    "text",
    [
        "[Een molen](https://x.example/), <https://x.example/> en <a href='https://x.example/'>een link</a>",
        "[bron]: https://x.example/\n\nZie [de bron][bron].",
        "![Brood](../../beeld/brood.svg)",
        "`<script>` en ```<iframe>```",
        "<abbr title='centimeter'>cm</abbr> en H<sub>2</sub>O",
    ],
)
def test_links_and_harmless_tags_are_passed_over(text: str, check_page: Check) -> None:
    assert [] == check_page(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("## A {#a}\n\n## B {#a}", "7:6"),
        ("<b id='a'>x</b> <b id='a'>y</b>", "5:17"),
        ("## A {#a}\n\n<b id='a'>x</b>", "7:1"),
        ("<b id='tarwe'>x</b>\n\n## Tarwe", "7:1"),
        ("{{ glossary() }}\n\n## Gluten {#gluten}", "7:11"),
    ],
)
def test_an_id_that_is_there_already_is_told(text: str, place: str, check_page: Check) -> None:
    (line,) = check_page(text)

    assert line.startswith(f"{place}: fout[dubbel-anker]")


@pytest.mark.parametrize("text", ["## A\n\n## A", "## A {#a}\n\n## A", "## A_1\n\n<b id='b'>x</b>"])
def test_headings_that_the_site_tells_apart_are_passed_over(text: str, check_page: Check) -> None:
    assert [] == check_page(text)
