"""The site itself: built beside the last good one, and put in its place when all is well."""

import logging
import os
import shutil
import tempfile
from pathlib import Path

import click

from ..settings import STRICT_VARIABLE, Settings
from ..strings import load_strings
from .mend import export_mended
from .offline import export_worker
from .policy import export_policy
from .slim import export_slim

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
        if not _run_engine(settings, fresh, edition, strict):
            return 1
        export_mended(fresh)
        export_slim(fresh)
        export_policy(fresh)
        export_worker(fresh, settings)
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    click.echo(strings("build.done", path=target.as_posix()), err=True)
    return 0


def _run_engine(settings: Settings, folder: Path, edition: str | None, strict: bool) -> bool:
    """What `mkdocs build --strict` does, in this process: another would take a tenth of a second to start."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    os.environ |= {STRICT_VARIABLE: str(int(strict)), "NO_MKDOCS_2_WARNING": "1"}
    if edition:
        os.environ["LEERGANG_EDITION"] = edition
    from mkdocs.commands.build import build  # imported now, since the theme looks at the variables when it is
    from mkdocs.config import load_config

    engine = logging.getLogger("mkdocs")
    engine.addHandler(messages := logging.StreamHandler())
    messages.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    try:
        # strict, so that what the engine itself warns of fails too
        config = load_config(str(settings.config), strict=True, site_dir=str(folder.resolve()))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except click.ClickException as error:
        error.show()
        return False
    finally:
        engine.removeHandler(messages)
    return True


def _swap(fresh: Path, target: Path) -> None:
    """Put `fresh` in the place of `target`, with no moment at which neither is whole."""
    old = fresh.with_name(f"{fresh.name}-old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
