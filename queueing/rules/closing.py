"""A day's end: what is still open is shown first, then it is over for everybody alike."""

from datetime import date, datetime

from queueing import events as e
from queueing.hall import Hall
from queueing.refusals import Rejected


def close_day(hall: Hall, day: date, now: datetime) -> e.DayClosed:
    """Return the event by which a day ends; again, where somebody came after its end.

    Raises Rejected("illegal_transition") when it is over already or has not begun.
    """
    today = now.astimezone(hall.plan.timezone).date()
    is_over = hall.closed is not None and day <= hall.closed
    came_after = any(hall.day_of(ticket) <= day for ticket in hall.current())
    if day > today or (is_over and not came_after):
        raise Rejected("illegal_transition", closed=hall.closed)
    return e.DayClosed(day)


def unclosed_days(hall: Hall, now: datetime) -> list[date]:
    """List the days before today of which tickets are still there and nobody said they are over."""
    today = now.astimezone(hall.plan.timezone).date()
    return sorted({day for t in hall.current() if (day := hall.day_of(t)) < today})
