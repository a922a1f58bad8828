"""`rules`: the manual of messages, made from the list of rules."""

from ..diagnostics import Rule
from .rendering import PageRendering


def rules(page: PageRendering) -> str:
    """Every rule with the promise that it keeps."""
    return page.render("rules", rules=list(Rule))
