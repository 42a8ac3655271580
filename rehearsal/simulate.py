"""Simulate one day of a venue with random people and the rules that run the day."""

from collections.abc import Callable, Generator, Sequence
from datetime import datetime, timedelta

import simpy

from queueing import commands as c
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.record import Record
from queueing.rules.decide import decide
from queueing.ticket import Ticket
from rehearsal.habits import Arrival, Habits, PlannedPopulation, Population
from rehearsal.ways import Shift

Steps = Generator[simpy.Event, object, None]
HABITS = Habits()


def simulate(
    plan: Plan, venue_id: str, seed: int, habits: Habits = HABITS, shifts: Sequence[Shift] = ()
) -> Hall:
    """Simulate a venue's day and return the hall, the whole day in its log.

    The same seed yields the same people whatever the plan's windows, stations and policy. `shifts`
    are the times at which stations are opened and closed during the day.
    """
    return play(plan, venue_id, PlannedPopulation(plan, venue_id, seed, habits), shifts)


def play(plan: Plan, venue_id: str, population: Population, shifts: Sequence[Shift] = ()) -> Hall:
    """Simulate a day of these people and return the hall after the last has left."""
    floor = _Floor(plan, venue_id, population, shifts)
    floor.env.run()
    return floor.hall


class _Floor:
    """The simulated hall: its processes give the commands that people would give."""

    def __init__(
        self, plan: Plan, venue_id: str, population: Population, shifts: Sequence[Shift]
    ) -> None:
        self.hall = Hall(plan, venue_id)
        self.population = population
        self.env = simpy.Environment()
        self.changed = self.env.event()
        arrivals = sorted(population.arrivals(), key=lambda arrival: arrival[0])
        self.begins = arrivals[0][0]
        self.env.process(self._arrive(arrivals))
        self.env.process(self._open_and_close(shifts))
        for station in self.hall.stations:
            self.env.process(self._work(station))

    @property
    def now(self) -> datetime:
        return self.begins + timedelta(seconds=self.env.now)

    def submit(self, command: c.AnyCommand) -> None:
        """Decide a command by the rules and record its event."""
        (event,) = decide(self.hall, command, self.now)
        version = self.hall.version + 1
        self.hall.extend([Record(version, self.now, f"r{version}", "rehearsal", event)])

    def command(self, kind: Callable[..., c.AnyCommand], *args: object) -> None:
        """Submit a command of a crew."""
        self.submit(kind(*args, id="crew", venue=self.hall.venue.id))

    def _arrive(self, arrivals: list[Arrival]) -> Steps:
        for at, check_in in arrivals:
            yield self.env.timeout((at - self.now).total_seconds())
            self.submit(check_in)
            self._wake()

    def _open_and_close(self, shifts: Sequence[Shift]) -> Steps:
        for at, station, state in shifts:
            yield self.env.timeout(max((at - self.now).total_seconds(), 0))
            self.command(c.SetStation, station, state)
            self._wake()

    def _wake(self) -> None:
        self.changed.succeed()
        self.changed = self.env.event()

    def _work(self, station: int) -> Steps:
        while True:
            while not self.hall.queue or self.hall.stations[station] != "open":
                yield self.changed
            self.command(c.CallNext, station)
            called = self.hall.tickets[self.hall.at_station[station]]
            changeover = self.population.changeover(called)
            if changeover is None:
                yield self.env.timeout(self.population.no_show_after())
                self.command(c.MarkNoShow, called.number)
                self.env.process(self._come_back(called))
            else:
                yield self.env.timeout(changeover)
                self.command(c.Start, called.number)
                yield from self._shoot(called, station)

    def _come_back(self, ticket: Ticket) -> Steps:
        yield self.env.timeout(self.population.absence(ticket))
        self.command(c.Return, ticket.number)
        self._wake()

    def _shoot(self, ticket: Ticket, station: int) -> Steps:
        times, batch = self.population.heads(ticket, station), self.population.count_every()
        for first in range(0, len(times), batch):
            yield self.env.timeout(sum(times[first : first + batch]))
            if first + batch < len(times):
                self.command(c.Count, ticket.number, first + batch)
        missed = self.population.missed(ticket)
        lines = (c.Missing(self.population.reason(ticket), count=missed),) if missed else ()
        self.command(c.Finish, ticket.number, ticket.present - missed, lines)
