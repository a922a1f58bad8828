"""What an author may write (pages/language.py) is what each macro takes."""

import inspect

import pytest

from leergang.macros import FUNCTIONS
from leergang.pages.language import MACROS


def test_every_macro_that_authors_know_is_there_and_no_other() -> None:
    assert sorted(MACROS) == sorted(FUNCTIONS)


@pytest.mark.parametrize("name", MACROS)
def test_a_macro_takes_what_its_description_says(name: str) -> None:
    _page, *parameters = inspect.signature(FUNCTIONS[name]).parameters.values()
    takes_body = [parameter.name for parameter in parameters if parameter.name == "caller"]
    taken = [parameter for parameter in parameters if parameter.name != "caller"]

    assert list(MACROS[name].arguments) == [parameter.name for parameter in taken]
    assert MACROS[name].required == sum(parameter.default is inspect.Parameter.empty for parameter in taken)
    assert MACROS[name].body == bool(takes_body)


@pytest.mark.parametrize("name", MACROS)
def test_a_macro_says_what_its_caller_gets(name: str) -> None:
    assert (FUNCTIONS[name].__doc__ or "").endswith(".")
