"""What every kind of content shares: strict shapes, and problems told at the author's own line."""

import datetime
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, ClassVar, TypeVar

import pydantic
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter
from pydantic_core import ErrorDetails, PydanticCustomError

from ..diagnostics import Place, Report, Rule
from ..pages.data import Document

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
CHAPTER_ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$"

SOURCE_ID = r"^[A-Za-z0-9][A-Za-z0-9_:.-]*$"
FIELD_ID = r"^[a-z0-9-]+/[a-z0-9-]+$"
TIME = r"^(?:[01]\d|2[0-3]):[0-5]\d$"
PAGE = r"^[^/:#?][^:#?]*\.md$"
PICTURE = r"^[^/:#?][^:#?]*\.(?:png|jpe?g)$"
VERSION = r"^\d+(?:\.\d+){0,2}$"
COLOUR = r"^#[0-9a-fA-F]{6}$"
WEB_ADDRESS = r"^https?://[^\s/?#]+\S*$"
SAFE_ADDRESS = r"^https://[^\s/?#]+\S*$"
CONTACT_ADDRESS = r"^(?:https://|mailto:)[^\s/?]\S*$"
MAIL = r"^[^\s@<>]+@[^\s@<>]+$"
HASH = r"^[0-9a-f]{64}$"
IDS = (SLUG, CHAPTER_ID, SOURCE_ID, FIELD_ID)
PATTERNS = {
    SLUG: "slug",
    CHAPTER_ID: "chapter-id",
    SOURCE_ID: "source-id",
    FIELD_ID: "field-id",
    PAGE: "page",
    PICTURE: "picture",
    TIME: "time",
    VERSION: "version",
    COLOUR: "colour",
    WEB_ADDRESS: "web-address",
    SAFE_ADDRESS: "safe-address",
    CONTACT_ADDRESS: "contact-address",
    MAIL: "mail",
    HASH: "hash",
}
"""Each pattern with the key of the words that say it."""

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
ChapterId = Annotated[str, StringConstraints(pattern=CHAPTER_ID)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Minutes = Annotated[int, Field(ge=1, le=1000)]


_YEARS = range(1970, 3000)
"""Of which calendars know every day, and the one after it."""


def _date(value: Any) -> datetime.date:
    """A day as ISO 8601 writes it; pydantic itself takes numbers and times for days as well."""
    try:
        found = datetime.date.fromisoformat(value if len(value) == len("2027-01-14") else "")
        return found.replace(year=found.year if found.year in _YEARS else 0)
    except (TypeError, ValueError):
        raise PydanticCustomError("date", "a date") from None


Date = Annotated[datetime.date, BeforeValidator(_date)]

Goals = Annotated[tuple[Slug, ...], Field(min_length=1)]
Moments = Annotated[tuple[Slug, ...], Field(min_length=1)]


class Content(BaseModel):
    """Something an author writes. Unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Searching(Content):
    """How search treats a page, as Material for MkDocs writes it."""

    exclude: bool = False
    """Whether search passes it over."""
    boost: Annotated[float, Field(gt=0, le=2)] = 1
    """How much what it says counts: less than 1 for what readers seldom look for."""


class PageMatter(Content):
    """The front matter of any page: its title, and the keys that Material for MkDocs has for a page."""

    title: Text
    """The title of the page; the page itself has no heading of level 1."""
    description: Text | None = None
    """One sentence for search engines and overviews."""
    formerly: tuple[str, ...] = ()
    """Earlier ids, of a page its earlier path below docs/ without `.md`: answers and addresses follow them."""
    hide: tuple[str, ...] = ()
    icon: str | None = None
    template: str | None = None
    search: Searching | None = None
    tags: tuple[str, ...] = ()
    status: str | None = None

    ENGINE_KEYS: ClassVar[frozenset[str]] = frozenset(
        {"title", "description", "hide", "icon", "template", "search", "tags", "status"}
    )


class Placed:
    """Where the parts of one piece of content stand."""

    def __init__(self, document: Document, location: tuple[Any, ...] = ()) -> None:
        self.document, self._location = document, location

    @property
    def data(self) -> Any:
        """The content as its author wrote it."""
        found = self.document.data
        for step in self._location:
            found = found[step]
        return found

    def __call__(self, *location: Any, key: bool = False) -> Place:
        """The place of the value at `location` in this content, or of its key."""
        return self.document.place((*self._location, *location), key)


Kind = TypeVar("Kind", bound=Content)


def reject(rule: Rule, *at: str | int, **values: object) -> PydanticCustomError:
    """The error for a validator to raise when `rule` is broken, at `at` below what it validates."""
    return PydanticCustomError("rule", "{rule}", {"rule": rule.value, "at": at, "values": values})


def shape(kind: type[Kind], document: Document, report: Report, location: tuple[Any, ...] = ()) -> Kind | None:
    """The data at `location` as a `kind`; None when it isn't one, and every reason why is reported."""
    data = document.data
    for step in location:
        data = data[step]
    try:
        return kind.model_validate(data)
    except pydantic.ValidationError as error:
        told: set[tuple[Any, ...]] = set()
        for details in _causes(kind, error.errors(include_url=False), report):
            where = tuple(step for step in details["loc"] if step not in ("str", "int", "bool", "constrained-int"))
            if where not in told:  # what may be one of several types is told once
                _report(details, kind, document, report, location)
            told.add(where)
        return None


def _causes(kind: type[Content], errors: list[ErrorDetails], report: Report) -> list[ErrorDetails]:
    """The errors that have no deeper cause.

    A list is too short as well when an item of it can't be used, and a key is missing as well when it is misspelt.
    """
    extra = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], report.nearest(str(loc[-1]), _keys_at(kind, loc[:-1]))) for loc in extra}
    return [
        error
        for error in errors
        if not (error["type"] == "missing" and error["loc"] in meant)
        if error["type"] not in ("too_short", "too_long")
        or not any(
            len(other["loc"]) > len(error["loc"]) and other["loc"][: len(error["loc"])] == error["loc"]
            for other in errors
        )
    ]


def _report(
    details: ErrorDetails, kind: type[Content], document: Document, report: Report, location: tuple[Any, ...]
) -> None:
    where = (*location, *details["loc"])
    name = str(details["loc"][-1]) if details["loc"] else ""
    context: Mapping[str, Any] = details.get("ctx") or {}
    match details["type"]:
        case "missing" | "union_tag_not_found":
            key = str(context.get("discriminator", name)).strip("'") if details["type"] != "missing" else name
            report.add(Rule.MISSING_KEY, document.place(where), key=key)
        case "extra_forbidden":
            allowed = _keys_at(kind, details["loc"][:-1])
            report.add(Rule.UNKNOWN_KEY, document.place(where, key=True), key=name, suggest=(name, allowed))
        case "rule":
            report.add(Rule(context["rule"]), document.place((*where, *context["at"])), **context["values"])
        case "union_tag_invalid":
            tags = [tag.strip(" '") for tag in context["expected_tags"].split(",")]
            expected = report.strings("types.one-of", values=", ".join(tags))
            place = document.place((*where, str(context["discriminator"]).strip("'")))
            report.add(Rule.WRONG_TYPE, place, expected=expected, suggest=(str(context["tag"]), tags))
        case "string_pattern_mismatch":
            expected = report.strings(f"types.{PATTERNS.get(context['pattern'], 'slug')}")
            rule = Rule.INVALID_ID if context["pattern"] in IDS else Rule.WRONG_TYPE
            report.add(rule, document.place(where), id=details["input"], expected=expected)
        case other:
            error = "text-with-colon" if other == "string_type" and _has_words_for_keys(details["input"]) else other
            expected = _expected(error, context, report)
            near = re.findall(r"'([^']*)'", str(context.get("expected", "")))
            report.add(Rule.WRONG_TYPE, document.place(where), expected=expected, suggest=(str(details["input"]), near))


def _has_words_for_keys(value: Any) -> bool:
    """Whether a value is what YAML makes of a text with a colon, such as `Let op: lees dit`."""
    return isinstance(value, Mapping) and not all(re.fullmatch(r"[a-z_]+", key) for key in value)


def _expected(error: str, context: Mapping[str, Any], report: Report) -> str:
    """What pydantic asked for, in the words of the reader's language."""
    if error == "literal_error":
        return report.strings("types.one-of", values=str(context["expected"]).replace(" or ", ", ").replace("'", ""))
    key = f"types.{error}"
    if key not in report.strings and f"{key}.other" not in report.strings:
        return report.strings("types.other", reason=error)
    return report.strings(key, count=context.get("min_length", context.get("max_length")), **context)


def _keys_at(kind: type[Content], location: Iterable[Any]) -> set[str]:
    """The keys that the model at `location` below `kind` knows."""
    models: list[Any] = [kind]
    for step in location:
        if isinstance(step, int):
            continue
        found = [
            field.annotation
            for model in models
            for name, field in model.model_fields.items()
            if step in (name, field.alias)
        ]
        inner = [model for annotation in found for model in _models_in(annotation)]
        models = inner or [model for model in models if getattr(model, "KIND", step) == step] or models
    return {field.alias or key for model in models for key, field in model.model_fields.items()}


def _models_in(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]


def schema_text(kind: Any, change: Callable[[dict[str, Any]], None] = lambda schema: None) -> str:
    """The JSON Schema of a model or another type, as the text of a file, once `change` has been at it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(kind).json_schema()}
    change(schema)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
