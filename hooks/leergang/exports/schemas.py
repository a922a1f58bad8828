"""JSON Schemas of every file that authors write, for their editors. The generator itself never reads them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..model.content import PageMatter
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
}
"""Each schema's name and what it describes: a data file, or the front matter of a page."""


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
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(kind).json_schema()}
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not only_check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return stale
