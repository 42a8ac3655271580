"""The hall as the log tells it: every event applied in turn, undone ones left out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from queueing import events as e
from queueing.commands import StationState
from queueing.plan import Plan
from queueing.record import Record
from queueing.ticket import Place, Slip, Ticket


class Hall:
    """One venue's state at a version of its log.

    `secret` keys the phone tokens of its tickets. `withdrawn` maps the tokens of undone check-ins
    to their numbers; numbers once issued stay issued.
    """

    def __init__(self, plan: Plan, venue_id: str, secret: bytes = b"") -> None:
        self.plan = plan
        self.venue = plan.venues[venue_id]
        self.secret = secret
        self.log: list[Record] = []
        self.undone: set[int] = set()
        self.issued: dict[str, int] = {}
        self.withdrawn: dict[str, str] = {}
        self._clear()

    def _clear(self) -> None:
        opened = self.venue.open_at_start
        self.tickets: dict[str, Ticket] = {}
        self.of_class: dict[str, str] = {}
        self.at_station: dict[int, str] = {}
        self.announcement: e.Announced | None = None
        self.stations: dict[int, StationState] = {
            number: "open" if number in opened else "closed"
            for number in range(1, self.venue.stations + 1)
        }

    @property
    def version(self) -> int:
        """The last event's version, 0 for an empty log."""
        return len(self.log)

    @property
    def at(self) -> datetime | None:
        """The last event's time."""
        return self.log[-1].at if self.log else None

    def ticket_of(self, token: str) -> Ticket | None:
        """Find a ticket by its phone token."""
        return next((t for t in self.tickets.values() if t.token == token), None)

    def apply(self, record: Record) -> None:
        """Take the log's next record in.

        Raises ValueError when it is not the next one.
        """
        self._take(record)
        if isinstance(record.event, e.Undone):
            self._replay()
        else:
            self._apply(record)

    def extend(self, records: Iterable[Record]) -> None:
        """Take many records in, replaying once however many of them are undone."""
        fresh = list(records)
        for record in fresh:
            self._take(record)
        if any(isinstance(record.event, e.Undone) for record in fresh):
            self._replay()
        else:
            for record in fresh:
                self._apply(record)

    def _take(self, record: Record) -> None:
        if record.version != self.version + 1:
            raise ValueError(f"expected version {self.version + 1}, got {record.version}")
        self.log.append(record)
        match record.event:
            case e.CheckedIn(ticket=number) | e.WalkedIn(ticket=number):
                self.issued[number[0]] = int(number[1:])
            case e.Undone(first=first, last=last):
                self.undone.update(range(first, last + 1))
                for version in range(first, last + 1):
                    match self.log[version - 1].event:
                        case e.CheckedIn() | e.WalkedIn() as gone:
                            self.withdrawn[gone.token] = gone.ticket

    def _replay(self) -> None:
        self._clear()
        for record in self.log:
            if record.version not in self.undone:
                self._apply(record)

    def _apply(self, record: Record) -> None:
        at = record.at
        match record.event:
            case e.CheckedIn() as event:
                place = Place(event.college_id, at, (record.version,))
                self._add(
                    Ticket(
                        event.ticket, event.token, "class", event.class_id, event.college_id,
                        event.present, place, at,
                        absent=event.absent, ready=event.ready, fee=event.fee,
                    )
                )  # fmt: skip
            case e.WalkedIn() as event:
                place = Place(event.college_id, at, (record.version,), walk_in=True)
                self._add(
                    Ticket(
                        event.ticket, event.token, event.kind, event.class_id, event.college_id,
                        event.present, place, at, student=event.student,
                    )
                )  # fmt: skip
            case e.Called(number, station):
                self._move(number, station, state="called", called_at=at, recalls=0)
            case e.Recalled(number):
                self._change(number, recalls=self.tickets[number].recalls + 1)
            case e.Started(number):
                self._change(number, state="shooting", started_at=at)
            case e.Counted(number, photographed=photographed):
                self._change(number, photographed=photographed)
            case e.Finished(number, photographed=photographed, missed=missed):
                self._move(
                    number, None, state="finished", ended_at=at,
                    photographed=photographed, missed=missed,
                )  # fmt: skip
            case e.Held(number):
                self._move(number, None, state="held", ended_at=at)
            case e.Resumed(number):
                self._change(number, state="waiting")
            case e.MissedCall(number):
                self._move(number, None, state="missed", ended_at=at)
            case e.Returned(number, behind=behind):
                self._move(
                    number, None, state="waiting", place=self._place(record.version, at, behind)
                )
            case e.Transferred(number, station=station):
                self._move(number, station)
            case e.Cancelled(number):
                self._move(number, None, state="cancelled", ended_at=at)
                if (class_id := self.tickets[number].class_id) is not None:
                    self.of_class.pop(class_id, None)
            case e.Amended() as event:
                self._amend(event)
            case e.StationSet(station, state):
                self.stations[station] = state
            case e.Announced() as event:
                self.announcement = event if event.text else None
            case e.SlipEvent() as event:
                # A slip's ticket may have been undone meanwhile.
                if event.ticket in self.tickets:
                    self._change(event.ticket, slip=_slip(self.tickets[event.ticket].slip, event))

    def _add(self, ticket: Ticket) -> None:
        self.tickets[ticket.number] = ticket
        if ticket.kind == "class" and ticket.class_id is not None:
            self.of_class[ticket.class_id] = ticket.number

    def _change(self, number: str, **changes: Any) -> None:
        self.tickets[number] = replace(self.tickets[number], **changes)

    def _move(self, number: str, station: int | None, **changes: Any) -> None:
        if (left := self.tickets[number].station) is not None:
            del self.at_station[left]
        if station is not None:
            self.at_station[station] = number
        self._change(number, station=station, **changes)

    def _place(self, version: int, at: datetime, behind: str | None) -> Place:
        if behind is None:
            return Place(None, at, (-version,))
        place = self.tickets[behind].place
        return replace(place, order=(*place.order, version))

    def _amend(self, event: e.Amended) -> None:
        ticket = self.tickets[event.ticket]
        changes = {
            name: value
            for name in ("class_id", "present", "absent", "ready", "fee")
            if (value := getattr(event, name)) is not None
        }
        if event.class_id is not None and ticket.kind == "class" and ticket.class_id is not None:
            del self.of_class[ticket.class_id]
            self.of_class[event.class_id] = event.ticket
        self._change(event.ticket, **changes)


def _slip(slip: Slip, event: e.SlipEvent) -> Slip:
    match event:
        case e.SlipSending(attempt=attempt):
            return replace(slip, state="sending", attempts=attempt)
        case e.SlipSent():
            return replace(slip, state="sent")
        case e.SlipPrinted():
            return replace(slip, state="printed")
        case e.SlipUnconfirmed():
            return replace(slip, state="unconfirmed")
        case e.SlipConfirmed():
            return replace(slip, state="confirmed")
        case e.SlipReprinted():
            return Slip(copy=slip.copy + 1)
        case e.SlipSkipped():
            return replace(slip, state="skipped")
    return slip


def fold(plan: Plan, venue_id: str, records: Iterable[Record], secret: bytes = b"") -> Hall:
    """Build the hall that a log tells of."""
    hall = Hall(plan, venue_id, secret)
    hall.extend(records)
    return hall
