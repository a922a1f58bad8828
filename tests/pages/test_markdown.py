"""What the raw text of a page says of its headings, links and pictures."""

import markdown
import pytest
from pymdownx.slugs import slugify

from leergang.pages.markdown import Link, read_outline


def ids_of_the_site(text: str) -> list[str]:
    """The ids that the site gives to the headings of `text`."""
    converter = markdown.Markdown(
        extensions=["attr_list", "toc"], extension_configs={"toc": {"slugify": slugify(case="lower")}}
    )
    converter.convert(text)
    return [token["id"] for token in _flat(converter.toc_tokens)]  # type: ignore[attr-defined]


def _flat(tokens: list[dict[str, object]]) -> list[dict[str, object]]:
    return [found for token in tokens for found in (token, *_flat(token["children"]))]  # type: ignore[arg-type]


def links(text: str) -> list[tuple[str, bool]]:
    return [(link.target, link.picture) for link in read_outline(text).links]


def test_a_heading_has_its_level_text_and_offset() -> None:
    found = read_outline("Text.\n\n## One\n\n### Two ##\n").headings

    assert [(2, "One", "one", 7), (3, "Two", "two", 15)] == [(h.level, h.text, h.id, h.offset) for h in found]


@pytest.mark.parametrize(
    "text",
    [
        "## Wat is deeg?",
        "## Één, twéé & drie",
        "## De *eerste* **stap** van `code`",
        "## Een [link](page.md) erin",
        "## snake_case_woord",
        "## Doel {#eigen-id}",
        "## Doel {: #eigen .groot }",
        "## Doel { .groot #eigen }",
        "## Doel {.groot}",
        "## Doel\n\n## Doel\n\n## Doel",
        "## Doel\n\n## Anders {#doel}",
        "##Zonder spatie",
        "Met streepjes\n-------------",
        "# Een\n\n## Twee\n\n### Drie",
        "#### 4. Vier -- vijf",
        "## C++ & C#",
        "Alinea\n## Direct eronder",
        "## Het ‘woord’ – en “meer”",
        "## Prijs: € 5,00 (ca.)",
        "## \\*geen nadruk\\*",
    ],
)
def test_a_heading_has_the_id_that_the_site_gives_it(text: str) -> None:
    assert ids_of_the_site(text) == [heading.id for heading in read_outline(text).headings]


@pytest.mark.parametrize(
    "text",
    [
        "```\n# code\n```",
        "~~~~ text\n# code\n~~~\n# code\n~~~~",
        "````\n```\n# code\n```\n````",
        "<!-- \n# remark\n-->",
        "{% raw %}\n# raw\n{% endraw %}",
        "Eén `# code` twee",
        "\\# geen kop",
        "geen # kop",
    ],
)
def test_what_is_no_heading_is_passed_over(text: str) -> None:
    assert () == read_outline(text).headings


def test_an_id_set_by_hand_can_be_linked_to() -> None:
    outline = read_outline('## Kop {#kop}\n\nAlinea\n{#alinea}\n\n[tekst](a.md){#link .groot}\n\n<a id="anker"></a>\n')

    assert {"kop", "alinea", "link", "anker"} == outline.ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [("b.md", False)]),
        ("[a](b.md#c)", [("b.md#c", False)]),
        ('[a](b.md "Een titel")', [("b.md", False)]),
        ("[a]( <b.md> 'Een titel' )", [("b.md", False)]),
        ("[a](<met spatie.md>)", [("met spatie.md", False)]),
        ("[a](b(1).md)", [("b(1).md", False)]),
        ("[a](met spatie.md)", [("met spatie.md", False)]),
        ("[a](met spatie (1).md 'Een titel')", [("met spatie (1).md", False)]),
        ("[a](b.md'Een titel')", [("b.md", False)]),
        ("[a](#Een kop) en [c](d.md)", [("#Een kop", False), ("d.md", False)]),
        ("[a](met\nregeleinde.md)", [("met\nregeleinde.md", False)]),
        ("[a]( )", [("", False)]),
        ("![a](een foto.png)", [("een foto.png", True)]),
        ("[a\nb](c.md)", [("c.md", False)]),
        ("[a [b] c](d.md)", [("d.md", False)]),
        ("[a](b.md) en [c](d.md)", [("b.md", False), ("d.md", False)]),
        ("![a](b.png)", [("b.png", True)]),
        ("[![a](b.png)](c.md)", [("b.png", True), ("c.md", False)]),
        ("[a][b]\n\n[b]: c.md", [("c.md", False)]),
        ("[a][b]\n\n[b]: <c.md> 'Titel'", [("c.md", False)]),
        ('<a href="b.md">a</a>', [("b.md", False)]),
        ('<img src="b.png" alt="a">', [("b.png", True)]),
        ("<IMG class='a' SRC='b.png' ALT='a'>", [("b.png", True)]),
    ],
)
def test_a_link_leads_where_it_says(text: str, expected: list[tuple[str, bool]]) -> None:
    assert sorted(expected) == sorted(links(text))


@pytest.mark.parametrize(
    "text",
    [
        "`[a](b.md)`",
        "``[a](b.md) ` ``",
        "```\n[a](b.md)\n```",
        "<!-- [a](b.md) -->",
        "{% raw %}[a](b.md){% endraw %}",
        "\\[a](b.md)",
        "[a]",
        "[a] (b.md)",
        "[a](b\n\nc)",
        "[Let op]: dit is geen verwijzing, maar een zin.",
        "[^1]: Een voetnoot is geen verwijzing.",
        "[a]: <met spatie.md>",
    ],
)
def test_what_is_no_link_is_passed_over(text: str) -> None:
    assert [] == links(text)


@pytest.mark.parametrize("sign", ["x ", " ", "\n ", '"', "'x \"", "(", "(a) ", "<"])
def test_an_address_without_an_end_is_no_link(sign: str) -> None:
    assert [] == links("[a](" + sign * 50_000)


def test_a_picture_has_the_text_that_replaces_it() -> None:
    pictures = read_outline('![Een brood](a.png) ![](b.png) <img src="c.png"> <img src="d.png" alt="">').links

    assert ["Een brood", "", ""] == [link.text for link in pictures[:3]]
    assert pictures[3].text, "an empty alt says that a picture is decoration"


def test_a_link_knows_its_offset_behind_code_and_remarks() -> None:
    text = "`code` <!-- é -->\n\n```\ncode\n```\n\nZie [a](b.md).\n"

    assert (Link("b.md", text.index("[a]"), False, "a"),) == read_outline(text).links
