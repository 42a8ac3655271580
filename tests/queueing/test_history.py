"""Whatever is asked of a hall, in whatever order, it stays whole."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall, fold
from queueing.order.policies import waiting
from queueing.record import Record
from queueing.refusals import Refused
from queueing.rules.decide import decide
from queueing.rules.undo import can_undo
from queueing.summaries.history import visits
from tests.queueing.day import Day, plan

CLASSES = ["art-1", "art-2", "art-3", "design-1", "design-2"]
NUMBERS = [f"{letter}{n:03}" for letter in "ABW" for n in range(1, 5)]
ABOUT_A_TICKET = [
    c.Recall, c.Start, c.Hold, c.Resume, c.MarkNoShow, c.Return, c.Cancel, c.Reprint, c.ConfirmSlip
]  # fmt: skip
stations = st.integers(1, 4)
numbers = st.sampled_from(NUMBERS)
heads = st.integers(1, 40)


class AnyDay(RuleBasedStateMachine):
    """Gives commands at random, legal or not, on a clock that may run backwards."""

    def __init__(self) -> None:
        super().__init__()
        day = Day()
        self.hall: Hall = day.hall
        self.now = day.now

    def give(self, kind: type[c.Command], *args: object, **fields: object) -> None:
        command_id = f"c{self.hall.version}"
        command = kind(*args, id=command_id, venue="east", **fields)
        try:
            events = decide(self.hall, command, self.now)
        except Refused:
            return
        at = max([self.now, *(record.at for record in self.hall.log[-1:])])
        for event in events:
            record = Record(self.hall.version + 1, at, command_id, "test", event)
            self.hall = self.hall.after([record])

    @rule(minutes=st.integers(-30, 60))
    def the_clock_moves(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(class_id=st.sampled_from(CLASSES), present=heads)
    def check_in(self, class_id: str, present: int) -> None:
        self.give(c.CheckIn, class_id, present)

    @rule(
        college=st.sampled_from(["art", "design", "music"]),
        present=heads,
        class_id=st.none() | st.sampled_from(CLASSES),
    )
    def check_in_walk_in(self, college: str, present: int, class_id: str | None) -> None:
        self.give(c.CheckInWalkIn, "late", college, present, class_id=class_id)

    @rule(station=stations)
    def call_next(self, station: int) -> None:
        self.give(c.CallNext, station)

    @rule(station=stations, number=numbers)
    def call_out_of_order(self, station: int, number: str) -> None:
        self.give(c.CallNext, station, ticket=number, reason="asked")

    @rule(kind=st.sampled_from(ABOUT_A_TICKET), number=numbers)
    def about_a_ticket(self, kind: type[c.TicketCommand], number: str) -> None:
        self.give(kind, number)

    @rule(number=numbers, station=stations)
    def transfer(self, number: str, station: int) -> None:
        self.give(c.Transfer, number, station)

    @rule(number=numbers, photographed=st.integers(0, 40))
    def count(self, number: str, photographed: int) -> None:
        self.give(c.Count, number, photographed)

    @precondition(lambda self: self.hall.at_station)
    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.hall.at_station.values())))
        present = self.hall.tickets[number].present
        missed = data.draw(st.integers(0, present))
        lines = (c.Missing("absent", count=missed),) if missed else ()
        self.give(c.Finish, number, present - missed, lines)

    @rule(number=numbers, present=heads)
    def amend(self, number: str, present: int) -> None:
        self.give(c.Amend, number, present=present)

    @rule(number=numbers, class_id=st.sampled_from(CLASSES))
    def amend_class(self, number: str, class_id: str) -> None:
        self.give(c.Amend, number, class_id=class_id)

    @rule(station=stations, state=st.sampled_from(["open", "paused", "closed"]))
    def set_station(self, station: int, state: str) -> None:
        self.give(c.SetStation, station, state)

    @precondition(lambda self: self.hall.version)
    @rule(back=st.integers(0, 5))
    def undo(self, back: int) -> None:
        self.give(c.Undo, max(self.hall.version - back, 1))

    @invariant()
    def each_ticket_is_in_one_place(self) -> None:
        placed = {number: station for station, number in self.hall.at_station.items()}
        for number, ticket in self.hall.tickets.items():
            assert (ticket.station is not None) == (ticket.state in ("called", "shooting"))
            assert ticket.station == placed.get(number)
        queue = [ticket.number for ticket in waiting(self.hall, self.now)]
        states = [t.number for t in self.hall.tickets.values() if t.state == "waiting"]
        assert sorted(queue) == sorted(states)

    @invariant()
    def no_station_has_two_tickets(self) -> None:
        assert len(set(self.hall.at_station.values())) == len(self.hall.at_station)

    @invariant()
    def numbers_are_never_reused(self) -> None:
        given = [
            record.event.ticket
            for record in self.hall.log
            if isinstance(record.event, e.CheckedIn | e.WalkedIn)
        ]
        assert len(set(given)) == len(given)

    @invariant()
    def heads_are_conserved(self) -> None:
        for ticket in self.hall.tickets.values():
            accounted = ticket.photographed + sum(line.heads for line in ticket.missed)
            assert accounted <= ticket.present
            assert ticket.state != "finished" or accounted == ticket.present

    @invariant()
    def a_class_has_one_ticket_at_most(self) -> None:
        live = [
            ticket.class_id
            for ticket in self.hall.tickets.values()
            if ticket.kind == "class" and ticket.state != "cancelled"
        ]
        assert len(set(live)) == len(live)
        assert sorted(self.hall.ticket_by_class()) == sorted(filter(None, live))

    @invariant()
    def time_never_runs_backwards(self) -> None:
        times = [record.at for record in self.hall.log]
        assert times == sorted(times)

    @invariant()
    def the_log_tells_the_hall(self) -> None:
        again = fold(plan(), "east", self.hall.log, b"secret")
        for name in ("tickets", "at_station", "stations", "issued", "withdrawn"):
            assert getattr(again, name) == getattr(self.hall, name)

    @invariant()
    def visits_follow_one_another_up_to_who_is_at_each_station(self) -> None:
        told = visits(self.hall)
        for station in self.hall.stations:
            here = [visit for visit in told if visit.station == station]
            for earlier, later in pairwise(here):
                assert earlier.ended_at is not None
                assert earlier.called_at <= earlier.ended_at <= later.called_at
            there = here[-1].ticket if here and here[-1].ended_at is None else None
            assert there == self.hall.at_station.get(station)

    @invariant()
    def what_is_said_to_be_undoable_can_be_undone(self) -> None:
        version = self.hall.version
        if version and can_undo(self.hall, version):
            command = c.Undo(version, id="u", venue="east")
            (event,) = decide(self.hall, command, self.now)
            record = Record(version + 1, self.hall.log[-1].at, "u", "test", event)
            undone = fold(plan(), "east", [*self.hall.log, record], b"secret")
            undone_again = fold(plan(), "east", undone.log, b"secret")
            assert undone.tickets == undone_again.tickets


AnyDay.TestCase.settings = settings(
    max_examples=100, stateful_step_count=50, deadline=None, derandomize=True
)
TestAnyDay = AnyDay.TestCase
