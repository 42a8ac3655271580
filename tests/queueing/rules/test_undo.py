"""Undo: the hall is what the log says without the undone events."""

from datetime import date, time

import pytest

from queueing import commands as c
from queueing import events as e
from queueing.enrolment import Enrolled, Enrolment
from queueing.hall import fold
from queueing.refusals import Rejected
from queueing.rules.undo import can_undo
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


def test_a_command_of_several_events_is_undone_as_a_whole(day: Day) -> None:
    number = day.bring("waiting")
    day.add(e.Called(number, 1), "both")
    day.add(e.Started(number, 1), "both")
    assert day.refuses(c.Undo, 2) == "cannot_undo"
    assert day.do(c.Undo, 3) == (e.Undone(2, 3, number),)
    assert day.state(number) == "waiting"


def test_the_first_command_is_undone_as_a_whole(day: Day) -> None:
    first, second = day.bring("waiting"), day.bring("waiting", "art-2")
    events = [record.event for record in day.hall.log]
    day = Day()
    for event in events:
        day.add(event, "both")
    assert day.do(c.Undo, 2) == (e.Undone(1, 2, first),)
    assert (day.hall.tickets, sorted(day.hall.withdrawn.values())) == ({}, [first, second])


def test_a_command_beside_any_ticket_is_undone_without_one(day: Day) -> None:
    day.do(c.SetStation, 3, "open")
    assert day.do(c.Undo, 1) == (e.Undone(1, 1, None),)
    assert day.hall.stations[3] == "closed"


def test_a_refused_undo_says_because_of_what(day: Day) -> None:
    day.bring("called")
    with pytest.raises(Rejected) as refusal:
        day.do(c.Undo, 1)
    assert refusal.value.details == {"reason": "cannot_undo", "version": 1, "because": 2}
    with pytest.raises(Rejected) as refusal:
        day.do(c.Undo, 99)
    assert refusal.value.details == {"reason": "cannot_undo", "version": 99}


def test_a_transfer_is_not_undone_once_its_old_station_is_taken(day: Day) -> None:
    number = day.bring("called")
    day.do(c.Transfer, number, 2)
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CallNext, 1)
    assert day.refuses(c.Undo, 3) == "cannot_undo"


def test_an_announcement_is_not_undone_once_there_is_another(day: Day) -> None:
    day.do(c.Announce, "Lunch")
    day.do(c.Announce, "Dinner")
    assert day.refuses(c.Undo, 1) == "cannot_undo"
    day.do(c.Undo, 2)
    assert day.hall.notice(day.now) == "Lunch"


def test_a_note_of_a_class_is_not_undone_once_it_is_noted_anew(day: Day) -> None:
    day.do(c.NoteAbsent, (c.Missing("late", count=30),), "art-1")
    day.do(c.NoteAbsent, (c.Missing("late", count=30),), "art-2")
    day.do(c.NoteAbsent, (c.Missing("not_told", count=30),), "art-1")
    assert day.refuses(c.Undo, 1) == "cannot_undo"
    day.do(c.Undo, 2)
    assert day.hall.noted.keys() == {("art", "art-1")}


def test_a_note_of_those_of_no_class_is_undone_unless_it_is_noted_anew(day: Day) -> None:
    students = {"x": Enrolled("art", None), "y": Enrolled("design", None)}
    day.hall.enrolment = Enrolment(students)
    gone = (c.Missing("late", count=1),)
    day.do(c.NoteAbsent, gone, college_id="art")
    day.do(c.NoteAbsent, gone, college_id="design")
    day.do(c.NoteAbsent, gone, college_id="art")
    assert day.refuses(c.Undo, 1) == "cannot_undo"
    day.do(c.Undo, 2)
    assert day.hall.noted.keys() == {("art", None)}


def test_a_window_is_not_moved_back_once_it_is_moved_anew(day: Day) -> None:
    for window in (0, 1, 0):
        day.do(c.SetWindow, date(2023, 9, 11), time(10), time(12), window, ("art",))
    assert day.refuses(c.Undo, 1) == "cannot_undo"
    day.do(c.Undo, 2)
    assert day.hall.plan.windows[1] == day.hall.planned.windows[1]


@pytest.mark.parametrize("station", [1, 4, 5])
def test_stations_are_not_taken_away_once_one_is_set(day: Day, station: int) -> None:
    day.do(c.AddStations, 5)
    day.do(c.SetStation, station, "closed")
    assert day.refuses(c.Undo, 1) == "cannot_undo"


@pytest.mark.parametrize("station", [1, 2])
def test_a_station_is_not_set_back_once_a_swap_has_brought_another_to_it(
    day: Day, station: int
) -> None:
    one, two = day.bring_waiting("art-1"), day.bring_waiting("art-2")
    day.do(c.CallNext, 1)
    day.do(c.CallNext, 2)
    day.do(c.SetStation, station, "paused")
    day.do(c.Swap, one, two)
    assert day.refuses(c.Undo, 5) == "cannot_undo"


def test_paper_that_came_before_what_builds_on_it_does_not_hide_that(day: Day) -> None:
    number = day.bring("waiting")
    day.add(e.SlipSending(number, 1, 0, "f1", "p"))
    day.do(c.CallNext, 1)
    assert day.refuses(c.Undo, 1) == "cannot_undo"


def test_walk_ins_of_no_class_do_not_stand_in_one_another_s_way(day: Day) -> None:
    for _ in range(2):
        day.do(c.CheckInWalkIn, "late", "art", 1)
    for number in ("W001", "W002"):
        day.do(c.Cancel, number)
    day.do(c.Undo, 3)
    assert day.state("W001") == "waiting"


def test_what_can_be_undone_is_known_beforehand(day: Day) -> None:
    day.bring("called")
    assert [can_undo(day.hall, version) for version in (1, 2, 3)] == [False, True, False]
