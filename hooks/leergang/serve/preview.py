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

from ..settings import DEFAULT_LANGUAGE, Settings, SettingsError, load_settings
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
            strings = _words(config)
            say(strings("preview.no-port", port=options.port, host=options.host, reason=error))
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
    settings = _settings(config)
    return load_strings(settings.language if settings else DEFAULT_LANGUAGE)


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
        if settings is None:
            return [root / "docs", root / "overrides"]
        return [settings.docs, settings.overrides, *([settings.school] if settings.school else [])]

    def run(self, options: Options) -> None:
        """Build, show, and do so again after each change, until it is stopped."""
        strings = _words(self._config)
        self._show(strings, [], None)
        self._server.start()
        if options.port not in (0, self._server.port):
            say(strings("preview.other-port", port=options.port))
        say(strings("preview.started", address=self._server.address))
        try:
            self._build()
            if options.open:
                webbrowser.open(self._server.address)
            self._follow()
        finally:
            self._builds.stop()
            self._server.stop()
            say(strings("preview.stopped"))

    def _follow(self) -> None:
        waiting = False
        while not self._stop.is_set():
            with contextlib.suppress(queue.Empty):
                self._take(self._outcomes.get(timeout=MOVING if self._watch.moving else CALM))
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
        say(_words(self._config)("preview.building", time=_now()))
        self._builds.start()

    def _take(self, outcome: Outcome) -> None:
        """Show what came of a build."""
        if not self._builds.finish(outcome):
            return
        if not outcome.built:
            shutil.rmtree(outcome.folder, ignore_errors=True)
        self._watch.add(Path(name) for name in outcome.sources)
        strings = _words(self._config)
        problems = [_told(problem, strings) for problem in outcome.problems]
        self._show(strings, problems, outcome)
        for problem in problems:
            say(f"{problem['place']}{problem['kind']} {problem['message']}")
        key = "built" if outcome.built else "kept" if self._state.folder else "waiting"
        seconds = f"{time.monotonic() - self._started:.1f}".replace(".", strings("preview.point"))
        say(strings(f"preview.{key}", seconds=seconds, time=_now()))

    def _show(self, strings: Strings, problems: list[dict[str, Any]], outcome: Outcome | None) -> None:
        folder = outcome.folder if outcome and outcome.built else None
        still = [strings("preview.still")] if problems and not folder and self._state.folder else []
        shown = {
            "problems": problems,
            "summary": " ".join([_counted(problems, strings), *still]),
            "words": strings.section("overlay"),
            "language": strings.language,
        }
        self._state.show(shown, folder)


def say(text: str) -> None:
    """Say something in the terminal."""
    click.echo(text, err=True)


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _counted(problems: list[dict[str, Any]], strings: Strings) -> str:
    errors = sum(problem["severity"] == "error" for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    parts = [strings(f"diagnostics.count-{kind}", count=count) for kind, count in counts.items() if count]
    return f"{strings('diagnostics.and').join(parts)}."


def _told(problem: dict[str, Any], strings: Strings) -> dict[str, Any]:
    """A problem in the words of the course's language, as a page and the terminal show it."""
    kind = problem.get("kind", "content")
    message = problem["message"]
    label = strings(f"diagnostics.{problem['severity']}")
    if kind == "content":
        label += f"[{problem['rule']}]"
    else:
        label += ":"
        message = strings(f"preview.wrong-{kind}", reason=message)
    column = f":{problem['column']}" if problem.get("column") else ""
    place = f"{problem['path']}:{problem['line']}{column}: " if problem.get("path") else ""
    return {**problem, "message": message, "kind": label, "place": place}
