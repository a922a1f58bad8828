"""What is told of each fault that trainers make, whole: by the words that tests/faults.py has for it."""

from leergang.model.fields import FIELD_KINDS

TOLD_OF_FAULTS = {
    "a page that ends on .markdown":
        'docs/over/kort.markdown:1:1: fout[bestand-onleesbaar] dit bestand is niet te lezen (de naam van een pagina eindigt op .md); kijk of het bestaat en of het geen map is',
    "front matter with only a text":
        "docs/over/kort.md:1:1: fout[geen-voorblad] deze pagina heeft geen voorblad; begin met een regel '---', dan 'title: ...', en sluit af met een regel '---'",
    "front matter that is closed with one hyphen too few":
        "docs/modules/deeg/kneden.md:1:1: fout[voorblad-open] het voorblad heeft geen einde; zet onder de laatste sleutel een regel '---'",
    "a merge of git that was left halfway in a page":
        "docs/modules/deeg/kneden.md:1:1: fout[twee-versies] hier staan nog twee versies van een tekst; kies wat er blijft, en haal de regels weg die met <<<<<<<, |||||||, ======= en >>>>>>> beginnen",
    "a merge of git that was left halfway in YAML":
        "docs/tools/reflectievragen.yml:4:1: fout[twee-versies] hier staan nog twee versies van een tekst; kies wat er blijft, en haal de regels weg die met <<<<<<<, |||||||, ======= en >>>>>>> beginnen",
    "a merge of git of which only the last line stayed in JSON":
        "docs/tools/literatuur.json:11:1: fout[twee-versies] hier staan nog twee versies van een tekst; kies wat er blijft, en haal de regels weg die met <<<<<<<, |||||||, ======= en >>>>>>> beginnen",
    "a text in YAML with quotes in its middle":
        'docs/cursus.yml:37:12: fout[yaml-aanhaling] een " aan het begin betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende',
    "a text in YAML that begins with an at-sign":
        'docs/cursus.yml:37:12: fout[yaml-aanhaling] een @ aan het begin betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende',
    "a text in YAML that begins with an ampersand":
        'docs/cursus.yml:37:12: fout[yaml-aanhaling] een & aan het begin betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende',
    "a text in YAML that begins with a macro":
        'docs/cursus.yml:37:12: fout[yaml-aanhaling] een { aan het begin betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende',
    "a text in YAML with an apostrophe between apostrophes":
        "docs/cursus.yml:37:12: fout[yaml-aanhaling] een ' aan het begin betekent iets in YAML; zet de hele tekst tussen aanhalingstekens, of sluit wat je opende",
    "a field without its hyphen":
        "docs/tools/werkbladen/deegplan.md:35:3: fout[yaml-streepje] hier begint een nieuw onderdeel van de lijst; schrijf '- id: ...', met een streepje ervoor",
    "a field without its hyphen and indentation":
        "docs/tools/werkbladen/deegplan.md:35:1: fout[yaml-streepje] hier begint een nieuw onderdeel van de lijst; schrijf '- id: ...', met een streepje ervoor",
    "a colon in an item of a list":
        "docs/modules/oven/bakken.md:11:3: fout[verkeerd-type] hier hoort een tekst; zet haar tussen aanhalingstekens, want er staat een dubbele punt in",
    "a day as most people write it":
        "docs/tools/werkbladen/deegplan.md:40:12: fout[voorbeeld-past-niet] het voorbeeld bij 'dag' past niet bij de vraag; kijk naar de soort, de opties, de rijen en de kolommen; bedoelde je '2026-01-10'?",
    "a day as most people write it, in a table":
        "docs/tools/werkbladen/bakschema.md:59:5: fout[voorbeeld-past-niet] het voorbeeld bij 'vast' past niet bij de vraag; kijk naar de soort, de opties, de rijen en de kolommen; bedoelde je '2026-01-10'?",
    "hard spaces before a key":
        "docs/tools/werkbladen/deegplan.md:36:1: fout[yaml-tab] hier staat een vaste spatie, zoals een tekstverwerker die zet; spring in met gewone spaties",
    "a hard space before a key and a space before that":
        "docs/tools/werkbladen/deegplan.md:36:2: fout[yaml-tab] hier staat een vaste spatie, zoals een tekstverwerker die zet; spring in met gewone spaties",
    "hard spaces before an item":
        "docs/modules/oven/bakken.md:5:1: fout[yaml-tab] hier staat een vaste spatie, zoals een tekstverwerker die zet; spring in met gewone spaties",
    "a hard space behind the hyphen of an item":
        "docs/modules/oven/bakken.md:4:2: fout[yaml-tab] hier staat een vaste spatie, zoals een tekstverwerker die zet; spring in met gewone spaties",
    "a hard space before a key of a page":
        "docs/modules/oven/bakken.md:6:1: fout[yaml-tab] hier staat een vaste spatie, zoals een tekstverwerker die zet; spring in met gewone spaties",
    "a text in YAML that begins with a number sign":
        'docs/cursus.yml:37:12: fout[yaml-hekje] wat hier achter # staat, leest niemand; zet de hele tekst tussen aanhalingstekens, of zet een opmerking op een eigen regel',
    "a number sign in an item of a list":
        'docs/modules/oven/bakken.md:11:8: fout[yaml-hekje] wat hier achter # staat, leest niemand; zet de hele tekst tussen aanhalingstekens, of zet een opmerking op een eigen regel',
    "a colour without quotes":
        'school/school.yml:4:10: fout[yaml-hekje] wat hier achter # staat, leest niemand; zet de hele tekst tussen aanhalingstekens, of zet een opmerking op een eigen regel',
    "a key without a space behind its colon":
        "docs/tools/begrippen.yml:3:7: fout[yaml-fout] deze YAML is hier niet te lezen; kijk naar het inspringen, naar de spatie na een dubbele punt, en zet een tekst met ': ' tussen aanhalingstekens",
    "an item that is indented less than the others":
        "docs/tools/reflectievragen.yml:5:2: fout[yaml-fout] deze YAML is hier niet te lezen; kijk naar het inspringen, naar de spatie na een dubbele punt, en zet een tekst met ': ' tussen aanhalingstekens",
    "a tab in the middle of front matter":
        'docs/modules/oven/bakken.md:4:1: fout[yaml-tab] hier staat een tab; spring in met gewone spaties',
    "literature with a comma too many":
        "docs/tools/literatuur.json:11:3: fout[json-fout] deze JSON is hier niet te lezen; kijk naar komma's, aanhalingstekens en haakjes, of exporteer de lijst opnieuw",
    "literature that is no list":
        'docs/tools/literatuur.json:1:1: fout[verkeerd-type] hier hoort een lijst, met een streepje voor elk onderdeel',
    "a key of the course in a page":
        "docs/werkboek.md:3:1: fout[onbekende-sleutel] de sleutel 'minuten' kennen we hier niet",
    "a key in capitals":
        "docs/modules/deeg/kneden.md:8:1: fout[onbekende-sleutel] de sleutel 'Minutes' kennen we hier niet; bedoelde je 'minutes'?",
    "a kind of field that isn't there":
        "docs/tools/werkbladen/deegplan.md:22:9: fout[verkeerd-type] hier hoort een van: " + ", ".join(FIELD_KINDS) + "; bedoelde je 'paragraph'?",
    "a field without a question":
        "docs/tools/werkbladen/bakdagboek.md:22:3: fout[sleutel-ontbreekt] hier ontbreekt 'label'; vul die aan",
    "a choice with one option":
        'docs/tools/werkbladen/deegplan.md:47:3: fout[verkeerd-type] hier hoort een lijst met ten minste 2 onderdelen',
    "an option twice":
        "docs/tools/werkbladen/deegplan.md:60:9: fout[dubbel-id] het id 'noten' komt hier voor de tweede keer voor; kies een ander",
    "a field twice":
        "docs/tools/werkbladen/bakdagboek.md:22:7: fout[dubbel-id] het id 'zin' komt hier voor de tweede keer voor; kies een ander",
    "a number that is a word":
        'docs/tools/werkbladen/deegplan.md:33:8: fout[verkeerd-type] hier hoort een heel getal',
    "a number that is too low":
        'docs/modules/deeg/rijzen.md:5:10: fout[verkeerd-type] hier hoort een getal van ten minste 1',
    "a switch that is neither true nor false":
        'docs/tools/werkbladen/bakdagboek.md:7:9: fout[verkeerd-type] hier hoort true of false',
    "a text where a list belongs":
        'docs/modules/deeg/kneden.md:9:10: fout[verkeerd-type] hier hoort een lijst, met een streepje voor elk onderdeel',
    "an empty list":
        'docs/modules/oven/bakken.md:3:8: fout[verkeerd-type] hier hoort een lijst met ten minste 1 onderdeel',
    "an empty title":
        'docs/modules/oven/bakken.md:2:8: fout[verkeerd-type] hier hoort een tekst die niet leeg is',
    "with whom in Dutch":
        "docs/tools/werkbladen/deegplan.md:9:3: fout[verkeerd-type] hier hoort een van: alone, pair, team; bedoelde je 'alone'?",
    "a smallest number above the largest":
        'docs/tools/werkbladen/deegplan.md:33:8: fout[verkeerd-type] hier hoort min <= max (3000, 2000)',
    "a field that asks itself again":
        'docs/tools/werkbladen/bakdagboek.md:21:12: fout[verkeerd-type] hier hoort een ander veld van dezelfde soort (scale)',
    "a field that asks one of another kind again":
        'docs/tools/werkbladen/bakdagboek.md:21:12: fout[verkeerd-type] hier hoort een ander veld van dezelfde soort (scale)',
    "a field that asks one again without naming the worksheet":
        "docs/tools/werkbladen/bakdagboek.md:21:12: fout[ongeldig-id] 'zin' kan geen id zijn; gebruik het werkblad en het veld, zoals 'werkblad/veld'",
    "an author without a name":
        "docs/tools/literatuur.json:82:15: fout[sleutel-ontbreekt] hier ontbreekt 'family'; vul die aan",
    "a kind of source in Dutch":
        'docs/tools/literatuur.json:71:13: fout[verkeerd-type] hier hoort een van: article, article-journal, article-magazine, article-newspaper, bill, book, broadcast, chapter, classic, collection, dataset, document, entry, entry-dictionary, entry-encyclopedia, event, figure, graphic, hearing, interview, legal_case, legislation, manuscript, map, motion_picture, musical_score, pamphlet, paper-conference, patent, performance, periodical, personal_communication, post, post-weblog, regulation, report, review, review-book, software, song, speech, standard, thesis, treaty, webpage',
    "a year that is no number":
        'docs/tools/literatuur.json:73:15: fout[verkeerd-type] hier hoort een heel getal',
    "a chapter twice in the course":
        "docs/cursus.yml:9:5: fout[hoofdstuk-dubbel-genoemd] hoofdstuk 'deeg/kneden' staat ook bij 'deeg'; haal een van de twee regels weg",
    "a chapter that is misspelt in its module":
        "docs/cursus.yml:7:5: fout[hoofdstuk-ontbreekt] hoofdstuk 'deeg/kneeden' heeft geen bestand docs/modules/deeg/kneeden.md; maak het of haal de regel weg; bedoelde je 'deeg/kneden'?",
    "a chapter that is misspelt at its moment":
        "docs/cursus.yml:22:5: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/reizen'; bedoelde je 'deeg/rijzen'?",
    "a chapter's name with capitals":
        "docs/modules/oven/Heel Heet.md:1:1: fout[ongeldig-id] 'oven/Heel Heet' kan geen id zijn; gebruik de map en de naam van het hoofdstuk, zoals 'module/hoofdstuk'",
    "a macro in a list":
        "docs/over/brood.md:7:8: fout[macro-in-zin] 'worksheet' maakt een blok en hoort alleen op een regel te staan, helemaal links",
    "a macro with a space before it":
        "docs/over/brood.md:5:5: fout[macro-in-zin] 'worksheet' maakt een blok en hoort alleen op een regel te staan, helemaal links",
    "two macros on a line":
        "docs/over/brood.md:5:4: fout[macro-in-zin] 'goals' maakt een blok en hoort alleen op een regel te staan, helemaal links",
    "a macro in a link":
        'docs/over/brood.md:5:1: fout[macro-in-kop-of-link] in een kop, of in de tekst van een link of beeld, kan geen macro staan; schrijf de woorden zelf',
    "one quote of a macro forgotten":
        'docs/over/brood.md:5:14: fout[sjabloon-fout] deze macro is niet te lezen: bij dit aanhalingsteken ontbreekt het tweede; zet er een voor en een achter de tekst',
    "one quote forgotten in a page with others":
        'docs/modules/deeg/kneden.md:18:33: fout[sjabloon-fout] deze macro is niet te lezen: bij dit aanhalingsteken ontbreekt het tweede; zet er een voor en een achter de tekst',
    "a single curly quote":
        "docs/over/brood.md:5:14: fout[kromme-aanhaling] ‘ is geen recht aanhalingsteken; typ een recht, of laat het veranderen met 'leergang check --fix'",
    "a curly quote at the end":
        "docs/over/brood.md:5:25: fout[kromme-aanhaling] ” is geen recht aanhalingsteken; typ een recht, of laat het veranderen met 'leergang check --fix'",
    "a parenthesis of a macro forgotten":
        'docs/over/brood.md:5:1: fout[sjabloon-fout] deze macro is niet te lezen: de haakjes en accolades horen bij elkaar; kijk of er een te veel of te weinig is',
    "a brace of a macro forgotten":
        'docs/over/brood.md:5:1: fout[sjabloon-fout] deze macro is niet te lezen: de macro heeft geen einde; sluit haar af met }}',
    "a brace on both sides of a macro forgotten":
        'docs/over/brood.md:5:3: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {{ worksheet("...") }}',
    "a brace before a macro forgotten":
        'docs/over/brood.md:5:3: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {{ worksheet("...") }}',
    "the braces before a macro forgotten":
        'docs/modules/deeg/rijzen.md:21:1: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {{ worksheet("...") }}',
    "brackets around a macro, with quotes of a word processor":
        'docs/over/brood.md:5:4: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {{ worksheet("...") }}',
    "one brace around a macro in a sentence":
        'docs/over/brood.md:5:20: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {{ cite("...") }}',
    "one brace around a macro that takes nothing":
        'docs/over/brood.md:5:3: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {{ goals() }}',
    "a block for trainers with the braces of a macro forgotten":
        'docs/over/brood.md:5:8: fout[sjabloon-fout] deze macro is niet te lezen: een macro staat tussen dubbele accolades; schrijf {% call trainer() %} ... {% endcall %}',
    "both braces of a macro forgotten":
        'docs/over/brood.md:5:1: fout[sjabloon-fout] deze macro is niet te lezen: de macro heeft geen einde; sluit haar af met }}',
    "the parentheses of a macro forgotten":
        'docs/over/brood.md:5:14: fout[sjabloon-fout] deze macro is niet te lezen: achter de naam van een macro horen haakjes, met daarin wat zij meekrijgt',
    "a macro without anything":
        "docs/over/brood.md:5:4: fout[verkeerd-argument] 'goals' staat hier zonder haakjes; schrijf goals()",
    "braces without a macro":
        'docs/over/brood.md:5:4: fout[sjabloon-fout] deze macro is niet te lezen: hier staat geen macro; zet er een neer of haal de accolades weg',
    "a colon in a macro":
        'docs/over/brood.md:5:34: fout[sjabloon-fout] deze macro is niet te lezen: tussen de naam van een argument en zijn waarde hoort =, geen dubbele punt',
    "an argument without quotes, with a hyphen":
        "docs/over/brood.md:5:4: fout[verkeerd-argument] zet aanhalingstekens om 'eigen-plan'; schrijf worksheet(id=\"...\", moment=\"...\")",
    "an argument that a macro doesn't know":
        "docs/over/brood.md:5:4: fout[verkeerd-argument] 'worksheet' krijgt iets mee dat het niet kent; schrijf worksheet(id=\"...\", moment=\"...\")",
    "a macro in Dutch":
        "docs/over/brood.md:5:4: fout[onbekende-macro] er is geen macro 'werkblad'; bedoelde je 'worksheet'?",
    "a macro with a capital":
        "docs/over/brood.md:5:4: fout[onbekende-macro] er is geen macro 'Worksheet'; bedoelde je 'worksheet'?",
    "a block for trainers without its call":
        'docs/over/brood.md:5:4: fout[sjabloon-fout] deze macro is niet te lezen: schrijf {% call trainer() %} ... {% endcall %}',
    "a block for trainers with a slip in its end":
        "docs/over/brood.md:7:4: fout[sjabloon-fout] deze macro is niet te lezen: 'endcal' is geen blok dat we kennen; bedoelde je 'endcall'?",
    "an end of a block for trainers by itself":
        "docs/over/brood.md:7:4: fout[sjabloon-fout] deze macro is niet te lezen: 'endcall' sluit of deelt een blok dat niet open is; haal het weg of zet het begin erboven",
    "a block for trainers as a macro":
        "docs/over/brood.md:5:4: fout[verkeerd-argument] 'trainer' hoort om een tekst heen te staan; schrijf {% call trainer() %} ... {% endcall %}",
    "a raw block without an end":
        'docs/over/brood.md:5:1: fout[blok-zonder-einde] {% raw %} heeft geen einde; zet {% endraw %} op een regel onder de tekst die erbij hoort',
    "a chapter that a macro names":
        "docs/over/brood.md:5:23: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/rijze'; bedoelde je 'deeg/rijzen'?",
    "a moment that a macro names":
        "docs/over/brood.md:5:21: fout[onbekend-moment] er is geen moment 'les-3'; bedoelde je 'les-2'?",
    "a link to a chapter by its id":
        "docs/over/brood.md:5:6: fout[dode-link] deze link leidt nergens heen: '../modules/deeg/kneden'; bedoelde je '../modules/deeg/kneden.md'?",
    "a link to the address of a page":
        "docs/over/brood.md:5:6: fout[dode-link] deze link leidt nergens heen: '../modules/deeg/kneden.html'; bedoelde je '../modules/deeg/kneden.md'?",
    "a link in HTML":
        "docs/over/brood.md:5:6: fout[dode-link] deze link leidt nergens heen: '../modules/deeg/knede.md'; bedoelde je '../modules/deeg/kneden.md'?",
    "a link from the top":
        "docs/over/brood.md:5:6: fout[dode-link] deze link leidt nergens heen: '/bakdag.md'; bedoelde je '../bakdag.md'?",
    "a link to nothing on the page itself":
        "docs/over/brood.md:7:6: fout[dood-anker] 'over/brood.md' heeft geen kop of anker 'tarw'; bedoelde je 'tarwe'?",
    "a link with its address below":
        "docs/over/brood.md:7:1: fout[dode-link] deze link leidt nergens heen: '../bakdagen.md'; bedoelde je '../bakdag.md'?",
    "a link the wrong way round":
        'docs/over/brood.md:5:6: fout[link-vorm] dit wordt geen link; schrijf [tekst](adres), zonder spatie ertussen',
    "a link with a line end in it":
        'docs/over/brood.md:5:6: fout[link-vorm] dit wordt geen link; schrijf [tekst](adres), zonder spatie ertussen',
    "a picture in HTML without a text":
        "docs/over/brood.md:5:1: fout[beeld-zonder-tekst] het beeld '../beeld/brood.svg' heeft geen tekst; zet tussen de rechte haken (in HTML: bij alt) wat erop te zien is",
    "a picture in HTML that isn't there":
        "docs/over/brood.md:5:1: fout[beeld-ontbreekt] dit beeld is er niet: '../beeld/bol.svg'",
    "a picture in HTML from another site":
        "docs/over/brood.md:5:1: fout[adres-van-buiten] dit wordt opgehaald bij een andere site: '//brood.example/bol.png'; zet het bestand in docs/beeld/ en verwijs daarnaar, of maak er een link van",
    "a film from another site":
        "docs/over/brood.md:5:1: fout[adres-van-buiten] dit wordt opgehaald bij een andere site: 'https://brood.example/film.mp4'; zet het bestand in docs/beeld/ en verwijs daarnaar, of maak er een link van",
    "a script":
        "docs/over/brood.md:5:1: fout[script-in-pagina] '<script>' werkt in een pagina niet, want de site houdt het tegen; haal het weg. Een video of formulier kan wel als link",
    "a style":
        "docs/over/brood.md:5:1: fout[script-in-pagina] '<style>' werkt in een pagina niet, want de site houdt het tegen; haal het weg. Een video of formulier kan wel als link",
    "a colour":
        "docs/over/brood.md:5:8: fout[script-in-pagina] 'style=' werkt in een pagina niet, want de site houdt het tegen; haal het weg. Een video of formulier kan wel als link",
    "an event handler":
        "docs/over/brood.md:5:1: fout[script-in-pagina] 'onclick=' werkt in een pagina niet, want de site houdt het tegen; haal het weg. Een video of formulier kan wel als link",
    "a link that runs a script":
        "docs/over/brood.md:5:1: fout[script-in-pagina] 'javascript:' werkt in een pagina niet, want de site houdt het tegen; haal het weg. Een video of formulier kan wel als link",
    "a block in HTML without an end":
        'docs/over/brood.md:5:1: fout[html-open] <details> wordt niet gesloten; zet </details> waar het ophoudt, of schrijf &lt; als je het teken < bedoelt',
    "a block in HTML closed twice":
        'docs/over/brood.md:8:1: fout[html-open] </div> sluit iets dat niet open is; haal het weg of zet er <div> voor',
    "tags that cross":
        'docs/over/brood.md:5:15: fout[html-open] <i> wordt niet gesloten; zet </i> waar het ophoudt, of schrijf &lt; als je het teken < bedoelt',
    "a word between brackets as if it were a tag":
        'docs/over/brood.md:5:9: fout[html-open] <naam> wordt niet gesloten; zet </naam> waar het ophoudt, of schrijf &lt; als je het teken < bedoelt',
    "a tag without its bracket":
        'docs/over/brood.md:5:1: fout[html-open] <div> wordt niet gesloten; zet </div> waar het ophoudt, of schrijf &lt; als je het teken < bedoelt',
    "a remark without an end":
        'docs/over/brood.md:5:1: fout[html-open] deze opmerking heeft geen einde; zet --> waar zij ophoudt',
    "an id of HTML that a heading has":
        "docs/over/brood.md:7:1: fout[dubbel-anker] het anker 'tarwe' staat al op deze pagina; geef dit een andere naam",
    "an id that the chapter has already":
        "docs/modules/deeg/rijzen.md:14:19: fout[dubbel-anker] het anker 'kernpunten' staat al op deze pagina; geef dit een andere naam",
    "code that is closed with fewer signs":
        'docs/over/brood.md:5:1: fout[code-open] dit stuk code heeft geen einde; zet er een regel met dezelfde tekens onder',
    "a table right below a text":
        'docs/over/brood.md:6:1: waarschuwing[witregel-ontbreekt] deze tabel hoort zo bij de alinea erboven; zet er een lege regel tussen',
    "a numbered list right below a text":
        'docs/over/brood.md:6:1: waarschuwing[witregel-ontbreekt] deze lijst hoort zo bij de alinea erboven; zet er een lege regel tussen',
    "a list of a word processor right below a text":
        "docs/over/brood.md:6:1: waarschuwing[opmaak-vorm] dit wordt geen lijst, maar lopende tekst; begin elke regel met '- ' of '1. ', en zet er een lege regel boven",
    "a list with parentheses":
        "docs/over/brood.md:6:1: waarschuwing[opmaak-vorm] dit wordt geen lijst, maar lopende tekst; begin elke regel met '- ' of '1. ', en zet er een lege regel boven",
    "a list without spaces":
        "docs/over/brood.md:6:1: waarschuwing[opmaak-vorm] dit wordt geen lijst, maar lopende tekst; begin elke regel met '- ' of '1. ', en zet er een lege regel boven",
    "a table without a line below its first row":
        "docs/over/brood.md:5:1: waarschuwing[opmaak-vorm] dit wordt geen tabel; zet onder de eerste rij een regel als |---|---|, met gewone streepjes",
    "a table with dashes of a word processor":
        "docs/over/brood.md:5:1: waarschuwing[opmaak-vorm] dit wordt geen tabel; zet onder de eerste rij een regel als |---|---|, met gewone streepjes",
    "a table of a word processor":
        "docs/over/brood.md:5:1: waarschuwing[opmaak-vorm] dit wordt geen tabel, maar lopende tekst; zet | voor, tussen en achter de cellen, en onder de eerste rij een regel als |---|---|",
    "a heading with a space before it":
        "docs/over/brood.md:7:1: waarschuwing[opmaak-vorm] dit wordt geen kop; haal weg wat er voor ## staat, ook spaties",
    "a paragraph that is indented":
        "docs/over/brood.md:7:1: waarschuwing[opmaak-vorm] deze alinea wordt een grijs vak met code; haal de spaties of de tab aan het begin weg",
    "a cell that was forgotten":
        'docs/over/brood.md:7:1: waarschuwing[tabel-cellen] deze rij heeft een ander aantal cellen dan de eerste: 1 in plaats van 2; kijk naar de streepjes |',
    "a heading of level 1 by its underline":
        "docs/over/brood.md:5:1: waarschuwing[dubbele-titel] de kop 'Tarwe' heeft niveau 1, maar de titel komt uit het voorblad; begin met niveau 2",
    "a page in the navigation that is spelled with a capital":
        "mkdocs.yml:19:9: fout[pagina-ontbreekt] de navigatie noemt 'Bakdag.md', maar die pagina is er niet; bedoelde je 'bakdag.md'?",
    "a moment's page that isn't there":
        "docs/cursus.yml:26:9: fout[dode-link] deze link leidt nergens heen: 'bakdagen.md'; bedoelde je 'bakdag.md'?",
    "a part that names a worksheet that isn't there":
        "docs/cursus.yml:40:16: fout[onbekend-werkblad] er is geen werkblad 'bakschem'; bedoelde je 'bakschema'?",
    "the picture of the course that isn't there":
        "docs/cursus.yml:76:11: fout[beeld-ontbreekt] dit beeld is er niet: 'beeld/kaft.png'",
    "a chapter of a moment that isn't there":
        "docs/cursus.yml:23:5: fout[onbekend-hoofdstuk] er is geen hoofdstuk 'deeg/rust'; bedoelde je 'deeg/rijzen'?",
}  # fmt: skip
