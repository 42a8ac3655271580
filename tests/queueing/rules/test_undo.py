"""Undo: the hall is what the log says without the undone events."""

import pytest

from queueing import commands as c
from queueing import events as e
from queueing.hall import fold
from tests.queueing.day import Day


@pytest.fixture
def day() -> Day:
    return Day()


def test_undoing_a_call_puts_the_class_back_in_its_place(day: Day) -> None:
    number = day.bring("waiting")
    before = day.hall.tickets[number]
    day.do(c.CallNext, 1)
    day.do(c.Undo, 2)
    assert day.hall.tickets[number] == before
    assert day.hall.at_station == {}


def test_undoing_a_check_in_withdraws_its_phone_page(day: Day) -> None:
    number = day.bring("waiting")
    token = day.hall.tickets[number].token
    day.do(c.Undo, 1)
    assert day.hall.ticket_of(token) is None
    assert day.hall.withdrawn == {token: "A001"}


def test_steps_are_undone_one_after_another(day: Day) -> None:
    number = day.bring("shooting")
    day.do(c.Undo, 3)
    day.do(c.Undo, 2)
    assert day.state(number) == "waiting"


def test_nothing_is_undone_twice(day: Day) -> None:
    day.bring("called")
    day.do(c.Undo, 2)
    assert day.refuses(c.Undo, 2) == "cannot_undo"


def test_an_undo_is_not_undone(day: Day) -> None:
    day.bring("called")
    day.do(c.Undo, 2)
    assert day.refuses(c.Undo, 3) == "cannot_undo"


def test_what_a_later_event_of_the_ticket_builds_on_is_not_undone(day: Day) -> None:
    day.bring("shooting")
    assert day.refuses(c.Undo, 2) == "cannot_undo"


def test_what_a_later_event_of_the_station_builds_on_is_not_undone(day: Day) -> None:
    day.bring("finished")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CallNext, 1)
    assert day.refuses(c.Undo, 4) == "cannot_undo"


def test_a_cancel_is_not_undone_once_the_class_checked_in_again(day: Day) -> None:
    day.do(c.Cancel, day.bring("waiting"))
    day.do(c.CheckIn, "art-1", 30)
    assert day.refuses(c.Undo, 2) == "cannot_undo"


def test_an_amended_class_is_not_given_back_once_another_ticket_has_it(day: Day) -> None:
    number = day.bring("waiting")
    day.do(c.Amend, number, class_id="art-2")
    day.do(c.CheckIn, "art-1", 30)
    assert day.refuses(c.Undo, 2) == "cannot_undo"


def test_a_check_in_is_undone_although_a_walk_in_names_its_class(day: Day) -> None:
    day.bring("waiting")
    day.do(c.CheckInWalkIn, "late", "art", 1, class_id="art-1")
    day.do(c.Undo, 1)
    assert list(day.hall.tickets) == ["W001"]


def test_a_place_that_another_returned_behind_is_not_undone(day: Day) -> None:
    day.bring("missed")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.Return, "A001")
    assert day.refuses(c.Undo, 4) == "cannot_undo"


def test_events_of_others_do_not_stand_in_the_way(day: Day) -> None:
    day.bring("called")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.Undo, 2)
    assert day.state("A001") == "waiting"


def test_paper_does_not_stand_in_the_way_and_is_not_undone(day: Day) -> None:
    day.bring("waiting")
    slip = e.SlipSending("A001", 1, 0, "f1", "p")
    day.add(slip)
    assert day.refuses(c.Undo, 2) == "cannot_undo"
    day.do(c.Undo, 1)
    assert day.hall.tickets == {}


@pytest.mark.parametrize("version", [1, 99])
def test_a_version_that_ends_no_command_is_not_undone(day: Day, version: int) -> None:
    assert day.refuses(c.Undo, version) == "cannot_undo"


def test_folding_a_log_with_undos_gives_the_live_hall(day: Day) -> None:
    day.bring("shooting")
    day.do(c.Undo, 3)
    day.do(c.MarkNoShow, "A001")
    again = fold(day.hall.plan, "east", day.hall.log, b"secret")
    assert (again.tickets, again.at_station) == (day.hall.tickets, day.hall.at_station)
