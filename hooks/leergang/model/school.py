"""school.yml: a school's own edition of the course, without a copy of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..diagnostics import Place, Report, Rule
from ..pages.data import read_yaml
from ..pages.source import author_path, load_source
from ..settings import SCHOOL_FILE, Settings, with_slash
from .content import (
    COLOUR,
    CONTACT_ADDRESS,
    HASH,
    MAIL,
    SAFE_ADDRESS,
    TIME,
    VERSION,
    WEB_ADDRESS,
    ChapterId,
    Content,
    Date,
    Placed,
    Slug,
    Text,
    shape,
)
from .logo import LogoError, LogoFile, read_logo

Colour = Annotated[str, Field(pattern=COLOUR)]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]


class Logo(Content):
    """A school's logo, in the bar above each page."""

    file: Text
    """A picture in the folder of school.yml: SVG, PNG, JPEG or WebP."""
    text: Text | None = None
    """What it is, for who can't see it; the name of the school where it isn't said."""
    plate: bool = True
    """Whether it stands on a white plate in the dark bar; a light logo, made for a dark ground, needs none."""


class Colours(Content):
    """A school's colours, checked to be readable."""

    brand: Colour | None = None
    """Of the bar above each page and of large buttons: white words stand on it."""
    link: Colour | None = None
    """Of links and of what can be pressed, on white."""


class SchoolMoment(Content):
    """When and where this school does what the course's moment of that id is for."""

    id: Slug
    date: Date | None = None
    start: Annotated[str, Field(pattern=TIME)] | None = None
    """When it begins, such as 09:30, where it isn't when the course says."""
    place: Text | None = None
    note: Text | None = None
    """What else to know about it, in one sentence."""


class SchoolChapter(Content):
    """A chapter that this school hides or moves."""

    id: ChapterId
    hide: bool = False
    moment: Slug | None = None
    """The moment that it goes to."""
    after: ChapterId | None = None
    """The chapter that it comes after, at its moment and in its module."""


class Contact(Content):
    """Somebody whom participants can ask."""

    name: Text
    role: Text | None = None
    email: Annotated[str, Field(pattern=MAIL)] | None = None
    phone: Text | None = None


class Security(Content):
    """Whom to tell about a hole in the site's security: /.well-known/security.txt says it to researchers."""

    contact: Annotated[tuple[Annotated[str, Field(pattern=CONTACT_ADDRESS)], ...], Field(min_length=1)]
    expires: Date
    policy: Annotated[str, Field(pattern=SAFE_ADDRESS)] | None = None


class Replaced(Content):
    """A text of the course in the place of which this school has its own, as it was at that time."""

    path: Text
    """Of the course's file, below docs/."""
    block: Text | None = None
    """The block of it; none where the whole page is replaced."""
    id: Text | None = None
    """The prompt, term or source of it, where the file has many."""
    hash: Annotated[str, Field(pattern=HASH)]
    """SHA-256 of that text."""


class MadeFor(Content):
    """The course that this edition was made for. Written by `leergang school`, never by hand."""

    version: Annotated[str, Field(pattern=VERSION)]
    replaced: tuple[Replaced, ...] = ()


class SchoolFile(Content):
    """What school.yml says."""

    id: Slug
    """The name of its bundle."""
    name: Text
    logo: Logo | None = None
    colours: Colours = Colours()
    site_url: WebAddress | None = None
    """Where this school's copy is, for who has one."""
    offline: bool | None = None
    """Whether a hosted copy keeps the course in the reader's browser, where it isn't as mkdocs.yml says."""
    language_level: Literal["A2", "B1", "B2", "C1"] | None = None
    """How plainly this school's own texts are to be written."""
    contacts: tuple[Contact, ...] = ()
    moments: tuple[SchoolMoment, ...] = ()
    chapters: tuple[SchoolChapter, ...] = ()
    security: Security | None = None
    made_for: MadeFor | None = None


@dataclass(frozen=True)
class School:
    """A school whose edition this is."""

    folder: Path
    file: SchoolFile
    place: Placed
    logo: LogoFile | None = None

    @cached_property
    def moments(self) -> Mapping[str, SchoolMoment]:
        """What it says of moments, by their ids."""
        return {moment.id: moment for moment in self.file.moments}


def load_school(settings: Settings, folder: Path, report: Report) -> tuple[Settings, School | None]:
    """The settings as the school in `folder` has them, and that school; None where its file can't be used."""
    path = folder / SCHOOL_FILE
    if not path.exists():
        report.add(Rule.UNREADABLE, Place(author_path(path)), reason=report.strings("layers.no-file"))
        return settings, None
    source = load_source(path, report)
    document = read_yaml(source.text, source.path, report) if source else None
    file = shape(SchoolFile, document, report) if document else None
    if file is None or document is None:
        return settings, None
    address = with_slash(file.site_url) if file.site_url else settings.site_url
    place = Placed(document)
    school = School(folder, file, place, _load_logo(folder, file, place, report))
    offline = settings.offline if file.offline is None else file.offline
    return replace(settings, site_url=address, offline=offline), school


def _load_logo(folder: Path, file: SchoolFile, place: Placed, report: Report) -> LogoFile | None:
    if not file.logo:
        return None
    try:
        return read_logo(folder, file.logo.file)
    except LogoError as error:
        reason = report.strings(f"logo.{error.reason}", **error.values)
        report.add(Rule.UNFIT_LOGO, place("logo", "file"), file=file.logo.file, reason=reason)
        return None
