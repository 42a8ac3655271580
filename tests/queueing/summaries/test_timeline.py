"""The picture of the day: plan, visits, forecast and calls."""

from typing import Any

from queueing import commands as c
from queueing.enrolment import Enrolled, Enrolment
from queueing.forecast.ending import window_ends
from queueing.forecast.play import forecast
from queueing.plan_file import read_plan
from queueing.summaries.timeline import timeline
from tests.queueing.day import PLAN, Day

# On the second day the art classes come again.
TWO_DAYS = read_plan(
    PLAN
    + """
[[windows]]
date = 2023-09-12
venue = "east"
opens = 09:00:00
closes = 10:00:00
colleges = ["art"]
"""
)


def draw(day: Day) -> dict[str, Any]:
    return timeline(day.hall, day.now)


def visits(day: Day) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = draw(day)["visits"]
    return told


def window(day: Day, college_id: str = "art") -> dict[str, Any]:
    return next(w for w in draw(day)["windows"] if w["college_id"] == college_id)


def minutes(day: Day, first: str, last: str) -> int:
    return round((day.time(last) - day.time(first)).total_seconds() / 60)


def called(at: str = "10:05") -> Day:
    """Have a class of 30 called to station 1."""
    day = Day(at)
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CallNext, 1)
    return day


def shot(until: float, at: str = "10:05") -> Day:
    """Have a class called, started a minute later and finished so many minutes after that."""
    day = called(at).wait(1)
    day.do(c.Start, "A001")
    day.wait(until).do(c.Finish, "A001", 30)
    return day


def test_nothing_has_happened_before_the_day() -> None:
    drawn = draw(Day("09:00"))
    assert [w["college_id"] for w in drawn["windows"]] == ["art", "design"]
    assert drawn["windows"][0]["opens"] == "2023-09-11T10:00:00+08:00"
    assert (drawn["visits"], drawn["calls"]) == ([], [])
    # Three classes at two stations, awaited at 10:06, 10:20 and 10:33, eleven minutes each.
    assert drawn["windows"][0]["late_minutes"] == 4


def test_a_visit_is_called_started_and_ended_at_its_station() -> None:
    (visit,) = visits(shot(10))
    assert visit["called_at"][11:16] == "10:05"
    assert visit["started_at"][11:16] == "10:06"
    assert visit["ended_at"][11:16] == "10:16"
    assert (visit["ticket"], visit["station"], visit["heads"]) == ("A001", 1, 30)
    assert visit["outcome"] == "finished"


def test_a_visit_that_goes_on_has_no_end_and_its_station_an_expected_one() -> None:
    day = called().wait(1)
    day.do(c.Start, "A001")
    (visit,) = visits(day)
    assert visit["ended_at"] is None
    assert draw(day)["stations"][0]["ends_at"] > draw(day)["at"]


def test_a_missed_call_and_its_return_are_two_visits() -> None:
    day = called()
    day.wait(3).do(c.MarkNoShow, "A001")
    day.wait(5).do(c.Return, "A001")
    day.do(c.CallNext, 2)
    first, second = visits(day)
    assert (first["outcome"], first["started_at"], first["station"]) == ("missed", None, 1)
    assert (second["outcome"], second["station"]) == (None, 2)


def test_a_transfer_goes_on_in_the_other_stations_lane() -> None:
    day = called().wait(1)
    day.do(c.Start, "A001")
    day.wait(4).do(c.Transfer, "A001", 2)
    first, second = visits(day)
    assert (first["station"], first["outcome"]) == (1, "transferred")
    assert second["started_at"] == first["ended_at"]


def test_who_is_held_while_waiting_was_at_no_station() -> None:
    day = Day()
    day.bring("held")
    assert visits(day) == []
    assert [call["type"] for call in draw(day)["calls"]] == ["held"]


def test_an_undone_call_is_no_visit_but_stays_among_the_calls() -> None:
    day = called()
    day.do(c.Undo, day.hall.version)
    assert visits(day) == []
    (call,) = draw(day)["calls"]
    assert (call["type"], call["by"], call["undone"]) == ("called", "test", True)


def test_the_calls_tell_who_was_called_when_by_whom_and_why() -> None:
    day = called()
    day.wait(2).do(c.Recall, "A001")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CallNext, 2, ticket="A002", reason="teacher")
    told = [(call["type"], call["at"][11:16], call["reason"]) for call in draw(day)["calls"]]
    assert told == [
        ("called", "10:05", None),
        ("recalled", "10:07", None),
        ("called", "10:07", "teacher"),
    ]


def test_the_waiting_are_laid_out_over_the_open_stations_without_overlap() -> None:
    day = Day()
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    bars = [bar for bar in draw(day)["forecast"] if bar["ticket"]]
    assert [bar["station"] for bar in bars] == [1, 2, 1]
    assert bars[2]["eta"] == bars[0]["ends_at"]


def test_classes_that_have_not_checked_in_are_awaited_without_a_ticket() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30)
    awaited = [bar for bar in draw(day)["forecast"] if bar["state"] == "expected"]
    assert {bar["class"] for bar in awaited} == {"Art 2", "Art 3", "Design 1", "Design 2"}
    assert {bar["ticket"] for bar in awaited} == {None}


def test_nothing_is_forecast_while_no_station_is_open() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30)
    for station in (1, 2):
        day.do(c.SetStation, station, "closed")
    assert draw(day)["forecast"] == []
    assert window(day)["ends_at"] is None


def test_a_window_tells_how_late_it_will_end() -> None:
    day = Day("10:35")
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "art-2", 30)
    told = window(day)
    assert told["ends_at"] == max(
        bar["ends_at"] for bar in draw(day)["forecast"] if bar["college_id"] == "art"
    )
    assert told["late_minutes"] == minutes(day, "10:40", told["ends_at"][11:16])
    assert not told["done"]


def test_a_window_that_was_finished_tells_when_it_ended() -> None:
    day = shot(34)
    told = window(day)
    assert (told["ends_at"][11:16], told["late_minutes"]) == ("10:40", 0)
    assert told["classes"] == {"planned": 3, "checked_in": 1, "finished": 1}
    assert told["heads"] == {"expected": 90, "photographed": 30}


def test_a_hall_as_of_a_version_is_drawn_as_it_was_live() -> None:
    day = Day()
    students = {f"s{n}": Enrolled("art", "art-1") for n in range(12)}
    day.hall.enrolment = Enrolment(students)
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CallNext, 1)
    live, at = draw(day), day.now
    day.wait(1).do(c.Start, "A001")
    assert timeline(day.hall.as_of(version=2), at) == live
    assert timeline(day.hall.as_of(at=at), at) == live


def test_a_call_names_its_class_after_the_check_in_was_undone() -> None:
    day = called()
    day.do(c.Undo, 2)
    day.do(c.Undo, 1)
    (call,) = draw(day)["calls"]
    assert (call["ticket"], call["class"]) == ("A001", "Art 1")


def test_the_picture_is_of_a_venue_at_a_version() -> None:
    day = called()
    picture = draw(day)
    assert (picture["version"], picture["venue"]) == (2, "east")
    assert picture["stations"][:2] == [
        {"station": 1, "state": "open", "ends_at": "2023-09-11T10:16:00+08:00"},
        {"station": 2, "state": "open", "ends_at": None},
    ]
    assert picture["ends_at"] == "2023-09-11T11:01:50+08:00"
    assert picture["ends_latest"] > picture["ends_at"]


def test_a_window_is_told_with_what_is_planned_and_what_is_expected() -> None:
    day = Day("09:00")
    day.do(c.Cancel, day.bring("waiting"))
    day.do(c.CheckInWalkIn, "held_back", "art", 1)
    art = window(day)
    latest = window_ends(day.hall, forecast(day.hall, day.now), day.now)["art"].latest
    assert latest
    assert art.pop("ends_latest") == latest.isoformat()
    assert art == {
        "college_id": "art",
        "college": "Art",
        "opens": "2023-09-11T10:00:00+08:00",
        "closes": "2023-09-11T10:40:00+08:00",
        "ends_at": "2023-09-11T10:44:20+08:00",
        "late_minutes": 4,
        "latecomers": 0,
        "done": False,
        "classes": {"planned": 3, "checked_in": 0, "finished": 0},
        "heads": {"expected": 90, "photographed": 0},
    }


def test_a_window_has_the_heads_of_its_college_and_day_alone() -> None:
    day = Day(of=TWO_DAYS)
    day.shoot("art-1", 30)
    day.shoot("design-1", 25)
    assert window(day)["heads"]["photographed"] == 30
    day.wait(23 * 60).shoot("art-2", 20)
    day.shoot("design-2", 25)
    assert window(day)["heads"]["photographed"] == 20


def test_the_windows_are_those_of_the_day() -> None:
    day = Day(of=TWO_DAYS).wait(23 * 60)
    assert [w["college_id"] for w in draw(day)["windows"]] == ["art"]
    assert set(window_ends(day.hall, forecast(day.hall, day.now), day.now)) == {"art"}


def test_a_window_of_which_nothing_is_known_is_not_late() -> None:
    day = Day("12:00")
    day.bring("held")
    assert (window(day)["ends_at"], window(day)["late_minutes"]) == (None, 0)


def test_a_waiting_class_is_told_with_its_call() -> None:
    day = Day("12:00")
    day.bring("waiting")
    (bar,) = draw(day)["forecast"]
    assert bar == {
        "ticket": "A001",
        "kind": "class",
        "class": "Art 1",
        "college_id": "art",
        "heads": 30,
        "photographed": 0,
        "state": "waiting",
        "station": 1,
        "eta": "2023-09-11T12:00:00+08:00",
        "eta_latest": "2023-09-11T12:00:00+08:00",
        "ends_at": "2023-09-11T12:11:00+08:00",
    }


def test_a_call_is_told_by_its_place_in_the_log_and_its_station() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CallNext, 2, ticket="A001", reason="train")
    (call,) = draw(day)["calls"]
    assert call == {
        "version": 2,
        "at": "2023-09-11T10:05:00+08:00",
        "type": "called",
        "ticket": "A001",
        "class": "Art 1",
        "station": 2,
        "reason": "train",
        "by": "test",
        "undone": False,
    }


def test_who_is_transferred_before_the_start_has_not_started_there() -> None:
    day = called()
    day.do(c.Transfer, "A001", 2)
    first, second = visits(day)
    assert (first["station"], first["outcome"]) == (1, "transferred")
    assert (second["station"], second["started_at"], second["ended_at"]) == (2, None, None)


def test_who_is_transferred_while_being_shot_goes_on_there() -> None:
    day = called()
    day.do(c.Start, "A001")
    day.wait(3).do(c.Transfer, "A001", 2)
    assert visits(day)[1]["started_at"][11:16] == "10:08"
