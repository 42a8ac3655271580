"""The roll that the kiosk checks classes in from: public, shows no phone token."""

from datetime import datetime
from typing import Any

from queueing.hall import Hall
from queueing.plan import College, PlannedClass
from queueing.summary import clock


def roll(hall: Hall, now: datetime) -> dict[str, Any]:
    """Draw the venue's colleges with their windows and classes."""
    return {
        "version": hall.version,
        "at": clock(now),
        "venue": hall.venue.id,
        "colleges": [_college(hall, c, now) for c in hall.plan.colleges_at(hall.venue.id)],
    }


def _college(hall: Hall, college: College, now: datetime) -> dict[str, Any]:
    opens, closes = hall.plan.windows[college.id]
    return {
        "college_id": college.id,
        "name": college.name,
        "mongolian": college.mongolian,
        "expected": college.expected,
        "opens": clock(opens),
        "closes": clock(closes),
        "state": hall.plan.window_state(college.id, now),
        "classes": [_class(hall, c) for c in college.classes],
    }


def _class(hall: Hall, planned: PlannedClass) -> dict[str, Any]:
    number = hall.of_class.get(planned.id)
    ticket = hall.tickets[number] if number is not None else None
    return {
        "class_id": planned.id,
        "name": planned.name,
        "expected": planned.expected,
        "state": ticket.state if ticket else "expected",
        "ticket": number,
        "present": ticket.present if ticket else None,
        "checked_in_at": clock(ticket.checked_in_at) if ticket else None,
    }
