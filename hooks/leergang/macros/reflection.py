"""`reflection` and `reflections`: one question to answer in writing, and the list of all of them."""

from ..model.course import Entry
from ..model.reflection import Reflection
from .rendering import PageRendering


def reflection(page: PageRendering, id: str, moment: str = "") -> str:
    """A prompt with room for an answer."""
    entry = page.course.reflections[page.course.present("reflection", id)]
    return render_reflection(page, entry, moment)


def render_reflection(page: PageRendering, entry: Entry[Reflection], moment: str) -> str:
    """A prompt with room for an answer, at one of its moments."""
    return page.render_elsewhere_found(
        "reflection",
        reflection=entry.content,
        moment=page.course.moment_on(page.uri, entry.content.moments, moment),
        prefix=page.unique_id(f"reflection--{entry.id}"),
    )


def reflections(page: PageRendering) -> str:
    """Every prompt by its first moment, with the chapters that ask it."""
    by_moment: dict[str, list[Reflection]] = {name: [] for name in page.course.moments}
    for entry in page.course.reflections.values():
        by_moment[entry.content.moments[0]].append(entry.content)
    chapters = {name: page.course.chapters_using("reflection", name) for name in page.course.reflections}
    return page.render("reflections", by_moment=by_moment, chapters=chapters, level=page.next_level("reflections"))
