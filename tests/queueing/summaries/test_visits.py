"""Who stood at which station from when to when."""

from datetime import date

import pytest

from queueing import commands as c
from queueing.summaries.history import Visit, visits
from tests.queueing.day import Day


@pytest.fixture
def day() -> Day:
    return Day()


def told(day: Day) -> list[tuple[str, int, str | None]]:
    return [(visit.ticket, visit.station, visit.outcome) for visit in visits(day.hall)]


def test_two_that_swap_go_on_at_one_another_s_station(day: Day) -> None:
    one, two = day.bring_waiting("art-1"), day.bring_waiting("art-2")
    called = day.now
    day.do(c.CallNext, 1)
    day.do(c.CallNext, 2)
    day.do(c.Start, one)
    swapped = day.wait(1).now
    day.do(c.Swap, one, two)
    assert visits(day.hall) == [
        Visit(one, 1, called, called, swapped, "swapped"),
        Visit(two, 2, called, None, swapped, "swapped"),
        Visit(one, 2, swapped, swapped),
        Visit(two, 1, swapped),
    ]


def test_a_day_s_end_ends_the_visits_of_that_day_and_no_later_ones(day: Day) -> None:
    yesterday = day.bring("shooting")
    day.wait(23 * 60)
    today = day.bring_waiting("art-2")
    day.do(c.CallNext, 2)
    day.do(c.CloseDay, date(2023, 9, 11))
    assert told(day) == [(yesterday, 1, "day_closed"), (today, 2, None)]
    assert visits(day.hall)[0].ended_at == day.now


def test_what_follows_an_undone_call_is_told(day: Day) -> None:
    number = day.bring("called")
    day.do(c.Undo, day.hall.version)
    day.do(c.CallNext, 2)
    assert told(day) == [(number, 2, None)]
