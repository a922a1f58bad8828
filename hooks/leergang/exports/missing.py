"""The page for an address that doesn't exist, made to need no other file: it may be shown at any depth."""

import re
from pathlib import Path

from ..stylesheet import bare

PAGE = "404.html"
STYLE = "assets/stylesheets/missing.css"
SCRIPT = "assets/javascripts/missing.js"
_STYLE = re.compile(rf'<link rel="stylesheet" href="[^"]*{re.escape(STYLE)}">')
_SCRIPT = re.compile(rf'<script src="[^"]*{re.escape(SCRIPT)}"></script>')


def take_in(html: str, folder: Path) -> str:
    """The page with its style and script in itself; its policy, which comes later, has their hashes.

    Args:
        html: the page.
        folder: the site, from which those two files are taken away.
    """
    style, script = folder / STYLE, folder / SCRIPT
    css, js = bare(style.read_text(encoding="utf-8")), script.read_text(encoding="utf-8")
    html = _STYLE.sub(lambda _: f"<style>{css}</style>", html)
    html = _SCRIPT.sub(lambda _: f"<script>{js}</script>", html)
    style.unlink()
    script.unlink()
    return html
