"""What is asked for each new thing, in order."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from ..model.content import SOURCE_ID
from ..model.fields import FIELD_KINDS
from . import answers
from .answers import choices_of, named, new_id, one_of, slug, some_of
from .ask import Asking, Question, Read
from .sources import year_of

SOURCE_TYPES = ("book", "chapter", "article-journal", "report", "webpage", "thesis")
LANGUAGES = ("nl-NL", "en-US", "de-DE", "fr-FR")
READING_MINUTES, WORKSHEET_MINUTES = "15", "20"


def _nothing(asking: Asking) -> str:
    return ""


def _fixed(value: str) -> Callable[[Asking], str]:
    return lambda asking: value


def _from(name: str, kind: str, most: int = answers.ID_LENGTH) -> Callable[[Asking], str]:
    """An id that is free, made of an earlier answer."""
    return lambda asking: answers.free_id(asking, kind, slug(asking.answers[name], most) or kind, _inside(asking, kind))


def _inside(asking: Asking, kind: str) -> str:
    return f"{asking.answers['module']}/" if kind == "chapter" else ""


def _id(kind: str, source: str, most: int = answers.ID_LENGTH) -> Question:
    read = new_id(kind, inside=lambda asking: _inside(asking, kind))
    return Question("id", "id", read, usual=_from(source, kind, most), help="Its id; made of the title if left out.")


def _goals(words: str) -> Question:
    choices = choices_of("goal")
    return Question("goal", words, some_of(choices), choices=choices, many=True, help="The id of a goal; repeatable.")


def _moments(words: str) -> Question:
    choices = choices_of("moment")
    return Question("moment", words, some_of(choices), choices=choices, many=True, help="A moment; repeatable.")


def _known_source(asking: Asking, answer: str) -> list[str]:
    """Sources of the course, by id."""
    found = re.findall(r"[^\s,;]+", answer)
    known = {name: name for name in asking.course.sources}
    read = one_of(lambda asking: known)
    return [read(asking, name) for name in found]


_title = answers.text
_description = Question("description", "description", answers.text, usual=_nothing, help="One sentence about it.")
_module = choices_of("module")
_moment = choices_of("moment")
_with = named(("alone", "pair", "team"), lambda t, name: t(f"with.{name}"))
_kinds = named(FIELD_KINDS, lambda t, name: t(f"kinds.{name}.chosen"))
_languages = named(LANGUAGES, lambda t, name: t(f"languages.{name}"))
_types = named(SOURCE_TYPES, lambda t, name: t(f"source-types.{name}"))

MODULE = (
    Question("title", "module-title", _title, help="Its title."),
    _id("module", "title"),
    _description,
)

CHAPTER = (
    Question("title", "chapter-title", _title, help="Its title."),
    Question("module", "module", one_of(_module), choices=_module, help="The module that it belongs to."),
    _id("chapter", "title"),
    Question("moment", "chapter-moment", one_of(_moment), choices=_moment, help="When it is read or discussed."),
    _goals("chapter-goals"),
    Question("minutes", "chapter-minutes", answers.minutes, usual=_fixed(READING_MINUTES), help="To read it."),
    Question("keypoint", "keypoints", answers.sentences, many=True, help="What to remember of it; repeatable."),
    _description,
)

WORKSHEET = (
    Question("title", "worksheet-title", _title, help="Its title."),
    _id("worksheet", "title"),
    Question("purpose", "purpose", answers.text, help="What it is for, in one sentence."),
    _moments("worksheet-moments"),
    Question("minutes", "worksheet-minutes", answers.minutes, usual=_fixed(WORKSHEET_MINUTES), help="To fill it in."),
    Question(
        "with", "with", some_of(_with), usual=_fixed("alone"), choices=_with, many=True, help="alone, pair or team."
    ),
    _goals("worksheet-goals"),
    Question("label", "label", answers.text, help="Its first question, as the reader sees it."),
    Question(
        "kind", "kind", one_of(_kinds), usual=_fixed("paragraph"), choices=_kinds, help="The kind of its first field."
    ),
)

REFLECTION = (
    Question("text", "reflection-text", answers.text, help="The question, addressed to the reader."),
    _id("reflection", "text", most=28),
    _goals("reflection-goals"),
    _moments("reflection-moments"),
)

TERM = (
    Question("term", "term", answers.text, help="The word, as it stands in a sentence."),
    _id("term", "term"),
    Question("text", "term-text", answers.text, help="Its explanation, in one to three sentences."),
    Question("also", "also", answers.listed, usual=_nothing, many=True, help="Another form or name; repeatable."),
    Question("source", "term-sources", _known_source, usual=_nothing, many=True, help="A source's id; repeatable."),
)


class SourcePart(NamedTuple):
    """What is asked of a source beside its type and title."""

    name: str
    variable: str
    """CSL's name for it."""
    types: tuple[str, ...]
    read: Read = answers.text


SOURCE_PARTS = (
    SourcePart("author", "author", SOURCE_TYPES, answers.people),
    SourcePart("year", "issued", SOURCE_TYPES, answers.year),
    SourcePart("editor", "editor", ("chapter",), answers.people),
    SourcePart("container", "container-title", ("chapter", "article-journal", "webpage")),
    SourcePart("volume", "volume", ("article-journal",)),
    SourcePart("issue", "issue", ("article-journal",)),
    SourcePart("page", "page", ("chapter", "article-journal")),
    SourcePart("publisher", "publisher", ("book", "chapter", "report", "thesis")),
    SourcePart("doi", "DOI", ("book", "chapter", "article-journal", "report"), answers.doi),
    SourcePart("url", "URL", ("report", "webpage", "thesis"), answers.address),
)


def source_id(asking: Asking, item: Mapping[str, object] | None = None, others: Collection[str] = ()) -> str:
    """An id as literature lists have them: family, year and first long word of the title; free, also among `others`."""
    given = item or asking.answers
    people = given.get("author")
    first = people[0] if isinstance(people, list) and people else {}
    family = slug(str(first.get("family", ""))).replace("-", "") or _first_word(str(first.get("literal", "")))
    name = f"{family}{year_of(given) or given.get('year') or ''}{_first_word(str(given.get('title', '')))}" or "bron"
    return answers.free_id(asking, "source", name, others=others)


def _first_word(words: str) -> str:
    """The first word that is long enough to say something."""
    return next((word for word in slug(words, 200).split("-") if len(word) > 3), "")


def _part(part: SourcePart) -> Question:
    return Question(
        part.name, f"source-{part.name}", part.read, usual=_nothing, help=f"CSL's {part.variable}.",
        asked=lambda asking: asking.answers["type"] in part.types,
    )  # fmt: skip


def _own_language(asking: Asking) -> str:
    """The language in which the course is written, where a title may well be in it."""
    return next((name for name in LANGUAGES if name.startswith(asking.course.settings.language)), LANGUAGES[0])


SOURCE = (
    Question("type", "source-type", one_of(_types), choices=_types, help="book, chapter, article-journal, ..."),
    Question("title", "source-title", _title, help="Its title."),
    *(_part(part) for part in SOURCE_PARTS),
    Question("language", "source-language", one_of(_languages), usual=_own_language, choices=_languages, help="Of it."),
    Question("note", "source-note", answers.text, usual=_nothing, help="What a reader should know of it."),
    Question("id", "source-id", new_id("source", SOURCE_ID), usual=source_id, help="Made of author, year and title."),
)
