"""The built pages of the real course, read as files."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


class Html(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Html]:
    return {path.relative_to(site).as_posix(): Html(path.read_text()) for path in sorted(site.rglob("*.html"))}


def test_every_page_of_the_course_is_there(site: Path) -> None:
    fixed = """index essenties programma doelen fouten mijn-werkboek LICENTIE tools/index tools/reflectievragen
    tools/begrippen tools/literatuur over/trainers over/trainers/index over/meldingen over/scholen over/scholen/index over/scholen/neerzetten over/scholen/eigen-editie over/scholen/bijwerken
    over/scholen/leeromgeving over/privacy over/avg
    over/zelfcontrole over/beveiliging over/toegankelijkheid 404"""
    for name in fixed.split():
        assert (site / f"{name}.html").exists(), name
    assert 12 + 3 == len(list((site / "modules").rglob("*.html")))
    assert 18 == len(list((site / "tools/werkbladen").glob("*.html")))


def test_files_that_only_feed_the_model_are_not_published(site: Path) -> None:
    published = {path.relative_to(site).as_posix() for path in site.rglob("*")}

    assert not {"cursus.yml", "tools/begrippen.yml", "tools/reflectievragen.yml", "tools/literatuur.json"} & published


def test_no_page_asks_another_host_for_anything(site: Path, pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        asked = [tag.get("src", "") for kind in ("script", "img", "iframe", "source") for tag in page.all(kind)]
        asked += [tag.get("href", "") for tag in page.all("link") if tag.get("rel") != "canonical"]
        assert [] == [address for address in asked if urlsplit(address).netloc], name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", sheet.read_text()), sheet


def test_every_link_within_the_site_names_a_file_and_an_anchor_that_are_there(
    site: Path, pages: dict[str, Html]
) -> None:
    anchors = {name: {tag["id"] for _, tag in page.tags if "id" in tag} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.all("a"):
            href = urlsplit(link.get("href", ""))
            if href.scheme or "href" not in link:
                continue
            target = (site / name).parent / unquote(href.path) if href.path else site / name
            assert target.resolve().is_file(), (name, link["href"])
            if href.fragment and target.suffix == ".html":
                there = target.resolve().relative_to(site.resolve()).as_posix()
                assert unquote(href.fragment) in anchors[there] | {"__tabbed"}, (name, link["href"])


def test_no_id_stands_twice_on_a_page(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        counts = Counter(tag["id"] for _, tag in page.tags if "id" in tag)
        assert [] == [key for key, count in counts.items() if count > 1], name


def test_every_control_has_a_label_or_a_name_of_its_own(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        labelled = {tag.get("for") for tag in page.all("label")}
        for tag in (*page.all("textarea"), *page.all("input")):
            if tag.get("type") in ("radio", "checkbox", "search") or "md-search__input" in tag.get("class", ""):
                continue  # these stand inside their label
            assert tag.get("id") in labelled or tag.get("aria-label"), (name, tag)


def test_every_page_names_the_course_and_a_chapter_itself(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        meta = {tag.get("name"): tag.get("content") for tag in page.all("meta")}
        assert "leiding-geven-aan-een-plg" == meta["leergang:course"], name
        is_chapter = name.startswith("modules/") and not name.endswith("index.html")
        expected = name.removeprefix("modules/").removesuffix(".html") if is_chapter else None
        assert expected == meta.get("leergang:chapter"), name


def test_previous_and_next_follow_the_order_of_the_course(site: Path) -> None:
    page = (site / "modules/structureren/data-verzamelen.html").read_text()

    assert re.search(r'<a href="tijd-en-middelen.html" class="md-footer__link md-footer__link--prev"', page)
    assert re.search(r'<a href="../veranderkunde/index.html" class="md-footer__link md-footer__link--next"', page)


def test_the_workbook_asks_every_worksheet_and_prompt_at_each_of_its_moments(pages: dict[str, Html]) -> None:
    book = pages["mijn-werkboek.html"]
    asked = [(tag["data-id"], tag["data-moment"]) for tag in book.all("course-worksheet")]

    assert len(asked) == len(set(asked))
    assert 18 == len({name for name, _ in asked})
    assert {("vervolgplan", "coaching"), ("vervolgplan", "na")} <= set(asked)
    assert 40 == len({tag["data-id"] for tag in book.all("course-reflection")})


def test_working_notes_and_their_addresses_are_nowhere(site: Path) -> None:
    text = (site / "tools/literatuur.html").read_text()

    assert "verified" not in text
    assert "from knowledge" not in text
    assert {"doi.org", "formatievecyclus.nl"} >= set(
        re.findall(r'href="https?://([^/"]+)', text.split("<article")[1].split("</article")[0])
    )
