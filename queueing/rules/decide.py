"""The rules: what a command leads to in a hall, or why it is refused."""

from datetime import datetime

from msgspec.structs import replace

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall
from queueing.order.policies import rank, waiting
from queueing.refusals import Rejected, Unknown
from queueing.rules.arrivals import (
    check_in,
    check_in_walk_in,
    must_not_be_checked_in,
    note_absent,
    rejoin,
    reopen,
)
from queueing.rules.closing import close_day
from queueing.rules.heads import must_account_for, must_be_absent_from, must_be_among, must_fit
from queueing.rules.planning import add_class, add_stations, set_window
from queueing.rules.undo import undone
from queueing.ticket import LEGAL_FROM, Ticket


def decide(hall: Hall, command: c.AnyCommand, now: datetime) -> tuple[e.AnyEvent, ...]:
    """Return the events that a command leads to; the hall itself is not touched.

    Raises Unknown when it names what is not there, Rejected when the hall is not in a state for it.
    """
    match command:
        case c.CheckIn():
            return (check_in(hall, command),)
        case c.CheckInWalkIn():
            return (check_in_walk_in(hall, command),)
        case c.NoteAbsent():
            return (note_absent(hall, command),)
        case c.CallNext():
            return (_call_next(hall, command, now),)
        case c.SetStation(station, state):
            _station(hall, station)
            return (e.StationSet(station, state),)
        case c.Announce(text, until):
            return (e.Announced(text, until),)
        case c.AddClass():
            return (add_class(hall, command),)
        case c.SetWindow():
            return (set_window(hall, command),)
        case c.AddStations(stations):
            return (add_stations(hall, stations),)
        case c.CloseDay(day):
            return (close_day(hall, day, now),)
        case c.Undo(version):
            return (undone(hall, version),)
        case c.Reprint(number):
            return (e.SlipReprinted(_ticket(hall, number).number),)
        case c.ConfirmSlip(number):
            return (_confirm_slip(_ticket(hall, number)),)
        case _:
            ticket = _ticket(hall, command.ticket)
            _must_be_legal(ticket, command)
            return (_about_ticket(hall, command, ticket, now),)


def _about_ticket(
    hall: Hall, command: c.TicketCommand, ticket: Ticket, now: datetime
) -> e.HallEvent:
    number, station = ticket.number, ticket.station
    match command:
        case c.Hold():
            return e.Held(number, station)
        case c.Resume():
            return e.Resumed(number)
        case c.Return():
            return e.Returned(number, station, _behind(hall, ticket, now))
        case c.Cancel():
            return e.Cancelled(number, station)
        case c.Amend():
            return _amend(hall, command, ticket)
        case c.Reopen():
            return reopen(hall, command, ticket)
        case c.Rejoin():
            return rejoin(hall, command, ticket)
    if station is None:
        raise Rejected("illegal_transition", state=ticket.state)
    match command:
        case c.Recall():
            return e.Recalled(number, station)
        case c.Start():
            return e.Started(number, station)
        case c.Count(photographed=photographed):
            if photographed > ticket.present:
                raise Rejected("heads_mismatch", present=ticket.present)
            return e.Counted(number, station, photographed)
        case c.Finish(photographed=photographed, missed=missed):
            must_be_among(hall.members(ticket.class_id or ""), missed)
            must_account_for(ticket, photographed, missed)
            return e.Finished(number, station, photographed, missed)
        case c.MarkNoShow():
            return e.MissedCall(number, station)
        case c.Transfer(station=to):
            _must_be_open_and_free(hall, to)
            return e.Transferred(number, station, to)
        case c.Swap(other=other):
            return _swap(command, ticket, station, _ticket(hall, other))
    raise AssertionError(command)


def _call_next(hall: Hall, command: c.CallNext, now: datetime) -> e.Called:
    _must_be_open_and_free(hall, command.station)
    if command.ticket is not None:
        ticket = _ticket(hall, command.ticket)
        _must_be_legal(ticket, command)
        return e.Called(ticket.number, command.station, command.reason)
    queue = waiting(hall, now)
    first = queue[0].number if queue else None
    if command.expects is not None and command.expects != first:
        raise Rejected("changed", expected=command.expects, first=first)
    if first is None:
        raise Rejected("nothing_waiting")
    return e.Called(first, command.station)


def _behind(hall: Hall, ticket: Ticket, now: datetime) -> str | None:
    """Return whom a missed ticket returns behind: so many of its own rank, as the plan says."""
    if ticket.state != "missed":
        return None
    back_in_line = replace(ticket, order=tuple(map(abs, ticket.order)))
    own = rank(hall, back_in_line, now)
    alike = [t for t in waiting(hall, now) if rank(hall, t, now) == own]
    before = alike[: hall.plan.body.missed_returns_behind]
    return before[-1].number if before else None


def _swap(command: c.Swap, ticket: Ticket, station: int, other: Ticket) -> e.Swapped:
    _must_be_legal(other, command)
    if other.station is None or other.station == station:
        raise Rejected("illegal_transition", state=other.state)
    return e.Swapped(ticket.number, other.station, other.number, station)


def _amend(hall: Hall, command: c.Amend, ticket: Ticket) -> e.Amended:
    changes = command.changes()
    if ticket.state != "finished" and changes.keys() & {"photographed", "missed"}:
        raise Rejected("illegal_transition", state=ticket.state)
    amended = replace(ticket, **changes)
    moves = amended.class_id != ticket.class_id
    if moves:
        _must_be_free_class(hall, amended)
    # What was true of an earlier roster stands; only what is said now is held against today's.
    if amended.class_id is not None and (moves or "absent" in changes):
        must_be_absent_from(hall, amended.class_id, amended.absent, amended.number)
    if "missed" in changes:
        must_be_among(hall.members(amended.class_id or ""), amended.missed)
    must_fit(amended.ready, amended.present)
    if ticket.state == "finished":
        must_account_for(amended, amended.photographed, amended.missed)
    elif amended.present < amended.photographed:
        raise Rejected("heads_mismatch", present=amended.present)
    return e.Amended(ticket.number, ticket.class_id if moves else None, **changes)


def _must_be_free_class(hall: Hall, ticket: Ticket) -> None:
    """Refuse a class of another college, and for a class's own ticket one that has a ticket."""
    college = hall.plan.college_of.get(ticket.class_id or "")
    if college is None or college.id != ticket.college_id:
        raise Unknown("class", ticket.class_id)
    if ticket.kind == "class":
        must_not_be_checked_in(hall, ticket.class_id or "")


def _confirm_slip(ticket: Ticket) -> e.SlipConfirmed:
    if ticket.slip.state != "unconfirmed":
        raise Rejected("illegal_transition", state=ticket.slip.state)
    return e.SlipConfirmed(ticket.number)


def _ticket(hall: Hall, number: str) -> Ticket:
    if number not in hall.tickets:
        raise Unknown("ticket", number)
    return hall.tickets[number]


def _station(hall: Hall, station: int) -> None:
    if station not in hall.stations:
        raise Unknown("station", station)


def _must_be_open_and_free(hall: Hall, station: int) -> None:
    _station(hall, station)
    if hall.stations[station] != "open":
        raise Rejected("station_closed", station=station)
    if station in hall.at_station:
        raise Rejected("station_busy", station=station, ticket=hall.at_station[station])


def _must_be_legal(ticket: Ticket, command: c.Command) -> None:
    if ticket.state not in LEGAL_FROM[type(command)]:
        raise Rejected("illegal_transition", state=ticket.state)
