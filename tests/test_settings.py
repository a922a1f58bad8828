"""What mkdocs.yml says that a course needs."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from leergang.cli import main
from leergang.settings import Settings, SettingsError, load_settings

from .conftest import CourseDir

CONFIG = """site_name: Tea
extra:
  leergang:
    course: tea
theme:
  name: material
  language: en
plugins:
  - search
  - macros:
      j2_comment_start_string: "{##"
      j2_variable_start_string: "[["
nav:
  - index.md
  - Part:
      - Title: part/one.md
      - modules/*
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEERGANG_EDITION", raising=False)


def settings(text: str) -> Settings:
    Path("mkdocs.yml").write_text(text, encoding="utf-8")
    return load_settings(Path("mkdocs.yml"))


def test_a_course_has_an_id_a_language_an_edition_and_its_folders() -> None:
    found = settings(CONFIG)

    assert ("tea", "en", "participant") == (found.course, found.language, found.edition)
    assert (Path("docs"), Path("site"), Path("overrides")) == (found.docs, found.site, found.overrides)


def test_folders_are_found_from_the_configuration(tmp_path: Path) -> None:
    Path("deep").mkdir()
    Path("deep/mkdocs.yml").write_text(CONFIG.replace("theme:\n", "docs_dir: texts\ntheme:\n  custom_dir: ../looks\n"))
    found = load_settings(Path("deep/mkdocs.yml"))

    assert (Path("deep/texts"), Path("deep/../looks")) == (found.docs, found.overrides)


def test_the_delimiters_of_macros_are_those_of_the_plugin() -> None:
    assert {"comment_start_string": "{##", "variable_start_string": "[["} == settings(CONFIG).delimiters


def test_plugins_may_be_a_mapping_too() -> None:
    plugins = CONFIG.replace("  - search\n  - macros:\n      ", "  search: {}\n  macros:\n      ")

    assert "{##" == settings(plugins).delimiters["comment_start_string"]


def test_the_pages_of_the_navigation_are_those_that_it_names_itself() -> None:
    assert ("index.md", "part/one.md") == settings(CONFIG).nav_pages


@pytest.mark.parametrize(
    ("written", "variable", "expected"),
    [
        ("trainer", None, "trainer"),
        ("!ENV [LEERGANG_EDITION, participant]", None, "participant"),
        ("!ENV [LEERGANG_EDITION, participant]", "trainer", "trainer"),
        ("!ENV LEERGANG_EDITION", "trainer", "trainer"),
        ("!ENV LEERGANG_EDITION", None, "participant"),
    ],
)
def test_the_edition_can_come_from_the_environment(
    written: str, variable: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        monkeypatch.setenv("LEERGANG_EDITION", variable)

    assert expected == settings(CONFIG.replace("course: tea", f"course: tea\n    edition: {written}")).edition


def test_tags_of_the_engine_are_passed_over() -> None:
    tag = "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"

    assert "tea" == settings(CONFIG + tag).course


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: Thee\n", "1:1: fout: hier ontbreekt het id van de cursus; "),
        (CONFIG.replace("    course: tea", "    name: tea"), "3:3: error: the id of the course is missing here; "),
        ("- a list\n", "1:1: fout: hier horen sleutels met een waarde, "),
        ("", "1:1: fout: hier horen sleutels met een waarde, "),
        ("site_name: a: b\n", "1:13: fout: dit is hier niet te lezen; kijk naar het inspringen, "),
        (CONFIG.replace("nav:\n", "nav: [\n"), "14:3: error: this can't be read here; look at the indentation, "),
        (CONFIG.replace("site_name: Tea", "site_name: 'Tea"), "1:12: error: this can't be read here; look at the indentation, "),
        (CONFIG.replace("course: tea", "course: tea\n    edition: everyone"),
            "5:5: error: 'everyone' is no edition; choose one of: participant, trainer\n"),
        (CONFIG.replace("extra:\n  leergang:\n    course: tea", "extra: tea"), "2:1: error: use keys with values here, "),
        (CONFIG.replace("  leergang:\n    course: tea", "  leergang: tea"), "3:3: error: use keys with values here, "),
    ],
)  # fmt: skip
def test_a_configuration_that_cannot_be_used_is_told_and_exits_with_2(text: str, expected: str) -> None:
    Path("mkdocs.yml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["check"])

    assert f"mkdocs.yml:{expected}" == result.output[: len(f"mkdocs.yml:{expected}")]
    assert 2 == result.exit_code


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", (None, None, None)),
        ("limits:", (None, None, None)),
        ("limits: {sentence: 35}", (None, 35, None)),
        ("limits: {chapter: [900, 1500], sentence: 35, average: 18}", ((900, 1500), 35, 18)),
    ],
)
def test_texts_are_as_long_as_they_like_where_no_limit_is_set(written: str, expected: tuple[object, ...]) -> None:
    assert expected == settings(CONFIG.replace("course: tea", f"course: tea\n    {written}")).limits


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        ("{chapter: 1500}", "chapter"),
        ("{chapter: []}", "chapter"),
        ("{chapter: [900]}", "chapter"),
        ("{chapter: [900, 1500, 2000]}", "chapter"),
        ("{chapter: [900, many]}", "chapter"),
        ("{chapter: {least: 900, most: 1500}}", "chapter"),
        ("{sentence: short}", "sentence"),
        ("{sentence: [20, 35]}", "sentence"),
        ("{sentence: '35'}", "sentence"),
        ("{sentence: true}", "sentence"),
        ("{sentence: 35, average: 17.5}", "average"),
        ("{average:}", "average"),
        ("{sentence: 35, paragraph: 100}", "paragraph"),
    ],
)
def test_a_limit_that_is_none_is_told_and_exits_with_2(limits: str, key: str) -> None:
    text = CONFIG.replace("course: tea", f"course: tea\n    limits: {limits}")
    Path("mkdocs.yml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["check"])

    usage = "'chapter: [least, most]', 'sentence: most' or 'average: most', in whole words"
    assert f"mkdocs.yml:5:{13 + limits.index(key)}: error: this limit can't be read; write {usage}\n" == result.output
    assert 2 == result.exit_code


@pytest.mark.parametrize(
    ("written", "expected"),
    [("", True), ("offline: true", True), ("offline: false", False), ("offline: !ENV [NOWHERE_SET, false]", False)],
)
def test_a_course_is_kept_for_when_there_is_no_network_unless_it_is_turned_off(written: str, expected: bool) -> None:
    assert expected is settings(CONFIG.replace("course: tea", f"course: tea\n    {written}")).offline


@pytest.mark.parametrize("written", ["sometimes", "", "1", "[true]"])
def test_a_switch_that_is_neither_on_nor_off_is_told(written: str) -> None:
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:5:5: error: use true or false here$"):
        settings(CONFIG.replace("course: tea", f"course: tea\n    offline: {written}"))


@pytest.mark.parametrize("limits", ["35", "[900, 1500]", "short"])
def test_limits_are_keys_with_values(limits: str) -> None:
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:5:5: error: use keys with values here, "):
        settings(CONFIG.replace("course: tea", f"course: tea\n    limits: {limits}"))


@pytest.mark.parametrize("theme", ["theme: material", "theme:", "theme: {}"])
def test_a_theme_may_be_only_a_name(theme: str) -> None:
    assert "nl" == settings(CONFIG.replace("theme:\n  name: material\n  language: en", theme)).language


def test_a_configuration_that_is_no_text_is_told() -> None:
    Path("mkdocs.yml").write_bytes(b"site_name: caf\xe9\n")

    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:1:15: fout: hier staat een teken dat geen UTF-8 is; "):
        load_settings(Path("mkdocs.yml"))


@pytest.mark.parametrize("name", ["Tea", "good tea", "tea/green", "tea:green"])
def test_the_id_of_a_course_is_a_slug(name: str, course_dir: CourseDir) -> None:
    course_dir.edit("mkdocs.yml", "course: good-tea", f"course: '{name}'")
    result = CliRunner().invoke(main, ["check"])

    reason = f"'{name}' can't be an id; use lower-case letters, digits and hyphens, such as 'first-aid'"
    assert [reason] == re.findall(r"^mkdocs\.yml:\d+:5: error: (.*)\n$", result.output)
    assert 2 == result.exit_code


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (CONFIG + "docs_dir:\n", "18:1"),
        (CONFIG + "site_dir: 2027\n", "18:1"),
        (CONFIG.replace("  language: en", "  language: en\n  custom_dir: [looks]"), "8:3"),
    ],
)
def test_a_folder_without_a_name_is_told(text: str, place: str) -> None:
    with pytest.raises(SettingsError, match=rf"^mkdocs\.yml:{place}: error: use the name of a folder here, such as"):
        settings(text)
