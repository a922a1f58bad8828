"""What holds for every page, whatever an author writes: ids are unique, links lead somewhere, text is text."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote

import pytest

from ..conftest import Built, CourseDir

KNEDEN = "docs/modules/deeg/kneden.md"
PLAN = "docs/tools/werkbladen/deegplan.md"

COURSES = [("minimal", "participant"), ("showcase", "participant"), ("showcase", "trainer")]


def ids_that_occur_twice(site: Built) -> dict[str, list[str]]:
    twice = {
        name: [id for id, count in Counter(page.ids()).items() if count > 1] for name, page in site.pages().items()
    }
    return {name: ids for name, ids in twice.items() if ids}


def dead_links(site: Built) -> Iterator[tuple[str, str]]:
    """Each page with a link of its own that leads to no file, or to an anchor that is not in it."""
    pages = site.pages()
    ids = {name: set(page.ids()) for name, page in pages.items()}
    for name, page in pages.items():
        for target in filter(None, (one.attributes.get("href", one.attributes.get("src")) for one in page.walk())):
            path, _, anchor = target.partition("#")
            path = unquote(path.partition("?")[0])
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            own = not re.match(r"[a-z]+:", target) and not anchor.startswith("__")
            if own and not ((site.path / there).is_file() and unquote(anchor) in ids.get(there, {anchor}) | {""}):
                yield name, target


def dangling_references(site: Built) -> Iterator[tuple[str, str]]:
    """Each page with a label or description that names an id which is not there."""
    for name, page in site.pages().items():
        known = set(page.ids())
        for element in page.walk():
            for key in ("for", "aria-describedby", "aria-labelledby"):
                for target in element.attributes.get(key, "").split():
                    if target not in known:
                        yield name, target


@pytest.mark.parametrize(("course", "edition"), COURSES)
def test_no_id_occurs_twice_on_a_page(course: str, edition: str, built: Callable[..., Built]) -> None:
    assert {} == ids_that_occur_twice(built(course, edition))


@pytest.mark.parametrize(("course", "edition"), COURSES)
def test_every_link_leads_somewhere(course: str, edition: str, built: Callable[..., Built]) -> None:
    assert [] == list(dead_links(built(course, edition)))


@pytest.mark.parametrize(("course", "edition"), COURSES)
def test_every_label_and_description_belongs_to_something(
    course: str, edition: str, built: Callable[..., Built]
) -> None:
    assert [] == list(dangling_references(built(course, edition)))


def test_ids_stay_unique_when_a_course_tries_to_make_them_clash(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    plan = showcase_dir.read(PLAN).replace("formerly:\n- deeglijst\n", "")
    showcase_dir.write("docs/tools/werkbladen/deegplan-2.md", plan)
    showcase_dir.edit(PLAN, "- id: naam", "- id: title")
    showcase_dir.edit(PLAN, "- id: reden", "- id: title-hint")
    showcase_dir.edit(PLAN, "- id: bloem", "- id: stappen-wie")
    showcase_dir.edit(PLAN, "- id: dag", "- id: stappen-caption")
    showcase_dir.edit("docs/tools/literatuur.json", '"id": "berg2020desem"', '"id": "berg2020beginners-2"')
    showcase_dir.edit("docs/tools/begrippen.yml", "- berg2020desem", "- berg2020beginners-2")
    showcase_dir.edit(KNEDEN, 'cite("berg2020desem")', 'cite("berg2020beginners-2")')
    showcase_dir.edit(KNEDEN, "{% raw %}", '{{ worksheet("deegplan-2") }}\n\n{{ worksheet("deegplan") }}\n\n{% raw %}')
    again = (
        "{{ programme() }}\n\n## Nog eens\n\n{{ programme() }}\n\n{{ goals() }}\n\n{{ goals() }}\n\n{{ workbook() }}\n"
    )
    showcase_dir.edit("docs/programma.md", "{{ programme() }}", again)
    showcase_dir.edit(
        "docs/tools/begrippen.md", "{{ glossary() }}", "## Epi\n\n## Les 1\n\n{{ glossary() }}\n\n{{ glossary() }}"
    )
    showcase_dir.edit("docs/tools/literatuur.md", "{{ literature() }}", "{{ literature() }}\n\n{{ literature() }}")
    showcase_dir.edit("docs/doelen.md", "{{ goals() }}", "## Zelf bakken\n\n{{ goals() }}")
    site = build(showcase_dir)

    assert {} == ids_that_occur_twice(site)
    assert [] == list(dead_links(site))
    assert [] == list(dangling_references(site))


HOSTILE = "<b class='x'>&amp; \"q\" 'q' {{ goals() }} {% raw %} *ster* _lijn_ `code` [a](b.md) # kop\\ </section> <!-- <script>"
"""What an author could write in any text, and what no reader should get anything but the words of."""

SHOWN = """modules/deeg/kneden.html modules/deeg/rijzen.html tools/werkbladen/deegplan.html tools/begrippen.html doelen.html
programma.html bakdag.html index.html werkboek.html tools/index.html tools/literatuur.html tools/reflectievragen.html""".split()

TEXTS = ("text", "label", "hint", "title", "term", "purpose", "description", "example", "also")


def hostile(yaml: str) -> str:
    """Every free text of a data file or front matter, with a hostile one behind it."""

    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    lines = []
    for line in yaml.split("\n"):
        key, colon, value = line.partition(": ")
        name = key.strip(" -")
        if colon and name in TEXTS and value[0] not in "'\"" and (" " in value or name in ("title", "label", "term")):
            line = f"{key}: {quoted(f'{value} {HOSTILE}')}"
        lines.append(line)
    return "\n".join(lines)


def test_text_of_an_author_is_shown_as_it_is_written(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    files = ["docs/cursus.yml", "docs/tools/reflectievragen.yml", "docs/tools/begrippen.yml"]
    for name in (*files, PLAN, "docs/tools/werkbladen/bakschema.md", "docs/tools/werkbladen/bakdagboek.md"):
        front, mark, body = showcase_dir.read(name).partition("\n---\n\n")
        showcase_dir.write(name, hostile(front) + mark + body)
    showcase_dir.edit("docs/cursus.yml", "- een schort", f"- >-\n    {HOSTILE} een schort")
    showcase_dir.edit(KNEDEN, "- Kneden maakt van bloem en water", f"- >-\n  {HOSTILE} Kneden maakt van bloem en water")
    showcase_dir.edit(
        "docs/tools/literatuur.json", "Een goed eerste boek.", HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    )
    site = build(showcase_dir)

    made = {name: page.all("b") + page.all("script", src="x") for name, page in site.pages().items()}
    assert {} == {name: found for name, found in made.items() if found}
    assert [] == list(dead_links(site))
    for name in SHOWN:
        assert HOSTILE in site.page(name).one("article").text, name
    day = site.page("bakdag.html").one(class_="c-programme")
    assert [f"{HOSTILE} een schort"] == [text for text in day.texts("li") if text.endswith("een schort")]
    assert any(HOSTILE in text for text in day.texts(class_="c-programme__text"))
    form = site.page("tools/werkbladen/deegplan.html").one("course-worksheet")
    for tag in ("label", "legend", "caption", "details", "p"):
        assert any(HOSTILE in text for text in form.texts(tag)), tag
