"""The jobs that trainers do most, done in the real course."""

from pathlib import Path

import pytest

from ..conftest import CourseDir
from ..projects import copy_project
from .conftest import Repository

NORMS = "tools/werkbladen/teamnormen.md"
CULTURE = "modules/veranderkunde/cultuur-van-samenwerking.md"


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The real course, of which one version is kept."""
    course = CourseDir.__new__(CourseDir)  # it is copied as it is, without a change to mkdocs.yml
    course.path = copy_project(tmp_path / "course")
    monkeypatch.chdir(course.path)
    return Repository(course)


def test_the_usual_jobs_of_a_trainer_in_one_change(real: Repository) -> None:
    real.edit(
        (NORMS, "label: Waar stoor je je aan in eerder overleg?", "label: Wat stoorde je in eerder overleg?"),
        (NORMS, "\nminutes: 40\n", "\nminutes: 45\n"),
        ("cursus.yml", "  - worksheet: teamnormen\n    minutes: 40", "  - worksheet: teamnormen\n    minutes: 45"),
        ("cursus.yml", "  - veranderkunde/cultuur-van-samenwerking\n  parts:", "  parts:"),
        (
            "cursus.yml",
            "  - een gesprek waar je tegen opziet\n  chapters:\n",
            "  - een gesprek waar je tegen opziet\n  - een pen\n  chapters:\n  - veranderkunde/cultuur-van-samenwerking\n",
        ),
        (
            "tools/literatuur.json",
            "[\n  {",
            '[\n  {"id": "jansen2026plg", "type": "book", "title": "Samen leren"},\n  {',
        ),
    )

    assert [
        "Nieuwe bron: Samen leren.",
        "'Waar stoor je je aan in eerder overleg?' wordt 'Wat stoorde je in eerder overleg?'. Het antwoord blijft staan. "
        "Ernaast leest de deelnemer hoe de vraag eerst was, met de knop 'Mijn antwoord klopt nog'.",
        "Dag 1: het onderdeel 'Normen die werken' duurt nu 45 minuten (was 40).",
        "Dag 2: neem nu ook mee: een pen.",
        "Het hoofdstuk 'Een cultuur van samenwerking' gaat van 'Dag 1' naar 'Dag 2'.",
        "Het werkblad 'Normen die werken' kost nu 45 minuten (was 40).",
    ] == real.told()


def test_a_sentence_that_is_mended_is_all_that_is_told(real: Repository) -> None:
    real.edit(
        (CULTURE, "Ze vergelijken een korte schrijfopdracht.", "Ze leggen een korte schrijfopdracht naast elkaar.")
    )

    assert [] == real.told()
    assert 1 == real.markdown().count("<details>")
    assert "Ze <del>vergelijken</del> een korte <del>schrijfopdracht.</del> In vier" in real.markdown()
    assert "Ze <ins>leggen</ins> een korte <ins>schrijfopdracht naast elkaar.</ins> In vier" in real.markdown()
