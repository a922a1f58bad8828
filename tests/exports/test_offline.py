"""What `leergang build` writes for reading without a network: the list of a site's files, and the manifest."""

import base64
import gzip
import hashlib
import json
import re
import struct
import sys
from collections.abc import Callable
from pathlib import Path

from ..conftest import Built, CourseDir
from ..projects import ROOT, run

Build = Callable[..., Built]
BUDGETS = {"overrides/assets/javascripts/offline.js": 1536, "hooks/leergang/exports/worker.js": 3072}
"""What a script may weigh, packed."""


def listed(site: Path) -> dict[str, str]:
    """The files that the worker keeps, with the hash of each."""
    found = re.search(r"const FILES = (\{.*?\n\});", (site / "worker.js").read_text(encoding="utf-8"), re.S)
    assert found
    files: dict[str, str] = json.loads(found[1])
    return files


def removes_itself(site: Path) -> bool:
    return "unregister" in (site / "worker.js").read_text(encoding="utf-8")


def test_every_page_and_what_it_shows_is_kept_with_the_hash_of_what_is_in_it(built: Build) -> None:
    site = built("showcase").path
    files = listed(site)

    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == {
        name for name in files if name.endswith(".html")
    }
    assert {"search/index.js", "assets/stylesheets/course.css", "assets/images/favicon.svg"} <= files.keys()
    for name, written in files.items():
        assert base64.b64encode(hashlib.sha256((site / name).read_bytes()).digest()).decode() == written, name


def test_what_no_page_shows_is_not_kept(course_dir: CourseDir, build: Build) -> None:
    course_dir.write("docs/film.mp4", b"long")
    names = listed(build(course_dir).path)

    odd = r"\.(map|txt|json|xml|gz|mp4|webmanifest)$|lunr|workers/|^worker\.js|/icon-"
    assert [] == [name for name in names if re.search(odd, name)]


def test_another_version_is_another_worker_of_another_length(course_dir: CourseDir, build: Build) -> None:
    first = build(course_dir).path / "worker.js"
    before = first.read_text(encoding="utf-8")
    course_dir.write("docs/index.md", course_dir.read("docs/index.md").replace("Two chapters", "Two sections"))
    after = (build(course_dir).path / "worker.js").read_text(encoding="utf-8")

    assert before.count("\n") == after.count("\n")
    assert len(before) != len(after), "a server that knows files by size and date would see no other file"


def test_turned_off_or_built_by_the_engine_alone_a_site_has_the_worker_that_removes_itself(
    course_dir: CourseDir, build: Build
) -> None:
    assert not removes_itself(build(course_dir).path)
    done = run([sys.executable, "-m", "mkdocs", "build", "--strict"], course_dir.path)
    assert done.returncode == 0, done.stderr
    assert removes_itself(course_dir.path / "site")

    course_dir.edit("mkdocs.yml", "    course: good-tea\n", "    course: good-tea\n    offline: false\n")
    site = build(course_dir)
    assert removes_itself(site.path)
    assert not (site.path / "manifest.webmanifest").exists()
    assert "offline.js" not in (site.path / "index.html").read_text(encoding="utf-8")


def test_the_manifest_has_the_name_of_the_course_and_the_colours_of_its_theme(built: Build) -> None:
    tokens = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    tea, bread = (
        json.loads((built(name).path / "manifest.webmanifest").read_text(encoding="utf-8"))
        for name in ("minimal", "showcase")
    )

    assert ("A good cup of tea", "A good cup of", "en") == (tea["name"], tea["short_name"], tea["lang"])
    assert ("Brood bakken", "Brood bakken", "nl") == (bread["name"], bread["short_name"], bread["lang"])
    assert "Een korte cursus voor wie zelf brood wil leren bakken." == bread["description"]
    assert "description" not in tea
    assert "id" not in tea, "two courses on one host would have the same"
    assert f"--course-brand: {tea['theme_color']};" in tokens
    assert f"--course-paper: {tea['background_color']};" in tokens


def test_each_icon_is_there_in_the_size_that_is_promised(built: Build) -> None:
    site = built("minimal").path
    icons = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))["icons"]

    assert ["any", "192x192", "512x512", "512x512"] == [icon["sizes"] for icon in icons]
    assert [None, None, None, "maskable"] == [icon.get("purpose") for icon in icons]
    for icon in icons:
        content = (site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert icon["sizes"] == "{}x{}".format(*struct.unpack(">II", content[16:24])), icon
        else:
            assert content.startswith(b"<svg "), icon


def test_scripts_of_every_page_and_of_the_worker_are_small() -> None:
    assert {} == {
        name: size
        for name, most in BUDGETS.items()
        if (size := len(gzip.compress((ROOT / name).read_bytes(), 9))) > most
    }
