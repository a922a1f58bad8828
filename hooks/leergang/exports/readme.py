"""LEESMIJ.html: where who got a bundle begins. One page that needs nothing else, on a screen and on paper."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..settings import Settings
from ..sharing import compiled_in
from ..strings import load_strings
from .checksums import SUMS
from .policy import digest

README = "LEESMIJ.html"
HOME, PRIVACY = "site/index.html", "site/over/privacy.html"
_CODE = re.compile(r"`([^`]+)`")
_FOLDER = re.compile(r"(?<=\w)/(?=[\w.])")


@dataclass(frozen=True)
class About:
    """Which bundle it is."""

    name: str
    """Of the zip, without `.zip`."""
    title: str
    version: str
    edition: str
    school: str
    """The name of the school whose edition it is, if any."""


def render_readme(settings: Settings, about: About, paths: Collection[str]) -> str:
    """The text of LEESMIJ.html.

    Args:
        settings: the theme that has its template, and the language.
        about: which bundle it is.
        paths: what else is in the bundle; of servers, the page names those that it has a file for.
    """
    style = Path(__file__).with_name("readme.css").read_text(encoding="utf-8")
    templates = Environment(
        loader=FileSystemLoader(settings.overrides / "components"),
        autoescape=True,
        bytecode_cache=compiled_in(settings.shared),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.filters["code"] = _with_code
    return templates.get_template("readme.html").render(
        t=load_strings(settings.language),
        about=about,
        paths=paths,
        home=HOME,
        privacy=PRIVACY if PRIVACY in paths else "",
        sums=SUMS,
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=digest(style.encode()),
    )


def _with_code(text: str) -> Markup:
    """A text in which what stands between backticks is code; a path may break after each folder."""
    return Markup(_CODE.sub(lambda found: f"<code>{_FOLDER.sub('/<wbr>', found[1])}</code>", str(escape(text))))  # noqa: S704 - escaped here
