"""Passages of a page side by side, with what went and what came marked word by word."""

import difflib
import html
import re

from ..strings import Strings
from .change import PageText

_SIGNS = re.compile(r"([\\`*_\[\]|~#>])")
_FEW, _MANY = 12, 40
"""Words that are shown on both sides of a change, and how many alike are cut down to those."""
_LONGEST = 250
"""Words of a passage that is new or gone as a whole."""
_COMPARED = 2000
"""Words of two passages that are compared one by one; longer ones are shown as a whole."""
_CUT = "[…]"


def escape(text: str) -> str:
    """An author's text as words of a Markdown line: no markup, no HTML, and nobody is called by a name with an @."""
    return _SIGNS.sub(r"\\\1", _plain(" ".join(text.split())))


def _plain(text: str) -> str:
    """An author's text inside HTML; what follows an @ is kept apart from it by a sign without width."""
    return html.escape(text, quote=False).replace("@", "@\u200b")


def render_passages(page: PageText, t: Strings) -> str:
    """A part to open with a table: each passage as it was, and as it is."""
    rows = [_row(before, after) for before, after in page.passages]
    summary = f"{_plain(page.title)}: {t('diff.passages', count=len(rows))}"
    # No empty line: to Markdown all of it is one piece of HTML.
    return "\n".join([
        f"<details><summary>{summary}</summary>",
        "<table>",
        f"<tr><th>{t('diff.was')}</th><th>{t('diff.is')}</th></tr>",
        *rows,
        "</table>",
        "</details>",
    ])  # fmt: skip


def _row(before: str, after: str) -> str:
    if before and after and len(before.split()) + len(after.split()) <= _COMPARED:
        return "<tr><td>{}</td><td>{}</td></tr>".format(*_marked(before.split(), after.split()))
    gone = f"<del>{_short(before)}</del>" if before else ""
    new = f"<ins>{_short(after)}</ins>" if after else ""
    return f"<tr><td>{gone}</td><td>{new}</td></tr>"


def _short(text: str) -> str:
    words = text.split()
    return _plain(" ".join(words if len(words) <= _LONGEST else [*words[:_LONGEST], _CUT]))


def _marked(before: list[str], after: list[str]) -> tuple[str, str]:
    """Both passages, with the words that only one of them has marked."""
    left: list[str] = []
    right: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            words = before[i:j]
            if len(words) > _MANY:
                words = [*words[:_FEW], _CUT, *words[-_FEW:]]
            left.append(_plain(" ".join(words)))
            right.append(_plain(" ".join(words)))
            continue
        if i < j:
            left.append(f"<del>{_short(' '.join(before[i:j]))}</del>")
        if k < m:
            right.append(f"<ins>{_short(' '.join(after[k:m]))}</ins>")
    return " ".join(left), " ".join(right)
