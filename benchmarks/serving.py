"""A server for what is measured in a browser: it packs text and lets browsers keep it, as a school's server would."""

import functools
import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
