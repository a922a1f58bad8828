"""What is mended by itself: how files are written, never what they say."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from leergang.authoring.fix import fix_files
from leergang.authoring.key_order import with_keys_in_order
from leergang.cli import main
from leergang.diagnostics import Report
from leergang.model import Course
from leergang.pages.page import FRONT_MATTER
from leergang.settings import load_settings
from leergang.strings import load_strings

from ..conftest import Check, CourseDir
from ..projects import ROOT

PAGE = "docs/over/brood.md"


def fix(folder: Path) -> dict[str, list[str]]:
    """What was done to each file of a course."""
    return dict(fix_files(load_settings(folder / "mkdocs.yml"), load_strings("nl")))


@pytest.fixture
def mend(showcase_dir: CourseDir) -> Callable[[str], str]:
    """What becomes of a file."""

    def mended(text: str, name: str = PAGE) -> str:
        showcase_dir.write(name, text)
        fix(showcase_dir.path)
        return (showcase_dir.path / name).read_bytes().decode()

    return mended


def contents(course: Course) -> list[object]:
    """All that the model knows, but for where it stands."""
    pages = [(page.uri, page.front.data, page.body) for page in course.pages.values()]
    calls = [(call.name, call.arguments) for page in course.pages.values() for call in page.calls]
    entries = [
        {name: one.content for name, one in found.items()}
        for found in (course.reflections, course.terms, course.sources)
    ]
    matters = [{name: one.matter for name, one in found.items()} for found in (course.chapters, course.worksheets)]
    return [course.outline, pages, calls, *entries, *matters, course.synonyms, course.former]


@pytest.mark.parametrize("course", [ROOT, ROOT / "tests/courses/showcase"], ids=["real", "showcase"])
def test_a_course_without_faults_stays_as_it_is(course: Path, tmp_path: Path) -> None:
    shutil.copytree(course / "docs", tmp_path / "docs")
    shutil.copy2(ROOT / "mkdocs.yml", tmp_path)

    assert {} == fix(tmp_path)


def test_every_part_of_a_course_with_its_keys_the_wrong_way_round_says_the_same(
    showcase_dir: CourseDir, check: Check
) -> None:
    before = contents(showcase_dir.load())
    changed = [turn_round(path) for path in (showcase_dir.path / "docs").rglob("*") if path.suffix in (".md", ".yml")]
    assert any(changed)

    assert fix(showcase_dir.path)
    assert before == contents(showcase_dir.load())
    assert [] == check(showcase_dir)
    assert {} == fix(showcase_dir.path)


def turn_round(path: Path) -> bool:
    """Write the keys of a file's YAML in the opposite order; gives whether it has more than one."""
    text = path.read_text(encoding="utf-8")
    front = FRONT_MATTER.match(text)
    before = front[1] if front else text
    node = yaml.compose(before)
    _turn(node)
    after = yaml.serialize(node, allow_unicode=True)
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return before != after


def _turn(node: yaml.Node) -> None:
    if isinstance(node, yaml.MappingNode):
        node.value.reverse()
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for child in part if isinstance(part, tuple) else (part,):
            _turn(child)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: A\n---\n\nTekst. \nMeer.\t\n", "---\ntitle: A\n---\n\nTekst.\nMeer.\n"),
        ("---\ntitle: A  \n---\n\nTekst.", "---\ntitle: A\n---\n\nTekst.\n"),
        ("---\ntitle: A\n---\n\nTekst.\n   \n\n\n", "---\ntitle: A\n---\n\nTekst.\n"),
        ("---\r\ntitle: A\r\n---\r\n\r\nTekst.\r\n", "---\ntitle: A\n---\n\nTekst.\n"),
    ],
    ids=["spaces", "last-line", "blank-lines", "windows"],
)
def test_white_space_that_nobody_sees_goes(before: str, after: str, mend: Callable[[str], str]) -> None:
    assert after == mend(before)


@pytest.mark.parametrize(
    "body",
    ["Een regel.  \nDe volgende.", "```text\nspaties   \n```", "    ingesprongen code \n", "~~~\na \n```\nb \n~~~"],
)
def test_white_space_that_means_something_stays(body: str, mend: Callable[[str], str]) -> None:
    text = f"---\ntitle: A\n---\n\n{body.rstrip(chr(10))}\n"

    assert text == mend(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{{ worksheet(“deegplan”) }}", '{{ worksheet("deegplan") }}'),
        ("{{ worksheet(„deegplan”, moment=“les-1”) }}", '{{ worksheet("deegplan", moment="les-1") }}'),
        ('{{ worksheet("deegplan”) }}', '{{ worksheet("deegplan") }}'),
        ("{{ worksheet(‘deegplan’) }}", '{{ worksheet("deegplan") }}'),
        ('{{ term("gluten", text=“foto’s”) }}', '{{ term("gluten", text="foto’s") }}'),
        ('{{ term("gluten", text="de “taaie” draad") }} {{ goals(“) }}', '{{ term("gluten", text="de “taaie” draad") }} {{ goals(“) }}'),
        ("Zeg “ja”. {{ worksheet(“deegplan”) }} Zeg “nee”.", 'Zeg “ja”. {{ worksheet("deegplan") }} Zeg “nee”.'),
        (
            "{% raw %}{{ worksheet(“zo”) }}{% endraw %} {{ worksheet(“deegplan”) }}",
            '{% raw %}{{ worksheet(“zo”) }}{% endraw %} {{ worksheet("deegplan") }}',
        ),
        ('{{ term("gluten", text="de “taaie” draad") }}', '{{ term("gluten", text="de “taaie” draad") }}'),
    ],
)  # fmt: skip
def test_quotes_of_macros_become_straight_and_those_of_texts_stay(
    before: str, after: str, mend: Callable[[str], str]
) -> None:
    assert f"---\ntitle: A\n---\n\n{after}\n" == mend(f"---\ntitle: A\n---\n\n{before}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("label: x\nkind: y\nid: z\n", "id: z\nkind: y\nlabel: x\n"),
        ("- label: x\n  id: a\n\n- kind: y\n  id: b", "- id: a\n  label: x\n\n- id: b\n  kind: y"),
        ('- min: "1"\n  labels: [x,\n    y]\n  id: a\n', '- id: a\n  min: "1"\n  labels: [x,\n    y]\n'),
        ("a:\n    - label: é\n      id: a\nid: b\n", "id: b\na:\n    - id: a\n      label: é\n"),
        ("- text: één\n    twee\n  id: a\n- id: b\n", "- id: a\n  text: één\n    twee\n- id: b\n"),
        ("- text: |\n    één\n\n    twee\n  id: a\n", "- id: a\n  text: |\n    één\n\n    twee\n"),
        ("- kind:\n  id: a\n", "- id: a\n  kind:\n"),
        ("a: {label: x, id: z}\n", "a: {label: x, id: z}\n"),
        ("a: []\nb: {}\n", "a: []\nb: {}\n"),
        ("a: >+\n  x\n\n\nid: b\n", "a: >+\n  x\n\n\nid: b\n"),
    ],
    ids=["order", "list", "quotes", "inside", "long", "lines", "empty", "braces", "none", "line ends that count"],
)
def test_id_and_kind_come_first_and_all_else_stays(before: str, after: str, report: Report) -> None:
    assert after == with_keys_in_order(before, report)
    assert after == with_keys_in_order(after, report)


@pytest.mark.parametrize(
    "text",
    [
        "# een opmerking\na: x\nid: y\n",
        "a: x # een opmerking\nid: y\n",
        "a: |\n  tekst\n# een opmerking\nid: y\n",
        "a: &x [y]\nb: *x\nid: y\n",
        "a: !!str x\nid: y\n",
        "a: [x\nid: y\n",
        "a: x\na: y\nid: y\n",
        "",
    ],
)
def test_yaml_that_could_lose_something_stays(text: str, report: Report) -> None:
    assert text == with_keys_in_order(text, report)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/over/oud.md", b"---\ntitle: caf\xe9 \n---\n"),
        ("docs/over/.verborgen.md", b"tekst \n"),
        ("docs/over/leeg.md", b" \n"),
        ("docs/beeld/x.svg", b"<svg> \n</svg>"),
    ],
)
def test_a_file_that_is_no_text_of_the_course_stays(name: str, text: bytes, showcase_dir: CourseDir) -> None:
    showcase_dir.write(name, text)
    fix(showcase_dir.path)

    assert text == (showcase_dir.path / name).read_bytes()


def test_a_mended_file_keeps_its_rights_and_leaves_nothing_behind(showcase_dir: CourseDir) -> None:
    path = showcase_dir.path / "docs/werkboek.md"
    path.write_text(path.read_text(encoding="utf-8").rstrip(), encoding="utf-8")
    path.chmod(0o640)
    names = sorted(found.name for found in path.parent.iterdir())
    fix(showcase_dir.path)

    assert 0o640 == path.stat().st_mode & 0o777
    assert names == sorted(found.name for found in path.parent.iterdir())


def test_check_mends_first_and_says_what(showcase_dir: CourseDir) -> None:
    showcase_dir.edit("docs/werkboek.md", "{{ workbook() }}\n", "{{ programme(moment=“les-1”) }} ")
    result = CliRunner().invoke(main, ["check", "--fix"])

    assert (
        "docs/werkboek.md: aanhalingstekens van macro's rechtgezet, spaties aan het eind van regels weggehaald, "
        "laatste regel afgesloten\n1 bestand bijgewerkt.\nGeen problemen gevonden.\n"
    ) == result.output
    assert (0, "Er was niets om bij te werken.") == (
        result.exit_code,
        CliRunner().invoke(main, ["check", "--fix"]).output.split("\n")[0],
    )


def test_what_a_program_reads_is_in_one_form(showcase_dir: CourseDir) -> None:
    assert "[]\n" == CliRunner().invoke(main, ["check", "--fix", "--readability", "--format", "json"]).stdout
