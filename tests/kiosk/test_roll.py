"""The kiosk's roll."""

from datetime import date, timedelta
from typing import Any

from kiosk.roll import roll
from queueing import commands as c
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, Day, plan


def test_a_class_not_yet_there_is_expected() -> None:
    day = Day()
    first = roll(day.hall, day.now)["colleges"][0]["classes"][0]
    assert (first["state"], first["ticket"], first["expected"]) == ("expected", None, 30)


def test_a_class_that_is_there_shows_its_number_and_state() -> None:
    day = Day()
    day.bring("shooting")
    first = roll(day.hall, day.now)["colleges"][0]["classes"][0]
    assert (first["state"], first["ticket"]) == ("shooting", "A001")


def test_a_cancelled_class_is_expected_again() -> None:
    day = Day()
    day.bring("cancelled")
    assert roll(day.hall, day.now)["colleges"][0]["classes"][0]["state"] == "expected"


def test_the_roll_lists_this_venues_colleges_only() -> None:
    day = Day()
    assert [c["college_id"] for c in roll(day.hall, day.now)["colleges"]] == ["art", "design"]


def test_a_class_that_waits_is_told_how_many_are_ahead_and_when() -> None:
    day = Day()
    day.bring("waiting")
    day.bring("waiting", "art-2")
    second = rows(day)["art-2"]
    assert second["ahead"] == 1
    assert second["eta"].startswith("2023-09-11T10:")


def test_the_roll_says_which_planned_day_it_is_about() -> None:
    day = Day()
    assert roll(day.hall, day.now)["day"] == "2023-09-11"
    assert roll(day.hall, day.now - timedelta(days=3))["day"] == "2023-09-11"
    assert roll(day.hall, day.now + timedelta(days=3))["day"] == "2023-09-11"


MAKE_UP = """
[[windows]]
date = 2023-09-12
venue = "east"
opens = 09:00:00
closes = 10:00:00
{whom}
"""


def second_day(whom: str) -> Day:
    """Take the second day, when 25 of a class of 30 and all of another were shot on the first."""
    day = Day(of=read_plan(PLAN + MAKE_UP.format(whom=whom)))
    for class_id, present in (("art-1", 25), ("art-2", 30)):
        (came,) = day.do(c.CheckIn, class_id, present)
        day.do(c.CallNext, 1)
        day.do(c.Start, came.ticket)
        day.do(c.Finish, came.ticket, present)
    day.do(c.CloseDay, date(2023, 9, 11))
    return day.wait(23 * 60)


def rows(day: Day) -> dict[str, Any]:
    """Return the roll's classes by id."""
    colleges = roll(day.hall, day.now)["colleges"]
    return {row["class_id"]: row for college in colleges for row in college["classes"]}


def test_a_class_photographed_in_part_before_shows_how_many_are_left() -> None:
    row = rows(second_day('colleges = ["art"]'))["art-1"]
    assert (row["state"], row["expected"], row["taken"]) == ("expected", 5, 25)


def test_a_class_of_whom_nobody_is_left_is_not_listed() -> None:
    assert list(rows(second_day('colleges = ["art"]'))) == ["art-1", "art-3"]


def test_the_roll_lists_the_classes_of_todays_windows_alone() -> None:
    assert list(rows(second_day('classes = ["art-3"]'))) == ["art-3"]


def test_a_window_of_make_up_lists_all_of_whom_somebody_is_left() -> None:
    day = second_day("make_up = true")
    assert [c["college_id"] for c in roll(day.hall, day.now)["colleges"]] == [
        "art", "design", "music",
    ]  # fmt: skip
    assert list(rows(day)) == ["art-1", "art-3", "design-1", "design-2", "music-1"]
    assert roll(day.hall, day.now)["colleges"][0]["expected"] == 5 + 30


def test_a_class_that_comes_in_parts_is_offered_for_those_who_are_left() -> None:
    day = Day(of=plan(**{'title = "T"': 'title = "T"\nparts = true'}))
    (came,) = day.do(c.CheckIn, "art-1", 20)
    day.do(c.CallNext, 1)
    day.do(c.Start, came.ticket)
    day.do(c.Finish, came.ticket, 20)
    row = rows(day)["art-1"]
    assert (row["state"], row["ticket"], row["expected"]) == ("expected", None, 10)
