"""What the wall shows, drawn from the hall: public, without a personal datum."""

from datetime import datetime
from typing import Any

from queueing.estimate import Forecast, forecast
from queueing.hall import Hall
from queueing.order import waiting, why
from queueing.summary import class_name, clock
from queueing.ticket import Ticket

# The wall has room for so many rows.
NEXT_ROWS = 5


def board(hall: Hall, now: datetime, drill: bool = False) -> dict[str, Any]:
    """Draw the board; times are RFC 3339 with the plan's offset."""
    queue = waiting(hall, now)
    expected = forecast(hall, now)
    return {
        "version": hall.version,
        "at": clock(now),
        "venue": hall.venue.id,
        "title": hall.plan.body.title,
        "drill": drill,
        "stations": [_station(hall, number, expected) for number in hall.stations],
        "next": [_next(hall, ticket, expected, now) for ticket in queue[:NEXT_ROWS]],
        "waiting": {"classes": len(queue), "heads": sum(t.present for t in queue)},
        "windows": windows(hall, now),
        "notice": notice(hall, now),
    }


def notice(hall: Hall, now: datetime) -> str | None:
    """Give the announcement that still stands."""
    announced = hall.announcement
    if announced is None or (announced.until is not None and announced.until <= now):
        return None
    return announced.text


def windows(hall: Hall, now: datetime) -> list[dict[str, Any]]:
    """List every college's window, at all venues, in plan order."""
    plan = hall.plan
    return [
        {
            "college_id": college.id,
            "college": college.name,
            "mongolian": college.mongolian,
            "venue": college.venue,
            "place": plan.venues[college.venue].name,
            "opens": clock(plan.windows[college.id][0]),
            "closes": clock(plan.windows[college.id][1]),
            "state": plan.window_state(college.id, now),
            "expected": college.expected,
        }
        for college in plan.body.colleges
    ]


def _station(hall: Hall, number: int, expected: Forecast) -> dict[str, Any]:
    setting = hall.stations[number]
    row: dict[str, Any] = {"station": number, "state": setting if setting != "open" else "idle"}
    if (taken := hall.at_station.get(number)) is None:
        return row
    ticket = hall.tickets[taken]
    shooting = ticket.state == "shooting"
    return row | {
        "state": "shooting" if shooting else "calling",
        "ticket": ticket.number,
        "kind": ticket.kind,
        "class": class_name(hall, ticket),
        "college": hall.plan.colleges[ticket.college_id].name,
        "mongolian": hall.plan.colleges[ticket.college_id].mongolian,
        "heads": ticket.present,
        "photographed": ticket.photographed,
        "recalls": ticket.recalls,
        "called_at": clock(ticket.called_at),
        "ends_at": clock(expected.ends[number]) if shooting else None,
    }


def _next(hall: Hall, ticket: Ticket, expected: Forecast, now: datetime) -> dict[str, Any]:
    return {
        "ticket": ticket.number,
        "kind": ticket.kind,
        "class": class_name(hall, ticket),
        "college": hall.plan.colleges[ticket.college_id].name,
        "heads": ticket.present,
        "eta": clock(expected.starts.get(ticket.number)),
        "eta_latest": None,
        "why": why(hall.plan, ticket.place, now),
    }
