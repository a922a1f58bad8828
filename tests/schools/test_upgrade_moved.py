"""`leergang school upgrade`: a school's pages go where the course's pages go, or stay the school's own."""

import pytest

from ..conftest import Check
from .upgrading import BASE, CONFLICT, KNEDEN, OWN, PAGE, PROOF, RULE, Edition


def test_a_page_that_is_gone_from_the_course_is_the_schools_own(taken: Edition) -> None:
    taken.publish()
    taken.course.remove(PAGE)
    before = taken.course.read(OWN)

    said = taken.says("upgrade", "school")

    assert f"{OWN}: De cursus heeft dit hoofdstuk niet meer. Het is nu een eigen tekst van jouw school." in said
    assert "neem cursus.yml over met 'leergang school take school cursus.yml'" in said
    assert before == taken.course.read(OWN)
    assert KNEDEN not in taken.course.read("school/school.yml")
    assert not taken.has(BASE)
    assert "Er is niets te doen." in taken.upgrade()


def test_a_page_that_the_course_renamed_moves_along(taken: Edition) -> None:
    taken.publish()
    taken.rename("chapter", "deeg/kneden", "deeg/vouwen")

    said = taken.upgrade()

    there = "school/docs/modules/deeg/vouwen.md"
    assert f"{OWN} heet nu {there}, net als in de cursus." in said
    assert "Vouw zoals op De Wilg." in taken.course.read(there)
    assert "formerly:\n- deeg/mengen\n- deeg/kneden\n" in taken.course.read(there)
    assert not taken.has(OWN)
    assert not taken.has(BASE)
    assert taken.has("school/basis/modules/deeg/vouwen.md")
    assert "path: modules/deeg/vouwen.md" in taken.course.read("school/school.yml")


def test_a_page_does_not_move_to_where_the_school_has_another(taken: Edition) -> None:
    taken.publish()
    taken.rename("chapter", "deeg/kneden", "deeg/vouwen")
    taken.course.write("school/docs/modules/deeg/vouwen.md", "---\ntitle: Vouwen\n---\n\nVan ons.\n")

    said = taken.upgrade(code=1)

    assert "De cursus heeft deze tekst nu in school/docs/modules/deeg/vouwen.md, maar daar heb je al een eigen" in said
    assert taken.has(OWN)
    assert "Van ons." in taken.course.read("school/docs/modules/deeg/vouwen.md")


def test_a_conflict_moves_along_with_its_page(taken: Edition) -> None:
    taken.publish((PAGE, RULE, "Vouw, druk en wacht."))
    taken.upgrade(code=1)
    conflict = taken.course.read(CONFLICT)
    taken.rename("chapter", "deeg/kneden", "deeg/vouwen")

    taken.upgrade(code=1)

    assert conflict == taken.course.read("school/docs/modules/deeg/vouwen.conflict.md")
    assert "formerly:\n- deeg/mengen\n- deeg/kneden\n" in taken.course.read("school/docs/modules/deeg/vouwen.md")
    assert not taken.has(CONFLICT)


def test_a_text_replaced_by_hand_is_noted_from_now_on(edition: Edition) -> None:
    edition.course.write(OWN, edition.course.read(PAGE).replace(RULE, "Vouw zoals op De Wilg."))

    said = edition.upgrade()

    assert "De tekst van de cursus van nu is onthouden." in said
    assert edition.course.read(PAGE) == edition.course.read(BASE)
    edition.publish((PAGE, PROOF, "Rek het uit."))
    edition.upgrade()
    assert "Vouw zoals op De Wilg." in edition.course.read(OWN)
    assert "Rek het uit." in edition.course.read(OWN)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("chapter", "modules/deeg/kneden", "modules/deeg/vouwen"),
        ("worksheet", "tools/werkbladen/bakdagboek", "tools/werkbladen/broodboek"),
    ],
)
def test_a_page_replaced_by_hand_moves_along_with_the_courses(
    kind: str, old: str, new: str, edition: Edition, check: Check
) -> None:
    edition.course.write(f"school/docs/{old}.md", edition.course.read(f"docs/{old}.md") + "\nKom naar De Wilg.\n")
    edition.publish()
    root = {"chapter": "modules/", "worksheet": "tools/werkbladen/"}[kind]
    edition.rename(kind, old.removeprefix(root), new.removeprefix(root))

    said = edition.upgrade()

    assert f"school/docs/{old}.md heet nu school/docs/{new}.md, net als in de cursus." in said
    assert edition.course.read(f"docs/{new}.md") + "\nKom naar De Wilg.\n" == edition.course.read(
        f"school/docs/{new}.md"
    )
    assert not edition.has(f"school/docs/{old}.md")
    assert [] == check(edition.course)


@pytest.mark.parametrize("old", ["deeg/draaien", "deeg/mengen"])
def test_of_two_pages_for_one_of_the_courses_only_one_moves(old: str, edition: Edition) -> None:
    edition.course.edit(PAGE, "formerly:\n- deeg/mengen\n", "formerly:\n- deeg/mengen\n- deeg/draaien\n")
    for name in ("deeg/kneden", old):
        edition.course.write(f"school/docs/modules/{name}.md", f"{edition.course.read(PAGE)}\nUit {name}.\n")
    edition.publish()
    edition.rename("chapter", "deeg/kneden", "deeg/vouwen")

    edition.upgrade()

    texts = b"".join(edition.files().values()).decode()
    assert ("Uit deeg/kneden." in texts, f"Uit {old}." in texts) == (True, True)


def test_a_page_that_the_school_added_is_left_alone(edition: Edition) -> None:
    edition.course.write("school/docs/afspraken.md", "---\ntitle: Afspraken\n---\n\nOm negen uur.\n")
    edition.course.write("school/docs/los.md", "{% block los %}\nLos.\n{% endblock %}\n")

    assert "Er is niets te doen." in edition.upgrade()
