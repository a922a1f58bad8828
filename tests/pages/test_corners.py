"""Markdown's corners: what is told of is what the site would show wrongly, and nothing else is."""

import markdown
import pytest

from leergang.pages.corners import broken_links, lost_shapes, uneven_rows, without_blank_line
from leergang.pages.markdown import read_outline


def as_html(text: str) -> str:
    return markdown.markdown(text, extensions=["attr_list", "tables", "fenced_code"])


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("Lees [dit] (dag.md).", 5),
        ("Lees [dit]\n(https://x.example).", 5),
        ("Lees [dit]  (#kop).", 5),
        ("Lees [dit] (../a/b.md#kop).", 5),
        ("Lees (dit)[dag.md].", 5),
    ],
)
def test_a_link_that_becomes_none_is_found(text: str, offset: int) -> None:
    assert "<a " not in as_html(text)
    assert [offset] == list(broken_links(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lees [dit](dag.md).",
        "Lees [dit](dag.md) (of niet).",
        "De [haken] (en wat erbij hoort) blijven.",
        "Een noot (zie verder)[^1].",
        "Een [a](b.md) (c.md)",
    ],
)
def test_brackets_that_are_no_link_are_passed_over(text: str) -> None:
    assert [] == list(broken_links(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Neem mee:\n- een\n- twee", [("list", 10)]),
        ("Neem mee:\n* een", [("list", 10)]),
        ("Doe:\n1. een\n2. twee", [("list", 5)]),
        ("**Doe:**\n- een", [("list", 9)]),
        ("Zo:\n| a | b |\n|---|---|\n| 1 | 2 |", [("table", 4)]),
        ("Een:\n- a\n\nTwee:\n- b", [("list", 5), ("list", 16)]),
    ],
)
def test_a_list_or_table_in_a_paragraph_is_found(text: str, found: list[tuple[str, int]]) -> None:
    assert not any(sign in as_html(text) for sign in ("<ul", "<ol", "<table"))
    assert found == list(without_blank_line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Neem mee:\n\n- een\n- twee",
        "## Kop\n- een",
        "- een\nverder\n- twee",
        "1. een\n2. twee\n- drie",
        "- een\n    - twee",
        "/// tab | A\n- een\n///",
        "Tekst\n* * *",
        "Tekst\n---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "In het jaar\n2026. Dat was",
    ],
)
def test_lists_and_tables_by_themselves_are_passed_over(text: str) -> None:
    assert [] == list(without_blank_line(text))


def lost(text: str) -> list[tuple[str, int]]:
    return list(lost_shapes(read_outline(text).visible, text))


@pytest.mark.parametrize(
    "text",
    [
        "•\tEen\n•\tTwee",
        "• Een",
        "o\tEen\no\tTwee",
        "\uf0b7\tEen\n\n\uf0b7\tTwee",
        "1) Een\n2) Twee\n3) Drie",
        "1)\tEen\n\n2)\tTwee",
        "(1) Een\n(2) Twee",
        "1.Een\n2.Twee",
        "a. Een\nb. Twee",
        "a) Een\nb) Twee",
        "– Een\n– Twee",
        "—\tEen\n—\tTwee",
        "-Een\n-Twee",
        "-\xa0Een\n-\xa0Twee",
    ],
)
def test_a_list_of_a_word_processor_is_found_where_it_begins(text: str) -> None:
    assert not any(sign in as_html(text) for sign in ("<ul", "<ol"))
    assert [("no-list", 0)] == lost(text)
    assert [("no-list", 9)] == lost(f"Neem mee\n{text}\n\nEn verder.")
    assert [] == list(without_blank_line(f"Neem mee\n{text}\n\nEn verder."))


def test_each_list_is_found_once() -> None:
    assert [("no-list", 0), ("no-list", 29)] == lost("• een\nop twee regels\n• 2\n\nEn\n• drie\n\n• vier\n")
    assert [("no-list", 6)] == lost("- een\n-twee\n- drie\n-vier")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| a | b |\n| 1 | 2 |\n| 3 | 4 |", ("no-table", 0)),
        ("| a | b |\n|—|—|\n| 1 | 2 |", ("no-table", 0)),
        ("a\tb\n1\t2\n3\t4", ("no-cells", 0)),
        (" ## Kop", ("no-heading", 0)),
        ("\xa0### Kop", ("no-heading", 0)),
        ("\t## Kop", ("no-heading", 0)),
        ("\tDit is een alinea uit Word. Zij springt in.", ("no-paragraph", 0)),
        ("    “Dit is een alinea uit een gesprek.”\n    En dit hoort erbij.", ("no-paragraph", 0)),
    ],
)
def test_what_loses_its_shape_is_found_where_it_begins(text: str, found: tuple[str, int]) -> None:
    assert not any(sign in as_html(text) for sign in ("<table", "<h2", "<h3"))
    assert [found] == lost(text)


@pytest.mark.parametrize(
    "text",
    [
        "- een\n- twee\n\n1. een\n2. twee\n\n-\tdrie\n-\tvier\n\n1.\teen\n2.\ttwee",
        "Het werd laat\n– te laat –\nvoor brood.",
        "a. m. is ochtend",
        "1) is de eerste stap.",
        "Kies 1) of\n2) of allebei.",
        "-5 graden\n-8 graden",
        "-18 graden is koud.",
        "---\n\n***",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
        "a | b\n--- | ---\n| 1 | 2 |\n| 3 | 4 |",
        "| a | b |\n|:-:|--:|\n| 1 | 2 |",
        "De |x| is nooit kleiner dan nul.",
        "Een\ttab op een regel.\nEn geen eronder.",
        "- een\n\n    Deze alinea hoort bij het punt erboven.\n\n    ## En deze kop ook",
        "- een\n  en verder\n\n    Deze alinea hoort bij het punt erboven.",
        "Zo bouw je de site:\n\n    make site\n    cp -r site /var/www",
        "Zo:\n\n    # een opmerking van een programma",
        "```\n• een\n| a | b |\n| 1 | 2 |\n ## Kop\n\tDit is een alinea uit Word. Zij springt in.\n```",
        "`make site` Bouwt de hele site voor iedereen.",
        "<!--\n• een\n-->",
        "{% raw %}\n• een\n{% endraw %}",
        "/// details | Meer\n    type: note\n\nTekst.\n///",
    ],
)
def test_what_markdown_reads_as_it_was_meant_is_passed_over(text: str) -> None:
    assert [] == lost(text)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("| 1 | 2 |\n| 3 |", [(30, 1, 2)]),
        ("| 1 | 2 | 3 |", [(20, 3, 2)]),
        ("1 | 2\n1", []),
        ("| a \\| b | c |", []),
        ("| | |", []),
    ],
)
def test_a_row_with_another_number_of_cells_is_found(rows: str, found: list[tuple[int, int, int]]) -> None:
    assert found == list(uneven_rows(f"| a | b |\n|---|---|\n{rows}"))


def test_macros_and_code_in_a_cell_are_no_cells() -> None:
    text = '| a | b |\n|---|---|\n| `x | y` | {{ term("a", text="b | c") }} |\n'

    assert [] == list(uneven_rows(read_outline(text).visible))


@pytest.mark.parametrize(
    ("text", "offset"),
    [("a\n\n```text\nb", 3), ("```\na\n```\n\n~~~\nb", 11), ("````\na\n```", 0), ("```\na\n```", None)],
)
def test_code_without_an_end_is_found(text: str, offset: int | None) -> None:
    assert offset == read_outline(text).open_code
