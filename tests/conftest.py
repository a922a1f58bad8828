"""What every test may ask for: courses to change, the problems they have, and the site they become."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from leergang.check import check_course
from leergang.check.hunspell import DICTIONARIES
from leergang.check.spelling import Spelling
from leergang.diagnostics import Report, render_text
from leergang.model import Course, load_course
from leergang.settings import Settings, load_settings
from leergang.site import Site, load_site
from leergang.strings import load_strings

from .dom import Element, read_page
from .projects import LEERGANG, ROOT, Run, run

COURSES = ROOT / "tests" / "courses"
SCHOOLS = ROOT / "tests" / "schools"
SCHOOL = "school"
"""The folder in a copy of a course where a test puts a school's edition, if any; `check` then looks at that."""

Check = Callable[..., list[str]]
"""Gives what is told of a course or of a text, a line a problem."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; review their diff")


class CourseDir:
    """A copy of a course that a test may change. Names of files are paths below its folder."""

    def __init__(self, name: str, path: Path) -> None:
        self.path = path
        shutil.copytree(COURSES / name, path, ignore=shutil.ignore_patterns("site"))
        self.edit("mkdocs.yml", "../../../", f"{ROOT.as_posix()}/", times=3)

    def read(self, name: str) -> str:
        """The text of a file."""
        return (self.path / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        """Put `text` in a file, new or not."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, name: str, old: str, new: str, times: int = 1) -> None:
        """Replace `old`, which stands in a file so many times, by `new`."""
        text = self.read(name)
        assert times == text.count(old), f"{name} has {text.count(old)} times {old!r}"
        self.write(name, text.replace(old, new))

    def add(self, name: str, text: str) -> None:
        """Write `text` at the end of a file."""
        self.write(name, self.read(name) + text)

    def remove(self, name: str) -> None:
        """Take away a file or a folder."""
        path = self.path / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def add_school(self, name: str = "bakhuis") -> None:
        """Make it the edition of a school: what is built and checked from now on is that."""
        shutil.copytree(SCHOOLS / name, self.path / SCHOOL)

    def load(self) -> Course:
        """The course as the model has it."""
        return load_course(_settings(self.path), _report())

    def site(self) -> Site:
        """The course as macros get it."""
        return load_site(Path("mkdocs.yml"))


def _settings(folder: Path) -> Settings:
    settings = load_settings(folder / "mkdocs.yml")
    return replace(settings, school=folder / SCHOOL if (folder / SCHOOL).is_dir() else None)


def _report() -> Report:
    return Report(load_strings(load_settings(Path("mkdocs.yml")).language))


def _copy(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseDir:
    found = CourseDir(name, tmp_path / "course")
    monkeypatch.chdir(found.path)
    return found


@pytest.fixture
def course_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseDir:
    """A copy of the smallest course, in English; it is the working directory."""
    return _copy("minimal", tmp_path, monkeypatch)


@pytest.fixture
def showcase_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseDir:
    """A copy of the course that has every part, in Dutch; it is the working directory."""
    return _copy("showcase", tmp_path, monkeypatch)


@pytest.fixture
def broken_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseDir:
    """A copy of the course with one fault of each rule; it is the working directory."""
    return _copy("broken", tmp_path, monkeypatch)


@pytest.fixture
def check() -> Check:
    """What `leergang check` says of a course, a line a problem; of its spelling only where that is asked for."""

    def lines(course: CourseDir, spelling: bool = False) -> list[str]:
        report, settings = _report(), _settings(course.path)
        speller = Spelling(settings) if spelling and has_hunspell() else None
        loaded = load_course(settings, report)
        check_course(loaded, report)
        if speller:
            speller.ask(loaded)
            speller.check(loaded, report)
        return render_text(report).split("\n")[:-1]

    return lines


@cache
def has_hunspell() -> bool:
    """Whether spelling can be checked here; a test that needs it is skipped where it can't."""
    program = shutil.which("hunspell")
    if not program or subprocess.run([program, "-d", DICTIONARIES["nl"], "-l"], input="", text=True).returncode:
        pytest.skip("hunspell or its Dutch dictionary isn't installed; both are optional")
    return True


@pytest.fixture
def report() -> Report:
    """A report without problems, in Dutch."""
    return Report(load_strings("nl"))


@pytest.fixture
def told(report: Report) -> Callable[[], list[str]]:
    """What `report` has been told, a line a problem: `line:column [rule] message`."""

    def lines() -> list[str]:
        return [f"{d.place.line}:{d.place.column} [{d.rule.value}] {d.message}" for d in report.diagnostics()]

    return lines


class Built:
    """A finished site."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cache  # noqa: B019 - one object a run
    def page(self, name: str) -> Element:
        """The page at an address."""
        return read_page(self.path / name)

    def pages(self) -> dict[str, Element]:
        """Every page that is part of the course, by its address."""
        names = (path.relative_to(self.path).as_posix() for path in sorted(self.path.rglob("*.html")))
        return {name: self.page(name) for name in names if name != "404.html"}


@pytest.fixture
def leergang() -> Callable[..., Run]:
    """Run `leergang ARGS` in a folder."""
    return lambda folder, *arguments, **environment: run([*LEERGANG, *arguments], folder, **environment)


@pytest.fixture
def build() -> Callable[..., Built]:
    """The site that a changed course becomes."""
    return lambda course, edition="participant": _build(course.path, edition)


def _build(path: Path, edition: str) -> Built:
    school = ["--school", SCHOOL] if (path / SCHOOL).is_dir() else []
    outcome = run([*LEERGANG, "build", "--edition", edition, *school], path)
    assert outcome.returncode == 0, outcome.stderr[-1000:]
    return Built(path / "site")


@pytest.fixture(scope="session")
def build_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Built]:
    """The site that a course becomes once a function has changed it: for tests that share one."""

    def build_changed(name: str, change: Callable[[CourseDir], None], edition: str = "participant") -> Built:
        course = CourseDir(name, tmp_path_factory.mktemp(name) / "course")
        change(course)
        return _build(course.path, edition)

    return build_changed


@pytest.fixture(scope="session")
def built(build_in: Callable[..., Built]) -> Callable[..., Built]:
    """The site that a course becomes, built once a run for each edition."""

    @cache
    def build_once(name: str, edition: str = "participant") -> Built:
        return build_in(name, lambda course: None, edition)

    return build_once


@pytest.fixture(scope="session")
def built_school(build_in: Callable[..., Built]) -> Built:
    """The showcase as a school has it, with a name and dates that need care."""
    return build_in("showcase", CourseDir.add_school)
