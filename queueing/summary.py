"""A ticket as the answer to a command and its phone page tell it."""

from datetime import datetime
from typing import Any, overload

from queueing.estimate import forecast
from queueing.hall import Hall
from queueing.order import waiting
from queueing.ticket import Ticket


def summary(hall: Hall, ticket: Ticket, now: datetime) -> dict[str, Any]:
    """Tell number, token, state, heads, station, tickets ahead and expected call (RFC 3339).

    `ahead` is None for a ticket that is not waiting or on its way; `eta` for one not waiting or
    while no station is open.
    """
    ahead: int | None = None
    if ticket.state == "waiting":
        ahead = [t.number for t in waiting(hall, now)].index(ticket.number)
    elif ticket.state in ("called", "shooting"):
        ahead = 0
    eta = forecast(hall, now).starts.get(ticket.number)
    return {
        "number": ticket.number,
        "token": ticket.token,
        "state": ticket.state,
        "class_id": ticket.class_id,
        "college_id": ticket.college_id,
        "heads": ticket.present,
        "station": ticket.station,
        "ahead": ahead,
        "eta": clock(eta),
    }


def class_name(hall: Hall, ticket: Ticket) -> str:
    """Name the class of a ticket, or the college of a walk-in without one."""
    if ticket.class_id is not None:
        return hall.plan.classes[ticket.class_id].name
    return hall.plan.colleges[ticket.college_id].name


@overload
def clock(at: datetime) -> str: ...
@overload
def clock(at: datetime | None) -> str | None: ...
def clock(at: datetime | None) -> str | None:
    """Write a time as RFC 3339 to the second, with its offset."""
    return None if at is None else at.isoformat(timespec="seconds")
