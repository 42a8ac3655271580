"""Who comes: a class by its monitor, a walk-in, and those of whom it is noted that they did not."""

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall
from queueing.plan import College
from queueing.refusals import Rejected, Unknown
from queueing.rules.heads import must_be_absent_from, must_be_eligible, must_be_others, must_fit
from queueing.rules.numbering import issue


def check_in(hall: Hall, command: c.CheckIn) -> e.CheckedIn:
    """Return the event by which a class takes its place in the queue."""
    college = _college_of(hall, command.class_id)
    must_not_be_checked_in(hall, command.class_id)
    must_be_absent_from(hall, command.class_id, command.absent)
    must_fit(command.ready, command.present)
    number, token = issue(hall, hall.plan.letters[college.id])
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
    """Refuse a class that has a ticket.

    Raises Rejected("already_checked_in").
    """
    if (there := hall.ticket_by_class().get(class_id)) is not None:
        raise Rejected("already_checked_in", ticket=there)


def _college(hall: Hall, college_id: str) -> College:
    college = hall.plan.colleges.get(college_id)
    if college is None or college.venue != hall.venue.id:
        raise Unknown("college", college_id)
    return college


def _college_of(hall: Hall, class_id: str) -> College:
    college = hall.plan.college_of.get(class_id)
    if college is None or college.venue != hall.venue.id:
        raise Unknown("class", class_id)
    return college
