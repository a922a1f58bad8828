"""The beginning of a school's own text: the course's, taken over as it is now."""

from dataclasses import dataclass
from pathlib import Path

from ..authoring.write import RefusedError, write_files
from ..diagnostics import closest
from ..pages.source import author_path
from ..settings import SCHOOL_FILE
from .base import Key, SchoolFolder
from .forms import Blocks, BrokenError, Form, Whole, form_of

_ENDINGS = ("", ".md")
_LISTS = ("", ".yml", ".json", ".md")


@dataclass(frozen=True)
class Taken:
    """A text that a school has from now on."""

    path: Path
    key: Key


def take(school: SchoolFolder, page: str, block: str, item: str) -> Taken:
    """Copy a text of the course into the school's docs/, and remember what it was.

    Args:
        school: the folder and the course.
        page: the course's file, by its path below docs/.
        block: the block of it, where not all of it is wanted.
        item: the prompt, term or source of it.

    Raises:
        RefusedError: there is no such text, or the school has its own already; nothing was written.
        OSError: a file can't be written; every file is as it was.
    """
    uri = _find(school, page, _LISTS if item else _ENDINGS)
    source = school.of_course(uri)
    raw = source.read_bytes() if source else b""
    form = _form(school, uri, raw, block)
    name = block or item
    if form.kind == "id" and not item:
        raise RefusedError(school.strings("take.which-id", path=uri))
    if item and form.kind != "id":
        raise RefusedError(school.strings("take.no-items", path=uri))
    theirs = form.pieces(form.decode(raw))
    if name not in theirs:
        nearest = closest(name, theirs)
        hint = school.strings("diagnostics.did-you-mean", name=nearest) if nearest else "."
        raise RefusedError(school.strings(f"take.unknown.{form.kind}", name=name, path=uri) + hint)
    key = Key(uri, form.kind, name)
    record = {**school.record, key: form.hash(theirs[name])}
    results = {
        school.docs / uri: _own(school, form, uri, name, theirs[name]),
        school.base / uri: _base(school, form, uri, name, theirs[name]),
        school.folder / SCHOOL_FILE: school.with_record(record, school.version or school.present_version),
    }
    write_files(results)
    return Taken(school.docs / uri, key)


def _find(school: SchoolFolder, page: str, endings: tuple[str, ...]) -> str:
    """The path below docs/ of the course's file that is meant."""
    wanted = page.replace("\\", "/").removeprefix("./").removeprefix("docs/")
    files = [uri for uri in school.course.settings.files("*") if school.of_course(uri)]
    for ending in endings:
        if f"{wanted}{ending}" in files:
            return f"{wanted}{ending}"
    nearest = closest(f"{wanted.removesuffix('.md')}.md", files) or closest(wanted, files)
    hint = school.strings("diagnostics.did-you-mean", name=nearest) if nearest else "."
    raise RefusedError(school.strings("take.unknown.page", name=page) + hint)


def _form(school: SchoolFolder, uri: str, raw: bytes, block: str) -> Form:
    if block:
        if not uri.endswith(".md"):
            raise RefusedError(school.strings("take.no-blocks", path=uri))
        return Blocks(school.course.settings.delimiters)
    form = form_of(uri, raw, school.course.settings.delimiters, school.strings)
    if form is None:
        raise RefusedError(school.strings("take.adds", path=uri))
    return Whole() if isinstance(form, Blocks) else form


def _own(school: SchoolFolder, form: Form, uri: str, name: str, piece: str) -> bytes:
    """The school's file with this text in it as well.

    Raises:
        RefusedError: the school has its own there.
    """
    path = school.docs / uri
    school.check_inside(path)
    if not path.exists():
        return form.encode(form.only({name: piece}))
    raw = path.read_bytes()
    there = form_of(uri, raw, school.course.settings.delimiters, school.strings)
    try:
        free = there is not None and there.kind == form.kind != "" and name not in form.pieces(form.decode(raw))
    except BrokenError as error:
        raise RefusedError(school.strings("upgrade.broken", path=author_path(path))) from error
    if not free:
        raise RefusedError(school.strings(f"take.has.{form.kind or 'page'}", path=author_path(path), name=name))
    return form.encode(form.put(form.decode(raw), name, piece), raw)


def _base(school: SchoolFolder, form: Form, uri: str, name: str, piece: str) -> bytes:
    """What is kept of the course's file, with this text in it as well."""
    path = school.base / uri
    school.check_inside(path)
    try:
        kept = form.pieces(form.decode(path.read_bytes())) if form.kind else {}
    except (BrokenError, UnicodeDecodeError, OSError):
        kept = {}
    return form.encode(form.only({**kept, name: piece}))
