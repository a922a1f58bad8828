"""What is measured in a browser: this project's site, and a server that packs text and lets browsers keep it."""

import functools
import gzip
import http.server
import mimetypes
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from leergang.exports.build import export_site
from leergang.settings import load_settings

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")

PACKED = (".woff2", ".png")
"""What is packed already."""


class _Packing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        if path.suffix not in PACKED:
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        kind = "application/manifest+json" if path.suffix == ".webmanifest" else mimetypes.guess_type(path)[0]
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=86400")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on a server of its own: from a disk, stock Material asks another host for its worker."""
    handler = functools.partial(_Packing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@contextmanager
def built(browser: str | None) -> Iterator[tuple[Path, Browser]]:
    """A folder with this project's course, built in `site`, and a browser for it; a course with errors ends all."""
    with tempfile.TemporaryDirectory(prefix="leergang-bench-") as folder, sync_playwright() as playwright:
        if code := export_site(replace(load_settings(Path("mkdocs.yml")), site=Path(folder, "site"))):
            sys.exit(code)
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        yield Path(folder), running
        running.close()
