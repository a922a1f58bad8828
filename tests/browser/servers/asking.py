"""Asking a server for things, as browsers do and as others do."""

import http.client
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from .programs import Running


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def ask(running: Running, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """Ask for a path below the course's own, as it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=10)
    try:
        connection.request(method, f"{running.place}/{path}", headers=dict(headers or {}))
        found = connection.getresponse()
        return Answer(found.status, found.headers, found.read())
    finally:
        connection.close()


def ask_raw(running: Running, target: str) -> Answer:
    """Ask for what no browser would write in an address: from the root of the server."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as line:
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        found = http.client.HTTPResponse(line)
        found.begin()
        return Answer(found.status, found.headers, found.read())
