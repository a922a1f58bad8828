"""/.well-known/security.txt: whom to tell about a hole in the site. Source: RFC 9116.

It counts at the root of a host and over https only. In a site that stands below a path it waits in the site's own
folder, for whoever keeps the host to put in its place. MkDocs leaves out what is in a folder with a dot, but for files
that come once it has chosen, as those of Site.for_others do.
"""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

SECURITY = ".well-known/security.txt"


def render_security(
    contacts: Iterable[str], expires: date, policy: str | None, languages: Iterable[str], site_url: str = ""
) -> str:
    """The file, with a line a field, each ended by a line feed.

    Args:
        contacts: where to report, `mailto:...` or `https://...`, the best first; at least one.
        expires: the last day on which this counts.
        policy: the address of what may be expected after a report, if there is any.
        languages: in which a report can be read, the best first.
        site_url: the address of the site; it names itself where that is the root of a host with https.
    """
    site = urlsplit(site_url)
    fields = [("Contact", contact) for contact in contacts]
    fields.append(("Expires", f"{expires.isoformat()}T23:59:59Z"))
    fields.append(("Preferred-Languages", ", ".join(dict.fromkeys(languages))))
    if site.scheme == "https" and site.path in ("", "/"):
        fields.append(("Canonical", f"https://{site.netloc}/{SECURITY}"))
    if policy:
        fields.append(("Policy", policy))
    return "".join(f"{name}: {value}\n" for name, value in fields)
