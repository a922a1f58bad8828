"""The literature list and every citation, written in APA (7th edition) by pandoc's CSL processor.

pandoc is asked once a build for everything together, since a source's letter (2020a) and initials depend on the others.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import pypandoc
from markupsafe import Markup

from ..sharing import Share

Citation = tuple[str, str]
"""A source's id and the page or pages cited, or an empty text."""

_PARAGRAPH = re.compile(r'<p><span class="citation"[^>]*>(.*?)</span></p>', re.S)
_ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.S)
_MONTH_DAY = re.compile(r'(<date variable="\w+">\s*)<date-part name="month"/>\s*<date-part name="day" prefix=" "/>')
_DASH = re.compile("[\u2010-\u2015\u2212]")
_BETWEEN = re.compile(r"[^\w\s,.-]+")
"""What could be more to pandoc than the number of a page: it stands between two, or around one."""


class Bibliography:
    """The list and the citations of a course; pandoc works beside the build until the first is asked for.

    Args:
        items: the sources, as CSL-JSON has them.
        citations: what pages cite.
        language: of the course.
        shared: a folder in which to look for what pandoc said to another edition that asked the same.

    Raises:
        RuntimeError: from any method, when pandoc can't make sense of the list.
    """

    def __init__(
        self,
        items: Iterable[Mapping[str, Any]],
        citations: Iterable[Citation],
        language: str,
        shared: Path | None = None,
    ) -> None:
        self._items = [dict(item) for item in items]
        self._citations = list(dict.fromkeys(citations))
        self._dutch = language == "nl"
        self._process = self._start(language, shared) if self._items else None

    def _start(self, language: str, shared: Path | None) -> "subprocess.Popen[str] | None":
        """Ask pandoc; None where the answer is there already."""
        style = resources.files("leergang").joinpath("styles/apa.csl").read_text(encoding="utf-8")
        if self._dutch:  # Van den Berg is found under the B, and written as Berg, A. van den
            style = style.replace('particle="never"', 'particle="display-and-sort"')
            style = _MONTH_DAY.sub(r'\1<date-part name="day" suffix=" "/><date-part name="month"/>', style)
        items = [{key: value for key, value in item.items() if key != "note"} for item in self._items]
        lines = ["---\nnocite: '@*'\n---"]
        for name, page in self._citations:
            pages = ", ".join(part.strip() for part in _BETWEEN.split(_DASH.sub("-", page)) if part.strip())
            lines.append(f"[@{{{name}}}{f', p. {pages}' if pages else ''}]")
        asked = {"apa.csl": style, "items.json": json.dumps(items), "citations.md": "\n\n".join(lines)}
        self._share = Share(shared, "literature", "", [language, asked])
        if self._share.read() is not None:
            return None
        self._folder = tempfile.TemporaryDirectory(prefix="leergang-")
        for name, text in asked.items():
            Path(self._folder.name, name).write_text(text, encoding="utf-8")
        command = [
            pypandoc.get_pandoc_path(), "--from=markdown", "--to=html", "--citeproc", "--wrap=none",
            "--bibliography=items.json", "--csl=apa.csl", f"--metadata=lang:{language}", "citations.md",
        ]  # fmt: skip
        return subprocess.Popen(  # noqa: S603 - no text of an author is part of the command
            command, cwd=self._folder.name, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def close(self) -> None:
        """Stop pandoc, whose answer nobody waits for any more, and take away what it was given."""
        if self._process:
            with self._process:
                self._process.kill()
            self._folder.cleanup()

    @cached_property
    def _html(self) -> str:
        if self._process is None:
            return (self._share.read() or "") if self._items else ""
        html, errors = self._process.communicate()
        self.close()
        if self._process.returncode or errors:
            raise RuntimeError(f"pandoc: {errors.strip()}")
        return self._share.write(html)

    @cached_property
    def entries(self) -> Mapping[str, Markup]:
        """Each source's entry by its id, in the order of the list."""
        return {name: Markup(html) for name, html in _ENTRY.findall(self._html)}  # noqa: S704 - escaped by pandoc

    @cached_property
    def _cited(self) -> Mapping[Citation, Markup]:
        found = _PARAGRAPH.findall(self._html)
        return {key: Markup(self._capital(html)) for key, html in zip(self._citations, found, strict=True)}  # noqa: S704 - as above

    def citation(self, name: str, page: str = "") -> Markup:
        """The citation of a source in the text, with its brackets."""
        return self._cited[name, page]

    def _capital(self, html: str) -> str:
        """In a Dutch sentence a name without initials before it has a capital: (Van den Berg, 2020)."""
        if not self._dutch:
            return html
        for particle, family in self._particles:
            name = re.compile(rf"(^\(|&amp; |[;,] )({re.escape(particle)} {re.escape(family)})")
            html = name.sub(lambda found: f"{found[1]}{found[2][0].upper()}{found[2][1:]}", html)
        return html

    @cached_property
    def _particles(self) -> list[tuple[str, str]]:
        names = [name for item in self._items for value in item.values() if isinstance(value, list) for name in value]
        found = {
            (particle, name["family"])
            for name in names
            if isinstance(name, dict) and (particle := name.get("non-dropping-particle")) and name.get("family")
        }
        return sorted(found)
