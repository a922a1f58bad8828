"""A worksheet: docs/tools/werkbladen/<id>.md, fields in the front matter, instruction in the body."""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from ..diagnostics import Rule
from ..pages.page import Page
from .content import Goals, Minutes, Moments, PageMatter, Placed, Slug, Text, reject
from .fields import Field, distinct


class WorksheetMatter(PageMatter):
    """What the front matter of a worksheet says."""

    purpose: Text
    """What it is for, in one sentence."""
    moments: Moments
    repeat: bool = False
    """Whether it may be filled in again; each round then has its own date."""
    minutes: Minutes
    with_: Annotated[tuple[Literal["alone", "pair", "team"], ...], Constraint(min_length=1, alias="with")]
    """Who fills it in, in order."""
    goals: Goals
    fields: Annotated[tuple[Field, ...], Constraint(min_length=1)]
    formerly: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        distinct("fields", self.fields)
        present = {field.id for field in self.fields}
        for index, field in enumerate(self.fields):
            for old in present.intersection(field.formerly):
                raise reject(Rule.DUPLICATE_ID, "fields", index, "formerly", field.formerly.index(old), id=old)
        return self


@dataclass(frozen=True)
class Worksheet:
    """A worksheet of the course."""

    id: str
    matter: WorksheetMatter
    page: Page
    place: Placed

    @property
    def title(self) -> str:
        """Its title."""
        return self.matter.title
