"""The random population of a simulated day: who comes when and how long they take."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

from msgspec import Struct

from queueing import commands as c
from queueing.plan import REASONS, College, Plan, PlannedClass, Window
from queueing.ticket import Ticket

Arrival = tuple[datetime, c.CheckIn | c.CheckInWalkIn]


class Population(Protocol):
    """What a simulation asks of the people of a day; durations are in seconds."""

    def arrivals(self) -> Iterator[Arrival]:
        """Yield every check-in of the day with its time, in any order."""

    def changeover(self, ticket: Ticket) -> float | None:
        """Return how long after its call a ticket starts; None when it misses the call."""

    def no_show_after(self) -> float:
        """Return how long after the call a crew marks a class as no-show."""

    def absence(self, ticket: Ticket) -> float:
        """Return how long after its no-show a class comes back."""

    def heads(self, ticket: Ticket, station: int) -> list[float]:
        """Return how long each head takes."""

    def missed(self, ticket: Ticket) -> int:
        """Return how many of the heads cannot be photographed."""

    def reason(self, ticket: Ticket) -> str:
        """Return why they cannot: a code of the plan's reasons."""

    def count_every(self) -> int:
        """Return after how many heads a crew counts."""


class Habits(Struct, frozen=True):
    """The parameters of a population; docs/forecast.md has the source of each.

    `..._spread` is the standard deviation of the logarithm of a pace, `..._cv` a coefficient of
    variation: standard deviation by mean. Shares are from 0 to 1, `latecomers` and `no_show` too.
    """

    minutes_early: float = 5
    punctuality_minutes: float = 8
    late_share: float = 0.05
    late_minutes: float = 15
    attendance: float = 0.95
    latecomers: float = 0.3
    latecomer_minutes: float = 60
    held_back_a_college: float = 1
    missed_share: float = 0.01
    no_show: float = 0.03
    no_show_minutes: float = 4
    absence_minutes: float = 8
    day_spread: float = 0.15
    station_spread: float = 0.1
    class_spread: float = 0.1
    head_cv: float = 0.5
    changeover_cv: float = 0.5
    count_every: int = 5


class PlannedPopulation:
    """The people of a plan at one venue, drawn at random by habits.

    Every draw has a generator of its own, seeded by the seed and by whom it concerns (common random
    numbers): days that differ in stations, windows or policy have the same people, so that the
    differences between them are not chance.
    """

    def __init__(self, plan: Plan, venue_id: str, seed: int, habits: Habits) -> None:
        self.plan = plan
        self.venue_id = venue_id
        self.seed = seed
        self.habits = habits
        day = self._chance("day")
        rates = plan.body.rates
        self._per_head = rates.seconds_per_head * day.lognormvariate(0, habits.day_spread)
        self.changeover_seconds = rates.changeover_seconds * day.lognormvariate(
            0, habits.day_spread
        )

    def _chance(self, *about: object) -> Random:
        return Random("/".join(map(str, (self.seed, self.venue_id, *about))))  # noqa: S311 (a game)

    def arrivals(self) -> Iterator[Arrival]:
        """Yield classes around their turns in the window, their latecomers and those held back."""
        for college in self.plan.colleges_at(self.venue_id):
            windows = self._windows(college)
            coming = [p for p in college.classes if self.plan.takes_class(p.id, self.venue_id)]
            for turn, planned in enumerate(coming):
                own = [w for w in windows if planned.id in self.plan.classes_in(w)]
                yield from self._class(college, own, turn / len(coming), planned)
            chance = self._chance("held back", college.id)
            expected = self.habits.held_back_a_college
            gap = chance.expovariate(1)
            while gap < expected:
                yield _within(windows, gap / expected), self._walk_in("held_back", college.id)
                gap += chance.expovariate(1)

    def _windows(self, college: College) -> list[Window]:
        """List a college's windows at the venue by time."""
        windows = (w for w in self.plan.windows if w.venue == self.venue_id)
        its = (w for w in windows if college.id in self.plan.colleges_in(w))
        return sorted(its, key=lambda window: window.opens)

    def _class(
        self, college: College, windows: list[Window], turn: float, planned: PlannedClass
    ) -> Iterator[Arrival]:
        chance, habits = self._chance("class", planned.id), self.habits
        due, closes = _within(windows, turn), windows[-1].closes
        minutes = chance.gauss(-habits.minutes_early, habits.punctuality_minutes)
        at = due + timedelta(minutes=minutes)
        if chance.random() < habits.late_share:
            at = closes + timedelta(minutes=chance.expovariate(1 / habits.late_minutes))
        present = sum(chance.random() < habits.attendance for _ in range(planned.expected))
        if present:
            yield at, c.CheckIn(planned.id, present, id=planned.id, venue=self.venue_id)
        for _ in range(planned.expected - present):
            late = timedelta(minutes=chance.uniform(0, habits.latecomer_minutes))
            if chance.random() < habits.latecomers:
                yield at + late, self._walk_in("late", college.id, planned.id)

    def _walk_in(self, kind: c.WalkInKind, college: str, of: str | None = None) -> c.CheckInWalkIn:
        return c.CheckInWalkIn(kind, college, 1, of, id="walk-in", venue=self.venue_id)

    def changeover(self, ticket: Ticket) -> float | None:
        """Return the day's changeover, varied; None for a class that misses its first call."""
        chance = self._chance("changeover", _who(ticket))
        misses_a_call = chance.random() < self.habits.no_show
        if misses_a_call and ticket.ended_at is None:
            return None
        return _gamma(chance, self.changeover_seconds, self.habits.changeover_cv)

    def no_show_after(self) -> float:
        """Return the same time for every ticket."""
        return self.habits.no_show_minutes * 60

    def absence(self, ticket: Ticket) -> float:
        """Return an exponentially distributed time."""
        chance = self._chance("absence", _who(ticket))
        return chance.expovariate(1 / self.habits.absence_minutes) * 60

    def seconds_per_head(self, station: int) -> float:
        """Return the day's mean time for a head at a station, in seconds."""
        of_station = self._chance("station", station).lognormvariate(0, self.habits.station_spread)
        return self._per_head * of_station

    def heads(self, ticket: Ticket, station: int) -> list[float]:
        """Return times that vary by day, station, class and head."""
        habits, chance = self.habits, self._chance("heads", _who(ticket))
        mean = self.seconds_per_head(station) * chance.lognormvariate(0, habits.class_spread)
        return [_gamma(chance, mean, habits.head_cv) for _ in range(ticket.present)]

    def missed(self, ticket: Ticket) -> int:
        """Return a binomially distributed count."""
        chance = self._chance("missed", _who(ticket))
        return sum(chance.random() < self.habits.missed_share for _ in range(ticket.present))

    def reason(self, ticket: Ticket) -> str:
        """Return any of the plan's reasons."""
        return self._chance("reason", _who(ticket)).choice(self.plan.body.reasons or REASONS)

    def count_every(self) -> int:
        """Return the same number for all stations."""
        return self.habits.count_every


def _who(ticket: Ticket) -> str:
    """Return whom a ticket is for, independently of the order of check-ins."""
    return ticket.class_id if ticket.kind == "class" and ticket.class_id else ticket.number


def _gamma(chance: Random, mean: float, cv: float) -> float:
    return chance.gammavariate(cv**-2, mean * cv**2)


def _within(windows: list[Window], share: float) -> datetime:
    """Return the time at which so much of the windows, 0 to 1, is over; breaks do not count."""
    over = sum((w.closes - w.opens for w in windows), timedelta()) * share
    for window in windows[:-1]:
        if over < (length := window.closes - window.opens):
            return window.opens + over
        over -= length
    return windows[-1].opens + over
