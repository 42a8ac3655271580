"""One day of a venue, played by simulated people to the rules that run the day."""

from collections.abc import Callable, Generator
from datetime import datetime, timedelta

import simpy

from queueing import commands as c
from queueing.decide import decide
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.record import Record
from queueing.ticket import Ticket
from rehearsal.people import Arrival, Habits, People, PlannedPeople

Steps = Generator[simpy.Event, object, None]
# Crews count while they shoot, so many heads at a time.
COUNT_EVERY = 5
HABITS = Habits()


def simulate(plan: Plan, venue_id: str, seed: int, habits: Habits = HABITS) -> Hall:
    """Play a venue's day to its end and give the hall with the whole day in its log.

    The same seed gives the same people whatever the plan's windows, stations and policy.
    """
    return play(plan, venue_id, PlannedPeople(plan, venue_id, seed, habits))


def play(plan: Plan, venue_id: str, people: People) -> Hall:
    """Play a day of these people until everybody is done."""
    floor = _Floor(plan, venue_id, people)
    floor.env.run()
    return floor.hall


class _Floor:
    """The simulated hall floor: its processes give the commands that people would."""

    def __init__(self, plan: Plan, venue_id: str, people: People) -> None:
        self.hall = Hall(plan, venue_id)
        self.people = people
        self.env = simpy.Environment()
        self.somebody_waits = self.env.event()
        arrivals = sorted(people.arrivals(), key=lambda arrival: arrival[0])
        self.begins = arrivals[0][0]
        self.env.process(self._arrive(arrivals))
        for station, state in self.hall.stations.items():
            if state == "open":
                self.env.process(self._work(station))

    @property
    def now(self) -> datetime:
        return self.begins + timedelta(seconds=self.env.now)

    def give(self, command: c.AnyCommand) -> Ticket:
        """Let the rules decide a command about a ticket; give the ticket as it then stands."""
        (event,) = decide(self.hall, command, self.now)
        version = self.hall.version + 1
        self.hall.extend([Record(version, self.now, f"r{version}", "rehearsal", event)])
        return self.hall.tickets[getattr(event, "ticket", "")]

    def tell(self, kind: Callable[..., c.AnyCommand], *args: object) -> Ticket:
        """Give a crew's command."""
        return self.give(kind(*args, id="crew", venue=self.hall.venue.id))

    def _arrive(self, arrivals: list[Arrival]) -> Steps:
        for at, check_in in arrivals:
            yield self.env.timeout((at - self.now).total_seconds())
            self.give(check_in)
            self._wake()

    def _wake(self) -> None:
        self.somebody_waits.succeed()
        self.somebody_waits = self.env.event()

    def _work(self, station: int) -> Steps:
        while True:
            while not any(t.state == "waiting" for t in self.hall.tickets.values()):
                yield self.somebody_waits
            called = self.tell(c.CallNext, station)
            changeover = self.people.changeover(called)
            if changeover is None:
                yield self.env.timeout(self.people.patience())
                self.tell(c.MarkNoShow, called.number)
                self.env.process(self._come_back(called))
            else:
                yield self.env.timeout(changeover)
                yield from self._shoot(self.tell(c.Start, called.number), station)

    def _come_back(self, ticket: Ticket) -> Steps:
        yield self.env.timeout(self.people.absence(ticket))
        self.tell(c.Return, ticket.number)
        self._wake()

    def _shoot(self, ticket: Ticket, station: int) -> Steps:
        times = self.people.heads(ticket, station)
        for first in range(0, len(times), COUNT_EVERY):
            yield self.env.timeout(sum(times[first : first + COUNT_EVERY]))
            if first + COUNT_EVERY < len(times):
                self.tell(c.Count, ticket.number, first + COUNT_EVERY)
        missed = self.people.missed(ticket)
        lines = (c.Missing("no_code", count=missed),) if missed else ()
        self.tell(c.Finish, ticket.number, ticket.present - missed, lines)
