"""Rehearsals asked for on a page: simulated by a process of their own, one at a time."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import IO, Annotated, Any

import msgspec
from flask import Blueprint, Response
from msgspec import Meta

from machine.process import end
from queueing.plan import MOST_STATIONS, Plan, Policy
from staff.rehearsal.file import rehearsal_file
from web.api import answer, decoded
from web.errors import Problem

STOP_S = 1.0
SEED = 1


class Simulation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many days to simulate, with how many stations at each venue, by which policy.

    What is not said is as the plan has it.
    """

    days: Annotated[int, Meta(ge=1, le=1000)] = 100
    stations: dict[str, Annotated[int, Meta(ge=1, le=MOST_STATIONS)]] = {}
    policy: Policy | None = None


class Rehearsals:
    """Runs `python -m rehearsal` over a plan's file and tells how far it is."""

    def __init__(self, plan_path: Path, plan: Plan) -> None:
        self._plan_path, self._plan = plan_path, plan
        self._state: dict[str, Any] = {"state": "none"}
        self._running: tuple[subprocess.Popen[bytes], IO[bytes]] | None = None
        self._starting = Lock()

    def start(self, wanted: Simulation) -> None:
        """Begin one; another that still runs is ended."""
        with self._starting:
            self.stop()
            self._start(wanted)

    def state(self) -> dict[str, Any]:
        """Tell the newest: `state` is none, running, done or failed; `result` once it is done."""
        if self._running is not None:
            process, told = self._running
            code = process.poll()
            told.seek(0)
            # What stands after the last newline is not written yet.
            for line in told.read().split(b"\n")[-2:-1]:
                self._state |= json.loads(line)
            if code is not None:
                self._state["state"] = "done" if code == 0 else "failed"
                self.stop()
        return self._state

    def stop(self) -> None:
        """End the one that runs, if any."""
        # Taken out first: ending it takes a while, in which others ask.
        running, self._running = self._running, None
        if running is not None:
            process, told = running
            end(process, STOP_S)
            told.close()

    def _start(self, wanted: Simulation) -> None:
        policy = wanted.policy or self._plan.body.policy
        told = tempfile.TemporaryFile()  # noqa: SIM115 - `stop` closes it
        process = subprocess.Popen(  # noqa: S603 - all words are checked
            [
                *(sys.executable, "-m", "rehearsal", "--plan", str(self._plan_path)),
                *("--days", str(wanted.days), "--seed", str(SEED), "--policy", policy),
                *(f"--stations={venue}={n}" for venue, n in wanted.stations.items()),
                *("--parent", str(os.getpid())),
            ],
            stdin=subprocess.DEVNULL,
            stdout=told,
        )
        self._running = process, told
        self._state = {"state": "running", "wanted": msgspec.to_builtins(wanted)}


def rehearsal_api(
    rehearsals: Rehearsals, plan: Plan, guard: Callable[[], None], guard_here: Callable[[], None]
) -> Blueprint:
    """Serve rehearsals to staff; the guards raise unless staff ask, the second from a page of ours.

    Simulating changes nothing in any hall.
    """
    routes = Blueprint("rehearsal_api", __name__, url_prefix="/api/rehearsal")

    @routes.get("")
    def newest() -> Response:
        """Tell how far the newest is, or what it came to."""
        guard()
        return answer(rehearsals.state())

    @routes.post("")
    def begin() -> Response:
        """Begin one."""
        guard_here()
        wanted = decoded(Simulation)
        if not wanted.stations.keys() <= plan.venues.keys():
            raise Problem(400, field="stations")
        rehearsals.start(wanted)
        return answer(rehearsals.state())

    @routes.get("/file")
    def file() -> Response:
        """Give what the newest came to as one HTML file that opens without a network."""
        guard()
        if "result" not in (state := rehearsals.state()):
            raise Problem(404)
        name = "rehearsal.html"
        written = rehearsal_file(plan, state["result"])
        return Response(written, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    return routes
