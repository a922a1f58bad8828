"""One file of a school's beside the course's: what becomes of each text in it, and what is to be written for that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..authoring.write import RefusedError
from ..model.course import REFLECTIONS, ROOTS
from ..pages.source import author_path
from ..settings import GLOSSARY
from .base import Key, SchoolFolder, conflict_of
from .choices import Choice, Known, State, choose, refused
from .forms import BrokenError, Form, KeptError, form_of
from .merging import Labels

_KINDS: Mapping[str, str] = {REFLECTIONS: "reflection", GLOSSARY: "term"}


@dataclass(frozen=True)
class Finding:
    """What became of one text of a school's."""

    key: Key
    """As it is called from now on."""
    choice: Choice
    other: str = ""
    """Where the file was before, where it moved; or where the course's went, where it can't follow."""
    name: str = ""
    """What the text in it was called before."""

    @property
    def before(self) -> str:
        """The path of the file before."""
        return self.other if self.other and self.state is not State.TAKEN else self.key.path

    @property
    def state(self) -> State:
        """How it stands."""
        return self.choice.state


@dataclass
class Change:
    """What is to be written, remembered and told."""

    results: dict[Path, bytes] = field(default_factory=dict)
    gone: dict[Path, None] = field(default_factory=dict)
    record: dict[Key, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def has(self, path: Path) -> bool:
        """Whether a file is there, or will be."""
        return path.exists() or path in self.results

    def write(self, path: Path, data: bytes | None) -> None:
        """Let a file hold `data`, or nothing be there."""
        if data is None:
            if path.exists():
                self.gone[path] = None
        elif not path.is_file() or path.read_bytes() != data:
            self.results[path] = data


class Following:
    """One file of a school's, as it follows the course's.

    Args:
        school: the folder and the course.
        uri: of the school's file, below docs/.
        labels: what the sides of a conflict are called.
    """

    def __init__(self, school: SchoolFolder, uri: str, labels: Labels) -> None:
        self._school, self._uri, self._labels = school, uri, labels
        self._file = school.docs / uri
        for path in (self._file, school.base / uri, school.waiting / uri, conflict_of(self._file)):
            school.check_inside(path)
        self._raw = self._file.read_bytes() if self._file.is_file() else b""
        form = form_of(uri, self._raw, school.course.settings.delimiters, school.strings)
        self._known = {key: found for key, found in school.record.items() if key.path == uri}
        self._form = form

    def follow(self, change: Change) -> None:
        """Put in `change` what becomes of the file."""
        if self._form is None:
            return
        if not self._file.is_file():
            self._drop(change, self._known)
            return
        self._drop(change, [key for key in self._known if key.kind != self._form.kind], tidy=False)
        present = self._present()
        if present is None:
            self._leave(change, self._form)
        elif present != self._uri and change.has(self._school.docs / present):
            self._stay(change, State.TAKEN, present)
        else:
            self._merge(change, self._form, present)

    def _present(self) -> str | None:
        """Where the course has now what the file stands in the place of; None where it hasn't it any more."""
        if self._school.of_course(self._uri):
            return self._uri
        for kind, root in ROOTS.items():
            if self._uri.startswith(root) and self._uri.endswith(".md"):
                name = self._uri.removeprefix(root).removesuffix(".md")
                moved = f"{root}{self._school.course.former.get(kind, {}).get(name, name)}.md"
                if self._school.of_course(moved):
                    return moved
        return None

    def _drop(self, change: Change, keys: Mapping[Key, str] | list[Key], tidy: bool = True) -> None:
        """The school has its own texts no more: nothing is to be remembered of them."""
        change.findings += [Finding(key, Choice(State.DROPPED)) for key in keys]
        if tidy:
            self._write_base(change, self._uri, {}, {})

    def _leave(self, change: Change, form: Form) -> None:
        """The course hasn't the page any more: blocks of it have no place, and a whole one is the school's own now."""
        if form.kind == "block":
            self._stay(change, State.HOMELESS, "")
            return
        change.findings += [Finding(key, Choice(State.OWN)) for key in self._known if key.kind == form.kind]
        self._write_base(change, self._uri, {}, {})

    def _stay(self, change: Change, state: State, present: str) -> None:
        """Nothing can be done: all stays as it is, to be told again."""
        for key, found in self._known.items():
            if self._form and key.kind == self._form.kind:
                change.record[key] = found
                change.findings.append(Finding(key, Choice(state), present))

    def _merge(self, change: Change, form: Form, present: str) -> None:
        ours, theirs = self._read(form, self._file), self._read(form, self._school.of_course(present))
        base, waiting = self._remembered(form, self._school.base), self._remembered(form, self._school.waiting)
        conflict = conflict_of(self._file)
        text, marked = form.decode(self._raw), {}
        kept: dict[str, str] = {}
        open_: dict[str, str] = {}
        for name, now, noted in self._names(form, ours, theirs):
            names = [name, now, *self._earlier(now)]
            known = Known(noted, _first(base, names), _first(waiting, names), conflict.exists())
            if now not in theirs:
                self._tell_gone(change, form, Key(present, form.kind, name), known, kept)
                continue
            choice = choose(form, ours[name], theirs[now], known, self._labels)
            if choice.text is not None:
                try:
                    text = form.put(text, name, choice.text)
                except KeptError:
                    twice = form.merge(None, ours[name], theirs[now], self._labels)
                    choice = refused(choice, known, twice)
            if choice.text is None and (present, now) != (self._uri, name):
                # answers and addresses follow what a thing is called: only what it says is to be chosen
                text = form.renamed(text, name, theirs[now])
            key = Key(present, form.kind, now)
            _note(change, key, choice, kept, open_)
            if choice.marked is not None:
                marked[name] = choice.marked
            change.findings.append(Finding(key, choice, self._uri if present != self._uri else "", name))
        self._drop_missing(change, form, ours)
        self._write(change, form, present, text, marked)
        self._write_base(change, present, kept, open_)

    def _tell_gone(self, change: Change, form: Form, key: Key, known: Known, kept: dict[str, str]) -> None:
        """The course has no such block or item any more."""
        if form.kind == "block":
            if known.hash:
                change.record[key] = known.hash
            if known.base is not None:
                kept[key.name] = known.base
            change.findings.append(Finding(key, Choice(State.HOMELESS)))
        else:
            change.findings.append(Finding(key, Choice(State.OWN)))

    def _names(
        self, form: Form, ours: Mapping[str, str], theirs: Mapping[str, str]
    ) -> Iterator[tuple[str, str, str | None]]:
        """Each of the school's texts that stands, or stood, in the place of one of the course's.

        Its name, the name that the course has for it now, and the hash that was noted.
        """
        former = self._former
        noted = {key.name: found for key, found in self._known.items() if key.kind == form.kind}
        taken = set(ours)
        for name in ours:
            earlier = next((old for old in self._earlier(name) if old in noted and old not in ours), "")
            found = noted.get(name, noted.get(earlier))
            now = former.get(name, name) if name not in theirs else name
            now = name if now != name and now in taken else now
            taken.add(now)
            if found or now in theirs:
                yield name, now, found

    @property
    def _former(self) -> Mapping[str, str]:
        """Earlier ids of items of this file, with the present ones."""
        return self._school.course.former.get(_KINDS.get(self._uri, ""), {})

    def _earlier(self, name: str) -> list[str]:
        """The earlier ids of an item of this file."""
        return [old for old, new in self._former.items() if new == name]

    def _drop_missing(self, change: Change, form: Form, ours: Mapping[str, str]) -> None:
        """What was noted of texts that the school's file hasn't any more."""
        missing = [key for key in self._known if key.kind == form.kind and key.name not in ours]
        self._drop(change, [key for key in missing if self._former.get(key.name) not in ours], tidy=False)

    def _read(self, form: Form, path: Path | None) -> dict[str, str]:
        try:
            return form.pieces(form.decode(path.read_bytes())) if path else {}
        except (BrokenError, UnicodeDecodeError) as error:
            where = author_path(path) if path else ""
            raise RefusedError(self._school.strings("upgrade.broken", path=where)) from error

    def _remembered(self, form: Form, root: Path) -> dict[str, str]:
        """The course's texts in a file of ours; none where somebody made it unreadable."""
        try:
            return form.pieces(form.decode((root / self._uri).read_bytes()))
        except (BrokenError, UnicodeDecodeError, OSError):
            return {}

    def _write(self, change: Change, form: Form, present: str, text: str, marked: Mapping[str, str]) -> None:
        """The school's own file, and the one beside it for what is to be chosen; both move with the course's."""
        there, here = self._school.docs / present, conflict_of(self._file)
        same = form.decode(self._raw) == text
        change.write(there, self._raw if same else form.encode(text, self._raw))
        if marked:
            change.write(conflict_of(there), form.encode(form.marked(marked)))
        elif here.exists() and present != self._uri:
            change.write(conflict_of(there), here.read_bytes())
        if present != self._uri:
            change.gone[self._file] = None
            change.write(here, None)

    def _write_base(self, change: Change, present: str, base: Mapping[str, str], waiting: Mapping[str, str]) -> None:
        form = self._form
        for root, pieces in ((self._school.base, base), (self._school.waiting, waiting)):
            change.write(root / present, form.encode(form.only(pieces)) if form and pieces else None)
            if present != self._uri:
                change.write(root / self._uri, None)


def _first(pieces: Mapping[str, str], names: list[str]) -> str | None:
    """The text that has the first of some names, if any has."""
    return next((pieces[name] for name in names if name in pieces), None)


def _note(change: Change, key: Key, choice: Choice, kept: dict[str, str], waiting: dict[str, str]) -> None:
    """Remember of a text what is to be remembered."""
    if choice.hash is not None:
        change.record[key] = choice.hash
    if choice.base is not None:
        kept[key.name] = choice.base
    if choice.waiting is not None:
        waiting[key.name] = choice.waiting
