"""Where links to other sites lead: paper can't be clicked on, so that a page has their addresses at its end."""

import html
import re

_LINK = re.compile(r'<a\b[^>]*?\bhref="(https?://[^"]+)"[^>]*>(.*?)</a>', re.S)
_TAG = re.compile(r"<[^>]*>")


def number_addresses(page: str) -> tuple[str, list[str]]:
    """Give each link to another site the number of its address.

    Args:
        page: its HTML. A link whose words are its address already stays as it is.

    Returns:
        The HTML with `data-address` on such links, and the addresses, the same one once.
    """
    numbers: dict[str, int] = {}

    def numbered(link: re.Match[str]) -> str:
        address = html.unescape(link[1])
        if _bare(html.unescape(_TAG.sub("", link[2]))) == _bare(address):
            return link[0]
        return f'<a data-address="{numbers.setdefault(address, len(numbers) + 1)}"{link[0][2:]}'

    return _LINK.sub(numbered, page), list(numbers)


def _bare(address: str) -> str:
    """An address as people write it."""
    return re.sub(r"^https?://(www\.)?|/$", "", address.strip())
