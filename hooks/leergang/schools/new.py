"""A new edition: a folder with a school.yml and room for the school's own texts."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..authoring import answers
from ..authoring.ask import Asking, Question, ask_all
from ..authoring.write import RefusedError, write_files
from ..model import Course
from ..model.content import SLUG
from ..pages.source import author_path
from ..settings import SCHOOL_FILE
from ..strings import Strings
from .base import NO_VERSION, render_school


def _id(asking: Asking, answer: str) -> str:
    """A short name, of which the bundle's is made."""
    name = answer.strip()
    if not re.fullmatch(SLUG.strip("^$"), name):
        raise asking.refuse("id", answer=answer, example=answers.slug(name) or "de-wilg")
    return name


def _from_name(asking: Asking) -> str:
    return answers.slug(asking.answers["name"]) or "school"


QUESTIONS = (
    Question("name", "school-name", answers.text, help="The name of the school."),
    Question("id", "school-id", _id, usual=_from_name, help="Its short name; made of the name if left out."),
)


def make_school(course: Course, folder: Path, given: Mapping[str, Any], strings: Strings) -> None:
    """Make the folder of an edition, asking for what isn't given.

    Raises:
        RefusedError: there is an edition already, or an answer can't be used; nothing was written.
        OSError: the folder can't be made.
    """
    file = folder / SCHOOL_FILE
    if file.exists():
        raise RefusedError(strings("school-new.exists", path=author_path(file)))
    asking = Asking(course, strings)
    ask_all(QUESTIONS, given, asking)
    version = (course.outline.version if course.outline else None) or NO_VERSION
    write_files({file: render_school(asking.answers["id"], asking.answers["name"], version, strings).encode()})
    (folder / "docs").mkdir(exist_ok=True)
