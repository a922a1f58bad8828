"""Named blocks of a page, and texts that are made of pieces of others."""

from collections.abc import Callable

import pytest

from leergang.diagnostics import Place, Report
from leergang.pages.blocks import find_blocks, with_blocks
from leergang.pages.calls import CallReader
from leergang.pages.source import Piece, Source, compose, without

PAGE = "Boven.\n\n{% block een %}\nEerste.\n\nTweede.\n{% endblock %}\n\n{% block leeg %}\n{% endblock %}\n\nOnder.\n"


def contents(text: str, **delimiters: str) -> dict[str, str]:
    return {name: text[start:end] for name, (start, end) in find_blocks(text, delimiters).items()}


def test_a_block_is_the_lines_between_its_beginning_and_its_end() -> None:
    assert {"een": "Eerste.\n\nTweede.\n", "leeg": ""} == contents(PAGE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% raw %}\n{% block een %}\nA\n{% endblock %}\n{% endraw %}\n", {}),
        ("{# {% block een %} #}\n{% block twee %}\nB\n{% endblock %}", {"twee": "B\n"}),
        ("{%- block een -%}\nA\n{%- endblock een -%}\n", {"een": "A\n"}),
        ("{% block een %}\n{% call trainer() %}\nA\n{% endcall %}\n{% endblock %}\n",
         {"een": "{% call trainer() %}\nA\n{% endcall %}\n"}),
        ("{% block Een %}\nA\n{% endblock %}\n", {}),
        ("{% block een %} A {% endblock %}\n", {}),
        ("{% block een %}\nA\n", {}),
        ("{% block een %}\n{% block twee %}\nA\n{% endblock %}\n{% endblock %}\n",
         {"een": "{% block twee %}\nA\n{% endblock %}\n"}),
        ("{% blockquote %}\n", {}),
        ("~~~\n{% block een %}\nA\n{% endblock %}\n~~~\n", {"een": "A\n"}),
    ],
    ids=["raw", "remark", "hyphens", "trainer", "name", "line", "end", "nested", "other", "code"],
)  # fmt: skip
def test_only_what_jinja_takes_for_a_block_and_is_written_well_is_found(text: str, expected: dict[str, str]) -> None:
    assert expected == contents(text)


def test_blocks_are_found_with_the_signs_of_the_site() -> None:
    assert {"een": "A\n"} == contents(
        "[[ block een ]]\nA\n[[ endblock ]]\n", block_start_string="[[", block_end_string="]]"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% block onze-tekst %}\nA\n{% endblock %}",
         "1:10 [ongeldig-id] 'onze-tekst' kan geen id zijn; gebruik kleine letters, cijfers en lage streepjes, zoals "
         "'onze_afspraken'; bedoelde je 'onze_tekst'?"),
        ("{% block Onze tekst %}\nA\n{% endblock %}",
         "1:10 [ongeldig-id] 'Onze tekst' kan geen id zijn; gebruik kleine letters, cijfers en lage streepjes, zoals "
         "'onze_afspraken'; bedoelde je 'onze_tekst'?"),
        ("{% block %}\nA\n{% endblock %}",
         "1:10 [ongeldig-id] '' kan geen id zijn; gebruik kleine letters, cijfers en lage streepjes, zoals "
         "'onze_afspraken'"),
        ("{% block a %}\nA\n{% endblock %}\n{% block a %}\nB\n{% endblock %}",
         "4:10 [dubbel-id] het id 'a' komt hier voor de tweede keer voor; kies een ander"),
        ("Zie {% block a %}\nA\n{% endblock %}",
         "1:5 [blok-vorm] het begin en het einde van een blok staan elk alleen op een regel, helemaal links"),
        ("{% block a %}\n{% block b %}\nA\n{% endblock %}\n{% endblock %}",
         "2:1 [blok-vorm] een blok kan niet in een ander blok staan; sluit het andere eerst"),
        ("{% block a %}\nA\n{% endblock b %}",
         "3:13 [blok-vorm] hier eindigt het blok 'a', niet 'b'; schrijf {% endblock %}"),
        ("{% block a %}\nA\n",
         "1:4 [blok-zonder-einde] {% block a %} heeft geen einde; zet {% endblock %} op een regel onder de tekst die "
         "erbij hoort"),
        ("{% block a %}\n{% block b %}\nA\n{% endblock %}",
         "1:4 [blok-zonder-einde] {% block a %} heeft geen einde; zet {% endblock %} op een regel onder de tekst die "
         "erbij hoort"),
        ("A\n{% endblock %}",
         "2:4 [sjabloon-fout] deze macro is niet te lezen: 'endblock' sluit of deelt een blok dat niet open is; haal "
         "het weg of zet het begin erboven"),
        ("{% blok a %}\nA\n{% endblock %}",
         "1:4 [sjabloon-fout] deze macro is niet te lezen: 'blok' is geen blok dat we kennen; bedoelde je 'block'?"),
    ],
)  # fmt: skip
def test_a_block_that_is_written_wrongly_is_told_once(
    text: str, expected: str, report: Report, told: Callable[[], list[str]]
) -> None:
    CallReader({}).read(Source("a.md", text), 0, report)

    assert [expected] == told()


def test_what_is_for_trainers_stays_so_in_a_block_and_around_one(report: Report) -> None:
    text = """{% block a %}
{{ term("een") }}

{% call trainer() %}
{{ term("twee") }}
{% endcall %}
{% endblock %}

{% call trainer() %}
{% block b %}
{{ term("drie") }}
{% endblock %}
{% endcall %}
"""
    calls, whole = CallReader({}).read(Source("a.md", text), 0, report)

    assert whole
    shown = {call.arguments["id"]: call.for_trainers for call in calls if call.name == "term"}
    assert {"een": False, "twee": True, "drie": True} == shown


def test_each_character_is_told_where_its_author_wrote_it(report: Report) -> None:
    own = Source("school.md", "<!-- ons -->\n{% block een %}\nVan ons.\n{% endblock %}\n")
    found = with_blocks(Source("course.md", PAGE), own, {}, report)

    assert PAGE.replace("Eerste.\n\nTweede.", "Van ons.") == found.text
    assert Place("school.md", 3, 5) == found.place(found.text.index("ons."))
    assert Place("course.md", 7, 1) == found.place(found.text.index("{% endblock"))
    assert Place("course.md", 12, 1) == found.place(found.text.index("Onder"))
    for word in ("Boven", "Van ons", "Onder"):
        assert found.text.index(word) == found.offset(found.place(found.text.index(word)))
    assert [] == report.diagnostics()


def test_places_last_through_pieces_of_pieces() -> None:
    one, two = Source("a", "een\ntwee\n"), Source("b", "drie\nvier\n")
    found = without(compose("c", [Piece(one, 0, 4), Piece(two, 0, 10), Piece(one, 4, 9)]), [(2, 5), (3, 6)])

    assert "ee" + "ie\nvier\ntwee\n" == found.text
    assert [Place("a", 1, 2), Place("b", 1, 3), Place("b", 2, 1), Place("a", 2, 4)] == [
        found.place(offset) for offset in (1, 2, 5, found.text.index("twee") + 3)
    ]
    assert ("a", "b") == found.files
