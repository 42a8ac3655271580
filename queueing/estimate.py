"""When the waiting will be called, as far as the plan's pace and the day so far tell."""

import heapq
from datetime import datetime, timedelta

from msgspec import Struct

from queueing.hall import Hall
from queueing.order import waiting
from queueing.ticket import Ticket

# The plan's pace weighs as much as so many heads really shot.
PRIOR_HEADS = 60


class Forecast(Struct, frozen=True):
    """Predicted call of each waiting ticket, end of each busy station and of the whole queue.

    Hall time; `all_done` is None when nobody is waiting or being shot.
    """

    starts: dict[str, datetime]
    ends: dict[int, datetime]
    all_done: datetime | None


def pace(hall: Hall) -> timedelta:
    """Estimate the time a head takes: the plan's prior, shrunk towards what was measured today."""
    done = [t for t in hall.tickets.values() if t.state == "finished" and t.photographed]
    heads = sum(t.photographed for t in done)
    measured = sum(
        ((t.ended_at or t.checked_in_at) - (t.started_at or t.checked_in_at)).total_seconds()
        for t in done
    )
    prior = hall.plan.body.rates.seconds_per_head
    return timedelta(seconds=(prior * PRIOR_HEADS + measured) / (PRIOR_HEADS + heads))


def forecast(hall: Hall, now: datetime) -> Forecast:
    """Play the queue forward over the open stations; closed and paused ones take nobody."""
    per_head = pace(hall)
    changeover = timedelta(seconds=hall.plan.body.rates.changeover_seconds)

    def remaining(ticket: Ticket) -> timedelta:
        heads = max(ticket.present - ticket.photographed, 0) * per_head
        return heads if ticket.state == "shooting" else changeover + heads

    ends = {
        station: now + remaining(hall.tickets[number])
        for station, number in hall.at_station.items()
    }
    free = [(ends.get(s, now), s) for s, state in hall.stations.items() if state == "open"]
    heapq.heapify(free)
    starts: dict[str, datetime] = {}
    finishes: list[datetime] = []
    for ticket in waiting(hall, now) if free else ():
        at, station = free[0]
        starts[ticket.number] = at
        finishes.append(at + remaining(ticket))
        heapq.heapreplace(free, (finishes[-1], station))
    return Forecast(starts, ends, max([*ends.values(), *finishes], default=None))
