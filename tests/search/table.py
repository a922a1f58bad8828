"""The tables that Python and the browser are both held to, and the questions that search is measured by."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Question:
    """What someone types, and where they would be content to arrive."""

    text: str
    held: bool
    """Whether it is kept apart: answered, and not looked at while weights are chosen."""
    pages: tuple[str, ...]

    def is_answered_by(self, url: str) -> bool:
        """Whether a result leads to one of its pages, or to the very place where an anchor says so."""
        return url in self.pages or url.partition("#")[0] in self.pages


@cache
def words() -> list[tuple[str, str, str]]:
    """Each form of each word: its language, its stem, and the form."""
    return [(language, stem, form) for language, stem, forms in _rows("words.tsv") for form in forms.split()]


@cache
def questions() -> list[Question]:
    """What people would type."""
    return [Question(text, kept == "held", tuple(pages.split())) for text, kept, pages in _rows("questions.tsv")]


def _rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]
