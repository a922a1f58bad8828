"""The preview itself: looks at what changes, has it built, and shows what came of it in the browser and here."""

import contextlib
import os
import queue
import secrets
import shutil
import signal
import tempfile
import threading
import time
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ..settings import Settings, SettingsError, load_settings
from ..strings import Strings, load_strings
from .builds import Builds, Outcome
from .server import PortError, Server
from .state import State
from .watch import Watch

PACKAGE = Path(__file__).resolve().parents[1]
CALM, MOVING = 0.12, 0.03
"""Seconds between two looks at the files: when nothing happens, and while something does."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for."""

    host: str
    port: int
    open: bool


def serve_site(config: Path, options: Options) -> int:
    """Show the course that `config` describes until Ctrl-C; gives the exit code."""
    root = Path(tempfile.mkdtemp(prefix="leergang-"))
    try:
        state = State(secrets.token_hex(4))
        try:
            server = Server(state, options.host, options.port)
        except PortError as error:
            words = _words(config)
            click.echo(words("preview.no-port", port=options.port, host=options.host, reason=error), err=True)
            return 2
        with _until_stopped(stop := threading.Event()):
            _Preview(config, root, server, state, stop).run(options)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return 0


@contextlib.contextmanager
def _until_stopped(stop: threading.Event) -> Iterator[None]:
    """Have Ctrl-C and a request to end set `stop`, so that all that was started is ended in order."""
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), lambda *_: stop.set()) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _words(config: Path) -> Strings:
    """The words of the course's language; of Dutch while mkdocs.yml can't be read, as where it names none."""
    return load_strings(language.language if (language := _settings(config)) else "nl")


def _settings(config: Path) -> Settings | None:
    try:
        return load_settings(config)
    except SettingsError:
        return None


class _Preview:
    def __init__(self, config: Path, root: Path, server: Server, state: State, stop: threading.Event) -> None:
        self._config, self._server, self._state, self._stop = config, server, state, stop
        self._outcomes: queue.Queue[Outcome] = queue.Queue()
        self._watch = Watch([config, *self._content(), PACKAGE])
        self._builds = Builds(config, root, server.address, self._outcomes.put)
        self._started = 0.0

    def _content(self) -> list[Path]:
        """The folders whose files are read anew by every build."""
        settings, root = _settings(self._config), self._config.parent
        return [settings.docs, settings.overrides] if settings else [root / "docs", root / "overrides"]

    def run(self, options: Options) -> None:
        """Build, show, and do so again after each change, until it is stopped."""
        words = _words(self._config)
        self._show(words, [], None)
        self._server.start()
        if options.port not in (0, self._server.port):
            click.echo(words("preview.other-port", port=options.port), err=True)
        click.echo(words("preview.started", address=self._server.address), err=True)
        try:
            self._build()
            if options.open:
                webbrowser.open(self._server.address)
            self._follow()
        finally:
            self._builds.stop()
            self._server.stop()
            click.echo(words("preview.stopped"), err=True)

    def _follow(self) -> None:
        waiting = False
        while not self._stop.is_set():
            with contextlib.suppress(queue.Empty):
                self._take(self._outcomes.get(timeout=MOVING if self._watch.moving or waiting else CALM))
            if changed := self._watch.changes():
                waiting = True
                if self._is_code(changed):
                    self._builds.renew()
            if waiting and not self._builds.busy:
                waiting = False
                self._build()

    def _is_code(self, changed: set[str]) -> bool:
        """Whether a process that has started already may not know all of this."""
        content = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in self._content())
        return any(name.endswith(".py") or not name.startswith(content) for name in changed)

    def _build(self) -> None:
        self._started = time.monotonic()
        self._builds.start()

    def _take(self, outcome: Outcome) -> None:
        """Show what came of a build."""
        if not self._builds.finish(outcome):
            return
        self._watch.add(Path(name) for name in outcome.sources)
        words = _words(self._config)
        problems = [_told(problem, words) for problem in outcome.problems]
        self._show(words, problems, outcome)
        seconds = f"{time.monotonic() - self._started:.1f}".replace(".", words("preview.point"))
        for problem in problems:
            click.echo(f"{problem['place']}{problem['kind']}: {problem['message']}", err=True)
        key = "built" if outcome.built else "kept" if self._state.folder else "waiting"
        click.echo(words(f"preview.{key}", seconds=seconds, time=time.strftime("%H:%M:%S")), err=True)

    def _show(self, words: Strings, problems: list[dict[str, Any]], outcome: Outcome | None) -> None:
        built = bool(outcome and outcome.built)
        said = {"words": words.section("preview.page"), "language": words.language}
        self._state.show({"built": built, "problems": problems, **said}, outcome.folder if outcome and built else None)


def _told(problem: dict[str, Any], words: Strings) -> dict[str, Any]:
    """A problem with the words that are ours, as a page and the terminal show it."""
    kind = problem.get("kind", "content")
    message = problem["message"]
    if kind != "content":
        message = words(f"preview.problem.{kind}", reason=message)
    rule = f"[{problem['rule']}]" if problem.get("rule") else ""
    column = f":{problem['column']}" if problem.get("column") else ""
    place = f"{problem['path']}:{problem['line']}{column}: " if problem.get("path") else ""
    label = words(f"diagnostics.{problem['severity']}") + rule
    return {**problem, "message": message, "kind": label, "place": place}
