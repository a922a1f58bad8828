"""A bundle: a course in one zip, for who hosts it. The site, what web servers are told, and how to begin and to check.

The same content gives the same bytes: entries stand in order, with one time and one set of rights, and nothing of the
machine is in them. How tightly a file is packed is zlib's: another zlib (zlib-ng, in some systems) gives another zip
of the same files. SHA256SUMS is then still the same, so it is by the hash of that file that two bundles are compared.
"""

import hashlib
import re
import stat
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from ..model import Course
from ..settings import EDITIONS, Settings
from ..strings import Strings, load_strings
from .build import Engine, is_within, reason_of, write_site
from .checksums import SUMS, digest_of, render_sums
from .readme import README, About, render_readme
from .sbom import SBOM, render_sbom
from .servers import render_server_files

SITE = "site"
"""The folder in a bundle that goes on a server."""
_DAYS = 28
"""Of January 1980, the first month that a zip can tell. Entries have a time in it that follows from what they hold:
servers know a file by its size and time, and would tell browsers that another text of the same length is the one that
they have."""
_RIGHTS = stat.S_IFREG | 0o644
_UNIX = 3
_LEVEL = 5
"""The sixth packs a course in half as much time again, and a sixtieth smaller."""
_NOWHERE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[ .](/|$)|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)', re.IGNORECASE)
"""What no file on Windows can be called, where most bundles are unpacked."""

Files = dict[str, bytes | Path]
"""What is in a bundle, by its path: written here, or a file of the site."""


class _NameError(Exception):
    """A name that can't be unpacked everywhere.

    Args:
        key: why not, a key below `bundle` in the strings.
        path: the file.
    """

    def __init__(self, key: str, path: str) -> None:
        super().__init__(path)
        self.key, self.path = key, path


def export_bundle(
    settings: Settings, edition: str | None, target_folder: Path, engine: Engine | None = None
) -> tuple[int, Path | None]:
    """Check the course, build it and write `<course>[-trainer]-<version>[-<school>].zip`.

    Args:
        settings: which course, and which school's edition of it.
        edition: for whom; None where that is as mkdocs.yml says.
        target_folder: where the zip goes. An earlier one is replaced at the very end.
        engine: one to build with, as `write_site` takes it.

    Returns:
        The exit code: 0, 1 when the content has errors, 2 when nothing can be written there; and where the zip is.
    """
    strings = load_strings(settings.language)
    if any(is_within(target_folder, folder) for folder in (*settings.layers, settings.site)):
        click.echo(strings("bundle.not-there", path=target_folder.as_posix()), err=True)
        return 2, None
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".bundle-", dir=target_folder) as work:
            target = _export(settings, edition, Path(work), strings, engine)
            return (0 if target else 1), target
    except _NameError as error:
        click.echo(strings(f"bundle.{error.key}", path=error.path), err=True)
        return 1, None
    except OSError as error:
        reason = reason_of(error, target_folder)
        click.echo(strings("bundle.no-room", path=target_folder.as_posix(), reason=reason), err=True)
        return 2, None


def _export(
    settings: Settings, edition: str | None, work: Path, strings: Strings, engine: Engine | None
) -> Path | None:
    """Write the zip by way of `work`, an empty folder beside it; None when the content has errors."""
    click.echo(strings("build.building"), err=True)
    site = work / SITE
    site.mkdir()
    done = write_site(replace(settings, site=site), site, edition, engine=engine)
    if not done:
        return None
    course = done.course
    about = _about(course)
    click.echo(strings("bundle.describing"), err=True)
    files = _files(course, site, about)
    sums = render_sums({path: _digest(content) for path, content in files.items()}).encode()
    click.echo(strings("bundle.packing", count=len(files)), err=True)
    fresh, target = work / "bundle.zip", work.parent / f"{about.name}.zip"
    _pack(fresh, {**files, SUMS: sums})
    fresh.replace(target)
    size = size_text(target, strings)
    click.echo(strings("bundle.done", path=target.as_posix(), size=size, readme=README), err=True)
    click.echo(strings("bundle.digest", digest=hashlib.sha256(sums).hexdigest()), err=True)
    return target


def size_text(path: Path, strings: Strings) -> str:
    """How many MiB a file is, as people write it."""
    return f"{path.stat().st_size / 1024**2:.1f}".replace(".", strings("bundle.point"))


def _about(course: Course) -> About:
    """What this bundle is called and what it is of."""
    school, outline = course.school, course.outline
    edition = course.settings.edition
    version = (outline and outline.version) or ""
    parts = [
        course.settings.course,
        edition if edition != EDITIONS[0] else "",  # before the school, which may be called so too
        version,
        school.file.id if school else "",
    ]
    return About(
        name="-".join(part for part in parts if part),
        title=outline.title if outline else course.settings.course,
        version=version,
        edition=edition,
        school=school.file.name if school else "",
    )


def _files(course: Course, site: Path, about: About) -> Files:
    """Everything in the bundle but SHA256SUMS.

    Raises:
        _NameError: a file of the site has a name that some system can't give it.
    """
    files: Files = {path: text.encode() for path, text in render_server_files(site, course.settings.shared).items()}
    files |= {f"{SITE}/{path.relative_to(site).as_posix()}": path for path in site.rglob("*") if path.is_file()}
    files[SBOM] = render_sbom(course, site, about.version).encode()
    files[README] = render_readme(course.settings, about, files.keys()).encode()
    _check_names(files)
    return files


def _check_names(paths: Iterable[str]) -> None:
    known: set[str] = set()
    for path in sorted(paths):
        if _NOWHERE.search(path):
            raise _NameError("odd-name", path)
        if (name := unicodedata.normalize("NFC", path).casefold()) in known:
            raise _NameError("same-name", path)
        known.add(name)


def _digest(content: bytes | Path) -> str:
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as stream:
        return digest_of(stream)


def _pack(target: Path, files: Mapping[str, bytes | Path]) -> None:
    """Write a zip that is the same for the same files."""
    with zipfile.ZipFile(target, "w") as bundle:
        for path in sorted(files):
            content = files[path]
            data = content if isinstance(content, bytes) else content.read_bytes()
            entry = zipfile.ZipInfo(path, _time_of(data))
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
            bundle.writestr(entry, data, zipfile.ZIP_DEFLATED, _LEVEL)


def _time_of(data: bytes) -> tuple[int, int, int, int, int, int]:
    """The time of an entry: of every two seconds in `_DAYS`, the one that its content leads to."""
    minutes, seconds = divmod(int.from_bytes(hashlib.sha256(data).digest()[:8]) % (_DAYS * 24 * 60 * 30), 30)
    hours, minute = divmod(minutes, 60)
    day, hour = divmod(hours, 24)
    return 1980, 1, day + 1, hour, minute, seconds * 2
