"""Three texts become one: the school's, the course's, and the one from which both came."""

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

_FAILED = 128
"""From this number on git says that it couldn't merge; below it, how many places both sides changed."""


_CUT = "\x1f"
"""Between sentences of one line, while they are merged one by one."""
_SENTENCE = re.compile(r"[.!?]['\")]? +(?=\S)")


class Labels(NamedTuple):
    """What the texts are called where both sides changed the same."""

    ours: str
    base: str
    theirs: str


class Merged(NamedTuple):
    """What became of it."""

    text: str
    clean: bool
    """Whether it can be used; otherwise the places that both sides changed stand in it between signs."""


class NoGitError(Exception):
    """There is no git on this computer."""


def merge_text(base: str | None, ours: str, theirs: str, labels: Labels) -> Merged:
    """Merge texts by git's own command: line by line, or else sentence by sentence.

    Args:
        base: the text from which both came; None where it isn't known, and then nothing is clean.
        ours: the school's text.
        theirs: the course's text as it is now.
        labels: what the three are called.

    Raises:
        NoGitError: there is no git.
    """
    merged = _merge_lines(base, ours, theirs, labels)
    if base is None or merged.clean or _CUT in base + ours + theirs:
        return merged
    # a paragraph is one line to git: in its sentences both sides may have changed something else
    parts = _merge_lines(_cut(base), _cut(ours), _cut(theirs), labels)
    return Merged(parts.text.replace(f"{_CUT}\n", ""), clean=True) if parts.clean else merged


def sentences(text: str) -> list[str]:
    """The lines of a text, and of each the sentences."""
    return [line.removesuffix(_CUT).rstrip() for line in _cut(text).split("\n")]


def _cut(text: str) -> str:
    return _SENTENCE.sub(lambda found: f"{found[0]}{_CUT}\n", text)


def _merge_lines(base: str | None, ours: str, theirs: str, labels: Labels) -> Merged:
    with tempfile.TemporaryDirectory(prefix="leergang-") as made:
        for name, text in (("ours", ours), ("base", base or ""), ("theirs", theirs)):
            (Path(made) / name).write_bytes(text.encode())
        named = [part for label in labels for part in ("-L", label)]
        # without a base git shows only the lines that differ, if it isn't asked to show the base as well
        style = ["--diff3"] if base is not None else []
        done = _git(made, "merge-file", "-p", *style, *named, "ours", "base", "theirs")
    if done.returncode >= _FAILED or done.returncode < 0:
        raise OSError(done.returncode, done.stderr.decode("utf-8", "replace").strip(), "git merge-file")
    return Merged(done.stdout.decode(), done.returncode == 0 and base is not None)


def _git(folder: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": folder}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(  # noqa: S603 - git itself, with arguments of ours
            ["git", *arguments],  # noqa: S607 - the git that the user has
            cwd=folder, env={**environment, **nobody, "LC_ALL": "C"}, capture_output=True, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise NoGitError from error


class Fields(NamedTuple):
    """An item with three sides, field by field: the same but for the fields that both sides changed."""

    base: dict[str, Any]
    ours: dict[str, Any]
    theirs: dict[str, Any]

    @property
    def clean(self) -> bool:
        """Whether no field was changed by both, each in its own way."""
        return self.ours == self.theirs


def merge_fields(base: Mapping[str, Any] | None, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Fields:
    """Merge the fields of an item: what one side changed, both get; in the order of the school's item."""
    found = Fields({}, {}, {})
    for key in dict.fromkeys([*ours, *theirs]):
        before, own, other = (side.get(key) if side is not None else None for side in (base, ours, theirs))
        known = base is not None
        if own == other or (known and other == before):
            sides = (own, own, own)
        elif known and own == before:
            sides = (other, other, other)
        else:
            sides = (before, own, other)
        for side, value in zip(found, sides, strict=True):
            if value is not None:
                side[key] = value
    return found
