"""A school's edition follows a newer version of the course; what the school wrote is never lost."""

from ..authoring.write import RefusedError, write_files
from ..settings import SCHOOL_FILE
from .base import NO_VERSION, SchoolFolder
from .choices import LEFT
from .effects import Effects, effects_of
from .following import Change, Finding, Following
from .merging import Labels, NoGitError


def upgrade(school: SchoolFolder, write: bool = True) -> tuple[list[Finding], Effects, bool]:
    """Let a school's texts follow the course's; gives what became of each, what that does, and whether files change.

    Args:
        school: the folder and the course.
        write: whether files are written; otherwise only what would become of them is told.

    Raises:
        RefusedError: a file can't be read, or there is no git; nothing was written.
        OSError: a file can't be written; every file is as it was.
    """
    change = Change()
    labels = _labels(school)
    noted = {key.path for key in school.record}
    try:
        for uri in sorted(noted.union(school.texts())):
            Following(school, uri, labels).follow(change)
    except NoGitError as error:
        raise RefusedError(school.strings("upgrade.no-git")) from error
    change.write(school.folder / SCHOOL_FILE, school.with_record(change.record, school.present_version))
    results = dict(change.results)
    gone = [path for path in change.gone if path not in results]
    effects = effects_of(school, {one.key.path: one.before for one in change.findings}, results, gone)
    if write:
        write_files(results, gone)
    return change.findings, effects, bool(results or gone)


def is_left(found: list[Finding]) -> bool:
    """Whether anything waits for the school."""
    return any(one.state in LEFT for one in found)


def _labels(school: SchoolFolder) -> Labels:
    """What the sides of a conflict are called: by their versions where these differ."""
    t, old, new = school.strings, school.version, school.present_version
    if old in ("", NO_VERSION, new) or new == NO_VERSION:
        return Labels(t("upgrade.ours"), t("upgrade.base"), t("upgrade.theirs"))
    return Labels(t("upgrade.ours"), t("upgrade.version", version=old), t("upgrade.version", version=new))
