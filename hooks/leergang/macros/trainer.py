"""`trainer`: what only trainers see, Markdown inside."""

from collections.abc import Callable

from .rendering import PageRendering


def trainer(page: PageRendering, caller: Callable[[], str]) -> str:
    """The block in the trainers' edition; nothing at all in any other."""
    if page.course.settings.edition != "trainer":
        return ""
    fence = "//////"  # longer than the blocks that may stand inside
    return f"{fence} admonition | {page.t('trainer.title')}\n    type: trainer\n\n{caller().strip()}\n\n{fence}\n"
