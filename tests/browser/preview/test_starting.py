"""A preview starts on whatever there is, tells what is wrong wherever it is, lives on, and leaves nothing behind."""

import signal
import socket
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ...conftest import CourseDir
from .conftest import Preview, until

WRONG = '{{ worksheet("deegpaln") }}'
TOLD = "er is geen werkblad 'deegpaln'; bedoelde je 'deegplan'?"


def test_a_course_with_a_mistake_is_told_and_comes_up_when_mended(
    writing: CourseDir, start: Callable[..., Preview], page: Page
) -> None:
    good = writing.read("docs/bakdag.md")
    writing.add("docs/bakdag.md", f"\n{WRONG}\n")
    preview = start()
    page.goto(preview.address)

    expect(page.get_by_text("Er is nog geen pagina om te laten zien.")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_text("1 fout.")
    expect(page.get_by_text(TOLD)).to_be_visible()
    until(lambda: f"fout[onbekend-werkblad] {TOLD}" in preview.said())
    writing.write("docs/bakdag.md", good)

    expect(page.locator("h1")).to_have_text("Brood bakken")
    expect(page.get_by_role("alert")).to_have_count(0)


BROKEN = {
    "the configuration is no YAML": ("mkdocs.yml", "nav:\n", "nav: [\n", "de instellingen kloppen niet: dit is hier niet te lezen", "mkdocs.yml regel 16"),
    "the configuration names no course": ("mkdocs.yml", "course: brood-bakken", "naam: brood", "hier ontbreekt het id van de cursus", "mkdocs.yml regel"),
    "the configuration has an unknown theme": ("mkdocs.yml", "name: material", "name: materiaal", "Unrecognised theme name", "mkdocs.yml"),
    "a template of ours": ("overrides/components/keypoints.html", "{% endfor %}", "", "een sjabloon werkt niet: ", "overrides/components/keypoints.html regel"),
    "a template of the theme": ("overrides/main.html", "{% block styles %}", "{% block styles %}{{ 1 / 0 }}", "een sjabloon werkt niet: ZeroDivisionError", "overrides/main.html regel"),
    "macros that Python can't read": ("hooks/macros.py", "def define_env(", "def define_env((", "de code van de site werkt niet: SyntaxError", "hooks/macros.py regel"),
    "events that fail": ("hooks/events.py", "    return files\n", "    return files.none\n", "de code van de site werkt niet: AttributeError", "hooks/events.py regel"),
    "the package itself": ("hooks/leergang/diagnostics/formats.py", "import json\n", "import jsn\n", "de code van de site werkt niet: ModuleNotFoundError", "hooks/leergang/diagnostics/formats.py regel"),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_what_else_is_wrong_is_told_with_its_file_and_ends_nothing(
    writing: CourseDir, preview: Preview, page: Page, broken: str
) -> None:
    name, old, new, told, place = BROKEN[broken]
    page.goto(preview.address)
    expect(page.locator("h1")).to_have_text("Brood bakken")
    good = writing.read(name)
    until(preview.is_ready)
    writing.write(name, good.replace(old, new, 1))

    expect(page.get_by_role("alert")).to_contain_text("Je ziet de laatste goede versie.")
    first = page.locator("li.error").first
    expect(first).to_contain_text(told)
    expect(first).to_contain_text(place)
    assert preview.process.poll() is None
    writing.write(name, good)

    expect(page.get_by_role("alert")).to_have_count(0)
    writing.add("docs/index.md", "\nEn verder.\n")
    expect(page.locator("article")).to_contain_text("En verder.")


def test_a_macro_that_fails_is_told(writing: CourseDir, preview: Preview, page: Page) -> None:
    page.goto(preview.address)
    expect(page.locator("h1")).to_have_text("Brood bakken")
    writing.edit("hooks/macros.py", "env.macro(function, name)", "env.macro(lambda *a, **k: 1 / 0, name)")

    expect(page.locator("li.error").first).to_contain_text(
        "de code van de site werkt niet: ZeroDivisionError: division by zero"
    )
    expect(page.locator("li.error").first).to_contain_text("hooks/macros.py regel")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_at_once_and_leaves_nothing(preview: Preview, page: Page, number: signal.Signals) -> None:
    page.goto(preview.address)
    expect(page.locator("h1")).to_have_text("Brood bakken")
    until(preview.children)
    page.goto("about:blank")

    assert 0 == preview.stop(number)
    assert [] == preview.children()
    assert [] == list(preview.temporary.iterdir())
    assert "De voorvertoning is gestopt." == preview.said().splitlines()[-1]
    assert "Traceback" not in preview.said()


def test_it_stops_in_the_middle_of_a_build_too(preview: Preview) -> None:
    assert 0 == preview.stop()
    assert [] == preview.children()


def test_what_it_started_ends_when_it_is_killed(preview: Preview) -> None:
    until(lambda: "ververst" in preview.said())
    preview.stop(signal.SIGKILL)

    until(lambda: not preview.children())


def test_a_port_in_use_is_said_and_another_is_taken(start: Callable[..., Preview]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = start("--port", str(port))

        assert f"Poort {port} is al in gebruik, dus het wordt een andere." in preview.said()
        assert f":{port}/" not in preview.address


def test_a_host_that_is_not_this_computer_is_a_wrong_call(start: Callable[..., Preview]) -> None:
    preview = start("--host", "203.0.113.1")

    assert 2 == preview.process.wait(timeout=60)
    assert "De voorvertoning kan niet beginnen op 203.0.113.1, poort 0" in preview.said()


def test_a_page_says_when_the_preview_is_gone_and_goes_on_when_it_is_back(
    writing: CourseDir, preview: Preview, start: Callable[..., Preview], page: Page, complaints: list[str]
) -> None:
    page.goto(preview.address)
    expect(page.locator("h1")).to_have_text("Brood bakken")
    port = preview.address.split(":")[2].strip("/")
    preview.stop()
    expect(page.get_by_text("De voorvertoning is gestopt.")).to_be_visible()
    writing.add("docs/index.md", "\nIntussen geschreven.\n")
    start("--port", port)

    expect(page.locator("article")).to_contain_text("Intussen geschreven.")
    complaints.clear()  # of what was asked for while it was gone


def test_a_page_says_so_too_when_the_preview_was_gone_before_it_could_ask(
    preview: Preview, page: Page, complaints: list[str]
) -> None:
    page.route("**/.leergang/state*", lambda route: route.abort())
    page.goto(preview.address)

    expect(page.get_by_text("De voorvertoning is gestopt.")).to_be_visible()
    complaints.clear()
