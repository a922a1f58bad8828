"""The site itself: built beside the last good one, and put in its place when all is well."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from ..settings import STRICT_VARIABLE, Settings
from ..strings import Strings, load_strings

EPOCH = "315532800"
"""1980: the one moment that every file format can tell; no clock is part of a site."""


def export_site(settings: Settings, edition: str | None = None, strict: bool = False) -> int:
    """Check the course and write `settings.site`.

    Returns:
        The exit code: 0, or 1 when the content has errors; what was there before is then left untouched.
    """
    strings = load_strings(settings.language)
    click.echo(strings("build.building"), err=True)
    target = settings.site
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        if not _run_engine(settings, fresh, edition, strict, strings):
            return 1
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    click.echo(strings("build.done", path=target.as_posix()), err=True)
    return 0


def _run_engine(settings: Settings, folder: Path, edition: str | None, strict: bool, strings: Strings) -> bool:
    environment = {
        "SOURCE_DATE_EPOCH": EPOCH,
        **os.environ,
        STRICT_VARIABLE: str(int(strict)),
        "NO_MKDOCS_2_WARNING": "1",
    }
    if edition:
        environment["LEERGANG_EDITION"] = edition
    # strict, so that what the engine itself warns of fails too; never quiet with it, that hides the count
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(settings.config),
        "-d",
        str(folder.resolve()),
    ]
    with subprocess.Popen(  # noqa: S603 - no text of an author is part of the command
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as engine:
        for line in engine.stderr or ():
            if not line.startswith("INFO"):
                click.echo(line, nl=False, err=True)
    return engine.returncode == 0


def _swap(fresh: Path, target: Path) -> None:
    """Put `fresh` in the place of `target`, with no moment at which neither is whole."""
    old = fresh.with_name(f"{fresh.name}-old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
