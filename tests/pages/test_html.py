"""The HTML tags in a page: which there are, and which have no counterpart."""

import pytest

from leergang.pages.markdown import read_outline


@pytest.mark.parametrize(
    ("text", "unclosed", "unopened"),
    [
        ("<div>\n\ntekst\n", [("div", 0)], []),
        ("<p>een\n<p>twee</p>", [("p", 0)], []),
        ("a <b>vet", [("b", 2)], []),
        ("<b>a</b></b>", [], [("b", 8)]),
        ("<b>a</i></b>", [], [("i", 4)]),
        ("<b><i>a</b></i>", [("i", 3)], []),
        ("<ul><li>een<li>twee</ul>", [("li", 4), ("li", 11)], []),
        ("<div/>", [("div", 0)], []),
        ("<div class='a'\n\ntekst", [("div", 0)], []),
        ("<!-- later", [("!--", 0)], []),
        ("<b>a</b> <!-- later </b>", [("!--", 9)], []),
        ("<script>let a = '<b>'", [("script", 0)], []),
        ("Schrijf <naam> op.", [("naam", 8)], []),
    ],
)
def test_a_tag_without_its_counterpart_is_found(
    text: str, unclosed: list[tuple[str, int]], unopened: list[tuple[str, int]]
) -> None:
    html = read_outline(text).html

    assert (unclosed, unopened) == (list(html.unclosed), list(html.unopened))


@pytest.mark.parametrize(
    "text",
    [
        "a < b, 3<4 en <3, <- en ->",
        "<https://x.example/?a=b> en <iemand@x.example>",
        "`<div>` en ``<b>``",
        "een `stuk\ncode <b>` over twee regels",
        "```html\n<div>\n```",
        "~~~\n<div>\n~~~",
        "Code:\n\n    <div>\n\n        <p>\n",
        "<!-- <div> -->",
        "{% raw %}<div>{% endraw %}",
        '{{ term("a", text="<b>") }}',
        "&lt;div>",
        "<br> <hr/> <img src='a.png' alt=''>",
        "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
        "<details>\n<summary>Meer</summary>\n\nTekst.\n\n</details>",
        "- een\n\n    <b>vet</b>",
        "[a](<Onze afspraken.md>) en ![b](</beeld/een plaat.png> 'Een titel'), [![c](<d e.png>)](<f g.md>)",
        "[a]\n\n[a]: <afspraken.md>\n[b]: </map/b.md> 'Titel'",
        "<br>[a](<Onze afspraken.md>)",
    ],
)
def test_what_is_no_tag_or_is_closed_is_passed_over(text: str) -> None:
    html = read_outline(text).html

    assert ((), ()) == (html.unclosed, html.unopened)


def test_a_tag_below_an_item_is_no_code() -> None:
    assert (("b", 11),) == read_outline("- een\n\n    <b>vet").html.unclosed


def test_links_and_pictures_in_html_are_found_over_lines_and_without_quotes() -> None:
    links = read_outline("<a\n href=a.md>a</a> <img alt='x'\n src='b.png'> <img src=c.png> <a>leeg</a>").links

    assert [("a.md", False, ""), ("b.png", True, "x"), ("c.png", True, "")] == [
        (link.target, link.picture, link.text) for link in links
    ]
