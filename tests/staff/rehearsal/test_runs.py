"""Rehearsals asked for over HTTP and run beside the server."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient

from staff.rehearsal.runs import Rehearsals, Simulation
from tests.application import NOTICE, staff
from tests.wait import wait_for

REHEARSAL = "/api/rehearsal"


def begin(client: FlaskClient, **wanted: Any) -> Any:
    return client.post(REHEARSAL, json=wanted, headers=staff())


def state(client: FlaskClient) -> Any:
    return client.get(REHEARSAL, headers=staff()).json


def result(client: FlaskClient) -> Any:
    return wait_for(lambda: (now := state(client))["state"] != "running" and now)


def test_nothing_was_rehearsed_at_first(client: FlaskClient) -> None:
    assert state(client) == {"state": "none"}


def test_days_are_simulated_and_ways_to_run_them_compared(client: FlaskClient) -> None:
    assert begin(client, days=2, stations={"yungu": 3}, policy="fifo").json["state"] == "running"
    state = result(client)
    assert state["state"] == "done"
    first, *others = state["result"]["ways"]
    assert first["wish"] == {"stations": {"yungu": 3, "xinhua": 2}, "policy": "fifo"}
    assert {way["wish"]["policy"] for way in others} == {"fifo", "window", "roster"}
    assert [picture["venue"] for picture in state["result"]["pictures"]] == ["yungu", "xinhua"]


def test_a_new_one_ends_the_one_that_runs(client: FlaskClient) -> None:
    begin(client, days=1000)
    begin(client, days=1)
    assert result(client)["wanted"]["days"] == 1


def test_of_many_begun_at_once_one_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            begun.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    rehearsals = Rehearsals(lambda: NOTICE)
    with ThreadPoolExecutor(6) as people:
        list(people.map(rehearsals.start, [Simulation(days=1000)] * 6))
        assert [process.poll() is None for process in begun] == [False] * 5 + [True]
        rehearsals.stop()
    assert begun[-1].poll() is not None


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"days": 0}, "days"),
        ({"stations": {"moon": 2}}, "stations"),
        ({"stations": {"yungu": 13}}, "stations[...]"),
        ({"policy": "loudest"}, "policy"),
        ({"day": "2023-09-12"}, "day"),
    ],
)
def test_what_cannot_be_is_named(client: FlaskClient, wanted: Any, field: str) -> None:
    response = begin(client, **wanted)
    assert (response.status_code, response.json["field"]) == (400, field)


def test_it_is_for_staff(client: FlaskClient) -> None:
    assert client.get(REHEARSAL).status_code == 401
    assert client.post(REHEARSAL, json={}).status_code == 401
