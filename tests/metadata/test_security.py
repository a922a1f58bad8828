"""security.txt: whom to tell about a hole in the site, as RFC 9116 has it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leergang.metadata import SECURITY, render_security

from ..conftest import Built, CourseDir
from ..projects import LEERGANG, run

DAY = date(2027, 7, 31)
CONTACTS = ("mailto:beveiliging@school.example", "https://school.example/lek")
SCHOOL = """id: de-wilg
name: De Wilg
security:
  contact: [mailto:beveiliging@school.example]
  expires: 2027-07-31
"""


def test_it_says_whom_to_tell_until_when_and_in_which_languages() -> None:
    text = render_security(CONTACTS, DAY, None, ("nl", "en"))

    assert (
        "Contact: mailto:beveiliging@school.example\n"
        "Contact: https://school.example/lek\n"
        "Expires: 2027-07-31T23:59:59Z\n"
        "Preferred-Languages: nl, en\n"
    ) == text


def test_it_names_itself_and_the_policy_where_there_are_such() -> None:
    text = render_security(
        CONTACTS[:1], DAY, "https://school.example/spelregels", ("en", "en"), "https://cursus.example/"
    )

    assert (
        "Contact: mailto:beveiliging@school.example\n"
        "Expires: 2027-07-31T23:59:59Z\n"
        "Preferred-Languages: en\n"
        "Canonical: https://cursus.example/.well-known/security.txt\n"
        "Policy: https://school.example/spelregels\n"
    ) == text


@pytest.mark.parametrize("address", ["", "https://school.example/cursus/", "http://cursus.example/"])
def test_it_doesnt_name_itself_where_it_doesnt_count(address: str) -> None:
    assert "Canonical" not in render_security(CONTACTS, DAY, None, ("nl",), address)


def test_a_school_that_says_it_gets_the_file(course_dir: CourseDir, tmp_path: Path) -> None:
    school = tmp_path / "school"
    school.mkdir()
    (school / "school.yml").write_text(SCHOOL + "site_url: https://cursus.example\n", encoding="utf-8")
    outcome = run([*LEERGANG, "build", "--school", str(school)], course_dir.path)
    assert 0 == outcome.returncode, outcome.stderr
    text = (course_dir.path / "site" / SECURITY).read_text(encoding="utf-8")

    expected = render_security(
        CONTACTS[:1], DAY, None, (course_dir.load().settings.language, "en"), "https://cursus.example/"
    )
    assert expected == text
    assert "Canonical: https://cursus.example/" in text


def test_a_course_of_nobody_has_none(built: Callable[..., Built]) -> None:
    assert not (built("minimal").path / ".well-known").exists()
