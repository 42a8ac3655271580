"""A venue's hall, alive: its journal folded, commands taken one at a time, changes told."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from journal.log import Conflict, Journal
from queueing.commands import AnyCommand
from queueing.decide import decide
from queueing.events import SlipEvent
from queueing.hall import Hall
from queueing.record import Record
from server.clock import HallClock

Drawn = TypeVar("Drawn")


class Outcome(NamedTuple):
    """What a command led to, and whether it had been accepted before."""

    records: Sequence[Record]
    replayed: bool


class LiveHall:
    """Holds one venue's hall at its journal's version.

    `on_change(venue, drawn)` is called after each change; `drawn` is False when only slips changed,
    which the wall and the kiosk do not show.
    """

    def __init__(
        self, hall: Hall, journal: Journal, clock: HallClock, on_change: Callable[[str, bool], None]
    ) -> None:
        self.hall = hall
        self._journal = journal
        self._clock = clock
        self._on_change = on_change
        # The append is the guard between processes; this one spares this process the conflicts.
        self._turn = threading.Lock()
        # Held for moments only: nobody draws a hall while an event is half folded in.
        self._folding = threading.Lock()

    def submit(self, command: AnyCommand, digest: str, by: str) -> Outcome:
        """Decide a command and store what it leads to; the same id again changes nothing.

        Raises Refused, IdReused or StoreUnavailable; after the last it may have been stored, and
        sending it again with its id is safe.
        """
        with self._turn:
            if (first := self._journal.find(command.id, digest)) is not None:
                self._catch_up()
                return Outcome(first, replayed=True)
            while True:
                now = self._clock.now()
                events = decide(self.hall, command, now)
                try:
                    stored = self._journal.append(
                        events, at=now, id=command.id, by=by, digest=digest,
                        expected=self.hall.version,
                    )  # fmt: skip
                except Conflict:
                    self._catch_up()
                    continue
                self._extend(stored.records)
                return Outcome(stored.records, stored.replayed)

    def draw(self, view: Callable[[Hall, datetime], Drawn]) -> Drawn:
        """Look at the hall as it is at one version, and at its clock."""
        with self._folding:
            return view(self.hall, self._clock.now())

    def catch_up(self) -> None:
        """Take in what is in the journal."""
        with self._turn:
            self._catch_up()

    def follow(self) -> None:
        """Take in what other processes write, until the store fails.

        Raises StoreUnavailable.
        """
        for records in self._journal.follow(self.hall.version):
            with self._turn:
                self._extend(records)

    def _catch_up(self) -> None:
        self._extend(self._journal.read(self.hall.version))

    def _extend(self, records: Sequence[Record]) -> None:
        fresh = [record for record in records if record.version > self.hall.version]
        if fresh:
            with self._folding:
                self.hall.extend(fresh)
            drawn = any(not isinstance(record.event, SlipEvent) for record in fresh)
            self._on_change(self.hall.venue.id, drawn)
