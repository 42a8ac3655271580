"""The day as a picture: what was planned, what happened at each station, what is expected."""

from datetime import date, datetime, timedelta
from typing import Any

from queueing import events as e
from queueing.about import class_of, station_of, ticket_of
from queueing.forecast.ending import Ending, day_end, window_ends
from queueing.forecast.play import Slot, forecast
from queueing.hall import Hall
from queueing.order.policies import came_late
from queueing.plan import College
from queueing.record import Record
from queueing.summaries.history import Visit, visits
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket

# What answers "who was called when".
CALLS = e.Called | e.Recalled | e.MissedCall | e.Held | e.Returned


def timeline(hall: Hall, now: datetime) -> dict[str, Any]:
    """Draw the day as far as the hall tells of it, and the forecast from `now` on.

    One format for a live hall, one folded up to some version, and a simulated one. Times are
    RFC 3339 with the plan's offset.
    """
    expected = forecast(hall, now)
    day = hall.day(now)
    end, ends = day_end(hall, expected), window_ends(hall, expected, now)
    colleges = hall.plan.colleges_at(hall.venue.id, day)
    return {
        "version": hall.version,
        "at": rfc3339(now),
        "venue": hall.venue.id,
        "windows": [_window(hall, college, day, ends[college.id]) for college in colleges],
        "stations": [
            {"station": number, "state": state, "ends_at": rfc3339(expected.ends(number))}
            for number, state in hall.stations.items()
        ],
        "visits": [_visit(hall, v) for v in visits(hall) if hall.is_on(v.called_at, day)],
        "forecast": [_expected(hall, slot) for slot in expected.slots.values()]
        + [_awaited(hall, slot) for slot in expected.coming.values()],
        "calls": [
            _call(hall, record)
            for record in hall.log
            if isinstance(record.event, CALLS) and hall.is_on(record.at, day)
        ],
        "ends_at": rfc3339(end.at),
        "ends_latest": rfc3339(end.latest),
    }


def _window(hall: Hall, college: College, day: date, ending: Ending) -> dict[str, Any]:
    """Return when a college comes on a day beside what came and comes of it.

    `ends_at` is None while nothing is known of its end; `late_minutes` counts from the window's
    close. Of both the `latecomers` are left out, the classes that checked in after it.
    """
    opens, closes = hall.plan.span(college.id, hall.venue.id, day)
    planned = hall.plan.classes_on(college.id, hall.venue.id, day)
    tickets = [
        t for t in hall.tickets.values() if t.college_id == college.id and hall.day_of(t) == day
    ]
    classes = [t for t in tickets if t.kind == "class" and t.state != "cancelled"]
    late = (ending.at - closes) / timedelta(minutes=1) if ending.at else 0
    finished = sum(t.state == "finished" for t in classes)
    return {
        "college_id": college.id,
        "college": college.name,
        "opens": rfc3339(opens),
        "closes": rfc3339(closes),
        "ends_at": rfc3339(ending.at),
        "ends_latest": rfc3339(ending.latest),
        "late_minutes": max(0, round(late)),
        "latecomers": sum(came_late(hall, ticket) for ticket in classes),
        "done": finished == len(planned),
        "classes": {"planned": len(planned), "checked_in": len(classes), "finished": finished},
        "heads": {
            "expected": hall.plan.heads_on(college, hall.venue.id, day),
            "photographed": sum(t.photographed for t in tickets),
        },
    }  # fmt: skip


def _visit(hall: Hall, visit: Visit) -> dict[str, Any]:
    return _ticket(hall, hall.tickets[visit.ticket]) | {
        "station": visit.station,
        "called_at": rfc3339(visit.called_at),
        "started_at": rfc3339(visit.started_at),
        "ended_at": rfc3339(visit.ended_at),
        "outcome": visit.outcome,
    }


def _expected(hall: Hall, slot: Slot) -> dict[str, Any]:
    return _ticket(hall, slot.ticket) | {
        "station": slot.station,
        "eta": rfc3339(slot.starts),
        "eta_latest": rfc3339(slot.starts_latest),
        "ends_at": rfc3339(slot.ends),
    }


def _awaited(hall: Hall, slot: Slot) -> dict[str, Any]:
    """Return the bar of a class that has not checked in: no ticket, its state the roll's."""
    return _expected(hall, slot) | {"ticket": None, "state": "expected"}


def _ticket(hall: Hall, ticket: Ticket) -> dict[str, Any]:
    return {
        "ticket": ticket.number,
        "kind": ticket.kind,
        "class": hall.class_name(ticket),
        "college_id": ticket.college_id,
        "heads": ticket.present,
        "photographed": ticket.photographed,
        "state": ticket.state,
    }


def _call(hall: Hall, record: Record) -> dict[str, Any]:
    """Return who called whom; also what was undone since, for it was heard in the hall."""
    event = record.event
    return {
        "version": record.version,
        "at": rfc3339(record.at),
        "type": event.__struct_config__.tag,
        "ticket": ticket_of(event),
        "class": class_of(hall, event),
        "station": station_of(event),
        "reason": event.reason if isinstance(event, e.Called) else None,
        "by": record.by,
        "undone": record.version in hall.undone,
    }
