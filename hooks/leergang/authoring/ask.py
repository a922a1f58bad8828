"""Asking a trainer for what a new thing needs, one question at a time."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import click

from ..model import Course
from ..strings import Strings
from .write import RefusedError


@dataclass
class Asking:
    """A conversation: the course that it is about, and what has been answered."""

    course: Course
    strings: Strings
    answers: dict[str, Any] = field(default_factory=dict)

    def refuse(self, key: str, **values: object) -> RefusedError:
        """The reason why an answer can't be used, for a reader of answers to raise."""
        return RefusedError(self.strings(f"refused.{key}", **values))


Read = Callable[[Asking, str], Any]
"""What an answer means.

Raises:
    RefusedError: it can't be used; the text says why.
"""


@dataclass(frozen=True)
class Question:
    """One thing to ask for. Its words are `ask.<words>` in strings/."""

    name: str
    """Of its option, and of its answer."""
    words: str
    read: Read
    usual: Callable[[Asking], str] | None = None
    """What an empty answer stands for; None where there has to be one."""
    choices: Callable[[Asking], Mapping[str, str]] | None = None
    """What there is to choose from: ids with what they stand for."""
    many: bool = False
    """Whether its option may be given more than once."""
    asked: Callable[[Asking], bool] = lambda asking: True
    """Whether this question comes up at all, after the answers before it."""
    help: str = ""
    """Of its option."""


def ask_all(questions: tuple[Question, ...], given: Mapping[str, Any], asking: Asking) -> None:
    """Fill in `asking.answers`, from options where they are given and by asking where not.

    Once every option that has to be there is there, the others get their usual values and nothing is asked.

    Raises:
        RefusedError: nobody is there to answer.
    """
    told = all(given.get(question.name) for question in questions if question.usual is None)
    for question in questions:
        if not question.asked(asking):
            continue
        written = given.get(question.name)
        if not written and told and question.usual:
            written = question.usual(asking)
            asking.answers[question.name] = question.read(asking, written)
        elif written:
            answer = "".join(f"{part}\n" for part in written) if isinstance(written, tuple) else written
            asking.answers[question.name] = _read(question, asking, answer)
        else:
            asking.answers[question.name] = _ask(question, asking)


def _read(question: Question, asking: Asking, answer: str) -> Any:
    """What the answer in an option means; one that can't be used is asked for again."""
    try:
        return question.read(asking, answer)
    except RefusedError as error:
        if not sys.stdin.isatty():
            raise RefusedError(f"--{question.name}: {error}") from error
        click.echo(f"--{question.name}: {error}")
        return _ask(question, asking)


def _ask(question: Question, asking: Asking) -> Any:
    usual = question.usual(asking) if question.usual else ""
    click.echo()
    click.secho(asking.strings(f"ask.{question.words}"), bold=True)
    choices = question.choices(asking) if question.choices else {}
    for number, words in enumerate(choices.values(), 1):
        click.echo(f"  {number}. {words}")
    shown = choices.get(usual, usual)
    while True:
        try:
            answer = click.prompt(f"[{shown}]" if shown else "", default="", show_default=False, prompt_suffix="> ")
        except click.Abort as error:
            raise RefusedError(asking.strings("authoring.no-answer", option=question.name)) from error
        if not answer.strip() and not usual and question.usual is None:
            click.echo(asking.strings("refused.empty"))
            continue
        try:
            return question.read(asking, answer.strip() or usual)
        except RefusedError as error:
            click.echo(str(error))
