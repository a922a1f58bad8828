"""The service worker by which a hosted copy opens without a network: it knows every file of the site by its hash."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from ..settings import Settings
from .policy import digest

WORKER = "worker.js"
"""At the site's root: a worker sees what is below its own folder. Until it is written, one stands there that takes
away what an earlier copy left (overrides/worker.js); it stays for a course that is not to be kept."""
KEPT = ".html .css .js .svg .png .jpg .jpeg .webp .avif .gif .ico .woff2 .ics".split()
"""What pages are made of. What else an author adds, such as a film or a document to download, may be large."""
ICONS = "assets/images/icon-"
"""How those begin that a phone shows outside the browser; no page asks for them."""
SPREAD = 4096


def export_worker(folder: Path, settings: Settings) -> None:
    """Write the worker of the finished site in `folder`; nothing there may change after it."""
    if not settings.offline:
        return
    files = {path: digest((folder / path).read_bytes()) for path in kept_files(folder)}
    text = Path(__file__).with_name(WORKER).read_text(encoding="utf-8")
    for name, value in {"COURSE": settings.course, "FILES": files}.items():
        empty = f"const {name} = {json.dumps(type(value)())};"
        assert text.count(empty) == 1, f"{WORKER} has one line '{empty}'"  # noqa: S101 - our own file
        text = text.replace(empty, f"const {name} = {json.dumps(value, ensure_ascii=False, indent=0)};")
    (folder / WORKER).write_text(text + _filler(text), encoding="utf-8", newline="\n")


def kept_files(folder: Path) -> Iterator[str]:
    """The path of each file that is kept in the reader's browser, in order."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix in KEPT and not name.startswith((ICONS, WORKER)):
            yield name


def _filler(text: str) -> str:
    """A last line whose length follows from the text.

    Hashes have one length. A server that knows files by size and date, with the dates of an unpacked archive, would
    tell browsers that a worker with other hashes is the one that they have, and they would never get a new version.
    """
    return f"//{'-' * (int.from_bytes(hashlib.sha256(text.encode()).digest()[:2]) % SPREAD)}\n"
