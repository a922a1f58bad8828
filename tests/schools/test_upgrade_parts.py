"""`leergang school upgrade`: blocks of pages, prompts, terms and sources, each by itself; and answers to worksheets."""

import json

import pytest

from ..conftest import Check
from .upgrading import CONFLICT, CURSUS, KNEDEN, OWN, PAGE, RULE, Edition

LIGHT = "Rek een stukje deeg uit tegen het licht. De [kernpunten](#kernpunten) zeggen waar je op let."
TERMS = "docs/tools/begrippen.yml"
OWN_TERMS = f"school/{TERMS}"
GLUTEN = "Eiwitten uit tarwe die in nat deeg een veerkrachtig web vormen."
PROMPTS = "docs/tools/reflectievragen.yml"
SOURCES = "docs/tools/literatuur.json"
PLAN = "docs/tools/werkbladen/deegplan.md"
LOG = "docs/tools/werkbladen/bakdagboek.md"


@pytest.fixture
def blocks(edition: Edition) -> Edition:
    """An edition with its own text of one of two blocks of a page."""
    for name, text in (("vouwen", RULE), ("proef", LIGHT)):
        edition.course.edit(PAGE, text, f"{{% block {name} %}}\n{text}\n{{% endblock %}}")
    edition.says("take", "school", KNEDEN, "--block", "vouwen")
    edition.says("take", "school", KNEDEN, "--block", "proef")
    edition.course.edit(OWN, RULE, "Vouw zoals op De Wilg.")
    return edition


def test_blocks_are_taken_one_by_one(blocks: Edition) -> None:
    assert (
        "{% block vouwen %}\nVouw zoals op De Wilg.\n{% endblock %}\n\n"
        f"{{% block proef %}}\n{LIGHT}\n{{% endblock %}}\n"
    ) == blocks.course.read(OWN)


def test_each_block_follows_by_itself(blocks: Edition) -> None:
    blocks.publish((PAGE, RULE, "Vouw, druk en wacht."), (PAGE, LIGHT, "Kijk ernaar."))

    said = blocks.upgrade(code=1)

    assert (
        "{% block vouwen %}\nVouw zoals op De Wilg.\n{% endblock %}\n\n{% block proef %}\nKijk ernaar.\n{% endblock %}\n"
    ) == blocks.course.read(OWN)
    assert f"{OWN}, blok 'vouwen': Jij en de cursus veranderden hetzelfde stuk." in said
    assert f"{OWN}, blok 'proef': De cursus is veranderd en je had hier zelf niets veranderd." in said
    assert (
        "{% block vouwen %}\n<<<<<<< van jouw school\nVouw zoals op De Wilg.\n"
        f"||||||| de cursus van versie 1.0.0\n{RULE}\n=======\nVouw, druk en wacht.\n"
        ">>>>>>> de cursus van versie 1.1.0\n{% endblock %}\n"
    ) == blocks.course.read(CONFLICT)
    blocks.course.remove(CONFLICT)
    assert "blok 'vouwen': Je keuze is verwerkt." in blocks.says("upgrade", "school")


def test_while_one_block_waits_another_goes_on(blocks: Edition) -> None:
    blocks.publish((PAGE, RULE, "Vouw, druk en wacht."))
    blocks.upgrade(code=1)
    conflict = blocks.course.read(CONFLICT)
    blocks.course.edit(PAGE, LIGHT, "Kijk ernaar.")

    blocks.upgrade(code=1)

    assert "{% block proef %}\nKijk ernaar.\n{% endblock %}" in blocks.course.read(OWN)
    assert conflict == blocks.course.read(CONFLICT)


def test_what_stands_outside_blocks_of_the_page_is_no_change(blocks: Edition) -> None:
    blocks.publish((PAGE, "Begin op de laagste stand.", "Begin rustig."))

    assert "Bij 2 eigen teksten veranderde er niets in de cursus." in blocks.upgrade()


def test_a_block_that_the_course_renamed_or_took_away_is_told_until_its_text_has_a_place(blocks: Edition) -> None:
    blocks.publish((PAGE, "{% block vouwen %}", "{% block draaien %}"))
    before = blocks.course.read(OWN)

    said = blocks.upgrade(code=1)

    assert f"{OWN}, blok 'vouwen': De cursus heeft de plek voor dit blok niet meer" in said
    assert before == blocks.course.read(OWN)
    blocks.course.edit(OWN, "{% block vouwen %}", "{% block draaien %}")
    blocks.says("upgrade", "school")
    assert "Er is niets te doen." in blocks.upgrade()


def test_a_page_with_blocks_of_the_school_moves_and_its_blocks_go_along(blocks: Edition) -> None:
    blocks.publish()
    blocks.course.write(
        "docs/modules/deeg/vouwen.md", blocks.course.read(PAGE).replace("- deeg/mengen", "- deeg/kneden")
    )
    blocks.course.remove(PAGE)
    blocks.course.write(CURSUS, blocks.course.read(CURSUS).replace("deeg/kneden", "deeg/vouwen"))

    blocks.upgrade()

    assert "Vouw zoals op De Wilg." in blocks.course.read("school/docs/modules/deeg/vouwen.md")
    assert not blocks.has(OWN)


def test_without_its_page_a_block_is_told(blocks: Edition) -> None:
    blocks.course.remove(PAGE)

    assert "lezers zien jouw tekst niet" in blocks.upgrade(code=1)
    assert "Vouw zoals op De Wilg." in blocks.course.read(OWN)


@pytest.fixture
def terms(edition: Edition) -> Edition:
    """An edition that explains one term in its own words, and has a term of its own."""
    edition.says("take", "school", "tools/begrippen.yml", "--id", "gluten")
    edition.course.edit(OWN_TERMS, GLUTEN, "Wat deeg op De Wilg bij elkaar houdt.  # van Els")
    edition.course.add(OWN_TERMS, "- id: wilgenbrood  # van ons\n  term: wilgenbrood\n  text: Brood van De Wilg.\n")
    return edition


def test_a_field_that_only_the_course_changed_comes_in(terms: Edition) -> None:
    terms.publish((TERMS, "  term: gluten\n", "  term: gluten\n  also:\n  - kleefstof\n"))

    said = terms.upgrade()

    assert (
        "terms:\n- id: gluten\n  term: gluten\n  text: Wat deeg op De Wilg bij elkaar houdt.  # van Els\n"
        "  also:\n  - kleefstof\n"
        "- id: wilgenbrood  # van ons\n  term: wilgenbrood\n  text: Brood van De Wilg.\n"
    ) == terms.course.read(OWN_TERMS)
    assert f"{OWN_TERMS}, 'gluten': De cursus is veranderd, en dat is in jouw tekst gezet." in said
    assert "wilgenbrood" not in said


def test_a_field_that_both_changed_is_for_the_school_to_choose(terms: Edition) -> None:
    terms.publish((TERMS, GLUTEN, "Eiwitten uit tarwe die een web vormen."))
    before = terms.course.read(OWN_TERMS)

    terms.upgrade(code=1)

    assert before == terms.course.read(OWN_TERMS)
    assert (
        "terms:\n- id: gluten\n  term: gluten\n"
        "<<<<<<< van jouw school\n  text: Wat deeg op De Wilg bij elkaar houdt.\n"
        f"||||||| de cursus van versie 1.0.0\n  text: {GLUTEN}\n"
        "=======\n  text: Eiwitten uit tarwe die een web vormen.\n>>>>>>> de cursus van versie 1.1.0\n"
    ) == terms.course.read("school/docs/tools/begrippen.conflict.yml")


def test_a_remark_of_the_schools_is_never_lost(terms: Edition) -> None:
    terms.course.edit(OWN_TERMS, "  term: gluten\n", "  term: gluten # zo schrijven wij het\n")
    terms.publish((TERMS, "  term: gluten\n", "  term: Gluten\n"))

    terms.upgrade(code=1)

    assert "  term: gluten # zo schrijven wij het\n" in terms.course.read(OWN_TERMS)
    assert "  term: Gluten\n" in terms.course.read("school/docs/tools/begrippen.conflict.yml")


def test_a_term_that_the_course_renamed_gets_the_new_id(terms: Edition) -> None:
    terms.publish()
    terms.rename("term", "gluten", "kleefstof")

    terms.upgrade()

    text = terms.course.read(OWN_TERMS)
    assert "- id: kleefstof\n" in text
    assert "  formerly:\n  - gluten\n" in text
    assert "Wat deeg op De Wilg bij elkaar houdt.  # van Els" in text
    assert "id: kleefstof" in terms.course.read("school/school.yml")


def test_a_term_that_the_course_has_no_more_is_the_schools_own(terms: Edition) -> None:
    terms.publish((TERMS, f"- id: gluten\n  term: gluten\n  text: {GLUTEN}\n", ""))

    said = terms.says("upgrade", "school")

    assert f"{OWN_TERMS}, 'gluten': De cursus heeft dit niet meer." in said
    assert "gluten" not in terms.course.read("school/school.yml")
    assert "- id: gluten\n" in terms.course.read(OWN_TERMS)


def test_a_source_keeps_what_the_school_noted(edition: Edition) -> None:
    edition.says("take", "school", "tools/literatuur", "--id", "berg2020beginners")
    edition.says("take", "school", "tools/literatuur", "--id", "berg2020desem")
    edition.course.edit(f"school/{SOURCES}", "Een goed eerste boek.", "Staat in onze bibliotheek.")
    edition.publish((SOURCES, '"title": "Brood voor beginners"', '"title": "Brood voor elke beginner"'))

    edition.upgrade()

    first, second = json.loads(edition.course.read(f"school/{SOURCES}"))
    assert ("Brood voor elke beginner", "Staat in onze bibliotheek.") == (first["title"], first["note"])
    assert "berg2020desem" == second["id"]


def test_a_prompt_that_the_course_renamed_keeps_its_answers(edition: Edition) -> None:
    edition.says("take", "school", "tools/reflectievragen.yml", "--id", "geduld")
    edition.publish()
    edition.rename("reflection", "geduld", "wachten")

    said = edition.upgrade()

    text = edition.course.read(f"school/{PROMPTS}")
    assert "- id: wachten\n" in text
    assert "formerly:\n  - geduld\n" in text
    assert "komt los" not in said


def test_a_prompt_replaced_by_hand_follows_the_courses_new_id(edition: Edition, check: Check) -> None:
    own = "prompts:\n- id: geduld\n  text: Wat deed je op De Wilg?\n  goals:\n  - tijd-kiezen\n  moments:\n  - les-1\n  - later\n"
    added = own.replace("geduld", "wilg").removeprefix("prompts:\n")
    edition.course.write(f"school/{PROMPTS}", own + added)
    edition.course.write("school/docs/wilg.md", '---\ntitle: Wilg\n---\n\n{{ reflection("wilg") }}\n')
    edition.publish()
    edition.rename("reflection", "geduld", "rusten")

    said = edition.upgrade()

    assert f"school/{PROMPTS}, 'geduld' heet nu 'rusten', net als in de cursus." in said
    followed = own.replace("geduld", "rusten") + "  formerly:\n  - wachten\n  - geduld\n"
    assert followed + added == edition.course.read(f"school/{PROMPTS}")
    assert [] == check(edition.course)


def test_of_two_prompts_for_one_of_the_courses_only_one_is_renamed(edition: Edition) -> None:
    items = "".join(f"- id: {name}\n  text: Wat is {name}?\n" for name in ("wachten", "geduld"))
    edition.course.write(f"school/{PROMPTS}", f"prompts:\n{items}")
    edition.publish()
    edition.rename("reflection", "geduld", "rusten")

    edition.upgrade()

    assert 1 == edition.course.read(f"school/{PROMPTS}").count("- id: rusten\n")


def test_a_prompt_that_was_renamed_follows_while_its_words_are_to_be_chosen(edition: Edition, check: Check) -> None:
    edition.says("take", "school", "tools/reflectievragen.yml", "--id", "geduld")
    edition.course.edit(f"school/{PROMPTS}", "- id: geduld\n", "- id: geduld\n  # die van Els\n")
    edition.course.edit(f"school/{PROMPTS}", "en wat deed je toen?", "en wat deed je op De Wilg?")
    edition.publish((PROMPTS, "en wat deed je toen?", "en wat hielp je toen?"))
    edition.rename("reflection", "geduld", "rusten")

    said = edition.upgrade(code=1)

    own, beside = f"school/{PROMPTS}", "school/docs/tools/reflectievragen.conflict.yml"
    followed = edition.course.read(own)
    assert f"{own}, 'geduld' heet nu 'rusten', net als in de cursus.\n{own}, 'rusten': Jij en de cursus" in said
    assert "- id: rusten\n  # die van Els\n" in followed
    assert "  formerly:\n  - wachten\n  - geduld\n" in followed
    assert "en wat deed je op De Wilg?" in followed
    assert "Antwoorden van deelnemers" not in said
    assert ["keuze-open"] == [told.partition("[")[2].partition("]")[0] for told in check(edition.course)]
    edition.course.remove(beside)
    assert f"{own}, 'rusten': Je keuze is verwerkt." in edition.says("upgrade", "school")
    assert followed == edition.course.read(own)
    assert [] == check(edition.course)


def test_a_prompt_that_is_renamed_while_a_choice_waits_follows_and_is_asked_about_once(edition: Edition) -> None:
    edition.says("take", "school", "tools/reflectievragen.yml", "--id", "geduld")
    edition.course.edit(f"school/{PROMPTS}", "en wat deed je toen?", "en wat deed je op De Wilg?")
    edition.publish((PROMPTS, "en wat deed je toen?", "en wat hielp je toen?"))
    edition.upgrade(code=1)
    edition.rename("reflection", "geduld", "rusten")

    edition.upgrade(code=1)

    assert "- id: rusten\n" in edition.course.read(f"school/{PROMPTS}")
    edition.course.remove("school/docs/tools/reflectievragen.conflict.yml")
    edition.says("upgrade", "school")
    assert "en wat deed je op De Wilg?" in edition.course.read(f"school/{PROMPTS}")
    assert "Er is niets te doen." in edition.upgrade()


def test_a_worksheet_that_was_renamed_keeps_its_answers_while_its_words_are_to_be_chosen(
    edition: Edition, check: Check
) -> None:
    edition.says("take", "school", "tools/werkbladen/bakdagboek")
    edition.course.edit(f"school/{LOG}", "label: Hoe ging het?", "label: Hoe ging het op De Wilg?")
    edition.publish((LOG, "label: Hoe ging het?", "label: Hoe ging het deze keer?"))
    edition.rename("worksheet", "bakdagboek", "broodboek")

    said = edition.upgrade(code=1)

    own = "school/docs/tools/werkbladen/broodboek.md"
    followed = edition.course.read(own)
    assert "formerly:\n- bakdagboek\nfields:\n" in followed
    assert "label: Hoe ging het op De Wilg?" in followed
    assert "Antwoorden van deelnemers" not in said
    edition.course.remove("school/docs/tools/werkbladen/broodboek.conflict.md")
    edition.says("upgrade", "school")
    assert followed == edition.course.read(own)
    assert [] == check(edition.course)


def test_fields_of_a_worksheet_that_the_course_renamed_are_renamed_in_the_schools(edition: Edition) -> None:
    edition.says("take", "school", "tools/werkbladen/deegplan")
    edition.course.add(f"school/{PLAN}", "\nOp De Wilg vul je dit samen in.\n")
    edition.publish()
    edition.rename("field", "deegplan/naam", "deegplan/roepnaam")

    said = edition.upgrade()

    text = edition.course.read(f"school/{PLAN}")
    assert "- id: roepnaam\n" in text
    assert "  formerly:\n  - naam\n" in text
    assert "Op De Wilg vul je dit samen in." in text
    assert "Antwoorden van deelnemers:" not in said


def test_a_field_whose_old_id_the_school_keeps_is_told_with_what_to_do(edition: Edition) -> None:
    edition.says("take", "school", "tools/werkbladen/deegplan")
    edition.course.edit(f"school/{PLAN}", "- id: naam\n", "- id: naam  # zo heet het bij ons\n")
    edition.publish()
    edition.rename("field", "deegplan/naam", "deegplan/roepnaam")

    said = edition.upgrade(code=1)

    assert (
        "Antwoorden van deelnemers:\n"
        f"- school/{PLAN}: de cursus noemt het veld 'naam' nu 'roepnaam'. Schrijf in jouw werkblad 'id: roepnaam', "
        "met daaronder 'formerly: [naam]'. Dan gaan antwoorden mee."
    ) in said


def test_a_question_that_the_course_took_away_is_told_with_what_becomes_of_its_answers(edition: Edition) -> None:
    edition.says("take", "school", "tools/werkbladen/bakdagboek")
    gone = "- id: verloop\n  kind: paragraph\n  label: Hoe ging het?\n  formerly:\n  - verslag\n"
    edition.publish((LOG, gone, ""))

    said = edition.upgrade()

    assert "Antwoorden van deelnemers:\n- Bakdagboek: 'Hoe ging het?'" in said


def test_words_for_search_and_spelling_only_add(edition: Edition) -> None:
    edition.course.write("school/docs/tools/zoekwoorden.yml", "synonyms:\n- words:\n  - wilg\n  - boom\n")
    edition.course.write("school/docs/woordenlijst.txt", "wilgenbrood\n")

    assert "Er is niets te doen." in edition.upgrade()


def test_a_list_that_cannot_be_read_is_mended_first(terms: Edition) -> None:
    terms.course.add(OWN_TERMS, "- id: [\n")

    assert f"Het bestand {OWN_TERMS} is niet te lezen." in terms.refused("upgrade", "school")
