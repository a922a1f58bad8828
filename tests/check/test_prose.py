"""How long chapters and sentences are, and whether a chapter explains its terms."""

import pytest

from ..conftest import Check, CourseDir

BAKKEN = "docs/modules/oven/bakken.md"
TERMS = "docs/tools/begrippen.yml"
LIMITS = "    limits: {chapter: [3, 100], sentence: 20, average: 15}\n"


def sentence(count: int, name: str = "brood") -> str:
    """A sentence of so many words."""
    return f"{' '.join([name] * count)}.".capitalize()


@pytest.fixture
def check_chapter(showcase_dir: CourseDir, check: Check) -> Check:
    """What is told of a chapter of fifteen words with this text after it, from line 20."""

    def lines(text: str) -> list[str]:
        showcase_dir.add(BAKKEN, f"\n{text}\n")
        return [line.removeprefix(f"{BAKKEN}:") for line in check(showcase_dir)]

    return lines


@pytest.mark.parametrize(("least", "most", "told"), [(15, 77, False), (16, 77, True), (3, 76, True)])
def test_a_chapter_has_no_fewer_and_no_more_words_than_the_limits(
    least: int, most: int, told: bool, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit("mkdocs.yml", "[3, 100]", f"[{least}, {most}]")
    place, count = ("oven/bakken.md:2:8", 15) if least > 15 else ("deeg/kneden.md:2:8", 77)

    assert [
        f"docs/modules/{place}: waarschuwing[hoofdstuk-lengte] dit hoofdstuk telt {count} woorden; houd het tussen {least} en "
        f"{most}"
    ] * told == check(showcase_dir)


@pytest.mark.parametrize(
    "text",
    ["Brood. " * 85, f"{{% call trainer() %}}\n{'Brood. ' * 200}\n{{% endcall %}}", f"```\n{'brood ' * 200}\n```"],
    ids=["just enough", "for trainers", "code"],
)
def test_only_the_words_of_a_participant_count(text: str, check_chapter: Check) -> None:
    assert [] == check_chapter(text)


def test_words_of_macros_and_headings_count(check_chapter: Check) -> None:
    assert ["2:8: waarschuwing[hoofdstuk-lengte] dit hoofdstuk telt 101 woorden; houd het tussen 3 en 100"] == (
        check_chapter(f'### Nog een brood\n\n{"Brood. " * 82}{{{{ term("epi") }}}}')
    )


def test_a_chapter_that_cannot_be_read_is_not_judged(check_chapter: Check) -> None:
    assert ["fout[onbekende-macro]"] == [line.split()[1] for line in check_chapter(f"{'Brood. ' * 200}{{{{ niets }}}}")]


@pytest.mark.parametrize("macro", ['{{ cite("smit2016steen) }}', '{ cite("smit2016steen") }', '{{ citaat("smit") }}'])
def test_of_a_chapter_with_a_macro_that_cannot_be_read_only_that_is_told(macro: str, check_chapter: Check) -> None:
    (line,) = check_chapter(f"{sentence(19)[:-1]} {macro}, met zuurdesem.")

    assert line.startswith("20:")
    assert ": fout[" in line


def test_only_a_chapter_has_a_length(check_page: Check) -> None:
    assert [] == check_page("Brood. " * 200)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (sentence(21), "5:1"),
        (f"Eerst dit. {sentence(21)}", "5:12"),
        (f"Eerst dit.\n\n- **{sentence(21)}**", "7:5"),
        (f"| Dag | {sentence(21)} |", "5:9"),
        (f"> {sentence(21)}", "5:3"),
        (f"{{% call trainer() %}}\n{sentence(21)}\n{{% endcall %}}", "6:1"),
        (f"/// note | {sentence(21)}\nWacht.\n///", "5:12"),
    ],
    ids=["paragraph", "second", "item", "cell", "quote", "for trainers", "title"],
)
def test_a_long_sentence_is_told_where_it_begins(text: str, place: str, check_page: Check) -> None:
    assert [f"{place}: waarschuwing[lange-zin] deze zin telt 21 woorden; maak er twee van (hooguit 20)"] == check_page(
        f"{text}\n\nJa. Ja. Ja."
    )


@pytest.mark.parametrize(
    "text",
    [
        sentence(20),
        f"## {sentence(21)}",
        f"`{sentence(21)}`",
        f"| {sentence(11)[:-1]} | {sentence(11)} |",
        f"- {sentence(11)[:-1]}\n- {sentence(11)}",
        f"/// note | {sentence(11)[:-1]}\n{sentence(11)}\n///",
        f"## {sentence(11)[:-1]}\n{sentence(11)}",
    ],
    ids=["just short enough", "heading", "code", "cells", "items", "title and text", "heading and text"],
)
def test_what_is_no_long_sentence_is_not_told(text: str, check_page: Check) -> None:
    assert [] == check_page(f"{text}\n\nJa. Ja. Ja.")


@pytest.mark.parametrize(
    ("text", "mean"),
    [
        (sentence(15), ""),
        (sentence(16), "16.0"),
        (f"{sentence(14)} {sentence(16)}", ""),
        (f"{sentence(15)} {sentence(16)}", "15.5"),
        (f"## {sentence(1)}\n\n{sentence(16)}", "16.0"),
        (f"{sentence(16)}\n\n{{% call trainer() %}}\nJa.\n{{% endcall %}}", ""),
        ("## Kop", ""),
        ("", ""),
    ],
)
def test_the_sentences_of_a_page_are_short_on_average(text: str, mean: str, check_page: Check) -> None:
    told = (
        f"1:1: waarschuwing[lange-zinnen] de zinnen van deze pagina tellen gemiddeld {mean} woorden; maak ze korter "
        "(hooguit 15)"
    )

    assert [told] * bool(mean) == check_page(text)


@pytest.mark.parametrize(
    ("limits", "rules"),
    [
        ("", []),
        ("    limits: {chapter: [3, 100]}\n", ["hoofdstuk-lengte"]),
        ("    limits: {sentence: 20}\n", ["lange-zin"]),
        ("    limits: {average: 15}\n", ["lange-zinnen"]),
        (LIMITS, ["lange-zinnen", "hoofdstuk-lengte", "lange-zin"]),
    ],
)
def test_only_what_has_a_limit_is_judged(limits: str, rules: list[str], showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("mkdocs.yml", LIMITS, limits)
    showcase_dir.add(BAKKEN, f"\n{sentence(150)}\n")

    assert [f"waarschuwing[{rule}]" for rule in rules] == [line.split()[1] for line in check(showcase_dir)]


def unexplained(place: str, word: str, usage: str) -> str:
    return (
        f"{place}: waarschuwing[begrip-zonder-uitleg] het begrip '{word}' staat hier voor het eerst zonder uitleg; schrijf "
        f"{{{{ {usage} }}}}"
    )


@pytest.mark.parametrize(
    ("text", "place", "word", "usage"),
    [
        ("Nu gluten, en weer gluten.", "20:4", "gluten", 'term("gluten")'),
        ("Gluten en gluten.", "20:1", "Gluten", 'term("gluten", text="Gluten")'),
        ("Een schraper.", "20:5", "schraper", 'term("deegkrabber", text="schraper")'),
        ("| Wat |\n|---|\n| **gluten** |", "22:5", "gluten", 'term("gluten")'),
        ('Met gluten, dus {{ term("gluten") }}.', "20:5", "gluten", 'term("gluten")'),
        ("Bij [gluten](../deeg/kneden.md) zijn gluten.", "20:38", "gluten", 'term("gluten")'),
        ('{% call trainer() %}\nDe {{ term("gluten") }}.\n{% endcall %}\nGluten.', "23:1", "Gluten",
            'term("gluten", text="Gluten")'),
        ("İlknur en Çağla kneden gluten.", "20:24", "gluten", 'term("gluten")'),
    ],
    ids=["first", "capital", "other name", "cell", "explained too late", "after a link", "explained for trainers",
         "letters that grow"],
)  # fmt: skip
def test_a_term_is_told_where_a_chapter_names_it_first(
    text: str, place: str, word: str, usage: str, check_chapter: Check
) -> None:
    assert [unexplained(place, word, usage)] == check_chapter(text)


@pytest.mark.parametrize(
    "text",
    [
        'Met {{ term("gluten") }} en gluten.',
        'Met {{ term("gluten", text="draden") }} en gluten.',
        'Met {{ term("gluten") }}, gluten en {{ term("gluten") }}.',
        "Glutenvrij, gluten-vrij, tarwegluten, gluten’s.",
        "Kijk bij [gluten](../deeg/kneden.md) of ![gluten](../../beeld/brood.svg).",
        "### Gluten\n\n`gluten`",
        "{% call trainer() %}\nGluten.\n{% endcall %}",
        "Deeg.\n\n{## gluten ##}",
    ],
    ids=[
        "explained",
        "by another word",
        "explained twice",
        "other words",
        "links",
        "heading and code",
        "for trainers",
        "remark",
    ],
)
def test_a_term_that_needs_no_explanation_here_is_not_told(text: str, check_chapter: Check) -> None:
    assert [] == check_chapter(text)


def test_an_explanation_by_an_earlier_id_is_one(check_chapter: Check) -> None:
    assert ["waarschuwing[oud-id]"] == [
        line.split()[1] for line in check_chapter('Van {{ term("desem") }} wordt zuurdesem.')
    ]


def test_a_misspelt_explanation_is_told_once_as_that(check_chapter: Check) -> None:
    assert ["fout[onbekend-begrip]"] == [
        line.split()[1] for line in check_chapter('Met {{ term("glutn") }}, want gluten rekken.')
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Een zuurdesem starter hier.", "zuurdesem starter"),
        ("Een Zuurdesem\nstarter hier.", "Zuurdesem starter"),
        ("Een zuurdesem uit een pot.", "zuurdesem"),
        ("Een zuurdesem starters, nee.", "zuurdesem"),
    ],
)
def test_the_longest_name_is_meant_also_over_two_lines(
    text: str, word: str, showcase_dir: CourseDir, check_chapter: Check
) -> None:
    showcase_dir.add(TERMS, "- id: starter\n  term: zuurdesem starter\n  text: Waarmee je begint.\n")
    name = "starter" if "starter" in word else "zuurdesem"
    written = f', text="{word}"' if word[0] == "Z" else ""

    assert [unexplained("20:5", word, f'term("{name}"{written})')] == check_chapter(text)


def test_only_a_chapter_explains(check_page: Check) -> None:
    assert [] == check_page("Gluten.")


@pytest.mark.parametrize("name", ["'%'", "'&'", "'+/-'"])
def test_a_term_without_letters_is_not_looked_for(name: str, showcase_dir: CourseDir, check_chapter: Check) -> None:
    showcase_dir.add(TERMS, f"- id: teken\n  term: {name}\n  text: Een teken.\n")

    assert [] == check_chapter("Neem 5% & 3 +/- gram.")
