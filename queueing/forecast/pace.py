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
# The spreads weigh as much as so many classes that stray as far as they say.
ASSUMED = 10
# The plan has as many votes as two classes when the middle is sought.
VOTES = 2

Observations = dict[int, list[tuple[float, float]]]


class Rate(Struct, frozen=True):
    """A duration in seconds (a median), and the variance of its logarithm: how sure we are of it.

    `chance` is by how much durations vary more, or less, than was assumed: a factor of variances.
    """

    seconds: float
    variance: float
    chance: float = 1.0


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
    """Return how many heads took how many seconds since a ticket's last start, if known."""
    count = ticket.photographed - ticket.counted_before
    until = {"finished": ticket.ended_at, "shooting": ticket.counted_at}.get(ticket.state)
    if ticket.started_at is None or until is None or count <= 0 or until <= ticket.started_at:
        return None
    return count, _seconds(ticket.started_at, until)


def _observe(observed: list[tuple[float, float]], seconds: float, variance: float) -> None:
    # The logarithm of a mean lies half its variance below the logarithm of what it is a mean of.
    observed.append((math.log(seconds) + variance / 2, variance))


def _by_station(hall: Hall, planned: float, observed: Observations) -> dict[int, Rate]:
    """Shrink each station towards the hall and the hall towards the plan.

    The normal hierarchical model on logarithms: A. Gelman et al., Bayesian Data Analysis, 3rd
    edition, section 5.4, equations 5.17 and 5.20. The spreads assumed are corrected by how far the
    day's figures lie from their station's, as its section 2.6 does for a variance.
    """
    prior = math.log(planned)
    middle = median([prior] * VOTES + [y for figures in observed.values() for y, _ in figures])
    sound = {
        station: [(y, v) for y, v in figures if (y - middle) ** 2 <= ABSURD**2 * (v + DAY**2)]
        for station, figures in observed.items()
    }
    means = {station: _mean(figures) for station, figures in sound.items() if figures}
    precision = DAY**-2 + sum(1 / (v + STATION**2) for _, v in means.values())
    total = prior / DAY**2 + sum(y / (v + STATION**2) for y, v in means.values())
    of_hall = total / precision
    rates: dict[int, tuple[float, float]] = {}
    for station in hall.stations:
        y, v = means.get(station, (of_hall, math.inf))
        pull = v / (v + STATION**2) if station in means else 1.0
        rates[station] = y + pull * (of_hall - y), pull * STATION**2 + pull**2 / precision
    strays = [(y - rates[s][0]) ** 2 / v for s, figures in sound.items() for y, v in figures]
    chance = (ASSUMED + sum(strays)) / (ASSUMED + len(strays))
    return {s: Rate(math.exp(mean), variance, chance) for s, (mean, variance) in rates.items()}


def _mean(figures: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean weighted by precision, and its variance."""
    precision = sum(1 / v for _, v in figures)
    return sum(y / v for y, v in figures) / precision, 1 / precision
