"""The phone's drawing of one ticket: no name but the class's."""

from datetime import datetime
from typing import Any

from queueing.hall import Hall
from queueing.summaries.summary import summary
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket


def phone(hall: Hall, ticket: Ticket, now: datetime) -> dict[str, Any]:
    """Return a ticket's drawing; `shooting` are the tickets now before the cameras."""
    college = hall.plan.colleges[ticket.college_id]
    shooting = [n for n in hall.at_station.values() if hall.tickets[n].state == "shooting"]
    return summary(hall, ticket, now) | {
        "version": hall.version,
        "at": rfc3339(now),
        "kind": ticket.kind,
        "class": hall.class_name(ticket),
        "college": college.name,
        "mongolian": college.mongolian,
        "venue": hall.venue.id,
        "title": hall.plan.body.title,
        "recalls": ticket.recalls,
        "photographed": ticket.photographed,
        "shooting": shooting,
    }
