"""A day is closed by the local clock."""

from datetime import date

import pytest

from queueing import commands as c
from queueing.rules.closing import unclosed_days
from tests.queueing.day import Day

FIRST, SECOND = date(2023, 9, 11), date(2023, 9, 12)
# From 10:05 to ten minutes before local midnight; ten after it is still the first day in UTC.
BEFORE_MIDNIGHT = 13 * 60 + 45


@pytest.fixture
def day() -> Day:
    return Day()


def test_a_day_can_be_closed_from_local_midnight(day: Day) -> None:
    day.wait(BEFORE_MIDNIGHT)
    assert day.refuses(c.CloseDay, SECOND) == "illegal_transition"
    day.wait(20).do(c.CloseDay, SECOND)
    assert day.hall.closed == SECOND


def test_a_day_is_left_open_from_local_midnight(day: Day) -> None:
    day.bring_waiting("art-1")
    assert unclosed_days(day.hall, day.wait(BEFORE_MIDNIGHT).now) == []
    assert unclosed_days(day.hall, day.wait(20).now) == [FIRST]
