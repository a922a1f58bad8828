"""A comparison as Markdown for a pull request, and as JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from ..strings import Strings
from .change import Change, Comparison, Fate, PageText
from .passages import escape, render_passages

MOST = 65_000
"""Bytes that a comment on GitHub certainly holds."""
_SHARES = {"readers": 0.25, "answers": 0.35, "programme": 0.15}
"""How much of it each group may take; the texts get what is left."""
_NAMED = 12
"""Pages without room for their text that are named."""


def message(change: Change, strings: Strings, clean: Callable[[str], str] = str) -> str:
    """The words of a change; `clean` makes what an author wrote harmless where they go."""
    values = {key: clean(value) if isinstance(value, str) else value for key, value in change.values.items()}
    if change.kind.startswith("kind-"):
        values |= {key: strings(f"kinds.{change.values[key]}.answer") for key in ("old", "new")}
    if change.kind.startswith("uses-"):
        values["thing"] = strings(f"diff.thing-{change.values['thing']}")
    return strings(f"diff.{change.kind}", **values)


def render_json(found: Comparison, strings: Strings) -> str:
    """Everything that was found, each with its words."""

    def row(change: Change) -> dict[str, Any]:
        fate = {"fate": change.fate.value} if change.fate else {}
        command = {"command": change.command} if change.command else {}
        return {"kind": change.kind, **fate, **command, "message": message(change, strings), **change.values}

    def rows(changes: Iterable[Change]) -> list[dict[str, Any]]:
        return [row(change) for change in changes]

    answered = [
        {"kind": one.kind, "id": one.id, "title": one.title, "changes": rows(one.changes)} for one in found.answered
    ]
    data = {
        "base": found.base,
        "head": found.head,
        "empty": found.is_empty,
        "notes": rows(found.notes),
        "readers": rows(found.readers),
        "answers": {"all": rows(found.answers), "items": answered},
        "programme": rows(found.programme),
        "pages": [asdict(page) for page in found.pages],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def render_markdown(found: Comparison, strings: Strings, most: int = MOST) -> str:
    """What a reviewer reads, grouped by what it touches, in at most so many bytes."""
    t = strings
    names = {"base": _code(found.base), "head": _code(found.head) if found.head else t("diff.present")}
    opening = [f"## {t('diff.title')}", t("diff.compared", **names), *_notes(found, t)]
    if found.is_empty:
        return "\n\n".join([*opening, _none("nothing", found, t)]) + "\n"
    groups: Mapping[str, list[str]] = {
        "readers": [_line(change, t) for change in found.readers],
        "answers": _answers(found, t),
        "programme": [_line(change, t) for change in found.programme],
    }
    parts = [*opening, *_warning(found, t)]
    for name, lines in groups.items():
        parts.append(f"### {t(f'diff.{name}')}")
        parts += _fitting(lines, int(most * _SHARES[name]), t) or [_none(f"no-{name}", found, t)]
    parts.append(f"### {t('diff.text')}")
    room = most - _size("\n\n".join(parts)) - 1200  # for what is said of what is left out
    return "\n\n".join([*parts, *_texts(found.pages, room, t)]) + "\n"


FORMATS: Mapping[str, Callable[[Comparison, Strings], str]] = {"markdown": render_markdown, "json": render_json}


def _code(name: str) -> str:
    return f"`{name.replace('`', '')}`"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _notes(found: Comparison, t: Strings) -> list[str]:
    return [f"**{t('diff.mind')}** {message(change, t, escape)}" for change in found.notes]


def _none(name: str, found: Comparison, t: Strings) -> str:
    """That nothing changed, or that nothing is known to have where not all could be read."""
    words = t(f"diff.{name}")
    return t("diff.as-far-as-read", words=words) if found.notes else words


def _warning(found: Comparison, t: Strings) -> list[str]:
    """How many answers come apart from their question: what a reviewer must not miss."""
    changes = [*found.answers, *(change for one in found.answered for change in one.changes)]
    lost = sum(change.fate is Fate.LOST for change in changes)
    return [f"**{t('diff.mind')}** {t('diff.lost', count=lost)}"] if lost else []


def _line(change: Change, t: Strings) -> str:
    mind = f"**{t('diff.mind')}** " if change.fate is Fate.LOST or change.command else ""
    mended = f" {t('diff.did-you-mean', command=change.command)}" if change.command else ""
    return f"- {mind}{message(change, t, escape)}{mended}"


def _answers(found: Comparison, t: Strings) -> list[str]:
    """The lines about answers: those that touch everything, then each worksheet and prompt with its own."""
    lines = [_line(change, t) for change in found.answers]
    for one in found.answered:
        title = t(f"diff.of-{one.kind}", title=escape(one.title))
        lines.append("\n".join([f"- {title}", *(f"  {_line(change, t)}" for change in one.changes)]))
    return lines


def _fitting(lines: list[str], room: int, t: Strings) -> list[str]:
    """One list of the lines that fit, and how many don't."""
    kept: list[str] = []
    for line in lines:
        room -= _size(line) + 1
        if room < 0:
            break
        kept.append(line)
    left = [f"- {t('diff.left-out', count=len(lines) - len(kept))}"] if len(kept) < len(lines) else []
    return ["\n".join([*kept, *left])] if lines else []


def _texts(pages: Iterable[PageText], room: int, t: Strings) -> list[str]:
    """A table of the pages, and the passages of each as far as there is room."""
    pages = list(pages)
    if not pages:
        return [t("diff.no-text")]
    rows = [_row(page, t) for page in pages]
    head = "| " + " | ".join(t(f"diff.column-{name}") for name in ("page", "words", "minutes", "level")) + " |"
    table = [f"{head}\n|---|---|---|---|"]
    fitting = _fitting(rows, room // 3, t)[0].split("\n")
    table += [line for line in fitting if line.startswith("|")]
    parts = ["\n".join(table), *(line.removeprefix("- ") for line in fitting if line.startswith("- ")), t("diff.level")]
    room -= _size("\n\n".join(parts))
    missed: list[str] = []
    for page in pages:
        if page.passages:
            piece = render_passages(page, t)
            if _size(piece) + 2 <= room:
                room -= _size(piece) + 2
                parts.append(piece)
            else:
                missed.append(escape(page.title)[:60])
    if missed:
        named = ", ".join(missed[:_NAMED]) + (", …" if len(missed) > _NAMED else "")
        parts.append(t("diff.no-room", count=len(missed), titles=named))
    return parts


def _row(page: PageText, t: Strings) -> str:
    before, after = page.before, page.after
    more = after.words - before.words
    words = f"{after.words} ({more:+d})" if more else str(after.words)
    minutes = t("site.minutes", count=after.minutes)
    if before.minutes != after.minutes:
        minutes = f"{before.minutes} → {minutes}"
    levels = ["-" if one.level is None else f"{one.level:.0f}" for one in (before, after)]
    level = levels[1] if levels[0] == levels[1] else " → ".join(levels)
    return f"| {escape(page.title)} | {words} | {minutes} | {level} |"
