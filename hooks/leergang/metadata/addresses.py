"""Addresses: whole ones where the site has one itself, else those from page to page."""

import posixpath
from urllib.parse import quote

from ..pages.page import html_of, way
from ..settings import Settings

HOME = "index.md"


def address_of(settings: Settings, uri: str) -> str:
    """The whole address of a page or file of docs/; empty where the site has no address."""
    return f"{settings.site_url}{quote(html_of(uri))}" if settings.site_url else ""


def reference(settings: Settings, uri: str, here: str) -> str:
    """The address of the page or file at `uri` that the page at `here` names it by."""
    path = way(posixpath.dirname(here), html_of(uri))
    return address_of(settings, uri) or quote(path)
