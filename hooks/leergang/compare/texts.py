"""The words of pages side by side, and how much there is to read and how easily."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..check.readability import measure
from ..model import Course
from ..pages.prose import Block
from ..strings import Strings
from .change import Measure, PageText
from .pages import title_of
from .version import Version

PACE = 200
"""Words that are read in a minute, where no author says how long a page takes."""
_SAME_PASSAGE = 0.4
_NEAR = 25
"""How many passages on the same one in other words is looked for."""
_CODE = re.compile(r"`([^`\n]+)`")
_BEFORE_SIGN = re.compile(r" ([.,;:!?)](?!\w))")
"""The room that a citation leaves before a full stop."""
_FRONT = ("title", "description", "purpose", "keypoints")
"""What of a page's front matter is read on it."""


def compare_texts(base: Version, head: Version, strings: Strings) -> Iterator[PageText]:
    """Every page whose source changed, in the order of its path; new and gone ones are told of elsewhere."""
    pairs = {uri: present for uri in base.course.pages if (present := head.follow_page(uri))}
    changed = {
        old: new
        for old, new in pairs.items()
        if base.course.pages[old].source.text != head.course.pages[new].source.text
    }
    before, after = _measured(base.course, changed), _measured(head.course, changed.values())
    for old, new in sorted(changed.items(), key=lambda pair: pair[1]):
        passages = tuple(_passages(_said(base.course, old, strings), _said(head.course, new, strings)))
        if passages or before[old] != after[new]:
            yield PageText(new, title_of(head, new), before[old], after[new], passages)


def _measured(course: Course, uris: Iterable[str]) -> dict[str, Measure]:
    chosen = {uri: course.pages[uri] for uri in uris}
    levels = {one.uri: one.score for one in measure(replace(course, pages=chosen))}
    found = {}
    for uri in chosen:
        words, chapter = course.prose(uri).words, course.chapter_at(uri)
        minutes = chapter.matter.minutes if chapter else -(-words // PACE)
        found[uri] = Measure(words, minutes, round(levels[uri], 1) if uri in levels else None)
    return found


def _said(course: Course, uri: str, strings: Strings) -> list[str]:
    """What a page says, passage by passage; what only trainers read is marked."""
    front = course.pages[uri].front.data
    found: list[str] = []
    for key in _FRONT:
        value = front.get(key)
        found += [str(item) for item in (value if isinstance(value, list) else [value]) if item]
    for block in course.prose(uri).blocks:
        text = _BEFORE_SIGN.sub(r"\1", " ".join(_with_code(block, course.pages[uri].body).split()))
        found.append(strings("diff.for-trainers", text=text) if block.for_trainers else text)
    return found


def _with_code(block: Block, body: str) -> str:
    """The words of a block with those in code, which are no prose and yet are read."""
    text = block.text
    for code in _CODE.finditer(body[block.offset : block.offset + len(text)]):
        text = f"{text[: code.start(1)]}{code[1]}{text[code.end(1) :]}"
    return text


def _passages(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """The passages that differ, those that are the same one in other words beside each other."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(before[i:j], after[k:m])


def _paired(olds: list[str], news: list[str]) -> Iterator[tuple[str, str]]:
    start = 0
    for old in olds:
        likeness = [(_likeness(old, news[at]), -at) for at in range(start, min(start + _NEAR, len(news)))]
        best, at = max(likeness, default=(0.0, 0))
        if best < _SAME_PASSAGE:
            yield old, ""
            continue
        yield from (("", new) for new in news[start:-at])
        yield old, news[-at]
        start = 1 - at
    yield from (("", new) for new in news[start:])


def _likeness(old: str, new: str) -> float:
    matcher = difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SAME_PASSAGE else 0.0
