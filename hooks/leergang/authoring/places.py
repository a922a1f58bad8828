"""Changing YAML and JSON at one place, so that nothing else in the file changes.

The places come from the parser; the text between them is never written anew. A library that reads and writes a whole
file would fold its long lines again, and a trainer's colleague would have to review all of it.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

FOLDED = 80
UNFOLDED = 10_000
Path = tuple[str | int, ...]


class Edit(NamedTuple):
    """That the text from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


def render_yaml(value: Any) -> str:
    """`value` in the one form in which YAML is written here: block lists, folded, keys in their own order."""
    return str(yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=FOLDED))


class YamlText:
    """A YAML text whose values can be changed one by one.

    Args:
        text: the text, which can be read.
        start: where it begins in its file.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        self._text, self._start = text, start
        self._root = yaml.compose(text, Loader=yaml.CSafeLoader)

    def find(self, path: Path) -> Any:
        """The node at `path`; None where there is no such one."""
        here: Any = self._root
        for step in path:
            if isinstance(here, yaml.MappingNode):
                here = next((value for key, value in here.value if key.value == step), None)
            elif isinstance(here, yaml.SequenceNode) and isinstance(step, int) and step < len(here.value):
                here = here.value[step]
            else:
                return None
        return here

    def scalars(self, path: tuple[str | int | None, ...] = ()) -> Iterator[tuple[Path, str]]:
        """The path and the text of each scalar at `path`, in which None stands for every item of a list."""
        return self._scalars(self._root, path, ())

    def _scalars(self, node: Any, path: tuple[str | int | None, ...], gone: Path) -> Iterator[tuple[Path, str]]:
        if not path:
            if isinstance(node, yaml.ScalarNode):
                yield gone, node.value
            return
        if isinstance(node, yaml.MappingNode):
            found: list[tuple[str | int, Any]] = [(key.value, value) for key, value in node.value]
        else:
            found = list(enumerate(node.value)) if isinstance(node, yaml.SequenceNode) else []
        for step, value in found:
            if path[0] == step or (path[0] is None and isinstance(step, int)):
                yield from self._scalars(value, path[1:], (*gone, step))

    def places_of(self, path: Path, value: str) -> Iterator[Path]:
        """The path of each scalar at or below `path` that says `value`; not those of keys."""
        node = self.find(path)
        if isinstance(node, yaml.ScalarNode):
            if node.value == value:
                yield path
            return
        for number, item in enumerate(node.value if node else ()):
            step = item[0].value if isinstance(item, tuple) else number
            yield from self.places_of((*path, step), value)

    def replace(self, path: Path, value: str) -> Edit:
        """The edit by which the scalar at `path` becomes `value`."""
        node = self.find(path)
        return self._edit(node.start_mark.index, node.end_mark.index, _flow(value))

    def assign(self, path: Path, value: Any) -> Edit:
        """The edit by which the key at the end of `path`, there already or not, holds `value`."""
        mapping = self.find(path[:-1])
        key, node = next(((key, node) for key, node in mapping.value if key.value == path[-1]), (None, None))
        if key is None:
            return self.put(path, value)
        written = f"{path[-1]}: {_flow(value)}"
        if not mapping.flow_style:
            lines = _indented(render_yaml({path[-1]: value}), mapping.start_mark.column)
            written = lines.strip(" ").removesuffix("\n")
        return self._edit(key.start_mark.index, self._end(node), written)

    def span(self, path: Path) -> tuple[int, int]:
        """Where the value at `path`, which is there, begins and ends in its file."""
        node = self.find(path)
        return self._start + node.start_mark.index, self._start + self._end(node)

    def put(self, path: Path, value: Any, before: str = "") -> Edit:
        """The edit by which the mapping at the head of `path` gets its last step as a key, with `value`.

        Args:
            path: where; the mapping itself is there.
            value: what the key holds.
            before: the key before which it comes; otherwise it is the last one.
        """
        mapping = self.find(path[:-1])
        lines = render_yaml({path[-1]: value})
        column = mapping.start_mark.column
        follower = next((key for key, _ in mapping.value if key.value == before), None)
        if follower:
            at = follower.start_mark.index
            return self._edit(at, at, _indented(lines, column).lstrip(" ") + " " * column)
        if mapping.flow_style:
            at = self._end(mapping.value[-1][1])
            return self._edit(at, at, f", {path[-1]}: {_flow(value)}")
        return self._below(mapping, lines, column)

    def insert(self, path: Path, value: Any, index: int | None = None) -> Edit:
        """The edit by which the list at `path`, empty or left out or not, gets one more item.

        Args:
            path: where the list is, or would be.
            value: the item.
            index: before which item it comes; after the last one by itself.
        """
        node = self.find(path)
        if node is None:
            return self.put(path, [value])
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        if not items:
            return self._fill(node, path, value)
        if node.flow_style:
            at = self._end(items[-1]) if index is None or index >= len(items) else items[index].start_mark.index
            return self._edit(at, at, f", {_flow(value)}" if at > items[-1].start_mark.index else f"{_flow(value)}, ")
        column = node.start_mark.column
        lines = render_yaml([value])
        if index is None or index >= len(items):
            return self._below(node, lines, column)
        at = self._text.rfind("-", 0, items[index].start_mark.index)
        return self._edit(at, at, _indented(lines, column).lstrip(" ") + " " * column)

    def remember(self, path: Path, old: str, new: str) -> Edit:
        """The edit by which what is at `path`, called `old` before and `new` now, says so under `formerly`."""
        place = (*path, "formerly")
        earlier = [name for _, name in self.scalars((*place, None))]
        if new in earlier:
            return self.replace((*place, earlier.index(new)), old)
        if self.find(place) is not None:
            return self.insert(place, old)
        return self.put(place, [old], before="" if path else "fields")

    def remove(self, path: Path) -> Edit:
        """The edit by which the item at `path` leaves its list."""
        parent, index = self.find(path[:-1]), path[-1]
        items = parent.value
        if parent.flow_style:
            kept = [self._raw(item) for number, item in enumerate(items) if number != index]
            return self._edit(parent.start_mark.index, parent.end_mark.index, f"[{', '.join(kept)}]")
        if len(items) == 1:
            start = self._text[: parent.start_mark.index].rfind(":") + 1
            return self._edit(start, self._end(parent), " []")
        start = self._line_start(self._text.rfind("-", 0, items[index].start_mark.index))
        return self._edit(start, self._line_end(self._end(items[index])) + 1, "")

    def drop(self, path: Path) -> Edit:
        """The edit by which the key at the end of `path`, one of several of a block, goes with its value."""
        mapping = self.find(path[:-1])
        key, value = next((key, value) for key, value in mapping.value if key.value == path[-1])
        column = mapping.start_mark.column
        if key is mapping.value[0][0]:  # it may stand behind the dash of a list
            follower = mapping.value[1][0]
            return self._edit(key.start_mark.index, follower.start_mark.index, "")
        start = key.start_mark.index - column
        return self._edit(start, self._line_end(self._end(value)) + 1, "")

    def _fill(self, node: Any, path: Path, value: Any) -> Edit:
        """An empty list gets its first item."""
        if self.find(path[:-1]).flow_style:
            return self._edit(node.start_mark.index, node.end_mark.index, f"[{_flow(value)}]")
        column = self.find(path[:-1]).start_mark.column
        start = len(self._text[: node.start_mark.index].rstrip())
        lines = _indented(render_yaml([value]), column).removesuffix("\n")
        return self._edit(start, node.end_mark.index, f"\n{lines}")

    def _below(self, node: Any, lines: str, column: int) -> Edit:
        """`lines`, below the last line of a block."""
        at = self._line_end(self._end(node))
        if at == len(self._text):
            return self._edit(at, at, "\n" + _indented(lines, column))
        return self._edit(at + 1, at + 1, _indented(lines, column))

    def _end(self, node: Any) -> int:
        """Where the last word of a node ends: a block's own end is where the next thing begins."""
        children = [child for child in node.value if not isinstance(child, str)] if node.value else []
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not children:
            end: int = node.end_mark.index
            return len(self._text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end
        last = children[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _raw(self, node: Any) -> str:
        return self._text[node.start_mark.index : node.end_mark.index]

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        found = self._text.find("\n", offset)
        return len(self._text) if found < 0 else found

    def _edit(self, start: int, end: int, text: str) -> Edit:
        return Edit(self._start + start, self._start + end, text)


def _indented(lines: str, column: int) -> str:
    return "".join(f"{' ' * column}{line}\n" for line in lines.splitlines())


def _flow(value: Any) -> str:
    """`value` as it can stand in a list between brackets, and so anywhere."""
    written = yaml.safe_dump([value], default_flow_style=True, sort_keys=False, allow_unicode=True, width=UNFOLDED)
    return written.strip()[1:-1]


def json_spans(text: str) -> list[tuple[int, int]]:
    """Where each item of a JSON list begins and ends."""
    decoder, found = json.JSONDecoder(), []
    offset = text.index("[") + 1
    while (rest := text[offset:].lstrip(" \t\n,"))[0] != "]":
        start = len(text) - len(rest)
        _, offset = decoder.raw_decode(text, start)
        found.append((start, offset))
    return found


def insert_json(text: str, index: int, item: dict[str, Any]) -> Edit:
    """The edit by which a JSON list gets one more item.

    Args:
        text: the list.
        index: before which item it comes.
        item: what is added.
    """
    lines = json.dumps(item, ensure_ascii=False, indent=2).split("\n")
    written = "\n  ".join(lines)
    starts = [start for start, _ in json_spans(text)]
    if not starts:
        at = text.index("[") + 1
        return Edit(at, at + len(text[at:]) - len(text[at:].lstrip()), f"\n  {written}\n")
    if index < len(starts):
        return Edit(starts[index], starts[index], f"{written},\n  ")
    at = len(text[: text.rindex("]")].rstrip())
    return Edit(at, at, f",\n  {written}")
