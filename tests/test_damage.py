"""The real course with damage in it: whatever happened to its files, a check tells, and neither falls over nor hangs."""

import random
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leergang.check import check_course
from leergang.diagnostics import FORMATS, Report
from leergang.model import load_course
from leergang.settings import Settings, load_settings
from leergang.strings import load_strings

from .projects import ROOT

ROUNDS, AT_ONCE = 125, 4
"""Courses, and how many of the files of each are damaged."""
HANGS = 60
"""Seconds after which a check is said to hang; it takes less than one."""
SIGNS = [
    *"{}[]()<>\"'`*_#|-:&!%@,/\\\t\n \x00",
    "{{",
    "}}",
    "{% call",
    "%}",
    "---\n",
    "```",
    "<div",
    "é",
    "\ufeff",
    "\ud7ff",
    "💥",
]

Damage = Callable[[random.Random, bytes], bytes | None]
"""What becomes of the content of a file; None where it goes."""


def cut(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice([1, 2, 10, 100, 10_000]) :]


def insert(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.choice(SIGNS).encode() * chance.choice([1, 1, 1, 30]) + data[start:]


def change(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 30])):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def swap_lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def halve_front_matter(chance: random.Random, data: bytes) -> bytes:
    end = data.find(b"\n---", 3)
    return data[: end // 2] + data[end:] if end > 0 else data[: len(data) // 2]


def cut_off(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def empty(chance: random.Random, data: bytes) -> bytes:
    return b""


def remove(chance: random.Random, data: bytes) -> None:
    return None


DAMAGES: list[Damage] = [cut, insert, insert, change, swap_lines, halve_front_matter, cut_off, empty, remove]


@contextmanager
def damaged(path: Path, chance: random.Random) -> Iterator[str]:
    """A course with one file damaged; afterwards it is as it was."""
    data = path.read_bytes()
    kind = chance.randrange(len(DAMAGES) + 2)
    other = path.with_name(
        chance.choice([f"Met spatie {path.name}", f"{path.stem}-x.yml", f"{path.name}.md", path.name.upper()])
    )
    try:
        path.unlink()
        if kind == len(DAMAGES):
            path.mkdir()
            (path / "lees.md").write_bytes(data)
        elif kind > len(DAMAGES):
            other.write_bytes(data)
        elif (content := DAMAGES[kind](chance, data)) is not None:
            path.write_bytes(content)
        yield f"{[*(damage.__name__ for damage in DAMAGES), 'folder', 'rename'][kind]} {path.name}"
    finally:
        if path.is_dir():
            shutil.rmtree(path)
        if kind > len(DAMAGES):
            other.unlink()
        path.write_bytes(data)


def check(settings: Settings) -> Report:
    """What a check finds, told in every form."""
    report = Report(load_strings(settings.language))
    check_course(load_course(settings, report), report)
    for render in FORMATS.values():
        render(report)
    return report


@contextmanager
def no_hang() -> Iterator[None]:
    def stop(*caught: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANGS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the real course that every round shares."""
    folder = tmp_path_factory.mktemp("damage")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    return load_settings(folder / "mkdocs.yml")


@pytest.mark.parametrize("part", range(5))
def test_a_damaged_course_is_told_of_without_a_fall_or_a_hang(part: int, settings: Settings) -> None:
    files = sorted(path for path in settings.docs.rglob("*") if path.is_file())
    for seed in range(part, ROUNDS, 5):
        chance = random.Random(seed)  # noqa: S311 - the same damage every time
        done: list[str] = []
        try:
            with no_hang():
                _damage_and_check(chance.sample(files, AT_ONCE), chance, settings, done)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {', '.join(done)}") from error


def _damage_and_check(paths: list[Path], chance: random.Random, settings: Settings, done: list[str]) -> None:
    if not paths:
        check(settings)
        return
    with damaged(paths[0], chance) as what:
        done.append(what)
        _damage_and_check(paths[1:], chance, settings, done)


def test_the_course_is_whole_after_all_damage(settings: Settings) -> None:
    assert [] == check(settings).diagnostics()
