"""Two tabs through random sequences of what people do, against a simple reference: no confirmed answer is ever lost."""

import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from .conftest import serve
from .tabs import OpenTab, Tab
from .test_answers import FILL_UP, FREE, KEY

FIELDS = ("ergernis", "gesprek-openen")
PAGES = ("tools/werkbladen/teamnormen.html", "modules/veranderkunde/cultuur-van-samenwerking.html")
SEQUENCES, STEPS, PARTS = 200, 6, 20
WAIT = 90
"""Seconds; a browser tells one tab of another a little later, and much later while it puts megabytes on a busy disk."""

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
HAS_ROOM = "() => !Object.keys(localStorage).some(key => key.startsWith('vol'))"
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

    def __init__(self, open_tab: OpenTab, address: str, seed: int) -> None:
        self.open_tab, self.address = open_tab, address
        self.random = random.Random(seed)  # noqa: S311 - to repeat, not to hide
        self.tabs = [self._open(), self._open()]
        self.reference = Reference()
        self.seen: tuple[Any, Any] = None, None
        self.count = 0

    def _open(self, *, storage: bool = True) -> Tab:
        return self.open_tab(f"{self.address}/{PAGES[0]}", storage=storage)

    def _text(self) -> str:
        self.count += 1
        return f'Tekst {self.count}, "zo" <b>&amp;</b> {"x" * self.random.randint(0, 30)}'

    def start(self) -> None:
        """A browser without answers."""
        self.erase()
        self.check()

    def any_tab(self) -> Tab:
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
        self.any_tab().goto(f"{self.address}/{self.random.choice(PAGES)}", wait_until="domcontentloaded")

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
                leergang.store.undoable(() => leergang.store.erase(name => name.id === 'teamnormen', false))?.();
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
        assert _comes_true(lambda: all(one.evaluate(HAS_ROOM) for one in self.tabs))
        text = self._text()
        tab.evaluate(TYPE, [name, text])
        tab.evaluate(LEAVE)
        assert "saved" == tab.evaluate(STATUS), tab.evaluate(
            "() => Object.entries(localStorage).map(([k, v]) => [k, v.length])"
        )
        self.reference.type(name, text)

    def forbid_storage(self) -> None:
        """A tab in which nothing can be kept says so, and takes nothing away from the others."""
        tab = self._open(storage=False)
        tab.evaluate(TYPE, [self.any_field(), self._text()])
        tab.evaluate(LEAVE)
        assert "blocked" == tab.evaluate(STATUS)
        tab.close()

    def ask_in_other_words(self) -> None:
        tab, name = self.any_tab(), self.any_field()
        tab.evaluate(
            f"name => {{ {FORM}.querySelector(`[data-field=\"${{name}}\"] [data-question]`).textContent = 'Anders gevraagd'; }}",
            name,
        )

    def _see(self) -> tuple[Any, Any]:
        first, second = (tab.evaluate(SEEN, [KEY, FIELDS]) for tab in self.tabs)
        return first, second

    def _agrees(self) -> bool:
        first, second = self.seen = self._see()
        return first == second and self._holds(first["values"]) and first["shown"] == _answers(first["values"])

    def settle(self) -> dict[str, Any]:
        """What both tabs agree is stored, and show; looked at once, since a tab may still be told of what came between."""
        _comes_true(self._agrees)
        first, second = self.seen
        assert first == second
        assert first["shown"] == _answers(first["values"])
        values: dict[str, Any] = first["values"]
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


def _comes_true(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + WAIT
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(0.01)
    return held


def _answers(values: dict[str, Any]) -> list[str]:
    return [_answer(values, name) for name in FIELDS]


def _answer(values: dict[str, Any], name: str) -> str:
    return str(values.get(name, {}).get("value", ""))


STEP_KINDS: tuple[Callable[[Reader], None], ...] = (
    Reader.type, Reader.type, Reader.type, Reader.type_in_both, Reader.type_in_both, Reader.reload, Reader.reopen,
    Reader.go_to_another_page, Reader.bring_back_an_older_copy, Reader.erase_and_undo, Reader.erase, Reader.run_out_of_room,
    Reader.forbid_storage, Reader.ask_in_other_words,
)  # fmt: skip


@pytest.fixture(scope="session")
def addresses(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """As files, and from a server: Firefox then gives each tab a process of its own.

    The theme is left out, which takes longer to start than everything that is tested here; and so is the service worker,
    of which a Firefox without storage complains.
    """
    bare = tmp_path_factory.mktemp("bare") / "site"
    shutil.copytree(site, bare)
    for path in [*bare.rglob("bundle.*.js"), *bare.rglob("offline.js"), *bare.rglob("*.css")]:
        path.write_text("", encoding="utf-8")
    for path in [bare / name for name in PAGES]:  # our scripts are files; one in the page is the theme's
        path.write_text(re.sub(r"<script>.*?</script>", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    with serve(bare) as server:
        yield bare.as_uri(), server


@pytest.mark.parametrize("part", range(PARTS))
def test_no_confirmed_answer_is_lost_whatever_two_tabs_do(
    part: int, open_tab: OpenTab, addresses: tuple[str, str]
) -> None:
    reader = Reader(open_tab, addresses[part % 2], part)
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


def test_what_two_tabs_write_in_the_same_millisecond_is_kept_too(open_tab: OpenTab, addresses: tuple[str, str]) -> None:
    reader = Reader(open_tab, addresses[1], 0)
    reader.start()
    for tab in reader.tabs:
        tab.evaluate("() => { Date.now = () => 1_900_000_000_000; }")
    for _ in range(10):
        reader.type_in_both()
        reader.check()
