"""JSON Schemas of what authors write, for their editors, and of a reader's answers. The generator never reads them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model.answers import AnswersFile
from ..model.content import PageMatter, schema_text
from ..model.glossary import GlossaryFile, SynonymsFile
from ..model.literature import Source
from ..model.outline import ChapterMatter, CourseOutline
from ..model.reflection import ReflectionsFile
from ..model.school import SchoolFile
from ..model.worksheet import WorksheetMatter
from ..strings import Strings

FILES: Mapping[str, Any] = {
    "course": CourseOutline,
    "page": PageMatter,
    "chapter": ChapterMatter,
    "worksheet": WorksheetMatter,
    "reflections": ReflectionsFile,
    "glossary": GlossaryFile,
    "literature": list[Source],
    "synonyms": SynonymsFile,
    "school": SchoolFile,
    "answers": AnswersFile,
}
"""Each schema's name and what it describes: a data file, the front matter of a page, or a file of answers."""


def export_schemas(folder: Path, strings: Strings, only_check: bool = False) -> list[Path]:
    """Write `<name>.schema.json` for each kind of file into `folder`.

    Args:
        folder: where they go.
        strings: the words by which an editor tells what each key is for.
        only_check: write nothing.

    Returns:
        The files that were not up to date.
    """
    stale = []
    for name, kind in FILES.items():
        path = folder / f"{name}.schema.json"
        text = schema_text(kind, lambda schema: _describe(schema, strings))
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not only_check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return stale


def _describe(schema: dict[str, Any], strings: Strings) -> None:
    """Say of every mapping in a schema what it is, and of its keys what they are for, where there are words for it."""
    for name, found in [(schema.get("title", ""), schema), *schema.get("$defs", {}).items()]:
        if about := _about(name, found, strings):
            found["description"] = about
            for key, value in found["properties"].items():
                words = next((each for each in _keys(name, key, found) if each in strings), None)
                if words:
                    value["description"] = strings(words)


def _about(name: str, found: dict[str, Any], strings: Strings) -> str:
    """What a mapping is, as a sentence; of a field what its kind is. Empty where there are no words for it."""
    if f"kinds.{_kind(found)}.chosen" in strings:
        words = strings(f"kinds.{_kind(found)}.chosen")
        return f"{words[0].upper()}{words[1:]}."
    return strings(f"schemas.{name}.about") if f"schemas.{name}.about" in strings else ""


def _kind(found: dict[str, Any]) -> str:
    """The kind of field that a mapping is; empty for any other."""
    return str(found.get("properties", {}).get("kind", {}).get("const", ""))


def _keys(name: str, key: str, found: dict[str, Any]) -> Iterator[str]:
    """Where the words for a key of a mapping are: its kind's, its own, those of any mapping."""
    yield f"kinds.{_kind(found)}.keys.{key}"
    yield from (f"schemas.{each}.{key}" for each in (name, "any"))
