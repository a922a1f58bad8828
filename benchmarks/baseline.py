"""The same pages for a plain site: written down while leergang builds, played back by stock Material with macros.

MkDocs loads this file itself, twice: as a last hook of the course it records what leergang makes of each page, and as
the macros of the plain site it returns that. Of leergang it knows what passes through MkDocs, and `finish`.
"""

import json
import os
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from mkdocs.plugins import CombinedEvent, event_priority

RECORDING = "BENCH_RECORDING"
"""The environment variable that names the folder to record into."""
FIRST, EXPANDED, LAST = 1000, -50, -1000
"""Before everyone; between the macros plugin (0) and what leergang adds to the page (-100); after everyone."""
STOCK = [{"search": {"lang": "nl"}}, "offline"]
"""The plugins by which stock Material searches, from a disk too; ours does without them."""
CALLS = "calls.json"


# --- as a hook of the course: recording


@event_priority(LAST)
def on_config(config: Any) -> Any:
    """Write down the navigation; have every macro write down what it returns."""
    config.recorded = {}
    _write("nav", config.nav)
    plugin = config.plugins["macros"]
    wrapped = {name: _recording(name, macro, plugin, config) for name, macro in plugin.macros.items()}
    plugin.variables.update(wrapped)
    plugin.env.globals.update(wrapped)
    return config


def _recording(name: str, macro: Callable[..., Any], plugin: Any, config: Any) -> Callable[..., str]:
    def call(*args: Any, **kwargs: Any) -> str:
        html = str(macro(*args, **kwargs))
        config.recorded[plugin.page.file.src_uri]["calls"].append([name, html])
        return html

    return call


@event_priority(FIRST)
def _written(markdown: str, page: Any, config: Any, files: Any) -> str:
    config.recorded[page.file.src_uri] = {"uri": page.file.src_uri, "written": markdown, "calls": []}
    return markdown


@event_priority(EXPANDED)
def _expanded(markdown: str, page: Any, config: Any, files: Any) -> str:
    config.recorded[page.file.src_uri]["expanded"] = markdown
    return markdown


@event_priority(LAST)
def _complete(markdown: str, page: Any, config: Any, files: Any) -> str:
    uri = page.file.src_uri
    found, finish = config.recorded[uri], config.leergang.finish  # what stands for a component becomes its HTML
    found["calls"] = [[name, finish(uri, html)] for name, html in found["calls"]]
    found |= {"expanded": finish(uri, found["expanded"]), "complete": finish(uri, markdown)}
    found |= {"meta": {key: page.meta[key] for key in ("title", "description") if key in page.meta}}
    _write(page.file.src_uri.replace("/", "--"), found)  # a file a page: pages may be made by several processes
    return markdown


on_page_markdown = CombinedEvent(_written, _expanded, _complete)


def _write(name: str, data: Any) -> None:
    Path(os.environ[RECORDING], f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


# --- as the macros of the plain site: playing back


def define_env(env: Any) -> None:
    """Every macro that the pages call returns what leergang's returned at that place."""
    recorded = json.loads(Path(__file__).with_name(CALLS).read_text(encoding="utf-8"))
    pages = {uri: iter(calls) for uri, calls in recorded["pages"].items()}

    def play(*args: Any, **kwargs: Any) -> str:
        return str(next(pages[env.page.file.src_uri]))

    for name in recorded["names"]:
        env.macro(play, name)


# --- making both


class MkDocsYaml:
    """A mkdocs.yml as a tree that keeps every tag, so that it needn't be understood to be written again."""

    def __init__(self, text: str) -> None:
        self.root: Any = yaml.compose(text, Loader=yaml.SafeLoader)

    def get(self, *path: str) -> Any:
        """The node at `path`; None when there is none."""
        node = self.root
        for step in path:
            node = next((value for key, value in node.value if key.value == step), None) if node else None
        return node

    def set(self, key: str, data: Any) -> None:
        """Plain `data` for `key` at the root."""
        node: Any = yaml.compose(yaml.safe_dump({key: data}, allow_unicode=True), Loader=yaml.SafeLoader)
        self.drop(key)
        self.root.value += node.value

    def drop(self, *path: str) -> None:
        """Leave out the key at `path`."""
        if parent := self.get(*path[:-1]):
            parent.value = [pair for pair in parent.value if pair[0].value != path[-1]]

    def __str__(self) -> str:
        return str(yaml.serialize(self.root, Dumper=yaml.SafeDumper, allow_unicode=True))


def course_config(text: str, nav: Any = None, hook: str = "") -> str:
    """The project's mkdocs.yml with another nav where one is given, and one more hook."""
    config = MkDocsYaml(text)
    if nav:
        config.set("nav", nav)
    if hook:
        config.get("hooks").value.append(yaml.ScalarNode("tag:yaml.org,2002:str", hook))
    return str(config)


def baseline_config(text: str, nav: Any) -> str:
    """The project's mkdocs.yml without anything of ours: stock Material, its search, macros, no hooks."""
    config = MkDocsYaml(text)
    config.set("nav", nav)
    for path in (("hooks",), ("watch",), ("extra", "leergang"), ("theme", "custom_dir")):
        config.drop(*path)
    macros = [node for node in config.get("plugins").value if _plugin(node) == "macros"]
    config.set("plugins", STOCK)
    config.get("plugins").value += macros
    options = macros[0].value[0][1]
    module = next(value for key, value in options.value if key.value == "module_name")
    module.value = Path(__file__).stem
    return str(config)


def _plugin(node: Any) -> str:
    return str(node.value[0][0].value if isinstance(node, yaml.MappingNode) else node.value)


def write_baseline(recorded: Path, mkdocs_yml: str, folder: Path) -> list[str]:
    """Write the plain site that has the recorded pages into `folder`; gives the addresses of its pages."""
    nav = json.loads((recorded / "nav.json").read_text(encoding="utf-8"))
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(recorded.glob("*.md.json"))]
    for page in pages:
        if page["expanded"] not in page["complete"]:
            raise ValueError(f"{page['uri']}: what was added can't be told from what was written")
        before, _, after = page["complete"].partition(page["expanded"])
        path = folder / "docs" / page["uri"]
        path.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump(page["meta"], allow_unicode=True, sort_keys=False)
        path.write_text(f"---\n{front}---\n{before}{page['written']}{after}", encoding="utf-8")
    calls = {
        "names": sorted({name for page in pages for name, _ in page["calls"]}),
        "pages": {page["uri"]: [html for _, html in page["calls"]] for page in pages},
    }
    (folder / CALLS).write_text(json.dumps(calls, ensure_ascii=False), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(baseline_config(mkdocs_yml, nav), encoding="utf-8")
    shutil.copy(__file__, folder)
    return [f"{page['uri'].removesuffix('.md')}.html" for page in pages]


# --- comparing both


class _Article(HTMLParser):
    """Collects the visible text of <article>."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
    UNSEEN = frozenset("script style template".split())

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = [("", False)]
        """Every open element, with whether its text is read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        seen = (self._open[-1][1] or tag == "article") and tag not in self.UNSEEN and "hidden" not in dict(attrs)
        self._open.append((tag, seen))

    def handle_endtag(self, tag: str) -> None:
        if tag in [name for name, _ in self._open]:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open[-1][1]:
            self.texts.append(data)


def article_text(html: str) -> str:
    """The visible text of a page's <article>, white space made even."""
    parser = _Article()
    parser.feed(html)
    return re.sub(r"\s+", " ", "".join(parser.texts)).strip()


def differences(one: Path, other: Path, pages: list[str]) -> dict[str, tuple[str, str]]:
    """The pages whose text is not the same in both sites, with the two texts from where they part."""
    found = {}
    for page in pages:
        texts = [article_text((site / page).read_text(encoding="utf-8")) for site in (one, other)]
        if texts[0] != texts[1]:
            start = max(0, len(os.path.commonprefix(texts)) - 20)  # noqa: RUF071 - of texts, no paths
            found[page] = (texts[0][start : start + 80], texts[1][start : start + 80])
    return found
