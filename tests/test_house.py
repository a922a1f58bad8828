"""The house: which part may know which, read from the imports themselves."""

import ast
import re
import sys
from pathlib import Path

import pytest

from .projects import ROOT

HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "leergang"

MAY_KNOW = {
    "settings": "strings",
    "sharing": "",
    "theme": "",
    "conversion": "sharing",
    "strings": "",
    "problems": "",
    "stylesheet": "",
    "manifest": "",
    "diagnostics": "strings",
    "pages": "strings diagnostics sharing",
    "model": "settings strings diagnostics pages",
    "search": "",
    "metadata": "settings strings diagnostics pages model",
    "check": "settings strings diagnostics pages model",
    "compare": "settings strings diagnostics pages model check",
    "macros": "settings strings diagnostics pages model sharing",
    "authoring": "settings strings diagnostics pages model check",
    "schools": "settings strings diagnostics pages model check authoring compare",
    "exports": "settings strings diagnostics pages model check stylesheet sharing theme problems",
    "host": "settings strings",
    "agenda": "settings strings diagnostics pages model metadata",
    "look": "agenda settings strings diagnostics pages model",
    "site": "sharing host look settings strings diagnostics pages model search metadata check macros manifest",
    "serve": "settings strings problems exports",
    "cli": "settings strings stylesheet diagnostics pages model search metadata check compare macros site exports authoring "
    "serve schools",
}
"""Each part with those above it. Macros and exports don't know each other."""

ENGINE = {"mkdocs", "mkdocs_macros", "material"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """The part of the house that a file belongs to; an empty text for the package itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py").replace("__init__", "")


def imported(path: Path) -> list[str]:
    """The full name of every module that a file imports, wherever in it: `leergang.model.course`."""
    package = path.relative_to(HOOKS).parent.parts
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            found += [base] if node.module else [f"{base}.{alias.name}" for alias in node.names]
    return found


def name(path: Path) -> str:
    return path.relative_to(HOOKS).as_posix()


def test_every_part_of_the_package_has_its_place() -> None:
    assert sorted(MAY_KNOW) == sorted({part(path) for path in modules()} - {""})


def test_every_room_is_in_the_list_of_the_package_below_those_that_it_knows() -> None:
    listed = re.findall(
        r"^    ([a-z]+)  ", ast.get_docstring(ast.parse((PACKAGE / "__init__.py").read_text())) or "", re.M
    )
    folders = {part(path) for path in PACKAGE.glob("*/*.py")}

    assert set() == folders - set(listed)
    assert set() == set(listed) - MAY_KNOW.keys()
    assert [] == [
        f"{room} above {known}"
        for place, room in enumerate(listed)
        for known in MAY_KNOW[room].split()
        if known in listed[place:]
    ]


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_imports_only_from_the_parts_above_it(path: Path) -> None:
    own = part(path)
    known = {"leergang." + other for other in (own, *MAY_KNOW.get(own, "").split())}
    ours = {".".join(found.split(".")[:2]) for found in imported(path) if found.split(".")[0] == "leergang"}

    assert set() == ours - known


def test_only_the_hooks_know_the_engine_and_what_starts_it() -> None:
    knowing = {name(path) for path in modules() for found in imported(path) if found.split(".")[0] in ENGINE}

    assert {"leergang/conversion.py", "leergang/exports/build.py"} == knowing
    assert "mkdocs.config.defaults" in imported(HOOKS / "events.py")


def test_the_hooks_know_only_the_door_of_the_package() -> None:
    known = {found for path in HOOKS.glob("*.py") for found in imported(path) if found.startswith("leergang")}

    assert {
        "leergang.conversion",
        "leergang.sharing",
        "leergang.site",
        "leergang.stylesheet",
        "leergang.theme",
        "leergang.macros",
    } == known


def assigned(path: Path) -> list[tuple[str, ast.expr | None, ast.expr]]:
    """Every name that a module itself gives a value: the name, what it says to be, and the value."""
    found: list[tuple[str, ast.expr | None, ast.expr]] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found.append((node.target.id, node.annotation, node.value))
        elif isinstance(node, ast.Assign):
            found += [(target.id, None, node.value) for target in node.targets if isinstance(target, ast.Name)]
    return found


def test_what_a_module_keeps_is_a_constant() -> None:
    """State lives in one course and one report; a name in lower case would be state of the module."""
    assert [] == [
        f"{name(path)}: {found}"
        for path in modules()
        for found, _, value in assigned(path)
        if isinstance(value, MUTABLE) and not found.strip("_").isupper() and found != "__all__"
    ]


def test_no_function_changes_what_its_module_keeps() -> None:
    assert [] == [
        f"{name(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Global)
    ]


def test_no_name_of_the_hooks_is_taken_by_the_standard_library() -> None:
    assert set() == {path.stem for path in HOOKS.iterdir()} & set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", [*modules(), *sorted(HOOKS.glob("*.py"))], ids=name)
def test_a_module_says_what_it_is_for_and_is_no_warehouse(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert (ast.get_docstring(ast.parse(text)) or "").strip(), "a module opens with a sentence"
    assert 400 >= text.count("\n")


@pytest.mark.parametrize("path", sorted((ROOT / "overrides").rglob("*.js")), ids=lambda path: path.name)
def test_a_script_is_short_enough_to_read(path: Path) -> None:
    assert 400 >= len(path.read_text(encoding="utf-8").splitlines())
