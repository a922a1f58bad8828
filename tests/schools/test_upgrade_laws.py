"""Laws of upgrading, held by texts that nobody thought of: no line of a school's is lost, and twice is once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leergang.schools.base import load_folder
from leergang.schools.choices import State
from leergang.schools.following import Finding
from leergang.schools.upgrade import is_left, upgrade
from leergang.settings import load_settings
from leergang.strings import load_strings

from .upgrading import CONFLICT, KNEDEN, OWN, PAGE, Edition

HEAD = "---\ntitle: Kneden\ngoals:\n- deeg-beoordelen\nminutes: 5\nkeypoints:\n- Kneed.\n---\n"
WORDS = ["Vouw het deeg.", "Wacht. Proef dan.", "", "# Kop", "=======", "- punt", "Rek het uit. Kijk. Ruik!", "é — ü"]

lines = st.lists(st.sampled_from(WORDS), max_size=8)
edits = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "change"]), st.integers(0, 8), st.integers(0, 99)), max_size=4
)
ends = st.sampled_from(["\n", "\r\n"])


def changed(before: list[str], how: list[tuple[str, int, int]], who: str) -> list[str]:
    """Lines as somebody changed them; what they wrote is known by who did."""
    found = list(before)
    for kind, at, number in how:
        place = min(at, len(found))
        if kind == "add" or place == len(found):
            found.insert(place, f"{who} schrijft {number}.")
        elif kind == "drop":
            del found[place]
        else:
            found[place] = f"{found[place]} {who} zegt {number}."
    return found


def text(body: list[str]) -> str:
    return HEAD + "".join(f"{line}\n" for line in body)


def run() -> list[Finding]:
    strings = load_strings("nl")
    found, _, _ = upgrade(load_folder(load_settings(Path("mkdocs.yml")), Path("school"), strings))
    return found


@pytest.fixture
def fresh(edition: Edition) -> Iterator[Edition]:
    """An edition that has nothing of its own yet, each time it is asked for."""
    edition.course.write("fresh.yml", edition.course.read("school/school.yml"))
    return edition


def begin(edition: Edition) -> None:
    for path in sorted((edition.course.path / "school").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    edition.course.write("school/school.yml", edition.course.read("fresh.yml"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines, edits, edits, edits, ends)
def test_no_line_that_the_school_wrote_is_lost(
    fresh: Edition, base: list[str], school: list[tuple[str, int, int]], first: list[tuple[str, int, int]],
    second: list[tuple[str, int, int]], end: str,
) -> None:  # fmt: skip
    begin(fresh)
    fresh.course.write(PAGE, text(base))
    fresh.says("take", "school", KNEDEN)
    own = changed(base, school, "School")
    fresh.course.write(OWN, text(own).replace("\n", end))
    for version in (changed(base, first, "Cursus"), changed(changed(base, first, "Cursus"), second, "Later")):
        fresh.course.write(PAGE, text(version))

        found = run()

        after = fresh.files()
        kept = (fresh.course.path / OWN).read_bytes().decode()
        beside = fresh.course.read(CONFLICT) if fresh.has(CONFLICT) else ""
        written = [word for line in own for word in line.split(". ") if "School" in word]
        assert [] == [word for word in written if word not in kept]
        assert fresh.has(CONFLICT) == is_left(found)
        assert is_left(found) or kept == kept.replace("\r\n", "\n").replace("\n", end)
        assert all(word in beside for word in written) or not beside
        again = run()
        assert after == fresh.files()
        expected = {State.OPEN} if is_left(found) else {State.UNCHANGED}
        assert expected == {one.state for one in again}
