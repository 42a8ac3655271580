"""The hall's clock: it begins at the machine's time, or a drill's, and runs on by itself."""

import time
from datetime import datetime, timedelta, tzinfo


def ticks() -> float:
    """Return the seconds since the machine was started, also those in which it slept.

    No correction of the machine's time changes them, and all processes count the same
    (CLOCK_BOOTTIME of clock_gettime(2)).
    """
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class HallClock:
    """The time of the hall, in the plan's time zone.

    It showed `starts_at` at `began` (ticks; now unless given) and runs `rate` times as fast as the
    machine. Without `starts_at` it begins at the machine's time; with it, it is a drill's unless
    that is said not to be so.
    """

    def __init__(
        self,
        zone: tzinfo,
        starts_at: datetime | None = None,
        rate: float = 1.0,
        began: float | None = None,
        drill: bool | None = None,
    ) -> None:
        self.rate = rate
        self.drill = starts_at is not None if drill is None else drill
        self._zone = zone
        self.starts_at = starts_at or self.machine()
        self.began = ticks() if began is None else began

    def begin_after(self, at: datetime) -> None:
        """Move the start to `at`, the end of a journal, if that is later."""
        if at > self.starts_at:
            self.set(at)

    def set(self, at: datetime) -> None:
        """Let it show a time now and run on from there."""
        self.starts_at, self.began = at, ticks()

    def now(self) -> datetime:
        """Return the hall's time, aware, with the plan's offset."""
        passed = timedelta(seconds=self.rate * (ticks() - self.began))
        return (self.starts_at + passed).astimezone(self._zone)

    def machine(self) -> datetime:
        """Return the machine's time, which may be wrong, with the plan's offset."""
        return datetime.now(self._zone)
