"""The outcome of simulated days: overruns by college, waits, use of stations, the day's end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median, quantiles
from typing import Any

from msgspec import Struct

from queueing.hall import Hall
from queueing.order.policies import came_late
from queueing.plan import Plan
from queueing.summaries.history import visits
from queueing.summaries.times import rfc3339
from rehearsal.demand import demand

MINUTE = timedelta(minutes=1)


class Day(Struct, frozen=True):
    """The outcome of one simulated day.

    In minutes: `overruns` by college, from its last window's close to the end of its last class
    that was not late, negative when that was earlier; `waits` of classes from check-in to start.
    `use` is the stations' utilisation, 0 to 1, from the first call to the end. `ended_at` is None
    when nobody was called.
    """

    seed: int
    ended_at: datetime | None
    overruns: dict[str, float]
    waits: list[float]
    use: float


def day_of(hall: Hall, seed: int) -> Day:
    """Return the outcome of a simulated day."""
    ends: dict[str, datetime] = {}
    waits = []
    closes = {
        college.id: hall.plan.span(college.id, hall.venue.id, hall.plan.days[0])[1]
        for college in hall.plan.colleges_at(hall.venue.id)
    }
    for ticket in hall.tickets.values():
        if ticket.kind == "class" and ticket.started_at and ticket.ended_at:
            waits.append((ticket.started_at - ticket.checked_in_at) / MINUTE)
            # A class that comes late overruns by its own fault, not by the plan's.
            if not came_late(hall, ticket):
                before = ends.get(ticket.college_id, ticket.ended_at)
                ends[ticket.college_id] = max(before, ticket.ended_at)
    stays = [(v.called_at, v.ended_at, v.station) for v in visits(hall) if v.ended_at]
    if not stays:
        return Day(seed, None, {}, [], 0)
    first, last = min(stay[0] for stay in stays), max(stay[1] for stay in stays)
    busy = sum((stay[1] - stay[0] for stay in stays), timedelta())
    overruns = {c: (end - closes[c]) / MINUTE for c, end in ends.items()}
    use = busy / ((last - first) * len({stay[2] for stay in stays}))
    return Day(seed, last, overruns, waits, use)


def typical(days: Sequence[Day]) -> Day:
    """Return the median day by the sum of its colleges' overruns."""
    return sorted(days, key=_overrun)[len(days) // 2]


def outcome(plan: Plan, venue: str, days: Sequence[Day]) -> dict[str, Any]:
    """Return a venue's days as JSON: medians, and what nine days in ten keep within."""
    date, ends = plan.days[0], sorted(day.ended_at for day in days if day.ended_at)
    return {
        "venue": venue,
        "name": plan.venues[venue].name,
        "stations": len(plan.venues[venue].open_at_start),
        "ends_at": rfc3339(ends[len(ends) // 2] if ends else None),
        "ends_latest": rfc3339(ends[len(ends) * 9 // 10] if ends else None),
        "wait_minutes": _spread([wait for day in days for wait in day.waits]),
        "use": round(median(day.use for day in days), 2),
        "colleges": [
            {
                "college_id": college.id,
                "college": college.name,
                "opens": rfc3339(plan.span(college.id, venue, date)[0]),
                "closes": rfc3339(plan.span(college.id, venue, date)[1]),
                "expected": plan.heads_on(college, venue, date),
                **demand(plan, college, venue),
                "overrun_minutes": _spread(
                    [day.overruns[college.id] for day in days if college.id in day.overruns]
                ),
            }
            for college in plan.colleges_at(venue)
        ],
    }  # fmt: skip


def _overrun(day: Day) -> float:
    return sum(max(minutes, 0) for minutes in day.overruns.values())


def _spread(values: Sequence[float]) -> dict[str, int] | None:
    """Return the median and the 90th percentile, rounded; None without values."""
    if not values:
        return None
    ninety = quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else values[0]
    return {"median": round(median(values)), "ninety": round(ninety)}
