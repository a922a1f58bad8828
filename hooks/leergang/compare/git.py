"""Reading the files of a commit by git's own command: neither the working tree nor the index is touched."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from ..diagnostics import closest

_FILE = "100"
"""How the mode of a plain file begins; links and submodules are not followed."""


class GitError(Exception):
    """A commit can't be read; `key` and `values` are the words that say why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Commit:
    """One commit of the repository that a folder is in."""

    def __init__(self, folder: Path, name: str) -> None:
        """Find the commit called `name`.

        Raises:
            GitError: there is no git, no repository, or no such commit.
        """
        self._folder = folder
        self.prefix = PurePosixPath(_text(folder, "rev-parse", "--show-prefix").strip())
        """Where the folder is in its repository."""
        self.name = name
        self.hash = _find(folder, name)

    def files(self) -> Mapping[str, str]:
        """Every plain file of the commit, by its path from the repository's root, with the name of its content."""
        found = {}
        listing = _text(self._folder, "ls-tree", "-r", "-z", "--full-tree", self.hash)
        for entry in listing.split("\0"):
            about, _, path = entry.partition("\t")
            if about.startswith(_FILE) and ".." not in PurePosixPath(path).parts:
                found[path] = about.split()[2]
        return found

    def write(self, target: Path, wanted: Callable[[str], bool]) -> None:
        """Write the files whose path is wanted below `target`, byte for byte."""
        chosen = {path: content for path, content in self.files().items() if wanted(path)}
        asked = "".join(f"{content}\n" for content in chosen.values())
        answer = _run(self._folder, "cat-file", "--batch", given=asked.encode())
        offset = 0
        for path in chosen:
            head, _, _ = answer[offset : offset + 200].partition(b"\n")
            start = offset + len(head) + 1
            offset = start + int(head.split()[2]) + 1  # a line end closes each content
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(answer[start : offset - 1])


def _find(folder: Path, name: str) -> str:
    """The full hash of the commit called `name`."""
    if name and not name.startswith("-"):
        try:
            return _text(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()
        except GitError:
            pass
    known = _text(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
    raise GitError("unknown-commit", name=name, nearest=closest(name, known.split("\n")) or "")


def _text(folder: Path, *arguments: str) -> str:
    return _run(folder, *arguments).decode("utf-8", "surrogateescape")


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What `git ARGUMENTS` prints."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - git itself, with arguments of ours and a name that can be no option
            ["git", *arguments],  # noqa: S607 - the git that the user has
            cwd=folder, env=environment, input=given, capture_output=True, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise GitError("no-git") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise GitError("no-repository") if "not a git repository" in reason else GitError("failed", reason=reason)
    return done.stdout
