"""What a web server is told about a course, so that an administrator has hardly anything to write.

The files hold nothing that changes from one version of a course to the next, but for `web.config`, which stands in the
site itself: who replaces the site by a newer one leaves the server as it is.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from ..sharing import Share
from .policy import DIRECTIVES

TEXTS: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ics": "text/calendar",
    "xml": "application/xml",
    "svg": "image/svg+xml",
}
"""The type of each kind of file that is text, in UTF-8."""
DATA: Mapping[str, str] = {"json": "application/json", "webmanifest": "application/manifest+json"}
"""Text too, whose type has no charset."""
LASTING: Mapping[str, str] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
"""Pictures, fonts, sound and film: an old one does no harm for a day."""
DOCUMENTS: Mapping[str, str] = {
    "pdf": "application/pdf",
    "zip": "application/zip",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
"""What a trainer adds to download."""

HASHED = r"\.[0-9a-f]{8}\.min\.(css|js)$"
"""How a name ends that changes with what is in the file."""
CHECKED = "no-cache"
"""Asked for again each time, and sent only when it changed. Pages, their scripts and styles, and what search reads
belong to one version: an old script at a new page may not understand the answers there. The service worker too."""
A_DAY = "public, max-age=86400"
A_YEAR = "public, max-age=31536000, immutable"

_IN_PAGES = ("default-src", "script-src", "style-src")
"""Of the policy, what stands in the pages only: it has the hashes of each, and changes with the course."""
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Content-Security-Policy": "; ".join(
        [f"{name} {value}" for name, value in DIRECTIVES.items() if name not in _IN_PAGES] + ["script-src-attr 'none'"]
    ),
}
"""What goes with each answer. Nothing forbids a frame: a learning environment may show the course in one."""
AROUND = "frame-ancestors 'self' https://elo.school.example"
"""An example of what an administrator may add to the policy: who may show the course in a frame."""

ONLY_HTTPS = "max-age=31536000"
"""An example of the other thing: for how long, in seconds, browsers ask for nothing but https."""

_FILES: Mapping[str, str] = {
    "server/nginx.conf": "nginx.conf",
    "server/apache.conf": "apache.conf",
    "server/.htaccess": "htaccess",
    "server/Caddyfile": "Caddyfile",
    "site/.htaccess": "htaccess",
    "site/web.config": "web.config",
}
"""Each file by its path in the bundle, with its template in `server/` beside this module."""


def render_server_files(folder: Path, shared: Path | None = None) -> dict[str, str]:
    """The files for web servers, by their paths from the root of the bundle.

    Args:
        folder: the finished site, which stays as it is.
        shared: a folder for what bundles have in common.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    values: dict[str, Any] = {
        "texts": TEXTS,
        "packed": [*TEXTS.values(), *DATA.values()],
        "lasting": LASTING,
        "types": {**TEXTS, **DATA, **LASTING, **DOCUMENTS},
        "hashed": HASHED,
        "hashed_files": [name for name in names if re.search(HASHED, name)],
        "lasting_files": [name for name in names if name.rpartition(".")[2] in LASTING],
        "checked": CHECKED,
        "a_day": A_DAY,
        "a_year": A_YEAR,
        "headers": HEADERS,
        "around": AROUND,
        "only_https": ONLY_HTTPS,
    }
    found: dict[str, str] = Share(shared, "servers", "", values).value(lambda: _render(values))
    return found


def _render(values: Mapping[str, Any]) -> dict[str, str]:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("server")),
        autoescape=select_autoescape(enabled_extensions=("config",), default=False),  # XML; the others have no escapes
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return {path: templates.get_template(name).render(values) for path, name in _FILES.items()}
