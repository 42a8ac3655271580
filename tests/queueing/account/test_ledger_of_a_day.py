"""The account of one day has those who were to come on it, and those who came."""

from datetime import date

import pytest

from queueing import commands as c
from queueing.account.ledger import ledger
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, Day

FIRST, SECOND = date(2023, 9, 11), date(2023, 9, 12)
SECOND_DAY = """
[[windows]]
date = 2023-09-12
venue = "east"
opens = 09:00:00
closes = 10:00:00
"""
PART = read_plan(PLAN + SECOND_DAY + 'classes = ["art-3", "design-2"]')
MAKE_UP = read_plan(PLAN + SECOND_DAY + "make_up = true")


def lines(day: Day, on: date) -> list[str]:
    return [line.class_id or line.college_id for line in ledger(day.hall, on)]


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (FIRST, ["art-1", "art-2", "art-3", "art", "design-1", "design-2"]),
        (SECOND, ["art-3", "art", "design-2"]),
    ],
)
def test_it_has_the_classes_of_its_windows_and_those_of_no_class_of_their_colleges(
    on: date, due: list[str]
) -> None:
    assert lines(Day(of=PART).enrol(others=1), on) == due


def test_of_make_up_it_has_only_who_came() -> None:
    day = Day(of=MAKE_UP).enrol(others=1)
    assert lines(day, SECOND) == []
    day.wait(23 * 60)
    day.bring_waiting("design-1")
    day.do(c.CheckInWalkIn, "late", "art", 1, None, "art-0")
    assert lines(day, SECOND) == ["art", "design-1"]
