"""The scripts of the site stay small enough to read, and to load on a slow line."""

import gzip
from pathlib import Path

import pytest

from .projects import ROOT

SCRIPTS = sorted((ROOT / "overrides/assets/javascripts").glob("*.js"))
SEARCH = [path for path in SCRIPTS if path.name.startswith("search")]
"""Loaded when search is opened; what it may weigh with its index is in tests/search."""
LARGEST = 30 * 1024
LONGEST = 400


def test_all_scripts_together_are_small() -> None:
    assert LARGEST >= sum(len(gzip.compress(path.read_bytes(), 9)) for path in SCRIPTS if path not in SEARCH)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_short_enough_to_read(path: Path) -> None:
    assert LONGEST >= len(path.read_text(encoding="utf-8").splitlines())
