"""The day report: what was planned, what happened when, and what did not go as planned."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from queueing import events as e
from queueing.about import class_of, station_of, ticket_of
from queueing.account.ledger import ledger
from queueing.hall import Hall
from queueing.plan import College
from queueing.record import Record
from queueing.summaries.times import rfc3339
from queueing.ticket import Ticket
from staff.accounts.balance import figures

CALLS = e.Called | e.Recalled | e.MissedCall


def report(hall: Hall, day: date | None = None) -> dict[str, Any]:
    """Return a venue's day so far, or all its days, as JSON.

    Times are RFC 3339 with the plan's offset.
    """
    lines = ledger(hall, day)

    def records(kind: Any) -> Iterable[Record]:
        standing = (r for r in hall.log if isinstance(r.event, kind))
        return (
            r for r in standing
            if r.version not in hall.undone and (day is None or hall.is_on(r.at, day))
        )  # fmt: skip

    return {
        "venue": hall.venue.id,
        "name": hall.venue.name,
        "version": hall.version,
        "at": rfc3339(hall.log[-1].at if hall.log else None),
        "colleges": [
            _college(hall, college, day) | figures(of_college)
            for college in hall.plan.body.colleges
            if (of_college := [line for line in lines if line.college_id == college.id])
        ],
        "totals": figures(lines),
        "tickets": [
            _ticket(hall, ticket)
            for ticket in hall.tickets.values()
            if day is None or hall.day_of(ticket) == day
        ],
        "calls": [_call(hall, record) for record in records(CALLS)],
        "undone": [_undone(hall, record) for record in records(e.Undone)],
        "corrected": len(hall.corrected),
    }


def _college(hall: Hall, college: College, day: date | None) -> dict[str, Any]:
    """Return a college's window and its real times, of several days from the first to the last.

    `heads_per_hour` is from the first start to the last end of each day, `overrun_minutes` from the
    window's close. Of a college that comes for make-up alone there is no window.
    """
    venue = hall.venue.id
    spans = [hall.plan.span(college.id, venue, d) for d in hall.plan.days_of(college.id, venue)
             if day in (None, d)]  # fmt: skip
    opens, closes = (spans[0][0], spans[-1][1]) if spans else (None, None)
    tickets = [
        ticket
        for ticket in hall.tickets.values()
        if ticket.college_id == college.id and (day is None or hall.day_of(ticket) == day)
    ]
    finished = [ticket for ticket in tickets if ticket.state == "finished"]
    starts = _first(min, (ticket.started_at for ticket in tickets))
    ends = _first(max, (ticket.ended_at for ticket in finished))
    heads = sum(ticket.photographed for ticket in finished)
    took = sum((_took(hall, finished, on) for on in {*map(hall.day_of, finished)}), timedelta())
    late = (ends - closes) / timedelta(minutes=1) if ends and closes else 0
    return {
        "college_id": college.id,
        "name": college.name,
        "opens": rfc3339(opens),
        "closes": rfc3339(closes),
        "first_check_in": rfc3339(_first(min, (t.checked_in_at for t in tickets))),
        "starts": rfc3339(starts),
        "ends": rfc3339(ends),
        "heads_per_hour": round(heads * timedelta(hours=1) / took) if took else None,
        "overrun_minutes": max(0, round(late)),
    }


def _took(hall: Hall, finished: list[Ticket], day: date) -> timedelta:
    """Return how long it took to shoot a day's tickets, from the first start to the last end."""
    own = [ticket for ticket in finished if hall.day_of(ticket) == day]
    starts = _first(min, (ticket.started_at for ticket in own))
    ends = _first(max, (ticket.ended_at for ticket in own))
    return ends - starts if starts and ends else timedelta()


def _first(
    choose: Callable[[list[datetime]], datetime], times: Iterable[datetime | None]
) -> datetime | None:
    known = [at for at in times if at is not None]
    return choose(known) if known else None


def _ticket(hall: Hall, ticket: Ticket) -> dict[str, Any]:
    return {
        "ticket": ticket.number,
        "kind": ticket.kind,
        "college": hall.plan.colleges[ticket.college_id].name,
        "class": hall.class_name(ticket),
        "state": ticket.state,
        "present": ticket.present,
        "photographed": ticket.photographed,
        "checked_in_at": rfc3339(ticket.checked_in_at),
        "called_at": rfc3339(ticket.called_at),
        "started_at": rfc3339(ticket.started_at),
        "ended_at": rfc3339(ticket.ended_at),
    }


def _call(hall: Hall, record: Record) -> dict[str, Any]:
    """Return a call, a recall or a missed call; `reason` is that of a call out of turn."""
    return _common(hall, record) | {
        "station": station_of(record.event),
        "reason": record.event.reason if isinstance(record.event, e.Called) else None,
    }


def _undone(hall: Hall, record: Record) -> dict[str, Any]:
    """Return what an undo took back, and when either was done."""
    taken_back = hall.log[getattr(record.event, "last", 1) - 1]
    what = _common(hall, taken_back)
    return what | {"undone_at": rfc3339(record.at), "undone_by": record.by}


def _common(hall: Hall, record: Record) -> dict[str, Any]:
    return {
        "at": rfc3339(record.at),
        "type": record.event.__struct_config__.tag,
        "ticket": ticket_of(record.event),
        "class": class_of(hall, record.event),
        "by": record.by,
    }
