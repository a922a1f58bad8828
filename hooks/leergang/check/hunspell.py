"""hunspell, which knows how words are spelled, where it is installed."""

import shutil
import subprocess
from collections.abc import Iterable
from threading import Thread

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
"""Its names of them, by language."""


class Hunspell:
    """A hunspell that waits to be asked, once; one that isn't installed knows every word.

    It takes as long to read its dictionary as a check takes to read a course: it begins at once, and looks up words
    beside whoever asks.
    """

    def __init__(self, language: str) -> None:
        dictionary, program = DICTIONARIES.get(language), shutil.which("hunspell")
        self._command = [program, "-d", dictionary, "-i", "utf-8"] if program and dictionary else []
        self._process = self._start("-l") if self._command else None
        self._asking: Thread | None = None
        self._answer = ""

    def _start(self, mode: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603 - no text of an author is part of the command
            [*self._command, mode], encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, words: Iterable[str]) -> None:
        """Give it words to look up."""
        if self._process:
            self._asking = Thread(target=self._ask, args=(self._process, "\n".join(words)))
            self._asking.start()

    def _ask(self, process: "subprocess.Popen[str]", text: str) -> None:
        self._answer, _ = process.communicate(text)

    def unknown(self) -> list[str]:
        """Those of the words that it was asked about which it doesn't know."""
        if self._asking:
            self._asking.join()
        return self._answer.split()

    def suggestions(self, words: Iterable[str]) -> dict[str, list[str]]:
        """What it would write in the place of each; that takes it a twentieth of a second a word."""
        asked = list(words)
        if not asked:
            return {}
        told, _ = self._start("-a").communicate("\n".join(f"^{word}" for word in asked))
        found: dict[str, list[str]] = {word: [] for word in asked}
        for line in told.split("\n"):  # & word count offset: first, second
            if line.startswith("& "):
                found[line.split(" ", 2)[1]] = line.partition(": ")[2].split(", ")
        return {word: meant for word, meant in found.items() if word in asked}
