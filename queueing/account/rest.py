"""Who of a class is still to come after what earlier check-ins have taken."""

from datetime import date

from queueing.account.missing import left_after
from queueing.hall import Hall
from queueing.ticket import COUNTED, Ticket


def rest(hall: Hall, class_id: str, but: str = "", before: date | None = None) -> tuple[str, ...]:
    """Return a class's students of whom it is not known that they are photographed.

    What the ticket numbered `but` says does not count, nor what comes on the day `before` which is
    asked, or later.
    """
    left = hall.members(class_id)
    for ticket in _earlier(hall, class_id, but, before):
        if ticket.kind == "class":
            left = left_after(left, ticket)
        elif ticket.photographed:
            left = tuple(student for student in left if student != ticket.student)
    return left


def heads_left(hall: Hall, class_id: str, but: str = "", before: date | None = None) -> int:
    """Return how many heads of a class are still to come; see `rest`."""
    taken = sum(ticket.photographed for ticket in _earlier(hall, class_id, but, before))
    return max(hall.expected(class_id) - taken, 0)


def _earlier(hall: Hall, class_id: str, but: str, before: date | None) -> list[Ticket]:
    """List a class's finished tickets, here and beside, by check-in.

    Its latecomers count once their day is closed: until then the class may still speak of them.
    """
    its = [
        ticket
        for one in (hall, *hall.beside)
        for ticket in one.tickets.values()
        if ticket.class_id == class_id and ticket.state == "finished" and ticket.number != but
        if before is None or one.day_of(ticket) < before
        if ticket.kind == "class" or (ticket.kind in COUNTED and ticket.closed)
    ]
    return sorted(its, key=lambda ticket: ticket.checked_in_at)
