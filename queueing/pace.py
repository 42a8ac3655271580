"""How fast the crews are: the plan's rates at first, each station's own as the day teaches them."""

import math
from collections import defaultdict
from datetime import datetime
from statistics import median

from msgspec import Struct

from queueing.hall import Hall
from queueing.ticket import Ticket

# Spreads, as standard deviations of logarithms (0.2 is about a fifth). Our assumptions, held
# against simulated days in docs/forecast.md: how far a day is from its plan, a station from its
# hall, a class from its station, a head and a changeover from their mean.
DAY = 0.25
STATION = 0.1
CLASS = 0.1
HEAD = 0.5
CHANGEOVER = 0.5
# What differs from the middle of all by more than so many standard deviations is no pace: somebody
# went to lunch. F. R. Hampel's rule (The influence curve, JASA 69, 1974).
ABSURD = 3.0
# The plan has as many votes as two classes when the middle is sought.
VOTES = 2

Observations = dict[int, list[tuple[float, float]]]


class Rate(Struct, frozen=True):
    """A duration in seconds (a median) and the variance of its logarithm: how sure we are of it."""

    seconds: float
    variance: float


class Pace(Struct, frozen=True):
    """What a head and a changeover take, station by station."""

    head: dict[int, Rate]
    changeover: dict[int, Rate]


def learn_pace(hall: Hall) -> Pace:
    """Learn both rates of every station from what was shot there and elsewhere in the hall today.

    Counts of a class still being shot tell as well. What was undone tells nothing.
    """
    heads: Observations = defaultdict(list)
    changeovers: Observations = defaultdict(list)
    for ticket in hall.tickets.values():
        if ticket.shot_at is None or ticket.started_at is None:
            continue
        if ticket.called_at and (took := _seconds(ticket.called_at, ticket.started_at)) > 0:
            _observe(changeovers[ticket.shot_at], took, CHANGEOVER**2)
        if shot := _shot(ticket):
            count, took = shot
            _observe(heads[ticket.shot_at], took / count, CLASS**2 + HEAD**2 / count)
    rates = hall.plan.body.rates
    return Pace(
        _by_station(hall, rates.seconds_per_head, heads),
        _by_station(hall, rates.changeover_seconds, changeovers),
    )


def _seconds(begin: datetime, end: datetime) -> float:
    return (end - begin).total_seconds()


def _shot(ticket: Ticket) -> tuple[int, float] | None:
    """Tell how many heads of a ticket took how long since its last start, if anything is known."""
    count = ticket.photographed - ticket.photographed_before
    until = {"finished": ticket.ended_at, "shooting": ticket.counted_at}.get(ticket.state)
    if ticket.started_at is None or until is None or count <= 0 or until <= ticket.started_at:
        return None
    return count, _seconds(ticket.started_at, until)


def _observe(observed: list[tuple[float, float]], seconds: float, variance: float) -> None:
    # The logarithm of a mean lies half its variance below the logarithm of what it is a mean of.
    observed.append((math.log(seconds) + variance / 2, variance))


def _by_station(hall: Hall, planned: float, observed: Observations) -> dict[int, Rate]:
    """Shrink each station towards the hall and the hall towards the plan.

    The normal hierarchical model on logarithms, variances known: A. Gelman et al., Bayesian Data
    Analysis, 3rd edition, section 5.4, equations 5.17 and 5.20.
    """
    prior = math.log(planned)
    middle = median([prior] * VOTES + [y for told in observed.values() for y, _ in told])
    means: dict[int, tuple[float, float]] = {}
    for station, told in observed.items():
        kept = [(y, v) for y, v in told if (y - middle) ** 2 <= ABSURD**2 * (v + DAY**2)]
        if precision := sum(1 / v for _, v in kept):
            means[station] = (sum(y / v for y, v in kept) / precision, 1 / precision)
    hall_precision = DAY**-2 + sum(1 / (v + STATION**2) for _, v in means.values())
    hall_mean = prior / DAY**2 + sum(y / (v + STATION**2) for y, v in means.values())
    hall_mean, hall_variance = hall_mean / hall_precision, 1 / hall_precision
    rates = {}
    for station in hall.stations:
        y, v = means.get(station, (hall_mean, math.inf))
        pull = v / (v + STATION**2) if station in means else 1.0
        variance = pull * STATION**2 + pull**2 * hall_variance
        rates[station] = Rate(math.exp(y + pull * (hall_mean - y)), variance)
    return rates
