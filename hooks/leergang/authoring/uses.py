"""Every place that names a thing of the course, with the edit that makes it say another id."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote

from ..model import Course
from ..model.anchors import listed_kinds
from ..model.course import LITERATURE, OUTLINE, REFLECTIONS, named_by
from ..pages.language import MACROS
from ..pages.markdown import Link
from ..pages.page import Page, resolved, way
from ..settings import GLOSSARY
from .places import Edit, YamlText

_ATTRIBUTE = re.compile(r"(?<![\w-])(?:href|src)\s*=\s*[\"']?", re.I)
Spot = tuple[Path, Edit]
EACH = None
"""Every item of a list."""
CHAPTERS, SHEETS = "*chapters", "*worksheets"
"""The front matter of each."""

NAMED: Mapping[str, tuple[tuple[str, tuple[str | None, ...]], ...]] = {
    "chapter": (
        (OUTLINE, ("moments", EACH, "chapters", EACH)),
        (OUTLINE, ("moments", EACH, "parts", EACH, "chapter")),
        (CHAPTERS, ("before", EACH)),
    ),
    "worksheet": ((OUTLINE, ("moments", EACH, "parts", EACH, "worksheet")),),
    "reflection": ((REFLECTIONS, ("prompts", EACH, "id")),),
    "term": ((GLOSSARY, ("terms", EACH, "id")),),
    "source": ((CHAPTERS, ("reading", EACH)), (GLOSSARY, ("terms", EACH, "sources", EACH))),
    "goal": (
        (OUTLINE, ("goals", EACH, "id")),
        (CHAPTERS, ("goals", EACH)),
        (SHEETS, ("goals", EACH)),
        (REFLECTIONS, ("prompts", EACH, "goals", EACH)),
    ),
}
"""Where data and front matter name each kind. A module's list of its chapters is apart: one may leave it."""


def data_of(course: Course, uri: str) -> tuple[Path, YamlText]:
    """A YAML file below docs/, or the front matter of a page, to be changed."""
    if uri in course.pages:
        page = course.pages[uri]
        start = page.source.text.index("\n") + 1
        return course.settings.docs / uri, YamlText(page.front.text, start)
    path = course.settings.docs / uri
    return path, YamlText(path.read_text(encoding="utf-8-sig"))


def uses_of(course: Course, kind: str, old: str, new: str) -> Iterator[Spot]:
    """The edits by which everything that names the `kind` called `old` names `new`; not those of links to its page."""
    for where, path in NAMED[kind]:
        for uri in _files(course, where):
            file, text = data_of(course, uri)
            for place, value in text.scalars(path):
                if value == old:
                    yield file, text.replace(place, new)
    if kind == "source":
        yield _source_id(course, old, new)
    if kind == "worksheet":
        yield from same_as(course, f"{old}/", f"{new}/")
    for page in course.pages.values():
        yield from _calls(course, page, kind, old, new)
        yield from _anchors(course, page, kind, old, new)


def _files(course: Course, where: str) -> list[str]:
    if where == CHAPTERS:
        return [chapter.page.uri for chapter in course.chapters.values()]
    if where == SHEETS:
        return [sheet.page.uri for sheet in course.worksheets.values()]
    return [where] if (course.settings.docs / where).is_file() else []


def same_as(course: Course, old: str, new: str) -> Iterator[Spot]:
    """The edits by which fields that ask again what begins with `old` ask `new`: `worksheet/`, or a whole field."""
    for sheet in course.worksheets.values():
        file, text = data_of(course, sheet.page.uri)
        for place, value in text.scalars(("fields", EACH, "same_as")):
            if value == old or (old.endswith("/") and value.startswith(old)):
                yield file, text.replace(place, new + value.removeprefix(old))


def _source_id(course: Course, old: str, new: str) -> Spot:
    path = course.settings.docs / LITERATURE
    place = course.sources[old].place
    items, text = place.document.data, place.document.text
    at = next(item.values_at["id"] for item in items if item.get("id") == old)
    _, end = json.JSONDecoder().raw_decode(text, at)
    return path, Edit(at, end, json.dumps(new))


def _calls(course: Course, page: Page, kind: str, old: str, new: str) -> Iterator[Spot]:
    """The macro calls of a page that name the old id, each at its argument."""
    for call in page.calls:
        if (kind, old) not in named_by(call):
            continue
        for key, value in call.arguments.items():
            if MACROS[call.name].arguments[key] == kind and value == old:
                at = page.source.offset(call.places[key])
                written = re.compile(r"(['\"])" + re.escape(old) + r"\1|" + re.escape(old)).match(page.source.text, at)
                if written:  # text in two parts ("a" "b") is left to the check, which tells it
                    sign = written[1] or '"'
                    yield course.settings.docs / page.uri, Edit(at, written.end(), f"{sign}{new}{sign}")


def _anchors(course: Course, page: Page, kind: str, old: str, new: str) -> Iterator[Spot]:
    """The links of a page to where another page lists the old id."""
    for link in page.outline.links:
        path, sign, anchor = link.target.partition("#")
        if not sign or unquote(anchor) != old or _elsewhere(link.target):
            continue
        target = course.pages.get(resolved(page.uri, path))
        if target and kind in listed_kinds(target) and old not in target.outline.ids:
            start = _target_at(page, link) + len(path) + 1
            yield course.settings.docs / page.uri, Edit(start, start + len(anchor), quote(new))


def page_links(course: Course, old: str, new: str) -> Iterator[Spot]:
    """The edits by which links follow the page at `old` to `new`, both paths below docs/: links to it, and its own."""
    for page in course.pages.values():
        here = new if page.uri == old else page.uri
        for link in page.outline.links:
            path = link.target.partition("#")[0].partition("?")[0]
            if not path or path.startswith("/") or _elsewhere(link.target):
                continue
            target = resolved(page.uri, path)
            wanted = new if target == old else target
            if resolved(here, path) != wanted:
                yield course.settings.docs / page.uri, _relinked(page, link, path, here, wanted)
    yield from _named_pages(course, old, new)


def _relinked(page: Page, link: Link, path: str, here: str, wanted: str) -> Edit:
    start = _target_at(page, link)
    written = way(posixpath.dirname(here), wanted)
    return Edit(start, start + len(path), quote(written) if "%" in path else written)


def _named_pages(course: Course, old: str, new: str) -> Iterator[Spot]:
    """Where cursus.yml and the navigation of mkdocs.yml name a page by its path."""
    file, text = data_of(course, OUTLINE)
    for place, value in text.scalars(("moments", EACH, "page")):
        if value == old:
            yield file, text.replace(place, new)
    if old in course.settings.nav_pages:
        config = YamlText(course.settings.config.read_text(encoding="utf-8-sig"))
        for place in config.places_of(("nav",), old):
            yield course.settings.config, config.replace(place, new)


def _target_at(page: Page, link: Link) -> int:
    """Where in its file the target of a link begins; the same words may stand in its text too."""
    body, at = page.body, link.offset
    if attribute := _ATTRIBUTE.search(body, at) if body[at] == "<" else None:
        at = attribute.end()
    elif link.text and body.startswith(link.text, at):  # `[name]: target`, of which all is its text
        at = body.index("]:", at) + 2
    else:
        at += len("![" if link.picture else "[") + len(link.text) + len("](")
    return page.body_start + body.index(link.target, at)


def _elsewhere(target: str) -> bool:
    return bool(re.match(r"(?:[a-z][a-z0-9+.-]*:|//)", target, re.I)) or "{{" in target
