"""What keeps the course from being shown, as plain values with a place: content, templates, configuration or code.

It imports little: it has to work when the rest of the package doesn't.
"""

import os
import sys
import sysconfig
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

WIDTH = 110
"""How much of a line is shown, in characters: an author's line may be a whole paragraph."""
BEFORE = 45
"""How much of it in front of the column, at most."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is, and the line that it is in."""

    message: str
    kind: str = "content"
    """What is wrong: content, settings (mkdocs.yml), template, code, or engine (a word of MkDocs itself)."""
    severity: str = "error"
    rule: str = ""
    path: str = ""
    """Relative to the working directory; empty where no file is to blame."""
    line: int = 1
    column: int = 0
    """From 1; 0 when only the line is known."""
    page: str = ""
    """The address of the page that the file becomes, where it becomes one."""
    excerpt: str = ""
    caret: int = -1
    """How many characters of the excerpt stand before the column."""


def of_content(diagnostics: Iterable[Any], docs: Path) -> list[Problem]:
    """The problems that the check of the course found, in its own words."""
    return [
        _quoted(
            Problem(
                message=found.message,
                severity=found.severity.value,
                rule=found.rule.value,
                path=found.place.path,
                line=found.place.line,
                column=found.place.column,
                page=_page(Path(found.place.path), docs),
            )
        )
        for found in diagnostics
    ]


def of_error(error: BaseException, config: Path) -> Problem:
    """What stopped the engine: the deepest place in a file of ours, and the last line of what Python says."""
    if (line := getattr(error, "line", None)) and _is_expected(error):
        reason, column = getattr(error, "reason", ""), getattr(error, "column", 0)
        return _quoted(Problem(reason, "settings", path=_shown(config), line=line, column=column))
    for cause in _chain(error):
        if found := _place(cause):
            return _quoted(found)
    if _is_expected(error):
        return Problem(str(error).removeprefix(f"{config}: "), "settings", path=_shown(config))
    return Problem(_last_line(error), "code")


def of_engine(warnings: Iterable[str], config: Path | None) -> list[Problem]:
    """What the engine says in words of its own: about its configuration, or else about no file that it names."""
    path = _shown(config) if config else ""
    return [Problem(text, "settings" if config else "engine", path=path) for text in dict.fromkeys(warnings)]


def _place(error: BaseException) -> Problem | None:
    """The problem that an exception is, when it knows a place in a file of ours."""
    if mark := getattr(error, "problem_mark", None):  # PyYAML's
        reason = str(getattr(error, "problem", "") or error)
        return Problem(reason, "settings", path=_shown(Path(mark.name)), line=mark.line + 1, column=mark.column + 1)
    if isinstance(error, SyntaxError) and error.filename and _is_ours(error.filename):
        column = error.offset or 0
        reason = f"{type(error).__name__}: {error.msg}"
        return Problem(reason, "code", path=_shown(Path(error.filename)), line=error.lineno or 1, column=column)
    if named := getattr(error, "filename", None) if hasattr(error, "lineno") else None:  # Jinja's
        return Problem(_last_line(error), "template", path=_shown(Path(named)), line=getattr(error, "lineno", 1))
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    if frames and not _is_expected(error):
        last = frames[-1]
        kind = "template" if last.filename.endswith((".html", ".xml")) else "code"
        return Problem(_last_line(error), kind, path=_shown(Path(last.filename)), line=last.lineno or 1)
    return None


def _is_expected(error: BaseException) -> bool:
    """Whether it is raised for a person to read: where in the code that was doesn't matter."""
    return any(kind.__name__ in ("SettingsError", "ClickException") for kind in type(error).__mro__)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An exception with those that led to it, the first one first."""
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.insert(0, cause)
        cause = cause.__cause__ or cause.__context__
    return iter(found)


def _last_line(error: BaseException) -> str:
    return " ".join(traceback.format_exception_only(error)[-1].split())


def _is_ours(name: str) -> bool:
    """Whether a file is the project's: neither Python's, nor a package's."""
    path = os.path.realpath(name)
    others = (sys.prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"))
    return Path(path).is_file() and not any(path.startswith(f"{os.path.realpath(other)}{os.sep}") for other in others)


def _shown(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another disk, on Windows
        return path.as_posix()


def _page(path: Path, docs: Path) -> str:
    return (
        path.relative_to(docs).with_suffix(".html").as_posix()
        if path.suffix == ".md" and path.is_relative_to(docs)
        else ""
    )


def _quoted(problem: Problem) -> Problem:
    """The problem with the part of its line that is around its column."""
    try:
        lines = Path(problem.path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return problem
    if not 0 < problem.line <= len(lines):
        return problem
    text = lines[problem.line - 1].replace("\t", " ")
    at = max(problem.column - 1, 0)
    start = max(0, at - BEFORE) if len(text) > WIDTH else 0
    end = start + WIDTH
    excerpt = f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"
    caret = at - start + bool(start) if problem.column else -1
    return replace(problem, excerpt=excerpt.rstrip(), caret=caret)
