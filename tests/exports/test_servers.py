"""The files for web servers, as far as they can be read without one; tests/browser/servers starts those that Debian has."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from leergang.exports.policy import DIRECTIVES
from leergang.exports.servers import DATA, HEADERS, LASTING, ONLY_HTTPS, TEXTS, render_server_files

from ..conftest import Built
from ..projects import ROOT

PATHS = {
    "server/nginx.conf",
    "server/apache.conf",
    "server/.htaccess",
    "server/Caddyfile",
    "site/.htaccess",
    "site/web.config",
}
ENOUGH = 3
"""Of each file, an administrator changes at most so many lines: name or port, folder, and path if there is one."""


@pytest.fixture(scope="module")
def site(built: Callable[..., Built]) -> Path:
    return built("showcase").path


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, str]:
    return render_server_files(site)


@pytest.fixture(scope="module")
def iis(files: dict[str, str]) -> ET.Element:
    return ET.fromstring(files["site/web.config"].encode())  # noqa: S314 - our own


def test_there_is_a_file_for_each_server_and_the_site_stays_as_it_is(site: Path, files: dict[str, str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}

    assert PATHS == set(files)
    assert files == render_server_files(site)
    assert before == {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert files["server/.htaccess"] == files["site/.htaccess"]


def test_what_an_administrator_fills_in_does_not_change_with_the_course(
    files: dict[str, str], built: Callable[..., Built]
) -> None:
    other = render_server_files(built("minimal").path)

    assert [] == [path for path in PATHS if path != "site/web.config" and files[path] != other[path]]


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "Caddyfile"])
def test_what_to_change_is_marked_and_little(files: dict[str, str], name: str) -> None:
    settings = files[f"server/{name}"].partition("\n\n")[2]

    assert ENOUGH == len(re.findall(r"# \([abc]\) ", settings))


def test_what_the_policy_of_a_page_says_and_needs_no_hashes_for_goes_with_each_answer() -> None:
    told = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))

    assert {"script-src-attr": "'none'"} == {
        name: value for name, value in told.items() if DIRECTIVES.get(name) != value
    }
    assert {"default-src", "script-src", "style-src"} == set(DIRECTIVES) - set(told)
    assert "frame-ancestors" not in told, "a learning environment may show the course in a frame"


@pytest.mark.parametrize("path", sorted(PATHS))
def test_how_to_say_who_may_frame_the_course_stands_in_each_file(files: dict[str, str], path: str) -> None:
    assert 1 == files[path].count("frame-ancestors 'self' https://elo.school.example")


@pytest.mark.parametrize("path", sorted(PATHS))
def test_how_to_ask_for_https_only_stands_in_each_file_and_is_off(files: dict[str, str], path: str) -> None:
    (line,) = [line for line in files[path].split("\n") if "Strict-Transport-Security" in line]

    assert ONLY_HTTPS in line
    assert line.strip().startswith("# ") or line.strip().endswith("-->")


def test_what_administrators_are_told_of_headers_is_what_is_sent() -> None:
    page = (ROOT / "docs/over/beveiliging.md").read_text(encoding="utf-8")

    told = re.findall(r"`(X-Content-Type-Options|Referrer-Policy): ([^`]*)`", page)
    assert [(name, HEADERS[name]) for name in ("X-Content-Type-Options", "Referrer-Policy")] == told


def one(root: ET.Element, path: str) -> ET.Element:
    """The one element at a path of IIS's own configuration, for all of the site."""
    found = root.findall(f"system.webServer/{path}")
    assert 1 == len(found), path
    return found[0]


def test_iis_knows_the_type_of_every_file(iis: ET.Element, site: Path) -> None:
    """IIS itself isn't run: this reads what it is told."""
    types = {
        each.attrib["fileExtension"]: each.attrib["mimeType"] for each in one(iis, "staticContent").findall("mimeMap")
    }
    removed = {each.attrib["fileExtension"] for each in one(iis, "staticContent").findall("remove")}

    assert {path.suffix for path in site.rglob("*") if path.is_file()} <= types.keys() == removed
    for suffix, kind in {**TEXTS, **DATA, **LASTING}.items():
        assert types[f".{suffix}"] == (f"{kind}; charset=utf-8" if suffix in TEXTS else kind)


def test_iis_sends_what_keeps_readers_safe_and_no_banner(iis: ET.Element) -> None:
    sent = one(iis, "httpProtocol/customHeaders")

    assert dict(HEADERS) == {each.attrib["name"]: each.attrib["value"] for each in sent.findall("add")}
    assert {*HEADERS, "X-Powered-By"} == {each.attrib["name"] for each in sent.findall("remove")}
    assert "true" == one(iis, "security/requestFiltering").attrib["removeServerHeader"]


def test_iis_only_reads_lists_nothing_and_shows_the_page_for_what_is_not_there(iis: ET.Element) -> None:
    verbs = one(iis, "security/requestFiltering/verbs")
    errors = one(iis, "httpErrors")

    assert "false" == verbs.attrib["allowUnlisted"]
    assert {("GET", "true"), ("HEAD", "true")} == {(each.attrib["verb"], each.attrib["allowed"]) for each in verbs}
    assert "false" == one(iis, "directoryBrowse").attrib["enabled"]
    assert ["index.html"] == [each.attrib["value"] for each in one(iis, "defaultDocument/files").findall("add")]
    assert {"404", "403"} == {each.attrib["statusCode"] for each in errors.findall("error")}
    assert {("404.html", "File")} == {
        (each.attrib["path"], each.attrib["responseMode"]) for each in errors.findall("error")
    }
    assert "true" == one(iis, "urlCompression").attrib["doStaticCompression"]
    assert ".htaccess" in {each.attrib["segment"] for each in one(iis, "security/requestFiltering/hiddenSegments")}


def test_iis_keeps_pictures_for_a_day_hashed_files_for_a_year_and_asks_for_the_rest(
    iis: ET.Element, site: Path
) -> None:
    said = {
        place.attrib["path"]: place.find("system.webServer/staticContent/clientCache").attrib  # type: ignore[union-attr]
        for place in iis.findall("location")
    }

    assert {"cacheControlMode": "DisableCache"} == one(iis, "staticContent/clientCache").attrib
    assert all((site / name).is_file() for name in said)
    ages = {name: values["cacheControlMaxAge"] for name, values in said.items()}
    hashed = [name for name, age in ages.items() if age == "365.00:00:00"]
    assert [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.min.js"))] == hashed
    assert all("immutable" in said[name]["cacheControlCustom"] for name in hashed)
    assert "1.00:00:00" == ages["assets/images/favicon.png"]
