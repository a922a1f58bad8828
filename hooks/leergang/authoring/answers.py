"""What answers mean: a text, minutes, an id, one or some of what there is."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any

from ..diagnostics import closest
from ..model.content import SLUG
from ..strings import Strings
from .ask import Asking, Read
from .write import RefusedError

MOST_MINUTES = 1000
ID_LENGTH = 40


def text(asking: Asking, answer: str) -> str:
    """The words themselves, on one line."""
    return " ".join(answer.split())


def minutes(asking: Asking, answer: str) -> int:
    """A whole number of minutes: `20`, or `20 minuten`."""
    found = re.fullmatch(r"(\d+)(?:\s*[a-z]+\.?)?", answer.strip().lower())
    if not found or not 1 <= int(found[1]) <= MOST_MINUTES:
        raise asking.refuse("minutes", answer=answer, most=MOST_MINUTES)
    return int(found[1])


def year(asking: Asking, answer: str) -> int | None:
    """A year in four digits, or None where it isn't known."""
    if not answer:
        return None
    if not re.fullmatch(r"[12]\d{3}", answer.strip()):
        raise asking.refuse("year", answer=answer)
    return int(answer)


def address(asking: Asking, answer: str) -> str:
    """The address of a page on the web, or nothing."""
    if answer and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", answer):
        raise asking.refuse("address", answer=answer)
    return answer


def doi(asking: Asking, answer: str) -> str:
    """A DOI without the address before it, or nothing."""
    found = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", answer, flags=re.I)
    if found and not re.fullmatch(r"10\.\d{4,9}/\S+", found):
        raise asking.refuse("doi", answer=answer)
    return found


def listed(asking: Asking, answer: str) -> list[str]:
    """Texts between semicolons, or commas where there are none."""
    return _parts(answer, ";" if ";" in answer else ",")


def sentences(asking: Asking, answer: str) -> list[str]:
    """Texts between semicolons."""
    return _parts(answer, ";")


def _parts(answer: str, sign: str) -> list[str]:
    """The parts of an answer; an option that was given more than once has one on each line."""
    return [part.strip() for part in re.split("\n" if "\n" in answer else sign, answer) if part.strip()]


def people(asking: Asking, answer: str) -> list[dict[str, str]]:
    """Names as CSL has them: `Berg, Anna van den; Nationaal Graanbureau`; one without a comma is an organisation."""
    return [_person(part) for part in sentences(asking, answer)]


def _person(written: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in written.partition(","))
    if not comma:
        return {"literal": family}
    words = given.split()
    particle: list[str] = []
    while len(words) > 1 and words[-1].islower():
        particle.insert(0, words.pop())
    name = {"family": family, "given": " ".join(words)}
    return name | ({"non-dropping-particle": " ".join(particle)} if particle else {})


def one_of(choices: Callable[[Asking], Mapping[str, str]]) -> Read:
    """Reads one of the choices, by its number, its id or its words."""

    def read(asking: Asking, answer: str) -> str:
        return _chosen(asking, choices(asking), answer)

    return read


def some_of(choices: Callable[[Asking], Mapping[str, str]]) -> Read:
    """Reads one or more of the choices, with commas between them, in the order of the choices."""

    def read(asking: Asking, answer: str) -> list[str]:
        known = choices(asking)
        found = {name for part in _parts(answer, "[,;]") for name in _each_chosen(asking, known, part)}
        return [name for name in known if name in found]

    return read


def _each_chosen(asking: Asking, known: Mapping[str, str], part: str) -> list[str]:
    """The ids in a part of an answer: one, be it in several words (`dag 1`), or several with spaces (`1 3`)."""
    try:
        return [_chosen(asking, known, part)]
    except RefusedError:
        words = part.split()
        if len(words) < 2:
            raise
    try:
        return [_chosen(asking, known, word) for word in words]
    except RefusedError:
        return [_chosen(asking, known, part)]


def _chosen(asking: Asking, known: Mapping[str, str], answer: str) -> str:
    """The id that an answer names."""
    answer = answer.strip()
    names = list(known)
    if answer.isdecimal() and answer not in known and 1 <= int(answer) <= len(names):
        return names[int(answer) - 1]
    for name, words in known.items():
        if answer.casefold() in (name.casefold(), words.casefold()):
            return name
    if nearest := closest(answer, names):
        raise asking.refuse("meant", answer=answer, nearest=nearest)
    raise asking.refuse("choice", answer=answer, count=len(names), known=", ".join(names))


def slug(words: str, most: int = ID_LENGTH) -> str:
    """An id made of words: in lower case, without accents, cut between words."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    while len(parts) > 1 and len("-".join(parts)) > most:
        parts.pop()
    return "-".join(parts)[:most].strip("-")


def new_id(kind: str, pattern: str = SLUG, inside: Callable[[Asking], str] = lambda asking: "") -> Read:
    """Reads an id that nothing of this kind has or had; `inside` is what comes before it in the whole id."""

    def read(asking: Asking, answer: str) -> str:
        name = answer.strip()
        if not re.fullmatch(pattern.strip("^$"), name):
            example = slug(name) or "eerste-les"
            raise asking.refuse("source-id" if kind == "source" else "id", answer=answer, example=example)
        if taken(asking, kind, inside(asking) + name):
            raise asking.refuse("taken", id=name, free=free_id(asking, kind, name, inside(asking)))
        return name

    return read


def taken(asking: Asking, kind: str, name: str) -> bool:
    """Whether something of this kind has this id, or had it once."""
    course = asking.course
    if kind == "module":
        return any(module.id == name for module in course.outline.modules) if course.outline else False
    return course.knows(kind, name) or name in course.former.get(kind, {})


def free_id(asking: Asking, kind: str, name: str, inside: str = "", others: Collection[str] = ()) -> str:
    """`name`, or with the first number behind it that makes it free: in the course, and among `others`."""
    found, number = name, 1
    while found and (found in others or taken(asking, kind, inside + found)):
        number += 1
        found = f"{name}-{number}"
    return found


def choices_of(kind: str) -> Callable[[Asking], dict[str, str]]:
    """What there is of a kind, by id, with the words that a trainer knows it by."""

    def choices(asking: Asking) -> dict[str, str]:
        outline: Any = asking.course.outline
        found = {"module": outline.modules, "moment": outline.moments, "goal": outline.goals}[kind]
        return {item.id: getattr(item, "title", None) or f"{item.text} ({item.id})" for item in found}

    return choices


def named(names: tuple[str, ...], words: Callable[[Strings, str], str]) -> Callable[[Asking], dict[str, str]]:
    """Choices that the model knows by name, each with its words."""
    return lambda asking: {name: words(asking.strings, name) for name in names}
