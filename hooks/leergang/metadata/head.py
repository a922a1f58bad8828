"""What the head of a page says about it, for browsers, search engines and messages that lead to it."""

from dataclasses import dataclass

from ..model import Course
from ..model.course import MODULES
from ..strings import Strings
from .addresses import HOME, address_of
from .linked_data import linked_data
from .lom import LOM


@dataclass(frozen=True)
class Head:
    """One page, in plain texts; what isn't known is empty."""

    name: str
    """The page by itself."""
    title: str
    """The page and the course that it is part of."""
    course: str
    description: str = ""
    address: str = ""
    locale: str = ""
    home: bool = False
    picture: str = ""
    """Its whole address: another site can't follow any other."""
    picture_text: str = ""
    data: str = ""
    """JSON-LD, safe inside a script element."""
    lom: str = ""
    """The address of what catalogues read, from this page."""


def read_head(course: Course, uri: str, strings: Strings) -> Head:
    """What to say of the page at `uri`."""
    name = str(course.pages[uri].front.data["title"])
    description = _describe(course, uri, name, strings)
    home = uri == HOME
    catalogue = course.outline.catalogue if course.outline else None
    picture = catalogue.picture if catalogue else None
    return Head(
        name=name,
        title=name if name == course.title else f"{name} - {course.title}",
        course=course.title,
        description=description,
        address=address_of(course.settings, uri),
        locale=strings("metadata.locale") if strings.language == course.settings.language else "",
        home=home,
        picture=address_of(course.settings, picture.file) if picture else "",
        picture_text=picture.text if picture else "",
        data=linked_data(course, uri, description),
        lom=LOM if home and catalogue else "",
    )


def _describe(course: Course, uri: str, name: str, strings: Strings) -> str:
    """One sentence about a page: its author's own, or what the model knows of it."""
    if said := course.pages[uri].front.data.get("description"):
        return str(said)
    if uri == HOME and course.outline:
        modules = ", ".join(module.title for module in course.outline.modules)
        return course.outline.description or strings("metadata.parts", title=course.title, parts=modules)
    if chapter := course.chapter_at(uri):
        return chapter.matter.keypoints[0]
    if worksheet := course.worksheet_at(uri):
        return worksheet.matter.purpose
    for module in course.outline.modules if course.outline else ():
        if uri == f"{MODULES}/{module.id}/index.md" and module.chapters:
            chapters = ", ".join(course.chapters[chapter].matter.title for chapter in module.chapters)
            return strings("metadata.parts", title=module.title, parts=chapters)
    return strings("metadata.page", title=name, course=course.title)
