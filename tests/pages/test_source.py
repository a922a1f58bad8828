"""Reading a file as text that knows its lines and columns."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leergang.diagnostics import Place, Report
from leergang.pages.source import Source, load_source


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report) -> Callable[[bytes], Source | None]:
    monkeypatch.chdir(tmp_path)

    def write_and_load(data: bytes) -> Source | None:
        Path("page.md").write_bytes(data)
        return load_source(Path("page.md"), report)

    return write_and_load


def test_an_offset_has_a_line_and_a_column_from_one() -> None:
    source = Source("page.md", "één\n\ntwee")

    assert [Place("page.md", 1, 1), Place("page.md", 1, 3), Place("page.md", 3, 1), Place("page.md", 3, 5)] == [
        source.place(offset) for offset in (0, 2, 5, 9)
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_ends_of_every_system_are_the_same(end: str, load: Callable[[bytes], Source | None]) -> None:
    assert Source("page.md", "one\ntwo\n") == load(f"one{end}two{end}".encode())


def test_a_mark_at_the_start_of_the_file_is_no_text(load: Callable[[bytes], Source | None]) -> None:
    assert Source("page.md", "één") == load("\ufeffén".encode().replace(b"\xc3\xa9n", "één".encode()))


@pytest.mark.parametrize(
    ("data", "expected"), [(b"caf\xe9", "1:4"), (b"\xc3\xa9\xc3\xa9n\ncaf\xe9", "2:4"), (b"\xff\xfea\x00", "1:1")]
)
def test_a_sign_that_is_no_utf8_is_told_at_its_place(
    data: bytes, expected: str, load: Callable[[bytes], Source | None], told: Callable[[], list[str]]
) -> None:
    assert load(data) is None
    assert [f"{expected} [geen-utf8] hier staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8"] == told()


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_that_says_nothing_is_empty(
    data: bytes, load: Callable[[bytes], Source | None], told: Callable[[], list[str]]
) -> None:
    assert load(data) is None
    assert ["1:1 [leeg-bestand] dit bestand is leeg; vul het of verwijder het"] == told()


def test_a_file_that_is_not_there_is_told(tmp_path: Path, report: Report, told: Callable[[], list[str]]) -> None:
    assert load_source(tmp_path / "no.md", report) is None
    assert [
        "1:1 [bestand-onleesbaar] dit bestand is niet te lezen (No such file or directory); kijk of het bestaat en of het "
        "geen map is"
    ] == told()
