"""How web servers that have the bundle's own files stand a busy day: a class of 200 that reads at the same time.

README.md says what and why.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the tests start servers, and so does this

from bench import say
from tests.browser.servers.programs import KINDS, Running, find_program, run_server

from leergang.exports.build import export_site
from leergang.settings import load_settings

CHAPTERS = "modules/*/*.html"
ASSETS = "assets/**/*.*"
LENGTH = b"content-length:"
CHUNKED = b"transfer-encoding: chunked"


@dataclass
class Tally:
    """What happened to all who asked."""

    times: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    size: int = 0
    reopened: int = 0
    """How often a server ended a connection between two answers, as it may: a browser then opens another."""


async def read_answer(reader: asyncio.StreamReader) -> tuple[int, int]:
    """The status of an answer, and how many bytes came with it."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head.split(b" ", 2)[1])
    if CHUNKED in head:
        total = 0
        while length := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(length + 2)
            total += length
        await reader.readexactly(2)
        return status, total
    length = int(head.partition(LENGTH)[2].split(b"\r\n", 1)[0])
    await reader.readexactly(length)
    return status, length


def is_between(error: Exception) -> bool:
    """Whether a connection ended before any part of an answer."""
    return isinstance(error, ConnectionResetError | BrokenPipeError) or (
        isinstance(error, asyncio.IncompleteReadError) and not error.partial
    )


async def visit(running: Running, requests: list[bytes], start: int, end: float, tally: Tally) -> None:
    """One reader, on one connection as long as the server keeps it, until it is time."""
    at, writer = start, None
    while time.perf_counter() < end:
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", running.port)
            begun = time.perf_counter()
            writer.write(requests[at % len(requests)])
            status, size = await read_answer(reader)
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            if writer is not None and is_between(error):
                tally.reopened += 1
            else:
                tally.errors[type(error).__name__] += 1
            if writer is not None:
                writer.close()
            writer = None
            continue
        tally.times.append(time.perf_counter() - begun)
        tally.size += size
        if status != 200:
            tally.errors[f"status {status}"] += 1
        at += 1
    if writer is not None:
        writer.close()


async def load(running: Running, connections: int, seconds: float) -> Tally:
    """What comes of so many readers for so long."""
    names = sorted(
        path.relative_to(running.site).as_posix() for kind in (CHAPTERS, ASSETS) for path in running.site.glob(kind)
    )
    requests = [
        f"GET {running.place}/{quote(name)} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode()
        for name in names
    ]
    tally, end = Tally(), time.perf_counter() + seconds
    await asyncio.gather(*(visit(running, requests, 7 * one, end, tally) for one in range(connections)))
    return tally


def row(tally: Tally, seconds: float) -> str:
    """The figures of a server, for a table."""
    parts = statistics.quantiles(tally.times, n=100)
    told = ", ".join(f"{count} {what}" for what, count in tally.errors.items()) or "0"
    figures = [len(tally.times) / seconds, 1000 * parts[49], 1000 * parts[98], tally.size / seconds / 2**20]
    return " | ".join([*(f"{figure:.0f}" for figure in figures), str(tally.reopened), told])


def main() -> int:
    """Build the course, start each server that is there, and print what it stood."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory(prefix="leergang-bench-") as folder:
        site = Path(folder, "site")
        if code := export_site(replace(load_settings(Path("mkdocs.yml")), site=site)):
            return code
        say("| server | answers a second | p50 ms | p99 ms | MiB a second | reopened | errors |")
        say("|---|---|---|---|---|---|---|")
        for name, kind in KINDS.items():
            if not (program := find_program(kind.program)):
                say(f"| {name} | not installed | | | | | |")
                continue
            with run_server(name, program, site, "/school/plg") as running:
                tally = asyncio.run(load(running, options.connections, options.seconds))
            say(f"| {name} | {row(tally, options.seconds)} |")
            failed |= bool(tally.errors)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
