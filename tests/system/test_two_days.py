"""Two days on one data directory, with a night and a pulled plug between."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from machine import paths
from queueing.plan_file import read_plan
from tests.system.conftest import StartHall
from tests.system.hall import RunningHall

FIRST, SECOND = "2023-09-11", "2023-09-12"
MAKE_UP = """
[[windows]]
date = 2023-09-12
venue = "yungu"
opens = 09:00:00
closes = 10:00:00
make_up = true
"""
PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8") + MAKE_UP)
# Eight classes with five missing each; five of the classes come again, with all of theirs.
CLASSES = PLAN.colleges["meishu"].classes
MISSING, AGAIN = 5, CLASSES[:5]


@pytest.fixture
def hall(start_hall: StartHall, tmp_path: Path) -> RunningHall:
    """A hall of two days with the sample roster, on the first morning."""
    plan, data = tmp_path / "plan.toml", tmp_path / "data"
    plan.write_text(paths.DEFAULT_PLAN.read_text("utf-8") + MAKE_UP, "utf-8")
    roster = ["roster", "import", str(paths.CONFIG / "sample-roster.csv"), "--data", str(data)]
    subprocess.run([sys.executable, "-m", "server", *roster], check=True, capture_output=True)
    return start_hall("--plan", str(plan), "--rehearse-at", f"{FIRST}T10:05")


def names(hall: RunningHall, class_id: str) -> list[str]:
    """Return the students of a class whom the kiosk offers."""
    path = f"/api/roster?venue=yungu&class_id={class_id}"
    told = hall.ask(path, token=hall.token()).body
    return [student["student"] for student in told["students"]]


def shoot(hall: RunningHall, class_id: str, present: int, absent: list[str]) -> None:
    lines = [{"student": student, "reason": "absent"} for student in absent]
    came = hall.staff("check_in", class_id=class_id, present=present, absent=lines)
    assert came.status == 200, came.body
    number = came.body["ticket"]["number"]
    for kind, fields in (
        ("call_next", {"station": 1}),
        ("start", {"ticket": number}),
        ("finish", {"ticket": number, "photographed": present}),
    ):
        assert hall.staff(kind, **fields).status == 200


def a_night_later(hall: RunningHall) -> None:
    hall.kill()
    hall.flags = (*hall.flags[:-1], f"{SECOND}T09:05")
    hall.start()


def figures(hall: RunningHall, day: str | None) -> Counter[str]:
    """Return the venue's sums of a day, or of all."""
    query = f"&day={day}" if day else ""
    told: dict[str, Any] = hall.ask(f"/api/balance?venue=yungu{query}", token=hall.token()).body
    return Counter({name: told[name] for name in ("expected", "photographed", "missing")})


def test_who_is_missing_on_the_first_day_is_taken_on_the_second(hall: RunningHall) -> None:
    expected = sum(planned.expected for planned in CLASSES)
    for planned in CLASSES:
        absent = names(hall, planned.id)[:MISSING]
        shoot(hall, planned.id, planned.expected - MISSING, absent)
    hall.staff("check_in", class_id="shichuan-1", present=26)
    closed = hall.staff("close_day", date=FIRST)
    assert closed.status == 200
    a_night_later(hall)

    assert hall.journal()[-1] == closed.body["events"][-1]
    assert hall.board()["waiting"] == {"classes": 0, "heads": 0}
    for planned in AGAIN:
        left = names(hall, planned.id)
        assert len(left) == MISSING
        shoot(hall, planned.id, MISSING, [])

    first, second, whole = (figures(hall, day) for day in (FIRST, SECOND, None))
    assert first["photographed"] == expected - 40
    assert second == Counter(expected=25, photographed=25, missing=0)
    assert whole["photographed"] == expected - 15
    assert whole["missing"] == whole["expected"] - whole["photographed"]
    report = hall.ask(f"/api/report?venue=yungu&day={SECOND}", token=hall.token()).body
    assert len(report["venues"][0]["tickets"]) == len(AGAIN)
    for query, heads in (
        (f"?day={FIRST}", expected - 40),
        (f"?day={SECOND}", 25),
        ("", expected - 15),
    ):
        page = hall.ask(f"/api/sheets/meishu.html{query}", token=hall.token()).body.decode()
        assert f"按实拍人数收费：{heads} 人 × 20 元 = {heads * 20} 元" in page


def test_a_class_that_was_waiting_when_its_day_ended_comes_again(hall: RunningHall) -> None:
    hall.check_in("huihua-1", present=24)
    hall.staff("close_day", date=FIRST)
    a_night_later(hall)
    again = hall.staff("check_in", class_id="huihua-1", present=24)
    assert again.body["ticket"]["number"] == "A002"


def test_a_day_that_nobody_closed_is_closed_on_the_next(hall: RunningHall) -> None:
    hall.check_in("huihua-1", present=24)
    a_night_later(hall)
    assert hall.board()["waiting"]["classes"] == 1
    assert hall.staff("close_day", date=FIRST).status == 200
    assert hall.board()["waiting"]["classes"] == 0
