"""The site itself: built beside the last good one, and put in its place when all is well."""

import contextlib
import gc
import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import click
from jinja2 import TemplateError

from ..diagnostics import Diagnostic
from ..model import Course
from ..settings import SCHOOL_VARIABLE, STRICT_VARIABLE, Settings
from ..sharing import compiled_in
from ..strings import load_strings
from ..theme import frame_environment
from .mend import mend
from .missing import PAGE as MISSING
from .missing import take_in
from .offline import export_worker
from .policy import with_policy
from .slim import export_slim

SCHEMA = "answers.schema.json"
"""By this file one sees that a folder is a site of ours."""
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
        if not write_site(settings, fresh, edition, strict):
            return 1
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    click.echo(strings("build.done", path=target.as_posix()), err=True)
    return 0


def write_site(
    settings: Settings,
    folder: Path,
    edition: str | None = None,
    strict: bool = False,
    engine: "Engine | None" = None,
) -> "Engine | None":
    """Check the course and write its finished site into an empty folder.

    Args:
        settings: which course, and which school's edition of it.
        folder: where the site goes.
        edition: for whom; None where that is as mkdocs.yml says.
        strict: whether warnings count as errors.
        engine: one that `warm_up` has loaded for this edition, and that has built nothing yet.

    Returns:
        The engine that built; None where it couldn't, and has said why.
    """
    set_environment(edition, strict)
    if settings.school:
        os.environ[SCHOOL_VARIABLE] = str(settings.school)
    done = _run_engine(settings.config, folder, engine)
    if done:
        _finish(folder)
        export_worker(folder, done.settings)
    return done


def _finish(folder: Path) -> None:
    """Do to the engine's site what it can't: each page is read once and written once."""
    pages = {path: mend(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    export_slim(folder, pages.values())
    if (missing := folder / MISSING) in pages:
        pages[missing] = take_in(pages[missing], folder)
    for path, html in pages.items():
        path.write_text(with_policy(html), encoding="utf-8", newline="")


def is_replaceable(folder: Path) -> bool:
    """Whether a site may take the place of `folder`: nothing is lost there but an earlier site."""
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / SCHEMA).is_file())


def _run_engine(config: Path, folder: Path, engine: "Engine | None") -> "Engine | None":
    """What `mkdocs build --strict` does, in this process: another would take a tenth of a second to start.

    Returns:
        The engine that built; None where it couldn't.
    """
    log = logging.getLogger("mkdocs")
    log.addHandler(messages := logging.StreamHandler())
    messages.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    try:
        found = engine or _load(config)
        found.build(folder)
    except click.ClickException as error:
        error.show()
        return None
    finally:
        log.removeHandler(messages)
    return found


def set_environment(edition: str | None, strict: bool) -> None:
    """What the engine, the theme and the course look for in the environment, before any of them is loaded."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    os.environ |= {STRICT_VARIABLE: str(int(strict)), "NO_MKDOCS_2_WARNING": "1"}
    if edition:
        os.environ["LEERGANG_EDITION"] = edition


def warm_up(settings: Settings, edition: str | None) -> "Engine | None":
    """Load all that a build loads, for processes that are forked from this one.

    Returns:
        An engine for each of them to build with; None where none can be loaded, of which each tells by itself why.
    """
    set_environment(edition, strict=False)
    engine = None
    with contextlib.suppress(click.ClickException):
        engine = _load(settings.config)
    gc.freeze()  # what none of them looks through for garbage, they needn't copy
    return engine


def _load(config: Path) -> "Engine":
    return Engine(config, strict=True)  # so that what the engine itself warns of fails too


class Engine:
    """MkDocs with its configuration, plugins and hooks loaded; it builds once, as it does from its command line.

    Args:
        config: the site's mkdocs.yml.
        options: in the place of what mkdocs.yml says, such as `strict`.

    Raises:
        click.ClickException: the configuration can't be used.
    """

    def __init__(self, config: Path, **options: Any) -> None:
        from mkdocs.commands.build import build  # imported now, since the theme looks at the environment when it is
        from mkdocs.config import load_config

        self._build = build
        self._config = load_config(str(config), **options)

    def build(self, folder: Path) -> None:
        """Write the site into an empty folder.

        Raises:
            click.ClickException: the content has errors, or the engine warned and has to be strict.
        """
        self._config.site_dir = str(folder.resolve())
        self._config.plugins.on_startup(command="build", dirty=False)
        self._build(self._config)
        self._config.plugins.on_shutdown()

    def read_frames(self, compiled: Path) -> None:
        """Compile the theme's templates, for builds that find compiled ones in that folder."""
        environment = frame_environment(self._config.theme.get_env)
        environment.bytecode_cache = compiled_in(compiled)
        for name in environment.list_templates(filter_func=_is_frame):
            with contextlib.suppress(TemplateError):  # some are of plugins, which bring what those need
                environment.get_template(name)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What the check of the course found; nothing where it wasn't reached."""
        site = getattr(self._config, "leergang", None)
        return list(site.diagnostics) if site else []

    @property
    def settings(self) -> Settings:
        """What is built, as the school has it whose edition it is."""
        return self.course.settings

    @property
    def course(self) -> Course:
        """The course that is built."""
        return self._config.leergang.course  # type: ignore[attr-defined, no-any-return]

    @property
    def docs(self) -> Path:
        """The folder of the pages, as the places of diagnostics name it."""
        return Path(os.path.relpath(self._config.docs_dir))

    def sources(self) -> list[Path]:
        """Every file and folder that the site is made from, as the configuration names them."""
        config: Any = self._config
        code = [Path(hook.__file__).parent for hook in config.hooks.values()]
        site = getattr(config, "leergang", None)
        school = site.course.settings.school if site else None
        named = [config.config_file_path, config.docs_dir, school, config.theme.custom_dir, *code, *config.watch]
        return [Path(name) for name in named if name]


def _is_frame(name: str) -> bool:
    """Whether a template may be part of every page."""
    folder, _, file = name.rpartition("/")
    return folder == "partials" or (not folder and file in ("base.html", "main.html"))


def _swap(fresh: Path, target: Path) -> None:
    """Put `fresh` in the place of `target`, with no moment at which neither is whole."""
    old = fresh.with_name(f"{fresh.name}-old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
