"""Macro calls in a page, each with its line and column."""

from collections.abc import Callable

import pytest

from leergang.diagnostics import Report
from leergang.pages.calls import CallReader
from leergang.pages.source import Source

Told = Callable[[], list[str]]
Read = Callable[[str], list[str]]

QUOTE = "een aanhalingsteken of ander teken staat verkeerd; zet voor en na de tekst een recht aanhalingsteken"
OPEN_TEXT = "bij dit aanhalingsteken ontbreekt het tweede; zet er een voor en een achter de tekst"
UNENDED = "de macro heeft geen einde; sluit haar af met }}"
BRACKET = "de haakjes en accolades horen bij elkaar; kijk of er een te veel of te weinig is"
WORKSHEET = 'worksheet(id="...", moment="...")'


@pytest.fixture
def read(report: Report) -> Read:
    """The calls of a text, each as `line:column name key=value@line:column ...`."""
    reader = CallReader({"comment_start_string": "{##", "comment_end_string": "##}"})

    def calls(text: str, start: int = 0) -> list[str]:
        return [
            " ".join(
                [f"{call.place.line}:{call.place.column} {call.name}"]
                + [
                    f"{key}={value}@{call.places[key].line}:{call.places[key].column}"
                    for key, value in call.arguments.items()
                ]
            )
            for call in reader.read(Source("page.md", text), start, report)[0]
        ]

    return calls


def test_a_call_and_each_argument_know_their_line_and_column(read: Read, told: Told) -> None:
    assert ["1:4 worksheet id=plan@1:14 moment=les-1@1:29"] == read('{{ worksheet("plan", moment="les-1") }}')
    assert [] == told()


def test_a_call_behind_front_matter_has_the_line_of_the_file(report: Report) -> None:
    text = '---\ntitle: Één\n---\n\nKijk: {{ term("épi") }}\n'
    (call,), whole = CallReader({}).read(Source("page.md", text), text.index("\nKijk"), report)

    assert whole
    assert (5, 10) == call.place[1:]
    assert (5, 15) == call.places["id"][1:]
    assert 'term("épi")' == text[call.offset :].removesuffix(" }}\n")


def test_text_and_signs_before_a_call_count_as_a_reader_counts_them(read: Read) -> None:
    assert ["3:7 term id=a@3:12", "3:28 cite id=b@3:33 page=12@3:43"] == read(
        'Één\n\né  {{ term("a") }} … – “{{ cite("b", page=12) }}'
    )


def test_a_call_may_run_over_several_lines(read: Read) -> None:
    assert ["2:2 term id=a@2:7 text=twee woorden@3:8"] == read('{{\n term("a",\n  text="twee woorden") }}')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x  \n\n  {{- goals() -}}  \n {{ goals() }}", ["3:7 goals", "4:5 goals"]),
        ("x\n\n{%- call trainer() -%}\n  \n{{ goals() }}\n{%- endcall -%}", ["3:10 trainer", "5:4 goals"]),
        ("{%+ call trainer() +%}x{% endcall %}{{ goals() }}", ["1:10 trainer", "1:40 goals"]),
    ],
)
def test_white_space_that_a_tag_eats_is_counted(text: str, expected: list[str], read: Read) -> None:
    assert expected == read(text)


def test_calls_in_a_block_are_found_with_the_block(read: Read, told: Told) -> None:
    assert ["1:9 trainer", "2:4 worksheet id=a@2:14", "4:4 goals"] == read(
        '{% call trainer() %}\n{{ worksheet("a") }}\n{% endcall %}\n{{ goals() }}'
    )
    assert [] == told()


def test_calls_on_one_line_are_told_apart(read: Read) -> None:
    assert ["1:4 term id=a@1:9", "1:19 term id=a@1:24"] == read('{{ term("a") }}{{ term("a") }}')


@pytest.mark.parametrize(
    "text",
    [
        '{% raw %}{{ worksheet("a") }} {{ nothing }}{% endraw %}',
        "{%- raw -%}\n{{ worksheet( }}\n{%- endraw -%}",
        '{## {{ worksheet("a") }} ##}',
        "## Title {#id}",
        "no call at all, } { % #",
        'Schrijf `worksheet("a")` of `{ worksheet("a") }`.',
        '```text\n{ worksheet("a") }\n```',
        '<!-- { worksheet("a") } -->',
        '{% raw %}{ worksheet("a") }{% endraw %}',
        '{## { worksheet("a") } ##}',
        'De term ("desem") en de cover (of niet) en determ("a").',
    ],
)
def test_what_is_no_call_is_passed_over(text: str, read: Read, told: Told) -> None:
    assert [] == read(text)
    assert [] == told()


def test_a_call_behind_a_raw_block_keeps_its_place(read: Read) -> None:
    assert ["3:4 goals"] == read('{% raw %}{{ worksheet("a") }}{% endraw %}\n\n{{ goals() }}')


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ("worksheet()", "'worksheet' mist een argument"),
        ('worksheet(moment="a")', "'worksheet' mist een argument"),
        ('worksheet("a", "b", "c")', "'worksheet' krijgt hier meer mee dan het kan gebruiken"),
        ('worksheet("a", when="b")', "'worksheet' krijgt iets mee dat het niet kent"),
        ('worksheet("a", id="b")', "'worksheet' krijgt iets mee dat het niet kent"),
        (
            'worksheet("a" ~ "b")',
            "'worksheet' kan alleen met letterlijke tekst tussen aanhalingstekens worden aangeroepen",
        ),
        ('worksheet(["a"])', "'worksheet' kan alleen met letterlijke tekst tussen aanhalingstekens worden aangeroepen"),
        ("worksheet(none)", "'worksheet' kan alleen met letterlijke tekst tussen aanhalingstekens worden aangeroepen"),
        ("worksheet(true)", "'worksheet' kan alleen met letterlijke tekst tussen aanhalingstekens worden aangeroepen"),
        ("worksheet(plan)", "zet aanhalingstekens om 'plan'"),
        ("worksheet(eerste-les)", "zet aanhalingstekens om 'eerste-les'"),
        ("worksheet(*plan)", "'worksheet' krijgt hier meer mee dan het kan gebruiken"),
        ("worksheet", "'worksheet' staat hier zonder haakjes"),
    ],
)
def test_a_wrong_argument_is_told_once_with_how_to_write_it(call: str, reason: str, read: Read, told: Told) -> None:
    assert [] == read(f"Eén:\n{{{{ {call} }}}}")
    assert [f"2:4 [verkeerd-argument] {reason}; schrijf {WORKSHEET}"] == told()


def test_a_macro_without_arguments_takes_none(read: Read, told: Told) -> None:
    assert [] == read('{{ goals("a") }}')
    assert ["1:4 [verkeerd-argument] 'goals' krijgt hier meer mee dan het kan gebruiken; schrijf goals()"] == told()


def test_an_unknown_macro_is_told_with_the_one_that_is_like_it(read: Read, told: Told) -> None:
    assert [] == read('Eén {{ workshet("a") }} en {{ zomaar }} en {{ Goals() }}.')
    assert [
        "1:8 [onbekende-macro] er is geen macro 'workshet'; bedoelde je 'worksheet'?",
        "1:31 [onbekende-macro] er is geen macro 'zomaar'",
        "1:47 [onbekende-macro] er is geen macro 'Goals'; bedoelde je 'goals'?",
    ] == told()


def test_names_that_a_page_makes_itself_are_known(read: Read, told: Told) -> None:
    assert [] == read("{% for step in range(3) %}{{ step }}{{ loop.index }}{% endfor %}{% set a = 1 %}{{ a }}")
    assert [] == told()


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('a\n{{ worksheet("a", ?) }}\n', "2:1", QUOTE),
        ('a\n{{ worksheet("a) }}\n', "2:14", OPEN_TEXT),
        ('a\n{{ worksheet("a) }}\n\nEn "zo" # verder.\n', "2:14", OPEN_TEXT),
        ('a\n{{ term("a", text="b) }} c\n\n{{ term("a") }}', "2:19", OPEN_TEXT),
        ('a\n{{ worksheet("a" }}', "2:1", BRACKET),
        ('a\n{{ goals() }} {{ worksheet("a") }', "2:15", UNENDED),
        ('a\n{{ worksheet("a")\n\nb', "2:1", UNENDED),
        ('a\n{{ worksheet("a"\n\nb # c {{ goals() }}', "2:1", UNENDED),
        ('a\n{{ worksheet("a") en\n{{ goals() }}', "2:1", UNENDED),
        (
            "a\n{% call trainer() %}\nb\n{% endcall\n\nc\n\n## d\n",
            "4:1",
            "de macro heeft geen einde; sluit haar af met %}",
        ),
        ("a\n{{ cite('a' page='1') }}", "2:13", "tussen twee argumenten hoort een komma"),
        (
            "a\n{{ cite('a', page: '1') }}",
            "2:18",
            "tussen de naam van een argument en zijn waarde hoort =, geen dubbele punt",
        ),
        ("a\n{{ }}", "2:4", "hier staat geen macro; zet er een neer of haal de accolades weg"),
        (
            "a\n{% endcall %}",
            "2:4",
            "'endcall' sluit of deelt een blok dat niet open is; haal het weg of zet het begin erboven",
        ),
        ("a\n{% cal trainer() %}", "2:4", "'cal' is geen blok dat we kennen; bedoelde je 'call'?"),
        ("a\n{% trainer() %}", "2:4", "schrijf {% call trainer() %} ... {% endcall %}"),
        (
            "a\n{% for a %}",
            "2:10",
            "kijk of elke accolade, haak en aanhaling gesloten is (expected token 'in', got 'end of statement block')",
        ),
    ],
    ids=[
        "sign",
        "quote",
        "quote-with-others-below",
        "quote-of-a-second-argument",
        "parenthesis",
        "brace",
        "both-braces",
        "braces-and-parenthesis",
        "braces-before-another",
        "end-of-a-block",
        "comma",
        "colon",
        "nothing",
        "end-without-begin",
        "tag",
        "macro-as-tag",
        "other",
    ],
)
def test_what_cannot_be_read_is_told_at_its_line(text: str, place: str, reason: str, read: Read, told: Told) -> None:
    assert [] == read(text)
    assert [f"{place} [sjabloon-fout] deze macro is niet te lezen: {reason}"] == told()


@pytest.mark.parametrize(
    ("text", "place", "sign"),
    [
        ("a\n{{ worksheet(“a”) }}", "2:14", "“"),
        ('a\n{{ worksheet("a”) }}', "2:16", "”"),
        ('a\n{{ worksheet("a”) }}\n\n{{ term("b") }} "c"', "2:16", "”"),
        ('a\n{{ worksheet("a",\n  moment=“b”) }}', "3:10", "“"),
        ("“a” {{ goals() }} {{ worksheet(‘a’) }}", "1:32", "‘"),
    ],
)
def test_a_quote_of_a_word_processor_is_told_where_it_is(
    text: str, place: str, sign: str, read: Read, told: Told
) -> None:
    assert [] == read(text)
    (line,) = told()
    assert line.startswith(f"{place} [kromme-aanhaling] {sign} is geen recht aanhalingsteken")


@pytest.mark.parametrize(
    ("text", "told_of_it"),
    [
        (
            "a\n{% call trainer() %}\nb",
            "2:4 [blok-zonder-einde] {% call trainer() %} heeft geen einde; zet {% endcall %}",
        ),
        ("a\n{% raw %}\nb", "2:1 [blok-zonder-einde] {% raw %} heeft geen einde; zet {% endraw %}"),
    ],
)
def test_a_block_without_an_end_is_told_with_its_end(text: str, told_of_it: str, read: Read, told: Told) -> None:
    assert [] == read(text)
    assert [f"{told_of_it} op een regel onder de tekst die erbij hoort"] == told()


def test_a_block_without_an_end_is_told_where_it_begins(read: Read, told: Told) -> None:
    assert [] == read("a\n\n{% call trainer() %}\nb\n\n{{ goals() }}\n\nc\n")
    assert "3:4" == told()[0].split()[0]


@pytest.mark.parametrize(("text", "place"), [("a\n\n{## b\n", "3:1"), ("{## b\n", "1:1")])
def test_a_remark_without_an_end_is_told_where_it_begins(text: str, place: str, read: Read, told: Told) -> None:
    assert [] == read(text)
    assert [f"{place} [sjabloon-fout] deze macro is niet te lezen: deze opmerking heeft geen einde"] == told()


@pytest.mark.parametrize(
    "text",
    [
        '{{ "a" | nothing }}',
        "{{ goals() | nothing }}",
        "{% if 1 is nothing %}a{% endif %}",
        '{% include "a.html" %}',
        '{% extends "a.html" %}',
        '{% import "a.html" as a %}',
        "{{ trainer() }}",
        '{% call worksheet("a") %}b{% endcall %}',
        "{% call(a) trainer() %}b{% endcall %}",
        "{{ goals().nothing() }}",
    ],
)
def test_what_the_site_could_not_show_is_told_at_its_line(text: str, read: Read, told: Told) -> None:
    read(f"a\n\n{text}\n")

    assert ["3"] == [line.split(":")[0] for line in told()]


def test_other_delimiters_are_those_of_the_configuration(report: Report) -> None:
    reader = CallReader({"variable_start_string": "[[", "variable_end_string": "]]"})
    calls, _ = reader.read(Source("page.md", '[[ goals() ]] {{ worksheet("a") }}'), 0, report)

    assert [("goals", (1, 4))] == [(call.name, call.place[1:]) for call in calls]
