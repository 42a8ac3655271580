"""Where queueing theory has a result, the simulation has the same.

The simulated hall, rules and all, must make each customer wait exactly as J. Kiefer and
J. Wolfowitz's recursion says (On the theory of queues with many servers, 1955); the recursion is
quick enough to be held, over half a million customers, against the closed forms.
"""

import heapq
import statistics
from collections.abc import Callable, Iterator
from datetime import time, timedelta
from random import Random

import pytest

from queueing import commands as c
from queueing.plan_file import read_plan
from queueing.ticket import Ticket
from rehearsal.habits import Arrival
from rehearsal.simulate import play
from tests.queueing.day import PLAN

Law = Callable[[Random], float]
# Each station serves one customer a second on average and is busy so much of the time.
LOAD = 0.7


def exponential(chance: Random) -> float:
    return chance.expovariate(1)


def gamma(chance: Random) -> float:
    """Return a time with a coefficient of variation of 0.5, like heads and changeovers."""
    return chance.gammavariate(4, 0.25)


class Customers:
    """One head each, who come at random and never miss their call."""

    def __init__(self, gaps: list[float], services: list[float]) -> None:
        self._gaps = gaps
        self._services = iter(services)

    def arrivals(self) -> Iterator[Arrival]:
        at = read_plan(PLAN).at(time(10))
        for gap in self._gaps:
            at += timedelta(seconds=gap)
            yield at, c.CheckInWalkIn("held_back", "art", 1, id="x", venue="east")

    def changeover(self, ticket: Ticket) -> float:
        return 0

    def no_show_after(self) -> float:
        return 0

    def absence(self, ticket: Ticket) -> float:
        return 0

    def heads(self, ticket: Ticket, station: int) -> list[float]:
        return [next(self._services)]

    def missed(self, ticket: Ticket) -> int:
        return 0

    def reason(self, ticket: Ticket) -> str:
        return "other"

    def count_every(self) -> int:
        return 1


def draws(stations: int, law: Law, n: int) -> tuple[list[float], list[float]]:
    chance = Random(f"{stations} {law.__name__}")
    gaps = [chance.expovariate(stations * LOAD) for _ in range(n)]
    return gaps, [law(chance) for _ in range(n)]


def recursion(stations: int, gaps: list[float], services: list[float]) -> Iterator[float]:
    """Yield the wait of each customer in turn."""
    free, now = [0.0] * stations, 0.0
    for gap, service in zip(gaps, services, strict=True):
        now += gap
        begins = max(now, free[0])
        heapq.heapreplace(free, begins + service)
        yield begins - now


def erlang_c(stations: int) -> float:
    """Return the mean wait of M/M/c (A. K. Erlang 1917)."""
    load = stations * LOAD
    blocked = 1.0
    for n in range(1, stations + 1):
        blocked = load * blocked / (n + load * blocked)
    waits = blocked / (1 - LOAD * (1 - blocked))
    return waits / (stations * (1 - LOAD))


def pollaczek_khinchine(square_cv: float) -> float:
    """Return the mean wait of M/G/1 (F. Pollaczek 1930, A. Y. Khinchine 1932)."""
    return LOAD * (1 + square_cv) / (2 * (1 - LOAD))


QUEUES = [
    (1, exponential, erlang_c(1)),
    (2, exponential, erlang_c(2)),
    (3, exponential, erlang_c(3)),
    (1, gamma, pollaczek_khinchine(0.25)),
]


@pytest.mark.parametrize(("stations", "law", "_"), QUEUES)
def test_the_simulated_hall_makes_each_customer_wait_as_the_recursion_says(
    stations: int, law: Law, _: float
) -> None:
    gaps, services = draws(stations, law, 1000)
    opened = str(list(range(1, stations + 1)))
    plan = read_plan('policy = "fifo"\n' + PLAN.replace("[1, 2]", opened))
    tickets = play(plan, "east", Customers(gaps, services)).tickets.values()
    waits = [(t.called_at - t.checked_in_at).total_seconds() for t in tickets if t.called_at]
    assert waits == pytest.approx(list(recursion(stations, gaps, services)), abs=1e-3)


@pytest.mark.parametrize(("stations", "law", "mean"), QUEUES)
def test_the_recursion_waits_as_long_as_the_closed_form_says(
    stations: int, law: Law, mean: float
) -> None:
    waits = recursion(stations, *draws(stations, law, 500_000))
    assert statistics.fmean(waits) == pytest.approx(mean, rel=0.02)
