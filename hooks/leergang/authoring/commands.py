"""`leergang new ...` and `leergang rename ...`, made from the tables of what can be new and of what has an id."""

import sys
from pathlib import Path
from typing import Any

import click

from ..check import check_course
from ..diagnostics import Diagnostic, Report, Rule
from ..model import Course, load_course
from ..model.course import MODULES, OUTLINE, WORKSHEETS
from ..pages.source import author_path
from ..settings import Settings
from ..strings import Strings
from .ask import Asking, Question, ask_all
from .guard import guarded
from .new import NEW, add_sources
from .rename import KINDS, Renaming
from .write import Draft, RefusedError, errors

TOLD_BY_STEPS = (Rule.UNUSED_WORKSHEET, Rule.UNUSED_REFLECTION, Rule.UNUSED_SOURCE, Rule.MISSING_PART)
"""Warnings about a new thing for which its next step has words of its own."""
_CONFIG = click.Option(["--config"], default="mkdocs.yml", show_default=True, help="The site's configuration.")


def new_commands() -> dict[str, click.Command]:
    """The commands of `leergang new`, by name."""
    return {kind: _new_command(kind) for kind in NEW}


def rename_commands() -> dict[str, click.Command]:
    """The commands of `leergang rename`, by name."""
    return {kind: _rename_command(kind) for kind in KINDS}


def _new_command(kind: str) -> click.Command:
    params: list[click.Parameter] = [click.Argument(["id_"], metavar="[ID]", required=False)]
    params += [_option(question) for question in NEW[kind].questions if question.name != "id"]
    if kind == "source":
        help_text = "Take sources from a file of CSL-JSON, as Zotero exports it; `-` reads what you paste."
        params.append(click.Option(["--from", "from_"], metavar="FILE", help=help_text))

    def run(config: str, id_: str | None, from_: str | None = None, **given: Any) -> None:
        guarded(config, lambda settings, strings: _create(kind, settings, strings, {**given, "id": id_}, from_))

    help_text = f"Make a new {kind}; what isn't given as an option is asked."
    return click.Command(kind, callback=run, params=[*params, _CONFIG], help=help_text, short_help=f"A new {kind}.")


def _option(question: Question) -> click.Option:
    return click.Option([f"--{question.name}", question.name], multiple=question.many, help=question.help)


def _rename_command(kind: str) -> click.Command:
    example = {"field": "worksheet/field", "chapter": "module/chapter"}.get(kind, "an id")

    def run(config: str, old: str, new: str, unpublished: bool) -> None:
        guarded(config, lambda settings, strings: _rename(kind, settings, strings, old, new, not unpublished))

    unpublished = click.Option(
        ["--unpublished"], is_flag=True, help="No reader has seen the old id: don't note it under `formerly`."
    )
    params: list[click.Parameter] = [click.Argument(["old"]), click.Argument(["new"]), unpublished, _CONFIG]
    help_text = f"Give a {kind} another id, everywhere it is used. OLD is {example}."
    return click.Command(kind, callback=run, params=params, help=help_text, short_help=f"Another id for a {kind}.")


def _create(kind: str, settings: Settings, strings: Strings, given: dict[str, Any], from_: str | None) -> None:
    course = load_course(settings, Report(strings))
    if course.outline is None or (kind, "") in course.broken:
        raise RefusedError(strings("authoring.mend-first"))
    asking, draft = Asking(course, strings), Draft(settings, strings)
    left_out: list[str] = []
    if from_:
        names, left_out = add_sources(asking, draft, _read_file(from_, strings))
    else:
        if kind == "chapter" and given["id"] and "/" in given["id"]:
            given["module"], _, given["id"] = given["id"].partition("/")
        ask_all(NEW[kind].questions, given, asking)
        names = [NEW[kind].write(asking, draft)]
    _, problems = draft.rehearse()
    _refuse_errors(problems, strings)
    draft.commit()
    click.echo()
    for line in left_out:
        click.echo(line)
    for path in draft.created():
        click.echo(strings("authoring.created", path=path))
    for path in draft.counts():
        click.echo(strings("authoring.entered", path=path))
    click.echo("\n" + strings("authoring.next"))
    for name in names:
        for step in _steps(kind, name, course, asking, problems):
            click.echo(f"\n- {step}")


def _read_file(name: str, strings: Strings) -> str:
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(strings("authoring.unreadable", path=name)) from error


def _refuse_errors(problems: list[Diagnostic], strings: Strings) -> None:
    """Refuse a change that would break the course, with what the check would say of it."""
    if found := errors(problems):
        raise RefusedError("\n".join([strings("authoring.would-break"), *map(_line, found)]))


def _line(problem: Diagnostic) -> str:
    return f"{problem.place.path}:{problem.place.line}: {problem.message}"


def _steps(kind: str, name: str, course: Course, asking: Asking, problems: list[Diagnostic]) -> list[str]:
    """What its author does next with a new thing."""
    t = asking.strings
    folders = {"chapter": f"{MODULES}/{name}.md", "module": f"{MODULES}/{name}/index.md"}
    uri = folders.get(kind, f"{WORKSHEETS}/{name}.md")
    found = [t(f"next.{kind}", id=name, path=author_path(course.settings.docs / uri))]
    moments = asking.answers.get("moment", []) if kind in ("chapter", "worksheet") else []
    for moment in [moments] if isinstance(moments, str) else moments:
        if course.moments[moment].parts:
            where = {"title": course.moments[moment].title, "minutes": asking.answers["minutes"]}
            path = author_path(course.settings.docs / OUTLINE)
            found.append(t("authoring.part", kind=kind, id=name, path=path, **where))
    unexplained = [problem.place.path for problem in problems if problem.rule is Rule.UNEXPLAINED_TERM]
    if unexplained:
        found.append(t("authoring.unexplained", paths=", ".join(dict.fromkeys(unexplained))))
    told = (*TOLD_BY_STEPS, Rule.UNEXPLAINED_TERM)
    return [*found, *(_line(problem) for problem in problems if problem.rule not in told)]


def _rename(kind: str, settings: Settings, strings: Strings, old: str, new: str, recorded: bool) -> None:
    report = Report(strings)
    course = load_course(settings, report)
    check_course(course, report)
    if report.failed():
        raise RefusedError(strings("authoring.mend-first"))
    draft = Draft(settings, strings)
    new = Renaming(course, draft, strings, recorded).rename(kind, old.strip(), new.strip())
    _, problems = draft.rehearse()
    _refuse_errors(problems, strings)
    draft.commit()
    click.echo(strings("rename.done", kind=strings(f"kind-of.{kind}").capitalize(), old=old, new=new))
    for here, there in draft.moves():
        click.echo(strings("rename.moved", old=here, new=there))
    for path, count in draft.counts().items():
        click.echo(strings("rename.changed", path=path, count=count))
    for problem in problems:
        click.echo(_line(problem))
    if kind == "chapter" and old.partition("/")[0] != (module := new.partition("/")[0]):
        click.echo(strings("rename.last", id=new, module=module))
    if kind in ("source", "goal"):
        click.echo(strings("rename.no-formerly"))
    elif recorded:
        click.echo(strings("rename.formerly", old=old))
