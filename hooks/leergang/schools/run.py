"""`leergang school new`, `take` and `upgrade`: what they do, what they say, and with which code they leave."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from ..authoring.guard import CONTENT_ERROR, guarded
from ..authoring.write import RefusedError
from ..diagnostics import Report
from ..model import load_course
from ..pages.source import author_path
from ..settings import Settings
from ..strings import Strings
from .base import load_folder
from .new import make_school
from .take import take
from .telling import name_of, render_upgrade
from .upgrade import is_left, upgrade


def _run(config: str, work: Callable[[Settings, Strings], tuple[str, int]]) -> None:
    """Do the work, say what it says and leave with its code."""
    said, code = guarded(config, work)
    click.echo(said)
    sys.exit(code)


def run_new(config: str, folder: Path, given: Mapping[str, str | None]) -> None:
    """Make the folder of an edition; what isn't given is asked."""

    def work(settings: Settings, strings: Strings) -> tuple[str, int]:
        make_school(load_course(settings, Report(strings)), folder, given, strings)
        return strings("school-new.made", dir=author_path(folder)), 0

    _run(config, work)


def run_take(config: str, folder: Path, page: str, block: str, item: str) -> None:
    """Take over a page, a block of it, or an item of a list."""

    def work(settings: Settings, strings: Strings) -> tuple[str, int]:
        if block and item:
            raise RefusedError(strings("take.both"))
        school = load_folder(settings, folder, strings)
        taken = take(school, page, block, item)
        name = name_of(school, taken.path, taken.key.kind, taken.key.name)
        following = strings("take.next", path=author_path(taken.path), dir=author_path(folder))
        return f"{strings('take.taken', name=name)}\n{following}", 0

    _run(config, work)


def run_upgrade(config: str, folder: Path, dry: bool) -> None:
    """Let an edition follow the course, or only tell what would happen."""

    def work(settings: Settings, strings: Strings) -> tuple[str, int]:
        school = load_folder(settings, folder, strings)
        found, effects, changed = upgrade(school, write=not dry)
        said = render_upgrade(school, found, effects, changed, dry)
        return said, CONTENT_ERROR if is_left(found) else 0

    _run(config, work)
