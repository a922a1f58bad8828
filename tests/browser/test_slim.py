"""A site that leaves out what no page asks for looks as one that has it all, and is light enough for a slow line."""

import gzip
import posixpath
import re
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment

from leergang.stylesheet import ENTRY

from ..projects import ROOT, copy_project, run

PAGES = [
    "index.html",
    "mijn-werkboek.html",
    "modules/structureren/focus-op-leren.html",
    "tools/werkbladen/startfoto.html",
]
STYLES = """() => {
    const list = new Set([...getComputedStyle(document.body)].filter(name => !name.startsWith('--'))); // unused ones are gone
    const names = [...list].filter(name => !/^(block|inline|min-|max-|perspective-o|transform-o|-webkit)/.test(name));
    return [...document.querySelectorAll('body, body *:not(script, path)')].map(one =>
        [one.tagName + '.' + one.getAttribute('class'), ...['', '::before', '::after'].map(part => {
            const style = getComputedStyle(one, part);
            return part && style.content === 'none' ? '' : names.map(name => name + ':' + style.getPropertyValue(name)).join(';');
        })]);
}"""
KIB = 1024
FOR_TRAINERS = "day-runner.js"
"""Participants haven't got it; test_day_runner.py runs it as it is sent."""
ELSEWHERE = {FOR_TRAINERS, "missing.js"}
"""Scripts that the participants' site has no file of: the second stands in the page for an address that doesn't exist."""
SCRIPTS = [path.name for path in (ROOT / "overrides/assets/javascripts").glob("*.js") if path.name not in ELSEWHERE]


@pytest.fixture(scope="module")
def both(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same site with every style that the engine gave it, and as it is."""
    folder = tmp_path_factory.mktemp("both")
    project = copy_project(folder / "project")
    result = run([sys.executable, "-m", "mkdocs", "build"], project)
    assert result.returncode == 0, result.stderr
    shutil.copytree(site, folder / "site")
    shutil.copytree(project / "site/assets/fonts", folder / "site/assets/fonts", dirs_exist_ok=True)
    shutil.copy2(project / "site" / ENTRY, folder / "site" / ENTRY)
    return [folder / "site", site]


@pytest.mark.parametrize("width,scheme", [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("name", PAGES)
def test_every_element_keeps_its_styles(page: Page, both: list[Path], name: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    found = []
    for folder in both:
        page.goto(f"{folder.as_uri()}/{name}")
        page.mouse.move(width - 1, 899)  # over nothing that changes
        page.evaluate("document.fonts.ready.then(() => window.leergang?.later?.makeAll())")
        for toggle in ("__drawer", "__toc"):
            page.evaluate("name => { const box = document.getElementById(name); if (box) box.checked = true; }", toggle)
        found.append([[text.replace(folder.as_uri(), "") for text in one] for one in page.evaluate(STYLES)])

    assert len(found[0]) == len(found[1]) > 50
    assert [] == [(old[0], _differences(old, new)) for old, new in zip(*found, strict=True) if old != new][:5]


def _differences(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """The first properties that an element and its marks have otherwise."""
    pairs = zip(";".join(old[1:]).split(";"), ";".join(new[1:]).split(";"), strict=False)
    return [(one, other) for one, other in pairs if one != other][:3]


def weight(path: Path) -> int:
    """What a server that compresses sends, in bytes."""
    content = path.read_bytes()
    return len(content) if path.suffix in {".woff2", ".png"} else len(gzip.compress(content, 9))


@pytest.mark.parametrize("name", ["modules/leiderschap/teambreed-leiderschap.html", "tools/werkbladen/teamnormen.html"])
def test_a_first_visit_and_the_next_page_are_light(page: Page, server: str, site: Path, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/modules/structureren/focus-op-leren.html", wait_until="networkidle")
    first = {url.removeprefix(f"{server}/") for url in asked}
    asked.clear()
    page.goto(f"{server}/{name}", wait_until="networkidle")
    second = {url.removeprefix(f"{server}/") for url in asked} - first

    assert "font/woff2" in (site / ENTRY).read_text(encoding="utf-8")
    assert 150 * KIB >= sum(weight(site / name) for name in first)
    assert 30 * KIB >= sum(weight(site / name) for name in second)


def test_scripts_of_ours_are_small_together(site: Path) -> None:
    own = [name for name in SCRIPTS if not name.startswith("search")]  # those are weighed with the index
    assert 30 * KIB >= sum(weight(site / "assets/javascripts" / name) for name in own)


def sense(path: Path) -> list[str]:
    """What a script says, but for comments and the space between words."""
    tokens = JavascriptLexer().get_tokens(path.read_text(encoding="utf-8"))
    return [text for kind, text in tokens if kind not in Comment and text.strip()]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_loses_its_comments_and_not_its_sense(site: Path, name: str) -> None:
    source, short = ROOT / "overrides/assets/javascripts" / name, site / "assets/javascripts" / name

    assert sense(source) == sense(short)
    assert source.stat().st_size > short.stat().st_size


def test_no_page_asks_for_what_was_left_out(site: Path) -> None:
    assert [] == [*site.rglob("*.map"), *site.glob("assets/javascripts/lunr"), *site.glob("assets/javascripts/workers")]
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for link in re.findall(r'<(?:script|link)[^>]* (?:src|href)="([^":]+)"', text):
            target = posixpath.join(path.parent.as_posix(), link)
            assert Path(posixpath.normpath(target)).is_file(), (path, link)
