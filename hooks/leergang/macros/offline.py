"""`offline`: what is only true where readers' browsers keep a copy of the course, Markdown inside."""

from collections.abc import Callable

from .rendering import PageRendering


def offline(page: PageRendering, caller: Callable[[], str]) -> str:
    """What is said of the copy that browsers keep for when there is no internet; nothing where none is kept."""
    return caller() if page.course.settings.offline else ""
