"""Whether the hall's clock can be right, and how a person sets it."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal

import structlog

from live.hall import LiveHall
from machine.hall_clock import HallClock
from queueing.summaries.times import rfc3339

# Less than this is how machines correct themselves all day long.
TOLERANCE = timedelta(seconds=2)
# The machine's time is behind the hall's (it woke up in the past), ahead of it (somebody set it
# since), or it is a day on which nothing is planned.
Trouble = Literal["behind", "ahead", "other_day"]

log = structlog.get_logger()


class Clock:
    """Watches the hall's clock beside the machine's, and sets it when a person says so.

    The hall's runs on by itself from the machine's time at the start, or from the journal's last
    where that is later, whatever becomes of the machine's. `on_change()` is called when there is
    another trouble or none, `on_set()` when the clock was set.
    """

    def __init__(
        self,
        clock: HallClock,
        halls: Mapping[str, LiveHall],
        days: Callable[[], Collection[date]],
        on_change: Callable[[], None],
    ) -> None:
        self._clock, self._halls, self._days = clock, halls, days
        self._on_change = on_change
        self.on_set: Callable[[], None] = lambda: None
        # The versions up to which the times were not stamped since the clock began or was set.
        self._since: dict[str, int] = {}
        self._told: Trouble | None = None
        self._by_hand = False

    def begin(self) -> None:
        """Go on from the journals, which have been read."""
        for live in self._halls.values():
            if live.hall.log:
                self._clock.begin_after(live.hall.log[-1].at)
        self._remember()

    def trouble(self) -> Trouble | None:
        """Return what is wrong, None for a drill's clock and for one that can be right."""
        if self._clock.drill:
            return None
        now = self._clock.now()
        off = self._clock.machine() - now
        if abs(off) > TOLERANCE:
            return "behind" if off < timedelta() else "ahead"
        return None if now.date() in self._days() else "other_day"

    def machine(self) -> datetime:
        """Return the machine's time."""
        return self._clock.machine()

    def state(self) -> dict[str, Any]:
        """Return the hall's time and the machine's, and what is wrong, as JSON."""
        return {
            "at": rfc3339(self._clock.now()),
            "machine": rfc3339(self._clock.machine()),
            "trouble": self.trouble(),
            "days": [day.isoformat() for day in self._days()],
        }

    def poll(self) -> None:
        """Follow the machine's time while nothing was stamped, and tell when trouble comes or goes.

        A machine without a clock of its own gets the time from the network soon after its start.
        """
        trouble = self.trouble()
        if trouble == "ahead" and not self._by_hand and not self._stamped():
            self._clock.set(self._clock.machine())
            log.info("clock_follows_machine", at=rfc3339(self._clock.now()))
            trouble = self.trouble()
        if trouble != self._told:
            self._told = trouble
            log.warning("clock", **self.state())
            self._on_change()

    def set(self, at: datetime, by: str) -> None:
        """Let it be this time, and correct by an event what was stamped since it began.

        Raises StoreUnavailable.
        """
        shift = at - self._clock.now()
        stamped = self._stamped()
        self._by_hand = True
        self._clock.set(at)
        self.on_set()
        for venue, live in stamped.items():
            live.correct_clock(self._since[venue], shift.total_seconds(), by)
        log.warning("clock_set", by=by, seconds=shift.total_seconds(), corrected=[*stamped])
        self._remember()
        self.poll()

    def _stamped(self) -> dict[str, LiveHall]:
        """Return the halls in which something was stamped since the clock began or was set."""
        return {
            venue: live
            for venue, live in self._halls.items()
            if live.hall.version > self._since.get(venue, 0)
        }

    def _remember(self) -> None:
        self._since = {venue: live.hall.version for venue, live in self._halls.items()}
