"""A course that is being written, and its preview: the command that an author types, in a process of its own."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ...conftest import CourseDir
from ...projects import LEERGANG, ROOT


class Preview:
    """A preview that runs."""

    def __init__(self, course: CourseDir, *options: str) -> None:
        self.course = course
        self.temporary = course.path.parent / "temporary"
        self.temporary.mkdir(exist_ok=True)
        self._said = (course.path.parent / "said.txt").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [*LEERGANG, "serve", "--port", "0", *options],
            cwd=course.path,
            env={**os.environ, "PYTHONPATH": str(course.path / "hooks"), "TMPDIR": str(self.temporary)},
            stdout=subprocess.DEVNULL,
            stderr=self._said,
        )

    @property
    def address(self) -> str:
        """Where it shows the course, with a slash at its end."""
        return re.findall(r"http://\S+", self.said())[0]

    def said(self) -> str:
        """What stands in the terminal."""
        return Path(self._said.name).read_text(encoding="utf-8")

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """End it as Ctrl-C does; gives its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)

    def children(self) -> list[int]:
        """Every process that it started and that still runs."""
        return [
            int(path.name)
            for path in Path("/proc").iterdir()
            if path.name.isdigit() and str(self.temporary).encode() in _environment(path)
        ]

    def is_ready(self) -> bool:
        """Whether the process for the next build has loaded all it can, and waits for the word."""
        others = [child for child in self.children() if child != self.process.pid]
        return len(others) == 1 and "pipe" in Path(f"/proc/{others[0]}/wchan").read_text(encoding="utf-8")


def _environment(path: Path) -> bytes:
    try:
        return (path / "environ").read_bytes()
    except OSError:  # it has ended, or is someone else's
        return b""


@pytest.fixture
def writing(showcase_dir: CourseDir) -> CourseDir:
    """A course whose templates, styles and code are its own, so that a test may change those too."""
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, showcase_dir.path / name, ignore=shutil.ignore_patterns("__pycache__"))
    showcase_dir.edit("mkdocs.yml", f"{ROOT.as_posix()}/", "", times=3)
    return showcase_dir


@pytest.fixture
def start(writing: CourseDir) -> Iterator[Callable[..., Preview]]:
    """Start a preview of that course; gives it once it has said where it is."""
    started: list[Preview] = []

    def run(*options: str) -> Preview:
        started.append(preview := Preview(writing, *options))
        until(lambda: "http://" in preview.said() or preview.process.poll() is not None)
        return preview

    yield run
    for preview in started:
        preview.stop(signal.SIGTERM)


@pytest.fixture
def preview(start: Callable[..., Preview]) -> Preview:
    """A preview of that course."""
    return start()


def until(so: Callable[[], object]) -> None:
    """Wait until something is so, two minutes at most: others may use the machine."""
    deadline = time.monotonic() + 120
    while not so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def page(page: Page) -> Page:
    """A page that may wait for a build on a busy machine."""
    page.set_default_timeout(120_000)
    expect.set_options(timeout=120_000)
    return page
