"""The faults that test_rules.py makes, one for each rule: an edit of the showcase, and the line that is then told, whole."""

from dataclasses import dataclass

from leergang.diagnostics import Rule


@dataclass(frozen=True)
class Case:
    """What to put in the place of what in which file, and what is told of it."""

    file: str
    old: str
    """Nothing, where `new` is a whole new file."""
    new: str | bytes | None
    """None, where a page is taken away, from the navigation too."""
    line: str


KNEDEN = "docs/modules/deeg/kneden.md"
RIJZEN = "docs/modules/deeg/rijzen.md"
BAKKEN = "docs/modules/oven/bakken.md"
DAGBOEK = "docs/tools/werkbladen/bakdagboek.md"
PLAN = "docs/tools/werkbladen/deegplan.md"
CURSUS = "docs/cursus.yml"
VRAGEN = "docs/tools/reflectievragen.yml"
BEGRIPPEN = "docs/tools/begrippen.yml"
BRONNEN = "docs/tools/literatuur.json"
TEKENING = "docs/beeld/rijstijd.svg"
CONFIG = "mkdocs.yml"

FILES = {
    Rule.UNREADABLE: Case(
        "docs/over/map.md/lees.txt", "", "tekst",
        "docs/over/map.md:1:1: fout[bestand-onleesbaar] dit bestand is niet te lezen (Is a directory); kijk of het bestaat "
        "en of het geen map is",
    ),
    Rule.NOT_UTF8: Case(
        "docs/over/oud.md", "", b"---\ntitle: Oud\n---\n\nEen caf\xe9.\n",
        "docs/over/oud.md:5:8: fout[geen-utf8] hier staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8",
    ),
    Rule.EMPTY_FILE: Case(
        "docs/over/leeg.md", "", " \n\n",
        "docs/over/leeg.md:1:1: fout[leeg-bestand] dit bestand is leeg; vul het of verwijder het",
    ),
    Rule.NO_FRONT_MATTER: Case(
        "docs/over/kaal.md", "", "Alleen tekst.\n",
        "docs/over/kaal.md:1:1: fout[geen-voorblad] deze pagina heeft geen voorblad; begin met een regel '---', dan "
        "'title: ...', en sluit af met een regel '---'",
    ),
    Rule.YAML_SYNTAX: Case(
        KNEDEN, '- "Genoeg gekneed: het deeg rekt tot een vlies zonder te scheuren."', "- Let op: rust: vijf minuten.",
        "docs/modules/deeg/kneden.md:13:15: fout[yaml-fout] deze YAML is hier niet te lezen; kijk naar het inspringen, naar "
        "de spatie na een dubbele punt, en zet een tekst met ': ' tussen aanhalingstekens",
    ),
    Rule.YAML_TAG: Case(
        CURSUS, "text: Je maakt", "text: !belangrijk Je maakt",
        "docs/cursus.yml:19:9: fout[yaml-label] hier staat een YAML-label met een uitroepteken; haal het weg of zet de "
        "tekst tussen aanhalingstekens",
    ),
    Rule.YAML_ALIAS: Case(
        BEGRIPPEN, "also:\n  - desem", "also: &namen\n  - *namen",
        "docs/tools/begrippen.yml:5:5: fout[yaml-verwijzing] deze YAML-verwijzing leidt nergens heen of maakt het bestand "
        "te groot; zet een tekst die met een sterretje begint tussen aanhalingstekens",
    ),
    Rule.YAML_DEPTH: Case(
        "docs/tools/zoekwoorden.yml", "- oven", f"- {'[' * 20}oven{']' * 20}",
        "docs/tools/zoekwoorden.yml:3:22: fout[yaml-te-diep] dit is te diep genest; kijk naar het inspringen",
    ),
    Rule.DUPLICATE_KEY: Case(
        RIJZEN, "minutes: 15", "minutes: 15\nminutes: 20",
        "docs/modules/deeg/rijzen.md:6:1: fout[dubbele-sleutel] de sleutel 'minutes' staat hier voor de tweede keer (eerder "
        "op regel 5); voeg ze samen",
    ),
    Rule.JSON_SYNTAX: Case(
        BRONNEN, '"publisher": "De Korenaar",\n    "language": "nl-NL"\n', '"publisher": "De Korenaar"\n    "language": "nl-NL"\n',
        "docs/tools/literatuur.json:19:5: fout[json-fout] deze JSON is hier niet te lezen; kijk naar komma's, "
        "aanhalingstekens en haakjes, of exporteer de lijst opnieuw",
    ),
}  # fmt: skip

SHAPES = {
    Rule.UNKNOWN_KEY: Case(
        KNEDEN, "description:", "descripton:",
        "docs/modules/deeg/kneden.md:3:1: fout[onbekende-sleutel] de sleutel 'descripton' kennen we hier niet; bedoelde je "
        "'description'?",
    ),
    Rule.MISSING_KEY: Case(
        BAKKEN, "minutes: 1\n", "",
        "docs/modules/oven/bakken.md:2:1: fout[sleutel-ontbreekt] hier ontbreekt 'minutes'; vul die aan",
    ),
    Rule.WRONG_TYPE: Case(
        PLAN, "minutes: 20", "minutes: een half uur",
        "docs/tools/werkbladen/deegplan.md:7:10: fout[verkeerd-type] hier hoort een heel getal",
    ),
    Rule.INVALID_ID: Case(
        CURSUS, "- id: zelf-bakken", "- id: Zelf bakken",
        "docs/cursus.yml:58:7: fout[ongeldig-id] 'Zelf bakken' kan geen id zijn; gebruik kleine letters, cijfers en "
        "streepjes, zoals 'eerste-les'",
    ),
    Rule.INVALID_EXAMPLE: Case(
        PLAN, "example: desem", "example: bakpoeder",
        "docs/tools/werkbladen/deegplan.md:51:12: fout[voorbeeld-past-niet] het voorbeeld bij 'soort' past niet bij de "
        "vraag; kijk naar de soort, de opties, de rijen en de kolommen",
    ),
    Rule.DUPLICATE_ID: Case(
        VRAGEN, "prompts:\n", "prompts:\n- id: geduld\n  text: Kun je wachten?\n  goals:\n  - tijd-kiezen\n  moments:\n  - les-1\n",
        "docs/tools/reflectievragen.yml:14:7: fout[dubbel-id] het id 'geduld' komt hier voor de tweede keer voor; kies een "
        "ander",
    ),
}  # fmt: skip

OUTLINE = {
    Rule.MISSING_CHAPTER: Case(
        CURSUS, "  - oven/bakken\nmoments:", "  - oven/bakken\n  - oven/afkoelen\nmoments:",
        "docs/cursus.yml:13:5: fout[hoofdstuk-ontbreekt] hoofdstuk 'oven/afkoelen' heeft geen bestand "
        "docs/modules/oven/afkoelen.md; maak het of haal de regel weg; bedoelde je 'oven/bakken'?",
    ),
    Rule.UNNAMED_CHAPTER: Case(
        "docs/modules/oven/afkoelen.md", "",
        "---\ntitle: Afkoelen\ngoals:\n- zelf-bakken\nminutes: 5\nkeypoints:\n- Wacht een uur.\n---\n\nWacht een uur.\n\n"
        '{{ reflection("geduld") }}\n',
        "docs/modules/oven/afkoelen.md:1:1: fout[hoofdstuk-niet-genoemd] hoofdstuk 'oven/afkoelen' staat in geen enkele "
        "module van cursus.yml; zet het bij de hoofdstukken van zijn module",
    ),
    Rule.UNPLACED_CHAPTER: Case(
        CURSUS, "  chapters:\n  - oven/bakken\n- id: later", "- id: later",
        "docs/cursus.yml:12:5: fout[hoofdstuk-zonder-moment] hoofdstuk 'oven/bakken' hoort bij geen enkel moment; zet het "
        "onder 'moments' in cursus.yml",
    ),
    Rule.MISPLACED_CHAPTER: Case(
        CURSUS, "  - deeg/rijzen\n- id: oven\n  title: Oven\n  chapters:\n", "- id: oven\n  title: Oven\n  chapters:\n  - deeg/rijzen\n",
        "docs/cursus.yml:11:5: fout[hoofdstuk-in-andere-map] hoofdstuk 'deeg/rijzen' staat niet in de map van module 'oven'; "
        "verplaats het bestand of zet de regel bij de goede module",
    ),
    Rule.MISSING_OVERVIEW: Case(
        CURSUS, "moments:\n- id: vooraf", "- id: eten\n  title: Eten\n  chapters: []\nmoments:\n- id: vooraf",
        "docs/cursus.yml:13:7: fout[module-zonder-overzicht] module 'eten' heeft geen overzicht; maak "
        "docs/modules/eten/index.md",
    ),
    Rule.UNCOVERED_GOAL: Case(
        KNEDEN, "- deeg-beoordelen", "- zelf-bakken",
        "docs/cursus.yml:52:7: fout[doel-zonder-hoofdstuk] geen hoofdstuk noemt het doel 'deeg-beoordelen'; zet het bij "
        "'goals' van een hoofdstuk",
    ),
    Rule.UNPRACTISED_GOAL: Case(
        PLAN, "- deeg-beoordelen", "- zelf-bakken",
        "docs/cursus.yml:52:7: fout[doel-zonder-oefening] geen werkblad of reflectievraag oefent het doel 'deeg-beoordelen'; "
        "zet het bij 'goals' van een werkblad of vraag",
    ),
    Rule.NO_PRACTICE: Case(
        BAKKEN, '{{ worksheet("bakschema") }}', '{% call trainer() %}\n{{ worksheet("bakschema") }}\n{% endcall %}',
        "docs/modules/oven/bakken.md:2:8: waarschuwing[hoofdstuk-zonder-oefening] hoofdstuk 'oven/bakken' heeft geen werkblad "
        "en geen reflectievraag; zet er een in",
    ),
    Rule.MINUTES_DIFFER: Case(
        CURSUS, "minutes: 440", "minutes: 430",
        "docs/cursus.yml:27:12: waarschuwing[tijd-klopt-niet] hier staat 430, maar het is samen 440; pas een van beide aan",
    ),
    Rule.MISSING_PART: Case(
        CURSUS, "  - worksheet: bakschema", "  - title: Bakschema",
        "docs/cursus.yml:23:7: waarschuwing[onderdeel-ontbreekt] 'bakschema' hoort bij 'les-2', maar staat niet bij de "
        "onderdelen; zet het onder 'parts'",
    ),
    Rule.MISSING_PAGE: Case(
        CONFIG, "      - doelen.md", "      - doel.md",
        "mkdocs.yml:19:9: fout[pagina-ontbreekt] de navigatie noemt 'doel.md', maar die pagina is er niet; bedoelde je "
        "'doelen.md'?",
    ),
}  # fmt: skip

REFERENCES = {
    Rule.UNKNOWN_GOAL: Case(
        BAKKEN, "- tijd-kiezen", "- tijd-kiezn",
        "docs/modules/oven/bakken.md:5:3: fout[onbekend-doel] er is geen doel 'tijd-kiezn'; bedoelde je 'tijd-kiezen'?",
    ),
    Rule.UNKNOWN_MOMENT: Case(
        DAGBOEK, "- later", "- latr",
        "docs/tools/werkbladen/bakdagboek.md:6:3: fout[onbekend-moment] er is geen moment 'latr'; bedoelde je 'later'?",
    ),
    Rule.UNKNOWN_CHAPTER: Case(
        BAKKEN, "- deeg/kneden", "- deeg/knede",
        "docs/modules/oven/bakken.md:8:3: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/knede'; bedoelde je "
        "'deeg/kneden'?",
    ),
    Rule.UNKNOWN_WORKSHEET: Case(
        BAKKEN, '{{ worksheet("bakschema") }}', '{{ worksheet("bakschma") }}',
        "docs/modules/oven/bakken.md:18:14: fout[onbekend-werkblad] er is geen werkblad 'bakschma'; bedoelde je 'bakschema'?",
    ),
    Rule.UNKNOWN_FIELD: Case(
        DAGBOEK, "same_as: deegplan/zin", "same_as: deegplan/zon",
        "docs/tools/werkbladen/bakdagboek.md:21:12: fout[onbekend-veld] werkblad 'deegplan' heeft geen veld 'zon'; bedoelde "
        "je 'zin'?",
    ),
    Rule.UNKNOWN_REFLECTION: Case(
        KNEDEN, '{{ reflection("eerste-brood") }}', '{{ reflection("eerste") }}',
        "docs/modules/deeg/kneden.md:22:15: fout[onbekende-vraag] er is geen reflectievraag 'eerste'; bedoelde je "
        "'eerste-brood'?",
    ),
    Rule.UNKNOWN_TERM: Case(
        KNEDEN, '{{ term("gluten") }}', '{{ term("bakpoeder") }}',
        "docs/modules/deeg/kneden.md:18:33: fout[onbekend-begrip] er is geen begrip 'bakpoeder'",
    ),
    Rule.UNKNOWN_SOURCE: Case(
        BAKKEN, 'cite("smit2016steen")', 'cite("smit2016")',
        "docs/modules/oven/bakken.md:16:37: fout[onbekende-bron] 'smit2016' staat niet in de literatuurlijst; bedoelde je "
        "'smit2016steen'?",
    ),
    Rule.UNKNOWN_DIAGRAM: Case(
        RIJZEN, 'diagram("rijstijd")', 'diagram("rijstijden")',
        "docs/modules/deeg/rijzen.md:23:12: fout[onbekend-diagram] er is geen diagram 'rijstijden' in docs/beeld/; bedoelde "
        "je 'rijstijd'?",
    ),
    Rule.OTHER_MOMENT: Case(
        KNEDEN, 'worksheet("deegplan", moment="les-2")', 'worksheet("deegplan", moment="later")',
        "docs/modules/deeg/kneden.md:47:33: fout[ander-moment] 'deegplan' hoort niet bij het moment 'later', wel bij: les-1, "
        "les-2",
    ),
    Rule.FORMER_ID: Case(
        RIJZEN, 'term("zuurdesem")', 'term("desem")',
        "docs/modules/deeg/rijzen.md:16:80: waarschuwing[oud-id] 'desem' heet nu 'zuurdesem'; het werkt nog, maar pas het aan",
    ),
    Rule.UNUSED_WORKSHEET: Case(
        BAKKEN, '{{ worksheet("bakschema") }}', '{{ reflection("geduld") }}',
        "docs/tools/werkbladen/bakschema.md:2:8: waarschuwing[ongebruikt-werkblad] werkblad 'bakschema' wordt door geen "
        "enkele pagina gebruikt",
    ),
    Rule.UNUSED_REFLECTION: Case(
        KNEDEN, '{{ reflection("eerste-brood") }}\n', "",
        "docs/tools/reflectievragen.yml:2:7: waarschuwing[ongebruikte-vraag] reflectievraag 'eerste-brood' wordt door geen "
        "enkele pagina gebruikt",
    ),
    Rule.UNUSED_SOURCE: Case(
        KNEDEN, "reading:\n- meijer2019oven\n", "",
        "docs/tools/literatuur.json:38:11: waarschuwing[ongebruikte-bron] de bron 'meijer2019oven' wordt nergens aangehaald",
    ),
}  # fmt: skip

MACROS = {
    Rule.TEMPLATE_SYNTAX: Case(
        KNEDEN, "{% endcall %}\n", "",
        "docs/modules/deeg/kneden.md:50:4: fout[sjabloon-fout] deze macro is niet te lezen (Unexpected end of template. Jinja "
        "was looking for the following tags: 'endcall'. The innermost block that needs to be closed is 'call'.); kijk of elke "
        "accolade, haak en aanhaling gesloten is en of elk blok een einde heeft",
    ),
    Rule.UNKNOWN_MACRO: Case(
        "docs/werkboek.md", "{{ workbook() }}", "{{ werkboek() }}",
        "docs/werkboek.md:5:4: fout[onbekende-macro] er is geen macro 'werkboek'; bedoelde je 'workbook'?",
    ),
    Rule.WRONG_ARGUMENT: Case(
        RIJZEN, '{{ reflection("geduld") }}', '{{ reflection("geduld", wanneer="later") }}',
        "docs/modules/deeg/rijzen.md:19:4: fout[verkeerd-argument] 'reflection' krijgt iets mee dat het niet kent; schrijf "
        'reflection(id="...", moment="...")',
    ),
    Rule.MACRO_IN_SENTENCE: Case(
        RIJZEN, '{{ worksheet("bakdagboek") }}', 'Vul in: {{ worksheet("bakdagboek") }}',
        "docs/modules/deeg/rijzen.md:21:12: fout[macro-in-zin] 'worksheet' maakt een blok en hoort alleen op een regel te "
        "staan, helemaal links",
    ),
}  # fmt: skip

PAGES = {
    Rule.DEAD_LINK: Case(
        "docs/modules/deeg/index.md", "(kneden.md)", "(kneed.md)",
        "docs/modules/deeg/index.md:5:15: fout[dode-link] deze link leidt nergens heen: 'kneed.md'; bedoelde je 'kneden.md'?",
    ),
    Rule.DEAD_ANCHOR: Case(
        PLAN, "kneden.md#vliesproef", "kneden.md#vlies",
        "docs/tools/werkbladen/deegplan.md:130:43: fout[dood-anker] 'modules/deeg/kneden.md' heeft geen kop of anker 'vlies'; "
        "bedoelde je 'vliesproef'?",
    ),
    Rule.MISSING_PICTURE: Case(
        "docs/index.md", "beeld/brood.svg", "beeld/bol.svg",
        "docs/index.md:10:1: fout[beeld-ontbreekt] dit beeld is er niet: 'beeld/bol.svg'",
    ),
    Rule.PICTURE_WITHOUT_TEXT: Case(
        "docs/index.md", "Een rond brood met een kruis erin", "",
        "docs/index.md:10:1: fout[beeld-zonder-tekst] het beeld 'beeld/brood.svg' heeft geen tekst; zet tussen de rechte haken "
        "wat erop te zien is",
    ),
    Rule.MACRO_IN_WORDS: Case(
        "docs/tools/index.md", "## Werkbladen", '## Werkbladen en {{ term("gluten") }}',
        "docs/tools/index.md:5:1: fout[macro-in-kop-of-link] in een kop, of in de tekst van een link of beeld, kan geen macro "
        "staan; schrijf de woorden zelf",
    ),
    Rule.MISSING_TARGET: Case(
        "docs/tools/reflectievragen.md", "", None,
        "docs/bakdag.md:7:4: fout[overzicht-ontbreekt] 'programme' leidt naar docs/tools/reflectievragen.md, maar die pagina is er "
        "niet; maak die",
    ),
    Rule.HEADING_SKIP: Case(
        KNEDEN, "### De vliesproef", "#### De vliesproef",
        "docs/modules/deeg/kneden.md:24:1: waarschuwing[kop-niveau] de kop 'De vliesproef' heeft niveau 4 en komt na niveau 2; "
        "sla geen niveau over",
    ),
    Rule.SECOND_TITLE: Case(
        "docs/tools/index.md", "## Werkbladen", "# Werkbladen",
        "docs/tools/index.md:5:1: waarschuwing[dubbele-titel] de kop 'Werkbladen' heeft niveau 1, maar de titel komt uit het "
        "voorblad; begin met niveau 2",
    ),
}  # fmt: skip

DIAGRAMS = {
    Rule.DIAGRAM_SYNTAX: Case(
        TEKENING, "  </g>\n</svg>", "</svg>",
        "docs/beeld/rijstijd.svg:11:3: fout[diagram-fout] deze SVG is hier niet te lezen (mismatched tag); kijk of elk "
        "element gesloten is",
    ),
    Rule.DIAGRAM_CONTENT: Case(
        TEKENING, 'class="d-box" x', 'class="d-box" fill="red" x',
        "docs/beeld/rijstijd.svg:9:5: fout[diagram-inhoud] 'fill' kan hier niet; een diagram heeft een viewBox en verder "
        "alleen vormen, woorden en klassen",
    ),
    Rule.DIAGRAM_WITHOUT_TEXT: Case(
        TEKENING, "<title>Warm deeg rijst sneller</title>", "",
        "docs/beeld/rijstijd.svg:1:1: fout[diagram-zonder-tekst] dit diagram heeft geen <title>; zet daarin wat erop te zien "
        "is",
    ),
}  # fmt: skip

WORDS = {
    Rule.CHAPTER_LENGTH: Case(
        CONFIG, "chapter: [3, 100]", "chapter: [3, 50]",
        "docs/modules/deeg/kneden.md:2:8: waarschuwing[hoofdstuk-lengte] dit hoofdstuk telt 77 woorden; houd het tussen 3 en "
        "50",
    ),
    Rule.LONG_SENTENCE: Case(
        BAKKEN, "Snijd een", "Schuif het brood op de steen, wacht tot de korst goed bruin is, tik op de bodem, en snijd een",
        "docs/modules/oven/bakken.md:16:87: waarschuwing[lange-zin] deze zin telt 24 woorden; maak er twee van (hooguit 20)",
    ),
    Rule.LONG_SENTENCES: Case(
        "docs/modules/oven/index.md", "Van deeg maak je", "Van een stuk deeg dat warm genoeg en lang heeft gerezen maak je",
        "docs/modules/oven/index.md:1:1: waarschuwing[lange-zinnen] de zinnen van deze pagina tellen gemiddeld 17.0 woorden; "
        "maak ze korter (hooguit 15)",
    ),
    Rule.UNEXPLAINED_TERM: Case(
        BAKKEN, "Een steen houdt", "Gluten zijn taai, en een steen houdt",
        "docs/modules/oven/bakken.md:16:1: waarschuwing[begrip-zonder-uitleg] het begrip 'Gluten' staat hier voor het eerst "
        'zonder uitleg; schrijf {{ term("gluten", text="Gluten") }}',
    ),
    Rule.SPELLING: Case(
        BAKKEN, "warmte vast", "wramte vast",
        "docs/modules/oven/bakken.md:16:17: waarschuwing[spelling] 'wramte' staat niet in de woordenlijst; verbeter het of "
        "zet het in docs/woordenlijst.txt; bedoelde je 'warmte'?",
    ),
}  # fmt: skip

CASES = FILES | SHAPES | OUTLINE | REFERENCES | MACROS | PAGES | DIAGRAMS | WORDS
