"""SHA256SUMS: what is in each file of a bundle, in the form of `sha256sum`; and a bundle held against it.

Nothing here knows a course: who gets a bundle may check it anywhere.
"""

import hashlib
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from ..settings import OF_SYSTEMS

SUMS = "SHA256SUMS"
"""At the root of the bundle; it names every file but itself."""
_OF_SYSTEMS = re.compile(rf"(^|/)({OF_SYSTEMS})$", re.IGNORECASE)
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins, a whole one or what is left of it."""
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, struct.error)
"""What reading a file of a damaged or locked bundle may raise."""


class BundleError(Exception):
    """A bundle that can't be checked: a key below `verify` in the strings, and what it is filled in with.

    Args:
        key: what is wrong.
        damaged: whether it was a bundle once; else nothing says that it ever was.
    """

    def __init__(self, key: str, damaged: bool = True, **values: object) -> None:
        super().__init__(key)
        self.key, self.damaged, self.values = key, damaged, values


class Finding(NamedTuple):
    """A file that isn't as it was when the bundle was made."""

    path: str
    kind: str
    """`changed`, `missing`, `extra`, `extra-system`, `link` or `unreadable`."""


@dataclass(frozen=True)
class Verified:
    """What a check found."""

    count: int
    """How many files SHA256SUMS names."""
    digest: str
    """The SHA-256 of SHA256SUMS itself: who hears it from the maker knows that all else is the maker's too."""
    findings: tuple[Finding, ...]


def digest_of(stream: IO[bytes]) -> str:
    """The SHA-256 of what is left of a stream."""
    found = hashlib.sha256()
    while block := stream.read(1 << 20):
        found.update(block)
    return found.hexdigest()


def render_sums(digests: Mapping[str, str]) -> str:
    """The text of SHA256SUMS.

    Args:
        digests: the SHA-256 of each file by its path; none of them holds a backslash or the end of a line.
    """
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))


def read_sums(text: str) -> dict[str, str]:
    """The SHA-256 of each file that SHA256SUMS names.

    Raises:
        BundleError: it is not as it was written, or names a file outside the bundle.
    """
    if "\r\n" in text:  # else it would be part of each name
        raise BundleError("line-ends")
    lines = text.split("\n")
    digests: dict[str, str] = {}
    for number, line in enumerate(lines[:-1], 1):
        found = _LINE.fullmatch(line)
        if not found or found[2] in digests:
            raise BundleError("no-sums", line=number)
        if leaves(found[2]):
            raise BundleError("leaves", path=found[2])
        digests[found[2]] = found[1]
    if not digests or lines[-1]:
        raise BundleError("no-sums", line=len(lines))
    return digests


def leaves(path: str) -> bool:
    """Whether a path leads out of the folder that it is taken from, on any system."""
    parts = re.split(r"[/\\]", path)
    return not parts[0] or ".." in parts or bool(re.match(r"[A-Za-z]:", path)) or "\0" in path


def verify_bundle(path: Path) -> Verified:
    """Hold every file of a bundle against its SHA256SUMS.

    Args:
        path: the zip, or the folder that it was unpacked in.

    Raises:
        BundleError: there is nothing to check, or it is too damaged to.
    """
    bundle: _Bundle = _Folder(path) if path.is_dir() else _Zip(path)
    with bundle:
        paths = bundle.paths()
        if SUMS not in paths:
            inside = sorted(name for name in paths if name.endswith(f"/{SUMS}") and name.count("/") == 1)
            raise BundleError("deeper" if inside else "no-bundle", False, path=path, name=inside[0] if inside else SUMS)
        try:
            content = bundle.open(SUMS).read()
            digests = {bundle.named(path): digest for path, digest in read_sums(content.decode()).items()}
        except OSError as error:
            raise BundleError("cannot-open", path=SUMS, reason=error.strerror) from error
        except _UNREADABLE as error:
            raise BundleError("no-sums", line=1) from error
        findings = sorted({*bundle.odd(), *_compare(bundle, paths - {SUMS}, digests)})
    return Verified(len(digests), hashlib.sha256(content).hexdigest(), tuple(findings))


def _compare(bundle: "_Bundle", paths: set[str], digests: Mapping[str, str]) -> Iterator[Finding]:
    """What of the files in a bundle isn't as SHA256SUMS has it."""
    odd = {finding.path for finding in bundle.odd()}
    yield from (Finding(path, "missing") for path in digests.keys() - paths - odd)
    for path in paths:
        if path not in digests:
            yield Finding(path, "extra-system" if _OF_SYSTEMS.search(path) else "extra")
            continue
        try:
            with bundle.open(path) as stream:
                same = digest_of(stream) == digests[path]
        except _UNREADABLE:
            yield Finding(path, "unreadable")
        else:
            if not same:
                yield Finding(path, "changed")


class _Bundle(ABC):
    """A bundle, packed or not."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *error: object) -> None:
        return None

    @abstractmethod
    def paths(self) -> set[str]:
        """Every file in it."""

    def odd(self) -> Iterable[Finding]:
        """What is no file and has no place in a bundle."""
        return ()

    def named(self, path: str) -> str:
        """The path of a file, in the form that `paths` has."""
        return path

    @abstractmethod
    def open(self, path: str) -> IO[bytes]:
        """The content of a file."""


class _Zip(_Bundle):
    """A bundle as it was sent.

    Raises:
        BundleError: it is no zip, or one that nobody should unpack.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as stream:
                begin = stream.read(4)
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise BundleError("cannot-open", False, path=path, reason=error.strerror) from error
        except _UNREADABLE as error:
            if begin in _ZIP:
                raise BundleError("damaged", path=path) from error
            raise BundleError("no-bundle", False, path=path, name=SUMS) from error

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    def paths(self) -> set[str]:
        entries = self._zip.infolist()
        names = [entry.filename for entry in entries]
        for entry in entries:
            if leaves(entry.orig_filename) or leaves(entry.filename):
                raise BundleError("leaves", path=entry.orig_filename.replace("\0", "\\0"))
            if stat.S_ISLNK(entry.external_attr >> 16):
                raise BundleError("leaves", path=entry.filename)
        twice = sorted(name for name, count in Counter(names).items() if count > 1)
        if twice:
            raise BundleError("twice", path=twice[0])
        return {name for name in names if not name.endswith("/")}

    def open(self, path: str) -> IO[bytes]:
        return self._zip.open(path)


class _Folder(_Bundle):
    """A bundle that was unpacked; nothing outside its folder is read, whatever a link in it points to."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: dict[str, str] = {}
        self._odd: list[Finding] = []
        for folder, folders, files in os.walk(root, onerror=self._unreadable):
            for name in [*folders, *files]:
                self._add(Path(folder, name))

    def _unreadable(self, error: OSError) -> None:
        if Path(error.filename) == self._root:
            raise BundleError("cannot-open", False, path=self._root, reason=error.strerror) from error
        self._odd.append(Finding(self._name(Path(error.filename)), "unreadable"))

    def named(self, path: str) -> str:
        return unicodedata.normalize("NFC", path)  # macOS may have taken an é apart, or put one together

    def _name(self, path: Path) -> str:
        return self.named(path.relative_to(self._root).as_posix())

    def _add(self, path: Path) -> None:
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            self._found[self._name(path)] = str(path)
        elif not stat.S_ISDIR(mode):
            self._odd.append(Finding(self._name(path), "link"))

    def paths(self) -> set[str]:
        return set(self._found)

    def odd(self) -> Iterable[Finding]:
        return self._odd

    def open(self, path: str) -> IO[bytes]:
        return Path(self._found[path]).open("rb")
