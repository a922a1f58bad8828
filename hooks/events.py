"""The events of MkDocs, each handed to the package `leergang`.

Nothing else here or in macros.py knows MkDocs, but exports/build.py, which starts it, and conversion.py.
"""

import sys
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_macros import context

from leergang.conversion import Conversion, compile_once
from leergang.sharing import set_filled
from leergang.site import Site, load_site
from leergang.stylesheet import ENTRY, FOLDER, bundle, with_name
from leergang.theme import frame_environment

EARLY, LATE = 100, -100
"""Before and after the macros plugin and Material."""


@event_priority(EARLY)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the course before MkDocs empties its output; give nav its modules and worksheets."""
    context.get_git_info = dict  # the macros plugin would ask git twelve things, of which no page can say any
    site = load_site(Path(config.config_file_path), config.strict)
    config.leergang = site  # type: ignore[attr-defined]
    if site.messages:
        print(site.messages, file=sys.stderr)
    if site.failed:
        raise Abort(site.strings("build.failed"))
    config.nav = site.navigation(config.nav)
    config.theme.get_env = partial(frame_environment, config.theme.get_env)  # type: ignore[method-assign]
    config.copyright = site.foot(config.copyright or "")
    config.extra.setdefault("homepage", "index.html")  # Material's own guess is a folder where home is in a section
    return config


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Templates of the theme know the course; search knows what all pages say."""
    env.globals["leergang"] = _site(config)
    env.bytecode_cache = _site(config).rendering.bytecode
    found = [(file.src_uri, file.page.content or "") for file in files.documentation_pages() if file.page]
    for uri, content in [_site(config).search_index(found), *_site(config).for_others(uri for uri, _ in found)]:
        files.append(File.generated(config, uri, content=content))
    if shared := _site(config).course.settings.shared:
        set_filled(shared)
    config.theme.static_templates.discard("sitemap.xml")  # of the engine's, which gives each page the date of the build
    return env


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what only feeds the model, or only another edition has; keep old addresses working."""
    for uri, path in _site(config).files_of_school().items():
        if replaced := files.get_file_from_path(uri):
            files.remove(replaced)
        files.append(File.generated(config, uri, abs_src_path=str(path.resolve())))
    known = {file.src_uri: file for file in files}
    for uri in _site(config).left_out(known):
        files.remove(known[uri])
    generated = [*_site(config).redirects(), *_site(config).manifest(), _site(config).answers_schema()]
    for uri, content in [*generated, *_site(config).look_files(), _stylesheet(files, config)]:
        files.append(File.generated(config, uri, content=content))
    _share_pages(files, config)
    return files


def _share_pages(files: Files, config: MkDocsConfig) -> None:
    """Where several editions are built, compile and convert each page once for all in which it is the same."""
    shared, compiled = _site(config).course.settings.shared, _site(config).rendering.bytecode
    if shared and compiled:
        pages = config.plugins["macros"].env  # type: ignore[attr-defined]
        pages.compile = partial(compile_once, compiled, pages, pages.compile)
        config.leergang_conversion = Conversion(shared, files)  # type: ignore[attr-defined]


def _stylesheet(files: Files, config: MkDocsConfig) -> tuple[str, str]:
    """All stylesheets as one, in the place of those that are in it; paper has the name of the site at its foot."""
    also, colours = _site(config).look
    found = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDER)}
    text, used = bundle(found[ENTRY].content_string + also, found, lambda uri: found[uri].content_string)
    for uri in [*used, ENTRY]:
        files.remove(found[uri])
    return ENTRY, with_name(text + colours, _site(config).name(config.site_name))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Read nothing again: the course has been read."""
    return _site(config).body(page.file.src_uri)


@event_priority(EARLY)
def _on_page_markdown_early(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the course's own keys from the macros plugin, which would take `goals` for the macro of that name."""
    page.meta = _site(config).engine_keys(page.file.src_uri)
    return _site(config).body(page.file.src_uri)


@event_priority(LATE)
def _on_page_markdown_late(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add what follows from a page's front matter alone."""
    if conversion := getattr(config, "leergang_conversion", None):
        page.render = partial(conversion.convert, page, page.render)  # type: ignore[method-assign]
    return _site(config).complete(page.file.src_uri, markdown)


on_page_markdown = CombinedEvent(_on_page_markdown_early, _on_page_markdown_late)


@event_priority(LATE)
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Give each page its components; Markdown saw none of their HTML."""
    page.content = _site(config).finish(page.file.src_uri, page.content or "")
    return context


def _site(config: MkDocsConfig) -> Site:
    return config.leergang  # type: ignore[attr-defined, no-any-return]
