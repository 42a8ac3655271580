"""A power cut on a machine without a clock of its own: it wakes up at an hour long past."""

from datetime import datetime
from typing import Any

import pytest

from tests.system.conftest import StartHall
from tests.system.hall import RunningHall
from tests.wait import wait_for


def at(clock: str) -> str:
    return f"2023-09-11T{clock}:00+08:00"


@pytest.fixture
def hall(start_hall: StartHall) -> RunningHall:
    """The day itself, on a machine that says 10:45; three classes are here, one at the camera."""
    hall = start_hall(program="tests.system.machine_at", environ={"MACHINE_AT": at("10:45")})
    for class_id in ("huanjing-2", "shichuan-1", "shichuan-2"):
        hall.check_in(class_id)
    hall.staff("call_next", station=1)
    hall.staff("start", ticket="B001")
    return hall


def wakes_up(hall: RunningHall, clock: str) -> None:
    hall.kill()
    hall.start(MACHINE_AT=at(clock))


def healthz(hall: RunningHall) -> dict[str, Any]:
    told: dict[str, Any] = hall.ask("/healthz").body
    return told


def stamps(hall: RunningHall) -> list[datetime]:
    return [datetime.fromisoformat(event["at"]) for event in hall.journal()]


def test_forty_minutes_in_the_past_nobody_loses_their_place(hall: RunningHall) -> None:
    before = [(row["ticket"], row["why"]) for row in hall.board()["next"]]
    wakes_up(hall, "10:05")
    hall.staff("finish", ticket="B001", photographed=20)
    hall.check_in("huihua-1")
    after = [(row["ticket"], row["why"]) for row in hall.board()["next"]]
    assert before == [("B002", "on_time"), ("B003", "on_time")]
    assert after == [*before, ("A001", "late")]
    assert stamps(hall) == sorted(set(stamps(hall)))
    report = hall.ask("/api/report?venue=yungu", token=hall.token()).body["venues"][0]
    assert report["colleges"][1]["overrun_minutes"] == 0


def test_it_is_told_to_screens_health_and_log(hall: RunningHall) -> None:
    assert (healthz(hall)["clock"], hall.board()["clock"]) == (None, None)
    wakes_up(hall, "10:05")
    wait_for(lambda: '"trouble": "behind"' in hall.greeting())
    assert (healthz(hall)["clock"], hall.board()["clock"]) == ("behind", "behind")


def test_another_day_is_told(hall: RunningHall) -> None:
    hall.kill()
    hall.start(MACHINE_AT="2023-09-12T08:00:00+08:00")
    assert hall.board()["clock"] == "other_day"


def test_staff_set_it_and_what_was_stamped_meanwhile_is_corrected(hall: RunningHall) -> None:
    wakes_up(hall, "10:05")
    hall.check_in("huihua-1")
    told = hall.ask("/api/clock", {"at": at("11:20")}, hall.token())
    assert told.body["at"][:16] == "2023-09-11T11:20"
    (correction,) = hall.events("clock_corrected")
    desk = hall.ask("/api/desk?venue=yungu", token=hall.token()).body
    (late,) = [row for row in desk["queue"] if row["ticket"] == "A001"]
    came = datetime.fromisoformat(late["checked_in_at"])
    assert came.hour == 11
    assert correction["seconds"] > 30 * 60


def test_only_staff_set_it(hall: RunningHall) -> None:
    assert hall.ask("/api/clock", {"at": at("11:20")}).status == 401
    assert hall.ask("/api/clock", {"at": at("11:20")}, hall.token("kiosk")).status == 403
    assert hall.ask("/api/clock", {"at": "11:20"}, hall.token()).status == 400
