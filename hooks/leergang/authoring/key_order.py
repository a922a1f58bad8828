"""The order of keys in YAML: `id` and `kind` first, and all else as its author wrote it."""

import re
from collections.abc import Iterator

import yaml

from ..diagnostics import Report
from ..pages.data import read_yaml

FIRST = ("id", "kind")
_REMARK = re.compile(r"(?:^|\s)#")
_MARK = re.compile(r"(?:^|[\s\[{,])[&*!]")


def with_keys_in_order(text: str, report: Report) -> str:
    """YAML with its keys in order; as it was where that could lose something: remarks, labels or what can't be read.

    Args:
        text: the YAML.
        report: a report that nobody reads, in whatever language.
    """
    before = read_yaml(text, "", report)
    if before is None or before.data is None or report.failed():
        return text
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    if node is None:
        return text
    if _REMARK.search(_outside(text, node)) or _MARK.search(_outside(text, node)):
        return text
    written = text[: node.start_mark.index] + _in_order(text, node) + text[node.end_mark.index :]
    after = read_yaml(written, "", report)
    return written if after and after.data == before.data else text


def _in_order(text: str, node: yaml.Node) -> str:
    """What stands at `node`, with the lines of its keys in order; what is between braces stays."""
    parts, end = [], node.start_mark.index
    for child in _children(node):
        parts.append(text[end : child.start_mark.index])
        parts.append(_in_order(text, child))
        end = child.end_mark.index
    parts.append(text[end : node.end_mark.index])
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return "".join(parts)
    names = [key.value for key, _ in node.value]
    pairs = ["".join(parts[at : at + 4]) for at in range(1, len(parts), 4)]  # each with what stands behind it
    lines = [pair.rstrip() for pair in pairs]
    ends = [pair[len(line) :] for pair, line in zip(pairs, lines, strict=True)]
    order = sorted(
        range(len(names)), key=lambda index: FIRST.index(names[index]) if names[index] in FIRST else len(FIRST)
    )
    return parts[0] + "".join(lines[index] + end for index, end in zip(order, ends, strict=True))


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (part for pair in node.value for part in pair)
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _outside(text: str, node: yaml.Node) -> str:
    """The text without its scalars, but for blocks of lines: its signs, and remarks if it has any."""
    parts, end = [], 0
    for start, until in sorted(_spans(node)):
        parts.append(text[end:start])
        end = max(end, until)
    return "_".join([*parts, text[end:]])


def _spans(node: yaml.Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
        yield node.start_mark.index, node.end_mark.index
    for child in _children(node):
        yield from _spans(child)
