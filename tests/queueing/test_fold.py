"""What an event leaves behind in the hall."""

from datetime import date, datetime

import pytest

from queueing import commands as c
from queueing import events as e
from queueing.record import Record
from queueing.ticket import State
from tests.queueing.day import Day, plan

FIRST, SECOND = date(2023, 9, 11), date(2023, 9, 12)
NIGHT_MINUTES = 23 * 60


@pytest.fixture
def day() -> Day:
    return Day()


class TestATicket:
    def test_has_what_its_monitor_said_was_ready(self, day: Day) -> None:
        (came,) = day.do(c.CheckIn, "art-1", 30, ready=c.Ready(28, 27))
        assert day.hall.tickets[came.ticket].ready == c.Ready(28, 27)

    def test_counts_its_calls_anew_each_time_it_is_called(self, day: Day) -> None:
        number = day.bring("called")
        assert day.hall.tickets[number].recalls == 0
        day.do(c.Recall, number)
        day.do(c.Recall, number)
        assert day.hall.tickets[number].recalls == 2
        day.do(c.Return, number)
        day.do(c.CallNext, 1)
        assert day.hall.tickets[number].recalls == 0

    def test_that_is_started_again_has_not_been_counted_since(self, day: Day) -> None:
        number = day.bring("shooting")
        day.do(c.Count, number, 12)
        assert day.hall.tickets[number].counted_at == day.now
        for kind, *args in ((c.Hold, number), (c.Resume, number), (c.CallNext, 1)):
            day.do(kind, *args)
        day.do(c.Start, number)
        ticket = day.hall.tickets[number]
        assert (ticket.counted_before, ticket.counted_at) == (12, None)

    @pytest.mark.parametrize("kind", [c.Hold, c.MarkNoShow, c.Cancel])
    def test_knows_when_it_left_the_line(self, day: Day, kind: type[c.Command]) -> None:
        number = day.bring("called")
        day.wait(3).do(kind, number)
        assert day.hall.tickets[number].ended_at == day.now

    def test_has_a_fee_for_the_heads_that_the_same_amendment_says(self, day: Day) -> None:
        number = day.bring("shooting")
        day.do(c.Count, number, 10)
        day.do(c.Amend, number, present=28, fee=c.Fee(560, "cash"))
        assert day.hall.tickets[number].fee_for == 28

    def test_that_is_finished_has_a_fee_for_those_photographed(self, day: Day) -> None:
        number = day.shoot("art-1", 30, missed=2)
        day.do(c.Amend, number, fee=c.Fee(560, "cash"))
        assert day.hall.tickets[number].fee_for == 28

    def test_is_of_the_local_day_on_which_it_was_issued(self, day: Day) -> None:
        day.wait(14 * 60)
        (came,) = day.do(c.CheckIn, "art-1", 30)
        assert day.hall.day_of(day.hall.tickets[came.ticket]) == SECOND


def test_a_swap_leaves_the_other_stations_alone() -> None:
    day = Day(of=plan(**{"[1, 2]": "[1, 2, 3]"}))
    one, two, three = (day.bring_waiting(f"art-{n}") for n in (1, 2, 3))
    for station in (1, 2, 3):
        day.do(c.CallNext, station)
    day.do(c.Swap, one, two)
    assert day.hall.at_station == {1: two, 2: one, 3: three}


def ending(day: Day, number: str) -> tuple[State, datetime | None, tuple[c.Missing, ...]]:
    ticket = day.hall.tickets[number]
    return ticket.state, ticket.ended_at, ticket.missed


class TestTheEndOfADay:
    def test_is_when_its_tickets_ended(self, day: Day) -> None:
        waiting = day.bring_waiting("art-2")
        day.wait(30).do(c.CloseDay, FIRST)
        assert day.hall.tickets[waiting].ended_at == day.now

    def test_leaves_alone_what_was_finished_or_cancelled(self, day: Day) -> None:
        finished = day.shoot("art-1", 30, missed=2)
        cancelled = day.bring("cancelled", "art-2")
        before = [ending(day, number) for number in (finished, cancelled)]
        day.wait(30).do(c.CloseDay, FIRST)
        assert [ending(day, number) for number in (finished, cancelled)] == before

    @pytest.mark.parametrize(
        ("counted", "state", "missed"),
        [
            (0, "cancelled", ()),
            (1, "finished", (c.Missing("not_reached", count=29),)),
            (30, "finished", ()),
        ],
    )
    def test_finishes_a_class_of_which_one_was_shot(
        self, day: Day, counted: int, state: str, missed: tuple[c.Missing, ...]
    ) -> None:
        number = day.bring("shooting")
        day.do(c.Count, number, counted)
        day.do(c.CloseDay, FIRST)
        ticket = day.hall.tickets[number]
        assert (ticket.state, ticket.missed) == (state, missed)

    def test_counts_those_of_a_class_who_were_photographed_but_no_retake(self, day: Day) -> None:
        day.shoot("art-1", 20)
        for kind in ("late", "retake"):
            (came,) = day.do(c.CheckInWalkIn, kind, "art", 2, "art-1")
            day.shoot_ticket(came.ticket, 2)
        day.do(c.CloseDay, FIRST)
        assert (day.hall.taken("art-1"), day.hall.left("art-1")) == (22, 8)

    def test_keeps_what_was_noted_on_days_before_it(self, day: Day) -> None:
        absent = (c.Missing("absent", count=30),)
        day.do(c.NoteAbsent, absent, "art-1")
        day.do(c.CloseDay, FIRST)
        day.wait(NIGHT_MINUTES).do(c.NoteAbsent, absent, "art-2")
        day.do(c.CloseDay, SECOND)
        assert day.hall.notes_on("art", "art-1") == day.hall.notes_on("art", "art-2") == absent

    def test_closed_late_leaves_a_station_to_whom_it_has_today(self, day: Day) -> None:
        day.do(c.SetStation, 3, "open")
        day.wait(NIGHT_MINUTES)
        (came,) = day.do(c.CheckIn, "art-1", 30)
        day.do(c.CallNext, 3)
        day.do(c.CloseDay, FIRST)
        assert day.hall.stations == {1: "open", 2: "open", 3: "open"}
        assert day.hall.at_station == {3: came.ticket}


def test_records_that_are_not_the_next_are_refused(day: Day) -> None:
    record = Record(5, day.now, "x", "test", e.Announced("Lunch"))
    with pytest.raises(ValueError, match=r"^expected version 1, got 5$"):
        day.hall.after([record])
