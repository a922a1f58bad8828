"""JSON Schemas of what authors write, for their editors, and of a reader's answers. The generator never reads them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..model.answers import AnswersFile
from ..model.content import PageMatter, schema_text
from ..model.glossary import GlossaryFile, SynonymsFile
from ..model.literature import Source
from ..model.outline import ChapterMatter, CourseOutline
from ..model.reflection import ReflectionsFile
from ..model.worksheet import WorksheetMatter

FILES: Mapping[str, Any] = {
    "course": CourseOutline,
    "page": PageMatter,
    "chapter": ChapterMatter,
    "worksheet": WorksheetMatter,
    "reflections": ReflectionsFile,
    "glossary": GlossaryFile,
    "literature": list[Source],
    "synonyms": SynonymsFile,
    "answers": AnswersFile,
}
"""Each schema's name and what it describes: a data file, the front matter of a page, or a file of answers."""


def export_schemas(folder: Path, only_check: bool = False) -> list[Path]:
    """Write `<name>.schema.json` for each kind of file into `folder`.

    Args:
        folder: where they go.
        only_check: write nothing.

    Returns:
        The files that were not up to date.
    """
    stale = []
    for name, kind in FILES.items():
        path = folder / f"{name}.schema.json"
        text = schema_text(kind)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not only_check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return stale
