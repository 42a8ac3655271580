"""A ticket as the answer to a command and its phone page tell it."""

from datetime import datetime
from typing import Any

from queueing.forecast.play import forecast
from queueing.hall import Hall
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket


def summary(hall: Hall, ticket: Ticket, now: datetime) -> dict[str, Any]:
    """Return number, token, state, heads, station, tickets ahead and expected call (RFC 3339).

    `ahead` is None for a ticket that is not waiting or on its way; `eta` for one not waiting or
    while no station is open.
    """
    expected = forecast(hall, now)
    ahead: int | None = None
    if ticket.state == "waiting":
        ahead = expected.queue.index(ticket)
    elif ticket.state in ("called", "shooting"):
        ahead = 0
    return {
        "number": ticket.number,
        "token": ticket.token,
        "state": ticket.state,
        "class_id": ticket.class_id,
        "college_id": ticket.college_id,
        "heads": ticket.present,
        "station": ticket.station,
        "ahead": ahead,
        "eta": rfc3339(expected.starts(ticket.number)),
        "eta_latest": rfc3339(expected.starts_latest(ticket.number)),
    }
