"""Whose answers a change touches, and how, in the words that a reviewer reads."""

import pytest

from .conftest import Repository

PLAN, DAGBOEK, SCHEMA = (f"tools/werkbladen/{name}.md" for name in ("deegplan", "bakdagboek", "bakschema"))
VRAGEN = "tools/reflectievragen.yml"
WHY = "- id: reden\n  kind: paragraph\n  label: Waarom dit brood?\n  hint: Denk aan wie het eet.\n  required: true\n  example: Mijn buren eten mee, en zij houden van donker brood.\n"
NUTS = "  - id: noten\n    label: Noten\n"

CASES = {
    "question reworded": (
        [(PLAN, "label: Waarom dit brood?", "label: Waarom kies je dit brood?")], "both-wordings",
        "'Waarom dit brood?' wordt 'Waarom kies je dit brood?'. Het antwoord blijft staan. Ernaast leest de deelnemer hoe de vraag eerst was, met de knop 'Mijn antwoord klopt nog'.",
    ),
    "question replaced": (
        [(PLAN, "label: Waarom dit brood?", "label: Hoe lang gaat het nog mee?")], "both-wordings",
        "'Waarom dit brood?' wordt 'Hoe lang gaat het nog mee?'. Het antwoord blijft staan, met de oude vraag ernaast. Is dit een andere vraag? Geef haar dan een nieuw id: het oude antwoord blijft zo in het werkboek, bij zijn eigen vraag.",
    ),
    "question spelled otherwise": (
        [(PLAN, "label: Waarom dit brood?", "label: Waarom dit  Brood")], "kept",
        "'Waarom dit brood?' wordt 'Waarom dit  Brood': alleen hoofdletters, leestekens of spaties. Het antwoord blijft staan, en de deelnemer merkt er niets van.",
    ),
    "question gone": (
        [(PLAN, WHY, "")], "left",
        "'Waarom dit brood?' wordt niet meer gevraagd. Het antwoord blijft te lezen in het werkboek en het reflectieverslag.",
    ),
    "question with another id": (
        [(PLAN, "- id: reden", "- id: waarom")], "lost",
        "'Waarom dit brood?' (reden) is weg, en 'waarom' lijkt er sterk op. Het antwoord gaat niet mee: de vraag is weer leeg, en het oude antwoord staat alleen nog in het werkboek.",
    ),
    "question renamed": (
        [(PLAN, "- id: reden\n", "- id: waarom\n  formerly:\n  - reden\n")], "kept",
        "'Waarom dit brood?': het id verandert van 'reden' in 'waarom', en het oude staat onder 'formerly'. Het antwoord gaat mee.",
    ),
    "earlier id of a question forgotten": (
        [(DAGBOEK, "\n  formerly:\n  - verslag", "")], "lost",
        "'Hoe ging het?': het oude id 'verslag' staat niet meer onder 'formerly'. Wie sinds die tijd niet terug was, vindt zijn antwoord niet bij deze vraag. Zet het oude id terug.",
    ),
    "questions merged": (
        [(PLAN, WHY, ""), (PLAN, "- id: naam\n", "- id: naam\n  formerly:\n  - reden\n")], "kept",
        "'Hoe noem je je brood?': hier komen vragen samen (Hoe noem je je brood? + Waarom dit brood?). Zijn er twee antwoorden, dan blijft het nieuwste en staat het andere ernaast.",
    ),
    "help changed": (
        [(PLAN, "hint: Denk aan wie het eet.", "hint: Denk aan je gasten.")], "kept",
        "'Waarom dit brood?': de hulp erbij verandert (uitleg, voorbeeld, verplicht of de verwijzing naar een eerder antwoord). Het antwoord blijft staan.",
    ),
    "text to paragraph": (
        [(PLAN, "- id: naam\n  kind: text", "- id: naam\n  kind: paragraph")], "kept",
        "'Hoe noem je je brood?': het antwoord had de vorm van een paar woorden, en dat wordt een stukje tekst. Het antwoord blijft staan.",
    ),
    "text to number": (
        [(PLAN, "- id: naam\n  kind: text", "- id: naam\n  kind: number"), (PLAN, "  example: Maandagbrood\n", "")], "hidden",
        "'Hoe noem je je brood?': het antwoord had de vorm van een paar woorden, en dat wordt een getal. Alleen een antwoord dat daar precies in past, staat nog in het veld. Elk ander antwoord staat in het werkboek, tot de deelnemer hier iets nieuws invult.",
    ),
    "choice to choices": (
        [(PLAN, "- id: soort\n  kind: choice\n", "- id: soort\n  kind: choices\n"), (PLAN, "  example: desem\n", "")], "hidden",
        "'Welk rijsmiddel gebruik je?': het antwoord had de vorm van één keuze, en dat wordt meer keuzes. Het oude antwoord past daar niet in: het veld is leeg, en het antwoord staat alleen nog in het werkboek. Wie hier iets nieuws invult, vervangt het.",
    ),
    "option gone": (
        [(PLAN, NUTS, ""), (PLAN, "  - noten\n", "")], "hidden",
        "'Wat gaat er nog in?': de keuze 'Noten' is weg. Wie haar koos, ziet haar niet meer aangekruist; in het werkboek staat nog 'noten', tot de deelnemer dit antwoord verandert.",
    ),
    "option relabelled": (
        [(PLAN, "label: Noten", "label: Walnoten")], "other-words",
        "'Wat gaat er nog in?': de keuze 'Noten' heet nu 'Walnoten'. Wie haar koos, leest de nieuwe woorden; de oude staan er niet bij.",
    ),
    "option with another id": (
        [(PLAN, "- id: noten", "- id: noot"), (PLAN, "  - noten\n", "")], "hidden",
        "'Wat gaat er nog in?': de keuze 'Noten' heeft een ander id (noten wordt noot). Wie haar koos, ziet haar niet meer aangekruist. Zet het oude id terug.",
    ),
    "option new": (
        [(PLAN, NUTS, f"{NUTS}  - id: kaas\n    label: Kaas\n")], "kept",
        "'Wat gaat er nog in?': er komt een keuze bij: 'Kaas'. Antwoorden blijven staan.",
    ),
    "row gone": (
        [(PLAN, "  - id: ruim\n    label: Ruim\n", ""), (PLAN, "    ruim: 4\n", "")], "hidden",
        "'Hoe is je keuken?': de rij 'Ruim' is weg. Wat erin stond, is alleen nog te lezen in het werkboek, tot de deelnemer dit antwoord verandert.",
    ),
    "row relabelled": (
        [(PLAN, "label: Vormen", "label: Opbollen")], "other-words",
        "'Wie doet wat?': de rij 'Vormen' heet nu 'Opbollen'. Wat erin stond, staat bij de nieuwe woorden; de oude staan er niet bij.",
    ),
    "column gone": (
        [(PLAN, "  - id: hoeveel\n    kind: number\n    label: Hoeveel\n    min: 1\n    max: 9\n", ""), (PLAN, "\n    hoeveel: 2", "")], "hidden",
        "'Wat moet je nog kopen?': de kolom 'Hoeveel' is weg. Wat erin stond, is alleen nog te lezen in het werkboek, tot de deelnemer dit antwoord verandert.",
    ),
    "fewer rows": (
        [(PLAN, "  min: 2\n  max: 5\n", "  min: 2\n  max: 3\n")], "hidden",
        "'Wat moet je nog kopen?': de tabel heeft nog hooguit 3 rijen. Wat daaronder stond, is alleen nog te lezen in het werkboek, tot de deelnemer dit antwoord verandert.",
    ),
    "scale shorter": (
        [(PLAN, "  min: 0\n  max: 10\n", "  min: 0\n  max: 8\n")], "hidden",
        "'Hoeveel zin heb je erin?': de schaal gaat van 0-10 naar 0-8. Wie 9, 10 koos, ziet geen stap meer aangekruist; het antwoord staat nog in het werkboek, tot de deelnemer het verandert.",
    ),
    "scale longer": (
        [(PLAN, "  label: Hoe is je keuken?\n", "  label: Hoe is je keuken?\n  max: 7\n")], "other-words",
        "'Hoe is je keuken?': de schaal gaat van 1-5 naar 1-7. Het gekozen getal blijft staan, maar zegt op de nieuwe schaal iets anders.",
    ),
    "ends of a scale": (
        [(PLAN, "  - heel veel\n", "  - ontzettend veel\n")], "other-words",
        "'Hoeveel zin heb je erin?': de uiteinden van de schaal heten anders (geen / heel veel wordt geen / ontzettend veel). Het gekozen getal blijft staan bij de nieuwe woorden.",
    ),
    "limits of a number": (
        [(PLAN, "  max: 2000\n", "  max: 3000\n")], "kept",
        "'Hoeveel gram bloem?': het kleinste of grootste getal verandert. Het antwoord blijft staan.",
    ),
    "moment left": (
        [(DAGBOEK, "repeat: true\n", ""), (DAGBOEK, "  - verslag\n", "  - verslag\n")], "earlier",
        "Dit werkblad wordt nog maar één keer per moment ingevuld. Wat er per datum stond, blijft bij elke vraag te lezen als 'Eerder'.",
    ),
    "prompt at one moment less": (
        [(VRAGEN, "  - les-1\n  - later\n", "  - les-1\n")], "earlier",
        "Wordt niet meer gevraagd bij 'Later'. Wat deelnemers toen schreven, staat als 'Eerder' bij dezelfde vraag.",
    ),
    "prompt at one moment more": (
        [(VRAGEN, "  - les-1\n  - later\n", "  - les-1\n  - les-2\n  - later\n")], "earlier",
        "Wordt nu ook gevraagd bij 'Les 2'. Dat veld is leeg; wat deelnemers al schreven, staat ernaast als 'Eerder'.",
    ),
    "prompt reworded": (
        [(VRAGEN, "Hoe smaakte het eerste brood dat je ooit bakte?", "Hoe smaakte je allereerste brood?")], "both-wordings",
        "'Hoe smaakte het eerste brood dat je ooit bakte?' wordt 'Hoe smaakte je allereerste brood?'. Het antwoord blijft staan. Ernaast leest de deelnemer hoe de vraag eerst was, met de knop 'Mijn antwoord klopt nog'.",
    ),
    "earlier id of a prompt forgotten": (
        [(VRAGEN, "\n  formerly:\n  - wachten", "")], "lost",
        "Bij de reflectievraag 'geduld' staat het oude id 'wachten' niet meer onder 'formerly'. Wie sinds die tijd niet terug was, vindt zijn antwoord niet bij deze vraag. Zet het oude id terug.",
    ),
    "prompt with another id": (
        [(VRAGEN, "- id: eerste-brood", "- id: eerste")], "lost",
        "De reflectievraag 'Hoe smaakte het eerste brood dat je ooit bakte?' (eerste-brood) is weg, en 'eerste' lijkt er sterk op. De antwoorden gaan niet mee naar 'eerste'; ze staan alleen nog in het werkboek.",
    ),
    "prompt renamed": (
        [(VRAGEN, "  formerly:\n  - wachten", "  formerly:\n  - wachten\n  - geduld"), (VRAGEN, "- id: geduld\n", "- id: rust\n")], "kept",
        "Het id verandert van 'geduld' in 'rust', en het oude staat onder 'formerly'. De antwoorden gaan mee.",
    ),
}  # fmt: skip
"""What is edited, what becomes of answers, and the words that tell it."""


@pytest.mark.parametrize("name", CASES)
def test_what_becomes_of_answers_is_told(name: str, repository: Repository) -> None:
    edits, fate, message = CASES[name]
    repository.edit(*edits)

    answers = repository.data()["answers"]
    found = [*answers["all"], *(change for item in answers["items"] for change in item["changes"])]
    assert (fate, message) in [(change.get("fate"), change["message"]) for change in found]
    others = {change["message"] for change in found if change["message"] != message}
    assert set() == others, "one edit is told once"


def test_a_question_that_only_lost_its_id_is_offered_the_command_that_keeps_answers(repository: Repository) -> None:
    repository.edit((PLAN, "- id: reden", "- id: waarom"))

    text = repository.markdown()
    assert "**Let op:** 1 keer raakt een antwoord los van zijn vraag. Zoek hieronder naar deze woorden." in text
    assert (
        "- Werkblad 'Deegplan':\n"
        "  - **Let op:** 'Waarom dit brood?' (reden) is weg, en 'waarom' lijkt er sterk op. Het antwoord gaat niet mee: de "
        "vraag is weer leeg, en het oude antwoord staat alleen nog in het werkboek. Is het hetzelfde met een ander id? "
        "Zet het oude id terug, en gebruik dan `leergang rename field deegplan/reden deegplan/waarom`.\n" in text
    )


def test_a_worksheet_under_another_name_without_formerly_is_a_loss(repository: Repository) -> None:
    repository.course.write(
        PLAN.join(["docs/", ""]).replace("deegplan", "plan"), repository.course.read(f"docs/{PLAN}")
    )
    repository.course.remove(f"docs/{PLAN}")

    found = repository.data()["answers"]["all"]
    assert {
        "kind": "worksheet-lost",
        "fate": "lost",
        "command": "leergang rename worksheet deegplan plan",
    }.items() <= found[0].items()
    assert (
        "Het werkblad 'Deegplan' (deegplan) is weg, en 'plan' lijkt er sterk op. De antwoorden gaan niet mee naar 'plan'; ze "
        "staan alleen nog in het werkboek."
    ) == found[0]["message"]


def test_a_worksheet_renamed_with_formerly_keeps_its_answers(repository: Repository) -> None:
    text = repository.course.read(f"docs/{PLAN}").replace("- deeglijst\n", "- deeglijst\n- deegplan\n")
    repository.course.write("docs/tools/werkbladen/plan.md", text)
    repository.course.remove(f"docs/{PLAN}")

    found = repository.data()
    assert [] == found["answers"]["all"]
    assert [
        "Het id verandert van 'deegplan' in 'plan', en het oude staat onder 'formerly'. Alle antwoorden gaan mee."
    ] == [change["message"] for change in found["answers"]["items"][0]["changes"]]
    assert [
        "De pagina 'Deegplan' verhuist van tools/werkbladen/deegplan.md naar tools/werkbladen/plan.md. Het oude adres leidt "
        "verder naar het nieuwe."
    ] == [change["message"] for change in found["readers"]]


def test_a_worksheet_that_is_gone_is_no_longer_asked(repository: Repository) -> None:
    repository.course.remove(f"docs/{SCHEMA}")

    assert (
        "Het werkblad 'Bakschema' wordt niet meer gevraagd. Wat deelnemers erin schreven, blijft te lezen in hun werkboek, bij "
        "de vragen die deze training niet meer stelt."
    ) in repository.told()


def test_a_form_that_moves_with_its_chapter_shows_what_was_written_as_earlier(repository: Repository) -> None:
    repository.edit(
        (
            "cursus.yml",
            "  chapters:\n  - deeg/kneden\n  - deeg/rijzen\n- id: les-2",
            "  chapters:\n  - deeg/rijzen\n- id: les-2",
        )
    )
    repository.edit(
        (
            "cursus.yml",
            "  chapters:\n  - oven/bakken\n- id: later",
            "  chapters:\n  - oven/bakken\n  - deeg/kneden\n- id: later",
        )
    )

    assert (
        "Op de pagina 'Kneden' hoort het formulier nu bij 'Les 2' in plaats van bij 'Les 1'. Het is daar leeg; wat deelnemers "
        "bij 'Les 1' schreven, staat ernaast als 'Eerder'."
    ) in repository.told()


def test_another_id_of_the_course_loses_every_answer(repository: Repository) -> None:
    repository.course.edit("mkdocs.yml", "course: brood-bakken", "course: brood")

    assert (
        "Het id van de cursus verandert van 'brood-bakken' in 'brood'. De site vindt dan geen enkel antwoord van vroeger meer "
        "terug. Zet het oude id terug in mkdocs.yml."
    ) in repository.told()
