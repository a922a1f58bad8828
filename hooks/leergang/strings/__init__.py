"""Every word the generator itself says: a folder a language, in it a file for each occasion."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

FALLBACK = "en"
_FOLDER = Path(__file__).parent
_SECTION = re.compile(r"^([a-z-]+):", re.M)


class Strings:
    """The words of one language.

    Keys are dotted paths into its files: `strings("worksheet.minutes", count=20)`. A file is read when the first of its
    words is asked for: nobody needs all of them.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._read: dict[str, str] = {}
        self._sections: dict[str, Mapping[str, str]] = {}
        self._waiting = {path: path.read_text(encoding="utf-8") for path in sorted((_FOLDER / language).glob("*.yml"))}

    def __call__(self, key: str, /, **values: object) -> str:
        """The words for `key`, with `{name}` filled in.

        Where the file has `key.one` beside `key`, that form is used for `count=1`.

        Raises:
            KeyError: there are no words for `key`.
        """
        words = self._words(key)
        if values.get("count") == 1 and f"{key}.one" in words:
            key = f"{key}.one"
        found = words.get(key) or words[f"{key}.other"]
        return found.format(**values) if values else found

    def __contains__(self, key: str) -> bool:
        return key in self._words(key)

    def section(self, name: str) -> Mapping[str, str]:
        """All words below a key, for scripts to say."""
        if name not in self._sections:
            start, words = f"{name}.", self._words(name)
            self._sections[name] = {key.removeprefix(start): words[key] for key in words if key.startswith(start)}
        return self._sections[name]

    def keys(self) -> set[str]:
        """Every key there are words for."""
        return {key for section in self._files for key in self._words(section)}

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        """Which file holds each section."""
        return {section: path for path, text in self._waiting.items() for section in _SECTION.findall(text)}

    def _words(self, key: str) -> Mapping[str, str]:
        """All words that have been read, those of the file with `key` among them."""
        path = self._files.get(key.partition(".")[0])
        if path in self._waiting:
            self._read.update(_flatten(yaml.load(self._waiting[path], Loader=yaml.CSafeLoader)))
            self._waiting = {other: text for other, text in self._waiting.items() if other != path}
        return self._read


def languages() -> list[str]:
    """The languages there are words in."""
    return sorted(path.name for path in _FOLDER.iterdir() if (path / "site.yml").is_file())


@cache
def load_strings(language: str) -> Strings:
    """The words of `language`, or English where there are none."""
    return Strings(language if language in languages() else FALLBACK)


def align(rows: Iterable[list[str]], indent: str = "") -> list[str]:
    """Rows of words as lines, each column as wide as its widest; the last as wide as it is."""
    listed = list(rows)
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in listed), strict=True)]
    return [
        indent + "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in listed
    ]


def _flatten(words: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        path = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flatten(value, f"{path}.")
        else:
            yield path, str(value)
