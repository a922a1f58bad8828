"""A school's dates as a calendar reads them: by a library that is not what wrote them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from leergang.agenda import render_agenda
from leergang.strings import load_strings

from ..conftest import Built, Check, CourseDir

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def school_dir(showcase_dir: CourseDir) -> CourseDir:
    """The showcase as a school has it."""
    showcase_dir.add_school()
    return showcase_dir


def written(course: CourseDir) -> str:
    return render_agenda(course.load(), load_strings("nl"))


def events(text: str | bytes) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    return {str(event["UID"]).partition(".")[0]: event for event in calendar.walk("VEVENT")}


def test_every_moment_with_a_date_is_in_the_calendar(built_school: Built) -> None:
    found = events((built_school.path / "agenda.ics").read_bytes())

    assert ["les-1", "les-2"] == list(found), "the one without a date isn't there"
    assert date(2027, 1, 4) == found["les-1"].decoded("DTSTART")
    assert date(2027, 1, 5) == found["les-1"].decoded("DTEND")
    assert datetime(2027, 3, 29, 10, 15, tzinfo=AMSTERDAM) == found["les-2"].decoded("DTSTART")
    assert timedelta(minutes=440) == found["les-2"].decoded("DTEND") - found["les-2"].decoded("DTSTART")


def test_texts_come_out_as_they_went_in(built_school: Built) -> None:
    content = (built_school.path / "agenda.ics").read_bytes()
    found = events(content)["les-2"]

    assert b'LOCATION:Zaal "1" <b>\\; bij de oven\\, links\r\n' in content
    assert "Les 2: Brood bakken" == found["SUMMARY"]
    assert 'Zaal "1" <b>; bij de oven, links' == found["LOCATION"]
    assert (
        'Neem\\neen schort & een "mes" mee.\nJe bakt een dag lang.\nMeenemen: een schort, een pot met desem & een doek'
    ) == found["DESCRIPTION"]
    assert "https://bakhuis.example/brood/bakdag.html" == found["URL"]


def test_the_clock_goes_forward_within_the_calendar_itself(school_dir: CourseDir) -> None:
    """The offset is that of the file's own time zone, on either side of a change."""
    school_dir.edit("school/school.yml", "date: 2027-01-04", "date: 2027-03-27\n  start: 10:00")
    zone = (
        icalendar.Calendar.from_ical(written(school_dir).replace("Europe/Amsterdam", "Its/Own"))
        .walk("VTIMEZONE")[0]
        .to_tz()
    )

    for moment in (
        datetime(2027, 3, 27, 10),
        datetime(2027, 3, 29, 10),
        datetime(2027, 10, 30, 12),
        datetime(2027, 11, 1),
    ):
        assert moment.replace(tzinfo=AMSTERDAM).utcoffset() == moment.replace(tzinfo=zone).utcoffset()


def test_a_file_has_the_form_that_calendars_ask_for(school_dir: CourseDir) -> None:
    school_dir.edit("school/school.yml", "place: Thuis", f"date: 2027-04-01\n  place: {'Zaal één, ' * 40}")
    text = written(school_dir)
    lines = text.encode().split(b"\r\n")

    assert b"" == lines[-1]
    assert "\n" not in text.replace("\r\n", "")
    assert 75 >= max(map(len, lines))
    assert [] == [line for line in lines if line != line.decode().encode()], "no letter is cut in two"
    assert ("Zaal één, " * 40).strip() == events(text)["later"]["LOCATION"]
    assert [] == list(icalendar.Calendar.from_ical(text).errors)


def test_a_place_cannot_add_a_line_of_its_own(school_dir: CourseDir) -> None:
    school_dir.edit(
        "school/school.yml", "place: Thuis", 'date: 2027-04-01\n  place: "Thuis\\r\\nATTACH:http://a.example\\tx"'
    )
    found = events(written(school_dir))["later"]

    assert "ATTACH" not in found
    assert "Thuis\nATTACH:http://a.example x" == found["LOCATION"]


def test_the_same_dates_give_the_same_bytes_and_the_same_names(school_dir: CourseDir) -> None:
    before = written(school_dir)
    assert before == written(school_dir)

    school_dir.edit("school/school.yml", "date: 2027-03-29", "date: 2027-03-30")
    after = events(written(school_dir))
    assert [str(event["UID"]) for event in events(before).values()] == [str(event["UID"]) for event in after.values()]
    assert datetime(2027, 3, 30, 10, 15, tzinfo=AMSTERDAM) == after["les-2"].decoded("DTSTART")


def test_a_night_ends_on_the_next_day(school_dir: CourseDir) -> None:
    school_dir.edit("school/school.yml", "start: 10:15", "start: 20:00")

    assert datetime(2027, 3, 30, 3, 20, tzinfo=AMSTERDAM) == events(written(school_dir))["les-2"].decoded("DTEND")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "date: 2027-03-29", "date: 2027-02-30",
            "school/school.yml:20:9: fout[verkeerd-type] hier hoort een dag die bestaat, zoals 2027-01-14",
        ),
        (
            "date: 2027-03-29", "date: 9999-12-31",
            "school/school.yml:20:9: fout[verkeerd-type] hier hoort een dag die bestaat, zoals 2027-01-14",
        ),
        (
            "start: 10:15", "start: 25:15",
            "school/school.yml:21:10: fout[verkeerd-type] hier hoort een tijd met vier cijfers en een dubbele punt, zoals '09:30'",
        ),
        (
            "start: 10:15", "start: 9:30",
            "school/school.yml:21:10: fout[verkeerd-type] hier hoort een tijd met vier cijfers en een dubbele punt, zoals '09:30'",
        ),
        (
            "id: les-2", "id: les-22",
            "school/school.yml:19:7: fout[onbekend-moment] er is geen moment 'les-22'; bedoelde je 'les-2'?",
        ),
        ("id: later", "id: les-1", "school/school.yml:24:7: fout[dubbel-id]"),
    ],
    ids=["date", "far away", "time", "time without a zero", "moment", "twice"],
)  # fmt: skip
def test_a_date_that_cannot_be_is_told_at_its_line(
    old: str, new: str, told: str, school_dir: CourseDir, check: Check
) -> None:
    school_dir.edit("school/school.yml", old, new)

    (line,) = check(school_dir)
    assert line.startswith(told)
