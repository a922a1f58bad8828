"""The bundles of many schools: made side by side, sharing what is the same; one that fails doesn't stop the rest."""

import contextlib
import io
import multiprocessing
import os
import re
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

import click

from ..diagnostics import Report, Rule, render_text
from ..model import load_course
from ..model.answers import AnswersFile  # noqa: F401 - this and the next: loaded here, for all
from ..model.edition import Edition  # noqa: F401
from ..model.school import load_school
from ..settings import SCHOOL_FILE, SHARED_VARIABLE, Settings, is_leftover
from ..sharing import is_filled
from ..strings import Strings, align, load_strings
from .build import Engine, is_within, warm_up
from .bundle import export_bundle, size_text
from .sbom import read_ahead

_LOOK = 0.02
"""After how many seconds it is looked at again whether the first has shared enough."""

_NEAR = re.compile(r"schools?\.ya?ml(\.txt)?", re.IGNORECASE)
"""What somebody may have called a school.yml."""


@dataclass(frozen=True)
class Made:
    """What became of one school's bundle."""

    folder: Path
    code: int
    """As `export_bundle` has it."""
    bundle: Path | None = None
    said: str = ""
    """What it told on its way."""
    seconds: float = 0
    skipped: str = ""
    """Why it is no school's, where it isn't."""


@dataclass(frozen=True)
class _Task:
    settings: Settings
    edition: str | None
    target: Path
    folder: Path
    engine: Engine | None


def export_bundles(settings: Settings, schools: Path, edition: str | None, target: Path) -> int:
    """Write a bundle for each school, over all cores, and tell in one table what became of each.

    Args:
        settings: which course.
        schools: a folder that holds a folder for each school.
        edition: for whom; None where that is as mkdocs.yml says.
        target: where the zips go.

    Returns:
        The exit code: 0, 1 when a school failed, 2 when there are no schools.
    """
    strings = load_strings(settings.language)
    subfolders = sorted(path for path in schools.glob("*") if path.is_dir() and not is_leftover(Path(path.name)))
    folders = [path for path in subfolders if (path / SCHOOL_FILE).is_file()]
    others = [path for path in subfolders if path not in folders and not is_within(target, path)]
    if not folders:
        click.echo(strings("editions.none", path=schools.as_posix(), file=SCHOOL_FILE), err=True)
        return 2
    refused = _refused(settings, folders, strings)
    done = [Made(folder, 1, said=said) for folder, said in refused.items()]
    with tempfile.TemporaryDirectory(prefix="leergang-") as shared:
        os.environ[SHARED_VARIABLE] = shared
        strings.keys()  # all words are read here, for all
        context = _context()
        engine = warm_up(settings, edition)
        own = engine if context.get_start_method() == "fork" else None  # a process that is no copy can't be handed it
        tasks = [_Task(settings, edition, target, folder, own) for folder in folders if folder not in refused]
        meanwhile = partial(_read, settings, engine, Path(shared))
        for made in _side_by_side(tasks, context, Path(shared), strings, meanwhile):
            done.append(made)
            key = "failed" if made.code else "made"
            click.echo(strings(f"editions.{key}", name=made.folder.name, count=len(done), all=len(folders)), err=True)
    return _tell([*done, *(Made(folder, 0, skipped=_why_skipped(folder, strings)) for folder in others)], strings)


def _tell(done: Iterable[Made], strings: Strings) -> int:
    """Say what became of each folder, and first why of those that failed; gives the exit code."""
    ordered = sorted(done, key=lambda made: made.folder)
    failed = [made for made in ordered if made.code]
    for made in failed:
        click.echo(f"\n{made.folder.as_posix()}\n{made.said.rstrip()}", err=True)
    click.echo(render_table(ordered, strings))
    return int(bool(failed))


def _why_skipped(folder: Path, strings: Strings) -> str:
    """What is said of a folder that is no school's: it has no school.yml, but maybe another or a deeper one."""
    near = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if _NEAR.fullmatch(path.name))
    return strings("editions.nearly" if near else "editions.skipped", file=SCHOOL_FILE, near=(near or [""])[0])


def _refused(settings: Settings, folders: Iterable[Path], strings: Strings) -> dict[Path, str]:
    """Schools that share an id, with what is said of it: their bundles would have one name."""
    known = {folder: load_school(settings, folder, Report(strings))[1] for folder in folders}
    names = Counter(school.file.id for school in known.values() if school)
    found: dict[Path, str] = {}
    for folder, school in known.items():
        if school and names[school.file.id] > 1:
            report = Report(strings)
            report.add(Rule.DUPLICATE_ID, school.place("id"), id=school.file.id)
            found[folder] = render_text(report, strict=False)
    return found


def _context() -> Any:
    """How processes begin: as a copy of this one, with all that it has loaded, where a system can."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else methods[0])


def _read(settings: Settings, engine: Engine | None, shared: Path) -> None:
    """Read what is the same for all editions: those whose process begins after it have that in memory."""
    if engine:
        engine.read_frames(shared)
    read_ahead(settings)
    for page in load_course(settings, Report(load_strings(settings.language))).pages.values():
        page.outline  # noqa: B018 - that of the same text is the same one


def _side_by_side(
    tasks: Iterable[_Task], context: Any, shared: Path, strings: Strings, meanwhile: Callable[[], None]
) -> Iterator[Made]:
    """Do each task in a process of its own, as many at a time as there are cores: what one leaves reaches no other.

    The first is alone until it has shared most of what all need: two that make the same are slower than one. This
    process does `meanwhile` in that time.
    """
    waiting = deque(tasks)
    running: dict[Any, tuple[_Task, Any]] = {}
    begun = False
    while waiting or running:
        room = (os.cpu_count() or 1) if is_filled(shared) else 1
        while waiting and len(running) < room:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(waiting[0], theirs))
            process.start()
            theirs.close()
            running[ours] = waiting.popleft(), process
        if not begun:
            begun = True
            with contextlib.suppress(Exception):  # each tells what it can't read itself
                meanwhile()
        ended: list[Any] = wait([*running], None if is_filled(shared) else _LOOK)
        for ready in ended:
            task, process = running.pop(ready)
            made: Made | None = None
            with contextlib.suppress(EOFError):  # killed, such as by a system that is out of memory
                made = ready.recv()
            process.join()
            yield made or Made(task.folder, 1, said=strings("editions.died", reason=process.exitcode))


def _work(task: _Task, answer: Connection) -> None:
    begun = time.perf_counter()
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            code, bundle = export_bundle(
                replace(task.settings, school=task.folder), task.edition, task.target, task.engine
            )
        except (Exception, SystemExit) as error:  # whatever it is, it is this school's
            code, bundle = 1, None
            click.echo(f"{type(error).__name__}: {error}", err=True)
    answer.send(Made(task.folder, code, bundle, said.getvalue(), time.perf_counter() - begun))
    answer.close()


def render_table(done: Iterable[Made], strings: Strings) -> str:
    """What became of each school's bundle, in columns."""
    heads = [strings(f"editions.{key}") for key in ("school", "result", "bundle", "size", "seconds")]
    rows = [heads]
    for made in done:
        result = made.skipped or strings("editions.bad" if made.code else "editions.good")
        size = size_text(made.bundle, strings) if made.bundle else ""
        seconds = "" if made.skipped else f"{made.seconds:.1f}".replace(".", strings("bundle.point"))
        rows.append([made.folder.name, result, made.bundle.as_posix() if made.bundle else "", size, seconds])
    return "\n".join(align(rows))
