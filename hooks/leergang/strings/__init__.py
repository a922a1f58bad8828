"""Every word the generator itself says, one YAML file a language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

FALLBACK = "en"
_FOLDER = Path(__file__).parent


class Strings:
    """The words of one language.

    Keys are dotted paths into the file: `strings("worksheet.minutes", count=20)`.
    """

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language = language
        self._words = words

    def __call__(self, key: str, /, **values: object) -> str:
        """The words for `key`, with `{name}` filled in.

        Where the file has `key.one` beside `key`, that form is used for `count=1`.

        Raises:
            KeyError: there are no words for `key`.
        """
        if values.get("count") == 1 and f"{key}.one" in self._words:
            key = f"{key}.one"
        words = self._words.get(key) or self._words[f"{key}.other"]
        return words.format(**values) if values else words

    def __contains__(self, key: str) -> bool:
        return key in self._words

    def section(self, name: str) -> dict[str, str]:
        """All words below a key, for scripts to say."""
        return {key.removeprefix(f"{name}."): words for key, words in self._words.items() if key.startswith(f"{name}.")}

    def keys(self) -> set[str]:
        """Every key there are words for."""
        return set(self._words)


def languages() -> list[str]:
    """The languages there are words in."""
    return sorted(file.stem for file in _FOLDER.glob("*.yml"))


def load_strings(language: str) -> Strings:
    """The words of `language`, or English where there are none."""
    found = language if language in languages() else FALLBACK
    text = (_FOLDER / f"{found}.yml").read_text(encoding="utf-8")
    return Strings(found, dict(_flatten(yaml.load(text, Loader=yaml.CSafeLoader))))


def _flatten(words: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in words.items():
        path = f"{prefix}{key}"
        pairs += _flatten(value, f"{path}.") if isinstance(value, dict) else [(path, str(value))]
    return pairs
