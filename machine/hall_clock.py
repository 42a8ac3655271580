"""The hall's clock: the real time, or a drill's."""

import time
from datetime import datetime, timedelta, tzinfo


class HallClock:
    """The time of the hall, in the plan's time zone.

    With `starts_at` it is a drill's: it starts there and runs `rate` times as fast as real time;
    `began` is when (now unless given), in seconds of the monotonic clock, which is the same in all
    processes.
    """

    def __init__(
        self,
        zone: tzinfo,
        starts_at: datetime | None = None,
        rate: float = 1.0,
        began: float | None = None,
    ) -> None:
        self.rate, self.starts_at = rate, starts_at
        self.began = time.monotonic() if began is None else began
        self._zone = zone

    @property
    def drill(self) -> bool:
        """Whether this is a drill's clock."""
        return self.starts_at is not None

    def begin_after(self, at: datetime) -> None:
        """Move a drill's start to `at`, the end of its journal, if that is later."""
        if self.starts_at is not None and at > self.starts_at:
            self.starts_at, self.began = at, time.monotonic()

    def now(self) -> datetime:
        """Return the hall's time, aware, with the plan's offset."""
        if self.starts_at is None:
            return datetime.now(self._zone)
        return self.starts_at + timedelta(seconds=self.rate * (time.monotonic() - self.began))
