"""The kiosk's drawing, the roll of classes to check in: public, without phone tokens."""

from datetime import datetime
from typing import Any

from queueing.hall import Hall
from queueing.plan import College, PlannedClass
from queueing.summaries.times import rfc3339


def roll(hall: Hall, now: datetime) -> dict[str, Any]:
    """Return the venue's colleges with their windows and classes; times are RFC 3339."""
    colleges, there = hall.plan.colleges_at(hall.venue.id), hall.ticket_by_class()
    return {
        "version": hall.version,
        "at": rfc3339(now),
        "venue": hall.venue.id,
        "colleges": [_college(hall, c, there, now) for c in colleges],
    }


def _college(hall: Hall, college: College, there: dict[str, str], now: datetime) -> dict[str, Any]:
    opens, closes = hall.plan.windows[college.id]
    return {
        "college_id": college.id,
        "name": college.name,
        "mongolian": college.mongolian,
        "expected": college.expected,
        "opens": rfc3339(opens),
        "closes": rfc3339(closes),
        "state": hall.plan.window_state(college.id, now),
        "classes": [_class(hall, c, there.get(c.id)) for c in college.classes],
    }


def _class(hall: Hall, planned: PlannedClass, number: str | None) -> dict[str, Any]:
    ticket = hall.tickets[number] if number is not None else None
    return {
        "class_id": planned.id,
        "name": planned.name,
        "expected": hall.expected(planned.id),
        "state": ticket.state if ticket else "expected",
        "ticket": number,
        "present": ticket.present if ticket else None,
        "checked_in_at": rfc3339(ticket.checked_in_at) if ticket else None,
    }
