"""What the search box of a finished site looks in, read back."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Found:
    """One section, with what it belongs to."""

    kind: str
    title: str
    heading: str
    text: str
    names: str


def read_index(site: Path) -> dict[str, Any]:
    """Everything that the script holds."""
    text = (site / "search/index.js").read_text(encoding="utf-8")
    before, _, data = text.partition(" = ")
    assert "(window.leergang ??= {}).index" == before
    return dict(json.loads(data.removesuffix(";\n")))


def read_sections(site: Path) -> dict[str, Found]:
    """Every section by its address."""
    found = {}
    for kind, url, title, sections in read_index(site)["documents"]:
        for anchor, heading, text, *names in sections:
            found[f"{url}#{anchor}" if anchor else url] = Found(kind, title, heading, text, "".join(names))
    return found
