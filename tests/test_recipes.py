"""What CONTRIBUTING.md says that a new one needs: each that is there has all its words and places, and what lacks is named."""

import inspect
import json
import re
from importlib import import_module

import pytest
import yaml
from click.testing import CliRunner

from leergang.check import RULES
from leergang.cli import main
from leergang.diagnostics import FORMATS, Rule
from leergang.macros import FUNCTIONS
from leergang.model.fields import FIELD_KINDS, Asked
from leergang.pages.language import MACROS
from leergang.strings import languages, load_strings

from .cases import TOLD
from .projects import ROOT

PACKAGE = ROOT / "hooks/leergang"
SNIPPETS = json.loads((ROOT / ".vscode/leergang.code-snippets").read_text(encoding="utf-8"))
EXAMPLES = yaml.safe_load((PACKAGE / "diagnostics/examples.yml").read_text(encoding="utf-8"))
CHECKS = sorted(path.stem for path in (PACKAGE / "check").glob("*.py") if path.stem != "__init__")


def words(*keys: str) -> dict[str, bool]:
    """For each of `keys` whether each language has words for it."""
    said = {language: load_strings(language).keys() for language in languages()}
    return {f"{key} in strings/{language}/": key in said[language] for language in said for key in keys}


def expect(name: str, places: dict[str, bool]) -> None:
    lacking = [place for place, there in places.items() if not there]
    assert not lacking, f"'{name}' lacks:\n" + "\n".join(lacking)  # said here: pytest itself cuts it short


def kinds(asked: type[Asked] = Asked) -> set[str]:
    """The kind of every class that asks something, whether a worksheet takes it or not."""
    return {asked.KIND} - {""} | {kind for found in asked.__subclasses__() for kind in kinds(found)}


def filled_in() -> set[str]:
    """The kinds of field that an editor fills in for an author."""
    lines = [line for name, one in SNIPPETS.items() if name.startswith("Veld") for line in one["body"]]
    found = [line.removeprefix("  kind: ") for line in lines if line.startswith("  kind: ")]
    return {kind for one in found for kind in re.findall("[a-z]+", one)}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_field_kind_has_its_words_and_places(kind: str) -> None:
    files = [f"overrides/components/{folder}/{kind}.html" for folder in ("fields", "cells")[: 2 - (kind == "table")]]

    expect(kind, {
        "Field in model/fields.py": kind in FIELD_KINDS,
        ".vscode/leergang.code-snippets": kind in filled_in(),
        **{file: (ROOT / file).is_file() for file in files},
        **words(*(f"kinds.{kind}.{part}" for part in ("title", "use", "written", "chosen", "fresh", "answer"))),
    })  # fmt: skip


@pytest.mark.parametrize("name", sorted(MACROS | FUNCTIONS))
def test_a_macro_has_its_words_and_places(name: str) -> None:
    named = MACROS[name].arguments.values() if name in MACROS else ()

    expect(name, {
        "MACROS in pages/language.py": name in MACROS,
        "FUNCTIONS in macros/__init__.py": name in FUNCTIONS,
        **words(f"guide.macros.{name}", *(f"guide.names.{kind}" for kind in named)),
    })  # fmt: skip


@pytest.mark.parametrize("rule", sorted({rule.value for rule in Rule} | set(EXAMPLES)))
def test_a_rule_has_its_words_and_places(rule: str) -> None:
    expect(rule, {
        "Rule in diagnostics/rules.py": rule in {known.value for known in Rule},
        "diagnostics/examples.yml": rule in EXAMPLES,
        "TOLD in tests/cases.py": rule in {told.value for told in TOLD},
        **words(f"rules.{rule}.promise", f"rules.{rule}.message"),
    })  # fmt: skip


@pytest.mark.parametrize("module", CHECKS)
def test_every_promise_is_looked_at(module: str) -> None:
    functions = inspect.getmembers(import_module(f"leergang.check.{module}"), inspect.isfunction)
    found = [
        function
        for name, function in functions
        if name.startswith("check_") and list(inspect.signature(function).parameters) == ["course", "report"]
    ]

    expect(module, {f"{one.__name__} in RULES of check/__init__.py": one in RULES for one in found})


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_of_what_check_tells_can_be_asked_for_and_is_in_the_readme(form: str) -> None:
    told = CliRunner().invoke(main, ["check", "--help"]).output
    (offered,) = re.findall(r"--format \[(.*?)\]", told)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    expect(form, {"--format": form in offered.split("|"), "README.md": f"{form}`" in readme or form == "text"})
