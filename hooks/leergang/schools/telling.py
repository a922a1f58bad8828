"""What an upgrade did, in the words of the school."""

from collections.abc import Iterator
from pathlib import Path

from ..model.load import kind_of
from ..pages.source import author_path
from .base import SchoolFolder, conflict_of
from .choices import LEFT, State
from .effects import Effects
from .following import Finding

SHOWN = 6
"""Lines of a change that are shown."""
WIDE = 110
"""Signs of a line that are shown."""


def render_upgrade(school: SchoolFolder, found: list[Finding], effects: Effects, changed: bool, dry: bool) -> str:
    """All that a school has to know, and what it does next."""
    t, old, new = school.strings, school.version, school.present_version
    parts = [t("upgrade.same-version", version=new)]
    if old != new:
        parts = [t("upgrade.other-version", old=old, new=new) if old else t("upgrade.first-version", version=new)]
    unchanged = [one for one in found if one.state is State.UNCHANGED and not one.choice.solved]
    told = [one for one in found if one not in unchanged]
    parts += ["\n".join(_lines(school, one)) for one in told]
    if unchanged:
        parts.append(t("upgrade.unchanged-texts", count=len(unchanged)))
    parts += [part for part in (_answers(school, effects), _problems(school, effects)) if part]
    left = {one.key.path for one in found if one.state in LEFT}
    if left:
        parts.append(t("upgrade.left", count=len(left), dir=author_path(school.folder)))
    if dry:
        parts.append(t("upgrade.dry") if changed else t("upgrade.nothing-to-do"))
    elif not left:
        parts.append(t("upgrade.done", dir=author_path(school.folder)) if changed else t("upgrade.nothing-to-do"))
    return "\n\n".join(parts)


def name_of(school: SchoolFolder, path: Path, kind: str = "", name: str = "") -> str:
    """How a text is called: by its file, and by its block or id."""
    return school.strings(f"upgrade.of-{kind}", path=author_path(path), name=name) if kind else author_path(path)


def _lines(school: SchoolFolder, one: Finding) -> Iterator[str]:
    t = school.strings
    path = school.docs / one.key.path
    folder = author_path(school.folder)
    values = {"conflict": author_path(conflict_of(path)), "path": author_path(path), "dir": folder}
    if one.state is State.TAKEN:
        values["conflict"] = author_path(school.docs / one.other)
    elif one.before != one.key.path:
        yield t("upgrade.moved", old=author_path(school.docs / one.before), new=author_path(path))
    elif one.name not in ("", one.key.name):
        yield t("upgrade.moved", old=name_of(school, path, one.key.kind, one.name), new=f"'{one.key.name}'")
    said = [t("upgrade.solved")] if one.choice.solved else []
    chapter = one.state is State.OWN and kind_of(one.key.path)[0] == "chapter"
    key = "own-chapter" if chapter else one.state.value
    said += [t(f"upgrade.{key}", **values)] if one.state is not State.UNCHANGED else []
    yield f"{name_of(school, path, one.key.kind, one.key.name)}: {' '.join(said)}"
    lines = one.choice.lines
    if lines:
        yield f"  {t('upgrade.lines')}"
    for line in lines[:SHOWN]:
        yield f"    {line[0]} {_short(line[1:])}"
    if len(lines) > SHOWN:
        yield f"    {t('upgrade.more-lines', count=len(lines) - SHOWN)}"


def _short(line: str) -> str:
    return line if len(line) <= WIDE else f"{line[:WIDE].rstrip()} …"


def _answers(school: SchoolFolder, effects: Effects) -> str:
    t = school.strings
    lines = [f"- {title}: {words}" if title else f"- {words}" for title, words in effects.answers]
    lines += [f"- {t('upgrade.field', path=path, old=old, new=new)}" for path, old, new in effects.fields]
    return "\n".join([t("upgrade.answers"), *lines]) if lines else ""


def _problems(school: SchoolFolder, effects: Effects) -> str:
    if not effects.problems:
        return ""
    return "\n".join([school.strings("upgrade.problems"), *(f"- {problem}" for problem in effects.problems)])
