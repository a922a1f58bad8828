"""A built site without what no page asks for: less to carry over a slow line, or onto a share."""

import base64
import re
from collections.abc import Iterable
from pathlib import Path

import rjsmin

from ..stylesheet import ENTRY, prune
from .policy import scripts_in

_NESTED = re.compile(r"\$\{[^}`]*`")
"""A template in a template, which rjsmin would take for the end of the outer one; such a script stays as it is."""
_FONT = re.compile(r'url\("([^"]+\.woff2)"\)')
_WORD = re.compile(r"[\w-]+")
_ATTRIBUTE = re.compile(r"""=(?:"[^"]*"|'[^']*'|[^\s>"']+)""")
"""The value of an attribute: what selectors ask for stands in one, or a script puts it there."""


def export_slim(folder: Path, pages: Iterable[str]) -> None:
    """Leave out comments in scripts and styles that apply to nothing; put fonts in the styles.

    Args:
        folder: the site, whose scripts and styles are changed in their place.
        pages: the HTML of all its pages.
    """
    scripts = sorted((folder / "assets/javascripts").glob("*.js"))
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        if not (path.name.endswith(".min.js") or _NESTED.search(text)):
            path.write_text(rjsmin.jsmin(text), encoding="utf-8", newline="")
    # Pages are alike: what stands in many of them is looked through once.
    parts = {part for page in pages for part in (*_ATTRIBUTE.findall(page), *scripts_in(page))}
    parts.update(path.read_text(encoding="utf-8") for path in scripts)
    words = set(_WORD.findall(" ".join(parts)))
    stylesheet = folder / ENTRY
    text = prune(stylesheet.read_text(encoding="utf-8"), words)
    text = _FONT.sub(lambda found: f"url({_embedded(stylesheet.parent / found[1])})", text)
    stylesheet.write_text(text, encoding="utf-8", newline="")


def _embedded(font: Path) -> str:
    """The address of a font that is part of what asks for it.

    So it is there with the first word: a font that comes later makes the page jump, and one that may come too late
    is never seen on a file share, where a browser keeps nothing.
    """
    content = base64.b64encode(font.read_bytes()).decode()
    font.unlink()
    return f"data:font/woff2;base64,{content}"
