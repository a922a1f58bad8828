"""agenda.ics: a school's dates, to put in a calendar. Source: RFC 5545, https://www.rfc-editor.org/rfc/rfc5545.

Written here and not by a library: what is needed of the format is on this page, the library weighs more than the rest
of leergang together, and takes the rules of summer time from the machine, where a site must be the same on each.
"""

import datetime
import re
from collections.abc import Iterator

from .metadata.addresses import address_of
from .model import Course
from .model.held import Held
from .model.outline import Moment
from .strings import Strings

AGENDA = "agenda.ics"
"""At the site's root."""
ZONE = "Europe/Amsterdam"
STAMP = "19800101T000000Z"
"""When each event was written, says the format; a site holds no clock."""
_WIDTH = 75
"""Bytes that a line may have."""
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_OPENING = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//leergang//agenda//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE"""
"""The European Union's summer time, as it has been since 1996."""


def render_agenda(course: Course, strings: Strings) -> str:
    """The text of the file: an event for each moment of the course that has a date."""
    dated = [(course.moments[name], held) for name, held in course.dated.items()]
    events = [line for moment, held in dated for line in _event(course, moment, held, strings)]
    title = f"X-WR-CALNAME:{_text(course.title)}"
    lines = [*_OPENING, title, *_ZONE.split("\n"), *events, "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(course: Course, moment: Moment, held: Held, strings: Strings) -> Iterator[str]:
    school = course.school.file.id if course.school else ""
    bring = f"{strings('programme.bring')}: {', '.join(moment.bring)}" if moment.bring else ""
    about = "\n".join(text for text in (held.note, moment.text, bring) if text)
    address = address_of(course.settings, moment.page or "index.md")
    yield "BEGIN:VEVENT"
    yield f"UID:{moment.id}.{school}.{course.settings.course}@leergang"  # a later version changes it, and adds none
    yield f"DTSTAMP:{STAMP}"
    yield from _span(held)
    yield f"SUMMARY:{_text(f'{moment.title}: {course.title}')}"
    if held.place:
        yield f"LOCATION:{_text(held.place)}"
    if about:
        yield f"DESCRIPTION:{_text(about)}"
    if address:
        yield f"URL:{address}"
    yield "END:VEVENT"


def _span(held: Held) -> Iterator[str]:
    if held.begins and held.ends:
        yield f"DTSTART;TZID={ZONE}:{held.begins:%Y%m%dT%H%M%S}"
        if held.minutes:  # an end that is the beginning is none
            yield f"DTEND;TZID={ZONE}:{held.ends:%Y%m%dT%H%M%S}"
    elif held.date:
        yield f"DTSTART;VALUE=DATE:{held.date:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{held.date + datetime.timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"  # nobody is busy all of that day


def _text(value: str) -> str:
    """Any text as the value of a property."""
    seen = _UNSEEN.sub(" ", value.replace("\r\n", "\n"))
    return re.sub(r"([\\,;])", r"\\\1", seen).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces that are short enough, none of which ends within a letter."""
    pieces, piece, width = [], "", 0
    for sign in line:
        size = len(sign.encode())
        if width + size > _WIDTH:
            pieces.append(piece)
            piece, width = "", 1  # the space before what goes on
        piece, width = piece + sign, width + size
    return "\r\n ".join([*pieces, piece])
