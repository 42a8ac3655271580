"""One day of a venue, played by simulated people to the rules that run the day."""

from collections.abc import Callable, Generator, Sequence
from datetime import datetime, timedelta

import simpy

from queueing import commands as c
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.record import Record
from queueing.rules.decide import decide
from queueing.ticket import Ticket
from rehearsal.habits import Arrival, Habits, People, PlannedPeople
from rehearsal.ways import Shift

Steps = Generator[simpy.Event, object, None]
HABITS = Habits()


def simulate(
    plan: Plan, venue_id: str, seed: int, habits: Habits = HABITS, shifts: Sequence[Shift] = ()
) -> Hall:
    """Play a venue's day to its end and give the hall with the whole day in its log.

    The same seed gives the same people whatever the plan's windows, stations and policy. `shifts`
    tell when stations are opened and closed during the day.
    """
    return play(plan, venue_id, PlannedPeople(plan, venue_id, seed, habits), shifts)


def play(plan: Plan, venue_id: str, people: People, shifts: Sequence[Shift] = ()) -> Hall:
    """Play a day of these people until everybody is done."""
    floor = _Floor(plan, venue_id, people, shifts)
    floor.env.run()
    return floor.hall


class _Floor:
    """The simulated hall floor: its processes give the commands that people would."""

    def __init__(self, plan: Plan, venue_id: str, people: People, shifts: Sequence[Shift]) -> None:
        self.hall = Hall(plan, venue_id)
        self.people = people
        self.env = simpy.Environment()
        self.something_new = self.env.event()
        arrivals = sorted(people.arrivals(), key=lambda arrival: arrival[0])
        self.begins = arrivals[0][0]
        self.env.process(self._arrive(arrivals))
        self.env.process(self._open_and_close(shifts))
        for station in self.hall.stations:
            self.env.process(self._work(station))

    @property
    def now(self) -> datetime:
        return self.begins + timedelta(seconds=self.env.now)

    def give(self, command: c.AnyCommand) -> None:
        """Let the rules decide a command and note what happened."""
        (event,) = decide(self.hall, command, self.now)
        version = self.hall.version + 1
        self.hall.extend([Record(version, self.now, f"r{version}", "rehearsal", event)])

    def tell(self, kind: Callable[..., c.AnyCommand], *args: object) -> None:
        """Give a crew's command."""
        self.give(kind(*args, id="crew", venue=self.hall.venue.id))

    def _arrive(self, arrivals: list[Arrival]) -> Steps:
        for at, check_in in arrivals:
            yield self.env.timeout((at - self.now).total_seconds())
            self.give(check_in)
            self._wake()

    def _open_and_close(self, shifts: Sequence[Shift]) -> Steps:
        for at, station, state in shifts:
            yield self.env.timeout(max((at - self.now).total_seconds(), 0))
            self.tell(c.SetStation, station, state)
            self._wake()

    def _wake(self) -> None:
        self.something_new.succeed()
        self.something_new = self.env.event()

    def _work(self, station: int) -> Steps:
        while True:
            while not self.hall.queue or self.hall.stations[station] != "open":
                yield self.something_new
            self.tell(c.CallNext, station)
            called = self.hall.tickets[self.hall.at_station[station]]
            changeover = self.people.changeover(called)
            if changeover is None:
                yield self.env.timeout(self.people.patience())
                self.tell(c.MarkNoShow, called.number)
                self.env.process(self._come_back(called))
            else:
                yield self.env.timeout(changeover)
                self.tell(c.Start, called.number)
                yield from self._shoot(called, station)

    def _come_back(self, ticket: Ticket) -> Steps:
        yield self.env.timeout(self.people.absence(ticket))
        self.tell(c.Return, ticket.number)
        self._wake()

    def _shoot(self, ticket: Ticket, station: int) -> Steps:
        times, so_many = self.people.heads(ticket, station), self.people.count_every()
        for first in range(0, len(times), so_many):
            yield self.env.timeout(sum(times[first : first + so_many]))
            if first + so_many < len(times):
                self.tell(c.Count, ticket.number, first + so_many)
        missed = self.people.missed(ticket)
        lines = (c.Missing(self.people.reason(ticket), count=missed),) if missed else ()
        self.tell(c.Finish, ticket.number, ticket.present - missed, lines)
