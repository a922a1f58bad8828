"""The showcase with the edition of a school over it."""

from collections.abc import Callable

import pytest

from ..conftest import SCHOOL, CourseDir
from ..projects import Run
from .upgrading import KNEDEN, OWN, RULE, Edition

SCHOOL_YML = f"{SCHOOL}/school.yml"


@pytest.fixture
def school_dir(showcase_dir: CourseDir, monkeypatch: pytest.MonkeyPatch) -> CourseDir:
    """A copy of the showcase with a school's edition that changes nothing yet; what loads or builds it has that one."""
    showcase_dir.write(SCHOOL_YML, "id: de-molen\nname: De Molen\n")
    monkeypatch.setenv("LEERGANG_SCHOOL", SCHOOL)
    return showcase_dir


@pytest.fixture
def say(leergang: Callable[..., Run], school_dir: CourseDir) -> Callable[..., str]:
    """What a command prints that has nothing to complain of."""

    def run_well(*arguments: str) -> str:
        outcome = leergang(school_dir.path, *arguments)
        assert outcome.returncode == 0, outcome.stderr
        return outcome.stdout

    return run_well


@pytest.fixture
def edition(showcase_dir: CourseDir) -> Edition:
    """The edition of a new school, over the course that has every part."""
    return Edition(showcase_dir)


@pytest.fixture
def taken(edition: Edition) -> Edition:
    """An edition with its own text of one chapter, in which one sentence is the school's."""
    edition.says("take", "school", KNEDEN)
    edition.course.edit(OWN, RULE, "Vouw zoals op De Wilg.")
    return edition
