import pytest

from ..conftest import Check, CourseDir

PAGE = "docs/modules/oven/index.md"


@pytest.fixture
def check_page(showcase_dir: CourseDir, check: Check) -> Check:
    """What is told of a module's overview with this text from its fifth line."""

    def lines(text: str, spelling: bool = False) -> list[str]:
        showcase_dir.write(PAGE, f"---\ntitle: Oven\n---\n\n{text}\n")
        return [line.removeprefix(f"{PAGE}:") for line in check(showcase_dir, spelling)]

    return lines
