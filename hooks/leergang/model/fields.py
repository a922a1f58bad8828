"""The kinds of field that a worksheet may have.

A new kind: what it asks (`...Asked`, with `kind`), the same as a field of a worksheet (`...Field`), and their places in
`Column`, what a table may hold, and in `Field`. CONTRIBUTING.md has the rest.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import Field as Constraint
from pydantic import model_validator

from ..diagnostics import Rule
from .content import FIELD_ID, Content, Slug, Text, reject

DEFAULT_ROWS = 3
"""Rows that a table shows when its author doesn't say."""
MAX_ROWS = 50


class Choice(Content):
    """Something to choose, or a row of a table or scale."""

    id: Slug
    """Stored in answers: change it only with the field's own id."""
    label: Text


class Asked(Content):
    """What every question shares, in a field or in the column of a table."""

    KIND: ClassVar[str] = ""
    """Its name, which `kind` says."""
    SHOWS_ANY_TEXT: ClassVar[bool] = False
    """Whether its form shows any text that was written for another kind, and not only what fits."""

    id: Slug
    label: Text
    """The question, as the reader sees it."""
    hint: Text | None = None
    """One sentence of help, below the question."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        if "kind" in cls.model_fields:
            (cls.KIND,) = get_args(cls.model_fields["kind"].annotation)

    def fits(self, answer: Any) -> bool:
        """Whether `answer` could be given to this question."""
        return isinstance(answer, str) and bool(answer.strip())

    def meant(self, answer: Any) -> str:
        """What an `answer` that doesn't fit may have been meant to be; empty where nobody can tell."""
        return ""


class TextAsked(Asked):
    """A few words on one line."""

    SHOWS_ANY_TEXT = True
    kind: Literal["text"]


class ParagraphAsked(Asked):
    """Some sentences."""

    SHOWS_ANY_TEXT = True
    kind: Literal["paragraph"]


class NumberAsked(Asked):
    """A whole number."""

    kind: Literal["number"]
    min: int | None = None
    max: int | None = None

    def fits(self, answer: Any) -> bool:
        number = _number(answer)
        return (
            number is not None and (self.min is None or number >= self.min) and (self.max is None or number <= self.max)
        )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.min, self.max)
        return self


class DateAsked(Asked):
    """A day."""

    SHOWS_ANY_TEXT = True
    kind: Literal["date"]

    def fits(self, answer: Any) -> bool:
        try:
            return bool(datetime.date.fromisoformat(answer))
        except (TypeError, ValueError):
            return False

    def meant(self, answer: Any) -> str:
        """A day as most people write it, in the form that `fits`."""
        found = re.fullmatch(r"(\d\d?)[-/. ](\d\d?)[-/. ](\d{4})", str(answer))
        iso = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else ""
        return iso if self.fits(iso) else ""


class ChoiceAsked(Asked):
    """One of some options."""

    kind: Literal["choice"]
    options: Annotated[tuple[Choice, ...], Constraint(min_length=2)]

    def fits(self, answer: Any) -> bool:
        return isinstance(answer, str) and answer in {option.id for option in self.options}

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        distinct("options", self.options)
        return self


class ChoicesAsked(ChoiceAsked):
    """Any of some options."""

    kind: Literal["choices"]  # type: ignore[assignment]

    def fits(self, answer: Any) -> bool:
        return isinstance(answer, list) and all(super(ChoicesAsked, self).fits(one) for one in answer)


class ScaleAsked(Asked):
    """A place between two ends."""

    kind: Literal["scale"]
    min: int = 1
    max: int = 5
    labels: Annotated[tuple[Text, ...], Constraint(min_length=2, max_length=2)] | None = None
    """What the lowest and the highest step mean."""

    @property
    def steps(self) -> range:
        """The steps to choose from."""
        return range(self.min, self.max + 1)

    def fits(self, answer: Any) -> bool:
        return _number(answer) in self.steps

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not 2 <= len(self.steps) <= 11:
            raise reject(Rule.WRONG_TYPE, "max", expected=f"min < max <= min + 10 ({self.min}, {self.max})")
        return self


Column = Annotated[
    TextAsked | ParagraphAsked | NumberAsked | DateAsked | ChoiceAsked | ChoicesAsked | ScaleAsked,
    Constraint(discriminator="kind"),
]


class FieldBase(Asked):
    """What every field of a worksheet shares beside its question."""

    required: bool = False
    example: Any = None
    """An answer as it could be: shown on demand, never saved."""
    formerly: tuple[Slug, ...] = ()
    same_as: Annotated[str, Constraint(pattern=FIELD_ID)] | None = None
    """`worksheet/field`: the same question, asked earlier; its answer is shown beside this one."""

    @model_validator(mode="after")
    def _example_fits(self) -> Self:
        if self.example is not None and not self.fits(self.example):
            meant = self.meant(self.example)
            raise reject(Rule.INVALID_EXAMPLE, "example", id=self.id, suggest=(meant, [meant]) if meant else None)
        return self


class TextField(TextAsked, FieldBase):
    """A few words on one line."""


class ParagraphField(ParagraphAsked, FieldBase):
    """Some sentences."""


class NumberField(NumberAsked, FieldBase):
    """A whole number."""


class DateField(DateAsked, FieldBase):
    """A day."""


class ChoiceField(ChoiceAsked, FieldBase):
    """One of some options."""


class ChoicesField(ChoicesAsked, FieldBase):
    """Any of some options."""


class ScaleField(ScaleAsked, FieldBase):
    """A place between two ends, for one question or for several statements."""

    rows: tuple[Choice, ...] = ()
    """The statements, where there are several."""

    def fits(self, answer: Any) -> bool:
        if not self.rows:
            return super().fits(answer)
        known = {row.id for row in self.rows}
        return isinstance(answer, Mapping) and all(
            row in known and super(ScaleField, self).fits(value) for row, value in answer.items()
        )

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        distinct("rows", self.rows)
        return self


class TableField(FieldBase):
    """Rows and columns of questions."""

    kind: Literal["table"]
    columns: Annotated[tuple[Column, ...], Constraint(min_length=1)]
    rows: tuple[Choice, ...] = ()
    """Fixed rows; without them the reader adds rows."""
    min: Annotated[int, Constraint(ge=0, le=MAX_ROWS)] | None = None
    max: Annotated[int, Constraint(ge=1, le=MAX_ROWS)] | None = None

    @property
    def shown(self) -> int:
        """How many rows an empty table shows."""
        return min(self.most, self.min or DEFAULT_ROWS)

    @property
    def most(self) -> int:
        """How many rows a reader may fill."""
        return self.max or MAX_ROWS

    def fits(self, answer: Any) -> bool:
        if self.rows:
            known = {row.id for row in self.rows}
            return isinstance(answer, Mapping) and set(answer) <= known and all(map(self._row_fits, answer.values()))
        return isinstance(answer, list) and len(answer) <= self.most and all(map(self._row_fits, answer))

    def _row_fits(self, row: Any) -> bool:
        columns = {column.id: column for column in self.columns}
        return isinstance(row, Mapping) and all(
            key in columns and columns[key].fits(value) for key, value in row.items()
        )

    def meant(self, answer: Any) -> str:
        rows = answer.values() if isinstance(answer, Mapping) else answer if isinstance(answer, list) else ()
        cells = [(column, row.get(column.id)) for row in rows if isinstance(row, Mapping) for column in self.columns]
        return next((meant for column, cell in cells if (meant := column.meant(cell))), "")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        distinct("rows", self.rows)
        distinct("columns", self.columns)
        in_order(self.min, self.max)
        for key in ("min", "max"):
            if self.rows and getattr(self, key) is not None:  # a number of rows is for a reader who adds them
                raise reject(Rule.UNKNOWN_KEY, key, key=key)
        return self


Field = Annotated[
    TextField | ParagraphField | NumberField | DateField | ChoiceField | ChoicesField | ScaleField | TableField,
    Constraint(discriminator="kind"),
]

FIELD_KINDS: tuple[str, ...] = tuple(kind.KIND for kind in get_args(get_args(Field)[0]))
"""The name of each kind."""


def in_order(low: int | None, high: int | None) -> None:
    """Refuse a `min` above its `max`.

    Raises:
        PydanticCustomError: nothing could be answered.
    """
    if low is not None and high is not None and low > high:
        raise reject(Rule.WRONG_TYPE, "max", expected=f"min <= max ({low}, {high})")


def distinct(key: str, items: Iterable[Choice | Asked]) -> None:
    """Refuse ids that occur twice in the list at `key`.

    Raises:
        PydanticCustomError: the same id occurs twice; answers to one would be taken for answers to the other.
    """
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            raise reject(Rule.DUPLICATE_ID, key, index, "id", id=item.id)
        seen.add(item.id)


def _number(answer: Any) -> int | None:
    try:
        return int(answer)
    except (TypeError, ValueError):
        return None
