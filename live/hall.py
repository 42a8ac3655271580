"""A venue's hall, alive: its journal folded, commands taken one at a time, changes told."""

import copy
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, TypeVar

from journal.log import Appended, Conflict, Journal, StoreUnavailable
from machine.hall_clock import HallClock
from queueing.commands import AnyCommand
from queueing.enrolment import Enrolment
from queueing.events import ClockCorrected, SlipEvent
from queueing.hall import Hall
from queueing.record import Record
from queueing.rules.decide import decide

View = TypeVar("View")
Check = Callable[[Hall, AnyCommand], None]


class Accepted(NamedTuple):
    """The records of an accepted command; `replayed` when it had been accepted before."""

    records: tuple[Record, ...]
    replayed: bool


class LiveHall:
    """Holds one venue's hall at its journal's version.

    The hall is never changed, only replaced, so whoever looks at it sees it whole. Of a plan whose
    classes may come to several venues the halls are `beside` one another and take `turn` together,
    so that no class is checked in twice.
    `on_change(venue, visible)` is called after each change; `visible` is False when only slips
    changed, which the wall and the kiosk do not show.
    """

    def __init__(
        self,
        hall: Hall,
        journal: Journal,
        clock: HallClock,
        on_change: Callable[[str, bool], None],
        turn: AbstractContextManager[object] | None = None,
        beside: Callable[[], Iterable[Hall]] = tuple,
    ) -> None:
        self.hall = hall
        self._beside = beside
        self._seen = hall
        # What it was made of.
        self._seen_of = hall
        self._journal = journal
        self._clock = clock
        self._on_change = on_change
        # The append is the guard between processes; this one spares this process the conflicts.
        self._turn = turn or threading.Lock()
        self._failed_at = 0.0

    def submit(self, command: AnyCommand, digest: str, by: str, check: Check) -> Accepted:
        """Decide a command and store what it leads to; the same id again changes nothing.

        `check(hall, command)` may refuse what is new; what was accepted once is not asked again.

        Raises Refused, IdReused, StoreUnavailable or what `check` raises; after StoreUnavailable
        it may have been stored, and sending it again with its id is safe.
        """
        waiting_since = time.monotonic()
        with self._turn:
            # Who waited while the store failed another would only wait for the same again.
            if self._failed_at > waiting_since:
                raise StoreUnavailable("the store did not answer")
            try:
                return self._submit(command, digest, by, check)
            except StoreUnavailable:
                self._failed_at = time.monotonic()
                raise

    def draw(self, view: Callable[[Hall, datetime], View]) -> View:
        """Return what a view draws of the hall at its clock's time."""
        return view(self.seen(), self._clock.now())

    def seen(self) -> Hall:
        """Return the hall as it stands, with those beside it as they stand."""
        beside = tuple(self._beside())
        if not beside:
            return self.hall
        if self._seen_of is not self.hall or self._seen.beside != beside:
            self._seen_of = self.hall
            self._seen = copy.copy(self.hall)
            self._seen.beside = beside
        return self._seen

    def enrol(self, enrolment: Enrolment) -> None:
        """Replace the roster that the rules go by."""
        with self._turn:
            later = copy.copy(self.hall)
            later.enrolment = enrolment
            self.hall = later
        self._on_change(self.hall.venue.id, True)

    def correct_clock(self, since: int, seconds: float, by: str) -> None:
        """Store that what was stamped after a version was wrong by so much; the clock is set.

        Raises StoreUnavailable.
        """
        event = ClockCorrected(since, seconds)
        with self._turn:
            self._journal.append([event], at=self._clock.now(), id=f"clock-{since}", by=by)
            self._catch_up()

    def catch_up(self) -> None:
        """Take in what is in the journal.

        Raises StoreUnavailable and Corrupt.
        """
        with self._turn:
            try:
                self._catch_up()
            except StoreUnavailable:
                self._failed_at = time.monotonic()
                raise

    def follow(self) -> None:
        """Take in what is in the journal and what other processes write, until the store fails.

        Raises StoreUnavailable and Corrupt.
        """
        self.catch_up()
        for records in self._journal.follow(self.hall.version):
            with self._turn:
                self._extend(records)

    def _submit(self, command: AnyCommand, digest: str, by: str, check: Check) -> Accepted:
        # Before anything is asked: it might refuse what was accepted the first time.
        if (before := self._journal.find(command.id, digest)) is not None:
            self._catch_up()
            return self._accepted(before)
        check(self.seen(), command)
        while True:
            try:
                return self._accepted(self._try(command, digest, by))
            except Conflict as conflict:
                if self.hall.version > conflict.version:
                    raise StoreUnavailable("the store has lost events") from None
                self._catch_up()

    def _try(self, command: AnyCommand, digest: str, by: str) -> Appended:
        hall, now = self.hall, self._clock.now()
        events = decide(self.seen(), command, now)
        # What cannot be folded must never get into the journal.
        later = hall.after(
            Record(version, now, command.id, by, event)
            for version, event in enumerate(events, start=hall.version + 1)
        )
        stored = self._journal.append(
            events, at=now, id=command.id, by=by, digest=digest, expected=hall.version
        )
        if stored.at == now:
            self._replace(later)
        else:
            # The log is ahead of the clock, or another process has stored the command meanwhile.
            self._catch_up()
        return stored

    def _accepted(self, stored: Appended) -> Accepted:
        records = self.hall.log[stored.first - 1 : stored.last]
        return Accepted(tuple(records), replayed=stored.at is None)

    def _catch_up(self) -> None:
        self._extend(self._journal.read(self.hall.version))

    def _extend(self, records: Sequence[Record]) -> None:
        fresh = [record for record in records if record.version > self.hall.version]
        if fresh:
            self._replace(self.hall.after(fresh))

    def _replace(self, later: Hall) -> None:
        fresh = later.log[self.hall.version :]
        self.hall = later
        visible = any(not isinstance(record.event, SlipEvent) for record in fresh)
        self._on_change(self.hall.venue.id, visible)
