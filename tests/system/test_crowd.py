"""A drill that plays itself against the real server, many times faster than life."""

import subprocess
import sys
from pathlib import Path

import pytest

from live.keys import load_secret
from tests.processes import alive, descendants
from tests.system.conftest import StartHall
from tests.system.hall import RunningHall
from tests.wait import PATIENCE_S, wait_for

AT = ("--rehearse-at", "2023-09-11T10:20")


@pytest.fixture
def drill(start_hall: StartHall) -> RunningHall:
    return start_hall(*AT, "--speed", "200", "--crowd")


def finished(hall: RunningHall) -> list[str]:
    return [event["ticket"] for event in hall.events("finished")]


def test_a_crowd_plays_the_day_and_every_head_is_accounted_for(drill: RunningHall) -> None:
    wait_for(lambda: len(finished(drill)) >= 4)
    journal = drill.journal()
    assert [event["version"] for event in journal] == list(range(1, len(journal) + 1))
    assert [e["at"] for e in journal] == sorted(e["at"] for e in journal)
    present = {e["ticket"]: e["present"] for e in journal if e["type"] == "checked_in"}
    for event in journal:
        if event["type"] == "finished" and event["ticket"] in present:
            missed = sum(line["count"] for line in event["missed"])
            assert event["photographed"] + missed == present[event["ticket"]]
    assert "request_failed" not in drill.greeting()


def test_it_goes_on_after_the_server_was_killed_and_beside_people_who_press(
    drill: RunningHall,
) -> None:
    wait_for(lambda: finished(drill))
    drill.kill()
    drill.start()
    drill.staff("check_in", class_id="meishuxue", present=20)
    before = len(finished(drill))
    wait_for(lambda: len(finished(drill)) > before)
    tickets = [e["class_id"] for e in drill.journal() if e["type"] == "checked_in"]
    assert len(tickets) == len(set(tickets))


def test_it_ends_with_the_server(drill: RunningHall) -> None:
    started = descendants(drill.process.pid)
    assert drill.stop() == 0
    wait_for(lambda: not any(alive(pid) for pid in started))


def refused(hall: RunningHall, data: Path) -> str:
    """Send a crowd to a server that cannot take it and give the line that says why."""
    command = [sys.executable, "-m", "server", "crowd", hall.url, "--data", str(data)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S)
    assert ran.returncode == 2
    return ran.stderr


def test_nobody_is_played_on_the_day_itself(start_hall: StartHall) -> None:
    day = start_hall()
    assert "runs the day itself" in refused(day, day.data)


def test_a_crowd_without_the_halls_own_keys_is_told_so(hall: RunningHall, tmp_path: Path) -> None:
    other = tmp_path / "other"
    load_secret(other)
    assert "is not the data directory" in refused(hall, other)
