"""What a change of the course does to its readers: two versions side by side, page by page and answer by answer."""

from ..settings import Settings
from ..strings import Strings
from .answers import compare_answers
from .change import Change, Comparison
from .git import GitError
from .pages import compare_lists, compare_pages
from .programme import compare_programme
from .render import FORMATS
from .texts import compare_texts
from .uses import compare_uses
from .version import Version, load_commit, load_present

__all__ = ["FORMATS", "Comparison", "GitError", "compare", "compare_versions"]


def compare_versions(settings: Settings, base: str, head: str | None, strings: Strings) -> Comparison:
    """What is different between two commits, or between one and what stands in the folder now.

    Raises:
        GitError: there is no git, no repository, or no such commit.
    """
    before = load_commit(settings, base, strings)
    after = load_commit(settings, head, strings) if head else load_present(settings, strings)
    return compare(before, after, strings)


def compare(base: Version, head: Version, strings: Strings) -> Comparison:
    """What is different between two versions of a course."""
    general, answered = compare_answers(base, head)
    return Comparison(
        base=base.name,
        head=head.name,
        notes=tuple(_notes(base, "base") + _notes(head, "head")),
        readers=(*compare_pages(base, head), *compare_uses(base, head), *compare_lists(base, head)),
        answers=tuple(general),
        answered=tuple(answered),
        programme=tuple(compare_programme(base, head)),
        pages=tuple(compare_texts(base, head, strings)),
    )


def _notes(version: Version, side: str) -> list[Change]:
    """What of a version couldn't be read, so that nothing is said of it."""
    if not version.unread:
        return []
    if version.unread == (version.course.settings.config.name,):
        return [Change(f"no-course-{side}", {"file": version.unread[0]})]
    return [Change(f"unread-{side}", {"files": ", ".join(version.unread)})]
