"""Processes that build: one at work, and the next one ready ahead."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-P", "-m", "leergang.serve.builder")


@dataclass(frozen=True)
class Outcome:
    """What came of one build."""

    folder: Path
    """Where its site is, when it was built."""
    built: bool
    problems: list[dict[str, Any]] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


class Builds:
    """Builds one at a time.

    Args:
        config: the site's mkdocs.yml.
        root: a folder in which each build gets a folder of its own.
        address: where the site is shown.
        done: is called with each outcome, in a thread of its own.
    """

    def __init__(self, config: Path, root: Path, address: str, done: Callable[[Outcome], None]) -> None:
        self._arguments = (config, root, address)
        self._done = done
        self._count = 0
        self._working: _Builder | None = None
        self._ready = self._make()

    def _make(self) -> "_Builder":
        config, root, address = self._arguments
        self._count += 1
        return _Builder(config, root / str(self._count), address)

    @property
    def busy(self) -> bool:
        """Whether a build is going on; one whose outcome was taken is over."""
        return self._working is not None

    def start(self) -> None:
        """Build; the next process gets ready once this one is done, so that they don't wait for each other."""
        self._working, working = self._ready, self._ready
        threading.Thread(target=lambda: self._done(working.build()), daemon=True).start()

    def finish(self, outcome: Outcome) -> bool:
        """Take an outcome; gives whether it is of the build that is going on, and not of one that was stopped."""
        if self._working is None or self._working.folder != outcome.folder:
            return False
        self._working = None
        self._ready = self._make()
        return True

    def renew(self) -> None:
        """Forget what was ready, and what is going on: they run code that has changed."""
        self.stop()
        self._working = None
        self._ready = self._make()

    def stop(self) -> None:
        """End every process."""
        self._ready.stop()  # the one at work, when there is one: see start


class _Builder:
    """A process that builds once, of which no other part knows."""

    def __init__(self, config: Path, folder: Path, address: str) -> None:
        self.folder = folder
        # A session of its own: Ctrl-C in the terminal is for the server, which ends all that it started.
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [*COMMAND, str(config), str(folder), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def build(self) -> Outcome:
        """Say the word, and wait for what comes of it."""
        try:
            answer, _ = self._process.communicate(b"\n")
            return Outcome(self.folder, **json.loads(answer))
        except (OSError, ValueError):
            return Outcome(self.folder, False, [{"kind": "stopped", "severity": "error", "message": ""}])

    def stop(self) -> None:
        """End it, with what it started itself and wrote."""
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
