"""The console's drawing: stations, the whole queue, the last commands and the slips."""

from datetime import date, datetime
from typing import Any

import msgspec

from queueing import events as e
from queueing.about import class_of, station_of, ticket_of
from queueing.forecast.ending import Ending, day_end, window_ends
from queueing.forecast.play import Forecast, forecast
from queueing.hall import Hall
from queueing.plan import College
from queueing.record import Record
from queueing.rules.closing import unclosed_days
from queueing.rules.undo import can_undo
from queueing.slip import ON_ITS_WAY
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket

# The number of past commands shown.
LOG_ROWS = 12


def desk(hall: Hall, now: datetime, drill: bool = False) -> dict[str, Any]:
    """Return the console's drawing; times are RFC 3339 with the plan's offset."""
    expected = forecast(hall, now)
    day = hall.day(now)
    end, ends = day_end(hall, expected), window_ends(hall, expected, now)
    colleges = hall.plan.colleges_at(hall.venue.id, day)
    queue = expected.queue
    tickets = hall.current()
    rows = {ticket.number: _row(hall, ticket, expected) for ticket in tickets}
    return {
        "version": hall.version,
        "at": rfc3339(now),
        "venue": hall.venue.id,
        "title": hall.plan.body.title,
        "drill": drill,
        "unclosed": [day.isoformat() for day in unclosed_days(hall, now)],
        "notice": (notice := hall.notice(now)),
        "notice_until": rfc3339(hall.announcement.until) if notice and hall.announcement else None,
        "stations": [
            {"station": n, "setting": setting, "ticket": rows.get(hall.at_station.get(n, ""))}
            for n, setting in hall.stations.items()
        ],
        "queue": [rows[ticket.number] for ticket in queue],
        "waiting": {"classes": len(queue), "heads": sum(t.present for t in queue)},
        "ends_at": rfc3339(end.at),
        "ends_latest": rfc3339(end.latest),
        "windows": [_window(hall, college, day, ends[college.id]) for college in colleges],
        "held": [row for row in rows.values() if row["state"] == "held"],
        "missed": [row for row in rows.values() if row["state"] == "missed"],
        "finished": sorted(
            (row for row in rows.values() if row["state"] == "finished"),
            key=lambda row: row["ended_at"],
        ),
        "log": _log(hall),
        "slips": {
            "owed": [t.number for t in tickets if t.owes_slip or t.slip.state in ON_ITS_WAY],
            "unconfirmed": [t.number for t in tickets if t.slip.state == "unconfirmed"],
        },
    }


def _window(hall: Hall, college: College, day: date, ending: Ending) -> dict[str, Any]:
    return {
        "college_id": college.id,
        "closes": rfc3339(hall.plan.span(college.id, hall.venue.id, day)[1]),
        "ends_at": rfc3339(ending.at),
        "ends_latest": rfc3339(ending.latest),
    }


def _row(hall: Hall, ticket: Ticket, expected: Forecast) -> dict[str, Any]:
    its_class = ticket.class_id if ticket.kind == "class" else None
    return {
        "ticket": ticket.number,
        "kind": ticket.kind,
        "state": ticket.state,
        "class_id": ticket.class_id,
        "class": hall.class_name(ticket),
        "college": hall.plan.colleges[ticket.college_id].name,
        "heads": ticket.present,
        "expected": hall.expected(its_class) if its_class else None,
        "photographed": ticket.photographed,
        "counted": ticket.counted,
        "shot_at": ticket.shot_at,
        "recalls": ticket.recalls,
        "checked_in_at": rfc3339(ticket.checked_in_at),
        "called_at": rfc3339(ticket.called_at),
        "started_at": rfc3339(ticket.started_at),
        "ended_at": rfc3339(ticket.ended_at),
        "eta": rfc3339(expected.starts(ticket.number)),
        "eta_latest": rfc3339(expected.starts_latest(ticket.number)),
        "why": expected.why.get(ticket.number),
        "priority": hall.plan.priorities.get(ticket.class_id or ""),
        "slip": ticket.slip.state,
        "absent": msgspec.to_builtins(ticket.absent),
        "missed": msgspec.to_builtins(ticket.missed),
        "ready": msgspec.to_builtins(ticket.ready),
        "fee": msgspec.to_builtins(ticket.fee),
    }


def _log(hall: Hall) -> list[dict[str, Any]]:
    """Return the last commands, newest first; without slip events, which no person causes."""
    rows: list[dict[str, Any]] = []
    for record in reversed(hall.log):
        if isinstance(record.event, e.SlipEvent):
            continue
        rows.append(_command(hall, record))
        if len(rows) == LOG_ROWS:
            break
    return rows


def _command(hall: Hall, record: Record) -> dict[str, Any]:
    """Return a command; `what` is the command that an undo took back."""
    event = record.event
    taken_back = hall.log[event.last - 1] if isinstance(event, e.Undone) else None
    return {
        "version": record.version,
        "at": rfc3339(record.at),
        "by": record.by,
        "type": event.__struct_config__.tag,
        "ticket": ticket_of(event),
        "class": class_of(hall, event),
        "station": station_of(event),
        "state": event.state if isinstance(event, e.StationSet) else None,
        "other": event.other if isinstance(event, e.Swapped) else None,
        "date": event.date.isoformat() if isinstance(event, e.DayClosed | e.WindowSet) else None,
        "undone": record.version in hall.undone,
        "can_undo": can_undo(hall, record.version),
        "what": _command(hall, taken_back) if taken_back else None,
    }
