"""What catalogues of learning material ask of a course, said once in docs/cursus.yml."""

from typing import Annotated, Literal

from pydantic import Field

from .content import PICTURE, Content, Text

Level = Literal["po", "so", "vo", "mbo", "hbo", "wo"]
"""The kinds of education of the Onderwijsbegrippenkader, the Dutch vocabulary for them."""
Role = Literal["learner", "teacher", "author", "manager"]
"""Of LOM 1.0. Who teaches and learns about teaching is a teacher."""
Licence = Literal[
    "CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC BY-NC-SA 4.0", "CC BY-ND 4.0", "CC BY-NC-ND 4.0", "CC0 1.0"
]


class CataloguePicture(Content):
    """What a message that leads to the course shows of it."""

    file: Annotated[str, Field(pattern=PICTURE)]
    """Its path below docs/."""
    text: Text
    """What there is to see."""


class Catalogue(Content):
    """Where and for whom the course can be found."""

    keywords: Annotated[tuple[Text, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    """The kinds of education in which people use it."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Who works with it."""
    cost: Literal["no", "yes"]
    """Whether it has to be paid for."""
    licence: Licence | None = None
    """What others may do with it; without one, the law says."""
    modes: tuple[Literal["onsite", "online"], ...] = ()
    """Where people meet."""
    publisher: Text | None = None
    picture: CataloguePicture | None = None
