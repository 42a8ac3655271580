"""The console's desk, drawn from a hall."""

import pytest

from queueing import commands as c
from queueing import events as e
from staff.console.desk import desk
from tests.queueing.day import Day


@pytest.fixture
def day() -> Day:
    return Day()


def test_stations_show_their_setting_and_ticket(day: Day) -> None:
    number = day.bring("called")
    first, second, third = desk(day.hall, day.now)["stations"]
    assert first["ticket"]["ticket"] == number
    assert (second["setting"], second["ticket"], third["setting"]) == ("open", None, "closed")


@pytest.mark.parametrize("state", ["held", "missed", "finished"])
def test_tickets_out_of_the_queue_have_a_list_of_their_own(day: Day, state: str) -> None:
    number = day.bring(state)
    assert [row["ticket"] for row in desk(day.hall, day.now)[state]] == [number]


def test_the_newest_command_comes_first_and_tells_whether_it_can_be_undone(day: Day) -> None:
    day.bring("called")
    log = desk(day.hall, day.now)["log"]
    assert [(row["type"], row["can_undo"]) for row in log] == [
        ("called", True), ("checked_in", False),
    ]  # fmt: skip


def test_an_undo_tells_what_it_took_back(day: Day) -> None:
    day.bring("waiting")
    day.do(c.Undo, 1)
    newest = desk(day.hall, day.now)["log"][0]
    assert newest["type"] == "undone"
    assert (newest["what"]["type"], newest["what"]["class"]) == ("checked_in", "Art 1")


def test_the_log_says_who_swapped_with_whom_and_which_day_was_closed(day: Day) -> None:
    first, second = day.bring_waiting("art-1"), day.bring_waiting("art-2")
    day.do(c.CallNext, 1)
    day.do(c.CallNext, 2)
    day.do(c.Swap, first, second)
    day.do(c.CloseDay, day.now.date())
    closed, swapped = desk(day.hall, day.now)["log"][:2]
    assert (swapped["ticket"], swapped["station"], swapped["other"]) == (first, 2, second)
    assert closed["date"] == "2023-09-11"
    assert [row["can_undo"] for row in (closed, swapped)] == [True, False]


def test_who_comes_after_the_day_was_closed_is_drawn(day: Day) -> None:
    day.do(c.CloseDay, day.now.date())
    number = day.bring("waiting")
    assert [row["ticket"] for row in desk(day.hall, day.now)["queue"]] == [number]


def test_slips_owed_and_unconfirmed_are_named(day: Day) -> None:
    number = day.bring("waiting")
    assert desk(day.hall, day.now)["slips"] == {"owed": [number], "unconfirmed": []}
    day.add(e.SlipSending(number, 1, 0, "0001", "p"))
    day.add(e.SlipUnconfirmed(number, "no_fence"))
    assert desk(day.hall, day.now)["slips"] == {"owed": [], "unconfirmed": [number]}


def test_the_notice_that_stands_is_shown(day: Day) -> None:
    day.do(c.Announce, "Lunch", day.time("10:15"))
    drawn = desk(day.hall, day.now)
    assert (drawn["notice"], drawn["notice_until"]) == ("Lunch", "2023-09-11T10:15:00+08:00")
    day.wait(20)
    assert desk(day.hall, day.now)["notice_until"] is None


def test_slips_are_not_in_the_log(day: Day) -> None:
    number = day.bring("waiting")
    day.add(e.SlipPrinted(number))
    assert [row["type"] for row in desk(day.hall, day.now)["log"]] == ["checked_in"]
