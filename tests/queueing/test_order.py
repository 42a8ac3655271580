"""Who is next, and why."""

import pytest

from queueing import commands as c
from queueing.order import waiting, why
from tests.queueing.day import Day


def queue(day: Day) -> list[str]:
    return [ticket.number for ticket in waiting(day.hall, day.now)]


def reason(day: Day, number: str) -> str:
    return why(day.hall.plan, day.hall.tickets[number].place, day.now)


@pytest.fixture
def day() -> Day:
    return Day("10:05")


def test_classes_on_time_go_by_check_in(day: Day) -> None:
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CheckIn, "art-1", 30)
    assert queue(day) == ["A001", "A002"]


def test_early_classes_wait_until_their_window_opens(day: Day) -> None:
    day.do(c.CheckIn, "design-1", 25)
    day.do(c.CheckIn, "art-1", 30)
    assert queue(day) == ["A001", "B001"]
    assert reason(day, "B001") == "early"
    day.wait(30)
    assert queue(day) == ["B001", "A001"]


def test_late_classes_go_after_those_on_time_and_before_early_ones() -> None:
    day = Day("10:45")
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "design-1", 25)
    assert queue(day) == ["B001", "A001"]
    assert reason(day, "A001") == "late"


def test_who_checked_in_within_the_window_stays_on_time(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.wait(60)
    assert reason(day, "A001") == "on_time"


def test_walk_ins_go_after_the_classes_but_before_early_ones(day: Day) -> None:
    day.do(c.CheckInWalkIn, "late", "art", 1)
    day.do(c.CheckIn, "design-1", 25)
    day.do(c.CheckIn, "art-1", 30)
    assert queue(day) == ["A001", "W001", "B001"]


def test_a_called_ticket_returns_to_the_head(day: Day) -> None:
    day.bring("called")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.Return, "A001")
    assert queue(day) == ["A001", "A002"]
    assert reason(day, "A001") == "head"


def test_a_missed_ticket_returns_behind_as_many_as_the_plan_says(day: Day) -> None:
    day.bring("missed")
    for class_id in ("art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    day.do(c.CheckInWalkIn, "late", "art", 1)
    day.do(c.Return, "A001")
    assert queue(day) == ["A002", "A003", "A001", "W001"]


def test_a_returned_ticket_keeps_its_place_when_the_one_before_it_is_called(day: Day) -> None:
    day.bring("missed")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.Return, "A001")
    day.do(c.CallNext, 1)
    day.do(c.CheckIn, "art-3", 30)
    assert queue(day) == ["A001", "A003"]


def test_a_held_ticket_resumes_in_its_old_place(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.Hold, "A001")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.Resume, "A001")
    assert queue(day) == ["A001", "A002"]
