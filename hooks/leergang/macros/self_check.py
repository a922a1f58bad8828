"""`self_check`: what the site asks for and keeps, looked at in the reader's own browser."""

from .rendering import PageRendering


def self_check(page: PageRendering) -> str:
    """A report of what the site asks for and keeps in a reader's browser; without scripts, how to look for oneself."""
    return page.render_elsewhere_found("self-check", level=page.next_level("self_check"))
