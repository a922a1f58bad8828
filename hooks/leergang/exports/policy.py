"""A Content-Security-Policy in every page: it loads, runs and sends nothing but what the site itself holds.

In the page and not only in a server's headers, so that it holds on a file share too. Source: the W3C's Content
Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # icons in Material's styles
    "font-src": "'self' data:",  # ours, in the stylesheet
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",  # a worksheet is sent nowhere
}
_SCRIPT = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.S | re.I)
"""One that runs and stands in the page itself; one with a `type` is data."""
_HEAD = re.compile(r"<meta charset=[^>]*>", re.I)


def export_policy(folder: Path) -> None:
    """Write its policy into each page of a site.

    Args:
        folder: the site, which is changed in its place.
    """
    for path in folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        if head := _HEAD.search(html):
            meta = f'\n<meta http-equiv="Content-Security-Policy" content="{render_policy(_SCRIPT.findall(html))}">'
            path.write_text(html[: head.end()] + meta + html[head.end() :], encoding="utf-8", newline="")


def render_policy(scripts: Iterable[str]) -> str:
    """The policy of a page.

    Args:
        scripts: the texts of the scripts that stand in the page itself.
    """
    digests = (hashlib.sha256(script.encode()).digest() for script in dict.fromkeys(scripts))
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return "; ".join(f"{name} {value}{hashes if name == 'script-src' else ''}" for name, value in DIRECTIVES.items())
