"""How easily a page reads: syllables, the formula of its language, and what `leergang check --readability` shows."""

import pytest
from click.testing import CliRunner

from leergang.check.readability import Reading, count_syllables, measure
from leergang.cli import main

from ..conftest import CourseDir

OVEN = "docs/modules/oven/index.md"
WATER = "docs/modules/brewing/water.md"

SYLLABLES = {
    1: "PLC de brood deeg fraai leeuw ooit IJs jij nieuw koe groei thuis één 12",
    2: """leraar bureau koeien vrije moeilijk nieuwe mooie zeeën duo schouwburg ruimte beeldje groeien draaien vlooien
    meeuwen niveau cadeau reëel bijeen cliënt foto's""",
    3: "ideeën reünie egoïst theorie creatief video radio actueel België patiënt kwaliteit oefenen tweeërlei vuist-tot-vijf",
    4: "beoordelen situatie tweeëntwintig hygiëne reageren",
    5: "gezamenlijke essentiële individueel coöperatie evaluatie",
}


def read(course: CourseDir, uri: str) -> list[Reading]:
    """How one page reads."""
    return [found for found in measure(course.load()) if found.uri == uri]


@pytest.mark.parametrize(("word", "count"), [(word, count) for count in SYLLABLES for word in SYLLABLES[count].split()])
def test_a_word_has_the_syllables_that_a_reader_hears(word: str, count: int) -> None:
    assert count == count_syllables(word) == count_syllables(word.upper())


def test_dutch_is_measured_as_douma_did(showcase_dir: CourseDir) -> None:
    showcase_dir.write(OVEN, "---\ntitle: Oven\n---\n\nDe bakker kneedt. Dan rust het deeg een uur.\n")
    (found,) = read(showcase_dir, "modules/oven/index.md")

    assert 9 == found.words
    assert (3 + 6) / 2 == found.sentence
    assert pytest.approx(100 * 10 / 9) == found.syllables
    assert pytest.approx(206.84 - 0.77 * 111.1111 - 0.93 * 4.5, abs=0.001) == found.score


@pytest.mark.parametrize("language", ["en", "fr"])
def test_other_languages_are_measured_as_flesch_did(language: str, course_dir: CourseDir) -> None:
    course_dir.edit("mkdocs.yml", "language: en", f"language: {language}")
    (found,) = read(course_dir, "modules/brewing/water.md")

    assert (12, 11) == (found.words, found.sentence), "its heading is a word, and no sentence"
    assert pytest.approx(100 * 14 / 11) == found.syllables
    assert pytest.approx(206.835 - 0.846 * 127.2727 - 1.015 * 11, abs=0.001) == found.score


@pytest.mark.parametrize(
    "text",
    [
        "\n## Onvoorstelbare mogelijkheden\n",
        "\n{% call trainer() %}\nOnvoorstelbare mogelijkheden.\n{% endcall %}\n",
        "\n`onvoorstelbare mogelijkheden`\n\n{{ worksheets() }}\n",
    ],
    ids=["heading", "for trainers", "code"],
)
def test_only_sentences_of_a_participant_are_measured(text: str, showcase_dir: CourseDir) -> None:
    (before,) = read(showcase_dir, "modules/oven/index.md")
    showcase_dir.add(OVEN, text)
    (after,) = read(showcase_dir, "modules/oven/index.md")

    assert (before.sentence, before.syllables, before.score) == (after.sentence, after.syllables, after.score)


def test_a_page_without_sentences_is_not_measured(showcase_dir: CourseDir) -> None:
    showcase_dir.write(OVEN, "---\ntitle: Oven\n---\n\n## Oven\n\n{{ worksheets() }}\n")

    assert [] == read(showcase_dir, "modules/oven/index.md")


def test_a_check_shows_a_line_a_page_the_hardest_first(course_dir: CourseDir) -> None:
    course_dir.remove("docs/index.md")
    course_dir.edit("mkdocs.yml", "  - index.md\n", "")
    result = CliRunner().invoke(main, ["check", "--readability"])

    assert 0 == result.exit_code
    assert (
        "Reading ease by Flesch (1948): 206.835 - 0.846 x syllables in 100 words - 1.015 x words in a sentence. 100 is very "
        "easy, 0 very hard.\n"
        "ease  words  words/sentence  syllables/100  page\n"
        "  66      9             9.0            156  tools/werkbladen/tasting.md\n"
        "  73     12            11.0            145  modules/brewing/leaves.md\n"
        "  74      6             6.0            150  modules/brewing/index.md\n"
        "  88     12            11.0            127  modules/brewing/water.md\n"
        "\n"
        "No problems found.\n"
    ) == result.output


def test_columns_are_as_wide_as_their_widest_number(course_dir: CourseDir) -> None:
    course_dir.write(WATER, f"{course_dir.read(WATER)}\n{'Tea and more tea again and again. ' * 20_000}\n")
    _, names, *rows = CliRunner().invoke(main, ["check", "--readability"]).output.split("\n\n")[0].split("\n")

    assert any("140012" in row for row in rows)
    assert {names.index("page")} == {row.rindex("  ") + 2 for row in rows}


def test_a_dutch_course_is_told_of_in_dutch_and_only_when_asked(showcase_dir: CourseDir) -> None:
    asked = CliRunner().invoke(main, ["check", "--readability"]).output
    formula, names, *_ = asked.split("\n")

    assert formula.startswith(
        "Leesgemak volgens Flesch-Douma (1960): 206,84 - 0,77 x lettergrepen per 100 woorden - 0,93 x"
    )
    assert ["leesgemak", "woorden", "woorden/zin", "lettergrepen/100", "pagina"] == names.split()
    assert "Leesgemak" not in CliRunner().invoke(main, ["check"]).output


def test_a_course_with_faults_is_measured_as_far_as_it_can_be_read(course_dir: CourseDir) -> None:
    course_dir.write("docs/index.md", "No front matter.\n")
    result = CliRunner().invoke(main, ["check", "--readability"])

    assert 1 == result.exit_code
    assert "modules/brewing/water.md" in result.output
    assert "docs/index.md:1:1: error[geen-voorblad]" in result.output
