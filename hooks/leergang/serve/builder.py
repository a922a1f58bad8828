"""What a process runs that builds once: it gets everything ready, waits for the word, builds, says how it went.

A fresh process for every build, so that whatever changed on disk is what is built: Python code, templates, words.
It starts ahead, so that nobody waits for that.
"""

import gc
import json
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import click

from ..problems import Problem, of_content, of_engine, of_error


class _Warnings(logging.Handler):
    """Collects what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


class _Build:
    """One build: all that can be done beforehand is done when it is made."""

    def __init__(self, config: Path, folder: Path, address: str) -> None:
        self.config, self.folder, self.address = config, folder, address
        self.engine: Any = None
        self.error: BaseException | None = None
        self.warnings = _Warnings()
        logging.getLogger("mkdocs").addHandler(self.warnings)
        self._load()

    def _load(self) -> None:
        self.error, self.warnings.found = None, []
        try:
            self.engine = _load_engine(self.config, self.address)
        except BaseException as error:  # whatever it is, it is told in the page
            self.error = error

    def run(self) -> dict[str, Any]:
        """Build, whatever comes of it; gives what the server needs to know."""
        if not self.engine:
            self._load()  # what was in its way beforehand may be gone
        if self.engine:
            try:
                self.engine.build(self.folder)
            except BaseException as error:  # the macros plugin exits
                self.error = error
        return {
            "built": self.error is None,
            "problems": [asdict(problem) for problem in self._problems()],
            "sources": [str(path) for path in self.engine.sources()] if self.engine else [],
        }

    def _problems(self) -> list[Problem]:
        found = of_content(self.engine.diagnostics, self.engine.docs) if self.engine else []
        if any(problem.severity == "error" for problem in found):
            return found
        said = of_engine(self.warnings.found, None if self.engine else self.config)
        if self.error and not (said and isinstance(self.error, click.ClickException)):
            said = [of_error(self.error, self.config)]
        return [*found, *said]


def _load_engine(config: Path, address: str) -> Any:
    from ..exports.build import Engine, set_environment
    from ..settings import load_settings

    load_settings(config)  # what is wrong there is told better than the engine does
    set_environment(None, strict=False)
    return Engine(config, strict=False, site_url=address)


def main(arguments: Sequence[str]) -> None:
    """Wait for a line, build, and write one line of JSON; without a line there is nothing to do any more."""
    answer = _own_output()
    gc.set_threshold(100_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    config, folder, address = arguments
    build = _Build(Path(config), Path(folder), address)
    if sys.stdin.readline():
        json.dump(build.run(), answer)
        answer.close()
    os._exit(0)  # nothing is left to tidy up, and the server waits for the end


def _own_output() -> TextIO:
    """Where the answer goes; what others print goes the way of messages, and nothing is in the terminal twice."""
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    os.dup2(silence, sys.stderr.fileno())
    return answer


if __name__ == "__main__":
    main(sys.argv[1:])
