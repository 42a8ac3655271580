"""The kiosk's drawing, the roll of classes to check in: public, without phone tokens."""

from datetime import datetime
from typing import Any

from queueing.hall import Hall
from queueing.plan import College, PlannedClass, Window
from queueing.summaries.times import rfc3339


def roll(hall: Hall, now: datetime) -> dict[str, Any]:
    """Return the venue's colleges with their windows and classes; times are RFC 3339."""
    return {
        "version": hall.version,
        "at": rfc3339(now),
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
    day, window = hall.day(now), _window(hall, college, now)
    return {
        "college_id": college.id,
        "name": college.name,
        "mongolian": college.mongolian,
        "expected": college.heads,
        "opens": rfc3339(window.opens),
        "closes": rfc3339(window.closes),
        "state": window.state(now),
        "classes": [
            _class(hall, planned)
            for planned in college.classes
            if hall.plan.windows_of(planned.id, hall.venue.id, day)
        ],
    }


def _class(hall: Hall, planned: PlannedClass) -> dict[str, Any]:
    ticket = hall.ticket_anywhere(planned.id)
    return {
        "class_id": planned.id,
        "name": planned.name,
        "expected": hall.left(planned.id),
        "state": ticket.state if ticket else "expected",
        "ticket": ticket.number if ticket else None,
        "present": ticket.present if ticket else None,
        "checked_in_at": rfc3339(ticket.checked_in_at) if ticket else None,
    }
