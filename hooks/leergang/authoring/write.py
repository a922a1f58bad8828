"""Changes to files of the course: tried on a copy first, then made all at once or not at all."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..check import check_course
from ..diagnostics import Diagnostic, Report, Severity
from ..model import Course, load_course
from ..pages.source import author_path
from ..settings import Settings, load_settings
from ..strings import Strings
from .places import Edit

_BOM = b"\xef\xbb\xbf"


class RefusedError(Exception):
    """What was asked can't be done; the text tells the trainer why, and what can."""


class Draft:
    """What is to change, in one course. Nothing is written before `commit`."""

    def __init__(self, settings: Settings, strings: Strings) -> None:
        self.settings, self._strings = settings, strings
        self._edits: dict[Path, list[Edit]] = {}
        self._created: dict[Path, str] = {}
        self._moves: dict[Path, Path] = {}

    def create(self, uri: str, text: str) -> None:
        """A new file at `uri` below docs/.

        Raises:
            RefusedError: something is there already.
        """
        path = self.settings.docs / uri
        self._check_free(path)
        self._created[path] = text

    def edit(self, path: Path, edit: Edit) -> None:
        """Change a file; offsets count in its text with line ends made equal and without a byte order mark."""
        edits = self._edits.setdefault(path, [])
        if edit not in edits:  # an alias of YAML is one place, however often it is used
            edits.append(edit)

    def move(self, old: str, new: str) -> None:
        """Give the page at `old`, a path below docs/, another place.

        Raises:
            RefusedError: something is there already.
        """
        path = self.settings.docs / new
        self._check_free(path)
        self._moves[self.settings.docs / old] = path

    def _check_free(self, path: Path) -> None:
        if path.exists():
            raise RefusedError(self._strings("authoring.file-exists", path=author_path(path)))

    def counts(self) -> dict[str, int]:
        """How many places change in each file, by the path that it will have."""
        found = {self._moves.get(path, path): len(edits) for path, edits in self._edits.items()}
        return {author_path(path): count for path, count in sorted(found.items())}

    def created(self) -> list[str]:
        """The files that will be new."""
        return sorted(author_path(path) for path in self._created)

    def moves(self) -> list[tuple[str, str]]:
        """Files that get another path: the present one and the new one."""
        return [(author_path(old), author_path(new)) for old, new in self._moves.items()]

    def _results(self) -> dict[Path, bytes]:
        """What each file will hold."""
        found = {path: text.encode() for path, text in self._created.items()}
        for path in [*self._edits, *(path for path in self._moves if path not in self._edits)]:
            found[self._moves.get(path, path)] = edited(path.read_bytes(), self._edits.get(path, []))
        return found

    def rehearse(self) -> tuple[Course, list[Diagnostic]]:
        """The course as it would be, and every problem that it would have beyond those that it has.

        What can't be tried, because a file can't be read, is told by the check itself.
        """
        before = Report(self._strings)
        check_course(load_course(self.settings, before), before)
        with tempfile.TemporaryDirectory(prefix="leergang-") as folder:
            docs, config = Path(folder) / "docs", Path(folder) / self.settings.config.name
            shutil.copytree(self.settings.docs, docs)
            shutil.copy2(self.settings.config, config)
            places = {self.settings.config: config}
            for path, data in self._results().items():
                copy = places.get(path) or docs / path.relative_to(self.settings.docs)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(data)
            for old in self._moves:
                (docs / old.relative_to(self.settings.docs)).unlink()
            after = Report(self._strings)
            nav = load_settings(config).nav_pages
            course = load_course(replace(self.settings, docs=docs, config=config, nav_pages=nav), after)
            check_course(course, after)
            names = [(author_path(docs), author_path(self.settings.docs))]
            names += [(author_path(config), author_path(self.settings.config))]
            return course, _added(before.diagnostics(), [in_own_names(found, names) for found in after.diagnostics()])

    def commit(self) -> None:
        """Write every change, as `write_files` does.

        Raises:
            OSError: a file can't be written; every file is as it was.
        """
        write_files(self._results(), self._moves)


def write_files(results: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Write files, and take others away: to temporary names beside them, which then take their places.

    Args:
        results: what each file will hold, new or not.
        gone: the files that go.

    Raises:
        OSError: a file can't be written; every file is as it was.
    """
    made: list[Path] = []
    temporary: dict[Path, Path] = {}
    gone = list(gone)
    kept = {path: path.read_bytes() for path in [*results, *gone] if path.exists()}
    try:
        for path, data in results.items():
            made += _make_folders(path.parent)
            temporary[path] = path.with_name(f".{path.name}.leergang-new")
            _write(path, data, temporary[path])
        for path, there in temporary.items():
            there.replace(path)
        for old in gone:
            old.unlink()
    except BaseException:
        _restore(results, kept, temporary, made)
        raise


def _write(path: Path, data: bytes, temporary: Path) -> None:
    """Write what `path` will hold, with its rights."""
    try:
        temporary.write_bytes(data)
        if path.exists():
            shutil.copymode(path, temporary)
    except OSError as error:  # a full disk names no file, and nobody knows the temporary one
        error.filename = author_path(path)
        raise


def errors(found: list[Diagnostic]) -> list[Diagnostic]:
    """Those that would stop a build."""
    return [problem for problem in found if problem.severity is Severity.ERROR]


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file's bytes with the edits in them; its line ends and byte order mark stay as they are."""
    text = data.decode("utf-8-sig")
    ends = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    in_order = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for start, end, new in in_order[::-1]:  # of two at one place the first comes first
        text = text[:start] + new + text[end:]
    return (_BOM if data.startswith(_BOM) else b"") + text.replace("\n", ends).encode()


def _added(before: list[Diagnostic], after: list[Diagnostic]) -> list[Diagnostic]:
    """The problems that are new. One that only names its subject otherwise is none."""
    known = {(found.place.path, found.rule, found.message) for found in before}
    counts = Counter(found.rule for found in before)
    more = {rule for rule, count in Counter(found.rule for found in after).items() if count > counts[rule]}
    return [
        found for found in after if found.rule in more and (found.place.path, found.rule, found.message) not in known
    ]


def in_own_names(found: Diagnostic, names: list[tuple[str, str]]) -> Diagnostic:
    """A problem of the copy, with the names of the author's own files."""
    path, message = found.place.path, found.message
    for copy, own in names:
        path, message = path.replace(copy, own), message.replace(copy, own)
    return replace(found, place=found.place._replace(path=path), message=message)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; gives the ones that weren't there, the deepest first."""
    missing = [one for one in [folder, *folder.parents] if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _restore(
    results: Mapping[Path, bytes], kept: dict[Path, bytes], temporary: dict[Path, Path], made: list[Path]
) -> None:
    """Make every file what it was."""
    for there in temporary.values():
        if there.is_file():
            there.unlink()
    for path in results:
        if path not in kept:
            path.unlink(missing_ok=True)
    for path, data in kept.items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
    for folder in made:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
