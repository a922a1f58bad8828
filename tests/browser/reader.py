"""What a reader of the workbook has and does: answers from before, a view, a file in and a file out."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from .test_answers import COURSE, answer

WORKBOOK = "mijn-werkboek.html"
MORNING = datetime(2026, 11, 26, 9, 33)
"""Three minutes after day 1 should have begun."""

Answers = dict[str, dict[str, dict[str, Any]]]
"""What is stored, by the last parts of its key and by field: `worksheet:teamnormen:dag-1`, `ergernis`."""


def remember(page: Page, root: str, answers: Answers, course: str = COURSE) -> None:
    """Put answers from before in the browser."""
    # Whatever shares the site's storage will do; of a server, a browser asks an icon for what is no page.
    page.goto(f"{root}/{'assets/javascripts/records.js' if root.startswith('file:') else 'index.html'}")
    pairs = [
        [f"leergang:{course}:{key}", json.dumps({"version": 1, "values": values})] for key, values in answers.items()
    ]
    page.evaluate("pairs => pairs.forEach(pair => localStorage.setItem(...pair))", pairs)


def open_workbook(page: Page, root: str, view: str = "") -> None:
    """Go to the workbook, and choose what it shows."""
    page.goto(f"{root}/{WORKBOOK}")
    if view:
        page.get_by_label("Laat zien").select_option(view)


def stop_the_clock(page: Page) -> None:
    """Nothing that waits goes on in the pages that are opened from now on, until a test says so."""
    page.clock.install(time=MORNING)
    page.clock.pause_at(MORNING + timedelta(seconds=1))


def document(page: Page) -> Locator:
    """The answers as a document."""
    return page.locator("[data-part=document]")


def item(page: Page, title: str) -> Locator:
    """What stands below the title of a worksheet or prompt in the document."""
    return (
        document(page)
        .locator(".c-document__item")
        .filter(has=page.locator(f"h3:text-is({json.dumps(title, ensure_ascii=False)})"))
    )


def message(page: Page) -> Locator:
    """What the workbook says of what was just done."""
    return page.locator("[data-part=message]")


def everything(page: Page) -> dict[str, str]:
    """All that the browser keeps."""
    found: dict[str, str] = page.evaluate("() => ({...localStorage})")
    return found


def saved_by(page: Page, button: str) -> tuple[str, dict[str, Any]]:
    """The name and the contents of the file that a button gives."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button, exact=True).first.click()
    return started.value.suggested_filename, json.loads(Path(started.value.path()).read_text(encoding="utf-8"))


def shared_file(answers: Answers, **other: Any) -> dict[str, Any]:
    """Answers as a file for someone else."""
    items = [
        dict(zip(("kind", "id", "round"), key.split(":"), strict=True)) | {"values": values}
        for key, values in answers.items()
    ]
    return {
        "format": "leergang-answers", "version": 1, "course": COURSE, "exported": "2026-03-01T12:00:00.000Z",
        "shared": True, "answers": items, **other,
    }  # fmt: skip


def choose(page: Page, content: Any) -> None:
    """Open a file in the workbook."""
    raw = json.dumps(content).encode()
    page.locator("[data-part=file]").set_input_files(
        {"name": "kopie.json", "mimeType": "application/json", "buffer": raw}
    )


NORMS = "worksheet:teamnormen:dag-1"
START = "worksheet:startfoto:voor-dag-1"
WEAKEST = "Welk van de drie grote ideeën is bij jullie het zwakst: leren, gezamenlijkheid of resultaat? Waaruit maak je dat op?"

WRITTEN: Answers = {
    START: {
        "leren": answer({"doelen-helder": "4", "hulp-op-tijd": "2"}, "Focus op leren", "2026-09-02T10:00:00.000Z"),
        "ervaring": answer("eerste-stappen", "Onze ervaring met een PLG", "2026-09-01T10:00:00.000Z"),
        "school": answer("Een school in Noord", "Hoe heet je school?", "2026-09-01T10:00:00.000Z"),
        "datum": answer("2026-09-14", "Datum", "2026-09-01T10:00:00.000Z"),
    },
    NORMS: {
        "ergernis": answer(
            "We beginnen te laat.", "Waar stoor je je aan in eerder overleg?", "2026-10-05T10:00:00.000Z"
        ),
        "normen": answer(
            [
                {"norm": "We beginnen op tijd.\nEn we stoppen op tijd.", "steun": "5"},
                {"norm": "We praten met het café erbij.", "zichtbaar": "Koffie"},
            ],
            "Onze normen",
            "2026-10-05T10:00:00.000Z",
        ),
        "herziening": answer("week 45", "Wanneer bekijken we de normen opnieuw?", "2026-10-05T10:00:00.000Z"),
        "verdwenen-vraag": answer("Toch bewaard.", "Wat vroegen we hier ooit?", "2026-10-05T10:00:00.000Z"),
    },
    "worksheet:monitor:2026-11-10": {
        "bijeenkomsten": answer(
            [{"datum": "2026-11-03", "vraag": "hoe-weten", "nagekomen": "deels"}],
            "Onze bijeenkomsten van de afgelopen maand",
            "2026-11-10T10:00:00.000Z",
        ),
        "belemmering": answer("Ziekte", "Onze grootste belemmering", "2026-11-10T10:00:00.000Z"),
    },
    "worksheet:monitor:2026-10-10": {
        "belemmering": answer("Het rooster", "Onze grootste belemmering", "2026-10-10T10:00:00.000Z"),
    },
    "reflection:zwakste-idee:voor-dag-1": {
        "zwakste-idee": answer("Resultaat.", WEAKEST, "2026-09-03T10:00:00.000Z"),
    },
    "reflection:zwakste-idee:coaching": {
        "zwakste-idee": answer("Leren.", WEAKEST, "2026-11-20T10:00:00.000Z"),
    },
    "worksheet:verdwenen:dag-9": {
        "vraag": answer("Mijn antwoord.", "Een vraag van toen", "2026-08-01T10:00:00.000Z"),
    },
}
"""Something of every kind: before day 1 to coaching, months, a question that changed and what isn't asked any more."""
