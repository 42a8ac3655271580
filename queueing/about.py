"""Whom an event is about: a ticket, a station, a class."""

from queueing import events as e
from queueing.hall import Hall

AtStation = e.StationEvent | e.Held | e.Returned | e.Transferred | e.Cancelled | e.StationSet


def ticket_of(event: e.AnyEvent) -> str | None:
    """Return the ticket that an event is about, if any."""
    return event.ticket if isinstance(event, e.TicketEvent | e.Undone) else None


def station_of(event: e.AnyEvent) -> int | None:
    """Return the station that an event is about: of a transfer, the one that the ticket came to."""
    return event.station if isinstance(event, AtStation) else None


def class_of(hall: Hall, event: e.AnyEvent) -> str | None:
    """Return the name of an event's class, also when its check-in has been undone since.

    It is the college where that is no class's; None where an event is about nobody.
    """
    if isinstance(event, e.AbsenceNoted):
        return hall.class_name(event)
    if isinstance(event, e.ClassAdded):
        return event.name
    number = ticket_of(event)
    if number is None:
        return None
    if (ticket := hall.tickets.get(number)) is not None:
        return hall.class_name(ticket)
    came = (r.event for r in hall.log if isinstance(r.event, e.CheckedIn | e.WalkedIn))
    return next(hall.class_name(event) for event in came if event.ticket == number)
