"""What is safe to mend in authors' files: how they are written, never what they say."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Report
from ..pages.page import FRONT_MATTER
from ..pages.source import author_path
from ..pages.template import OffsetEnvironment, TemplateError
from ..settings import Settings, is_leftover
from ..strings import Strings
from .key_order import with_keys_in_order
from .write import write_files

ENDINGS = frozenset({".md", ".yml", ".json", ".txt"})
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_DOUBLE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
_SINGLE = "'\u2018\u2019\u201a\u201b"
_QUOTED = re.compile(
    rf"(?:(?P<good>\"[^\"\n]*\"|'[^'\n]*')|[{_DOUBLE}][^{_DOUBLE}\n]*[{_DOUBLE}]"
    rf"|[{_SINGLE}][^{_SINGLE}{_DOUBLE}\n]*[{_SINGLE}])(?=\s*[,)])"
)
"""What stands between quotes, at the end of an argument: straight ones, or any two of a kind."""
_HARD_BREAK = re.compile(r"\S {2,}$")


@dataclass
class _Text:
    """A file's text while it is mended."""

    text: str
    done: list[str] = field(default_factory=list)

    def mend(self, what: str, mend: Callable[[str], str]) -> None:
        """Do one thing to the text, and remember what if it changed anything."""
        if (mended := mend(self.text)) != self.text:
            self.text = mended
            self.done.append(what)


def fix_files(settings: Settings, strings: Strings) -> Iterator[tuple[str, list[str]]]:
    """Mend every file below docs/, or a school's own: each file that changed, and the keys of what was done to it."""
    environment, docs = OffsetEnvironment(settings.delimiters), settings.layers[0]
    for path in sorted(docs.rglob("*")):
        if path.suffix not in ENDINGS or is_leftover(path.relative_to(docs)) or not path.is_file():
            continue
        if done := _fix(path, environment, strings):
            yield author_path(path), done


def render_fixes(settings: Settings, strings: Strings) -> str:
    """Mend every file, and tell what was done, a line a file."""
    lines = [
        f"{path}: {', '.join(strings(f'fix.{what}') for what in done)}" for path, done in fix_files(settings, strings)
    ]
    return "\n".join([*lines, strings("fix.changed", count=len(lines)) if lines else strings("fix.nothing")])


def _fix(path: Path, environment: OffsetEnvironment, strings: Strings) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):  # the check tells
        return []
    if not text.strip():
        return []
    mending = _Text(text)
    mending.mend("line-ends", lambda text: text.replace("\r\n", "\n").replace("\r", "\n"))
    if path.suffix == ".md":
        mending.mend("quotes", lambda text: _straighten(text, environment))
    mending.mend("spaces", _trim_page if path.suffix == ".md" else _trim)
    mending.mend("last-line", lambda text: text.rstrip("\n") + "\n")
    if path.suffix in (".md", ".yml"):
        mending.mend("keys", lambda text: _arranged(text, path.suffix, strings))
    if mending.done:
        write_files({path.resolve(): mending.text.encode()})
    return mending.done


def _trim(text: str) -> str:
    """Without white space at the ends of lines; in YAML that is part of a text nowhere but in a block of lines."""
    if re.search(r"[:-] +[|>][+-]?\d?[ \t]*$", text, re.M):
        return text
    return re.sub(r"[ \t]+$", "", text, flags=re.M)


def _trim_page(text: str) -> str:
    """Without white space at the ends of lines, but for the two spaces that break a line, and code."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    lines, fence = [], ""
    for line in text[start:].split("\n"):
        mark = _FENCE.match(line)
        if fence or line.startswith(("    ", "\t")) or _HARD_BREAK.search(line):
            lines.append(line)
        else:
            lines.append(line.rstrip(" \t"))
        if mark and not fence:
            fence = mark[0]
        elif mark and mark[0].startswith(fence):
            fence = ""
    return _trim(text[:start]) + "\n".join(lines)


def _arranged(text: str, suffix: str, strings: Strings) -> str:
    quiet = Report(strings)
    if suffix == ".yml":
        return with_keys_in_order(text, quiet)
    front = FRONT_MATTER.match(text)
    return text[: front.start(1)] + with_keys_in_order(front[1], quiet) + text[front.end(1) :] if front else text


def _straighten(text: str, environment: OffsetEnvironment) -> str:
    """With straight quotes around what macros are given; where a page can be read it has no others."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    try:
        environment.parse_page(text[start:])
    except TemplateError:
        return text[:start] + _without_curly(text[start:], environment)
    return text


def _without_curly(text: str, environment: OffsetEnvironment) -> str:
    start, end = re.escape(environment.block_start_string), re.escape(environment.block_end_string)
    raw = rf"{start}[-+]?\s*raw\b.*?\bendraw\s*[-+]?{end}"
    block = rf"{start}[^\n]*?{end}"
    call = rf"{re.escape(environment.variable_start_string)}[^\n]*?{re.escape(environment.variable_end_string)}"
    return re.sub(
        rf"(?s:(?P<raw>{raw}))|{block}|{call}", lambda found: found[0] if found["raw"] else _straight(found[0]), text
    )


def _straight(call: str) -> str:
    """A call with straight quotes around each text that has no double quotes in it."""
    return _QUOTED.sub(lambda quoted: quoted[0] if quoted["good"] else f'"{quoted[0][1:-1]}"', call)
