"""The site that hosts the course's files: where a page of it is changed, and where a reader says what is wrong.

Addresses only: nothing is asked of that site before somebody follows one.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from .settings import Settings
from .strings import Strings


class PageLinks(NamedTuple):
    """Two addresses for one page; each empty where there is none."""

    edit: str
    report: str


class _Host(NamedTuple):
    edit: str
    """What comes between the address of the repository and the path of a file, to change it on the main branch."""
    issues: str
    filled: Mapping[str, str]
    """What is filled in on the form for a new issue, by the form's own names."""


_HOSTS = {
    # `pagina` is a field of .github/ISSUE_TEMPLATE/fout.yml
    "github": _Host("edit/main/", "issues/new", {"template": "fout.yml", "title": "{title}", "pagina": "{page}"}),
    "gitlab": _Host("-/edit/main/", "-/issues/new", {"issue[title]": "{title}", "issue[description]": "{body}"}),
    "forgejo": _Host("_edit/main/", "issues/new", {"title": "{title}", "body": "{body}"}),
}
_NAMES = {"github": "github", "gitlab": "gitlab", "forgejo": "forgejo", "gitea": "forgejo", "codeberg": "forgejo"}


def page_links(settings: Settings, strings: Strings, uri: str, title: str, html: str) -> PageLinks:
    """Where the page is changed, and where what is wrong on it is said.

    Args:
        settings: `repo_url` and `edit_uri`, and `extra.leergang.report` for another place to say it.
        strings: the words of the course's language.
        uri: the page's path below docs/.
        title: its title.
        html: its address within the site.
    """
    host = _host(settings)
    docs = Path(os.path.relpath(settings.docs, settings.config.parent)).as_posix()
    page = f"{settings.site_url}{html}" if settings.site_url else f"{docs}/{uri}"
    said = {"title": strings("page-links.title", title=title), "page": page}
    said["body"] = strings("page-links.body", page=page)
    return PageLinks(_edit(settings, host, docs, uri), _report(settings, host, said))


def _host(settings: Settings) -> _Host | None:
    """The kind of site that has the repository: by its name, or by how it is told that files are changed there."""
    name = urlsplit(settings.repo_url).hostname or ""
    by_name = next((kind for part, kind in _NAMES.items() if part in name), None)
    by_form = next(
        (kind for kind, host in _HOSTS.items() if settings.edit_uri.startswith(host.edit.split("main")[0])), None
    )
    kind = by_name or by_form
    return _HOSTS[kind] if settings.repo_url and kind else None


def _edit(settings: Settings, host: _Host | None, docs: str, uri: str) -> str:
    if not settings.repo_url or not (host or settings.edit_uri):
        return ""
    start = settings.edit_uri or f"{host.edit if host else ''}{docs}/"
    return f"{settings.repo_url.rstrip('/')}/{start.strip('/')}/{quote(uri)}"


def _report(settings: Settings, host: _Host | None, said: Mapping[str, str]) -> str:
    if settings.report.startswith("mailto:"):
        mail = {"subject": said["title"], "body": said["body"]}
        return f"{settings.report}?{urlencode(mail, quote_via=quote)}"
    if settings.report:
        return settings.report
    if not host:
        return ""
    filled = {name: text.format_map(said) for name, text in host.filled.items()}
    return f"{settings.repo_url.rstrip('/')}/{host.issues}?{urlencode(filled, quote_via=quote)}"
