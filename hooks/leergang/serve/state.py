"""What is to be shown: the last good site, and what is wrong with what was written since."""

import shutil
import threading
from pathlib import Path
from typing import Any


class State:
    """Shared by the threads of the server; each change wakes those who wait for one.

    Args:
        run: tells this start of the server from another.
    """

    def __init__(self, run: str) -> None:
        self._run = run
        self._changed = threading.Condition()
        self._count = 0
        self._site = 0
        self._folders: list[Path] = []
        self._shown: dict[str, Any] = {"problems": [], "words": {}}
        self._closed = False

    @property
    def folder(self) -> Path | None:
        """Where the last good site is; None before there was one."""
        return self._folders[-1] if self._folders else None

    def show(self, shown: dict[str, Any], folder: Path | None = None) -> None:
        """Have every page tell this, and show the site in `folder` when one was built."""
        with self._changed:
            self._count += 1
            self._shown = shown
            if folder:
                self._site += 1
                self._folders.append(folder)
            self._changed.notify_all()
        while len(self._folders) > 2:  # a page may still be loading what belongs to the one before
            shutil.rmtree(self._folders.pop(0), ignore_errors=True)

    def wait(self, known: str, seconds: float) -> dict[str, Any]:
        """What is to be shown, as soon as it isn't what `known` names; at the latest after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or known != self._name(), seconds)
            return {**self._shown, "state": self._name(), "site": f"{self._run}-{self._site}"}

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _name(self) -> str:
        return f"{self._run}-{self._count}"
