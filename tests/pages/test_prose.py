"""The words of a page: what a reader reads, and nothing of how it is written."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leergang.diagnostics import Report
from leergang.pages.calls import CallReader
from leergang.pages.data import read_yaml
from leergang.pages.language import Call
from leergang.pages.page import Page
from leergang.pages.prose import WORD, Prose, read_prose
from leergang.pages.source import Source
from leergang.strings import load_strings

FRONT = "---\ntitle: Deeg\n---\n"
BRACES = {"comment_start_string": "{##", "comment_end_string": "##}"}
BRACKETS = {
    f"{kind}_{end}_string": sign
    for kind, signs in (("variable", ("[[", "]]")), ("block", ("[%", "%]")), ("comment", ("[#", "#]")))
    for end, sign in zip(("start", "end"), signs, strict=True)
}


def read_page(body: str, delimiters: dict[str, str]) -> Page:
    """A page with this body."""
    report = Report(load_strings("nl"))
    source, front = Source("deeg.md", FRONT + body), read_yaml("title: Deeg", "deeg.md", report)
    assert front is not None
    return Page("deeg.md", source, front, len(FRONT), tuple(CallReader(delimiters).read(source, len(FRONT), report)[0]))


def shown(call: Call) -> str:
    """What a term shows: the text that it is given, or its id."""
    return call.arguments.get("text", call.arguments["id"]) if call.name == "term" else ""


def read(body: str, delimiters: dict[str, str] = BRACES) -> Prose:
    return read_prose(read_page(body, delimiters), delimiters, shown)


def words(body: str, delimiters: dict[str, str] = BRACES) -> list[str]:
    """The words of each block."""
    return [" ".join(WORD.findall(block.text)) for block in read(body, delimiters).blocks]


def sentences(body: str) -> list[str]:
    return [sentence for block in read(body).blocks for sentence, _ in block.sentences()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kneed het. Wacht! Klaar? Ja… Goed", ["Kneed het.", "Wacht!", "Klaar?", "Ja…", "Goed"]),
        ("Eén zin\nover twee regels. Nog een.", ["Eén zin over twee regels.", "Nog een."]),
        ("Het rijst. Één uur. Élan.", ["Het rijst.", "Één uur.", "Élan."]),
        ("“Kneed.” Dat was alles. (Echt.) ‘Nee!’ „Toch.” 'Ja.'",
            ["“Kneed.”", "Dat was alles.", "(Echt.)", "‘Nee!’", "„Toch.”", "'Ja.'"]),
        ("Kneed **lang.** *Dan* rust je. _Nu_ niet.", ["Kneed lang.", "Dan rust je.", "Nu niet."]),
        ("Bak op 230 graden. 20 minuten is genoeg.", ["Bak op 230 graden.", "20 minuten is genoeg."]),
        ("Doe dit op dag 2. Daarna niet.", ["Doe dit op dag 2.", "Daarna niet."]),
        ("Neem 1.000 gram, of 2,5 kilo.", ["Neem 1.000 gram, of 2,5 kilo."]),
        ("Klaar. 's Ochtends bak je. ’t Is vroeg.", ["Klaar.", "'s Ochtends bak je.", "’t Is vroeg."]),
        ("Is het klaar? nee.", ["Is het klaar? nee."]),
        ("... !", []),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert expected == sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lees bijv. Anna.",
        "Neem o.a. Zeeuwse bloem, d.w.z. Hollandse.",
        "A. M. van den Berg bakt met dr. Smit en prof. Bos.",
        "Zie blz. 12 (vgl. Berg), nr. 3 en ca. 20 andere.",
        "Ask e.g. Mr. Brown.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert [text] == sentences(text)


def test_the_last_abbreviation_of_a_text_ends_its_sentence() -> None:
    assert ["Kies meel, water enz.", "Kneed met dr."] == sentences("Kies meel, water enz. Kneed met dr.")


@pytest.mark.parametrize(
    ("text", "count"),
    [("foto's van 's ochtends", 4), ("zo’n e-mail", 2), ("1.000 gram, 2,5 uur", 4), ("o.a. en/of", 3), ("– & … 5%", 1)],
)
def test_a_word_is_what_stands_between_spaces_or_dashes(text: str, count: int) -> None:
    assert count == len(WORD.findall(text)) == read(text).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Zie [het deeg](deeg.md#kop "Titel") en [brood][b].\n\n[b]: https://brood.example/pad \'Titel\'',
            ["Zie het deeg en brood"]),
        ("![Een bol brood](brood.svg) op tafel", ["Een bol brood op tafel"]),
        ("[![Een bol](brood.svg)](bakken.md) na", ["Een bol na"]),
        ("Kijk op <https://brood.example/pad> of mail <bakker@brood.example>.", ["Kijk op of mail"]),
        ("Typ `bak()` en ``x ` y`` nu.", ["Typ en nu"]),
        ("Eerst.\n\n```python\nbak(1)\n```\n\n~~~\nwacht\n~~~\n\nDaarna.", ["Eerst", "Daarna"]),
        ("Een **vet**, _schuin_ en __dik__ woord \\* hier", ["Een vet schuin en dik woord hier"]),
        ('<p class="a b">Een <b>bol</b><br/>brood</p>', ["Een bol brood"]),
        ('<img src="brood.svg"\n     alt="Een bol"> na', ["na"]),
        ("Als 3 < 4 is, dan is 5 > 4.", ["Als 3 4 is dan is 5 4"]),
        ("Meel&nbsp;en water &amp; zout &#8211; klaar", ["Meel en water zout klaar"]),
        ("Een <!-- nog\nniet --> bol", ["Een bol"]),
        ("[Let op]: dit is een zin.", ["Let op dit is een zin"]),
    ],
    ids=["links", "picture", "linked-picture", "addresses", "code", "fences", "emphasis", "html", "html-of-two-lines",
         "no-html", "entities", "remark", "no-reference"],
)  # fmt: skip
def test_markup_is_no_word(text: str, expected: list[str]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize(
    "attributes", ["{#bol}", "{: #bol .rond }", "{ .rond #bol }", '{.rond title="Een bol"}', "{target=_blank}"]
)
def test_a_list_of_attributes_is_no_word(attributes: str) -> None:
    assert ["Een bol", "brood"] == words(f"## Een bol {attributes}\n\n[brood](b.md){attributes}\n{attributes}")


def test_braces_of_a_sentence_hold_its_words() -> None:
    assert ["Vul naam in tussen haakjes"] == words("Vul {naam} in tussen {haakjes}.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- een\n- twee\n  nog twee\n* drie\n+ vier", ["een", "twee nog twee", "drie", "vier"]),
        ("1. een\n2) twee\n\n   nog twee\n10. drie", ["een", "twee", "nog twee", "drie"]),
        ("Vooraf\n\n- een\n\n    - twee", ["Vooraf", "een", "twee"]),
        ("**Let op** - dit is geen lijst, 2 - 1 ook niet", ["Let op dit is geen lijst 2 1 ook niet"]),
        ("Erboven\n| Dag | Brood |\n|:--|---:|\n| Ma | **Wit** brood |\n|  | `x` |\nErna", ["Erboven", "Dag", "Brood", "Ma", "Wit brood", "Erna"]),
        ("Boven\n## Kneden {#kneden}\nOnder\n\n### Met de hand ###", ["Boven", "Kneden", "Onder", "Met de hand"]),
        ("> Een citaat\n> loopt door.\n>\n> - En een punt", ["Een citaat loopt door", "En een punt"]),
    ],
    ids=["bullets", "numbers", "nested", "no-list", "table", "headings", "quote"],
)  # fmt: skip
def test_words_that_stand_apart_are_a_block_of_their_own(text: str, expected: list[str]) -> None:
    assert expected == words(text)


def test_a_heading_is_known_as_one() -> None:
    assert [True, False, True] == [block.heading for block in read("## Een\n\nTwee\n\n#### Drie").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/// tab | Met de hand\nVouw en druk.\n///", ["Met de hand", "Vouw en druk"]),
        ("/// admonition | Let op\n    type: tip\n    open: true\n\nWacht.\n///", ["Let op", "Wacht"]),
        ("/// details\n    type: tip\n\nWacht.\n///", ["Wacht"]),
        ("/// tab | Een\n//// note | Twee\nDrie.\n////\nVier.\n///\nVijf.", ["Een", "Twee", "Drie", "Vier", "Vijf"]),
        (
            "/// note | Let op\n\nEerst:\n\n    type: dit is geen optie\n///",
            ["Let op", "Eerst", "type dit is geen optie"],
        ),
    ],
    ids=["title", "options", "no-title", "nested", "no-option"],
)
def test_of_a_block_only_its_title_and_what_it_holds_are_words(text: str, expected: list[str]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Met {{ term("gluten") }} rekt het.', ["Met gluten rekt het"]),
        ('Met {{ term("gluten", text="de draden") }}, {{- term("epi") -}}.', ["Met de draden epi"]),
        ('Met {{\n  term("gluten",\n    text="draden")\n}} rekt het.', ["Met draden rekt het"]),
        ('Dat klopt {{ cite("berg", page="12") }}.', ["Dat klopt"]),
        ('Eerst.\n\n{{ worksheet("plan") }}\n\nDaarna.', ["Eerst", "Daarna"]),
        ("{## nog niet ##}Wel.\n\n{##\nook niet ##}", ["Wel"]),
        ("{% raw %}Blijft{% endraw %} staan.", ["Blijft staan"]),
    ],
    ids=["term", "text", "lines", "citation", "block", "remark", "raw"],
)
def test_a_macro_shows_the_words_that_its_reader_sees(text: str, expected: list[str]) -> None:
    assert expected == words(text)


def test_words_that_need_more_room_than_their_call_are_left_out() -> None:
    call = '{{ term("a") }}'
    page = read_page(f"Een {call} hier", BRACES)
    fitting, longer = "x" * len(call), "x" * (len(call) + 1)
    found = [read_prose(page, BRACES, lambda call, text=text: text).blocks[0].text for text in (fitting, longer)]

    assert [["Een", fitting, "hier"], ["Een", "hier"]] == [WORD.findall(text) for text in found]


def test_other_delimiters_are_those_of_the_configuration() -> None:
    text = 'Met [[ term("gluten") ]] {{ erbij }}.[# weg #]\n\n[% call trainer() %]\nVoor jou.\n[% endcall %]\n\n[[ goals() ]]'

    assert ["Met gluten erbij", "Voor jou"] == words(text, BRACKETS)
    assert 3 == read(text, BRACKETS).words


def test_what_only_trainers_see_is_known_and_not_counted() -> None:
    prose = read("Voor allen.\n\n{% call trainer() %}\nVoor jou alleen.\n\n- En dit.\n{% endcall %}\n\nWeer allen.")

    assert [False, True, True, False] == [block.for_trainers for block in prose.blocks]
    assert ["Voor allen.", "Weer allen."] == [block.text.strip() for block in prose.participant_blocks]
    assert 4 == prose.words


def test_words_of_a_link_a_picture_or_a_term_are_marked() -> None:
    body = 'Een [bol](b.md), {{ term("epi") }}, ![brood](c.svg) en meel'
    prose = read(body)
    (block,) = prose.blocks
    marked = [word[0] for word in WORD.finditer(block.text) if prose.is_marked(block.offset + word.start())]

    assert ["bol", "epi", "brood"] == marked


def test_a_sentence_stands_at_its_first_word() -> None:
    page = read_page("\n- **Kneed** lang. (Rust) dan.\n\n> “Één\n> dag.”\n", BRACES)
    found = read_prose(page, BRACES, shown).blocks

    assert [("5:5", "Kneed"), ("5:20", "Rust"), ("7:4", "Één")] == [
        (":".join(map(str, page.place(offset)[1:])), WORD.findall(sentence)[0])
        for block in found
        for sentence, offset in block.sentences()
    ]


Written = tuple[str, list[str]]
"""A piece of Markdown, and the words that it shows."""

PLAIN = st.sampled_from(["a", "Meel", "één", "Ïs", "zo’n", "foto's", "e-mail", "BROOD"])
OTHER = st.sampled_from(["abc", "niets", "weg"])
INLINE = [
    "{0}", "{0},", "“{0}!”", "**{0}**", "_{0}_", "[{0}](b/{1}.md#{1})", "![{0}](<{1}.svg> '{1}')", "[{0}][{1}]",
    "[![{0}]({1}.svg)]({1}.md)", "<b class='{1}'>{0}</b>", "{0}{{.{1} x={1}}}", '{{{{ term("{1}", text="{0}") }}}}',
    '{{{{\n  term("{1}",\n    text="{0}")}}}}',
]  # fmt: skip
HIDDEN = [
    "`{1}`",
    "``{1} ` {1}``",
    "<!-- {1} -->",
    "{{{{ cite('{1}') }}}}",
    "{{## {1} ##}}",
    "<{1}@{1}.nl>",
    "&{1};",
    "<br>",
]
BLOCKS = [
    "{0}", "{0}\n{1}", "- {0}\n  {1}", "* {0}", "1. {0}", "## {0}", "### {0} {{#kop}}\n{1}", "> {0}\n> {1}",
    "| {0} | {1} |\n|---|:-:|\n| {2} | |", "/// note | {0}\n{1}\n///", "/// tab | {0}\n    select: x\n\n{1}\n///",
    "{{% call trainer() %}}\n{0}\n{{% endcall %}}",]  # fmt: skip
CODE = ["```\nniets\n```", "~~~~ py\nniets\n~~~\n~~~~", "{{ goals() }}", "[niets]: https://niets.nl/x 'Niets'", "---"]


@st.composite
def lines(draw: st.DrawFn) -> Written:
    """Some words in a row, each with its own markup."""
    found, said = [], []
    for form in draw(st.lists(st.sampled_from([*INLINE, *HIDDEN]), min_size=1, max_size=5)):
        word, other = draw(PLAIN), draw(OTHER)
        found.append(form.format(word, other))
        said += [word] if form in INLINE else []
    return " ".join(found), said


@st.composite
def bodies(draw: st.DrawFn) -> Written:
    """A page of such lines."""
    found, said = [], []
    for form in draw(st.lists(st.sampled_from([*BLOCKS, *CODE]), max_size=6)):
        parts = [draw(lines()) for _ in range(3)]
        found.append(form.format(*(text for text, _ in parts)) if form in BLOCKS else form)
        for number, (_, told) in enumerate(parts):
            said += told if form in BLOCKS and f"{{{number}}}" in form else []
    return "\n\n".join(found), said


def misplaced(body: str, prose: Prose) -> list[str]:
    """The words that don't stand where they are said to; a macro's own words stand nowhere in the file."""
    shown_by_macro = [(call.start(), call.end()) for call in re.finditer(r"\{\{.*?\}\}", body, re.S)]
    return [
        word[0]
        for block in prose.blocks
        for word in WORD.finditer(block.text)
        if not body.startswith(word[0], at := block.offset + word.start())
        and not any(start <= at < end for start, end in shown_by_macro)
    ]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(bodies())
def test_every_word_of_a_page_is_found_once_where_its_author_wrote_it(written: Written) -> None:
    body, said = written
    prose = read(body)

    assert said == [word for block in prose.blocks for word in WORD.findall(block.text)]
    assert [] == misplaced(body, prose)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("ab É2 \n\n[](){}<>*_`|/#-+.!'’&;:%\"^~=\\"), max_size=60))
def test_whatever_is_written_every_word_stands_where_it_is_said_to(body: str) -> None:
    assert [] == misplaced(body, read(body))
