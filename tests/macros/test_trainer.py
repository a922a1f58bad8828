"""What only trainers see."""

from collections.abc import Callable

from ..conftest import Built, CourseDir

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
