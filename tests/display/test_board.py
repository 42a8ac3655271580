"""The wall's board, drawn from a hall."""

from datetime import timedelta

import pytest

from display.board import board
from queueing import commands as c
from tests.queueing.day import Day


@pytest.fixture
def day() -> Day:
    return Day()


def test_a_called_ticket_stays_on_its_stations_card_until_shooting(day: Day) -> None:
    number = day.bring("called")
    day.wait(9)
    card = board(day.hall, day.now)["stations"][0]
    assert (card["state"], card["ticket"], card["class"]) == ("calling", number, "Art 1")
    assert card["called_at"] == "2023-09-11T10:05:00+08:00"


def test_a_shooting_station_tells_how_far_it_is(day: Day) -> None:
    number = day.bring("shooting")
    day.do(c.Count, number, 12)
    card = board(day.hall, day.now)["stations"][0]
    assert (card["state"], card["photographed"], card["heads"]) == ("shooting", 12, 30)
    assert card["ends_at"] == "2023-09-11T10:11:00+08:00"


def test_stations_never_change_places(day: Day) -> None:
    day.bring("called")
    day.do(c.SetStation, 2, "paused")
    states = [(s["station"], s["state"]) for s in board(day.hall, day.now)["stations"]]
    assert states == [(1, "calling"), (2, "paused"), (3, "closed")]


def test_a_paused_station_keeps_showing_its_ticket(day: Day) -> None:
    day.bring("called")
    day.do(c.SetStation, 1, "paused")
    assert board(day.hall, day.now)["stations"][0]["state"] == "calling"


def test_the_next_five_are_named_and_all_the_waiting_counted(day: Day) -> None:
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    for _ in range(3):
        day.do(c.CheckInWalkIn, "late", "art", 1)
    drawn = board(day.hall, day.now)
    assert [row["ticket"] for row in drawn["next"]] == ["A001", "A002", "A003", "W001", "W002"]
    assert drawn["waiting"] == {"classes": 6, "heads": 93}
    assert drawn["next"][3]["why"] == "walk_in"


def test_everybody_behind_the_next_five_finds_their_row(day: Day) -> None:
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    for _ in range(3):
        day.do(c.CheckInWalkIn, "late", "art", 1)
    (last,) = board(day.hall, day.now)["others"]
    assert last | {"eta": None} == {
        "ticket": "W003", "kind": "late", "class": "Art", "heads": 1, "eta": None,
    }  # fmt: skip
    assert last["eta"] > board(day.hall, day.now)["next"][-1]["eta"]


def test_who_is_held_and_who_missed_their_call_are_named(day: Day) -> None:
    held, missed = day.bring("held"), day.bring("missed", "art-2")
    drawn = board(day.hall, day.now)
    assert [(row["ticket"], row["class"]) for row in drawn["held"]] == [(held, "Art 1")]
    assert [(row["ticket"], row["class"]) for row in drawn["missed"]] == [(missed, "Art 2")]
    day.do(c.CloseDay, day.now.date())
    drawn = board(day.hall, day.now)
    assert (drawn["held"], drawn["missed"]) == ([], [])


def test_no_row_names_a_student(day: Day) -> None:
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1", "s-1")
    assert "s-1" not in str(board(day.hall, day.now))


def test_a_walk_in_without_a_class_is_shown_by_its_college(day: Day) -> None:
    day.do(c.CheckInWalkIn, "held_back", "art", 1)
    assert board(day.hall, day.now)["next"][0]["class"] == "Art"


def test_an_announcement_stands_until_its_time(day: Day) -> None:
    day.do(c.Announce, "Lunch", day.now + timedelta(minutes=5))
    assert board(day.hall, day.now)["notice"] == "Lunch"
    day.wait(5)
    assert board(day.hall, day.now)["notice"] is None


def test_every_window_of_the_day_is_told(day: Day) -> None:
    states = [window["state"] for window in board(day.hall, day.now)["windows"]]
    assert states == ["now", "soon", "later"]


def test_the_day_is_summed_up_only_when_it_is_over(day: Day) -> None:
    number = day.bring("shooting")
    day.now = day.time("11:30")
    assert board(day.hall, day.now)["closing"] is None
    day.do(c.Finish, number, 28, missed=(c.Missing("dress", count=2),))
    closing = {"classes": 1, "photographed": 28, "missing": 2 + 110, "pending": 0}
    assert board(day.hall, day.now)["closing"] == closing


def test_the_day_is_not_over_while_a_class_is_held(day: Day) -> None:
    day.bring("finished")
    held = day.bring("held", "art-2")
    day.now = day.time("11:30")
    assert board(day.hall, day.now)["closing"] is None
    day.do(c.Cancel, held)
    assert board(day.hall, day.now)["closing"] is not None


def test_who_missed_their_call_to_the_end_are_pending(day: Day) -> None:
    day.bring("finished")
    day.bring("missed", "art-2")
    day.now = day.time("11:30")
    closing = board(day.hall, day.now)["closing"]
    assert (closing["missing"], closing["pending"]) == (80, 30)


def test_a_pause_in_the_middle_of_the_day_is_not_its_end(day: Day) -> None:
    day.bring("finished")
    assert board(day.hall, day.now)["closing"] is None
