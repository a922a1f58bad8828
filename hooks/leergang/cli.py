"""The `leergang` command.

Each command imports what it needs when it runs: a check starts no engine, and `--help` loads no model.
"""

import gc
import os
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from .settings import DEFAULT_LANGUAGE, EDITIONS, GLOSSARY, SCHOOL_VARIABLE, Settings, SettingsError, load_settings

CONTENT_ERROR, USAGE_ERROR = 1, 2


def _settings(config: str, school: Path | None = None) -> Settings:
    """What `config` says, for a school's edition where a folder of one is given."""
    settings = load_settings(Path(config))
    settings = replace(settings, school=school) if school else settings
    settings.check_school()
    return settings


_config = click.option("--config", default="mkdocs.yml", show_default=True, help="The site's configuration.")

_school = click.option("--school", type=click.Path(path_type=Path), help="The folder of a school's own edition.")


class _Main(click.Group):
    """All commands: each tells in the same way that mkdocs.yml, or the folder of a school, can't be used."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SettingsError as error:
            click.echo(str(error), err=True)
            sys.exit(USAGE_ERROR)


@click.group(cls=_Main)
@click.version_option(package_name="leergang")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn a folder of Markdown, YAML and CSL-JSON into a course site."""
    # A command lives for a second and its objects live as long: looking for garbage at the usual pace and once more
    # at the end, and for pydantic plugins among everything installed, is a tenth of it.
    gc.set_threshold(100_000)
    context.call_on_close(gc.freeze)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class _Forms(click.Choice):  # type: ignore[type-arg]  # before click 8.2 it took none
    """The names in `FORMATS` of a part of the package, which is imported when one of them is asked for."""

    def __init__(self, part: str) -> None:
        self._part = part
        self.case_sensitive = True

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(import_module(self._part, __package__).FORMATS)


class _Authoring(click.Group):
    """A group whose commands come from the tables of authoring, read when one is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._made())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self._made().get(cmd_name)

    def _made(self) -> dict[str, click.Command]:
        from .authoring import commands

        return commands.new_commands() if self.name == "new" else commands.rename_commands()


main.add_command(_Authoring("new", help="Make something new: a chapter, a worksheet, a term, ..."))
main.add_command(_Authoring("rename", help="Give something another id; every use follows, and so do answers."))


@main.command()
@_config
@click.option("--format", "form", type=_Forms(".diagnostics"), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--readability", is_flag=True, help="Show how easily each page reads, and by which formula.")
@click.option("--fix", is_flag=True, help="First mend what is safe: spaces, quotes of macros, the order of keys.")
@_school
def check(config: str, form: str, strict: bool, readability: bool, fix: bool, school: Path | None) -> None:
    """Check the content, without building anything; spelling too, where hunspell is installed."""
    from .pages.ahead import PagesAhead
    from .strings import load_strings

    settings = _settings(config, school)
    strings = load_strings(settings.language)
    if fix:
        from .authoring.fix import render_fixes

        click.echo(render_fixes(settings, strings), err=form != "text")
    glossary = settings.file(GLOSSARY)
    ahead = None if settings.school else PagesAhead(settings.files("*.md"), glossary, settings.delimiters, strings)
    # While another process reads the pages, this one imports what else it needs; while hunspell reads its dictionary,
    # the course is loaded; while that looks words up, the course is checked.
    from .check import check_course
    from .check.spelling import Spelling
    from .diagnostics import FORMATS, Report
    from .model import load_course

    report = Report(strings)
    spelling = Spelling(settings)
    course = load_course(settings, report, ahead)
    spelling.ask(course)
    check_course(course, report)
    spelling.check(course, report)
    if readability:
        from .check.readability import render_readings

        click.echo(render_readings(course, report.strings), err=form != "text")  # what a program reads is in one form
    click.echo(FORMATS[form](report, strict))
    sys.exit(CONTENT_ERROR if report.failed(strict) else 0)


@main.command()
@_config
@click.option("--edition", type=click.Choice(EDITIONS), help="For whom: what only trainers see stays out of the other.")
@click.option("--output", type=click.Path(path_type=Path), help="The folder to write, if not that of mkdocs.yml.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@_school
def build(config: str, edition: str | None, output: Path | None, strict: bool, school: Path | None) -> None:
    """Check the content and write site/; when anything is wrong the last good site stays as it was."""
    from .exports.build import export_site, is_replaceable
    from .strings import load_strings

    settings = _settings(config, school)
    if output:
        if not is_replaceable(output):
            strings = load_strings(settings.language)
            click.echo(strings("build.in-use", path=output.as_posix()), err=True)
            sys.exit(USAGE_ERROR)
        settings = replace(settings, site=output)
    sys.exit(export_site(settings, edition, strict))


@main.command()
@_config
@click.option("--edition", type=click.Choice(EDITIONS), help="For whom: see build.")
@click.option("--output", type=click.Path(path_type=Path), default="dist", show_default=True, help="Its folder.")
@_school
@click.option(
    "--schools", type=click.Path(path_type=Path), help="A folder with a folder for each school: a zip for each."
)
def bundle(config: str, edition: str | None, output: Path, school: Path | None, schools: Path | None) -> None:
    """Build the course and write it as one zip for who hosts it: with how to begin, server settings and checksums.

    The same content gives the same files on every machine; when anything is wrong an earlier zip stays as it was.
    """
    from .exports.bundle import export_bundle

    if school and schools:
        raise click.UsageError("--school and --schools can't be used together")
    if schools:
        from .exports.editions import export_bundles

        sys.exit(export_bundles(_settings(config), schools, edition, output))
    code, _ = export_bundle(_settings(config, school), edition, output)
    sys.exit(code)


@main.command()
@_config
@click.argument("path", metavar="ZIP|DIR", type=click.Path(path_type=Path))
def verify(config: str, path: Path) -> None:
    """Check that a bundle is as it was made, zipped or unpacked: what was changed, what is missing, what was added.

    It needs no course: without a mkdocs.yml here it speaks Dutch. Exits with 1 when a file differs, with 2 when there
    is no bundle to check.
    """
    from .exports.checksums import BundleError, verify_bundle
    from .strings import load_strings

    try:
        strings = load_strings(load_settings(Path(config)).language)
    except SettingsError:  # whatever is here, it is not the course of this bundle
        strings = load_strings(DEFAULT_LANGUAGE)
    try:
        found = verify_bundle(path)
    except BundleError as error:
        click.echo(strings(f"verify.{error.key}", **error.values), err=True)
        sys.exit(CONTENT_ERROR if error.damaged else USAGE_ERROR)
    for finding in found.findings:
        click.echo(strings(f"verify.{finding.kind}", path=finding.path))
    if found.findings:
        click.echo(strings("verify.wrong", count=len(found.findings)))
        sys.exit(CONTENT_ERROR)
    click.echo(strings("verify.right", count=found.count))
    click.echo(strings("verify.digest", digest=found.digest))


@main.command()
@_config
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 shows it to others.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="A next one when in use.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@click.option("--edition", type=click.Choice(EDITIONS), help="For whom: see build.")
@_school
def serve(config: str, host: str, port: int, open_browser: bool, edition: str | None, school: Path | None) -> None:
    """Show the site on this computer while you write: what you save shows by itself, and so does what is wrong."""
    from .serve.preview import Options, serve_site

    if edition:
        os.environ["LEERGANG_EDITION"] = edition
    if school:
        os.environ[SCHOOL_VARIABLE] = str(_settings(config, school).school)
    sys.exit(serve_site(Path(config), Options(host, port, open_browser)))


@main.command()
@_config
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when a file is out of date.")
@click.option("--directory", default="schemas", show_default=True)
def schema(config: str, only_check: bool, directory: str) -> None:
    """Write the JSON Schemas by which editors know the keys of each file, in the words of the course's language."""
    from .exports.schemas import export_schemas
    from .strings import FALLBACK, load_strings

    language = _settings(config).language if Path(config).exists() else FALLBACK
    stale = export_schemas(Path(directory), load_strings(language), only_check)
    for path in stale:
        click.echo(path)
    sys.exit(CONTENT_ERROR if only_check and stale else 0)


@main.command()
@_config
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "form", type=_Forms(".compare"), default="markdown", show_default=True)
def diff(config: str, base: str, head: str | None, form: str) -> None:
    """Tell what a change does to readers: BASE and HEAD are commits; without HEAD, the folder as it is now.

    Pages, words, reading time and level, goals, moments and minutes, sources and terms, and whose answers are touched
    and how. Neither the folder nor git's index is changed.
    """
    from .compare import FORMATS, GitError, compare_versions
    from .strings import load_strings

    settings = _settings(config)
    strings = load_strings(settings.language)
    try:
        found = compare_versions(settings, base, head, strings)
    except GitError as error:
        nearest = error.values.get("nearest")
        more = strings("diagnostics.did-you-mean", name=nearest) if nearest else ""
        click.echo(strings(f"diff.{error.key}", **error.values) + more, err=True)
        sys.exit(USAGE_ERROR)
    click.echo(FORMATS[form](found, strings))


@main.group()
def school() -> None:
    """Make, look at and upgrade a school's own edition."""


@school.command()
@_config
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "form", type=_Forms(".schools.status"), default="text", show_default=True)
def status(config: str, folder: Path, form: str) -> None:
    """Show what in the edition in FOLDER is the school's own, and what of the course it stands in the place of."""
    from .diagnostics import Report
    from .diagnostics.formats import render_text
    from .schools.status import FORMATS, read_status
    from .strings import load_strings

    settings = _settings(config, folder)
    report = Report(load_strings(settings.language))
    if found := read_status(settings, report):
        click.echo(FORMATS[form](found, report.strings))
    if report.failed():
        click.echo(render_text(report), err=True)
        sys.exit(CONTENT_ERROR)


@main.command()
@_config
@click.argument("page", default="")
@_school
def blocks(config: str, page: str, school: Path | None) -> None:
    """List the blocks that a school can replace, on PAGE or on all pages: where each is, and its first words."""
    from .schools.blocks import UnknownPageError, list_blocks, render_blocks
    from .strings import load_strings

    settings = _settings(config, school)
    strings = load_strings(settings.language)
    try:
        found = list_blocks(settings, page)
    except UnknownPageError as error:
        meant = strings("diagnostics.did-you-mean", name=error) if str(error) else ""
        click.echo(strings("blocks.no-page", page=page) + meant, err=True)
        sys.exit(USAGE_ERROR)
    click.echo(render_blocks(found, strings, bool(settings.school)))


_school_folder = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))


@school.command("new")
@_config
@_school_folder
@click.option("--name", help="The name of the school.")
@click.option("--id", "id_", help="Its short name; made of the name if left out.")
def new_school(config: str, folder: Path, name: str | None, id_: str | None) -> None:
    """Make the folder of a school's own edition; what isn't given as an option is asked."""
    from .schools.run import run_new

    run_new(config, folder, {"name": name, "id": id_})


@school.command("take")
@_config
@_school_folder
@click.argument("page")
@click.option("--block", default="", metavar="NAME", help="Only this block of the page.")
@click.option("--id", "item", default="", metavar="ID", help="This prompt, term or source of the file.")
def take_text(config: str, folder: Path, page: str, block: str, item: str) -> None:
    """Copy a text of the course into the school's docs/, to begin its own with.

    PAGE is a path below docs/: of a page, such as modules/MODULE/CHAPTER, or with --id of a list, such as
    tools/begrippen.yml.
    """
    from .schools.run import run_take

    run_take(config, folder, page, block, item)


@school.command("upgrade")
@_config
@_school_folder
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
def upgrade_school(config: str, folder: Path, dry_run: bool) -> None:
    """Let a school's texts follow the course as it is now; nothing that the school wrote is lost.

    What only the course changed is taken over, and what both changed in different places is merged. Where both changed
    the same, the school's file stays as it is, and a file beside it has both texts: change the school's file as you
    like it, delete the one beside it, and run this again. Exit codes: 0 when nothing is left to choose, 1 when
    something is, 2 when the command was called wrongly.
    """
    from .schools.run import run_upgrade

    run_upgrade(config, folder, dry_run)
