"""What a command says of heads must add up: no student twice, nobody from elsewhere."""

from collections.abc import Iterable

from queueing import commands as c
from queueing.account.ledger import ledger
from queueing.account.rest import heads_left, rest
from queueing.enrolment import Enrolled
from queueing.hall import Hall
from queueing.refusals import Rejected, Unknown
from queueing.ticket import Ticket


def count(lines: Iterable[c.Missing]) -> int:
    """Count the heads that lines account for."""
    return sum(line.heads for line in lines)


def must_be_absent_from(
    hall: Hall, class_id: str, absent: tuple[c.Missing, ...], ticket: str = ""
) -> None:
    """Refuse absences that the class cannot have: more than are left of it, or none of them.

    `ticket` is the class's own, if it has one. Raises Unknown("student") and
    Rejected("heads_mismatch").
    """
    must_be_among(rest(hall, class_id, ticket), absent)
    if count(absent) > (left := heads_left(hall, class_id, ticket)):
        raise Rejected("heads_mismatch", expected=left)


def must_be_others(hall: Hall, college_id: str, absent: tuple[c.Missing, ...]) -> None:
    """Refuse absences that those of a college without a class cannot have.

    Raises Unknown("student") and Rejected("heads_mismatch").
    """
    others = hall.others(college_id)
    must_be_among(others, absent)
    if count(absent) > len(others):
        raise Rejected("heads_mismatch", expected=len(others))


def must_fit(ready: c.Ready | None, present: int) -> None:
    """Refuse more heads that are ready than are present.

    Raises Rejected("heads_mismatch").
    """
    if ready and max(ready.code or 0, ready.dress or 0) > present:
        raise Rejected("heads_mismatch", present=present)


def must_account_for(ticket: Ticket, photographed: int, missed: tuple[c.Missing, ...]) -> None:
    """Refuse an end that leaves a head out, or of which somebody was absent from the start.

    Raises Rejected("heads_mismatch").
    """
    absent = {line.student for line in ticket.absent if line.student is not None}
    if photographed + count(missed) != ticket.present or absent & {m.student for m in missed}:
        raise Rejected("heads_mismatch", present=ticket.present)


def must_be_eligible(hall: Hall, command: c.CheckInWalkIn) -> None:
    """Refuse a named walk-in who is nobody of that class or college, or needs no photograph.

    Raises Unknown("student"); Rejected with "heads_mismatch" when more than one head goes by one
    name, or for the retake of somebody who is missing; "not_eligible" for a held-back student who
    was photographed before; "already_checked_in" for one who is photographed or in the queue, be
    it among their class.
    """
    if command.student is None:
        return
    if command.heads != 1:
        raise Rejected("heads_mismatch", present=1)
    enrolled = hall.enrolment.students.get(command.student)
    if hall.enrolment.students and not _is_of(enrolled, command):
        raise Unknown("student", command.student)
    if command.kind == "held_back" and enrolled is not None and enrolled.photographed_before:
        raise Rejected("not_eligible")
    heads = (head for line in ledger(hall) for head in (*line.heads, *line.guests))
    head = next((head for head in heads if head.student == command.student), None)
    if head is None or head.standing == "unknown":
        return
    is_there = head.standing in ("photographed", "pending")
    if command.kind == "retake" and head.standing != "photographed":
        raise Rejected("heads_mismatch")
    if command.kind != "retake" and is_there:
        raise Rejected("already_checked_in", ticket=head.ticket)


def _is_of(enrolled: Enrolled | None, command: c.CheckInWalkIn) -> bool:
    if enrolled is None or enrolled.college_id != command.college_id:
        return False
    return command.class_id is None or enrolled.class_id in (None, command.class_id)


def must_be_among(members: tuple[str, ...], lines: tuple[c.Missing, ...]) -> None:
    """Refuse lines that name a student twice, or one who is none of these.

    Raises Unknown("student") and Rejected("heads_mismatch").
    """
    named = [line.student for line in lines if line.student is not None]
    if len(set(named)) != len(named):
        raise Rejected("heads_mismatch")
    for student in named:
        # Without a roster of them there is nothing to hold an id against.
        if members and student not in members:
            raise Unknown("student", student)
