from collections.abc import Callable
from pathlib import Path

import pytest

from ..projects import LEERGANG, Run, build_real_course, copy_project, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the real course to change and build."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def leergang() -> Callable[..., Run]:
    """Run `leergang ARGS` in a folder."""

    def call(folder: Path, *args: str, **environment: str) -> Run:
        return run([*LEERGANG, *args], folder, **environment)

    return call


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real course."""
    return build_real_course(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def trainers_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real course for its trainers."""
    return build_real_course(tmp_path_factory.mktemp("trainers"), "trainer")
