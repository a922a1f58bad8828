"""A web server that can go away, come back at the same address with other files, and fail."""

import functools
import http.server
import shutil
import threading
from pathlib import Path
from typing import Any


class Host:
    """A server of a folder of its own; courses stand in folders below it.

    It lets browsers keep every file for a year, and knows a file by its size alone: what goes wrong at schools.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        """Each path that was asked for, in turn."""
        self.broken: set[str] = set()
        """Paths on which it fails."""
        self.port = 0
        self.start()

    def start(self) -> None:
        """Be there, at the address of before."""
        handler = functools.partial(_Handler, self, directory=str(self.folder))
        self.running = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.running.server_address[1]
        threading.Thread(target=self.running.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Be gone."""
        self.running.shutdown()
        self.running.server_close()

    def publish(self, site: Path, place: str = "cursus") -> str:
        """Put a site in a folder, in the place of what was there; gives its address."""
        shutil.rmtree(self.folder / place, ignore_errors=True)
        shutil.copytree(site, self.folder / place)
        return f"http://127.0.0.1:{self.port}/{place}"


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, host: Host, *args: Any, **options: Any) -> None:
        self.host = host
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        self.host.asked.append(self.path)
        if self.path in self.host.broken:
            return self.send_error(500)
        if self.mark() and self.headers.get("If-None-Match") == self.mark():
            self.send_response(304)
            return self.end_headers()
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def end_headers(self) -> None:
        if mark := self.mark():
            self.send_header("ETag", mark)
            self.send_header("Cache-Control", "max-age=31536000")
        super().end_headers()

    def mark(self) -> str | None:
        path = Path(self.translate_path(self.path))
        return f'"{path.stat().st_size}"' if path.is_file() else None

    def log_message(self, *args: object) -> None:
        pass
