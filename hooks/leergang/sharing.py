"""What the builds of many editions have in common: made once, while they run side by side."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache

_FILLED = "filled"


def set_filled(folder: Path) -> None:
    """Tell that a build has shared most of what others would make too."""
    (folder / _FILLED).touch()


def is_filled(folder: Path) -> bool:
    """Whether a build has told so."""
    return (folder / _FILLED).exists()


def compiled_in(folder: Path | None) -> BytecodeCache | None:
    """Where compiled templates are kept for other builds, if there are any."""
    return FileSystemBytecodeCache(str(folder)) if folder else None


class Share:
    """One text that builds which ask the same get the same.

    Args:
        folder: where such texts are; None where a build is alone, and then nothing is kept.
        kind: what it is.
        text: the longest of what it follows from.
        asked: all else that it follows from, as JSON has it.
    """

    def __init__(self, folder: Path | None, kind: str, text: str, asked: object = None) -> None:
        self._path = None
        if folder:
            key = hashlib.sha256(text.encode())
            key.update(json.dumps([kind, len(text), asked], sort_keys=True).encode())
            self._path = folder / f"{key.hexdigest()}.txt"

    def read(self) -> str | None:
        """The text, if another build made it."""
        return self._path.read_text(encoding="utf-8") if self._path and self._path.is_file() else None

    def value(self, make: Callable[[], Any]) -> Any:
        """What `make` gives, in values that JSON has, or what it gave another build; None is not kept."""
        if self._path is None:
            return make()
        if (text := self.read()) is not None:
            return json.loads(text)
        made = make()
        return made if made is None else json.loads(self.write(json.dumps(made)))

    def write(self, text: str) -> str:
        """Keep the text for others, and give it back."""
        if self._path:
            fresh = self._path.with_suffix(f".{os.getpid()}")
            fresh.write_text(text, encoding="utf-8", newline="")
            fresh.replace(self._path)  # whole, whoever else writes it too
        return text
