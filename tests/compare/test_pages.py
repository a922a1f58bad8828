"""What readers notice of a change, what shifts in the programme, and the words side by side."""

import pytest

from .conftest import Repository

KNEDEN, RIJZEN = "modules/deeg/kneden.md", "modules/deeg/rijzen.md"
CURSUS, BEGRIPPEN, BRONNEN = "cursus.yml", "tools/begrippen.yml", "tools/literatuur.json"

CASES = {
    "source new on a page": (
        [(RIJZEN, "## Tijd en warmte\n", "## Tijd en warmte\n\nZie {{ cite(\"smit2016steen\") }}.\n")],
        ["Rijzen: bron 'Bakken op steen' komt erbij."],
    ),
    "worksheet off a page": (
        [(RIJZEN, '{{ worksheet("bakdagboek") }}\n', "")],
        ["Rijzen: werkblad 'Bakdagboek' gaat eraf."],
    ),
    "link": (
        [(KNEDEN, "De [kernpunten](#kernpunten)", "De [kernpunten](rijzen.md)")],
        ["Kneden: er veranderen links of beelden (#kernpunten, rijzen.md)."],
    ),
    "markup": (
        [(KNEDEN, "Vouw, druk en draai.", "Vouw, **druk** en draai.")],
        ["Kneden: alleen de opmaak verandert; de woorden blijven gelijk."],
    ),
    "term": (
        [(BEGRIPPEN, "Een stokbrood in de vorm van een korenaar.", "Een stokbrood als een aar.")],
        ["De uitleg van een begrip verandert van 'épi: Een stokbrood in de vorm van een korenaar.' in 'épi: Een stokbrood als een aar.'"],
    ),
    "term gone": (
        [(BEGRIPPEN, "- id: epi\n  term: épi\n  text: Een stokbrood in de vorm van een korenaar.\n", "")],
        ["Het begrip 'épi' is weg."],
    ),
    "source": (
        [(BRONNEN, '"title": "Langzaam rijzen"', '"title": "Heel langzaam rijzen"')],
        ["De bron 'Heel langzaam rijzen' verandert (in literatuur.json: title)."],
    ),
    "goal reworded": (
        [(CURSUS, "zonder recept een brood bakken", "zonder boek een brood bakken")],
        ["Het doel 'zonder recept een brood bakken' wordt 'zonder boek een brood bakken'."],
    ),
    "goal of a chapter": (
        [(RIJZEN, "goals:\n- tijd-kiezen\n", "goals:\n- tijd-kiezen\n- zelf-bakken\n")],
        ["'Rijzen' werkt nu ook aan het doel: zonder recept een brood bakken."],
    ),
    "minutes of a chapter": ([(KNEDEN, "minutes: 20", "minutes: 25")], [
        "Les 1 duurt nu 65 minuten (was 60).", "Het hoofdstuk 'Kneden' kost nu 25 minuten (was 20).",
    ]),
    "minutes of a part": ([(CURSUS, "  - title: Proeven\n    minutes: 29", "  - title: Proeven\n    minutes: 39"), (CURSUS, "minutes: 440", "minutes: 450")], [
        "Les 2 duurt nu 450 minuten (was 440).", "Les 2: het onderdeel 'Proeven' duurt nu 39 minuten (was 29).",
    ]),
    "part new": ([(CURSUS, "  - title: Proeven\n    minutes: 29", "  - title: Proeven\n    minutes: 19\n  - title: Afwassen\n    minutes: 10")], [
        "Les 2: het onderdeel 'Proeven' duurt nu 19 minuten (was 29).", "Les 2: nieuw onderdeel 'Afwassen' (10 minuten).",
    ]),
    "to bring": ([(CURSUS, "  - een schort\n", "")], ["Les 2: meenemen hoeft niet meer: een schort."]),
    "chapter to another day": (
        [
            (CURSUS, "  - deeg/kneden\n  - deeg/rijzen\n- id: les-2", "  - deeg/kneden\n- id: les-2"),
            (CURSUS, "  - oven/bakken\n- id: later", "  - oven/bakken\n  - deeg/rijzen\n- id: later"),
        ],
        ["Les 1 duurt nu 45 minuten (was 60).", "Het hoofdstuk 'Rijzen' gaat van 'Les 1' naar 'Les 2'."],
    ),
    "moment retitled": ([(CURSUS, "title: Later", "title: Thuis")], ["Het moment 'Later' heet nu 'Thuis'."]),
    "modules in another order": (
        [(CURSUS, "- id: deeg\n  title: Deeg\n  chapters:\n  - deeg/kneden\n  - deeg/rijzen\n- id: oven\n  title: Oven\n  chapters:\n  - oven/bakken\n",
          "- id: oven\n  title: Oven\n  chapters:\n  - oven/bakken\n- id: deeg\n  title: Deeg\n  chapters:\n  - deeg/kneden\n  - deeg/rijzen\n")],
        ["De modules staan in een andere volgorde: Oven, Deeg."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_changes_is_told_and_nothing_else(name: str, repository: Repository) -> None:
    edits, expected = CASES[name]
    repository.edit(*edits)

    assert expected == repository.told()


def test_a_new_page_and_one_that_is_gone(repository: Repository) -> None:
    repository.course.write("docs/over/oven.md", "---\ntitle: Over ovens\n---\n\nElke oven is anders.\n")
    repository.course.remove("docs/bakdag.md")

    assert [
        "De pagina 'De bakdag' is weg (bakdag.md). Wie haar adres bewaarde, vindt haar niet meer.",
        "Nieuwe pagina: Over ovens (over/oven.md, 4 woorden).",
    ] == repository.told()


def move(repository: Repository, formerly: str) -> None:
    text = repository.course.read(f"docs/{RIJZEN}").replace("goals:\n", f"{formerly}goals:\n", 1)
    repository.course.remove(f"docs/{RIJZEN}")
    repository.course.write("docs/modules/deeg/wachten.md", text)
    repository.course.edit(f"docs/{CURSUS}", "  - deeg/rijzen\n", "  - deeg/wachten\n", times=2)


def test_a_chapter_with_another_id_is_moved(repository: Repository) -> None:
    move(repository, "formerly:\n- deeg/rijzen\n")

    assert [
        "De pagina 'Rijzen' verhuist van modules/deeg/rijzen.md naar modules/deeg/wachten.md. Het oude adres leidt verder naar "
        "het nieuwe."
    ] == repository.told()


def test_a_chapter_with_another_id_and_no_formerly_is_offered_the_command(repository: Repository) -> None:
    move(repository, "")

    assert (
        "- **Let op:** De pagina 'Rijzen' is weg (modules/deeg/rijzen.md), en modules/deeg/wachten.md lijkt er sterk op. Het "
        "oude adres leidt nergens heen; zet 'deeg/rijzen' bij de nieuwe pagina onder 'formerly'. Is het hetzelfde met een "
        "ander id? Zet het oude id terug, en gebruik dan `leergang rename chapter deeg/rijzen deeg/wachten`."
    ) in repository.markdown().split("\n")


def test_words_stand_side_by_side_with_what_differs_marked(repository: Repository) -> None:
    repository.edit((RIJZEN, "een koelkast geeft je een nacht extra", "een koelkast geeft je `twee` nachten extra"))
    repository.edit((RIJZEN, "- Warm deeg rijst sneller.", "- Warm deeg rijst snel."))

    text = repository.markdown()
    assert "| Rijzen | 22 (-1) | 15 minuten | 97 → 93 |" in text
    assert (
        "<details><summary>Rijzen: 2 stukken tekst veranderd</summary>\n<table>\n<tr><th>Was</th><th>Wordt</th></tr>\n"
        in text
    )
    assert "<tr><td>Warm deeg rijst <del>sneller.</del></td><td>Warm deeg rijst <ins>snel.</ins></td></tr>" in text
    assert "geeft je <del>een nacht</del> extra" in text
    assert "geeft je <ins>twee nachten</ins> extra" in text


def test_what_only_trainers_read_says_so(repository: Repository) -> None:
    repository.edit((KNEDEN, "- Vijf minuten.", "- Zes minuten."))

    assert "(alleen voor trainers) <del>Vijf</del> minuten." in repository.markdown()


def test_nothing_that_an_author_writes_is_markup_or_calls_anyone(repository: Repository) -> None:
    repository.edit((KNEDEN, "title: Kneden", 'title: "<img src=x> | *K* @sem"'))
    repository.edit((RIJZEN, "Gist werkt het hardst", "Gist &lt;b&gt; @sem </td> werkt het hardst"))

    text = repository.markdown()
    assert "@sem" not in text
    assert "<img" not in text
    assert r"| &lt;img src=x&gt; \| \*K\* @" in text
    assert 2 == text.count("<table>") == text.count("</table>")


def test_white_space_is_no_change(repository: Repository) -> None:
    repository.course.edit(f"docs/{RIJZEN}", "\n\n{{ worksheet", "\n\n\n{{ worksheet")

    assert (
        "## Wat deze wijziging doet\n\nVergeleken: `HEAD` met je map zoals die nu is.\n\nDeze wijziging verandert niets aan wat "
        "lezers zien, doen of bewaren.\n\n"
    ) == repository.markdown()
    assert repository.data()["empty"]


def test_a_comment_is_never_too_long_and_says_what_was_cut(repository: Repository) -> None:
    words = " ".join(f"Woord {number} é €." for number in range(400))
    for number in range(150):
        repository.course.write(f"docs/over/bladzij-{number}.md", f"---\ntitle: Bladzij {number}\n---\n\nKort.\n")
    repository.commit()
    for number in range(150):
        repository.course.write(f"docs/over/bladzij-{number}.md", f"---\ntitle: Bladzij {number}\n---\n\n{words}\n")
    for number in range(400):
        repository.course.write(f"docs/over/nieuw-{number}.md", f"---\ntitle: Nieuwe bladzij {number}\n---\n\nKort.\n")

    text = repository.markdown()
    assert 60_000 < len(text.encode()) <= 65_000
    assert "punten passen hier niet. Je ziet ze met `leergang diff --format json`." in text
    assert "pagina's past de tekst hier niet: Bladzij" in text
    assert text.count("<details>") == text.count("</details>") > 5
    assert 150 == len(repository.data()["pages"])
