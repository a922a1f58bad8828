"""`trainer`: what only trainers see, Markdown inside."""

from collections.abc import Callable

from ..model.anchors import TRAINER
from .rendering import PageRendering, numbered


def trainer(page: PageRendering, caller: Callable[[], str]) -> str:
    """The block in the trainers' edition; nothing at all in any other."""
    if page.course.settings.edition != "trainer":
        return ""
    fence = "//////"  # longer than the blocks that may stand inside
    page.counts[TRAINER] += 1
    options = f"    type: trainer\n    attrs: {{id: {numbered(TRAINER, page.counts[TRAINER])}}}"
    return f"{fence} admonition | {page.t('trainer.title')}\n{options}\n\n{caller().strip()}\n\n{fence}\n"
