"""The kiosk's drawing, the roll of classes to check in: public, without phone tokens."""

from datetime import datetime
from typing import Any

from queueing.forecast.play import Forecast, forecast
from queueing.hall import Hall
from queueing.plan import College, PlannedClass, Window
from queueing.rules.arrivals import may_check_in
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket


def roll(hall: Hall, now: datetime) -> dict[str, Any]:
    """Return the venue's colleges with their windows and classes; times are RFC 3339.

    `day` is the planned day that it is about: on a wrong day the next one, else the last.
    """
    return {
        "version": hall.version,
        "at": rfc3339(now),
        "day": hall.day(now).isoformat(),
        "venue": hall.venue.id,
        "colleges": [_college(hall, c, now) for c in _coming(hall, now)],
    }


def _coming(hall: Hall, now: datetime) -> list[College]:
    """List the colleges that come today; with a window of make-up all of whom somebody is left."""
    plan, day = hall.plan, hall.day(now)
    coming = list(plan.colleges_at(hall.venue.id, day))
    if any(window.make_up for window in plan.windows_at(hall.venue.id, day)):
        others = [college for college in plan.body.colleges if college not in coming]
        coming += [c for c in others if any(hall.left(planned.id) for planned in c.classes)]
    return coming


def _window(hall: Hall, college: College, now: datetime) -> Window:
    """Return the window that a college is in, else its next one of the day, else the last."""
    venue, day = hall.venue.id, hall.day(now)
    windows = hall.plan.windows_for(college.id, venue, day)
    windows = windows or [w for w in hall.plan.windows_at(venue, day) if w.make_up]
    in_turn = sorted(windows, key=lambda window: window.opens)
    return next((window for window in in_turn if now < window.closes), in_turn[-1])


def _college(hall: Hall, college: College, now: datetime) -> dict[str, Any]:
    window = _window(hall, college, now)
    classes = _classes(hall, college, now)
    return {
        "college_id": college.id,
        "name": college.name,
        "mongolian": college.mongolian,
        "expected": _expected(hall, college, classes, now),
        "opens": rfc3339(window.opens),
        "closes": rfc3339(window.closes),
        "state": window.state(now),
        "classes": classes,
    }


def _expected(hall: Hall, college: College, classes: list[dict[str, Any]], now: datetime) -> int:
    """Return how many of a college are expected today, after what earlier days have taken."""
    venue, day = hall.venue.id, hall.day(now)
    if not hall.plan.windows_for(college.id, venue, day):
        left: int = sum(row["expected"] for row in classes)
        return left
    taken: int = sum(row["taken"] for row in classes)
    return max(hall.plan.heads_on(college, venue, day) - taken, 0)


def _classes(hall: Hall, college: College, now: datetime) -> list[dict[str, Any]]:
    """List the classes of today's windows; of those with no ticket, whoever has heads left."""
    venue, day, expected = hall.venue.id, hall.day(now), forecast(hall, now)
    return [
        _class(hall, planned, expected)
        for planned in college.classes
        if hall.plan.windows_of(planned.id, venue, day)
        if hall.ticket_anywhere(planned.id) or may_check_in(hall, planned.id)
    ]


def _class(hall: Hall, planned: PlannedClass, expected: Forecast) -> dict[str, Any]:
    """Return a class; `taken` are its heads photographed before, `expected` those left."""
    ticket: Ticket | None = hall.ticket_anywhere(planned.id)
    left = hall.left(planned.id)
    if ticket and may_check_in(hall, planned.id):
        left -= ticket.photographed
        ticket = None
    eta = expected.starts(ticket.number) if ticket else None
    return {
        "class_id": planned.id,
        "name": planned.name,
        "expected": left,
        "taken": max(hall.expected(planned.id) - left, 0),
        "state": ticket.state if ticket else "expected",
        "ticket": ticket.number if ticket else None,
        "present": ticket.present if ticket else None,
        "checked_in_at": rfc3339(ticket.checked_in_at) if ticket else None,
        "ahead": next((n for n, t in enumerate(expected.queue) if t == ticket), None),
        "eta": rfc3339(eta),
    }
