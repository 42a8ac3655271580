"""Every head accounted for: photographed and paid, or missing with a reason."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from queueing import commands as c
from queueing.account.lacks import Lack, lacks_of
from queueing.account.missing import (
    Note,
    Standing,
    by_reason,
    left_after,
    notes_of,
    without,
)
from queueing.account.rest import heads_left, rest
from queueing.hall import Hall
from queueing.money import yuan
from queueing.ticket import COUNTED, Ticket


class Head(Struct, frozen=True):
    """A student of the roster and what became of them, with the reason for those missing.

    "unknown" is all that can be said of a student while heads of the class are noted by number
    only, or not at all, or while some of a class at the camera are done and some are not.
    """

    student: str
    standing: Standing
    reason: str | None = None
    ticket: str | None = None


class Line(Struct, frozen=True):
    """One class's account, or that of those in a college who belong to none of its classes.

    `expected` are the heads of the roll, `extra` those beyond it; `pending` are present and not yet
    done; `absent` and `missed` count heads by reason; `unexplained` are missing without one. `due`
    (for the photographed) and `paid` are yuan, `fees` what was noted of each payment. `heads`
    are the roll's students, `guests` those named by a ticket whom the roll does not list. A line
    that lacks nothing is closed.
    """

    college_id: str
    class_id: str | None
    tickets: tuple[str, ...]
    expected: int
    photographed: int
    pending: int
    absent: dict[str, int]
    missed: dict[str, int]
    due: int | float
    paid: int | float
    fees: tuple[c.Fee, ...]
    heads: tuple[Head, ...]
    guests: tuple[Head, ...]
    lacks: tuple[Lack, ...]
    extra: int
    unexplained: int

    @property
    def present(self) -> int:
        """How many heads have come."""
        return self.photographed + self.pending + sum(self.missed.values())

    @property
    def missing(self) -> int:
        """How many heads will not be photographed, with a reason or without."""
        return self.unexplained + sum(self.absent.values()) + sum(self.missed.values())


def ledger(hall: Hall, day: date | None = None) -> list[Line]:
    """Account for every class of the venue in plan order, each college's others after them.

    A class that may come to several venues is of that where its ticket is, and before it has one
    of the first. The account of one `day` is of those who came or were to come on it, as far as
    days before had left them.
    """
    tickets: dict[tuple[str, str | None], list[Ticket]] = {}
    venues: dict[str, str] = {}
    for one in (hall, *hall.beside):
        for ticket in one.tickets.values():
            if day is not None and one.day_of(ticket) != day:
                continue
            if ticket.kind in COUNTED and ticket.state != "cancelled":
                key = ticket.college_id, _class_of(hall, ticket)
                tickets.setdefault(key, []).append(ticket)
                venues.setdefault(key[1] or key[0], one.venue.id)
    lines = []
    for college in hall.plan.body.colleges:
        for planned in college.classes:
            home = venues.get(planned.id) or hall.plan.home_of(planned.id)
            if home != hall.venue.id:
                continue
            there = tickets.get((college.id, planned.id), [])
            members, expected = hall.members(planned.id), hall.expected(planned.id)
            if day is not None:
                if not there and not _is_due(hall, planned.id, day):
                    continue
                members = rest(hall, planned.id, before=day)
                expected = heads_left(hall, planned.id, before=day)
            lines.append(_line(hall, college.id, planned.id, there, members, expected))
        home = venues.get(college.id) or hall.plan.homes[college.id]
        if home != hall.venue.id:
            continue
        there, members = tickets.get((college.id, None), []), hall.others(college.id)
        if there or (members and (day is None or day in hall.plan.days_of(college.id, home))):
            lines.append(_line(hall, college.id, None, there, members, len(members)))
    return lines


def _is_due(hall: Hall, class_id: str, day: date) -> bool:
    """Return whether a class has a window of its own on a day."""
    windows = hall.plan.windows_of(class_id, hall.venue.id, day)
    return any(not window.make_up for window in windows)


def _class_of(hall: Hall, ticket: Ticket) -> str | None:
    """Return the class whose line a ticket goes to: of a named student the roster knows it best."""
    enrolled = hall.enrolment.students.get(ticket.student or "")
    if enrolled is not None and enrolled.college_id == ticket.college_id:
        return enrolled.class_id
    return ticket.class_id


def _line(
    hall: Hall,
    college_id: str,
    class_id: str | None,
    tickets: list[Ticket],
    members: tuple[str, ...],
    expected: int,
) -> Line:
    # Of a class that came in parts the last check-in says who is missing still.
    own = next((t for t in reversed(tickets) if t.kind == "class"), None)
    beside = [t for t in tickets if _is_guest(t, class_id, members)]
    rolled = [t for t in tickets if t not in beside]
    absent = own.absent if own else hall.notes_on(college_id, class_id)
    notes = notes_of("absent", absent, own, members)
    for ticket in sorted(rolled, key=lambda t: t is not own):
        if ticket.kind == "late" or ticket.student in members:
            notes = without(notes, ticket)
        if ticket is own or ticket.kind != "class":
            notes += notes_of("missed", ticket.missed, ticket, members)
    accounted = _there(rolled) + sum(note.heads for note in notes)
    unexplained = max(expected - accounted, 0)
    of_guests = [note for t in beside for note in notes_of("missed", t.missed, t, ())]
    photographed = sum(t.photographed for t in tickets)
    fee_yuan = hall.plan.fee_from_class
    return Line(
        college_id=college_id,
        class_id=class_id,
        tickets=tuple(t.number for t in tickets),
        expected=expected,
        photographed=photographed,
        pending=_there(tickets) - photographed,
        absent=by_reason(notes, "absent"),
        missed=by_reason([*notes, *of_guests], "missed"),
        due=yuan(photographed * fee_yuan),
        paid=yuan(sum(t.fee.paid_yuan for t in tickets if t.fee)),
        fees=tuple(t.fee for t in tickets if t.fee),
        heads=_heads(members, rolled, notes, _taken(members, rolled, own)),
        guests=tuple(_walked_in(t) for t in tickets if t.student not in members and _is_there(t)),
        lacks=tuple(lacks_of(tickets, notes, members, unexplained, fee_yuan)),
        extra=max(accounted - expected, 0) + _there(beside) + sum(n.heads for n in of_guests),
        unexplained=unexplained,
    )


def _is_guest(ticket: Ticket, class_id: str | None, members: tuple[str, ...]) -> bool:
    """Return whether a ticket is of somebody beside the roll; unnamed latecomers are on it."""
    if ticket.student in members:
        return False
    return bool(ticket.student and members) or (ticket.kind == "held_back" and class_id is not None)


def _there(tickets: Iterable[Ticket]) -> int:
    """Count the heads that are photographed or may still be."""
    return sum(t.photographed if t.state == "finished" else t.present for t in tickets)


def _is_there(ticket: Ticket) -> bool:
    return ticket.student is not None and _there([ticket]) > 0


def _walked_in(ticket: Ticket) -> Head:
    """Return what became of a named walk-in who was not missed."""
    standing: Standing = "photographed" if ticket.photographed else "pending"
    return Head(ticket.student or "", standing, ticket=ticket.number)


def _taken(members: tuple[str, ...], tickets: list[Ticket], own: Ticket | None) -> dict[str, Head]:
    """Return whom earlier check-ins of a class that came in parts have photographed by name."""
    taken: dict[str, Head] = {}
    left = members
    for ticket in tickets:
        if ticket.kind == "class" and ticket is not own:
            after = left_after(left, ticket)
            done = set(left) - set(after)
            taken |= {s: Head(s, "photographed", ticket=ticket.number) for s in left if s in done}
            left = after
    return taken


def _heads(
    members: tuple[str, ...], tickets: list[Ticket], notes: list[Note], taken: dict[str, Head]
) -> tuple[Head, ...]:
    """Put every student of the roll on exactly one line."""
    by_name = taken | {
        n.student: Head(n.student, n.standing, n.reason, n.ticket) for n in notes if n.student
    }
    for ticket in tickets:
        if ticket.student in members and _is_there(ticket):
            by_name[ticket.student] = _walked_in(ticket)
    # Of those whom nothing names one can tell only what is so of all of them.
    left = [student for student in members if student not in by_name]
    unnamed = [ticket for ticket in tickets if ticket.student not in members]
    photographed = sum(ticket.photographed for ticket in unnamed) - len(taken)
    pending = _there(unnamed) - photographed - len(taken)
    rest: Standing = "unknown"
    if all(note.student for note in notes):
        if not pending and photographed >= len(left):
            rest = "photographed"
        elif not photographed and pending >= len(left):
            rest = "pending"
    # Of a class that came in parts, those who are left came with the last.
    last = max(unnamed, key=lambda t: (t.kind == "class", t.checked_in_at), default=None)
    number = last.number if last else None
    return tuple(by_name.get(s) or Head(s, rest, ticket=number) for s in members)
