"""Every rule by itself: its example, made in a course without problems, and the one line that is then told, whole."""

import pytest

from leergang.diagnostics import Rule
from leergang.diagnostics.examples import load_examples

from .cases import IN_WORDS, TOLD, Fault, break_rule
from .conftest import Check, CourseDir
from .faults import FAULTS
from .told_of_faults import TOLD_OF_FAULTS


def test_the_course_that_the_cases_edit_has_no_problems(showcase_dir: CourseDir, check: Check) -> None:
    assert [] == check(showcase_dir)


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.value)
def test_a_fault_is_told_once_where_it_stands(rule: Rule, showcase_dir: CourseDir, check: Check) -> None:
    break_rule(rule, showcase_dir)

    assert [TOLD[rule]] == check(showcase_dir, spelling=rule is Rule.SPELLING)


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule not in IN_WORDS], ids=lambda rule: rule.value)
def test_the_right_example_of_a_rule_breaks_none(rule: Rule, showcase_dir: CourseDir, check: Check) -> None:
    example = load_examples()[rule]
    if (showcase_dir.path / example.path).exists():  # the course has it
        assert 1 == showcase_dir.read(example.path).count(example.right)
    else:
        Fault(example.path, "", example.right).make(showcase_dir)
        assert [] == check(showcase_dir)


@pytest.mark.parametrize("name", FAULTS)
def test_what_trainers_do_is_told_once_with_what_to_do(name: str, showcase_dir: CourseDir, check: Check) -> None:
    FAULTS[name].make(showcase_dir)

    assert [TOLD_OF_FAULTS[name]] == check(showcase_dir)
