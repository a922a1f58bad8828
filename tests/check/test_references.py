"""Ids that front matter and data files name, against what there is."""

import pytest

from ..conftest import Check, CourseDir

KNEDEN = "docs/modules/deeg/kneden.md"
RIJZEN = "docs/modules/deeg/rijzen.md"
PLAN = "docs/tools/werkbladen/deegplan.md"
DAGBOEK = "docs/tools/werkbladen/bakdagboek.md"
SCHEMA = "docs/tools/werkbladen/bakschema.md"
VRAGEN = "docs/tools/reflectievragen.yml"
BEGRIPPEN = "docs/tools/begrippen.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (PLAN, "- deeg-beoordelen", "- deeg-beoordelen\n- zelf-baken",
            "12:3: fout[onbekend-doel] er is geen doel 'zelf-baken'; bedoelde je 'zelf-bakken'?"),
        (VRAGEN, "  - zelf-bakken", "  - zelf-bakken\n  - eten",
            "6:5: fout[onbekend-doel] er is geen doel 'eten'"),
        (VRAGEN, "  - vooraf", "  - vooraf\n  - vooraff",
            "8:5: fout[onbekend-moment] er is geen moment 'vooraff'; bedoelde je 'vooraf'?"),
        (RIJZEN, "- nationaal2021graan", "- nationaal2021graan\n- nationaal2022",
            "10:3: fout[onbekende-bron] 'nationaal2022' staat niet in de literatuurlijst; bedoelde je 'nationaal2021graan'?"),
        (BEGRIPPEN, "  - berg2020desem", "  - berg2020desem\n  - berg",
            "9:5: fout[onbekende-bron] 'berg' staat niet in de literatuurlijst"),
        (DAGBOEK, "same_as: deegplan/zin", "same_as: deegplann/zin",
            "21:12: fout[onbekend-werkblad] er is geen werkblad 'deegplann'; bedoelde je 'deegplan'?"),
        (RIJZEN, "- deeg/kneden", "- deeg/mengen",
            "7:3: waarschuwing[oud-id] 'deeg/mengen' heet nu 'deeg/kneden'; het werkt nog, maar pas het aan"),
        (DAGBOEK, "same_as: deegplan/zin", "same_as: deeglijst/zin",
            "21:12: waarschuwing[oud-id] 'deeglijst' heet nu 'deegplan'; het werkt nog, maar pas het aan"),
        (DAGBOEK, "same_as: deegplan/zin", "same_as: deegplan/reden",
            "21:12: fout[verkeerd-type] hier hoort een ander veld van dezelfde soort (scale)"),
        (DAGBOEK, "same_as: deegplan/zin", "same_as: bakdagboek/zin",
            "21:12: fout[verkeerd-type] hier hoort een ander veld van dezelfde soort (scale)"),
    ],
)  # fmt: skip
def test_a_name_that_is_unknown_or_old_is_told_once_where_it_stands(
    file: str, old: str, new: str, expected: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(file, old, new)

    assert [f"{file}:{expected}"] == check(showcase_dir)


def test_a_field_may_be_asked_again_by_its_earlier_id(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(
        SCHEMA,
        "fields:\n",
        "fields:\n- id: weer\n  kind: paragraph\n  label: Ging het weer zo?\n  same_as: bakdagboek/verslag\n",
    )

    assert [
        f"{SCHEMA}:16:12: waarschuwing[oud-id] 'verslag' heet nu 'verloop'; het werkt nog, maar pas het aan"
    ] == check(showcase_dir)


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        (DAGBOEK, "repeat: true", "repeat: true\nformerly:\n- deegplan", "deegplan"),
        (RIJZEN, "minutes: 15", "minutes: 15\nformerly:\n- oven/bakken", "oven/bakken"),
        (VRAGEN, "  - wachten", "  - eerste-brood", "eerste-brood"),
        (BEGRIPPEN, "  formerly:\n  - desem", "  formerly:\n  - gluten", "gluten"),
    ],
)
def test_an_earlier_id_is_not_the_id_of_another_by_now(
    file: str, old: str, new: str, name: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(file, old, new)
    line = showcase_dir.read(file).split("\n")
    place = next(number for number, text in enumerate(line, 1) if text.strip() == f"- {name}")

    (told,) = check(showcase_dir)
    assert (
        f"fout[dubbel-id] het id '{name}' komt hier voor de tweede keer voor; kies een ander" == told.split(": ", 1)[1]
    )
    assert f"{file}:{place}" == ":".join(told.split(":")[:2])


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        (DAGBOEK, "repeat: true", "repeat: true\nformerly:\n- deeglijst", "deeglijst"),
        (RIJZEN, "minutes: 15", "minutes: 15\nformerly:\n- deeg/mengen", "deeg/mengen"),
        (BEGRIPPEN, "- id: gluten\n", "- id: gluten\n  formerly:\n  - desem\n", "desem"),
    ],
)
def test_two_things_were_not_called_the_same(
    file: str, old: str, new: str, name: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(file, old, new)

    assert [f"fout[dubbel-id] het id '{name}' komt hier voor de tweede keer voor; kies een ander"] == [
        line.split(": ", 1)[1] for line in check(showcase_dir)
    ]


def test_what_only_trainers_see_counts_as_use(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit("docs/modules/oven/bakken.md", '{{ worksheet("bakschema") }}', '{{ reflection("geduld") }}')
    showcase_dir.edit(KNEDEN, "- Vijf minuten.\n", '- Vijf minuten.\n\n{{ worksheet("bakschema") }}\n')

    assert [] == check(showcase_dir)


@pytest.mark.parametrize("macro", ["workbook", "worksheets"])
def test_a_list_of_all_worksheets_is_no_use_of_each(macro: str, showcase_dir: CourseDir, check: Check) -> None:
    lists = f'{{{{ {macro}() }}}}\n\n{{{{ reflection("geduld") }}}}'
    showcase_dir.edit("docs/modules/oven/bakken.md", '{{ worksheet("bakschema") }}', lists)

    assert [f"{SCHEMA}:2:8"] == [line.split(": ")[0] for line in check(showcase_dir)]
