"""Who comes: a class by its monitor, a walk-in, and those of whom it is noted that they did not."""

from queueing import commands as c
from queueing import events as e
from queueing.account.missing import without_late
from queueing.hall import Hall
from queueing.plan import College
from queueing.refusals import Rejected, Unknown
from queueing.rules.heads import must_be_absent_from, must_be_eligible, must_be_others, must_fit
from queueing.rules.numbering import issue
from queueing.ticket import Ticket


def check_in(hall: Hall, command: c.CheckIn) -> e.CheckedIn:
    """Return the event by which a class takes its place in the queue."""
    college = _college_of(hall, command.class_id)
    must_not_be_checked_in(hall, command.class_id)
    must_be_absent_from(hall, command.class_id, command.absent)
    must_fit(command.ready, command.present)
    number, token = issue(hall, hall.plan.letter(college.id, hall.venue.id))
    return e.CheckedIn(
        number, token, command.class_id, college.id, command.present,
        command.absent, command.ready, command.fee,
    )  # fmt: skip


def check_in_walk_in(hall: Hall, command: c.CheckInWalkIn) -> e.WalkedIn:
    """Return the event by which heads without their class take a place in the queue."""
    college = _college(hall, command.college_id)
    if command.class_id is not None and hall.plan.college_of.get(command.class_id) != college:
        raise Unknown("class", command.class_id)
    must_be_eligible(hall, command)
    number, token = issue(hall, "W")
    return e.WalkedIn(
        number, token, command.kind, college.id, command.heads, command.class_id, command.student
    )


def rejoin(hall: Hall, command: c.Rejoin, ticket: Ticket) -> e.Rejoined:
    """Return the event by which late heads join their class before it is done.

    Raises Unknown("student"); Rejected("already_checked_in") for one who is there already,
    "illegal_transition" for the ticket of a walk-in, "heads_mismatch" for more than a ticket holds.
    """
    if ticket.kind != "class" or ticket.class_id is None:
        raise Rejected("illegal_transition", kind=ticket.kind)
    if ticket.present + command.heads > c.MOST_HEADS:
        raise Rejected("heads_mismatch", present=ticket.present)
    if command.student is not None:
        must_be_eligible(hall, c.CheckInWalkIn(
            "late", ticket.college_id, 1, ticket.class_id, command.student,
            id=command.id, venue=command.venue,
        ))  # fmt: skip
    absent = without_late(ticket.absent, command.student, command.heads)
    return e.Rejoined(ticket.number, command.heads, absent, command.student)


def reopen(hall: Hall, command: c.Reopen, ticket: Ticket) -> e.Reopened:
    """Return the event by which a finished ticket waits again.

    Raises Rejected("illegal_transition") when its day is closed, "already_checked_in" when its
    class has come with another since, "heads_mismatch" for more heads than it has.
    """
    if ticket.closed:
        raise Rejected("illegal_transition", closed=hall.closed)
    its = (one.checked_in.get(ticket.class_id or "") for one in (hall, *hall.beside))
    newer = next((number for number in its if number not in (None, ticket.number)), None)
    if ticket.kind == "class" and newer:
        raise Rejected("already_checked_in", ticket=newer)
    shot = ticket.photographed if command.photographed is None else command.photographed
    if shot > ticket.present:
        raise Rejected("heads_mismatch", present=ticket.present)
    return e.Reopened(ticket.number, shot)


def note_absent(hall: Hall, command: c.NoteAbsent) -> e.AbsenceNoted:
    """Return the note why those of a class, or of none of a college's classes, did not come."""
    if command.class_id is None:
        college = _college(hall, command.college_id or "")
        must_be_others(hall, college.id, command.absent)
    else:
        college = _college_of(hall, command.class_id)
        must_not_be_checked_in(hall, command.class_id)
        must_be_absent_from(hall, command.class_id, command.absent)
    return e.AbsenceNoted(college.id, command.class_id, command.absent)


def must_not_be_checked_in(hall: Hall, class_id: str) -> None:
    """Refuse a class that may not check in; raises Rejected("already_checked_in")."""
    if not may_check_in(hall, class_id):
        there = hall.ticket_anywhere(class_id)
        details = {"ticket": there.number} if there else {}
        raise Rejected("already_checked_in", **details)


def may_check_in(hall: Hall, class_id: str) -> bool:
    """Return whether a class has no ticket, or may come again for those who are left.

    It may with parts, and after its day was closed.
    """
    if (there := hall.ticket_anywhere(class_id)) is None:
        return hall.left(class_id) > 0 or not hall.taken(class_id)
    comes_again = hall.plan.body.parts and there.state == "finished"
    return comes_again and there.photographed < hall.left(class_id)


def _college(hall: Hall, college_id: str) -> College:
    college = hall.plan.colleges.get(college_id)
    if college is None or not hall.plan.takes_college(college_id, hall.venue.id):
        raise Unknown("college", college_id)
    return college


def _college_of(hall: Hall, class_id: str) -> College:
    college = hall.plan.college_of.get(class_id)
    if college is None or not hall.plan.takes_class(class_id, hall.venue.id):
        raise Unknown("class", class_id)
    return college
