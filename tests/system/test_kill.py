"""Somebody pulls the plug: what was acknowledged is there, and the same id answers the same."""

import os
import signal
from typing import Any

import pytest

from tests.processes import alive, descendants
from tests.system.hall import RunningHall
from tests.wait import wait_for

DAY = [
    ("check_in", {"class_id": "huihua-1", "present": 24}),
    ("call_next", {"station": 1}),
    ("start", {"ticket": "A001"}),
    ("finish", {"ticket": "A001", "photographed": 24}),
]
# What was not acknowledged may have been stored: it is sent again by its id.
AGAIN: dict[str, Any] = {"id": "again", "class_id": "huihua-2", "present": 23}


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall that nobody else minds being killed."""
    return own_hall


def test_a_kill_after_any_acknowledged_command_loses_nothing(hall: RunningHall) -> None:
    acknowledged = []
    for step, (kind, fields) in enumerate(DAY):
        answer = hall.staff(kind, id=f"day-{step}", **fields)
        assert answer.status == 200
        acknowledged += answer.body["events"]
        hall.kill()
        hall.start()
        replayed = hall.staff(kind, id=f"day-{step}", **fields)
        assert replayed.body["replayed"]
        assert replayed.body["version"] == answer.body["version"]
        assert replayed.body["events"] == answer.body["events"]
    kept = [event for event in hall.journal() if not event["type"].startswith("slip_")]
    assert kept == acknowledged


def test_nothing_outlives_a_killed_server(hall: RunningHall) -> None:
    children = family(hall)
    hall.stop(signal.SIGKILL)
    wait_for(lambda: not any(alive(pid) for pid in children))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_every_process(hall: RunningHall, number: signal.Signals) -> None:
    children = family(hall)
    assert hall.stop(number) == 0
    assert not any(alive(pid) for pid in children)


def test_a_printer_process_that_dies_is_started_again(hall: RunningHall) -> None:
    def printer() -> list[int]:
        return [
            pid for pid in descendants(hall.process.pid) if b"-m\0printer\0" in commandline(pid)
        ]

    (first,) = wait_for(printer)
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: printer() not in ([], [first]))
    hall.staff("check_in", class_id="huihua-1", present=24)
    wait_for(lambda: hall.journal()[-1]["type"] == "slip_printed")


def test_a_killed_store_is_revived_and_commands_go_on(hall: RunningHall) -> None:
    hall.staff("check_in", class_id="huihua-1", present=24)
    (store,) = [p for p in descendants(hall.process.pid) if b"valkey-server" in commandline(p)]
    os.kill(store, signal.SIGKILL)
    answer = wait_for(lambda: (a := hall.staff("check_in", **AGAIN)).status == 200 and a)
    assert answer.body["ticket"]["number"] == "A002"


def test_a_killed_guardian_is_replaced_and_commands_go_on(hall: RunningHall) -> None:
    hall.staff("check_in", class_id="huihua-1", present=24)
    (guardian,) = [
        p for p in descendants(hall.process.pid) if b"journal.guardian" in commandline(p)
    ]
    os.kill(guardian, signal.SIGKILL)
    wait_for(lambda: hall.staff("check_in", **AGAIN).status == 200)
    assert [e["ticket"] for e in hall.journal() if e["type"] == "checked_in"] == ["A001", "A002"]


def family(hall: RunningHall) -> list[int]:
    """List the processes that a server starts: store, its guardian, printer."""
    return wait_for(lambda: len(pids := descendants(hall.process.pid)) >= 3 and pids)


def commandline(pid: int) -> bytes:
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""
