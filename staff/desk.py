"""What the console shows: stations, the whole queue, the last commands and the slips."""

from datetime import datetime
from typing import Any

from queueing import events as e
from queueing.estimate import Forecast, forecast
from queueing.hall import Hall
from queueing.order import waiting, why
from queueing.record import Record
from queueing.summary import class_name, clock
from queueing.ticket import Ticket
from queueing.undo import can_undo

# So many past commands stay in sight.
LOG_ROWS = 12


def desk(hall: Hall, now: datetime, drill: bool = False) -> dict[str, Any]:
    """Draw the console; times are RFC 3339 with the plan's offset."""
    expected = forecast(hall, now)
    queue = waiting(hall, now)
    rows = {number: _row(hall, ticket, expected, now) for number, ticket in hall.tickets.items()}
    slips = {number: ticket.slip.state for number, ticket in hall.tickets.items()}
    log = _log(hall)
    return {
        "version": hall.version,
        "at": clock(now),
        "venue": hall.venue.id,
        "title": hall.plan.body.title,
        "drill": drill,
        "stations": [
            {"station": n, "setting": setting, "ticket": rows.get(hall.at_station.get(n, ""))}
            for n, setting in hall.stations.items()
        ],
        "queue": [rows[ticket.number] for ticket in queue],
        "waiting": {"classes": len(queue), "heads": sum(t.present for t in queue)},
        "ends_at": clock(expected.all_done),
        "held": [row for row in rows.values() if row["state"] == "held"],
        "missed": [row for row in rows.values() if row["state"] == "missed"],
        "finished": [row for row in rows.values() if row["state"] == "finished"],
        "log": log,
        "undo": next((row for row in log if row["can_undo"]), None),
        "slips": {
            "owed": [n for n, state in slips.items() if state in ("owed", "sending", "sent")],
            "unconfirmed": [n for n, state in slips.items() if state == "unconfirmed"],
        },
    }


def _row(hall: Hall, ticket: Ticket, expected: Forecast, now: datetime) -> dict[str, Any]:
    planned = hall.plan.classes.get(ticket.class_id or "")
    return {
        "ticket": ticket.number,
        "kind": ticket.kind,
        "state": ticket.state,
        "class": class_name(hall, ticket),
        "college": hall.plan.colleges[ticket.college_id].name,
        "heads": ticket.present,
        "expected": planned.expected if planned and ticket.kind == "class" else None,
        "photographed": ticket.photographed,
        "recalls": ticket.recalls,
        "checked_in_at": clock(ticket.checked_in_at),
        "called_at": clock(ticket.called_at),
        "started_at": clock(ticket.started_at),
        "ended_at": clock(ticket.ended_at),
        "eta": clock(expected.starts.get(ticket.number)),
        "why": why(hall.plan, ticket.place, now),
        "slip": ticket.slip.state,
    }


def _log(hall: Hall) -> list[dict[str, Any]]:
    """List the last commands, newest first; slips' events are the printer's, not a person's."""
    rows: list[dict[str, Any]] = []
    for record in reversed(hall.log):
        if isinstance(record.event, e.SlipEvent):
            continue
        rows.append(_command(hall, record))
        if len(rows) == LOG_ROWS:
            break
    return rows


def _command(hall: Hall, record: Record) -> dict[str, Any]:
    event = record.event
    number = getattr(event, "ticket", None)
    ticket = hall.tickets.get(number or "")
    return {
        "version": record.version,
        "at": clock(record.at),
        "by": record.by,
        "type": event.__struct_config__.tag,
        "ticket": number,
        "class": class_name(hall, ticket) if ticket else None,
        "station": getattr(event, "station", None),
        "state": getattr(event, "state", None),
        "undone": record.version in hall.undone,
        "can_undo": can_undo(hall, record.version),
    }
