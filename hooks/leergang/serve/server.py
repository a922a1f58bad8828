"""A web server for one reader, the author: the last good site, with a script in each page that shows what changes."""

import errno
import functools
import html
import http.server
import json
import os
import re
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..exports.mend import mend
from .state import State

OWN = "/.leergang/"
"""The address below which this server's own files are; a site has no folder whose name begins with a dot."""
PATIENCE = 25.0
"""Seconds that a page waits for something new before it asks again."""
TRIES = 20
"""How many ports are tried, from the one that was asked for."""
_IN_USE = (errno.EADDRINUSE, errno.EACCES)  # the second is what Windows says, and a system that keeps low ports
_END = re.compile(rb"</body>", re.I)


_FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}


class PortError(Exception):
    """No port could be had; the text is the system's reason."""


class Server:
    """Serves in a thread of its own until it is stopped.

    Args:
        state: what is to be shown.
        host: the address to listen at.
        port: the port to begin with; a following one is taken when it is in use.

    Raises:
        PortError: no port could be had.
    """

    def __init__(self, state: State, host: str, port: int) -> None:
        self._state = state
        handler = functools.partial(_Handler, state)
        self._running = _listen(host, port, handler)
        self.port: int = self._running.server_address[1]
        self.address = f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def start(self) -> None:
        """Answer from now on."""
        threading.Thread(target=self._running.serve_forever, args=(0.1,), daemon=True).start()

    def stop(self) -> None:
        """Answer nobody any more."""
        self._state.close()
        self._running.shutdown()
        self._running.server_close()


class _Threaded(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a page that waits would keep us
    allow_reuse_address = os.name == "posix"  # elsewhere two servers would share one port


class _Threaded6(_Threaded):
    address_family = socket.AF_INET6


def _listen(host: str, port: int, handler: Callable[..., Any]) -> http.server.ThreadingHTTPServer:
    kind = _Threaded6 if ":" in host else _Threaded
    last = min(port + TRIES, 65536) if port else 1
    for candidate in range(port, last):
        try:
            return kind((host, candidate), handler)
        except OSError as error:
            reason = error
            if error.errno not in _IN_USE:
                break
    raise PortError(reason.strerror or str(reason))


def _json(shown: dict[str, Any]) -> str:
    return json.dumps(shown, ensure_ascii=False)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the last good site; a browser asks for each of them anew."""

    def __init__(self, state: State, *arguments: Any, **options: Any) -> None:
        self._state = state
        super().__init__(*arguments, directory=str(state.folder or Path(__file__).parent / "nothing"), **options)

    def do_GET(self) -> None:
        """Answer with the state, a file of ours, a page with our script, or a file as it is."""
        try:
            url = urlsplit(self.path)
            if url.path.startswith(OWN):
                self._own(url.path.removeprefix(OWN), parse_qs(url.query))
            elif page := self._page(url.path):
                self._page_with_script(page)
            else:
                super().do_GET()
        except ConnectionError:  # the reader went on
            self.close_connection = True

    def _own(self, name: str, asked: dict[str, list[str]]) -> None:
        if name == "state":
            self._send(_json(self._state.wait(asked.get("known", [""])[0], PATIENCE)).encode(), "application/json")
        elif name in _FILES:
            self._send((Path(__file__).parent / name).read_bytes(), _FILES[name])
        else:
            self.send_error(404)

    def _page(self, address: str) -> Path | None:
        """The file of a page, or what stands for it when there is none; None for all but pages."""
        if not address.endswith((".html", "/")):
            return None
        path = Path(self.translate_path(address))
        return path / "index.html" if address.endswith("/") else path

    def _page_with_script(self, path: Path) -> None:
        shown, folder = self._state.wait("", 0), self._state.folder
        status = 200
        if not path.is_file():
            missing = folder / "404.html" if folder else Path()
            path = missing if missing.is_file() else Path(__file__).with_name("waiting.html")
            status = 404 if folder else 200  # the page that waits is one
        page = mend(path.read_text(encoding="utf-8")).encode()
        up = "../" * (urlsplit(self.path).path.count("/") - 1)  # relative: a host may show us below a path of its own
        told = html.escape(_json(shown))  # in the page itself: we may be gone before it asks
        script = f'<script defer src="{up}{OWN[1:]}preview.js" data-state="{told}"></script>\n</body>'.encode()
        self._send(_END.sub(lambda _: script, page, count=1), "text/html", status)

    def _send(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_head(self) -> Any:
        del self.headers["If-Modified-Since"]  # two builds may be less than a second apart
        return super().send_head()

    def log_message(self, *arguments: object) -> None:
        """Say nothing: the terminal is for the course."""
