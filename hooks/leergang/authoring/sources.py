"""Sources from elsewhere, beside those that the course has and what it knows of them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pydantic

from ..model.literature import Source
from .answers import slug
from .ask import Asking

_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.I)


def known_as(asking: Asking, item: Mapping[str, Any], others: Iterable[Mapping[str, Any]] = ()) -> str:
    """The id of the source, of the course or one of `others`, that `item` is too; empty where it is none of them.

    Sources are the same by their DOI, or where one of the two has none by title, year and a name of an author.
    """
    known = [entry.place.data for entry in asking.course.sources.values()]
    return next((str(other["id"]) for other in [*known, *others] if _are_same(item, other)), "")


def _are_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    first, second = (_DOI.sub("", str(item.get("DOI") or "")).strip().casefold() for item in (one, other))
    if first and second:
        return first == second
    names, others = _names(one), _names(other)
    return (
        slug(str(one["title"]), 500) == slug(str(other["title"]), 500)
        and year_of(one) == year_of(other)
        and (not names or not others or not names.isdisjoint(others))
    )


def _names(item: Mapping[str, Any]) -> set[str]:
    """The last word of each author's name: what comes before it may stand elsewhere."""
    people = item.get("author")
    found = [person for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    return {slug(str(person.get("family") or person.get("literal") or "")).rpartition("-")[2] for person in found}


def year_of(item: Mapping[str, Any]) -> str:
    """The year in which a source was issued, or nothing."""
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    return str(parts[0][0]) if isinstance(parts, list) and parts and parts[0] else ""


def drop_unknown(item: dict[str, Any]) -> list[str]:
    """Take the keys that a source can't have out of `item`; gives their names."""
    try:
        Source.model_validate(item)
    except pydantic.ValidationError as error:
        found = [told["loc"] for told in error.errors(include_url=False) if told["type"] == "extra_forbidden"]
    else:
        return []
    for *path, key in found:
        inside: Any = item
        for step in path:
            inside = inside[step]
        del inside[key]
    return [str(place[-1]) for place in found]
