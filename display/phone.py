"""The phone's drawing of one ticket: no name but the class's."""

from datetime import datetime
from typing import Any

from queueing.forecast.play import forecast
from queueing.hall import Hall
from queueing.summaries.summary import summary
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket


def phone(hall: Hall, ticket: Ticket, now: datetime) -> dict[str, Any]:
    """Return a ticket's drawing; `shooting` are the tickets now before the cameras.

    `ahead_heads` are the heads of those ahead, None like `ahead`; `notice` is what staff announced.
    """
    college = hall.plan.colleges[ticket.college_id]
    shooting = [n for n in hall.at_station.values() if hall.tickets[n].state == "shooting"]
    its = summary(hall, ticket, now)
    before = forecast(hall, now).queue[: its["ahead"] or 0]
    return its | {
        "ahead_heads": None if its["ahead"] is None else sum(t.present for t in before),
        "notice": hall.notice(now),
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
