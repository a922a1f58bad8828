"""What a page says of the copy that browsers keep."""

from collections.abc import Callable

import pytest

from ..conftest import Built, CourseDir

ROW = "| Wat | Waar |\n| --- | --- |\n| antwoord | hier |\n{%- call offline() %}\n| kopie | daar |\n{%- endcall %}"
ITEM = "- Meel\n{%- call offline() %}\n- Een *kopie*\n{%- endcall %}"
BLOCK = "{% call offline() %}\nJe browser bewaart een *kopie*.\n{% endcall %}"


@pytest.mark.parametrize("kept", [True, False])
def test_it_is_there_where_a_copy_is_kept_and_only_there(
    kept: bool, showcase_dir: CourseDir, build: Callable[..., Built]
) -> None:
    showcase_dir.edit("mkdocs.yml", "  leergang:\n", f"  leergang:\n    offline: {str(kept).lower()}\n")
    showcase_dir.write(
        "docs/programma.md", "---\ntitle: Programma\n---\n\n" + "\n\n".join([ROW, ITEM, BLOCK, "Einde."])
    )
    page = build(showcase_dir).page("programma.html").one("article")

    assert ["antwoord", "hier", *["kopie", "daar"] * kept] == page.texts("td")
    assert ["Meel", *["Een kopie"] * kept] == page.all("ul")[0].texts("li")
    assert [*["Je browser bewaart een kopie."] * kept, "Einde."] == page.texts("p")


def test_participants_read_it_as_any_text(showcase_dir: CourseDir) -> None:
    showcase_dir.add("docs/index.md", '\n{% call offline() %}\n{{ worksheet("deegplan") }}\n{% endcall %}\n')

    assert "docs/index.md" in [use.place.path for use in showcase_dir.load().uses("worksheet", "deegplan")]
