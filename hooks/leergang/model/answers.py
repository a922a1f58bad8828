"""What a reader takes along: the file of answers that the scripts write and read back.

Nothing here reads one: transfer.js does, in the browser. The schema tells others what is in it.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from typing_extensions import TypeAliasType

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")]
Time = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Value = TypeAliasType("Value", "str | int | float | list[Value] | dict[Name, Value]")
"""What is in a field: a text, the id of an option, a list of them, or cells by row and column."""


class Shape(BaseModel):
    """Later versions may add keys; they change the version when they change what one means."""

    model_config = ConfigDict(extra="allow", frozen=True)


class Kept(Shape):
    """Another text, written elsewhere at about the same time."""

    value: Value
    updated: Time


class Answer(Shape):
    """The answer in one field."""

    value: Value
    updated: Time
    asked: str
    """The question, as it was when this was written."""
    after: Time | None = None
    """When the answer was written that this one came in the place of."""
    kept: tuple[Kept, ...] = ()


class AnsweredItem(Shape):
    """The answers to one worksheet or prompt at one round."""

    kind: Literal["worksheet", "reflection"]
    id: Name
    round: Name
    """The id of a moment; the date, of what may be filled in again."""
    values: dict[Name, Answer]
    """By field; a prompt has one, of its own id."""


class Aside(Shape):
    """What stood between the answers and could not be read, as it was."""

    key: str
    raw: str


class AnswersFile(Shape):
    """All answers of one reader, or those they share."""

    format: Literal["leergang-answers"]
    version: Literal[1]
    course: str
    """The id of the course."""
    exported: Time
    shared: bool = False
    """Made for someone else, who reads it without taking it for their own."""
    from_: Annotated[str, Field(alias="from", max_length=80)] = ""
    """Whose answers they are, where that was filled in."""
    answers: tuple[AnsweredItem, ...]
    aside: tuple[Aside, ...] = ()
