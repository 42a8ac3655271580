"""The wall's drawing: public, without personal data."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from queueing.account.ledger import ledger
from queueing.forecast.play import Forecast, forecast
from queueing.hall import Hall
from queueing.plan import Plan, Window
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket

# So many rows say when they are called at the latest and why they stand where they do.
NEXT_ROWS = 5
STATION_FIELDS = (
    "station", "state", "ticket", "kind", "class", "college", "mongolian", "heads",
    "photographed", "recalls", "called_at", "ends_at",
)  # fmt: skip


def board(hall: Hall, now: datetime, drill: bool = False) -> dict[str, Any]:
    """Return the wall's drawing; times are RFC 3339 with the plan's offset."""
    expected = forecast(hall, now)
    queue = expected.queue
    return {
        "version": hall.version,
        "at": rfc3339(now),
        "venue": hall.venue.id,
        "title": hall.plan.body.title,
        "drill": drill,
        "stations": [_station(hall, number, expected) for number in hall.stations],
        "next": [_next(hall, ticket, expected) for ticket in queue[:NEXT_ROWS]],
        "others": [_other(hall, ticket, expected) for ticket in queue[NEXT_ROWS:]],
        "held": [_named(hall, t) for t in hall.current() if t.state == "held"],
        "missed": [_named(hall, t) for t in hall.current() if t.state == "missed"],
        "waiting": {"classes": len(queue), "heads": sum(t.present for t in queue)},
        "windows": windows(hall, now),
        "notice": hall.notice(now),
        "closing": closing(hall, now),
    }


def windows(hall: Hall, now: datetime) -> list[dict[str, Any]]:
    """Return the day's windows at all venues, in plan order, a row for each college.

    A row's `classes` are named where only they come of their college. A make-up window is one row
    without a college.
    """
    plan, day = hall.plan, hall.day(now)
    return [row for w in plan.windows if w.day == day for row in _window(plan, w, now)]


def _window(plan: Plan, window: Window, now: datetime) -> Iterator[dict[str, Any]]:
    venue = plan.venues[window.venue]
    common = {
        "venue": venue.id,
        "place": venue.name,
        "opens": rfc3339(window.opens),
        "closes": rfc3339(window.closes),
        "state": window.state(now),
        "make_up": window.make_up,
    }
    if window.make_up:
        yield common | {"college_id": None, "college": None, "mongolian": "", "classes": [],
                        "expected": None}  # fmt: skip
    for college_id in plan.colleges_in(window):
        college = plan.colleges[college_id]
        whole = college_id in window.colleges
        named = [plan.classes[c] for c in window.classes if plan.college_of[c] is college]
        yield common | {
            "college_id": college.id,
            "college": college.name,
            "mongolian": college.mongolian,
            "classes": [] if whole else [planned.name for planned in named],
            "expected": college.heads if whole else sum(planned.expected for planned in named),
        }


def closing(hall: Hall, now: datetime) -> dict[str, int] | None:
    """Return the day's sums once it is over; None while anybody waits, is shot or may still come.

    Heads that are `missing` or `pending`, as the account has it, were not photographed.
    """
    today = hall.plan.windows_at(hall.venue.id, hall.day(now))
    finished = {t.class_id for t in hall.current() if t.state == "finished"}
    classes = {class_id for window in today for class_id in hall.plan.classes_in(window)}
    over = all(window.state(now) == "past" for window in today)
    busy = hall.at_station or any(t.state in ("waiting", "held") for t in hall.current())
    if busy or not finished or not (over or classes <= finished):
        return None
    lines = ledger(hall)
    return {
        "classes": len(finished & classes),
        "photographed": sum(line.photographed for line in lines),
        "missing": sum(line.missing for line in lines),
        "pending": sum(line.pending for line in lines),
    }


def _station(hall: Hall, number: int, expected: Forecast) -> dict[str, Any]:
    setting = hall.stations[number]
    row: dict[str, Any] = dict.fromkeys(STATION_FIELDS)
    row |= {"station": number, "state": setting if setting != "open" else "idle"}
    if (taken := hall.at_station.get(number)) is None:
        return row
    ticket = hall.tickets[taken]
    shooting = ticket.state == "shooting"
    return row | {
        "state": "shooting" if shooting else "calling",
        "ticket": ticket.number,
        "kind": ticket.kind,
        "class": hall.class_name(ticket),
        "college": hall.plan.colleges[ticket.college_id].name,
        "mongolian": hall.plan.colleges[ticket.college_id].mongolian,
        "heads": ticket.present,
        "photographed": ticket.photographed,
        "recalls": ticket.recalls,
        "called_at": rfc3339(ticket.called_at),
        "ends_at": rfc3339(expected.ends(number)) if shooting else None,
    }


def _named(hall: Hall, ticket: Ticket) -> dict[str, Any]:
    return {
        "ticket": ticket.number,
        "kind": ticket.kind,
        "class": hall.class_name(ticket),
        "heads": ticket.present,
    }


def _other(hall: Hall, ticket: Ticket, expected: Forecast) -> dict[str, Any]:
    """Return the short row of who is not among the next."""
    return _named(hall, ticket) | {"eta": rfc3339(expected.starts(ticket.number))}


def _next(hall: Hall, ticket: Ticket, expected: Forecast) -> dict[str, Any]:
    return _other(hall, ticket, expected) | {
        "college": hall.plan.colleges[ticket.college_id].name,
        "eta_latest": rfc3339(expected.starts_latest(ticket.number)),
        "why": expected.why[ticket.number],
        "priority": hall.plan.priorities.get(ticket.class_id or ""),
    }
