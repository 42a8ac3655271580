"""Who comes again: a class whose finish was a mistake, and late heads back into their class."""

import pytest

from queueing import commands as c
from queueing.account.ledger import Line, ledger
from queueing.enrolment import Enrolled, Enrolment
from queueing.order.policies import turns
from queueing.plan_file import read_plan
from queueing.refusals import Unknown
from tests.queueing.day import PLAN, Day


@pytest.fixture
def day() -> Day:
    return Day()


def line(day: Day, class_id: str = "art-1") -> Line:
    return next(entry for entry in ledger(day.hall) if entry.class_id == class_id)


def enrol(day: Day) -> None:
    """List five students for the first class."""
    students = {f"s{n}": Enrolled("art", "art-1") for n in range(5)}
    day.hall.enrolment = Enrolment(students)


def finish(day: Day, photographed: int, counted: int = 0) -> str:
    """Finish a class of thirty with so many photographed, so many of them counted before."""
    number = day.bring("shooting")
    if counted:
        day.do(c.Count, number, counted)
    rest = 30 - photographed
    day.do(c.Finish, number, photographed, (c.Missing("dress", count=rest),) if rest else ())
    return number


class TestAFinishThatWasAMistake:
    def test_puts_the_class_back_to_the_head_of_the_line(self, day: Day) -> None:
        number = finish(day, 30)
        day.bring_waiting("art-2")
        day.do(c.Reopen, number)
        first, why = turns(day.hall, day.now)[0]
        assert (first.number, why) == (number, "head")

    def test_keeps_what_was_shot_and_drops_why_the_others_were_not(self, day: Day) -> None:
        number = finish(day, 21)
        day.do(c.Reopen, number)
        ticket = day.hall.tickets[number]
        assert (ticket.photographed, ticket.missed, ticket.ended_at) == (21, (), None)

    def test_keeps_as_many_as_staff_say_were_shot(self, day: Day) -> None:
        number = finish(day, 30, counted=21)
        assert day.hall.tickets[number].counted == 21
        day.do(c.Reopen, number, 21)
        assert day.hall.tickets[number].photographed == 21

    def test_cannot_have_shot_more_than_were_there(self, day: Day) -> None:
        assert day.refuses(c.Reopen, finish(day, 30), 31) == "heads_mismatch"

    def test_is_accounted_for_as_still_to_be_shot_until_it_is_finished_again(
        self, day: Day
    ) -> None:
        number = finish(day, 21)
        day.do(c.Reopen, number)
        assert (line(day).photographed, line(day).pending, line(day).missing) == (21, 9, 0)
        day.do(c.CallNext, 1)
        day.do(c.Start, number)
        assert day.refuses(c.Finish, number, 9) == "heads_mismatch"
        day.do(c.Finish, number, 28, (c.Missing("dress", count=2),))
        assert (line(day).photographed, line(day).pending, line(day).missing) == (28, 0, 2)

    def test_is_taken_back_although_the_next_class_was_called(self, day: Day) -> None:
        number = finish(day, 30)
        day.bring_waiting("art-2")
        day.do(c.CallNext, 1)
        day.do(c.Reopen, number)
        assert day.state(number) == "waiting"

    def test_is_a_mistake_no_more_once_that_is_undone(self, day: Day) -> None:
        number = finish(day, 21)
        before = day.hall.tickets[number]
        day.do(c.Reopen, number)
        day.do(c.Undo, day.hall.version)
        assert day.hall.tickets[number] == before

    def test_brings_nobody_back_whose_class_has_come_with_a_new_number(self) -> None:
        day = Day(of=read_plan("parts = true\n" + PLAN))
        number = finish(day, 21)
        day.do(c.CheckIn, "art-1", 9)
        assert day.refuses(c.Reopen, number) == "already_checked_in"

    def test_stays_once_its_day_is_closed(self, day: Day) -> None:
        number = finish(day, 30)
        day.do(c.CloseDay, day.now.date())
        assert day.refuses(c.Reopen, number) == "illegal_transition"


class TestLateHeads:
    def test_are_one_head_more_and_no_longer_absent_by_name(self, day: Day) -> None:
        enrol(day)
        absent = tuple(c.Missing("late", student=student) for student in ("s1", "s2"))
        (came,) = day.do(c.CheckIn, "art-1", 3, absent)
        day.do(c.Rejoin, came.ticket, "s1")
        ticket = day.hall.tickets[came.ticket]
        assert (ticket.present, ticket.absent) == (4, absent[1:])

    def test_are_taken_by_number_from_those_noted_late_first(self, day: Day) -> None:
        absent = (c.Missing("not_told", count=2), c.Missing("late", count=1))
        (came,) = day.do(c.CheckIn, "art-1", 27, absent)
        day.do(c.Rejoin, came.ticket, None, 2)
        ticket = day.hall.tickets[came.ticket]
        assert (ticket.present, ticket.absent) == (29, (c.Missing("not_told", count=1),))

    def test_are_refused_when_they_are_there_already(self, day: Day) -> None:
        enrol(day)
        (came,) = day.do(c.CheckIn, "art-1", 4, (c.Missing("late", student="s1"),))
        day.do(c.Rejoin, came.ticket, "s1")
        assert day.refuses(c.Rejoin, came.ticket, "s1") == "already_checked_in"

    def test_must_be_of_the_class(self, day: Day) -> None:
        enrol(day)
        number = day.bring_waiting("art-2")
        with pytest.raises(Unknown, match="student"):
            day.do(c.Rejoin, number, "s1")

    def test_may_be_more_than_were_expected(self, day: Day) -> None:
        number = day.bring("waiting")
        day.do(c.Rejoin, number, None, 3)
        assert day.hall.tickets[number].present == 33
        assert line(day).extra == 3

    def test_are_never_more_than_a_ticket_holds(self, day: Day) -> None:
        number = day.bring("waiting")
        assert day.refuses(c.Rejoin, number, None, 970) == "heads_mismatch"

    def test_do_not_join_a_walk_in(self, day: Day) -> None:
        (came,) = day.do(c.CheckInWalkIn, "late", "art", 1)
        assert day.refuses(c.Rejoin, came.ticket, None, 1) == "illegal_transition"

    def test_leave_their_class_again_when_that_is_undone(self, day: Day) -> None:
        number = day.bring("waiting")
        before = day.hall.tickets[number]
        day.do(c.Rejoin, number, None, 1)
        day.do(c.Undo, day.hall.version)
        assert day.hall.tickets[number] == before
