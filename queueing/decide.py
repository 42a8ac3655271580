"""The rules: what a command leads to in a hall, or why it is refused."""

from datetime import datetime

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall
from queueing.heads import must_account_for, must_be_absent_from, must_be_eligible, must_fit
from queueing.numbering import issue
from queueing.order import waiting
from queueing.plan import College
from queueing.refusals import Rejected, Unknown
from queueing.ticket import TRANSITIONS, Ticket
from queueing.undo import undone


def decide(hall: Hall, command: c.AnyCommand, now: datetime) -> tuple[e.AnyEvent, ...]:
    """Turn a command into the events it leads to; the hall itself is not touched.

    Raises Unknown when it names what is not there, Rejected when the hall is not in a state for it.
    """
    match command:
        case c.CheckIn():
            return (_check_in(hall, command),)
        case c.CheckInWalkIn():
            return (_check_in_walk_in(hall, command),)
        case c.NoteAbsent():
            return (_note_absent(hall, command),)
        case c.CallNext():
            return (_call_next(hall, command, now),)
        case c.SetStation(station, state):
            _station(hall, station)
            return (e.StationSet(station, state),)
        case c.Announce(text, until):
            return (e.Announced(text, until),)
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
            must_account_for(hall, ticket, command)
            return e.Finished(number, station, photographed, missed)
        case c.MarkNoShow():
            return e.MissedCall(number, station)
        case c.Transfer(station=to):
            _must_be_open_and_free(hall, to)
            return e.Transferred(number, station, to)
    raise AssertionError(command)


def _check_in(hall: Hall, command: c.CheckIn) -> e.CheckedIn:
    college = _college_here(hall, command.class_id)
    _must_not_be_checked_in(hall, command.class_id)
    must_be_absent_from(hall, command.class_id, command.absent)
    must_fit(command.ready, command.present)
    number, token = issue(hall, hall.plan.letters[college.id])
    return e.CheckedIn(
        number, token, command.class_id, college.id, command.present,
        command.absent, command.ready, command.fee,
    )  # fmt: skip


def _check_in_walk_in(hall: Hall, command: c.CheckInWalkIn) -> e.WalkedIn:
    college = hall.plan.colleges.get(command.college_id)
    if college is None or college.venue != hall.venue.id:
        raise Unknown("college", command.college_id)
    if command.class_id is not None and hall.plan.college_of.get(command.class_id) != college:
        raise Unknown("class", command.class_id)
    must_be_eligible(hall, command)
    number, token = issue(hall, "W")
    return e.WalkedIn(
        number, token, command.kind, college.id, command.heads, command.class_id, command.student
    )


def _note_absent(hall: Hall, command: c.NoteAbsent) -> e.AbsenceNoted:
    _college_here(hall, command.class_id)
    _must_not_be_checked_in(hall, command.class_id)
    must_be_absent_from(hall, command.class_id, command.absent)
    return e.AbsenceNoted(command.class_id, command.absent)


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
    """Name whom a ticket returns behind: so many classes, or walk-ins, as the plan says."""
    if ticket.state != "missed":
        return None
    alike = [t for t in waiting(hall, now) if t.place.walk_in == ticket.place.walk_in]
    before = alike[: hall.plan.body.missed_returns_behind]
    return before[-1].number if before else None


def _amend(hall: Hall, command: c.Amend, ticket: Ticket) -> e.Amended:
    changes = command.changes()
    class_id = changes.get("class_id")
    moves = class_id is not None and class_id != ticket.class_id
    if class_id is not None and moves:
        college = hall.plan.college_of.get(class_id)
        if college is None or college.id != ticket.college_id:
            raise Unknown("class", class_id)
        if ticket.kind == "class":
            _must_not_be_checked_in(hall, class_id)
    present = changes.get("present", ticket.present)
    if (its_class := class_id or ticket.class_id) is not None:
        absent = changes.get("absent", ticket.absent)
        must_be_absent_from(hall, its_class, absent, ticket.missed)
    must_fit(changes.get("ready", ticket.ready), present)
    accounted = ticket.photographed + sum(m.heads for m in ticket.missed)
    if present < accounted or (ticket.state == "finished" and present != accounted):
        raise Rejected("heads_mismatch", present=present)
    return e.Amended(ticket.number, ticket.class_id if moves else None, **changes)


def _confirm_slip(ticket: Ticket) -> e.SlipConfirmed:
    if ticket.slip.state != "unconfirmed":
        raise Rejected("illegal_transition", state=ticket.slip.state)
    return e.SlipConfirmed(ticket.number)


def _college_here(hall: Hall, class_id: str) -> College:
    college = hall.plan.college_of.get(class_id)
    if college is None or college.venue != hall.venue.id:
        raise Unknown("class", class_id)
    return college


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
    if ticket.state not in TRANSITIONS[type(command)][0]:
        raise Rejected("illegal_transition", state=ticket.state)


def _must_not_be_checked_in(hall: Hall, class_id: str) -> None:
    if (there := hall.of_class().get(class_id)) is not None:
        raise Rejected("already_checked_in", ticket=there)
