"""The cases of test_rules.py: the example of each rule (examples.yml), and the line that is then told, whole."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leergang.diagnostics import Rule
from leergang.diagnostics.examples import load_examples

if TYPE_CHECKING:
    from .conftest import CourseDir


@dataclass(frozen=True)
class Fault:
    """What to put in the place of what in which file of the showcase."""

    file: str
    old: str
    """Nothing, where `new` is the whole of a file, or below its front matter of PAGE."""
    new: str

    def make(self, course: "CourseDir") -> None:
        """Make the fault in a course."""
        if self.old:
            course.edit(self.file, self.old, self.new)
        elif self.file == PAGE:
            course.write(PAGE, f"---\ntitle: Brood\n---\n\n{self.new}\n")
        else:
            course.write(self.file, self.new)
        if self.file.startswith("school/") and not (course.path / "school/school.yml").exists():
            course.write("school/school.yml", "id: de-molen\nname: De Molen\n")


PAGE = "docs/over/brood.md"
KNEDEN = "docs/modules/deeg/kneden.md"
RIJZEN = "docs/modules/deeg/rijzen.md"
BAKKEN = "docs/modules/oven/bakken.md"
DAGBOEK = "docs/tools/werkbladen/bakdagboek.md"
PLAN = "docs/tools/werkbladen/deegplan.md"
CURSUS = "docs/cursus.yml"
VRAGEN = "docs/tools/reflectievragen.yml"
BEGRIPPEN = "docs/tools/begrippen.yml"
BRONNEN = "docs/tools/literatuur.json"
CONFIG = "mkdocs.yml"
SCHOOL = "school/school.yml"

AFKOELEN = """---
title: Afkoelen
goals:
- zelf-bakken
minutes: 5
keypoints:
- Wacht een uur.
---

Wacht een uur.

{{ reflection("geduld") }}
"""


def _without_prompts_page(course: "CourseDir") -> None:
    course.remove("docs/tools/reflectievragen.md")
    course.edit(CONFIG, "      - tools/reflectievragen.md\n", "")


def _photo(course: "CourseDir", content: bytes) -> None:
    course.write("docs/beeld/foto.jpg", content)
    course.write(PAGE, "---\ntitle: Brood\n---\n\n![Een foto van het deeg](../beeld/foto.jpg)\n")


def _with_link(course: "CourseDir") -> None:
    Fault("school/docs/over/molen.md", "", "---\ntitle: De molen\n---\n\nWij malen zelf.\n").make(course)
    (course.path / "school/docs/beeld").symlink_to(course.path / "docs/beeld", target_is_directory=True)


def _logo_elsewhere(course: "CourseDir") -> None:
    course.write("school/school.yml", "id: de-molen\nname: De Molen\nlogo:\n  file: ../logo.svg\n")


def _of_another_version(course: "CourseDir") -> None:
    course.write(CURSUS, f"version: 1.1.0\n{course.read(CURSUS)}")
    course.write(SCHOOL, "id: de-wilg\nname: De Wilg\nmade_for:\n  version: 1.0.0\n")


def _with_a_choice(course: "CourseDir") -> None:
    course.write(SCHOOL, "id: de-wilg\nname: De Wilg\n")
    course.write("school/docs/over/brood.conflict.md", "Brood.\n<<<<<<< van jouw school\n")


IN_WORDS: dict[Rule, Callable[["CourseDir"], None]] = {
    Rule.UNREADABLE: lambda course: course.write("docs/over/map.md/lees.txt", "tekst"),
    Rule.NOT_UTF8: lambda course: course.write("docs/over/oud.md", b"---\ntitle: Oud\n---\n\nEen caf\xe9.\n"),
    Rule.UNNAMED_CHAPTER: lambda course: course.write("docs/modules/oven/afkoelen.md", AFKOELEN),
    Rule.UNSHOWN_PICTURE: lambda course: _photo(course, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    Rule.HEAVY_PICTURE: lambda course: _photo(course, b"\xff\xd8\xff\xe0" + bytes(8_000_000)),
    Rule.MISSING_TARGET: _without_prompts_page,
    Rule.SYMBOLIC_LINK: _with_link,
    Rule.UNFIT_LOGO: _logo_elsewhere,
    Rule.OTHER_VERSION: _of_another_version,
    Rule.OPEN_CHOICE: _with_a_choice,
}
"""How to break the rules whose example is told in words."""


def break_rule(rule: Rule, course: "CourseDir") -> None:
    """Make the wrong example of a rule, in a course that has the right one."""
    if rule in IN_WORDS:
        IN_WORDS[rule](course)
        return
    example = load_examples()[rule]
    new = not example.file or not (course.path / example.file).exists()
    Fault(example.path, "" if new else example.right, example.wrong).make(course)


TOLD = {
    Rule.UNFIT_LOGO: "school/school.yml:4:9: fout[logo-past-niet] '../logo.svg' kan hier geen logo zijn: het staat buiten de map van de school; zet het in de map van school.yml en schrijf het pad vanaf daar",
    Rule.LOW_CONTRAST: "school/school.yml:4:10: fout[te-weinig-contrast] wit op #f2a900 heeft een contrast van 2,0 : 1, en 4,5 : 1 is nodig; met '#9d6e00' gaat het goed",
    Rule.DATES_IN_DISORDER: "school/school.yml:7:9: waarschuwing[datums-door-elkaar] 'les-2' is op 2027-01-14, maar het komt na 'les-1' van 2027-03-18; kijk welke datum niet klopt",
    Rule.UNREADABLE: 'docs/over/map.md:1:1: fout[bestand-onleesbaar] dit bestand is niet te lezen (Is a directory); kijk of het bestaat en of het geen map is',
    Rule.NOT_UTF8: 'docs/over/oud.md:5:8: fout[geen-utf8] hier staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8',
    Rule.EMPTY_FILE: 'docs/over/graan.md:1:1: fout[leeg-bestand] dit bestand is leeg; vul het of verwijder het',
    Rule.CONFLICT_SIGNS: 'docs/over/brood.md:5:1: fout[twee-versies] hier staan nog twee versies van een tekst; kies wat er blijft, en haal de regels weg die met <<<<<<<, |||||||, ======= en >>>>>>> beginnen',
    Rule.NO_FRONT_MATTER: "docs/over/graan.md:1:1: fout[geen-voorblad] deze pagina heeft geen voorblad; begin met een regel '---', dan 'title: ...', en sluit af met een regel '---'",
    Rule.OPEN_FRONT_MATTER: "docs/over/graan.md:1:1: fout[voorblad-open] het voorblad heeft geen einde; zet onder de laatste sleutel een regel '---'",
    Rule.YAML_SYNTAX: "docs/modules/deeg/kneden.md:13:32: fout[yaml-fout] deze YAML is hier niet te lezen; kijk naar het inspringen, naar de spatie na een dubbele punt, en zet een tekst met ': ' tussen aanhalingstekens",
    Rule.YAML_TAB: 'docs/tools/zoekwoorden.yml:3:1: fout[yaml-tab] hier staat een tab; spring in met gewone spaties',
    Rule.YAML_QUOTES: 'docs/tools/begrippen.yml:6:9: fout[yaml-aanhaling] een * aan het begin betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende',
    Rule.YAML_ITEM: "docs/tools/begrippen.yml:11:3: fout[yaml-streepje] hier begint een nieuw onderdeel van de lijst; schrijf '- id: ...', met een streepje ervoor",
    Rule.YAML_REMARK: 'docs/cursus.yml:37:29: fout[yaml-hekje] wat hier achter # staat, leest niemand; zet de hele tekst tussen aanhalingstekens, of zet een opmerking op een eigen regel',
    Rule.YAML_TAG: 'docs/cursus.yml:19:9: fout[yaml-label] hier staat een YAML-label met een uitroepteken; haal het weg of zet de tekst tussen aanhalingstekens',
    Rule.YAML_ALIAS: 'docs/tools/begrippen.yml:5:5: fout[yaml-verwijzing] deze YAML-verwijzing leidt nergens heen of maakt het bestand te groot; zet een tekst die met een sterretje begint tussen aanhalingstekens',
    Rule.YAML_DEPTH: 'docs/tools/zoekwoorden.yml:3:22: fout[yaml-te-diep] dit is te diep genest; kijk naar het inspringen',
    Rule.DUPLICATE_KEY: "docs/modules/deeg/rijzen.md:6:1: fout[dubbele-sleutel] de sleutel 'minutes' staat hier voor de tweede keer (eerder op regel 5); voeg ze samen",
    Rule.JSON_SYNTAX: "docs/tools/literatuur.json:18:5: fout[json-fout] deze JSON is hier niet te lezen; kijk naar komma's, aanhalingstekens en haakjes, of exporteer de lijst opnieuw",
    Rule.UNKNOWN_KEY: "docs/modules/deeg/kneden.md:3:1: fout[onbekende-sleutel] de sleutel 'descripton' kennen we hier niet; bedoelde je 'description'?",
    Rule.MISSING_KEY: "docs/modules/oven/bakken.md:2:1: fout[sleutel-ontbreekt] hier ontbreekt 'minutes'; vul die aan",
    Rule.WRONG_TYPE: 'docs/tools/werkbladen/deegplan.md:7:10: fout[verkeerd-type] hier hoort een heel getal',
    Rule.INVALID_ID: "docs/cursus.yml:58:7: fout[ongeldig-id] 'Zelf bakken' kan geen id zijn; gebruik kleine letters, cijfers en streepjes, zoals 'eerste-les'",
    Rule.INVALID_EXAMPLE: "docs/tools/werkbladen/deegplan.md:51:12: fout[voorbeeld-past-niet] het voorbeeld bij 'soort' past niet bij de vraag; kijk naar de soort, de opties, de rijen en de kolommen",
    Rule.DUPLICATE_ID: "docs/tools/begrippen.yml:14:7: fout[dubbel-id] het id 'gluten' komt hier voor de tweede keer voor; kies een ander",
    Rule.MISSING_CHAPTER: "docs/cursus.yml:13:5: fout[hoofdstuk-ontbreekt] hoofdstuk 'oven/afkoelen' heeft geen bestand docs/modules/oven/afkoelen.md; maak het of haal de regel weg; bedoelde je 'oven/bakken'?",
    Rule.UNNAMED_CHAPTER: "docs/modules/oven/afkoelen.md:1:1: fout[hoofdstuk-niet-genoemd] hoofdstuk 'oven/afkoelen' staat in geen enkele module van cursus.yml; zet het bij de hoofdstukken van zijn module",
    Rule.UNPLACED_CHAPTER: "docs/cursus.yml:12:5: fout[hoofdstuk-zonder-moment] hoofdstuk 'oven/bakken' hoort bij geen enkel moment; zet het onder 'moments' in cursus.yml",
    Rule.TWICE_LISTED: "docs/cursus.yml:49:5: fout[hoofdstuk-dubbel-genoemd] hoofdstuk 'deeg/rijzen' staat ook bij 'les-1'; haal een van de twee regels weg",
    Rule.MISPLACED_CHAPTER: "docs/cursus.yml:11:5: fout[hoofdstuk-in-andere-map] hoofdstuk 'deeg/rijzen' staat niet in de map van module 'oven'; verplaats het bestand of zet de regel bij de goede module",
    Rule.MISSING_OVERVIEW: "docs/cursus.yml:13:7: fout[module-zonder-overzicht] module 'eten' heeft geen overzicht; maak docs/modules/eten/index.md",
    Rule.UNCOVERED_GOAL: "docs/cursus.yml:52:7: fout[doel-zonder-hoofdstuk] geen hoofdstuk noemt het doel 'deeg-beoordelen'; zet het bij 'goals' van een hoofdstuk",
    Rule.UNPRACTISED_GOAL: "docs/cursus.yml:52:7: fout[doel-zonder-oefening] geen werkblad of reflectievraag oefent het doel 'deeg-beoordelen'; zet het bij 'goals' van een werkblad of vraag",
    Rule.NO_PRACTICE: "docs/modules/oven/bakken.md:2:8: waarschuwing[hoofdstuk-zonder-oefening] hoofdstuk 'oven/bakken' heeft geen werkblad en geen reflectievraag; zet er een in",
    Rule.MINUTES_DIFFER: 'docs/cursus.yml:27:12: waarschuwing[tijd-klopt-niet] hier staat 430, maar het is samen 440; pas een van beide aan',
    Rule.MISSING_PART: "docs/cursus.yml:23:7: waarschuwing[onderdeel-ontbreekt] 'bakschema' hoort bij 'les-2', maar staat niet bij de onderdelen; zet het onder 'parts'",
    Rule.UNKNOWN_GOAL: "docs/modules/oven/bakken.md:5:3: fout[onbekend-doel] er is geen doel 'tijd-kiezn'; bedoelde je 'tijd-kiezen'?",
    Rule.UNKNOWN_MOMENT: "docs/tools/werkbladen/bakdagboek.md:6:3: fout[onbekend-moment] er is geen moment 'latr'; bedoelde je 'later'?",
    Rule.UNKNOWN_CHAPTER: "docs/modules/oven/bakken.md:8:3: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/knede'; bedoelde je 'deeg/kneden'?",
    Rule.UNKNOWN_WORKSHEET: "docs/modules/oven/bakken.md:18:14: fout[onbekend-werkblad] er is geen werkblad 'bakschma'; bedoelde je 'bakschema'?",
    Rule.UNKNOWN_FIELD: "docs/tools/werkbladen/bakdagboek.md:21:12: fout[onbekend-veld] werkblad 'deegplan' heeft geen veld 'zon'; bedoelde je 'zin'?",
    Rule.UNKNOWN_REFLECTION: "docs/modules/deeg/kneden.md:22:15: fout[onbekende-vraag] er is geen reflectievraag 'eerste'; bedoelde je 'eerste-brood'?",
    Rule.UNKNOWN_TERM: "docs/modules/deeg/kneden.md:18:33: fout[onbekend-begrip] er is geen begrip 'bakpoeder'",
    Rule.UNKNOWN_SOURCE: "docs/modules/oven/bakken.md:16:37: fout[onbekende-bron] 'smit2016' staat niet in de literatuurlijst; bedoelde je 'smit2016steen'?",
    Rule.UNKNOWN_DIAGRAM: "docs/modules/deeg/rijzen.md:23:12: fout[onbekend-diagram] er is geen diagram 'rijstijden' in docs/beeld/; bedoelde je 'rijstijd'?",
    Rule.OTHER_MOMENT: "docs/modules/deeg/kneden.md:47:33: fout[ander-moment] 'deegplan' hoort niet bij het moment 'later', wel bij: les-1, les-2",
    Rule.FORMER_ID: "docs/modules/deeg/rijzen.md:16:80: waarschuwing[oud-id] 'desem' heet nu 'zuurdesem'; het werkt nog, maar pas het aan",
    Rule.UNUSED_WORKSHEET: "docs/tools/werkbladen/bakschema.md:2:8: waarschuwing[ongebruikt-werkblad] werkblad 'bakschema' wordt door geen enkele pagina gebruikt",
    Rule.UNUSED_REFLECTION: "docs/tools/reflectievragen.yml:2:7: waarschuwing[ongebruikte-vraag] reflectievraag 'eerste-brood' wordt door geen enkele pagina gebruikt",
    Rule.UNUSED_SOURCE: "docs/tools/literatuur.json:38:11: waarschuwing[ongebruikte-bron] de bron 'meijer2019oven' wordt nergens aangehaald",
    Rule.TEMPLATE_SYNTAX: 'docs/modules/deeg/kneden.md:47:25: fout[sjabloon-fout] deze macro is niet te lezen: tussen twee argumenten hoort een komma',
    Rule.UNCLOSED_BLOCK: 'docs/modules/deeg/kneden.md:50:4: fout[blok-zonder-einde] {% call trainer() %} heeft geen einde; zet {% endcall %} op een regel onder de tekst die erbij hoort',
    Rule.BLOCK_FORM: 'docs/bakdag.md:10:44: fout[blok-vorm] het begin en het einde van een blok staan elk alleen op een regel, helemaal links',
    Rule.CURLY_QUOTES: "docs/modules/deeg/kneden.md:28:14: fout[kromme-aanhaling] “ is geen recht aanhalingsteken; typ een recht, of laat het veranderen met 'leergang check --fix'",
    Rule.UNKNOWN_MACRO: "docs/werkboek.md:5:4: fout[onbekende-macro] er is geen macro 'werkboek'; bedoelde je 'workbook'?",
    Rule.WRONG_ARGUMENT: "docs/modules/deeg/rijzen.md:21:4: fout[verkeerd-argument] zet aanhalingstekens om 'bakdagboek'; schrijf worksheet(id=\"...\", moment=\"...\")",
    Rule.MACRO_IN_SENTENCE: "docs/modules/deeg/rijzen.md:21:12: fout[macro-in-zin] 'worksheet' maakt een blok en hoort alleen op een regel te staan, helemaal links",
    Rule.MACRO_IN_WORDS: 'docs/tools/index.md:5:1: fout[macro-in-kop-of-link] in een kop, of in de tekst van een link of beeld, kan geen macro staan; schrijf de woorden zelf',
    Rule.DEAD_LINK: "docs/modules/deeg/index.md:5:15: fout[dode-link] deze link leidt nergens heen: 'kneed.md'; bedoelde je 'kneden.md'?",
    Rule.DEAD_ANCHOR: "docs/tools/werkbladen/deegplan.md:130:43: fout[dood-anker] 'modules/deeg/kneden.md' heeft geen kop of anker 'vlies'; bedoelde je 'vliesproef'?",
    Rule.TRAINERS_LINK: "docs/modules/deeg/index.md:5:15: fout[link-naar-trainers] 'trainers/bakdag.md' is alleen voor trainers, dus deelnemers kunnen hier niet verder; haal de link weg of zet hem in een blok voor trainers",
    Rule.MISSING_PICTURE: "docs/index.md:10:1: fout[beeld-ontbreekt] dit beeld is er niet: 'beeld/bol.svg'",
    Rule.PICTURE_WITHOUT_TEXT: "docs/index.md:10:1: fout[beeld-zonder-tekst] het beeld 'beeld/brood.svg' heeft geen tekst; zet tussen de rechte haken (in HTML: bij alt) wat erop te zien is",
    Rule.UNSHOWN_PICTURE: "docs/over/brood.md:5:1: fout[beeld-soort] browsers kunnen dit beeld niet tonen: '../beeld/foto.jpg'; open het in een fotoprogramma en bewaar het als JPEG (alleen een andere naam helpt niet)",
    Rule.HEAVY_PICTURE: "docs/over/brood.md:5:1: waarschuwing[beeld-te-groot] dit beeld is 8000 kB, en daar moet een lezer lang op wachten: '../beeld/foto.jpg'; verklein het in een fotoprogramma tot 1600 pixels breed en bewaar het als JPEG, zodat het onder 500 kB blijft",
    Rule.HEADING_SKIP: "docs/modules/deeg/kneden.md:24:1: waarschuwing[kop-niveau] de kop 'De vliesproef' heeft niveau 4 en komt na niveau 2; sla geen niveau over",
    Rule.SECOND_TITLE: "docs/tools/index.md:5:1: waarschuwing[dubbele-titel] de kop 'Werkbladen' heeft niveau 1, maar de titel komt uit het voorblad; begin met niveau 2",
    Rule.UNCLOSED_TAG: 'docs/over/brood.md:5:9: fout[html-open] <kbd> wordt niet gesloten; zet </kbd> waar het ophoudt, of schrijf &lt; als je het teken < bedoelt',
    Rule.DUPLICATE_ANCHOR: "docs/over/brood.md:7:10: fout[dubbel-anker] het anker 'graan' staat al op deze pagina; geef dit een andere naam",
    Rule.ACTIVE_CONTENT: "docs/over/brood.md:5:1: fout[script-in-pagina] '<iframe>' werkt in een pagina niet, want de site houdt het tegen; haal het weg. Een video of formulier kan wel als link",
    Rule.FOREIGN_ADDRESS: "docs/over/brood.md:5:1: fout[adres-van-buiten] dit wordt opgehaald bij een andere site: 'https://brood.example/brood.png'; zet het bestand in docs/beeld/ en verwijs daarnaar, of maak er een link van",
    Rule.OPEN_CODE: 'docs/over/brood.md:5:1: fout[code-open] dit stuk code heeft geen einde; zet er een regel met dezelfde tekens onder',
    Rule.BROKEN_LINK: 'docs/over/brood.md:5:6: fout[link-vorm] dit wordt geen link; schrijf [tekst](adres), zonder spatie ertussen',
    Rule.MISSING_BLANK_LINE: 'docs/over/brood.md:6:1: waarschuwing[witregel-ontbreekt] deze lijst hoort zo bij de alinea erboven; zet er een lege regel tussen',
    Rule.LOST_SHAPE: "docs/over/brood.md:5:1: waarschuwing[opmaak-vorm] dit wordt geen lijst, maar lopende tekst; begin elke regel met '- ' of '1. ', en zet er een lege regel boven",
    Rule.TABLE_ROW: 'docs/over/brood.md:7:1: waarschuwing[tabel-cellen] deze rij heeft een ander aantal cellen dan de eerste: 3 in plaats van 2; kijk naar de streepjes |',
    Rule.MISSING_PAGE: "mkdocs.yml:20:9: fout[pagina-ontbreekt] de navigatie noemt 'doel.md', maar die pagina is er niet; bedoelde je 'doelen.md'?",
    Rule.MISSING_TARGET: "docs/bakdag.md:7:4: fout[overzicht-ontbreekt] 'programme' leidt naar docs/tools/reflectievragen.md, maar die pagina is er niet; maak die",
    Rule.UNKNOWN_BLOCK: "school/docs/bakdag.md:1:10: fout[onbekend-blok] docs/bakdag.md heeft geen blok 'afsprak'; bedoelde je 'afspraken'?",
    Rule.OUTSIDE_BLOCK: 'school/docs/bakdag.md:1:1: fout[tekst-buiten-blok] dit staat buiten een blok en komt dus nergens; zet het in een blok van docs/bakdag.md, of begin met een voorblad als je de hele pagina vervangt',
    Rule.BLOCK_WITHOUT_PAGE: "school/docs/bakdagen.md:1:1: fout[blok-zonder-pagina] de cursus heeft geen pagina 'bakdagen.md' waarin deze blokken passen; geef het bestand de naam van de pagina, of begin met een voorblad als dit een nieuwe pagina is; bedoelde je 'bakdag.md'?",
    Rule.CHAPTER_CHANGE: "school/school.yml:5:10: fout[hoofdstuk-anders] hoofdstuk 'oven/bakken' staat in een andere module dan 'deeg/rijzen'; kies een hoofdstuk uit dezelfde module",
    Rule.HIDDEN_GOAL: "school/school.yml:4:7: waarschuwing[doel-verborgen] zonder dit hoofdstuk gaat geen enkel hoofdstuk meer over het doel 'deeg-beoordelen'; laat het staan, of zet het doel bij een hoofdstuk van jezelf",
    Rule.SYMBOLIC_LINK: 'school/docs/beeld:1:1: fout[snelkoppeling] dit is een symbolische koppeling naar een andere plek; zet het bestand of de map zelf hier neer',
    Rule.DIAGRAM_SYNTAX: 'docs/beeld/rijstijd.svg:11:3: fout[diagram-fout] deze SVG is hier niet te lezen (mismatched tag); kijk of elk element gesloten is',
    Rule.DIAGRAM_CONTENT: "docs/beeld/rijstijd.svg:9:5: fout[diagram-inhoud] 'fill' kan hier niet; een diagram heeft een viewBox en verder alleen vormen, woorden en klassen",
    Rule.DIAGRAM_WITHOUT_TEXT: 'docs/beeld/rijstijd.svg:1:1: fout[diagram-zonder-tekst] dit diagram heeft geen <title>; zet daarin wat erop te zien is',
    Rule.CHAPTER_LENGTH: 'docs/modules/deeg/kneden.md:2:8: waarschuwing[hoofdstuk-lengte] dit hoofdstuk telt 77 woorden; houd het tussen 3 en 50',
    Rule.LONG_SENTENCE: 'docs/modules/oven/bakken.md:16:87: waarschuwing[lange-zin] deze zin telt 24 woorden; maak er twee van (hooguit 20)',
    Rule.LONG_SENTENCES: 'docs/modules/oven/index.md:1:1: waarschuwing[lange-zinnen] de zinnen van deze pagina tellen gemiddeld 17.0 woorden; maak ze korter (hooguit 15)',
    Rule.UNEXPLAINED_TERM: "docs/modules/deeg/rijzen.md:16:72: waarschuwing[begrip-zonder-uitleg] het begrip 'zuurdesem' staat hier voor het eerst zonder uitleg; schrijf {{ term(\"zuurdesem\") }}",
    Rule.SPELLING: "docs/modules/oven/bakken.md:16:17: waarschuwing[spelling] 'wramte' staat niet in de woordenlijst; verbeter het of zet het in docs/woordenlijst.txt; bedoelde je 'warmte'?",
    Rule.OTHER_VERSION: "school/school.yml:4:12: waarschuwing[editie-andere-versie] deze editie is gemaakt voor versie 1.0.0 van de cursus, en de cursus is nu versie 1.1.0; gebruik: leergang school upgrade school",
    Rule.OPEN_CHOICE: "school/docs/over/brood.conflict.md:2:1: waarschuwing[keuze-open] hier wacht nog een keuze; zet in school/docs/over/brood.md de tekst die je wilt, verwijder dit bestand, en gebruik daarna: leergang school upgrade school",
}  # fmt: skip
"""What is then told, whole."""
