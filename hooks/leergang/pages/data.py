"""YAML and JSON as plain values that know where they stand.

Scalars stay text: the model converts them, so `No`, `12:30` and `2026-01-01` mean what the author sees.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ..diagnostics import Place, Report, Rule
from .source import Source

MAX_VALUES = 50_000
"""Values in one document, aliases counted each time they are used: a bomb has millions."""
MAX_DEPTH = 20

Mark = tuple[int, int]
"""Line and column in the document, both from 0."""
_NULLS = {"", "~", "null", "Null", "NULL"}


class Mapping(dict[str, Any]):
    """A mapping that knows the marks of its keys and values."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Sequence(list[Any]):
    """A list that knows the marks of its items."""

    def __init__(self) -> None:
        super().__init__()
        self.items_at: list[Mark] = []


@dataclass(frozen=True)
class Document:
    """The data of one file or front matter, with the place of each value."""

    data: Any
    path: str
    first_line: int = 1
    """The line of the file where the document begins."""
    start: Mark = (0, 0)

    def place(self, location: tuple[Any, ...] = (), key: bool = False) -> Place:
        """The place of the value at `location`, or of its key.

        Steps that are not in the data (a validator's own names) are passed over; where a value is missing, the
        place of what should hold it.
        """
        here, mark = self.data, self.start
        for step in location:
            if isinstance(here, Mapping) and step in here:
                mark = here.keys_at[step] if key else here.values_at[step]
                here = here[step]
            elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
                mark = here.items_at[step]
                here = here[step]
        return Place(self.path, mark[0] + self.first_line, mark[1] + 1)


class _StopError(Exception):
    """The document can't be used; it has been reported."""


class _Reader:
    """One pass over the events of one document."""

    def __init__(self, path: str, first_line: int, report: Report) -> None:
        self._path, self._first_line, self._report = path, first_line, report
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._values = 0

    def read(self, text: str) -> Document:
        try:
            events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
            next(events)  # the stream starts
            if isinstance(next(events), yaml.StreamEndEvent):
                return Document(None, self._path, self._first_line)
            first = next(events)
            data = self._value(first, events, 0)
            next(events)  # the document ends
            if not isinstance(after := next(events), yaml.StreamEndEvent):
                self._stop(Rule.YAML_SYNTAX, _mark(after))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._stop(Rule.YAML_SYNTAX, (mark.line, mark.column) if mark else (0, 0))
        except yaml.reader.ReaderError as error:
            before = text[: error.position] if isinstance(error.position, int) else ""
            self._stop(Rule.YAML_SYNTAX, (before.count("\n"), len(before) - before.rfind("\n") - 1))
        return Document(data, self._path, self._first_line, _mark(first))

    def _stop(self, rule: Rule, mark: Mark) -> None:
        self._report.add(rule, self._place(mark))
        raise _StopError

    def _place(self, mark: Mark) -> Place:
        return Place(self._path, mark[0] + self._first_line, mark[1] + 1)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:  # it holds itself
                self._stop(Rule.YAML_ALIAS, _mark(event))
            value, size = self._anchors[str(event.anchor)]
            self._count(size, event)
            return value
        if depth > MAX_DEPTH:
            self._stop(Rule.YAML_DEPTH, _mark(event))
        if getattr(event, "tag", None):
            self._stop(Rule.YAML_TAG, _mark(event))
        before = self._values
        self._count(1, event)
        if isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(events, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(events, depth)
        else:
            value = None if event.style is None and event.value in _NULLS else event.value  # type: ignore[attr-defined]
        if event.anchor:  # type: ignore[attr-defined]
            self._anchors[event.anchor] = value, self._values - before  # type: ignore[attr-defined]
        return value

    def _count(self, size: int, event: yaml.Event) -> None:
        self._values += size
        if self._values > MAX_VALUES:
            self._stop(Rule.YAML_ALIAS, _mark(event))

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> Sequence:
        found = Sequence()
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.items_at.append(_mark(event))
            found.append(self._value(event, events, depth + 1))
        return found

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> Mapping:
        found = Mapping()
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._stop(Rule.YAML_SYNTAX, _mark(event))
            key, at = event.value, _mark(event)  # type: ignore[attr-defined]
            if key in found:
                earlier = self._place(found.keys_at[key]).line
                self._report.add(Rule.DUPLICATE_KEY, self._place(at), key=key, line=earlier)
            value = next(events)
            found.keys_at[key], found.values_at[key] = at, _mark(value)
            found[key] = self._value(value, events, depth + 1)
        return found


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def read_yaml(text: str, path: str, report: Report, first_line: int = 1) -> Document | None:
    """`text` as data; None when it can't be read, which is then reported at its line in `path`."""
    try:
        return _Reader(path, first_line, report).read(text)
    except _StopError:
        return None


def read_json(source: Source, report: Report) -> Document | None:
    """A JSON file as data with places; None when it is no JSON, which is then reported."""
    try:
        plain = json.loads(source.text)
    except json.JSONDecodeError as error:
        report.add(Rule.JSON_SYNTAX, source.place(error.pos))
        return None
    except RecursionError:
        report.add(Rule.YAML_DEPTH, Place(source.path))
        return None
    return Document(_placed(source, plain), source.path)


def _placed(source: Source, plain: Any) -> Any:
    """The items of a JSON list with the marks of their `id`, which is where an author looks for them."""
    if not isinstance(plain, list):
        return plain
    found, offset = Sequence(), 0
    for item in plain:
        if isinstance(item, dict) and isinstance(name := item.get("id"), str):
            offset = max(source.text.find(json.dumps(name, ensure_ascii=False), offset), offset)
        place = source.place(offset)
        found.append(item)
        found.items_at.append((place.line - 1, place.column - 1))
    return found
