"""The hall as the log tells it: every event applied in turn, undone ones left out."""

import copy
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import takewhile
from string import ascii_uppercase, digits
from typing import Any, Self, assert_never

from msgspec.structs import replace

from queueing import commands as c
from queueing import events as e
from queueing.amendments import amended
from queueing.enrolment import Enrolment
from queueing.plan import Plan
from queueing.record import Record
from queueing.ticket import COUNTED, LEADS_TO, State, Ticket

# The reason of heads that were there when their day was closed; its words are in the catalogues.
NOT_REACHED = "not_reached"


class Hall:
    """One venue's state at a version of its log.

    `secret` keys the phone tokens of its tickets. `withdrawn` maps the tokens of undone check-ins
    to their numbers; numbers once issued stay issued. The log does not hold `enrolment`, the roster
    as far as the rules need it, and `beside`, the halls to which the same classes may come.
    """

    def __init__(self, plan: Plan, venue_id: str, secret: bytes = b"") -> None:
        # As it was made; `plan` and `venue` are as the day has changed them.
        self.planned = plan
        self.venue = plan.venues[venue_id]
        self.secret = secret
        self.enrolment = Enrolment({})
        self.beside: tuple[Hall, ...] = ()
        self.log: list[Record] = []
        self.undone: set[int] = set()
        self.issued: dict[str, int] = {}
        self.withdrawn: dict[str, str] = {}
        # The versions whose times were wrong and are corrected here, not in the journal.
        self.corrected: set[int] = set()
        # The last forecast, behind what it was made of: the cache of `queueing.forecast.play`.
        self.foreseen: tuple[object, Any] | None = None
        self._clear()

    def _clear(self) -> None:
        self.plan = self.planned
        self.venue = self.plan.venues[self.venue.id]
        self.tickets: dict[str, Ticket] = {}
        # An index of the tickets that are waiting.
        self.queue: dict[str, Ticket] = {}
        # An index of the classes that are checked in, by the number of their newest ticket.
        self.checked_in: dict[str, str] = {}
        # An index of the tickets by the station they stand at.
        self.at_station: dict[int, str] = {}
        # Why those of a class, or of no class (None) of a college, did not come without a ticket;
        # `noted_before` on days that are closed.
        self.noted: dict[tuple[str, str | None], tuple[c.Missing, ...]] = {}
        self.noted_before: dict[tuple[str, str | None], tuple[c.Missing, ...]] = {}
        # The heads of each class that were photographed on days that are closed.
        self.taken_before: Counter[str] = Counter()
        # The last day that was closed.
        self.closed: date | None = None
        self.announcement: e.Announced | None = None
        self.stations = self._stations()

    @property
    def version(self) -> int:
        """The last event's version, 0 for an empty log."""
        return len(self.log)

    def _stations(self) -> dict[int, c.StationState]:
        return {
            number: "open" if number in self.venue.open_at_start else "closed"
            for number in range(1, self.venue.stations + 1)
        }

    def day(self, now: datetime) -> date:
        """Return the planned day that it is here, else the next one, after the last the last."""
        return self.plan.day_at(now, self.venue.id)

    def is_on(self, at: datetime, day: date) -> bool:
        """Return whether a time lies on a local day."""
        return at.astimezone(self.plan.timezone).date() == day

    def day_of(self, ticket: Ticket) -> date:
        """Return the local day on which a ticket was issued."""
        return ticket.checked_in_at.astimezone(self.plan.timezone).date()

    def current(self) -> list[Ticket]:
        """List the tickets of no day that is closed."""
        return [ticket for ticket in self.tickets.values() if not ticket.closed]

    def others(self, college_id: str) -> tuple[str, ...]:
        """List a college's students who belong to none of its classes, by id."""
        return tuple(
            student
            for student, enrolled in self.enrolment.students.items()
            if (enrolled.college_id, enrolled.class_id) == (college_id, None)
            and not enrolled.struck
        )

    def members(self, class_id: str) -> tuple[str, ...]:
        """List a class's students by id, in roster order; struck ones once it has checked in."""
        students, everybody = self.enrolment.students, self.enrolment.of_class(class_id)
        if any(students[student].struck for student in everybody):
            there = class_id in self.checked_in
            return tuple(s for s in everybody if there or not students[s].struck)
        return tuple(everybody)

    def expected(self, class_id: str) -> int:
        """Return how many heads a class has: by the roster, else by the plan."""
        return len(self.members(class_id)) or self.plan.classes[class_id].expected

    def ticket_anywhere(self, class_id: str) -> Ticket | None:
        """Return the ticket with which a class is checked in, here or at another venue."""
        for hall in (self, *self.beside):
            if (number := hall.checked_in.get(class_id)) is not None:
                return hall.tickets[number]
        return None

    def taken(self, class_id: str) -> int:
        """Return how many heads of a class were photographed on days that are closed."""
        return sum(hall.taken_before[class_id] for hall in (self, *self.beside))

    def left(self, class_id: str) -> int:
        """Return how many heads of a class are to come after the days that are closed."""
        return max(self.expected(class_id) - self.taken(class_id), 0)

    def notes_on(self, college_id: str, class_id: str | None) -> tuple[c.Missing, ...]:
        """Return what was last noted of those who did not come without a ticket."""
        key = college_id, class_id
        return self.noted.get(key) or self.noted_before.get(key, ())

    def ticket_of(self, token: str) -> Ticket | None:
        """Find a ticket by its phone token."""
        return next((t for t in self.tickets.values() if t.token == token), None)

    def class_name(self, of: Ticket | e.CheckedIn | e.WalkedIn | e.AbsenceNoted) -> str:
        """Return the name of a ticket's or event's class, of its college where it has none."""
        if of.class_id is not None:
            return self.plan.classes[of.class_id].name
        return self.plan.colleges[of.college_id].name

    def notice(self, now: datetime) -> str | None:
        """Return the announcement that still stands."""
        announced = self.announcement
        if announced is None or (announced.until is not None and announced.until <= now):
            return None
        return announced.text

    def as_of(self, version: int | None = None, at: datetime | None = None) -> Self:
        """Return the hall as it was at a version, at a time or at the earlier of both."""
        past = type(self)(self.planned, self.venue.id, self.secret)
        past.enrolment = self.enrolment
        past.extend(takewhile(lambda r: at is None or r.at <= at, self.log[:version]))
        return past

    def __copy__(self) -> Self:
        """Return another hall: what events fill is copied, what never changes is shared."""
        other = object.__new__(type(self))
        for name, value in vars(self).items():
            filled = isinstance(value, list | dict | set)
            setattr(other, name, value.copy() if filled else value)
        return other

    def after(self, records: Iterable[Record]) -> Self:
        """Return the hall as it is after these records; this one stays as it is.

        Raises ValueError when they are not the next ones.
        """
        later = copy.copy(self)
        later.extend(records)
        return later

    def extend(self, records: Iterable[Record]) -> None:
        """Take records in, replaying once however many of them undo or correct something.

        Raises ValueError when they are not the next ones.
        """
        fresh = list(records)
        for record in fresh:
            self._note(record)
        if any(isinstance(record.event, e.Undone | e.ClockCorrected) for record in fresh):
            self._clear()
            fresh = [record for record in self.log if record.version not in self.undone]
        for record in fresh:
            self._apply(record)

    def _note(self, record: Record) -> None:
        """Note what stays true whatever is undone later."""
        if record.version != len(self.log) + 1:
            raise ValueError(f"expected version {self.version + 1}, got {record.version}")
        self.log.append(record)
        match record.event:
            case e.CheckedIn(ticket=number) | e.WalkedIn(ticket=number):
                self.issued[number.rstrip(digits)] = int(number.lstrip(ascii_uppercase))
            case e.ClockCorrected(since, seconds):
                self._correct(since, record, timedelta(seconds=seconds))
            case e.Undone(first=first, last=last):
                versions = range(first, last + 1)
                self.undone.update(versions)
                for gone in (self.log[version - 1].event for version in versions):
                    if isinstance(gone, e.CheckedIn | e.WalkedIn):
                        self.withdrawn[gone.token] = gone.ticket

    def _correct(self, since: int, by: Record, shift: timedelta) -> None:
        """Move the times since a version, not before what was before nor beyond the correction."""
        earliest = self.log[since - 1].at if since else None
        for index in range(since, by.version - 1):
            at = min(self.log[index].at + shift, by.at)
            at = max(at, earliest) if earliest else at
            self.log[index] = replace(self.log[index], at=at)
            self.corrected.add(index + 1)

    def _apply(self, record: Record) -> None:
        at = record.at
        match record.event:
            # The most frequent comes first.
            case e.Counted(number, photographed=photographed):
                self._change(number, photographed=photographed, counted_at=at)
            case e.CheckedIn() as event:
                self._put(Ticket(
                    event.ticket, event.token, "class", event.class_id, event.college_id,
                    event.present, (record.version,), at,
                    absent=event.absent, ready=event.ready, fee=event.fee, fee_for=event.present,
                ))  # fmt: skip
            case e.WalkedIn() as event:
                self._put(Ticket(
                    event.ticket, event.token, event.kind, event.class_id, event.college_id,
                    event.heads, (record.version,), at, student=event.student,
                ))  # fmt: skip
            case e.AbsenceNoted(college_id, class_id, absent):
                self.noted[college_id, class_id] = absent
            case e.Called(number, station):
                self._move(number, station, LEADS_TO[e.Called], called_at=at, recalls=0)
            case e.Recalled(number):
                self._change(number, recalls=self.tickets[number].recalls + 1)
            case e.Started(number):
                started = self.tickets[number]
                self._change(
                    number, state=LEADS_TO[e.Started], started_at=at, shot_at=started.station,
                    counted_before=started.photographed, counted_at=None,
                )  # fmt: skip
            case e.Finished(number, photographed=photographed, missed=missed):
                self._move(
                    number, None, LEADS_TO[e.Finished], ended_at=at,
                    counted=self.tickets[number].photographed,
                    photographed=photographed, missed=missed,
                )  # fmt: skip
            case e.Held(number):
                self._move(number, None, LEADS_TO[e.Held], ended_at=at)
            case e.Resumed(number):
                self._change(number, state=LEADS_TO[e.Resumed])
            case e.MissedCall(number):
                self._move(number, None, LEADS_TO[e.MissedCall], ended_at=at)
            case e.Returned(number, station, behind):
                order = self._order(record, number, station, behind)
                self._move(number, None, LEADS_TO[e.Returned], order=order)
            case e.Transferred(number, station=station):
                self._move(number, station, self.tickets[number].state)
            case e.Cancelled(number):
                self._move(number, None, LEADS_TO[e.Cancelled], ended_at=at)
            case e.Amended() as event:
                changes = {name: getattr(event, name) for name in c.AMENDED}
                changed = {name: value for name, value in changes.items() if value is not None}
                if event.fee is not None:
                    after = replace(self.tickets[event.ticket], **changed)
                    finished = after.state == "finished"
                    changed["fee_for"] = after.photographed if finished else after.present
                self._change(event.ticket, **changed)
            case e.Reopened(number, photographed):
                self._change(
                    number, state=LEADS_TO[e.Reopened], order=(-record.version,),
                    photographed=photographed, missed=(), ended_at=None,
                )  # fmt: skip
            case e.Swapped(number, station, other, other_station):
                self.at_station |= {station: number, other_station: other}
                self._change(number, station=station)
                self._change(other, station=other_station)
            case e.Rejoined(number, heads, absent):
                present = self.tickets[number].present + heads
                self._change(number, present=present, absent=absent)
            case e.ClassAdded() | e.WindowSet() | e.StationsAdded() as event:
                self.plan = amended(self.plan, self.venue.id, event)
                self.venue = self.plan.venues[self.venue.id]
                self.stations = self._stations() | self.stations
            case e.DayClosed(day):
                self._close(day, at)
            case e.StationSet(station, state):
                self.stations[station] = state
            case e.Announced() as event:
                self.announcement = event if event.text else None
            case e.SlipEvent() as event:
                # A slip's ticket may have been undone meanwhile.
                if event.ticket in self.tickets:
                    self._change(event.ticket, slip=self.tickets[event.ticket].slip.after(event))
            case e.Undone() | e.ClockCorrected():
                # Seen to when it was noted: the replay is without what is undone, at right times.
                pass
            case never:
                assert_never(never)

    def _close(self, day: date, at: datetime) -> None:
        """End a day: who was not photographed is free to come again."""
        for ticket in [t for t in self.current() if self.day_of(t) <= day]:
            if ticket.state in ("finished", "cancelled"):
                self._change(ticket.number, closed=True)
                continue
            # What was paid stays on the account as well.
            begun = ticket.photographed > 0 or ticket.fee is not None
            self._move(
                ticket.number, None, "finished" if begun else "cancelled", ended_at=at,
                missed=_not_reached(ticket) if begun else (), closed=True,
            )  # fmt: skip
        self.noted_before |= self.noted
        self.noted = {}
        self.closed = day
        # A day that is closed late leaves the next one, which has begun, as it is.
        if not self.current():
            self.announcement = None
            self.stations = self._stations()

    def _put(self, ticket: Ticket) -> None:
        before = self.tickets.get(ticket.number)
        self.tickets[ticket.number] = ticket
        for of, sign in ((before, -1), (ticket, 1)):
            if of is not None and of.closed and of.class_id and of.kind in COUNTED:
                self.taken_before[of.class_id] += sign * of.photographed
        if ticket.kind == "class":
            self._index_class(ticket, before)
        if ticket.state == "waiting":
            self.queue[ticket.number] = ticket
        else:
            self.queue.pop(ticket.number, None)

    def _index_class(self, ticket: Ticket, before: Ticket | None) -> None:
        if before and self.checked_in.get(before.class_id or "") == ticket.number:
            del self.checked_in[before.class_id or ""]
        if ticket.class_id is None or ticket.state == "cancelled" or ticket.closed:
            return
        newest = self.tickets.get(self.checked_in.get(ticket.class_id, ""))
        if newest is None or newest.checked_in_at <= ticket.checked_in_at:
            self.checked_in[ticket.class_id] = ticket.number

    def _change(self, number: str, **changes: Any) -> None:
        self._put(replace(self.tickets[number], **changes))

    def _move(self, number: str, station: int | None, state: State, **changes: Any) -> None:
        if (left := self.tickets[number].station) is not None:
            del self.at_station[left]
        if station is not None:
            self.at_station[station] = number
        self._change(number, station=station, state=state, **changes)

    def _order(
        self, record: Record, number: str, station: int | None, behind: str | None
    ) -> tuple[int, ...]:
        if station is not None:
            return (-record.version,)
        if behind is not None:
            return (*self.tickets[behind].order, record.version)
        # With nobody to stand behind it waits where it stood, though no longer before everybody.
        return tuple(map(abs, self.tickets[number].order))


def _not_reached(ticket: Ticket) -> tuple[c.Missing, ...]:
    """Return the note of those whom the day's end kept from being photographed."""
    rest = ticket.present - ticket.photographed
    return (c.Missing(NOT_REACHED, count=rest),) if rest else ()


def fold(plan: Plan, venue_id: str, records: Iterable[Record], secret: bytes = b"") -> Hall:
    """Build the hall that a log tells of."""
    hall = Hall(plan, venue_id, secret)
    hall.extend(records)
    return hall
