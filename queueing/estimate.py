"""When the waiting will be called, as far as the plan's pace and the day so far tell."""

import heapq
from datetime import datetime, timedelta

from msgspec import Struct

from queueing.hall import Hall
from queueing.order import Why, turns
from queueing.ticket import Ticket

# The plan's pace weighs as much as so many heads really shot.
PRIOR_HEADS = 60


class Forecast(Struct, frozen=True):
    """The waiting in their order, each one's predicted call, and each busy station's end.

    Hall time. `starts` is empty while no station is open; `all_done` is None when nobody is
    waiting or being shot.
    """

    queue: list[Ticket]
    why: dict[str, Why]
    starts: dict[str, datetime]
    ends: dict[int, datetime]
    all_done: datetime | None


def pace(hall: Hall) -> timedelta:
    """Estimate the time a head takes: the plan's prior, shrunk towards what was measured today."""
    heads, measured = 0, timedelta()
    for ticket in hall.tickets.values():
        if ticket.state == "finished" and ticket.started_at and ticket.ended_at:
            heads += ticket.photographed - ticket.photographed_before
            measured += ticket.ended_at - ticket.started_at
    prior = timedelta(seconds=hall.plan.body.rates.seconds_per_head)
    return (prior * PRIOR_HEADS + measured) / (PRIOR_HEADS + heads)


def forecast(hall: Hall, now: datetime) -> Forecast:
    """Play the queue forward over the open stations; closed and paused ones take nobody."""
    per_head = pace(hall)
    changeover = timedelta(seconds=hall.plan.body.rates.changeover_seconds)

    def remaining(ticket: Ticket) -> timedelta:
        heads = max(ticket.present - ticket.photographed, 0) * per_head
        return heads if ticket.state == "shooting" else changeover + heads

    line = turns(hall, now)
    queue = [ticket for ticket, _ in line]
    why = {ticket.number: why for ticket, why in line}
    ends = {
        station: now + remaining(hall.tickets[number])
        for station, number in hall.at_station.items()
    }
    free = [(ends.get(s, now), s) for s, state in hall.stations.items() if state == "open"]
    heapq.heapify(free)
    starts: dict[str, datetime] = {}
    finishes: list[datetime] = []
    for ticket in queue if free else ():
        at, station = free[0]
        starts[ticket.number] = at
        finishes.append(at + remaining(ticket))
        heapq.heapreplace(free, (finishes[-1], station))
    return Forecast(queue, why, starts, ends, max([*ends.values(), *finishes], default=None))
