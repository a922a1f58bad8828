"""What Jinja and Markdown make of a page, once for all editions in which the page has the same text.

Components come into a page later, so that most pages are the same for every school.
"""

import hashlib
import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from .sharing import Share

ENGINE_LOG = "mkdocs"
_APART = re.compile(r"[^\w.-]+")


def compile_once(
    compiled: BytecodeCache, environment: Environment, compile_source: Callable[..., Any], source: str, *named: Any
) -> Any:
    """Do what `compile_source`, the environment's own `compile`, does, or take what that made for another edition.

    Args:
        compiled: where such code is kept.
        environment: that of the pages, the same for all editions.
        compile_source: compiles.
        source: a page with its macro calls.
        named: of a template in a file, its name and more; such a one keeps its code itself.
    """
    if named:
        return compile_source(source, *named)
    bucket = compiled.get_bucket(environment, hashlib.sha256(source.encode()).hexdigest(), None, source)
    if bucket.code is None:
        bucket.code = compile_source(source)
        compiled.set_bucket(bucket)
    return bucket.code


class Conversion:
    """The conversion of the pages of one edition.

    Args:
        shared: the folder of what editions share.
        files: all files of this edition.
    """

    def __init__(self, shared: Path, files: Files) -> None:
        self._shared, self._files = shared, files
        self._named: dict[str, list[str]] = {}
        for uri in files.src_uris:
            self._named.setdefault(uri.rpartition("/")[2], []).append(uri)
        self._odd = {name for name in self._named if _APART.search(name)}

    def convert(
        self, page: Page, render: Callable[[MkDocsConfig, Files], None], config: MkDocsConfig, files: Files
    ) -> None:
        """Do what the page's own `render` does, or take over what that made for another edition.

        Args:
            page: the page; its Markdown is known, and what is made of it is written into it.
            render: converts it.
            config: the engine's configuration, the same for all editions but for what is in no page's content.
            files: all files, for `render`.
        """
        text = page.markdown or ""
        share = Share(self._shared, "conversion", text, [page.file.src_uri, *self._named_in(text)])
        if made := share.value(lambda: _rendered(page, lambda: render(config, files))):
            _take_over(page, made, files)

    def _named_in(self, text: str) -> list[str]:
        """The files to which a link in a text may lead: whether those are there, its HTML depends on as well."""
        names = self._named.keys() & set(_APART.split(text))
        names |= {name for name in self._odd if name in text or quote(name) in text}
        return sorted(uri for name in names for uri in self._named[name])


def _rendered(page: Page, render: Callable[[], None]) -> dict[str, Any] | None:
    """What the engine makes of a page; None when it warned, which each edition is told by itself."""
    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    log = logging.getLogger(ENGINE_LOG)
    log.addHandler(warnings)
    try:
        render()
    finally:
        log.removeHandler(warnings)
    if warnings.get_counts():
        return None
    return {
        "content": page.content,
        "toc": [_token(link) for link in page.toc],
        "title": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()},
    }


def _token(link: AnchorLink) -> dict[str, Any]:
    children = [_token(child) for child in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": children}


def _take_over(page: Page, made: dict[str, Any], files: Files) -> None:
    page.content, page.toc = made["content"], get_toc(made["toc"])
    page._title_from_render = made["title"]
    page.present_anchor_ids = set(made["ids"])
    page.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in made["links"].items()}
