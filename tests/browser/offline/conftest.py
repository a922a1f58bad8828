"""A browser that may keep the course, a server that can fail, and a course that changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ...conftest import CourseDir
from ..hosting import Host
from .steps import CHAPTER, OLD


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A browser that may keep the course."""
    return {**browser_context_args, "service_workers": "allow"}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A server, of nothing yet."""
    (tmp_path / "host").mkdir()
    running = Host(tmp_path / "host")
    yield running
    running.stop()


@pytest.fixture
def bread(showcase_dir: CourseDir) -> CourseDir:
    """A course whose chapter says something that can change, in as many letters."""
    showcase_dir.add(CHAPTER.replace("modules", "docs/modules").replace(".html", ".md"), f"\n{OLD}.\n")
    return showcase_dir
