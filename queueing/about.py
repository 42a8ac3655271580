"""Whom an event is about."""

from queueing import events as e
from queueing.hall import Hall


def class_of(hall: Hall, event: e.AnyEvent) -> str | None:
    """Name the class that an event is about, also when its check-in has been undone since.

    It is the college where that is no class's; None where an event is about nobody.
    """
    if isinstance(event, e.AbsenceNoted):
        return hall.class_name(event)
    number = getattr(event, "ticket", None)
    if number is None:
        return None
    if (ticket := hall.tickets.get(number)) is not None:
        return hall.class_name(ticket)
    came = (r.event for r in hall.log if isinstance(r.event, e.CheckedIn | e.WalkedIn))
    return next(hall.class_name(event) for event in came if event.ticket == number)
