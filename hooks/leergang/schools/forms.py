"""The forms in which a school's file holds texts in the place of the course's: whole, by block, or item by item."""

import hashlib
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from ..authoring.places import Edit, Path, YamlText, insert_json, json_spans, render_yaml
from ..authoring.write import edited
from ..diagnostics import Report
from ..model.course import LITERATURE, REFLECTIONS, SYNONYMS, WORDS
from ..pages import data
from ..pages.blocks import find_blocks, is_page
from ..pages.language import signs_of
from ..pages.page import FRONT_MATTER
from ..settings import GLOSSARY
from ..strings import Strings
from .merging import Labels, Merged, merge_fields, merge_text

_COMMENT = re.compile(r"(?:^|\s)#", re.M)


class BrokenError(Exception):
    """A file can't be read in the form that it should have."""


class KeptError(Exception):
    """A text can't be changed without losing what its school wrote beside it."""


class Form(Protocol):
    """How the texts of one file are found, changed and merged. A text that is the whole file has the empty name."""

    kind: str
    """The key by which school.yml names one of its texts: `block`, `id`, or nothing."""
    readable: bool
    """Whether people can read what changed."""

    def decode(self, raw: bytes) -> str:
        """A file's bytes as text, with line ends made equal."""

    def encode(self, text: str, like: bytes = b"") -> bytes:
        """The same the other way round, with the line ends of the bytes that were there."""

    def pieces(self, text: str) -> dict[str, str]:
        """Each text of a file by its name.

        Raises:
            BrokenError: the file can't be read.
        """

    def hash(self, piece: str) -> str:
        """SHA-256 of a text."""

    def only(self, pieces: Mapping[str, str]) -> str:
        """A file that holds these texts and nothing else."""

    def put(self, text: str, name: str, piece: str) -> str:
        """A file with one text in it that is new or other, and everything else as it was.

        Raises:
            KeptError: something of the school's would be lost.
        """

    def renamed(self, text: str, name: str, theirs: str) -> str:
        """A file in which the text of that name is called as the course's is: now, and what that was called before."""

    def merge(self, base: str | None, ours: str, theirs: str, labels: Labels) -> Merged:
        """A text of three, as `merging` has it."""

    def marked(self, pieces: Mapping[str, str]) -> str:
        """The file in which a school reads what it has to choose."""


class _Text(ABC):
    """What the forms that are text have in common."""

    kind = ""
    readable = True

    def decode(self, raw: bytes) -> str:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")

    def encode(self, text: str, like: bytes = b"") -> bytes:
        return edited(like, [Edit(0, len(self.decode(like)), text)])

    def hash(self, piece: str) -> str:
        return hashlib.sha256(piece.encode()).hexdigest()

    @abstractmethod
    def only(self, pieces: Mapping[str, str]) -> str: ...

    def renamed(self, text: str, name: str, theirs: str) -> str:
        return text

    def merge(self, base: str | None, ours: str, theirs: str, labels: Labels) -> Merged:
        return merge_text(base, ours, theirs, labels)

    def marked(self, pieces: Mapping[str, str]) -> str:
        return self.only(pieces)


class Whole(_Text):
    """A page, or another text, that stands in the place of the course's whole file."""

    def pieces(self, text: str) -> dict[str, str]:
        return {"": text}

    def only(self, pieces: Mapping[str, str]) -> str:
        return pieces[""]

    def put(self, text: str, name: str, piece: str) -> str:
        return piece

    def renamed(self, text: str, name: str, theirs: str) -> str:
        course = _front_matter(theirs)
        for old in _formerly(course) if course else ():
            if own := _front_matter(text):
                text = _remember(text, own, (), old)
        return text


class Picture(Whole):
    """A file that is no text: it is the one or the other."""

    readable = False

    def decode(self, raw: bytes) -> str:
        return raw.decode("latin-1")

    def encode(self, text: str, like: bytes = b"") -> bytes:
        return text.encode("latin-1")

    def hash(self, piece: str) -> str:
        return hashlib.sha256(self.encode(piece)).hexdigest()

    def merge(self, base: str | None, ours: str, theirs: str, labels: Labels) -> Merged:
        return Merged(theirs, clean=False)


@dataclass(frozen=True)
class Blocks(_Text):
    """A file of blocks, each in the place of the block of that name on the course's page."""

    delimiters: Mapping[str, str] = field(default_factory=dict)
    kind = "block"

    def pieces(self, text: str) -> dict[str, str]:
        return {name: text[start:end] for name, (start, end) in find_blocks(text, self.delimiters).items()}

    def only(self, pieces: Mapping[str, str]) -> str:
        return "\n".join(self._block(name, piece) for name, piece in pieces.items())

    def put(self, text: str, name: str, piece: str) -> str:
        found = find_blocks(text, self.delimiters)
        if name in found:
            start, end = found[name]
            return text[:start] + piece + text[end:]
        return "\n".join(part for part in (text.rstrip("\n") + "\n" if text else "", self._block(name, piece)) if part)

    def _block(self, name: str, piece: str) -> str:
        start, end = signs_of(self.delimiters)["block"]
        whole = piece if piece.endswith("\n") or not piece else f"{piece}\n"
        return f"{start} block {name} {end}\n{whole}{start} endblock {end}\n"


class _Items(_Text):
    """A file of items, each in the place of the course's item with that id."""

    kind = "id"

    @abstractmethod
    def load(self, piece: str) -> dict[str, Any]:
        """The item that is written so."""

    @abstractmethod
    def dump(self, item: Mapping[str, Any]) -> str:
        """An item, written by itself."""

    def listed(self, item: Mapping[str, Any]) -> str:
        """An item as it stands in its list."""
        return self.dump(item)

    def hash(self, piece: str) -> str:
        return super().hash(json.dumps(self.load(piece), ensure_ascii=False, sort_keys=True))

    def merge(self, base: str | None, ours: str, theirs: str, labels: Labels) -> Merged:
        found = merge_fields(self.load(base) if base is not None else None, self.load(ours), self.load(theirs))
        if found.clean and base is not None:
            return Merged(self.dump(found.ours), clean=True)
        before = self.listed(found.base) if base is not None else None
        return merge_text(before, self.listed(found.ours), self.listed(found.theirs), labels)._replace(clean=False)


@dataclass(frozen=True)
class YamlItems(_Items):
    """Items below one key of a YAML file."""

    key: str
    strings: Strings

    def pieces(self, text: str) -> dict[str, str]:
        found = self._read(text)
        items = found.get(self.key) if isinstance(found, dict) else None
        if not isinstance(items, list):
            raise BrokenError
        return {str(item["id"]): self.dump(item) for item in items if isinstance(item, dict) and item.get("id")}

    def load(self, piece: str) -> dict[str, Any]:
        found = self._read(piece)
        return found if isinstance(found, dict) else {}

    def dump(self, item: Mapping[str, Any]) -> str:
        return render_yaml(dict(item))

    def listed(self, item: Mapping[str, Any]) -> str:
        return render_yaml([dict(item)])

    def only(self, pieces: Mapping[str, str]) -> str:
        return render_yaml({self.key: [self.load(piece) for piece in pieces.values()]})

    def put(self, text: str, name: str, piece: str) -> str:
        new = self.load(piece)
        ids = list(self.pieces(text)) if text else []
        if not text:
            return self.only({name: piece})
        if name not in ids:
            return _applied(text, YamlText(text).insert((self.key,), new))
        index = self._index(text, name)
        old = self._read(text)[self.key][index]
        for key, value in new.items():
            if old.get(key) != value:
                self._check(text, (self.key, index, key), key in old)
                text = _applied(text, YamlText(text).assign((self.key, index, key), value))
        for key in old:
            if key not in new:
                self._check(text, (self.key, index, key), there=True)
                text = _applied(text, YamlText(text).drop((self.key, index, key)))
        return text

    def renamed(self, text: str, name: str, theirs: str) -> str:
        now, path = self.load(theirs)["id"], (self.key, self._index(text, name))
        text = _applied(text, YamlText(text).replace((*path, "id"), now))
        for old in _formerly(YamlText(theirs)):
            text = _remember(text, YamlText(text), path, old, now)
        return text

    def marked(self, pieces: Mapping[str, str]) -> str:
        return f"{self.key}:\n" + "".join(pieces.values())

    def _index(self, text: str, name: str) -> int:
        """Which of the items has an id."""
        return next(n for n, item in enumerate(self._read(text)[self.key]) if item.get("id") == name)

    def _check(self, text: str, path: tuple[str | int, ...], there: bool) -> None:
        """Refuse to change a value with a remark in it or behind it."""
        if there:
            start, end = YamlText(text).span(path)
            line_end = text.find("\n", end)
            if _COMMENT.search(text[start : line_end if line_end >= 0 else len(text)]):
                raise KeptError

    def _read(self, text: str) -> Any:
        found = data.read_yaml(text, "", Report(self.strings))
        if found is None:
            raise BrokenError
        return _plain(found.data)


class JsonItems(_Items):
    """Items of a JSON list."""

    def pieces(self, text: str) -> dict[str, str]:
        try:
            items = json.loads(text)
        except ValueError as error:
            raise BrokenError from error
        if not isinstance(items, list):
            raise BrokenError
        return {str(item["id"]): self.dump(item) for item in items if isinstance(item, dict) and item.get("id")}

    def load(self, piece: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(piece)
        return found

    def dump(self, item: Mapping[str, Any]) -> str:
        return json.dumps(item, ensure_ascii=False, indent=2) + "\n"

    def only(self, pieces: Mapping[str, str]) -> str:
        items = [self.load(piece) for piece in pieces.values()]
        return json.dumps(items, ensure_ascii=False, indent=2) + "\n"

    def put(self, text: str, name: str, piece: str) -> str:
        if not text:
            return self.only({name: piece})
        spans = json_spans(text)
        for start, end in spans:
            item = json.loads(text[start:end])
            if isinstance(item, dict) and item.get("id") == name:
                column = start - (text.rfind("\n", 0, start) + 1)
                written = piece.strip().replace("\n", "\n" + " " * column)
                return text[:start] + written + text[end:]
        return _applied(text, insert_json(text, len(spans), self.load(piece)))

    def marked(self, pieces: Mapping[str, str]) -> str:
        return "".join(pieces.values())


def form_of(uri: str, text: bytes, delimiters: Mapping[str, str], strings: Strings) -> Form | None:
    """The form that a school's file at `uri` has; None where it only adds to what the course has."""
    lists: Mapping[str, Form] = {
        REFLECTIONS: YamlItems("prompts", strings),
        GLOSSARY: YamlItems("terms", strings),
        LITERATURE: JsonItems(),
    }
    if uri in (SYNONYMS, WORDS):
        return None
    try:
        whole = Whole()
        paged = is_page(whole.decode(text))
    except UnicodeDecodeError:
        return Picture()
    if uri in lists:
        return lists[uri]
    return Blocks(delimiters) if uri.endswith(".md") and text.strip() and not paged else whole


def _front_matter(text: str) -> YamlText | None:
    """The front matter of a page, where it has one with keys."""
    mark = FRONT_MATTER.match(text)
    try:
        found = YamlText(mark[1], mark.start(1)) if mark else None
    except yaml.YAMLError:
        return None
    keys = found.find(()) if found else None
    return found if isinstance(keys, yaml.MappingNode) and keys.value else None


def _formerly(written: YamlText, path: Path = ()) -> list[str]:
    """What the thing at `path` was called before."""
    return [name for _, name in written.scalars((*path, "formerly", None))]


def _remember(text: str, written: YamlText, path: Path, old: str, new: str = "") -> str:
    """A text in which what is at `path` says, once, that it was called `old`."""
    return text if old in _formerly(written, path) else _applied(text, written.remember(path, old, new))


def _applied(text: str, edit: Edit) -> str:
    return text[: edit.start] + edit.text + text[edit.end :]


def _plain(value: Any) -> Any:
    """A value without the places of its parts."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
