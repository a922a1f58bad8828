"""Macro calls: what they name, and where they stand."""

import pytest

from ..conftest import Check


@pytest.mark.parametrize(
    "text",
    [
        '{{ worksheet("deegplan") }}',
        '{{ worksheet("deegplan", moment="les-2") }}',
        "{{ worksheet('deegplan') }}",
        '{{worksheet("deegplan")}}',
        '{{- worksheet("deegplan") -}}',
        '{{ worksheet("deegplan") }}  ',
        '/// tab | Een\n{{ worksheet("deegplan") }}\n///',
        '{% call trainer() %}\n{{ worksheet("deegplan") }}\n{% endcall %}',
        'Een {{ term("epi") }} en {{ cite("meel2022", page=3) }}.',
        '- {{ term("epi") }}\n  {{ cite("meel2022") }}',
        '{{ literature(chapter="oven/bakken") }}',
        '{{ literature("oven/bakken") }}',
        '{{ programme(moment="later") }}',
    ],
)
def test_a_call_as_the_manual_writes_it_is_fine(text: str, check_page: Check) -> None:
    assert [] == check_page(text)


@pytest.mark.parametrize(
    ("text", "place", "macro"),
    [
        (' {{ worksheet("deegplan") }}', "5:5", "worksheet"),
        ('- {{ worksheet("deegplan") }}', "5:6", "worksheet"),
        ('> {{ reflection("geduld") }}', "5:6", "reflection"),
        ('{{ worksheet("deegplan") }} en verder', "5:4", "worksheet"),
        ("| {{ goals() }} |", "5:6", "goals"),
        ('{{ worksheet("deegplan") }} {{ term("epi") }}', "5:4", "worksheet"),
        ('{{ term("epi") }} {{ worksheet("deegplan") }}', "5:22", "worksheet"),
        ('{% call trainer() %}{{ worksheet("deegplan") }}{% endcall %}', "5:24", "worksheet"),
        ("Zie {% call trainer() %}\nx\n{% endcall %}", "5:13", "trainer"),
    ],
)
def test_a_block_in_a_sentence_or_indented_is_told(text: str, place: str, macro: str, check_page: Check) -> None:
    assert [
        f"{place}: fout[macro-in-zin] '{macro}' maakt een blok en hoort alleen op een regel te staan, helemaal links"
    ] == check_page(text)


def test_two_blocks_on_one_line_are_told(check_page: Check) -> None:
    told = check_page('{{ worksheet("deegplan") }}{{ reflection("geduld") }}')

    assert {"fout[macro-in-zin]"} == {line.split()[1] for line in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{ worksheet("deegplan", moment="vooraf") }}',
            "5:33: fout[ander-moment] 'deegplan' hoort niet bij het moment 'vooraf', wel bij: les-1, les-2"),
        ('{{ reflection("geduld", moment="les-2") }}',
            "5:32: fout[ander-moment] 'geduld' hoort niet bij het moment 'les-2', wel bij: les-1, later"),
        ('{{ worksheet("deegplan", moment="les-3") }}',
            "5:33: fout[onbekend-moment] er is geen moment 'les-3'; bedoelde je 'les-2'?"),
        ('{{ programme(moment="nooit") }}', "5:21: fout[onbekend-moment] er is geen moment 'nooit'"),
        ('{{ literature(chapter="oven/bakke") }}',
            "5:23: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'oven/bakke'; bedoelde je 'oven/bakken'?"),
        ('{{ literature(chapter="deeg/mengen") }}',
            "5:23: waarschuwing[oud-id] 'deeg/mengen' heet nu 'deeg/kneden'; het werkt nog, maar pas het aan"),
        ('{{ worksheet("deeglijst", moment="later") }}',
            "5:14: waarschuwing[oud-id] 'deeglijst' heet nu 'deegplan'; het werkt nog, maar pas het aan\n"
            "5:34: fout[ander-moment] 'deeglijst' hoort niet bij het moment 'later', wel bij: les-1, les-2"),
        ('{{ worksheet("Deegplan") }}',
            "5:14: fout[onbekend-werkblad] er is geen werkblad 'Deegplan'; bedoelde je 'deegplan'?"),
        ('{{ worksheet("") }}', "5:14: fout[onbekend-werkblad] er is geen werkblad ''"),
    ],
)  # fmt: skip
def test_what_a_call_names_is_told_when_it_is_not_there(text: str, expected: str, check_page: Check) -> None:
    assert expected.split("\n") == check_page(text)
