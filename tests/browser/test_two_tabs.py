"""Two tabs through random sequences of what people do, against a simple reference: no confirmed answer is ever lost."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from .test_answers import FILL_UP, FREE, KEY

FIELDS = ("ergernis", "gesprek-openen")
PAGES = ("tools/werkbladen/teamnormen.html", "modules/veranderkunde/cultuur-van-samenwerking.html")
SEQUENCES, STEPS, PARTS = 200, 8, 20

FORM = "document.querySelector('course-worksheet[data-id=teamnormen] form')"
TYPE = f"""([name, text]) => {{
    const control = {FORM}.querySelector(`[name="${{name}}"]`);
    control.value = text;
    control.dispatchEvent(new Event('input', {{bubbles: true}}));
}}"""
LEAVE = "() => dispatchEvent(new Event('pagehide'))"
STATUS = f"() => {FORM}.querySelector('.c-answers__status').dataset.outcome"
SEEN = f"""([key, names]) => ({{
    values: JSON.parse(localStorage.getItem(key))?.values ?? {{}},
    shown: names.map(name => {FORM}.querySelector(`[name="${{name}}"]`).value),
}})"""
NAME = {"kind": "worksheet", "id": "teamnormen", "round": "dag-1"}


@dataclass
class Reference:
    """What must be there: of each field the answer, and the texts that must be kept with it."""

    answer: dict[str, str] = field(default_factory=dict)
    kept: dict[str, set[str]] = field(default_factory=dict)

    def type(self, name: str, text: str) -> None:
        self.answer[name] = text

    def clash(self, name: str, texts: set[str]) -> None:
        """One of the texts is the answer, the others are kept; which, the clock decides."""
        self.answer[name] = ""
        self.kept.setdefault(name, set()).update(texts)


class Reader:
    """A person with two tabs of the same worksheet."""

    def __init__(self, context: BrowserContext, site: Path, seed: int) -> None:
        self.context, self.site, self.random = context, site, random.Random(seed)  # noqa: S311 - to repeat, not to hide
        for name in (
            "**/bundle.*.js",
            "**/*.css",
        ):  # the theme takes longer to start than everything that is tested here
            context.route(name, lambda route: route.fulfill(body=""))
        self.tabs = [self._open(), self._open()]
        self.reference = Reference()
        self.count = 0

    def _open(self) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.site.as_uri()}/{PAGES[0]}", wait_until="domcontentloaded")
        return page

    def _text(self) -> str:
        self.count += 1
        return f'Tekst {self.count}, "zo" <b>&amp;</b> {"x" * self.random.randint(0, 30)}'

    def start(self) -> None:
        """A browser without answers."""
        self.erase()
        self.check()

    def any_tab(self) -> Page:
        return self.random.choice(self.tabs)

    def any_field(self) -> str:
        return self.random.choice(FIELDS)

    def type(self) -> None:
        tab, name, text = self.any_tab(), self.any_field(), self._text()
        tab.evaluate(TYPE, [name, text])
        tab.evaluate(LEAVE)
        assert "saved" == tab.evaluate(STATUS)
        self.reference.type(name, text)

    def type_in_both(self) -> None:
        name, texts = self.any_field(), [self._text(), self._text()]
        for tab, text in zip(self.tabs, texts, strict=True):
            tab.evaluate(TYPE, [name, text])
        for tab in self.random.sample(self.tabs, 2):
            tab.evaluate(LEAVE)
        self.reference.clash(name, set(texts))

    def reload(self) -> None:
        self.any_tab().reload(wait_until="domcontentloaded")

    def reopen(self) -> None:
        number = self.random.randint(0, 1)
        self.tabs[number].close()
        self.tabs[number] = self._open()

    def go_to_another_page(self) -> None:
        self.any_tab().goto(f"{self.site.as_uri()}/{self.random.choice(PAGES)}", wait_until="domcontentloaded")

    def bring_back_an_older_copy(self) -> None:
        name, text = self.any_field(), self._text()
        old = {name: {"value": text, "updated": f"{2020 - self.count}-01-01T00:00:00.000Z", "asked": "Vroeger"}}
        taken = self.any_tab().evaluate("([name, values]) => leergang.store.take(name, values)", [NAME, old])
        assert taken
        if self.reference.answer.get(name):
            self.reference.kept.setdefault(name, set()).add(text)
        else:
            self.reference.answer[name] = text

    def erase_and_undo(self) -> None:
        self.any_tab().evaluate(
            """() => {
                const before = leergang.store.snapshot();
                leergang.store.erase(name => name.id === 'teamnormen', false);
                leergang.store.restore(before);
            }"""
        )

    def erase(self) -> None:
        self.any_tab().evaluate("() => leergang.store.erase(name => name.id === 'teamnormen', false)")
        self.reference = Reference()

    def run_out_of_room(self) -> None:
        tab, name = self.any_tab(), self.any_field()
        tab.evaluate(FILL_UP)
        tab.evaluate(TYPE, [name, self._text() + " en nog wat" * 30])
        tab.evaluate(LEAVE)
        assert "full" == tab.evaluate(STATUS)
        tab.evaluate(FREE)
        for one in self.tabs:  # a browser tells the other tab a little later that there is room
            one.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('vol'))", polling=10)
        text = self._text()
        tab.evaluate(TYPE, [name, text])
        tab.evaluate(LEAVE)
        assert "saved" == tab.evaluate(STATUS), tab.evaluate(
            "() => Object.entries(localStorage).map(([k, v]) => [k, v.length])"
        )
        self.reference.type(name, text)

    def ask_in_other_words(self) -> None:
        tab, name = self.any_tab(), self.any_field()
        tab.evaluate(
            f"name => {{ {FORM}.querySelector(`[data-field=\"${{name}}\"] [data-question]`).textContent = 'Anders gevraagd'; }}",
            name,
        )

    def settle(self) -> dict[str, Any]:
        """What both tabs agree is stored, and show; a browser tells one tab of another a little later."""
        for _ in range(200):
            first, second = (tab.evaluate(SEEN, [KEY, FIELDS]) for tab in self.tabs)
            values = first["values"]
            if first == second and self._holds(values) and first["shown"] == [_answer(values, name) for name in FIELDS]:
                break
            self.tabs[0].wait_for_timeout(10)
        assert first == second
        assert first["shown"] == [_answer(values, name) for name in FIELDS]
        return values

    def _holds(self, values: dict[str, Any]) -> bool:
        answers = {name: _answer(values, name) for name in FIELDS}
        texts = {
            name: {answers[name], *(one["value"] for one in values.get(name, {}).get("kept", []))} for name in FIELDS
        }
        return all(
            self.reference.answer.get(name, "") in ("", answers[name])
            and self.reference.kept.get(name, set()) <= texts[name]
            for name in FIELDS
        )

    def check(self) -> None:
        values = self.settle()
        assert self._holds(values), (values, self.reference)
        for name in FIELDS:
            self.reference.answer[name] = _answer(values, name)
            self.reference.kept.get(name, set()).discard(self.reference.answer[name])  # seen: it may be written over


def _answer(values: dict[str, Any], name: str) -> str:
    return str(values.get(name, {}).get("value", ""))


STEP_KINDS: tuple[Callable[[Reader], None], ...] = (
    Reader.type, Reader.type, Reader.type, Reader.type_in_both, Reader.type_in_both, Reader.reload, Reader.reopen,
    Reader.go_to_another_page, Reader.bring_back_an_older_copy, Reader.erase_and_undo, Reader.erase, Reader.run_out_of_room,
    Reader.ask_in_other_words,
)  # fmt: skip


@pytest.mark.parametrize("part", range(PARTS))
def test_no_confirmed_answer_is_lost_whatever_two_tabs_do(part: int, context: BrowserContext, site: Path) -> None:
    reader = Reader(context, site, part)
    for _ in range(SEQUENCES // PARTS):
        reader.start()
        done = []
        for _ in range(STEPS):
            step = reader.random.choice(STEP_KINDS)
            done.append(step.__name__)
            step(reader)
            try:
                reader.check()
            except Exception as error:
                raise AssertionError(f"after {', '.join(done)}") from error
