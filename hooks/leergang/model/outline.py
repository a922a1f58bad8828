"""docs/cursus.yml: modules and moments with their chapters in order, and goals. And the front matter of a chapter."""

from typing import Annotated, Literal

from pydantic import Field

from .content import ChapterId, Content, Goals, Minutes, PageMatter, Slug, Text


class Module(Content):
    """A part of the course."""

    id: Slug
    """The name of its folder in docs/modules/."""
    title: Text
    chapters: tuple[ChapterId, ...]


class Moment(Content):
    """When a participant does something."""

    id: Slug
    """Answers are kept by it."""
    title: Text
    text: Text | None = None
    """What happens then, in one or two sentences."""
    chapters: tuple[ChapterId, ...] = ()


class Goal(Content):
    """Something a participant learns (learning) or can do by the end (ability)."""

    id: Slug
    kind: Literal["learning", "ability"] = "learning"
    text: Text


class CourseOutline(Content):
    """The course in one file: the only place for the order of chapters and their moments."""

    title: Text
    description: Text | None = None
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
