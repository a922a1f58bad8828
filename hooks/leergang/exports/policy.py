"""A Content-Security-Policy in every page: it loads, runs and sends nothing but what the site itself holds.

In the page and not only in a server's headers, so that it holds on a file share too. Source: the W3C's Content
Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

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
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S | re.I)
"""One that stands in the page itself: only in that for an address that doesn't exist, which can ask for no file."""
_HEAD = re.compile(r"<meta charset=[^>]*>", re.I)


def with_policy(html: str) -> str:
    """A finished page with its policy in it; what is no whole page stays as it is."""
    head = _HEAD.search(html)
    if not head:
        return html
    policy = render_policy(scripts_in(html), _STYLE.findall(html))
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html[: head.end()] + meta + html[head.end() :]


def scripts_in(html: str) -> list[str]:
    """The texts of the scripts that run and stand in a page itself."""
    return _SCRIPT.findall(html)


def render_policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy of a page.

    Args:
        scripts: the texts of the scripts that stand in the page itself.
        styles: those of the styles.
    """
    hashes = {"script-src": _hashes(scripts), "style-src": _hashes(styles)}
    return "; ".join(f"{name} {value}{hashes.get(name, '')}" for name, value in DIRECTIVES.items())


def _hashes(texts: Iterable[str]) -> str:
    return "".join(f" 'sha256-{digest(text.encode())}'" for text in dict.fromkeys(texts))


def digest(content: bytes) -> str:
    """The SHA-256 of a content, as browsers have it: in base64."""
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
