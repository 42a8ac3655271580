"""A collection of two days: what the first leaves open the second takes up, on one account."""

from datetime import date

import pytest

from queueing import commands as c
from queueing.account.ledger import Line, ledger
from queueing.account.rest import heads_left, rest
from queueing.enrolment import Enrolled, Enrolment
from queueing.forecast.line import awaited
from queueing.order.policies import rank
from queueing.plan import Plan
from queueing.plan_file import read_plan
from queueing.rules.closing import unclosed_days
from tests.queueing.day import PLAN, Day

FIRST, SECOND = date(2023, 9, 11), date(2023, 9, 12)
MAKE_UP = """
[[windows]]
date = 2023-09-12
venue = "east"
opens = 09:00:00
closes = 10:00:00
make_up = true
"""
TWO_DAYS = read_plan(PLAN + MAKE_UP)
NIGHT_MINUTES = 23 * 60


def day(plan: Plan = TWO_DAYS) -> Day:
    """Return the first day, with five students in each class."""
    first = Day(of=plan)
    first.hall.enrolment = Enrolment({
        f"{planned.id}-{n}": Enrolled(plan.college_of[planned.id].id, planned.id)
        for planned in plan.classes.values()
        for n in range(5)
    })  # fmt: skip
    return first


def shot(day: Day, class_id: str, present: int, *absent: c.Missing, missed: int = 0) -> str:
    """Photograph a class, all of those present but so many."""
    (came,) = day.do(c.CheckIn, class_id, present, absent)
    number: str = came.ticket
    day.do(c.CallNext, 1, ticket=number, reason="asked")
    day.do(c.Start, number)
    lines = (c.Missing("other", count=missed),) if missed else ()
    day.do(c.Finish, number, present - missed, lines)
    return number


def close(day: Day) -> Day:
    """Close the first day and let a night pass."""
    day.do(c.CloseDay, FIRST)
    return day.wait(NIGHT_MINUTES)


def line(day: Day, class_id: str = "art-1") -> Line:
    return next(entry for entry in ledger(day.hall) if entry.class_id == class_id)


def named(*numbers: int, of: str = "art-1") -> tuple[c.Missing, ...]:
    return tuple(c.Missing("absent", student=f"{of}-{n}") for n in numbers)


class TestTheEndOfADay:
    def test_who_waits_is_withdrawn_and_may_check_in_again(self) -> None:
        one = day()
        number = one.bring_waiting("art-1")
        close(one)
        assert one.state(number) == "cancelled"
        one.do(c.CheckIn, "art-1", 5)

    def test_who_is_half_done_is_finished_as_far_as_that_went(self) -> None:
        one = day()
        number = one.bring_waiting("art-1")
        one.do(c.CallNext, 1)
        one.do(c.Start, number)
        one.do(c.Count, number, 3)
        close(one)
        ticket = one.hall.tickets[number]
        assert (ticket.state, ticket.photographed) == ("finished", 3)
        assert ticket.missed == (c.Missing("not_reached", count=2),)
        assert one.hall.at_station == {}

    def test_the_stations_are_as_when_a_day_begins(self) -> None:
        one = day()
        one.do(c.SetStation, 1, "closed")
        one.do(c.SetStation, 3, "open")
        close(one)
        assert one.hall.stations == {1: "open", 2: "open", 3: "closed"}

    def test_an_announcement_goes_with_it(self) -> None:
        one = day()
        one.do(c.Announce, "Lunch")
        close(one)
        assert one.hall.notice(one.now) is None

    def test_it_is_undone_as_long_as_nothing_followed(self) -> None:
        one = day()
        number = one.bring_waiting("art-1")
        one.do(c.CloseDay, FIRST)
        one.do(c.Undo, one.hall.version)
        assert one.state(number) == "waiting"

    def test_after_it_nothing_of_the_day_is_undone(self) -> None:
        one = day()
        one.bring_waiting("art-1")
        came = one.hall.version
        close(one)
        assert one.refuses(c.Undo, came) == "cannot_undo"
        one.do(c.CheckIn, "art-2", 5)
        assert one.refuses(c.Undo, came + 1) == "cannot_undo"

    @pytest.mark.parametrize("wrong", [FIRST, SECOND])
    def test_it_comes_once_and_not_before_its_day(self, wrong: date) -> None:
        one = day()
        one.do(c.CloseDay, FIRST)
        assert one.refuses(c.CloseDay, wrong) == "illegal_transition"

    def test_a_day_that_somebody_forgot_to_close_is_told_on_the_next(self) -> None:
        one = day()
        one.bring_waiting("art-1")
        assert unclosed_days(one.hall, one.now) == []
        one.wait(NIGHT_MINUTES)
        assert unclosed_days(one.hall, one.now) == [FIRST]
        one.do(c.CloseDay, FIRST)
        assert unclosed_days(one.hall, one.now) == []

    def test_closed_late_it_leaves_those_of_the_next_day_alone(self) -> None:
        one = day()
        one.bring_waiting("art-1")
        one.wait(NIGHT_MINUTES)
        (today,) = one.do(c.CheckIn, "art-2", 5)
        one.do(c.CloseDay, FIRST)
        assert one.state(today.ticket) == "waiting"
        assert one.hall.checked_in == {"art-2": today.ticket}

    def test_closed_late_it_leaves_stations_and_notice_as_the_next_day_has_them(self) -> None:
        one = day()
        one.bring_waiting("art-1")
        one.wait(NIGHT_MINUTES)
        one.do(c.CheckIn, "art-2", 5)
        one.do(c.SetStation, 3, "open")
        one.do(c.Announce, "Lunch")
        one.do(c.CloseDay, FIRST)
        assert one.hall.stations[3] == "open"
        assert one.hall.notice(one.now) == "Lunch"

    def test_what_a_class_paid_that_was_not_reached_stays_on_its_account(self) -> None:
        one = day()
        (came,) = one.do(c.CheckIn, "art-1", 5, fee=c.Fee(100, "wechat"))
        close(one)
        ticket = one.hall.tickets[came.ticket]
        assert (ticket.state, ticket.missed) == ("finished", (c.Missing("not_reached", count=5),))
        assert line(one).paid == 100
        shot(one, "art-1", 5)
        assert (line(one).due, line(one).paid, line(one).lacks) == (100, 100, ())

    def test_who_comes_after_it_is_taken_and_ends_with_the_day_closed_again(self) -> None:
        one = day()
        one.do(c.CloseDay, FIRST)
        number = one.bring_waiting("art-1")
        assert [ticket.number for ticket in one.hall.current()] == [number]
        one.do(c.CloseDay, FIRST)
        assert one.hall.current() == []

    def test_what_is_corrected_after_it_tells_who_is_left(self) -> None:
        one = day()
        number = shot(one, "art-1", 5)
        close(one)
        one.do(c.Amend, number, photographed=3, missed=named(1, 4))
        assert one.hall.left("art-1") == 2
        one.do(c.CheckIn, "art-1", 2)


class TestWhoIsLeft:
    def test_are_those_who_were_missing_by_name(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        close(one)
        assert rest(one.hall, "art-1") == ("art-1-1", "art-1-4")
        assert heads_left(one.hall, "art-1") == one.hall.left("art-1") == 2

    def test_may_be_anybody_where_they_were_only_counted(self) -> None:
        one = day()
        shot(one, "art-1", 3, c.Missing("absent", count=2))
        close(one)
        assert len(rest(one.hall, "art-1")) == 5
        assert heads_left(one.hall, "art-1") == 2

    def test_come_under_a_number_that_was_never_given_before(self) -> None:
        one = day()
        first = shot(one, "art-1", 3, *named(1, 4))
        close(one)
        second = shot(one, "art-1", 1, *named(4))
        assert (first, second) == ("A001", "A002")

    def test_are_all_that_a_check_in_may_miss(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        close(one)
        with pytest.raises(Exception, match="unknown_student"):
            one.do(c.CheckIn, "art-1", 1, named(0))
        assert one.refuses(c.CheckIn, "art-1", 1, (c.Missing("absent", count=3),)) == (
            "heads_mismatch"
        )

    def test_a_class_of_which_nobody_is_left_does_not_come_again(self) -> None:
        one = day()
        shot(one, "art-1", 5)
        close(one)
        assert one.refuses(c.CheckIn, "art-1", 5) == "already_checked_in"

    def test_of_the_first_day_nobody_is_awaited_on_the_second_but_by_a_window(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        close(one)
        assert awaited(one.hall, one.now) == []
        again = read_plan(PLAN + MAKE_UP.replace("make_up = true", 'colleges = ["art"]'))
        two = day(again)
        shot(two, "art-1", 3, *named(1, 4))
        shot(two, "art-2", 5)
        close(two)
        heads = {ticket.class_id: ticket.present for ticket in awaited(two.hall, two.now)}
        assert heads == {"art-1": 2, "art-3": 5}


class TestTheAccount:
    def test_of_both_days_is_one(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        close(one)
        shot(one, "art-1", 1, *named(4))
        both = line(one)
        assert (both.expected, both.photographed, both.absent) == (5, 4, {"absent": 1})
        assert both.tickets == ("A001", "A002")

    def test_knows_each_by_name(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        close(one)
        shot(one, "art-1", 1, *named(4))
        assert [(head.standing, head.ticket) for head in line(one).heads] == [
            ("photographed", "A001"),
            ("photographed", "A002"),
            ("photographed", "A001"),
            ("photographed", "A001"),
            ("absent", "A002"),
        ]

    def test_keeps_a_reason_noted_on_a_day_that_is_closed(self) -> None:
        one = day()
        one.do(c.NoteAbsent, (c.Missing("not_told", count=5),), "art-1")
        close(one)
        assert line(one).absent == {"not_told": 5}

    def test_wants_a_reason_for_a_class_that_was_not_reached(self) -> None:
        one = day()
        one.bring_waiting("art-1")
        close(one)
        assert line(one).unexplained == 5


class TestTheOrderOfTheSecondDay:
    def test_in_a_window_of_make_up_everybody_is_on_time(self) -> None:
        one = close(day())
        (came,) = one.do(c.CheckIn, "design-1", 5)
        assert rank(one.hall, one.hall.tickets[came.ticket], one.now) == "on_time"
        late = one.wait(120)
        (came,) = late.do(c.CheckIn, "design-2", 5)
        assert rank(one.hall, one.hall.tickets[came.ticket], one.now) == "late"


class TestTheAccountOfOneDay:
    def test_is_of_those_who_were_to_come_and_of_what_was_left_of_them(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        close(one)
        shot(one, "art-1", 1, *named(4))
        first = {line.class_id: line for line in ledger(one.hall, FIRST)}
        second = {line.class_id: line for line in ledger(one.hall, SECOND)}
        assert list(first) == ["art-1", "art-2", "art-3", "design-1", "design-2"]
        assert list(second) == ["art-1"]
        assert (first["art-1"].expected, first["art-1"].photographed) == (5, 3)
        assert (second["art-1"].expected, second["art-1"].photographed) == (2, 1)
        assert [head.student for head in second["art-1"].heads] == ["art-1-1", "art-1-4"]

    def test_adds_up_to_the_whole(self) -> None:
        one = day()
        shot(one, "art-1", 3, *named(1, 4))
        shot(one, "art-2", 5, missed=1)
        close(one)
        shot(one, "art-1", 2)
        shot(one, "art-2", 1)
        photographed = [
            sum(line.photographed for line in ledger(one.hall, on)) for on in (FIRST, SECOND, None)
        ]
        assert photographed == [7, 3, 10]
