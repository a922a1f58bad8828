"""The one written form of YAML: block lists, `id` and `kind` first, folded at 80."""

import re
from collections.abc import Iterator

import yaml

from ..diagnostics import Report
from ..pages.data import read_yaml

FIRST = ("id", "kind")
WIDTH = 80
_REMARK = re.compile(r"(?:^|\s)#")
_MARK = re.compile(r"(?:^|[\s\[{,])[&*!]")


def in_written_form(text: str, report: Report) -> str:
    """YAML in the one written form; as it was where that could lose something: remarks, labels or what can't be read.

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
    _arrange(node)
    written = str(yaml.serialize(node, Dumper=yaml.CSafeDumper, width=WIDTH, allow_unicode=True))
    after = read_yaml(written, "", report)
    return written if after and after.data == before.data else text


def _arrange(node: yaml.Node) -> None:
    if isinstance(node, yaml.MappingNode):
        node.value.sort(key=lambda pair: FIRST.index(pair[0].value) if pair[0].value in FIRST else len(FIRST))
    if isinstance(node, yaml.CollectionNode):
        node.flow_style = not node.value  # `[]` has no other form
    elif isinstance(node, yaml.ScalarNode) and node.style in ("'", '"'):
        node.style = None  # quotes where they are needed
    for child in _children(node):
        _arrange(child)


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
