"""A wrong clock is corrected: what was stamped wrongly meanwhile gets the times that it had."""

from queueing import commands as c
from queueing import events as e
from tests.queueing.day import Day

TWO_HOURS = 2 * 60 * 60


def day_with_a_wrong_clock(minutes: float) -> Day:
    """Check a class in at 10:05, two more a minute apart by a clock so wrong; it is 10:20."""
    day = Day("10:05")
    day.bring_waiting("art-1")
    day.now = day.time("10:06")
    day.wait(minutes)
    for class_id in ("art-2", "art-3"):
        day.bring_waiting(class_id)
        day.wait(1)
    day.now = day.time("10:20")
    return day


def correct(day: Day, seconds: float, since: int = 1) -> list[str]:
    """Return at which times the classes have checked in after a correction."""
    day.add(e.ClockCorrected(since, seconds))
    return [f"{ticket.checked_in_at:%H:%M}" for ticket in day.hall.tickets.values()]


def test_what_was_stamped_since_is_moved_and_nothing_before() -> None:
    day = day_with_a_wrong_clock(120)
    assert correct(day, -TWO_HOURS) == ["10:05", "10:06", "10:07"]
    assert [f"{record.at:%H:%M}" for record in day.hall.log] == ["10:05", "10:06", "10:07", "10:20"]


def test_it_is_known_which_times_were_wrong() -> None:
    day = day_with_a_wrong_clock(120)
    assert day.hall.corrected == set()
    correct(day, -TWO_HOURS)
    assert day.hall.corrected == {2, 3}


def test_nothing_is_moved_before_what_was_before_it() -> None:
    day = day_with_a_wrong_clock(60)
    assert correct(day, -TWO_HOURS) == ["10:05", "10:05", "10:05"]


def test_nothing_is_moved_beyond_the_correction() -> None:
    day = day_with_a_wrong_clock(1)
    assert correct(day, TWO_HOURS) == ["10:05", "10:20", "10:20"]


def test_all_of_a_log_may_be_moved() -> None:
    day = day_with_a_wrong_clock(1)
    assert correct(day, -TWO_HOURS, since=0) == ["08:05", "08:07", "08:08"]
    assert day.hall.corrected == {1, 2, 3}


def test_it_is_not_undone_and_stands_in_no_way() -> None:
    day = day_with_a_wrong_clock(120)
    correct(day, -TWO_HOURS)
    assert day.refuses(c.Undo, 4) == "cannot_undo"
    day.do(c.Undo, 3)
    assert correct(day, 0) == ["10:05", "10:06"]


def test_the_hall_as_it_was_before_keeps_its_times() -> None:
    day = day_with_a_wrong_clock(120)
    before = day.hall
    correct(day, -TWO_HOURS)
    assert f"{before.log[1].at:%H:%M}" == "12:06"
    assert before.corrected == set()
