"""YAML and JSON as plain values that know where they stand.

Scalars of YAML stay text: the model converts them, so `No`, `12:30` and `2026-01-01` mean what the author sees.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from ..diagnostics import Place, Report, Rule
from .source import Source

MAX_VALUES = 50_000
"""Values in one document, aliases counted each time they are used: a bomb has millions."""
MAX_DEPTH = 20

_UNQUOTED = re.compile(r"\s*(?:- +)*(?:[\w-]+:[ \t]+)?([*&@`%\[{\"'])")
"""The first sign of a value that means something to YAML."""
_UNENDED = ("while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping")
"""What a text goes on with to its end when it isn't closed: the place to mend is where it begins."""
_NO_SPACE = re.compile(r"[ ]*(?:- +)?[\w-]+:(?=[^ \t\n/])")
"""A key without a space behind its colon: the error is only seen on the line below."""
_HARD = "\xa0\u2000-\u200a\u202f\u3000"
_HARD_INDENT = re.compile(
    rf"^[ ]*(?:-[ ]*(?=[{_HARD}])|(?=[{_HARD}][ {_HARD}]*(?:-[ {_HARD}]|[\w-]+:(?:[ {_HARD}]|$))))", re.M
)
"""Before a space of a word processor where YAML indents: to YAML that is a letter of the text."""
_ID_BY_ITSELF = re.compile(r"([ ]*)-?id:[ ]+\S[^\n]*\n\1[ ]+[\w-]+:")
"""An item without its hyphen: what belongs to it is indented below its id."""
_NUMBER = re.compile(r"[\d.:-]+")
_REMARK = re.compile(r"[ \t]+#.*")
_NULLS = {"", "~", "null", "Null", "NULL"}


class Mapping(dict[str, Any]):
    """A mapping that knows the offsets of its keys and values."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_at: dict[str, int] = {}
        self.values_at: dict[str, int] = {}


class Sequence(list[Any]):
    """A list that knows the offsets of its items."""

    def __init__(self) -> None:
        super().__init__()
        self.items_at: list[int] = []


@dataclass(frozen=True)
class Document:
    """The data of one file or front matter, with the place of each value."""

    data: Any
    path: str
    text: str = field(repr=False)
    first_line: int = 1
    """The line of the file where the document begins."""
    start: int = 0
    """The offset of the data in the text."""

    def place(self, location: tuple[Any, ...] = (), key: bool = False) -> Place:
        """The place of the value at `location`, or of its key.

        Steps that are not in the data (a validator's own names) are passed over; where a value is missing, the
        place of what should hold it.
        """
        here, offset = self.data, self.start
        for step in location:
            if isinstance(here, Mapping) and step in here:
                offset = here.keys_at[step] if key else here.values_at[step]
                here = here[step]
            elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
                offset = here.items_at[step]
                here = here[step]
        return _place(self.text, offset, self.path, self.first_line)


def _place(text: str, offset: int, path: str, first_line: int) -> Place:
    """Lines end as an editor shows them; YAML itself counts some rare signs as line ends too."""
    return Place(path, first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


class _StopError(Exception):
    """The document can't be used; it has been reported."""


class _Yaml:
    """One pass over the events of one document."""

    def __init__(self, text: str, path: str, first_line: int, report: Report) -> None:
        self._text, self._path, self._first_line, self._report = text, path, first_line, report
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._values = 0
        self._cut = -1
        """Where a text was cut off last: what can't be read behind it follows from that."""

    def read(self) -> Document:
        if hard := _HARD_INDENT.search(self._text):
            self._stop(Rule.YAML_TAB, hard.end(), what=self._report.strings("yaml.hard-space"))
        try:
            events = iter(yaml.parse(self._text, Loader=yaml.CSafeLoader))
            next(events)  # the stream starts
            if isinstance(next(events), yaml.StreamEndEvent):
                return Document(None, self._path, self._text, self._first_line)
            first = next(events)
            data = self._value(first, events, 0)
            next(events)  # the document ends
            if not isinstance(after := next(events), yaml.StreamEndEvent):
                self._stop(Rule.YAML_SYNTAX, _start(after))
        except yaml.MarkedYAMLError as error:
            unended = error.context in _UNENDED
            mark = error.context_mark if unended else error.problem_mark or error.context_mark
            self._fail(mark.index if mark else 0)
        except yaml.reader.ReaderError as error:  # its position counts bytes
            self._stop(Rule.YAML_SYNTAX, len(self._text.encode()[: error.position].decode(errors="ignore")))
        return Document(data, self._path, self._text, self._first_line, _start(first))

    def _stop(self, rule: Rule, offset: int, **values: str) -> NoReturn:
        self._report.add(rule, self._place(offset), suggest=None, **values)
        raise _StopError

    def _fail(self, offset: int) -> NoReturn:
        """Tell what can't be read at an offset: a tab, a text that wants quotes, or something else."""
        start, end = self._text.rfind("\n", 0, offset) + 1, self._text.find("\n", offset)
        line = self._text[start : end if end >= 0 else len(self._text)]
        above = self._text.rfind("\n", 0, max(0, start - 1)) + 1
        if self._cut >= above:
            raise _StopError
        if (tab := line.find("\t")) >= 0 and not line[:tab].strip():
            self._stop(Rule.YAML_TAB, start + tab, what=self._report.strings("yaml.tab"))
        if unquoted := _UNQUOTED.match(line):
            self._stop(Rule.YAML_QUOTES, start + unquoted.start(1), sign=unquoted[1])
        if _ID_BY_ITSELF.match(self._text, above):
            self._stop(Rule.YAML_ITEM, self._text.index("id", above), key="id")
        if glued := _NO_SPACE.match(self._text, above) or _NO_SPACE.match(self._text, start):
            self._stop(Rule.YAML_SYNTAX, glued.end() - 1)
        self._stop(Rule.YAML_SYNTAX, offset)

    def _place(self, offset: int) -> Place:
        return _place(self._text, offset, self._path, self._first_line)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int, in_list: bool = False) -> Any:
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors and f"&{event.anchor}" not in self._text:
                self._stop(Rule.YAML_QUOTES, _start(event), sign="*")
            if event.anchor not in self._anchors:  # it holds itself
                self._stop(Rule.YAML_ALIAS, _start(event))
            value, size = self._anchors[str(event.anchor)]
            self._count(size, event)
            return value
        if depth > MAX_DEPTH:
            self._stop(Rule.YAML_DEPTH, _start(event))
        if getattr(event, "tag", None):
            self._stop(Rule.YAML_TAG, _start(event))
        before = self._values
        self._count(1, event)
        if isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(events, depth, in_list)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(events, depth)
        else:
            value = self._scalar(event)
        if anchor := getattr(event, "anchor", None):
            self._anchors[anchor] = value, self._values - before
        return value

    def _scalar(self, event: Any) -> str | None:
        """The text of a scalar, or None where it is left out; between quotes everything is text.

        YAML takes what is behind a # for a remark, where an author without quotes most often means text; behind a
        number, a day or a time it is one.
        """
        if not (event.style or _NUMBER.fullmatch(event.value)) and (
            remark := _REMARK.match(self._text, event.end_mark.index)
        ):
            self._cut = self._text.index("#", remark.start())
            self._report.add(Rule.YAML_REMARK, self._place(self._cut))
            return event.value or remark[0].strip()
        return None if event.implicit[0] and event.value in _NULLS else event.value

    def _count(self, size: int, event: yaml.Event) -> None:
        self._values += size
        if self._values > MAX_VALUES:
            self._stop(Rule.YAML_ALIAS, _start(event))

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> Sequence:
        found = Sequence()
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.items_at.append(_start(event))
            found.append(self._value(event, events, depth + 1, in_list=True))
        return found

    def _mapping(self, events: Iterator[yaml.Event], depth: int, in_list: bool) -> Mapping:
        found = Mapping()
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._fail(_start(event))
            if getattr(event, "tag", None):
                self._stop(Rule.YAML_TAG, _start(event))
            key, at = str(event.value), _start(event)
            if in_list and key == next(iter(found), None):  # with which the next item begins as well
                self._stop(Rule.YAML_ITEM, at, key=key)
            if key in found:
                earlier = self._place(found.keys_at[key]).line
                self._report.add(Rule.DUPLICATE_KEY, self._place(at), key=key, line=earlier)
            value = next(events)
            found.keys_at[key], found.values_at[key] = at, _start(value)
            found[key] = self._value(value, events, depth + 1)
        return found


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def read_yaml(text: str, path: str, report: Report, first_line: int = 1) -> Document | None:
    """`text` as data; None when it can't be read, which is then reported at its line in `path`."""
    try:
        return _Yaml(text, path, first_line, report).read()
    except _StopError:
        return None


def read_json(source: Source, report: Report) -> Document | None:
    """A JSON file as data with places; None when it is no JSON, which is then reported."""
    try:
        plain = json.loads(source.text)
    except json.JSONDecodeError as error:
        report.add(Rule.JSON_SYNTAX, source.place(error.pos))
    except ValueError:  # a number that Python won't hold
        report.add(Rule.JSON_SYNTAX, Place(source.path))
    except RecursionError:
        report.add(Rule.YAML_DEPTH, Place(source.path))
    else:
        return Document(_placed(source, report) if isinstance(plain, list) else plain, source.path, source.text)
    return None


def _placed(source: Source, report: Report) -> Sequence:
    """The items of a valid JSON list, each at its `id`, which is where an author looks for it, and their keys."""
    decoder, found, text = json.JSONDecoder(), Sequence(), source.text
    offset = _skip(text, text.index("[") + 1)
    while text[offset] != "]":
        if text[offset] == "{":
            item, end = _placed_item(source, offset, decoder, report)
            found.items_at.append(item.values_at.get("id", offset))
            found.append(item)
        else:
            found.items_at.append(offset)
            value, end = decoder.raw_decode(text, offset)
            found.append(value)
        offset = _skip(text, end)
    return found


def _placed_item(source: Source, offset: int, decoder: json.JSONDecoder, report: Report) -> tuple[Mapping, int]:
    found, text = Mapping(), source.text
    offset = _skip(text, offset + 1)
    while text[offset] != "}":
        key, end = decoder.raw_decode(text, offset)
        start = _skip(text, text.index(":", end) + 1)
        value, end = decoder.raw_decode(text, start)
        if key in found:
            earlier = source.place(found.keys_at[key]).line
            report.add(Rule.DUPLICATE_KEY, source.place(offset), key=key, line=earlier)
        found.keys_at[key], found.values_at[key] = offset, start
        found[key] = value
        offset = _skip(text, end)
    return found, offset + 1


def _skip(text: str, offset: int) -> int:
    """Past white space, and past a comma with the white space after it."""
    while text[offset] in " \t\r\n,":
        offset += 1
    return offset
