"""The crowd of a drill: its commands follow from the hall alone, and finish the day."""

from datetime import timedelta

from queueing import commands as c
from queueing.hall import Hall
from queueing.record import Record
from queueing.rules.decide import decide
from rehearsal.crowd import Crowd
from rehearsal.habits import Habits, PlannedPopulation
from tests.queueing.day import plan

PLAN = plan()
STEP = timedelta(seconds=10)


def crowd(seed: int = 1, **habits: float) -> Crowd:
    return Crowd(PlannedPopulation(PLAN, "east", seed, Habits(**habits)))


def empty() -> Hall:
    return Hall(PLAN, "east")


def play(played: Crowd, hall: Hall, hours: float = 3) -> Hall:
    """Poll the crowd every few seconds from the log's end, or the first window's start."""
    begins = hall.log[-1].at if hall.log else PLAN.windows[0].opens
    for step in range(round(timedelta(hours=hours) / STEP)):
        now = begins + step * STEP
        for command in [*played.check_ins(hall, now), *played.steps(hall, now)]:
            for event in decide(hall, command, now):
                hall.extend([Record(hall.version + 1, now, command.id, "crowd", event)])
    return hall


def types(hall: Hall) -> list[str]:
    return [record.to_wire()["type"] for record in hall.log]


def test_everybody_who_comes_is_photographed_or_accounted_for() -> None:
    hall = play(crowd(), empty())
    assert {t.class_id for t in hall.tickets.values() if t.kind == "class"} == {
        "art-1", "art-2", "art-3", "design-1", "design-2"
    }  # fmt: skip
    for ticket in hall.tickets.values():
        assert ticket.state == "finished"
        assert ticket.photographed + sum(m.heads for m in ticket.missed) == ticket.present


def test_the_same_seed_plays_the_same_day_and_another_one_another() -> None:
    first, again, other = play(crowd(), empty()), play(crowd(), empty()), play(crowd(2), empty())
    assert first.log == again.log
    assert first.log != other.log


def test_a_crowd_that_comes_in_the_middle_goes_on() -> None:
    hall = play(crowd(), empty(), hours=0.5)
    assert "shooting" in {t.state for t in hall.tickets.values()}
    play(crowd(), hall)
    assert {t.state for t in hall.tickets.values()} == {"finished"}


def test_who_should_have_come_long_before_the_drill_began_is_not_played() -> None:
    after_art = PLAN.windows[0].closes + timedelta(minutes=35)
    due = crowd(late_share=0).check_ins(empty(), after_art)
    assert "art-1" not in {check_in.class_id for check_in in due}


def test_no_class_is_checked_in_that_somebody_has_checked_in_already() -> None:
    hall = empty()
    at = PLAN.windows[0].opens
    (event,) = decide(hall, c.CheckIn("art-1", 30, id="kiosk", venue="east"), at)
    hall.extend([Record(1, at, "kiosk", "kiosk-1", event)])
    play(crowd(), hall)
    assert [t.class_id for t in hall.tickets.values() if t.kind == "class"].count("art-1") == 1


def test_who_does_not_come_is_called_again_given_up_and_comes_back() -> None:
    hall = play(crowd(no_show=1), empty())
    events = [record.to_wire() for record in hall.log]
    kinds = [event["type"] for event in events if event["ticket"] == "A001"]
    steps = ["checked_in", "called", "recalled", "missed", "returned", "called"]
    assert kinds[: len(steps)] == steps
    assert kinds[-1] == "finished"


def test_crews_count_while_they_shoot_and_never_more_than_they_photograph() -> None:
    hall = play(crowd(missed_share=0.2), empty())
    assert "counted" in types(hall)
    assert any(ticket.missed for ticket in hall.tickets.values())


def test_a_paused_station_is_left_alone() -> None:
    hall = empty()
    at = PLAN.windows[0].opens
    for station in (1, 2):
        (event,) = decide(hall, c.SetStation(station, "paused", id="p", venue="east"), at)
        hall.extend([Record(hall.version + 1, at, f"p{station}", "staff-1", event)])
    assert "called" not in types(play(crowd(), hall, hours=1))
