"""What the crews' pace is taken to be after a few classes, reckoned by hand."""

import math

import pytest

from queueing import commands as c
from queueing.forecast.pace import Rate, learn_pace
from tests.queueing.day import Day

# The plan: 20 seconds a head, 60 a changeover.
PLANNED = 20.0
# The assumed spreads, squared: a day, a station, a class, a head.
DAY, STATION, CLASS, HEAD = 0.25**2, 0.1**2, 0.1**2, 0.5**2


@pytest.fixture
def day() -> Day:
    day = Day()
    for class_id in ("art-1", "art-2"):
        day.do(c.CheckIn, class_id, 30)
    return day


def shoot(day: Day, number: str, minutes: float, station: int = 1, photographed: int = 30) -> None:
    missed = 30 - photographed
    day.do(c.CallNext, station, ticket=number, reason="asked")
    day.wait(1).do(c.Start, number)
    lines = (c.Missing("dress", count=missed),) if missed else ()
    day.wait(minutes).do(c.Finish, number, photographed, lines)


def seconds(day: Day, station: int = 1) -> float:
    return learn_pace(day.hall).head[station].seconds


def test_at_first_it_is_the_plan_s(day: Day) -> None:
    rate = Rate(pytest.approx(PLANNED), pytest.approx(DAY + STATION), 1.0)
    assert learn_pace(day.hall).head == {1: rate, 2: rate, 3: rate}


def test_a_station_is_drawn_to_its_hall_and_the_hall_to_the_plan(day: Day) -> None:
    shoot(day, "A001", 15)
    shoot(day, "A002", 20)
    # Each class's figure, on logarithms, and what both together say of the station.
    one = CLASS + HEAD / 30
    figures = [math.log(30) + one / 2, math.log(40) + one / 2]
    mean, of_station = sum(figures) / 2, one / 2
    precision = 1 / DAY + 1 / (of_station + STATION)
    hall = (math.log(PLANNED) / DAY + mean / (of_station + STATION)) / precision
    pull = of_station / (of_station + STATION)
    station = mean + pull * (hall - mean)
    strays = sum((figure - station) ** 2 / one for figure in figures)
    rates, chance = learn_pace(day.hall).head, (10 + strays) / (10 + 2)
    assert rates[1].seconds == pytest.approx(math.exp(station))
    assert rates[1].variance == pytest.approx(pull * STATION + pull**2 / precision)
    assert rates[2].seconds == pytest.approx(math.exp(hall))
    assert rates[2].variance == pytest.approx(STATION + 1 / precision)
    assert (rates[1].chance, rates[2].chance) == (pytest.approx(chance), pytest.approx(chance))


def test_a_changeover_is_from_the_call_to_the_start(day: Day) -> None:
    shoot(day, "A001", 10)
    variance = 0.5**2
    figure = math.log(60) + variance / 2
    precision = 1 / DAY + 1 / (variance + STATION)
    hall = (math.log(60) / DAY + figure / (variance + STATION)) / precision
    assert learn_pace(day.hall).changeover[2].seconds == pytest.approx(math.exp(hall))


def test_a_class_still_being_shot_teaches_by_its_counts(day: Day) -> None:
    day.do(c.CallNext, 1)
    day.do(c.Start, "A001")
    day.wait(10).do(c.Count, "A001", 15)
    assert seconds(day) > PLANNED * 1.1


def test_of_a_class_that_was_held_only_what_was_shot_since_counts(day: Day) -> None:
    day.do(c.CallNext, 1)
    day.do(c.Start, "A001")
    day.wait(1).do(c.Count, "A001", 15)
    day.do(c.Hold, "A001")
    day.do(c.Resume, "A001")
    day.do(c.CallNext, 1, ticket="A001", reason="asked")
    day.wait(1).do(c.Start, "A001")
    day.wait(5).do(c.Finish, "A001", 30)
    # Fifteen heads in five minutes: but for the mean of a logarithm that is the plan's pace.
    variance = CLASS + HEAD / 15
    assert PLANNED < seconds(day) < PLANNED * math.exp(variance / 2)


def test_a_class_put_aside_while_it_is_shot_teaches_nothing(day: Day) -> None:
    day.do(c.CallNext, 1)
    day.do(c.Start, "A001")
    day.wait(10).do(c.Count, "A001", 15)
    day.do(c.Hold, "A001")
    assert seconds(day) == pytest.approx(PLANNED)


def test_a_class_of_which_nobody_was_photographed_teaches_nothing(day: Day) -> None:
    shoot(day, "A001", 10, photographed=0)
    assert seconds(day) == pytest.approx(PLANNED)


def test_a_single_head_teaches_too(day: Day) -> None:
    day.do(c.CheckInWalkIn, "held_back", "art", 1)
    day.do(c.CallNext, 1, ticket="W001", reason="asked")
    day.wait(1).do(c.Start, "W001")
    day.wait(0.5).do(c.Finish, "W001", 1)
    assert seconds(day) > PLANNED * 1.05


def test_who_waits_keeps_nobody_from_teaching(day: Day) -> None:
    shoot(day, "A002", 15)
    assert seconds(day) > PLANNED * 1.1


@pytest.mark.parametrize(
    ("seconds_per_head", "counts"), [(8, False), (10, True), (43, True), (60, False)]
)
def test_what_is_more_than_three_spreads_from_the_middle_is_no_pace(
    day: Day, seconds_per_head: float, counts: bool
) -> None:
    # A class of thirty strays from the plan by 0.28 on logarithms: a factor of 2.3 is absurd.
    shoot(day, "A001", seconds_per_head * 30 / 60)
    assert (seconds(day) != pytest.approx(PLANNED)) is counts
