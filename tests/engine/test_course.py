"""The real course, as its trainers left it."""

import json
from collections.abc import Callable

from ..projects import ROOT, Run


def test_the_course_has_no_problem_at_all(leergang: Callable[..., Run]) -> None:
    found = json.loads(leergang(ROOT, "check", "--format", "json").stdout)

    assert [] == [
        problem for problem in found if problem["rule"] != "spelling"
    ]  # dictionaries differ from place to place


def test_a_school_can_tell_on_the_privacy_page_who_has_the_server(leergang: Callable[..., Run]) -> None:
    (listed,) = leergang(ROOT, "blocks", "docs/over/privacy.md").stdout.splitlines()
    name = listed.split()[1]

    assert f"het blok `{name}` van die pagina" in (ROOT / "docs/over/avg.md").read_text(encoding="utf-8")
    assert f"over/privacy.md --block {name}" in (ROOT / "docs/over/scholen/eigen-editie.md").read_text(encoding="utf-8")
