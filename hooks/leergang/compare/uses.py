"""What a page calls for and leads to: what came and went apart from its words."""

from collections.abc import Iterator

from ..model.course import named_by
from ..pages.page import Page
from .change import Change
from .pages import title_of
from .version import Version

_TOLD = ("worksheet", "reflection", "source", "term", "diagram")
"""Kinds whose coming and going on a page a reader notices."""


def compare_uses(base: Version, head: Version) -> Iterator[Change]:
    """For each page that stayed: the worksheets, prompts, sources, terms, drawings and links that came or went."""
    for uri, old in base.course.pages.items():
        present = head.follow_page(uri)
        new = head.course.pages[present] if present else None
        if present and new and old.body != new.body:
            title, found = title_of(head, present), False
            before, after = _named(old, head), _named(new, head)
            for kind, changed in (("uses-new", after - before), ("uses-gone", before - after)):
                for what, name in sorted(changed):
                    found = True
                    values = {"title": title, "thing": what, "name": _name(what, name, base, head), "id": name}
                    yield Change(kind, values)
            links = sorted(_links(old) ^ _links(new))
            if links:
                yield Change("links", {"title": title, "links": ", ".join(links)})
            elif not found and _same_words(old, new, base, head):
                yield Change("markup", {"title": title})


def _named(page: Page, head: Version) -> set[tuple[str, str]]:
    """Kind and present id of what a page calls for."""
    calls = [call for call in page.calls if not call.for_trainers]
    pairs = {pair for call in calls for pair in named_by(call)}
    return {(kind, head.course.present(kind, name)) for kind, name in pairs if kind in _TOLD}


def _name(kind: str, name: str, base: Version, head: Version) -> str:
    """What a reader calls it."""
    for version in (head, base):
        if found := version.course.ids(kind).get(name):
            content = getattr(found, "content", found)
            said = getattr(content, {"reflection": "text", "term": "term"}.get(kind, "title"))
            return str(said)
    return name


def _links(page: Page) -> set[str]:
    return {link.target for link in page.outline.links}


def _same_words(old: Page, new: Page, base: Version, head: Version) -> bool:
    """Whether the words are the same though the Markdown differs, by more than its white space."""
    if old.body.split() == new.body.split():
        return False
    before, after = base.course.prose(old.uri).blocks, head.course.prose(new.uri).blocks
    return [block.text.split() for block in before] == [block.text.split() for block in after]
