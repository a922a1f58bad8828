"""Every rule by itself: one edit of a course without problems (cases.py), and the one line that is then told, whole."""

import pytest

from leergang.diagnostics import Rule

from .cases import CASES
from .conftest import Check, CourseDir


def test_the_course_that_the_cases_edit_has_no_problems(showcase_dir: CourseDir, check: Check) -> None:
    assert [] == check(showcase_dir)


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.value)
def test_a_fault_is_told_once_where_it_stands(rule: Rule, showcase_dir: CourseDir, check: Check) -> None:
    case = CASES[rule]
    if case.new is None:
        showcase_dir.remove(case.file)
        showcase_dir.edit("mkdocs.yml", f"      - {case.file.removeprefix('docs/')}\n", "")
    elif case.old:
        showcase_dir.edit(case.file, case.old, str(case.new))
    else:
        showcase_dir.write(case.file, case.new)

    assert [case.line] == check(showcase_dir, spelling=rule is Rule.SPELLING)
