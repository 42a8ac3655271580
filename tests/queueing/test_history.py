"""Whatever is asked of a hall, in whatever order, it stays whole."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import find, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall, fold
from queueing.order.policies import waiting
from queueing.record import Record
from queueing.refusals import Refused
from queueing.rules.decide import decide
from queueing.rules.undo import can_undo
from queueing.summaries.history import visits
from tests.queueing.day import plan
from tests.queueing.wishes import COMMANDS, busy_day, wishes


class AnyDay(RuleBasedStateMachine):
    """Draws commands at random, legal or not, on a clock that may run backwards."""

    def __init__(self) -> None:
        super().__init__()
        day = busy_day()
        self.hall: Hall = day.hall
        self.now = day.now

    @rule(
        kind=st.sampled_from(COMMANDS),
        minutes=st.sampled_from([0, 0, 1, 5, 40, -30]),
        data=st.data(),
    )
    def somebody_wishes(self, kind: type[c.Command], minutes: int, data: st.DataObject) -> None:
        self.now += timedelta(minutes=minutes)
        command = data.draw(wishes(self.hall, kind))
        if command is None:
            return
        try:
            events = decide(self.hall, command, self.now)
        except Refused:
            return
        self.happen(command.id, *events)

    @precondition(lambda self: self.hall.tickets)
    @rule(data=st.data())
    def a_slip_is_lost(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from([*self.hall.tickets]))
        self.happen("printer", e.SlipUnconfirmed(number, "not_composed"))

    def happen(self, command_id: str, *events: e.AnyEvent) -> None:
        at = max([self.now, *(record.at for record in self.hall.log[-1:])])
        self.hall = self.hall.after(
            Record(version, at, command_id, "test", event)
            for version, event in enumerate(events, start=self.hall.version + 1)
        )

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
            for ticket in self.hall.current()
            if ticket.kind == "class" and ticket.state != "cancelled"
        ]
        assert len(set(live)) == len(live)
        assert sorted(self.hall.checked_in) == sorted(filter(None, live))

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
        visited = visits(self.hall)
        for station in self.hall.stations:
            here = [visit for visit in visited if visit.station == station]
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
    max_examples=100, stateful_step_count=30, deadline=None, derandomize=True
)
TestAnyDay = AnyDay.TestCase


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_every_command_is_drawn_so_that_it_is_accepted(kind: type[c.Command]) -> None:
    day = busy_day()

    def is_accepted(command: c.AnyCommand | None) -> bool:
        try:
            return command is not None and bool(decide(day.hall, command, day.now))
        except Refused:
            return False

    find(
        wishes(day.hall, kind), is_accepted, settings=settings(max_examples=1000, derandomize=True)
    )
