"""Pages that are new, gone or moved, and the terms and sources that readers are given."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..model.load import id_of, kind_of
from .change import Change, nearest_words
from .version import Version

_LIKE_MOVED = 0.8


def compare_pages(base: Version, head: Version) -> Iterator[Change]:
    """Pages that weren't there, are no longer, or have another address."""
    moved = {}
    for uri in base.course.pages:
        present = head.follow_page(uri)
        if present and present != uri:
            moved[uri] = present
            yield Change("page-moved", {"title": title_of(head, present), "old": uri, "new": present})
    new = [uri for uri in head.course.pages if not base.follow_page(uri) and uri not in moved.values()]
    new = [uri for uri in new if not base.course.knows_page(uri)]
    candidates = [(uri, _words(head, uri)) for uri in new]
    for uri in base.course.pages:
        if not head.follow_page(uri) and not head.course.knows_page(uri):
            yield _gone(base, uri, candidates)
    for uri in new:
        yield Change("page-new", {"title": title_of(head, uri), "uri": uri, "count": head.course.prose(uri).words})


def _gone(base: Version, uri: str, new: list[tuple[str, Counter[str]]]) -> Change:
    """A page that isn't there any more; where a new one reads like it, links to it may be meant to go on."""
    values = {"title": title_of(base, uri), "uri": uri}
    kind, _ = kind_of(uri)
    name = id_of(uri, kind)
    like = [(other, words) for other, words in new if kind_of(other)[0] == kind]
    other = nearest_words(_words(base, uri), like, _LIKE_MOVED)
    if other is None:
        return Change("page-gone", values)
    # A worksheet's answers are told of where answers are; here it is about the address only.
    command = f"leergang rename {kind} {name} {id_of(other, kind)}" if kind != "page" else ""
    return Change("page-lost", values | {"new": other, "old": name}, command=command)


def _words(version: Version, uri: str) -> Counter[str]:
    """The words of a page, to recognise it by."""
    return Counter(f"{title_of(version, uri)} {version.course.pages[uri].body}".split())


def title_of(version: Version, uri: str) -> str:
    """The title of a page, or its path where it has none."""
    return str(version.course.pages[uri].front.data.get("title") or uri)


def compare_lists(base: Version, head: Version) -> Iterator[Change]:
    """Terms and sources that are new, gone or different."""
    for kind in ("term", "source"):
        before, after = base.course.ids(kind), head.course.ids(kind)
        former = {old: new for old, new in head.course.former.get(kind, {}).items() if new in after}
        kept = {name: former.get(name, name) for name in before}
        for name, old in before.items():
            present = kept[name]
            if present in after:
                yield from _different(kind, old.content, after[present].content)
            elif not head.missed(kind, name):
                yield Change(f"{kind}-gone", {"name": _name(kind, old.content), "id": name})
        for name, new in after.items():
            if name not in kept.values() and not base.missed(kind, name):
                yield Change(f"{kind}-new", {"name": _name(kind, new.content), "id": name})


def _different(kind: str, old: Any, new: Any) -> Iterator[Change]:
    if kind == "term" and (old.term, old.text) != (new.term, new.text):
        yield Change("term-changed", {"name": new.term, "old": _said(old), "new": _said(new)})
    elif kind == "source" and (keys := sorted(_keys(old, new))):
        yield Change("source-changed", {"name": _name(kind, new), "keys": ", ".join(keys)})


def _said(term: Any) -> str:
    return f"{term.term}: {term.text}"


def _keys(old: Any, new: Any) -> set[str]:
    """The keys of a source that say something else; `title`, `author`, `issued`."""
    before, after = (source.model_dump(by_alias=True, exclude_none=True) for source in (old, new))
    return {key for key in {*before, *after} - {"id"} if before.get(key) != after.get(key)}


def _name(kind: str, content: Any) -> str:
    return str(content.term if kind == "term" else content.title)
