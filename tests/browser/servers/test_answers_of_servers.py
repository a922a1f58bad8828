"""What nginx, Apache and Caddy answer with the files of the bundle, at the root and below a path."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leergang.exports.servers import A_DAY, A_YEAR, CHECKED, DATA, HASHED, HEADERS, LASTING, ONLY_HTTPS, TEXTS

from .asking import Answer, ask, ask_raw
from .programs import Running

CHAPTER = "modules/structureren/focus-op-leren.html"
MISSING = ["nergens.html", "modules/nergens.html", "modules/structureren/nog/dieper/nergens", "nergens.png"]
PRIVATE = (".htaccess", "web.config", ".git/config", "modules/.geheim")
FILES = b"srv/cursus"
"""What stands in the file for a server, beside the site: no path leads there."""


def files(running: Running) -> Iterator[tuple[str, Path]]:
    for path in sorted(running.site.rglob("*")):
        name = path.relative_to(running.site).as_posix()
        if path.is_file() and not re.search(r"(^|/)\.", name):
            yield name, path


def kept(name: str) -> str:
    """How long a browser may keep a file."""
    if re.search(HASHED, name):
        return A_YEAR
    return A_DAY if name.rpartition(".")[2] in LASTING else CHECKED


def is_safe(answer: Answer) -> None:
    for name, value in HEADERS.items():
        assert [value] == answer.headers.get_all(name), name
    assert not re.search(r"\d", answer.headers.get("Server", "")), "it doesn't say which version it is"


def test_nobody_is_told_of_https_only_before_it_is_turned_on(running: Running) -> None:
    assert "Strict-Transport-Security" not in ask(running, "").headers


def test_every_file_is_there_as_it_is_with_its_type_and_what_keeps_readers_safe(running: Running) -> None:
    found = dict(files(running))
    assert len(found) > 90
    for name, path in found.items():
        answer = ask(running, name)
        suffix = path.suffix[1:]
        kind = f"{TEXTS[suffix]}; charset=utf-8" if suffix in TEXTS else {**DATA, **LASTING}[suffix]

        assert (200, path.read_bytes()) == (answer.status, answer.body), name
        assert kind == answer.headers["Content-Type"].lower(), name
        assert [kept(name)] == answer.headers.get_all("Cache-Control"), name
        is_safe(answer)


@pytest.mark.parametrize("name", ["", CHAPTER, "nergens.html"])
def test_https_only_is_asked_for_where_it_was_turned_on(for_https: Running, name: str) -> None:
    answer = ask(for_https, name)

    assert [ONLY_HTTPS] == answer.headers.get_all("Strict-Transport-Security")
    assert "nosniff" == answer.headers["X-Content-Type-Options"]


def test_a_folder_shows_its_page_and_an_address_without_a_slash_leads_there(running: Running) -> None:
    start = ask(running, "")
    assert (200, (running.site / "index.html").read_bytes()) == (start.status, start.body)
    assert "text/html; charset=utf-8" == start.headers["Content-Type"].lower()
    assert [CHECKED] == start.headers.get_all("Cache-Control")

    for path in ["/modules/structureren", *([""] if running.place else [])]:
        led = ask_raw(running, f"{running.place}{path}")
        assert led.status in {301, 308}
        assert led.headers["Location"].endswith(f"{running.place}{path}/")


@pytest.mark.parametrize(
    "name", ["index.html", "assets/stylesheets/course.css", "search/index.js", "lom.xml", "answers.schema.json"]
)
def test_text_is_packed_for_who_can_unpack_it(running: Running, name: str) -> None:
    packed = ask(running, name, headers={"Accept-Encoding": "gzip"})
    content = (running.site / name).read_bytes()

    assert "gzip" == packed.headers["Content-Encoding"]
    assert "accept-encoding" in packed.headers["Vary"].lower()
    assert content == gzip.decompress(packed.body)
    assert len(packed.body) < 0.5 * len(content)
    assert [kept(name)] == packed.headers.get_all("Cache-Control")
    is_safe(packed)


def test_a_picture_is_not_packed_again(running: Running) -> None:
    answer = ask(running, "assets/images/icon-512.png", headers={"Accept-Encoding": "gzip, br, zstd"})

    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("name", [CHAPTER, "worker.js", "assets/images/icon-192.png"])
@pytest.mark.parametrize("encoding", ["identity", "gzip", "gzip, deflate, br, zstd"])
def test_what_a_browser_has_is_not_sent_again(running: Running, name: str, encoding: str) -> None:
    first = ask(running, name, headers={"Accept-Encoding": encoding})
    by_mark = {"If-None-Match": first.headers["ETag"]}
    by_date = {"If-Modified-Since": first.headers["Last-Modified"]}
    for known in (by_mark, by_date, by_mark | by_date):
        again = ask(running, name, headers={"Accept-Encoding": encoding, **known})
        assert (304, b"") == (again.status, again.body), known
        assert [kept(name)] == again.headers.get_all("Cache-Control")

    other = ask(running, name, headers={"If-None-Match": '"another"'})
    assert 200 == other.status


@pytest.mark.parametrize("name", MISSING)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_an_address_that_does_not_exist_gets_the_page_for_it_at_any_depth(
    running: Running, name: str, encoding: str
) -> None:
    answer = ask(running, name, headers={"Accept-Encoding": encoding})
    body = gzip.decompress(answer.body) if answer.headers["Content-Encoding"] == "gzip" else answer.body

    assert (404, (running.site / "404.html").read_bytes()) == (answer.status, body)
    assert "text/html; charset=utf-8" == answer.headers["Content-Type"].lower()
    assert A_DAY not in answer.headers.get_all("Cache-Control")
    assert "nosniff" == answer.headers["X-Content-Type-Options"]
    assert not re.search(r"\d", answer.headers.get("Server", ""))


@pytest.mark.parametrize("name", ["modules/", "assets/", "assets/javascripts/", "search/", "beeld/"])
def test_what_is_in_a_folder_is_not_listed(running: Running, name: str) -> None:
    assert not (running.site / name / "index.html").exists()
    answer = ask(running, name)

    assert (404, (running.site / "404.html").read_bytes()) == (answer.status, answer.body)


@pytest.mark.parametrize("name", PRIVATE)
def test_what_is_for_servers_only_is_not_shown(running: Running, name: str) -> None:
    answer = ask(running, name)

    assert answer.status in {403, 404}
    assert b"geheim@" not in answer.body and b"RewriteRule" not in answer.body and b"webServer" not in answer.body


def test_the_address_for_who_finds_a_leak_is_shown(running: Running) -> None:
    answer = ask(running, ".well-known/security.txt")

    assert (200, b"Contact: mailto:geheim@school.example\n") == (answer.status, answer.body)


@pytest.mark.parametrize(
    "way",
    ["/../", "/%2e%2e/", "/..%2f", "/%2e%2e%2f", "/%5c..%5c", "/..\\", "/..%5c", "../", "..;/", "/modules/../../", "/assets/%2e%2e/%2e%2e/",
     "/modules//..//../", "/%252e%252e/", "/.%00./"],
)  # fmt: skip
@pytest.mark.parametrize("file", ["server/nginx.conf", "server/Caddyfile", "server/apache.conf"])
def test_no_path_leads_out_of_the_course(running: Running, way: str, file: str) -> None:
    answer = ask_raw(running, f"{running.place}{way}{file}")

    assert answer.status in {400, 403, 404}
    assert FILES not in answer.body
    assert not re.search(r"\d", answer.headers.get("Server", ""))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("name", ["index.html", "nergens.html"])
def test_a_server_only_reads(running: Running, method: str, name: str) -> None:
    answer = ask(running, name, method)

    assert 405 == answer.status
    assert (running.site / "index.html").read_bytes() != answer.body
    assert not re.search(r"\d", answer.headers.get("Server", ""))


def test_who_asks_only_for_the_headers_gets_those(running: Running) -> None:
    answer = ask(running, "index.html", "HEAD")

    assert (200, b"") == (answer.status, answer.body)
    is_safe(answer)


def test_nothing_beside_the_course_is_the_course(running: Running) -> None:
    if running.place:
        assert 200 != ask_raw(running, "/index.html").status
        assert 200 != ask_raw(running, f"{running.place}x/index.html").status
    assert 200 == ask_raw(running, f"{running.place}/index.html").status
