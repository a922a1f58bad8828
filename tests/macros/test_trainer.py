"""What only trainers see."""

from collections.abc import Callable

import pytest

from ..conftest import Built, Check, CourseDir

PAGE = "modules/deeg/kneden.html"


def test_a_participant_sees_nothing_of_it(built: Callable[..., Built]) -> None:
    site = built("showcase").path

    assert [] == [path for path in site.rglob("*") if path.is_file() and b"Vijf minuten." in path.read_bytes()]
    assert [] == built("showcase").page(PAGE).all(class_="trainer")


def test_a_trainer_sees_it_with_its_markdown(built: Callable[..., Built]) -> None:
    block = built("showcase", "trainer").page(PAGE).one(class_="trainer")

    assert "Voor de trainer" == block.one(class_="admonition-title").text
    assert ["eerst voelen"] == block.texts("strong")
    assert ["Vijf minuten.", "Twee aan twee."] == block.texts("li")


def test_around_it_both_see_the_same(built: Callable[..., Built]) -> None:
    participant = built("showcase").page(PAGE).one("article")
    trainer = built("showcase", "trainer").page(PAGE).one("article")

    assert participant.texts("h2") == trainer.texts("h2")
    assert participant.texts("course-worksheet") == trainer.texts("course-worksheet")


def test_headings_keep_their_level_where_a_participant_sees_no_block(
    showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    block = '{% call trainer() %}\n{{ worksheet("bakschema") }}\n{% endcall %}'
    showcase_dir.write(
        "docs/programma.md",
        f'---\ntitle: Programma\n---\n\n## Een\n\n{block}\n\n### Twee\n\n{{{{ worksheet("bakschema") }}}}\n',
    )
    page = build(showcase_dir).page("programma.html").one("article")

    assert ["Bakschema"] == page.texts("h4")
    assert ["Twee"] == [text.rstrip("¶") for text in page.texts("h3")]


@pytest.mark.parametrize("edition", ["participant", "trainer"])
def test_what_editors_and_merges_leave_is_in_no_site(
    edition: str, showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    """It holds the text as it was written, with what is for trainers only."""
    text = showcase_dir.read("docs/modules/deeg/kneden.md")
    names = [f"kneden.{ending}" for ending in ("md~", "md.orig", "md.BAK", "md.rej", "swp")]
    for name in [*names, "~$neden.md", "#kneden.md#", "deeg.bak/kneden.md"]:
        showcase_dir.write(f"docs/modules/deeg/{name}", text)
    showcase_dir.write("school/school.yml", "id: de-molen\nname: De Molen\n")
    for name in ["oven.md~", "~$oven.docx", "Thumbs.db", "beeld/desktop.ini"]:
        showcase_dir.write(f"school/docs/over/{name}", text)
    site = build(showcase_dir, edition).path

    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert [] == [name for name in written if not name.endswith(".html") and name.startswith(("modules/", "over/"))]
    assert "modules/deeg/kneden.html" in written
    assert not (site / "modules/deeg/deeg.bak").exists()


@pytest.mark.parametrize("name", ["kneden - kopie.txt", "kneden.MD", "school/docs/over/kneden.odt"])
def test_a_file_that_is_no_page_and_holds_it_is_told(name: str, showcase_dir: CourseDir, check: Check) -> None:
    path = name if "/" in name else f"docs/modules/deeg/{name}"
    showcase_dir.write("school/school.yml", "id: de-molen\nname: De Molen\n")
    showcase_dir.write(path, "Kneed.\n\n{%- call trainer() %}\nVijf minuten.\n{% endcall %}\n")

    (told, *_) = check(showcase_dir)
    assert told.startswith(f"{path}:1:1: fout[bestand-onleesbaar] dit bestand is niet te lezen (de naam van een pagina")
