"""What a command says of heads must add up: no student twice, nobody from elsewhere."""

from collections.abc import Iterable

from queueing import commands as c
from queueing.hall import Hall
from queueing.refusals import Rejected, Unknown
from queueing.ticket import Ticket


def count(lines: Iterable[c.Missing]) -> int:
    """Count the heads that lines account for."""
    return sum(line.heads for line in lines)


def must_be_absent_from(
    hall: Hall, class_id: str, absent: tuple[c.Missing, ...], missed: tuple[c.Missing, ...] = ()
) -> None:
    """Refuse absences that the class cannot have: more than its heads, or not its students.

    Nobody is both absent and `missed` at the shoot.

    Raises Unknown("student") and Rejected("heads_mismatch").
    """
    _must_be_among(hall.members(class_id), (*absent, *missed))
    if count(absent) > (expected := hall.expected(class_id)):
        raise Rejected("heads_mismatch", expected=expected)


def must_be_others(hall: Hall, college_id: str, absent: tuple[c.Missing, ...]) -> None:
    """Refuse absences that those of a college without a class cannot have.

    Raises Unknown("student") and Rejected("heads_mismatch").
    """
    others = hall.others(college_id)
    _must_be_among(others, absent)
    if count(absent) > len(others):
        raise Rejected("heads_mismatch", expected=len(others))


def must_fit(ready: c.Ready | None, present: int) -> None:
    """Refuse more heads that are ready than are present.

    Raises Rejected("heads_mismatch").
    """
    if ready and max(ready.code or 0, ready.dress or 0) > present:
        raise Rejected("heads_mismatch", present=present)


def must_account_for(
    hall: Hall, ticket: Ticket, photographed: int, missed: tuple[c.Missing, ...]
) -> None:
    """Refuse an end that leaves a head out, counts one twice or names somebody from elsewhere.

    Raises Unknown("student") and Rejected("heads_mismatch").
    """
    if photographed + count(missed) != ticket.present:
        raise Rejected("heads_mismatch", present=ticket.present)
    if ticket.class_id is not None:
        must_be_absent_from(hall, ticket.class_id, ticket.absent, missed)


def must_be_eligible(hall: Hall, command: c.CheckInWalkIn) -> None:
    """Refuse a named walk-in who is nobody we know, has a ticket, or needs no photograph.

    Raises Unknown("student"), Rejected("already_checked_in"), Rejected("heads_mismatch") when more
    than one head goes by one name, and Rejected("not_eligible") for a held-back student who was
    photographed before.
    """
    if command.student is None:
        return
    if command.heads != 1:
        raise Rejected("heads_mismatch", present=1)
    enrolled = hall.enrolment.students.get(command.student)
    if enrolled is None and hall.enrolment.students:
        raise Unknown("student", command.student)
    if command.kind == "held_back" and enrolled is not None and enrolled.photographed_before:
        raise Rejected("not_eligible")
    if command.kind != "retake":
        for ticket in hall.tickets.values():
            missed = ticket.state == "finished" and not ticket.photographed
            if ticket.student == command.student and ticket.state != "cancelled" and not missed:
                raise Rejected("already_checked_in", ticket=ticket.number)


def _must_be_among(members: tuple[str, ...], lines: tuple[c.Missing, ...]) -> None:
    named = [line.student for line in lines if line.student is not None]
    if len(set(named)) != len(named):
        raise Rejected("heads_mismatch")
    for student in named:
        # Without a roster of them there is nothing to hold an id against.
        if members and student not in members:
            raise Unknown("student", student)
