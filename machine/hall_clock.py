"""The hall's clock: the real time, or a drill's."""

import time
from datetime import datetime, timedelta, tzinfo


class HallClock:
    """Tells the hall's time with the plan's offset.

    With `starts_at` it starts there and runs on, `rate` seconds for each of the machine's; `began`
    is when (now unless given), in seconds of the machine's monotonic clock, which all its processes
    share.
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
        """Let a drill go on where its journal ends, if that is later than where it starts."""
        if self.starts_at is not None and at > self.starts_at:
            self.starts_at, self.began = at, time.monotonic()

    def now(self) -> datetime:
        """Tell the hall's time."""
        if self.starts_at is None:
            return datetime.now(self._zone)
        return self.starts_at + timedelta(seconds=self.rate * (time.monotonic() - self.began))
