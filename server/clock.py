"""The hall's clock: the real time, or a rehearsal's."""

import time
from datetime import datetime, timedelta, tzinfo


class HallClock:
    """Tells the hall's time with the plan's offset.

    With `starts_at` it starts there and runs on, `rate` seconds for each of the machine's.
    """

    def __init__(self, zone: tzinfo, starts_at: datetime | None = None, rate: float = 1.0) -> None:
        self.rate = rate
        self._zone = zone
        self._starts_at = starts_at
        self._began = time.monotonic()

    @property
    def drill(self) -> bool:
        """Whether this is a rehearsal's clock."""
        return self._starts_at is not None

    def now(self) -> datetime:
        """Tell the hall's time."""
        if self._starts_at is None:
            return datetime.now(self._zone)
        return self._starts_at + timedelta(seconds=self.rate * (time.monotonic() - self._began))

    def offset(self) -> timedelta:
        """Tell how far the hall's clock is ahead of the real one."""
        return self.now() - datetime.now(self._zone) if self.drill else timedelta()
