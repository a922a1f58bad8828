"""What a look at the files tells: what an author changed, once it is all there, and nothing that passes."""

import os
from pathlib import Path

import pytest

from leergang.serve.watch import Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules/a.md").write_text("a", encoding="utf-8")
    return tmp_path.resolve()


def looks(watch: Watch, times: int = 2) -> list[set[str]]:
    """What so many looks in a row tell."""
    return [watch.changes() for _ in range(times)]


def test_a_change_is_told_once_and_not_before_it_has_settled(folder: Path) -> None:
    watch = Watch([folder])
    path = folder / "modules/a.md"
    path.write_text("half", encoding="utf-8")
    assert [set()] == looks(watch, 1)
    assert watch.moving
    path.write_text("whole", encoding="utf-8")

    assert [set(), {str(path)}, set()] == looks(watch, 3)
    assert not watch.moving


def test_a_file_that_comes_goes_or_takes_the_place_of_another_is_a_change(folder: Path) -> None:
    watch = Watch([folder, folder / "later.yml"])
    old, new, later = folder / "modules/a.md", folder / "modules/new/b.md", folder / "later.yml"
    new.parent.mkdir()
    new.write_text("b", encoding="utf-8")
    assert [set(), {str(new)}] == looks(watch)
    later.write_text("c", encoding="utf-8")
    assert [set(), {str(later)}] == looks(watch)
    fresh = folder / "modules/.a.md.tmp"
    fresh.write_text("A", encoding="utf-8")
    os.utime(fresh, ns=(0, old.stat().st_mtime_ns))  # as long, and written at the same moment
    fresh.replace(old)
    assert [set(), {str(old)}] == looks(watch)
    old.unlink()
    assert [set(), {str(old)}] == looks(watch)


@pytest.mark.parametrize(
    "name", [".a.md.swp", "a.md~", "4913", "#a.md#", "a.md.tmp", ".git/index", "__pycache__/a.pyc"]
)
def test_what_an_editor_or_python_leaves_is_no_change(folder: Path, name: str) -> None:
    watch = Watch([folder])
    path = folder / "modules" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("passing", encoding="utf-8")

    assert [set(), set()] == looks(watch)


def test_a_folder_that_is_looked_at_already_is_not_looked_at_twice(folder: Path) -> None:
    watch = Watch([folder])
    watch.add([folder / "modules", folder / "modules/a.md"])
    (folder / "modules/a.md").write_text("changed", encoding="utf-8")

    assert [set(), {str(folder / "modules/a.md")}] == looks(watch)
