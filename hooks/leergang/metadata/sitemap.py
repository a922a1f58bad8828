"""sitemap.xml: the address of every page, for a site that has one. Source: https://www.sitemaps.org/protocol.html."""

from collections.abc import Iterable

from markupsafe import escape

from ..settings import Settings
from .addresses import address_of

SITEMAP = "sitemap.xml"


def render_sitemap(settings: Settings, uris: Iterable[str]) -> str:
    """The file; without dates, since a site holds no clock.

    Args:
        settings: of a site that has an address.
        uris: every page, its path below docs/.
    """
    lines = [f"<url><loc>{escape(address_of(settings, uri))}</loc></url>" for uri in sorted(uris)]
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *lines, "</urlset>", ""])
