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
from ..problems import of_error
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
    """Check the course and write `settings.site`; where that is a link, what it leads to.

    Returns:
        The exit code: 0, 1 when the content has errors, or 2 when nothing can be written there; what was there before
        is then left untouched.
    """
    strings = load_strings(settings.language)
    click.echo(strings("build.building"), err=True)
    fresh = target = Path(os.path.realpath(settings.site))
    try:
        fresh = _folder_for(target)
        if not write_site(settings, fresh, edition, strict):
            return 1
        fresh.chmod(0o755)
        _swap(fresh, target)
    except OSError as error:
        reason = reason_of(error, target, fresh)
        click.echo(strings("build.no-room", path=settings.site.as_posix(), reason=reason), err=True)
        return 2
    finally:
        if fresh != target:
            shutil.rmtree(fresh, ignore_errors=True)
    click.echo(strings("build.done", path=settings.site.as_posix()), err=True)
    return 0


def reason_of(error: OSError, *known: Path) -> str:
    """Why something can't be written, with the file that it is about, unless that is in one of the folders `known`."""
    names = [name for name in (error.filename, error.filename2) if name]
    inside = any(is_within(Path(name), folder) for name in names for folder in known)
    return f"{error.strerror or error}{f' ({names[0]})' if names and not inside else ''}"


def is_within(path: Path, folder: Path) -> bool:
    """Whether a path leads to a folder or into it."""
    return path.resolve().is_relative_to(folder.resolve())


def _folder_for(target: Path) -> Path:
    """A new folder for what is going to be `target`: beside it, or in it where only that can be written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-"
    try:
        return Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    except OSError:
        if not target.is_dir():
            raise
        return Path(tempfile.mkdtemp(prefix=prefix, dir=target))


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
    done = _run_engine(settings, folder, engine)
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
    try:
        if not folder.exists():
            return True
        return folder.is_dir() and (not any(folder.iterdir()) or (folder / SCHEMA).is_file())
    except OSError:  # what may not be looked at isn't ours
        return False


class _Short(logging.Formatter):
    """What the engine says, without how Python came there."""

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage().partition("\n```\nTraceback")[0].rstrip()
        return f"{record.levelname}: {said}"


def _run_engine(settings: Settings, folder: Path, engine: "Engine | None") -> "Engine | None":
    """What `mkdocs build --strict` does, in this process: another would take a tenth of a second to start.

    Returns:
        The engine that built; None where it couldn't.
    """
    log = logging.getLogger("mkdocs")
    log.addHandler(messages := logging.StreamHandler())
    messages.setFormatter(_Short())
    try:
        found = engine or _load(settings.config)
        found.build(folder)
    except click.ClickException as error:
        error.show()
        return None
    except (Exception, SystemExit) as error:  # the macros plugin exits
        problem = of_error(error, settings.config)
        if problem.kind != "template":
            if isinstance(error, SystemExit) and error.__context__:
                raise error.__context__ from None
            raise
        strings = load_strings(settings.language)
        reason = strings("preview.wrong-template", reason=problem.message)
        click.echo(f"{problem.path}:{problem.line}: {strings('diagnostics.error')}: {reason}", err=True)
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
        try:
            self._config.plugins.on_startup(command="build", dirty=False)
            self._build(self._config)
            self._config.plugins.on_shutdown()
        finally:
            if site := getattr(self._config, "leergang", None):
                site.rendering.bibliography.close()  # a process may end without tidying up

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
    """Put `fresh` in the place of `target`, with no moment at which neither is whole.

    A folder that can't be renamed, such as a mount, stays: then what is in it is swapped, one by one.

    Raises:
        OSError: it can't be done; what was there is there again.
    """
    old = fresh.with_name(f"{fresh.name}-old")
    try:
        if target.exists():
            target.rename(old)
    except OSError:
        _swap_inside(fresh, target)
    else:
        fresh.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _swap_inside(fresh: Path, target: Path) -> None:
    new, old = target / fresh.name, target / f"{fresh.name}-old"
    moved: list[tuple[Path, Path]] = []
    try:
        shutil.move(fresh, new)  # be it to another disk: before anything of the old goes
        old.mkdir()
        moves = [(path, old / path.name) for path in target.iterdir() if path not in (new, old)]
        for source, there in [*moves, *((path, target / path.name) for path in new.iterdir())]:
            source.rename(there)
            moved.append((source, there))
    except OSError:
        for source, there in reversed(moved):
            there.rename(source)
        raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
