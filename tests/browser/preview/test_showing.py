"""What an author sees in the browser while writing: edits come by themselves, mistakes are told over the last good page."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ...conftest import CourseDir
from ..test_accessibility import AXE, RUN
from .conftest import Preview, until

CHAPTER = "docs/modules/deeg/kneden.md"
SHOWN = "modules/deeg/kneden.html"
WRONG = '{{ worksheet("deegpaln") }}'
TOLD = "er is geen werkblad 'deegpaln'; bedoelde je 'deegplan'?"


@pytest.fixture
def chapter(preview: Preview, page: Page) -> Page:
    """A chapter on the screen of its author."""
    page.goto(preview.address)
    expect(page.locator("h1")).to_have_text("Brood bakken")
    page.goto(preview.address + SHOWN)
    return page


def test_an_edit_shows_by_itself_where_its_author_was_reading(chapter: Page, writing: CourseDir) -> None:
    writing.add(CHAPTER, "\nEen alinea.\n" * 60)
    expect(chapter.locator("article")).to_contain_text("Een alinea.")
    chapter.wait_for_load_state()  # at its end a browser puts back where a page was before it was loaded anew
    chapter.evaluate("scrollTo(0, 900)")
    writing.add(CHAPTER, "\nDeze zin is nieuw.\n")

    expect(chapter.locator("article")).to_contain_text("Deze zin is nieuw.")
    chapter.wait_for_function("scrollY === 900")


def test_what_a_school_saves_shows_too(start: Callable[..., Preview], writing: CourseDir, page: Page) -> None:
    writing.write("school/school.yml", "id: de-molen\nname: De Molen\n")
    writing.write("school/docs/over/molen.md", "---\ntitle: De molen\n---\n\nWij malen zelf.\n")
    page.goto(start("--school", "school").address)
    expect(page.locator("h1")).to_have_text("Brood bakken")
    expect(page.get_by_role("banner")).to_contain_text("De Molen")
    writing.edit("school/school.yml", "De Molen", "De Korenbloem")

    expect(page.get_by_role("banner")).to_contain_text("De Korenbloem")
    writing.edit("school/docs/over/molen.md", "Wij malen zelf.", "{{ term('deeeg') }}")
    expect(page.get_by_role("alert")).to_contain_text("1 fout")
    expect(page.get_by_role("listitem").filter(has_text="onbekend-begrip")).to_contain_text("school/docs/over/molen.md")


def test_a_mistake_is_told_over_the_last_good_page_and_goes_when_mended(chapter: Page, writing: CourseDir) -> None:
    good = writing.read(CHAPTER)
    writing.add(CHAPTER, f"\nDeze zin is nog niet goed.\n\n{WRONG}\n")

    expect(chapter.get_by_role("alert")).to_have_text("1 fout. Je ziet de laatste goede versie.")
    told = chapter.get_by_role("listitem").filter(has_text="fout[onbekend-werkblad]")
    line = writing.read(CHAPTER).split("\n").index(WRONG) + 1
    expect(told).to_contain_text(f"docs/modules/deeg/kneden.md regel {line}, teken 14")
    expect(told).to_contain_text(TOLD)
    assert WRONG == told.locator("pre").inner_text()
    assert '"deegpaln"' == told.locator("mark").inner_text()
    expect(chapter.locator("article")).not_to_contain_text("Deze zin is nog niet goed.")
    writing.write(CHAPTER, good + "\nNu is het goed.\n")

    expect(chapter.locator("article")).to_contain_text("Nu is het goed.")
    expect(chapter.get_by_role("alert")).to_have_count(0)


def test_a_mistake_that_is_taken_back_goes_too(chapter: Page, writing: CourseDir) -> None:
    good = writing.read(CHAPTER)
    writing.add(CHAPTER, f"\n{WRONG}\n")
    expect(chapter.get_by_role("alert")).to_be_visible()
    writing.write(CHAPTER, good)

    expect(chapter.get_by_role("alert")).to_have_count(0)
    expect(chapter.locator("article")).to_be_visible()


def test_the_mistakes_of_the_page_itself_come_first(chapter: Page, writing: CourseDir) -> None:
    writing.add("docs/bakdag.md", f"\n{WRONG}\n")
    writing.add(CHAPTER, "\n[Nergens](niets.md)\n")

    expect(chapter.get_by_role("alert")).to_contain_text("2 fouten.")
    assert ["Op deze pagina", "Ergens anders"] == chapter.locator("section h2").all_inner_texts()[-2:]
    expect(chapter.locator("li.error").first).to_contain_text("docs/modules/deeg/kneden.md")
    chapter.get_by_role("link", name="Bekijk die pagina").click()

    expect(chapter.locator("h1")).to_have_text("De bakdag")
    expect(chapter.locator("li.error").first).to_contain_text("docs/bakdag.md")


def test_who_is_typing_goes_on_and_can_put_the_message_aside(chapter: Page, writing: CourseDir) -> None:
    field = chapter.locator("course-worksheet input[type=text], course-worksheet textarea").first
    field.focus()
    writing.add(CHAPTER, f"\n{WRONG}\n")
    expect(chapter.get_by_role("alert")).to_be_visible()
    expect(field).to_be_focused()
    chapter.get_by_role("button", name="Verberg").click()
    expect(chapter.get_by_text(TOLD)).to_be_hidden()
    expect(chapter.get_by_role("alert")).to_be_visible()
    writing.add(CHAPTER, f"\n{WRONG}\n")
    expect(chapter.get_by_role("alert")).to_contain_text("2 fouten.")
    expect(chapter.get_by_text(TOLD).first).to_be_hidden()
    chapter.get_by_role("button", name="Laat zien").click()

    expect(chapter.get_by_text(TOLD).first).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_everyone_can_read_what_is_wrong(chapter: Page, writing: CourseDir, width: int, scheme: str) -> None:
    chapter.set_viewport_size({"width": width, "height": 780})
    chapter.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    writing.add(CHAPTER, f"\n{WRONG}\n\n" + "[Nergens](niets.md) " * 20 + "\n")
    expect(chapter.get_by_role("alert")).to_contain_text("fouten.")
    chapter.evaluate(AXE)

    assert [] == chapter.evaluate(RUN)
    box = chapter.get_by_role("group", name="Voorvertoning")
    assert box.evaluate("box => box.scrollHeight > box.clientHeight"), "many messages scroll"
    assert chapter.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_warning_is_said_and_takes_no_room(chapter: Page, writing: CourseDir) -> None:
    writing.add(CHAPTER, "\n" + "Dit is een heel lange zin " + "en nog wat " * 20 + "die maar doorgaat.\n")

    expect(chapter.locator("article")).to_contain_text("die maar doorgaat.")
    expect(chapter.locator("p[role=status]", has_text="waarschuwing")).to_be_visible()
    expect(chapter.get_by_text("waarschuwing[lange-zin]")).to_be_hidden()
    chapter.get_by_role("button", name="Laat zien").click()

    expect(chapter.get_by_text("waarschuwing[lange-zin]")).to_be_visible()


def test_what_an_author_wrote_is_shown_as_text(chapter: Page, writing: CourseDir) -> None:
    writing.add(CHAPTER, '\n<b onclick="1">x</b> {{ worksheet("<img src=x onerror=alert(1)>") }}\n')

    expect(chapter.get_by_text("<img src=x onerror=alert(1)>'").first).to_be_visible()


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "shown"),
    [
        ("docs/tools/begrippen.yml", "term: gluten", "term: glutennet", "tools/begrippen.html", "glutennet"),
        ("docs/cursus.yml", "title: Deeg\n", "title: Deeg dat leeft\n", SHOWN, "Deeg dat leeft"),
        ("overrides/components/keypoints.html", "<ul>", "<p>Uit het sjabloon</p><ul>", SHOWN, "Uit het sjabloon"),
        ("hooks/leergang/strings/nl/site.yml", "keypoints: Kernpunten", "keypoints: Waar het om gaat", SHOWN, None),
        ("hooks/macros.py", "env.macro(function, name)", 'env.macro(lambda *a, **k: "Uit de macro", name)', SHOWN, "Uit de macro"),
        ("hooks/leergang/site.py", "return markdown\n", 'return markdown + "\\n\\nUit de code"\n', "bakdag.html", "Uit de code"),
    ],
)  # fmt: skip
def test_data_templates_words_and_code_are_followed_too(
    preview: Preview, page: Page, writing: CourseDir, name: str, old: str, new: str, place: str, shown: str | None
) -> None:
    page.goto(preview.address)
    expect(page.locator("h1")).to_be_visible()
    page.goto(preview.address + place)
    until(preview.is_ready)  # with the code of before
    writing.edit(name, old, new)

    expect(page.locator("body")).to_contain_text(shown or new.partition(": ")[2])


def test_a_style_is_followed_too(chapter: Page, writing: CourseDir) -> None:
    writing.add("overrides/assets/stylesheets/reflection.css", "\nh1 { letter-spacing: 7px !important; }\n")

    expect(chapter.locator("h1")).to_have_css("letter-spacing", "7px")


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_an_edit(
    chapter: Page, writing: CourseDir, preview: Preview
) -> None:
    path = writing.path / CHAPTER
    built = preview.said().count("ververst")
    (path.parent / ".kneden.md.swp").write_text("half", encoding="utf-8")
    (path.parent / "4913").write_text("", encoding="utf-8")
    fresh = path.with_name("kneden.md~")
    fresh.write_text(writing.read(CHAPTER) + "\nOp zijn plaats gezet.\n", encoding="utf-8")
    os.replace(fresh, path)  # noqa: PTH105 - what editors do

    expect(chapter.locator("article")).to_contain_text("Op zijn plaats gezet.")
    assert built + 1 == preview.said().count("ververst"), "what was there for a moment is nothing to build for"


def test_a_page_that_comes_and_one_that_goes(
    chapter: Page, writing: CourseDir, preview: Preview, complaints: list[str]
) -> None:
    writing.write("docs/extra.md", "---\ntitle: Extra\ndescription: Een pagina erbij.\n---\n\nErbij.\n")
    writing.edit("mkdocs.yml", "      - bakdag.md\n", "      - bakdag.md\n      - extra.md\n")
    expect(chapter.locator("a", has_text="Extra").first).to_be_attached()
    chapter.goto(preview.address + "extra.html")
    expect(chapter.locator("article")).to_contain_text("Erbij.")
    writing.edit("mkdocs.yml", "      - extra.md\n", "")
    writing.remove("docs/extra.md")

    expect(chapter.locator("h1")).to_have_text("Deze pagina is er niet")
    complaints.clear()  # of that page, which isn't there
