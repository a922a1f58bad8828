"""What Jinja and Markdown make of a page, once for all editions in which the page has the same text.

Components come into a page later, so that most pages are the same for every school.
"""

import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterable
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
    compiled: BytecodeCache, environment: Environment, compile_source: Callable[[str], Any], source: str
) -> Any:
    """Do what `compile_source`, the environment's own `compile`, does, or take what that made for another edition.

    Args:
        compiled: where such code is kept.
        environment: that of the pages, the same for all editions.
        compile_source: compiles.
        source: a page with its macro calls.
    """
    bucket = compiled.get_bucket(environment, hashlib.sha256(source.encode()).hexdigest(), None, source)
    if bucket.code is None:
        bucket.code = compile_source(source)
        compiled.set_bucket(bucket)
    return bucket.code


def convert_once(
    shared: Path, page: Page, convert: Callable[[MkDocsConfig, Files], None], config: MkDocsConfig, files: Files
) -> None:
    """Do what `convert`, the page's own `render`, does, or take over what that made for another edition.

    Args:
        shared: the folder of what editions share.
        page: the page; its Markdown is known, and what is made of it is written into it.
        convert: converts it.
        config: the engine's configuration, the same for all editions but for what is in no page's content.
        files: all files of this edition.
    """
    uri, text = page.file.src_uri, page.markdown or ""
    share = Share(shared, "conversion", text, [uri, *_named_in(text, files.src_uris)])
    if (made := share.read()) is not None:
        _take_over(page, json.loads(made), files)
        return
    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    log = logging.getLogger(ENGINE_LOG)
    log.addHandler(warnings)
    try:
        convert(config, files)
    finally:
        log.removeHandler(warnings)
    if not warnings.get_counts():  # each edition is told of its own
        share.write(json.dumps(_made(page)))


def _named_in(text: str, uris: Iterable[str]) -> list[str]:
    """The files to which a link in a text may lead: whether those are there, its HTML depends on as well."""
    words = set(_APART.split(text))  # whole words are quicker to find than parts of a text
    names = ((uri, uri.rpartition("/")[2]) for uri in uris)
    return sorted(uri for uri, name in names if name in words or (_APART.search(name) and _is_named(name, text)))


def _is_named(name: str, text: str) -> bool:
    return name in text or quote(name) in text


def _made(page: Page) -> dict[str, Any]:
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
