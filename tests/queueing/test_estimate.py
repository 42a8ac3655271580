"""When the waiting will be called: the plan's pace at first, the day's own as it is learned."""

from datetime import timedelta

from queueing import commands as c
from queueing.estimate import forecast, pace
from tests.queueing.day import Day


def minutes_until(day: Day, number: str) -> float:
    return (forecast(day.hall, day.now).starts[number] - day.now).total_seconds() / 60


def test_the_first_goes_at_once_when_a_station_is_free() -> None:
    day = Day()
    day.bring("waiting")
    assert minutes_until(day, "A001") == 0


def test_classes_share_the_open_stations() -> None:
    day = Day()
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    # 30 heads at 20 s and a minute to change over.
    assert [minutes_until(day, f"A00{n}") for n in (1, 2, 3)] == [0, 0, 11]


def test_a_paused_station_takes_nobody() -> None:
    day = Day()
    day.do(c.SetStation, 2, "paused")
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "art-2", 30)
    assert minutes_until(day, "A002") == 11


def test_nothing_is_claimed_while_no_station_is_open() -> None:
    day = Day()
    day.do(c.SetStation, 1, "closed")
    day.do(c.SetStation, 2, "closed")
    day.bring("waiting")
    assert forecast(day.hall, day.now).starts == {}


def test_heads_already_shot_need_no_more_time() -> None:
    day = Day()
    number = day.bring("shooting")
    day.do(c.Count, number, 27)
    assert forecast(day.hall, day.now).ends[1] - day.now == timedelta(minutes=1)


def test_the_pace_moves_from_the_plans_towards_the_days() -> None:
    day = Day()
    number = day.bring("shooting")
    day.wait(5)
    day.do(c.Finish, number, 30)
    # 60 heads' worth of the plan's 20 s and 30 heads at 10 s.
    assert abs(pace(day.hall).total_seconds() - 50 / 3) < 1e-6
