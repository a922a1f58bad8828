"""When and where a moment of the course is held: what the course says, or the school whose edition it is."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Held:
    """A moment in a calendar; what isn't known is None."""

    date: datetime.date | None = None
    start: str | None = None
    """By the clock, such as 09:30; a date without one is a whole day."""
    minutes: int = 0
    """How long its clock runs."""
    place: str | None = None
    note: str | None = None

    @property
    def end(self) -> str | None:
        """When it ends by the clock."""
        return clock(self.start, self.minutes) if self.start else None

    @property
    def begins(self) -> datetime.datetime | None:
        """Its first minute."""
        if self.date is None or self.start is None:
            return None
        return datetime.datetime.combine(self.date, datetime.time.fromisoformat(self.start))

    @property
    def ends(self) -> datetime.datetime | None:
        """The minute after its last."""
        return self.begins + datetime.timedelta(minutes=self.minutes) if self.begins else None


def clock(start: str, passed: int) -> str:
    """The time so many minutes after `start`, such as 10:05."""
    hours, minutes = divmod((int(start[:2]) * 60 + int(start[3:]) + passed) % (24 * 60), 60)
    return f"{hours:02}:{minutes:02}"
