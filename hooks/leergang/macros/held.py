"""When and where a school has a moment, in words; and `contacts`: whom its participants can ask."""

import datetime
import re
from dataclasses import dataclass

from ..model.held import Held
from ..model.outline import Moment
from ..strings import Strings
from .rendering import PageRendering

_NUMBER = re.compile(r"\(?\+?[0-9][0-9\s().–-]*")
"""A text that is one telephone number and nothing else, as people write it."""
_ABROAD = re.compile(r"\(?(?:\+|00)")
"""How one begins that is written for who calls from abroad: the 0 in +31 (0)6 is for who doesn't."""
_LONGEST = 16
"""How many signs a number has at most: a + and 15 digits (E.164). What has more is two."""


@dataclass(frozen=True)
class HeldRow:
    """A moment of a school, as a reader sees it."""

    day: str
    time: str
    """In words; each empty where it isn't known."""
    datetime: str
    """Both for programs, as HTML's `time` has it; empty without a date."""
    place: str
    note: str


def held_row(page: PageRendering, moment: Moment) -> HeldRow | None:
    """When and where the school has a moment; None where no school says."""
    course = page.course
    if course.school is None or moment.id not in course.school.moments:
        return None
    held, said = course.held(moment), course.school.moments[moment.id]
    shown = held if held.date or said.start else Held(minutes=held.minutes, place=held.place, note=held.note)
    begins = shown.begins.isoformat(timespec="minutes") if shown.begins else str(shown.date or "")
    day, time = _day(shown.date, page.t) if shown.date else "", _time(shown, page.t) if shown.start else ""
    return HeldRow(day, time, begins, shown.place or "", shown.note or "")


def _day(date: datetime.date, t: Strings) -> str:
    weekday, month = t("held.weekdays").split()[date.weekday()], t("held.months").split()[date.month - 1]
    return t("held.day", weekday=weekday, day=date.day, month=month, year=date.year)


def _time(held: Held, t: Strings) -> str:
    start, end = (t("held.clock", hours=time[:2], minutes=time[3:]) if time else "" for time in (held.start, held.end))
    return t("held.span", start=start, end=end) if held.minutes else t("held.from", start=start)


def contacts(page: PageRendering) -> str:
    """Whom a school's participants can ask, under a heading; nothing at all where no school says."""
    found = page.course.school.file.contacts if page.course.school else ()
    if not found:
        return ""
    level = page.next_level("contacts")
    heading = page.heading(level, page.t("contacts.title"), "contact")
    rows = [(contact, _dialled(contact.phone or "")) for contact in found]
    return f"{heading}\n\n{page.render('contacts', rows=rows)}"


def _dialled(phone: str) -> str:
    """The number that a telephone calls; empty where a text isn't one number, so that nobody is called by mistake."""
    abroad = _ABROAD.match(phone)
    number = phone.replace("(0)", "") if abroad else phone
    called = re.sub(r"[^+0-9]", "", number)
    good = _NUMBER.fullmatch(number) and len(called) <= _LONGEST and not (abroad and "(0" in number)
    return called if good else ""
