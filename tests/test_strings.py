"""The words of the generator: the same keys in each language, and words for everything that asks for them."""

import re
import string
from functools import cache
from pathlib import Path

import pytest

from leergang.diagnostics import Rule
from leergang.strings import languages, load_strings

from .projects import ROOT

PACKAGE = ROOT / "hooks" / "leergang"
FORMS = (".one", ".other")

CALLS = re.compile(r"""(?:\bt|strings|_strings|self\.t|page\.t)\(\s*f?["']([a-z][\w.-]*\.[\w.{}-]*?)["']""")
"""A key that is written out, in Python or in a template: `t("site.about")`."""
BUILT = re.compile(
    r"""\bt\(\s*["']((?:[a-z-]+\.)+(?:[a-z]+-)?)["']\s*~|(?:\bt|strings)\(\s*f["']((?:[a-z-]+\.)+(?:[a-z]+-)?)\{"""
)
"""The beginning of a key that is put together: `t("goals." ~ kind)`, `t(f"with.{name}")`."""
SECTIONS = re.compile(r"""(?:strings|words)\.section\(["']([a-z]+)["']\)""")
"""Words that a template hands to scripts."""
SAID = re.compile(r"""["'`]([a-z]+(?:-[a-z]+)*)["'`]|`([a-z-]+-)\$\{""")
"""A key by which a script asks for such words, or its beginning: `words["new"]`, `` words[`is-${kind}`] ``."""


@cache
def keys(language: str) -> set[str]:
    return load_strings(language).keys()


@cache
def words(language: str) -> dict[str, str]:
    strings = load_strings(language)
    return {key: strings(key) for key in keys(language)}


def base(key: str) -> str:
    """The key by which code asks for these words: `a.one` and `a.other` are both forms of `a`."""
    stem = next((key.removesuffix(form) for form in FORMS if key.endswith(form)), key)
    return stem if f"{stem}.one" in keys("nl") else key


def source_files() -> list[Path]:
    found = [*PACKAGE.rglob("*.py"), *(ROOT / "overrides").rglob("*.html"), *(ROOT / "hooks").glob("*.py")]
    return sorted(found)


def test_there_are_dutch_and_english_words() -> None:
    assert ["en", "nl"] == languages()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_for_one_thing_stand_in_one_file(language: str) -> None:
    files = (PACKAGE / "strings" / language).glob("*.yml")
    sections = [line for path in files for line in path.read_text(encoding="utf-8").split("\n") if line[:1].isalpha()]

    assert len(sections) == len(set(sections)) > 20


def test_dutch_and_english_have_the_same_keys() -> None:
    assert keys("nl") == keys("en")


@pytest.mark.parametrize("key", sorted(keys("nl")))
def test_both_languages_fill_in_the_same(key: str) -> None:
    nl, en = (
        {name for _, name, _, _ in string.Formatter().parse(words(language)[key]) if name} for language in ("nl", "en")
    )

    assert nl == en


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_words_are_empty_or_end_in_white_space(language: str) -> None:
    assert [] == [key for key, text in words(language).items() if key != "diagnostics.and" and text != text.strip()]
    assert [] == [key for key, text in words(language).items() if not text]


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.value)
def test_every_rule_has_a_promise_and_a_message(rule: Rule) -> None:
    assert {f"rules.{rule.value}.promise", f"rules.{rule.value}.message"} <= keys("nl")
    assert words("nl")[f"rules.{rule.value}.promise"].endswith(".")
    assert words("en")[f"rules.{rule.value}.promise"].endswith(".")


def test_there_are_no_words_for_rules_that_are_not_there() -> None:
    assert {rule.value for rule in Rule} == {key.split(".")[1] for key in keys("nl") if key.startswith("rules.")}


@cache
def written_keys() -> set[str]:
    found = {key for path in source_files() for key in CALLS.findall(path.read_text(encoding="utf-8"))}
    return {key for key in found if "{" not in key and not key.endswith((".", "-"))}


def built_prefixes() -> set[str]:
    found = {pair for path in source_files() for pair in BUILT.findall(path.read_text(encoding="utf-8"))}
    return {one or other for one, other in found}


@cache
def said() -> tuple[set[str], set[str], set[str]]:
    """The sections that scripts get, the keys that scripts name, and beginnings of keys that they put together."""
    sections = {one for path in source_files() for one in SECTIONS.findall(path.read_text(encoding="utf-8"))}
    scripts = [*(ROOT / "overrides/assets/javascripts").glob("*.js"), *PACKAGE.rglob("*.js")]
    found = {pair for path in scripts for pair in SAID.findall(path.read_text(encoding="utf-8"))}
    return sections, {whole for whole, _ in found if whole}, {begin for _, begin in found if begin}


def is_said(key: str) -> bool:
    section, _, name = key.partition(".")
    sections, whole, begun = said()
    return section in sections and (name in whole or name.startswith(tuple(begun)))


def test_every_key_that_code_and_templates_ask_for_is_there() -> None:
    assert set() == {key for key in written_keys() if key not in {base(known) for known in keys("nl")}}


def test_every_prefix_that_keys_are_built_from_is_there() -> None:
    assert set() == {prefix for prefix in built_prefixes() if not any(key.startswith(prefix) for key in keys("nl"))}


def test_no_words_are_left_that_nothing_asks_for() -> None:
    prefixes = (*built_prefixes(), "rules.", "types.", "diagnostics.")
    known = {base(key) for key in keys("nl")}

    assert set() == {key for key in known - written_keys() if not key.startswith(prefixes) and not is_said(key)}


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [("nl", 1, "1 minuut"), ("nl", 20, "20 minuten"), ("en", 1, "1 minute"), ("en", 0, "0 minutes")],
)
def test_one_has_words_of_its_own(language: str, count: int, expected: str) -> None:
    assert expected == load_strings(language)("site.minutes", count=count)


def test_a_language_without_words_of_its_own_gets_english() -> None:
    assert "error" == load_strings("fr")("diagnostics.error")


def test_braces_of_an_author_are_not_filled_in() -> None:
    assert "er is geen macro '{x} {0}'" == load_strings("nl")("rules.onbekende-macro.message", name="{x} {0}")


def test_a_key_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_strings("nl")("site.nothing")
