"""docs/cursus.yml: modules and moments with their chapters in order, and goals. And the front matter of a chapter."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..diagnostics import Rule
from .catalogue import Catalogue
from .content import PAGE, TIME, VERSION, ChapterId, Content, Goals, Minutes, PageMatter, Slug, Text, reject


class Module(Content):
    """A part of the course."""

    id: Slug
    """The name of its folder in docs/modules/."""
    title: Text
    chapters: tuple[ChapterId, ...]


class Part(Content):
    """A part of a day: a chapter, a worksheet, or something with a title of its own."""

    title: Text | None = None
    chapter: ChapterId | None = None
    worksheet: Slug | None = None
    minutes: Minutes
    text: Text | None = None
    """What happens, in one sentence."""
    alone: bool = False
    """Whether a participant does it by themselves, before or after what a trainer leads: no clock runs then."""

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.title or self.chapter or self.worksheet):
            raise reject(Rule.MISSING_KEY, key="title")
        return self


class Moment(Content):
    """When a participant does something."""

    id: Slug
    """Answers are kept by it."""
    title: Text
    text: Text | None = None
    """What happens then, in one or two sentences."""
    page: Annotated[str, Field(pattern=PAGE)] | None = None
    """A page about it, its path below docs/."""
    minutes: Minutes | None = None
    """How long it takes: all its parts, or else the reading and the worksheets."""
    start: Annotated[str, Field(pattern=TIME)] | None = None
    """When its first part begins, such as 09:30; a trainer may choose another time on the day."""
    bring: tuple[Text, ...] = ()
    """What to have with you."""
    chapters: tuple[ChapterId, ...] = ()
    parts: tuple[Part, ...] = ()
    """A day, from beginning to end."""


class Goal(Content):
    """Something a participant learns (learning) or can do by the end (ability)."""

    id: Slug
    kind: Literal["learning", "ability"] = "learning"
    text: Text


class CourseOutline(Content):
    """The course in one file: the only place for the order of chapters and their moments."""

    title: Text
    version: Annotated[str, Field(pattern=VERSION)] | None = None
    """Of the course's content, such as 1.2.0: a school's edition says which one it was made for."""
    description: Text | None = None
    catalogue: Catalogue | None = None
    modules: Annotated[tuple[Module, ...], Field(min_length=1)]
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]


class ChapterMatter(PageMatter):
    """What the front matter of a chapter says."""

    goals: Goals
    minutes: Minutes
    """To read it and answer its prompts; worksheets count for themselves."""
    keypoints: Annotated[tuple[Text, ...], Field(min_length=1)]
    before: tuple[ChapterId, ...] = ()
    """Chapters that come before this one."""
    reading: tuple[str, ...] = ()
    """Sources to read further, by their ids."""
    formerly: tuple[ChapterId, ...] = ()
