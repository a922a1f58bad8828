"""What no page uses, and when that is better left unsaid."""

import pytest

from ..conftest import Check, CourseDir

KNEDEN = "docs/modules/deeg/kneden.md"
BAKKEN = "docs/modules/oven/bakken.md"

SCHEMA_UNUSED = (
    "docs/tools/werkbladen/bakschema.md:2:8: waarschuwing[ongebruikt-werkblad] werkblad 'bakschema' wordt door geen enkele "
    "pagina gebruikt"
)


@pytest.fixture
def without_schema(showcase_dir: CourseDir) -> CourseDir:
    """A course with a worksheet that no page asks for."""
    showcase_dir.edit(BAKKEN, '{{ worksheet("bakschema") }}', '{{ reflection("geduld") }}')
    return showcase_dir


def test_a_worksheet_that_no_page_asks_for_is_told_at_its_title(without_schema: CourseDir, check: Check) -> None:
    assert [SCHEMA_UNUSED] == check(without_schema)


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("docs/over/leeg.md", b"", "leeg-bestand"),
        ("docs/over/oud.md", b"---\ntitle: Oud\n---\n\nEen caf\xe9.\n", "geen-utf8"),
        ("docs/over/kaal.md", b'{{ worksheet("bakschema") }}\n', "geen-voorblad"),
        ("docs/over/open.md", b'---\ntitle: Open\n---\n\n{{ worksheet("bakschema"\n', "sjabloon-fout"),
        ("docs/over/naam.md", b'---\ntitle: Naam\n---\n\n{{ werkblad("bakschema") }}\n', "onbekende-macro"),
    ],
)
def test_nothing_is_said_to_be_unused_while_a_page_could_still_use_it(
    file: str, text: bytes, rule: str, without_schema: CourseDir, check: Check
) -> None:
    without_schema.write(file, text)

    assert [f"fout[{rule}]"] == [line.split()[1] for line in check(without_schema)]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (BAKKEN, '{{ worksheet("bakschema") }}', '{{ worksheet("bakschma") }}', "onbekend-werkblad"),
        (KNEDEN, '{{ reflection("eerste-brood") }}', '{{ reflection("eerst-brood") }}', "onbekende-vraag"),
        (KNEDEN, "- meijer2019oven", "- meijer2019ovn", "onbekende-bron"),
    ],
)
def test_one_slip_of_the_pen_is_told_once(
    file: str, old: str, new: str, rule: str, showcase_dir: CourseDir, check: Check
) -> None:
    showcase_dir.edit(file, old, new)

    assert [f"fout[{rule}]"] == [line.split()[1] for line in check(showcase_dir)]


def test_a_source_that_a_term_names_is_in_use(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(KNEDEN, "reading:\n- meijer2019oven\n", "")
    showcase_dir.edit("docs/tools/begrippen.yml", "  - berg2020desem", "  - berg2020desem\n  - meijer2019oven")

    assert [] == check(showcase_dir)


def test_an_earlier_id_is_a_use_of_what_it_was(showcase_dir: CourseDir, check: Check) -> None:
    showcase_dir.edit(KNEDEN, '{{ reflection("geduld", moment="les-1") }}', "Wacht even.")
    showcase_dir.edit("docs/modules/deeg/rijzen.md", 'reflection("geduld")', 'reflection("wachten")')

    assert ["waarschuwing[oud-id]"] == [line.split()[1] for line in check(showcase_dir)]
