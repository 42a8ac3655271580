"""A class that comes in parts: each takes up what those before it have left."""

from datetime import date

import pytest

from queueing import commands as c
from queueing.account.ledger import Line, ledger
from queueing.account.rest import heads_left, rest
from queueing.plan_file import read_plan
from queueing.refusals import Unknown
from tests.queueing.day import PLAN, Day, named

PARTS = read_plan("parts = true\n" + PLAN)


@pytest.fixture
def day() -> Day:
    return Day(of=PARTS).enrol()


def line(day: Day) -> Line:
    return next(entry for entry in ledger(day.hall) if entry.class_id == "art-1")


class TestAClassMayComeAgain:
    def test_for_those_whom_its_first_part_left(self, day: Day) -> None:
        day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        day.do(c.CheckIn, "art-1", 2)
        assert day.hall.checked_in["art-1"] == "A002"

    def test_but_not_while_its_first_part_is_not_done(self, day: Day) -> None:
        day.bring_waiting("art-1")
        assert day.refuses(c.CheckIn, "art-1", 2) == "already_checked_in"

    def test_but_not_once_all_are_photographed(self, day: Day) -> None:
        day.shoot("art-1", 5)
        assert day.refuses(c.CheckIn, "art-1", 1) == "already_checked_in"

    def test_but_not_where_the_plan_has_no_parts(self) -> None:
        day = Day().enrol()
        day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        assert day.refuses(c.CheckIn, "art-1", 2) == "already_checked_in"


class TestWhoIsLeft:
    def test_is_whom_the_finished_parts_name_as_missing(self, day: Day) -> None:
        day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        assert rest(day.hall, "art-1") == ("art-1-1", "art-1-4")
        assert heads_left(day.hall, "art-1") == 2

    def test_is_everybody_while_a_part_waits(self, day: Day) -> None:
        day.do(c.CheckIn, "art-1", 3, named("art-1-1", "art-1-4"))
        assert len(rest(day.hall, "art-1")) == heads_left(day.hall, "art-1") == 5

    def test_is_nobody_once_all_are_photographed(self, day: Day) -> None:
        day.shoot("art-1", 5)
        assert rest(day.hall, "art-1") == ()
        assert heads_left(day.hall, "art-1") == 0

    def test_is_not_said_by_other_classes(self, day: Day) -> None:
        day.shoot("art-2", 5)
        assert len(rest(day.hall, "art-1")) == heads_left(day.hall, "art-1") == 5

    def test_is_said_by_latecomers_only_once_their_day_is_closed(self, day: Day) -> None:
        day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        (late,) = day.do(c.CheckInWalkIn, "late", "art", 1, "art-1", "art-1-1")
        day.shoot_ticket(late.ticket, 1)
        assert (rest(day.hall, "art-1"), heads_left(day.hall, "art-1")) == (
            ("art-1-1", "art-1-4"),
            2,
        )
        day.do(c.CloseDay, date(2023, 9, 11))
        assert (rest(day.hall, "art-1"), heads_left(day.hall, "art-1")) == (("art-1-4",), 1)

    def test_is_not_said_by_a_retake(self, day: Day) -> None:
        day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        (again,) = day.do(c.CheckInWalkIn, "retake", "art", 1, "art-1", "art-1-0")
        day.shoot_ticket(again.ticket, 1)
        day.do(c.CloseDay, date(2023, 9, 11))
        assert heads_left(day.hall, "art-1") == day.hall.left("art-1") == 2


class TestAPartIsCorrected:
    """What it said itself does not count when it is held against those who were left."""

    def test_in_whom_it_names_as_absent(self, day: Day) -> None:
        day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        second = day.shoot("art-1", 1, *named("art-1-4"))
        day.do(c.Amend, second, absent=named("art-1-1"))
        with pytest.raises(Unknown, match="art-1-0"):
            day.do(c.Amend, second, absent=named("art-1-0"))

    def test_in_how_many_are_absent(self, day: Day) -> None:
        day.shoot("art-1", 3, c.Missing("absent", count=2))
        second = day.shoot("art-1", 1)
        day.do(c.Amend, second, absent=(c.Missing("absent", count=2),))
        too_many = (c.Missing("absent", count=3),)
        assert day.refuses(c.Amend, second, absent=too_many) == "heads_mismatch"

    def test_without_becoming_the_newest(self, day: Day) -> None:
        first = day.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
        second = day.shoot("art-1", 2)
        day.do(c.Amend, first, fee=c.Fee(60, "cash"))
        assert day.hall.checked_in["art-1"] == second


class TestTheAccount:
    def test_has_all_parts_on_one_line_and_each_student_with_their_own(self, day: Day) -> None:
        day.shoot("art-1", 2, *named("art-1-1", "art-1-3", "art-1-4"))
        day.shoot("art-1", 2, *named("art-1-3"))
        day.shoot("art-1", 1)
        assert line(day).tickets == ("A001", "A002", "A003")
        heads = [(head.student, head.standing, head.ticket) for head in line(day).heads]
        assert heads == [
            ("art-1-0", "photographed", "A001"),
            ("art-1-1", "photographed", "A002"),
            ("art-1-2", "photographed", "A001"),
            ("art-1-3", "photographed", "A003"),
            ("art-1-4", "photographed", "A002"),
        ]

    def test_misses_nobody_who_came_with_a_later_part(self, day: Day) -> None:
        day.shoot("art-1", 5, missed=1)
        assert line(day).missed == {"other": 1}
        day.shoot("art-1", 1)
        assert line(day).missed == {}

    def test_knows_those_without_a_name_by_the_class_and_not_by_who_came_late(
        self, day: Day
    ) -> None:
        day.shoot("art-1", 4)
        (late,) = day.wait(1).do(c.CheckInWalkIn, "late", "art", 1, "art-1")
        day.shoot_ticket(late.ticket, 1)
        assert {head.ticket for head in line(day).heads} == {"A001"}
