"""A running day changes its plan: by commands that are undone like any other."""

from datetime import date, time
from typing import Any

import pytest

from queueing import commands as c
from queueing.amendments import combined
from queueing.hall import Hall
from queueing.order.policies import rank
from queueing.refusals import Unknown
from tests.queueing.day import Day, plan

TODAY = date(2023, 9, 11)


def test_a_class_that_was_added_checks_in() -> None:
    day = Day()
    day.do(c.AddClass, "art", "art-4", "Art 4", 28)
    (came,) = day.do(c.CheckIn, "art-4", 28)
    assert came.ticket == "A001"
    assert day.hall.class_name(day.hall.tickets["A001"]) == "Art 4"
    assert day.hall.expected("art-4") == 28


def test_a_class_is_added_once_and_to_a_college_that_there_is() -> None:
    day = Day()
    assert day.refuses(c.AddClass, "art", "art-1", "Art 1") == "changed"
    with pytest.raises(Unknown):
        day.do(c.AddClass, "law", "law-1", "Law 1")


def test_a_window_that_is_moved_later_makes_on_time_who_would_be_late() -> None:
    day = Day("10:50")
    (came,) = day.do(c.CheckIn, "art-1", 30)
    ticket = day.hall.tickets[came.ticket]
    assert rank(day.hall, ticket, day.now) == "late"
    day.do(c.SetWindow, TODAY, time(10), time(11), 0, ("art",))
    assert rank(day.hall, ticket, day.now) == "on_time"


def test_a_new_window_lets_come_who_had_none_here() -> None:
    day = Day()
    with pytest.raises(Unknown):
        day.do(c.CheckIn, "music-1", 20)
    day.do(c.SetWindow, TODAY, time(10), time(11), None, (), ("music-1",))
    (came,) = day.do(c.CheckIn, "music-1", 20)
    assert came.college_id == "music"


def test_a_window_that_is_moved_leaves_the_others_where_they_were() -> None:
    day = Day()
    day.do(c.SetWindow, TODAY, time(9), time(10), 0, ("art",))
    assert day.hall.plan.windows[1:] == day.hall.planned.windows[1:]


def test_a_new_window_of_make_up_lets_anybody_come() -> None:
    day = Day()
    (opened,) = day.do(c.SetWindow, TODAY, time(10), time(11), make_up=True)
    assert (opened.window, opened.make_up) == (3, True)
    assert day.hall.plan.windows[3].make_up is True
    day.do(c.CheckIn, "music-1", 20)


@pytest.mark.parametrize("window", [2, 9, -1])
def test_only_a_window_of_the_venue_is_moved(window: int) -> None:
    with pytest.raises(Unknown):
        Day().do(c.SetWindow, TODAY, time(10), time(11), window, ("art",))


@pytest.mark.parametrize(
    ("opens", "closes", "who"),
    [
        (time(11), time(10), {"colleges": ("art",)}),
        (time(10), time(11), {}),
        (time(10), time(11), {"colleges": ("art",), "make_up": True}),
    ],
)
def test_a_window_that_cannot_be_is_refused(opens: time, closes: time, who: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"window|give"):
        c.SetWindow(TODAY, opens, closes, id="x", venue="east", **who)


def test_a_venue_gets_stations_that_are_closed_until_somebody_opens_them() -> None:
    day = Day()
    day.do(c.AddStations, 5)
    assert day.hall.stations == {1: "open", 2: "open", 3: "closed", 4: "closed", 5: "closed"}
    day.do(c.SetStation, 5, "open")
    assert day.refuses(c.AddStations, 5) == "changed"


def test_stations_are_added_at_one_venue_alone() -> None:
    day = Day()
    day.do(c.AddStations, 5)
    assert [venue.stations for venue in day.hall.plan.venues.values()] == [5, 1]


def test_each_change_is_undone_until_something_hangs_on_it() -> None:
    day = Day()
    day.do(c.AddClass, "art", "art-4", "Art 4")
    added = day.hall.version
    day.do(c.CheckIn, "art-4", 28)
    assert day.refuses(c.Undo, added) == "cannot_undo"
    day.do(c.Undo, day.hall.version)
    day.do(c.Undo, added)
    assert day.hall.plan is day.hall.planned
    day.do(c.AddStations, 5)
    day.do(c.Undo, day.hall.version)
    assert list(day.hall.stations) == [1, 2, 3]


def test_the_plan_of_all_venues_has_what_each_has_changed() -> None:
    base = plan()
    east, west = Day(of=base), Day(of=base, venue="west")
    east.do(c.AddClass, "art", "art-4", "Art 4")
    west.do(c.SetWindow, TODAY, time(15), time(17), 2, ("music",))
    west.do(c.AddStations, 2)
    halls: list[Hall] = [east.hall, west.hall]
    whole = combined(base, {hall.venue.id: hall.plan for hall in halls})
    assert "art-4" in whole.classes
    assert whole.windows[2].closes.hour == 17
    assert [venue.stations for venue in whole.venues.values()] == [3, 2]


def test_a_plan_that_nobody_changed_is_itself() -> None:
    base = plan()
    assert combined(base, {"east": base, "west": base}) is base
