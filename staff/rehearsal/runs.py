"""Rehearsals, each simulated by a process of its own, one at a time."""

import json
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import IO, Annotated, Any

import msgspec
from msgspec import Meta

from machine.process import end, start
from queueing.plan import MOST_STATIONS, Plan, Policy
from rehearsal.ways import RehearsalTask, Wish

STOP_S = 1.0
SEED = 1


class Simulation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which day to simulate and how often, with how many stations a venue, by which policy.

    What is not said is as the plan has it.
    """

    days: Annotated[int, Meta(ge=1, le=1000)] = 100
    stations: dict[str, Annotated[int, Meta(ge=1, le=MOST_STATIONS)]] = {}
    policy: Policy | None = None
    day: date | None = None


class Rehearsals:
    """Runs `python -m rehearsal` over the plan as it is then, and knows how far it is."""

    def __init__(self, current_plan: Callable[[], Plan]) -> None:
        self._current_plan = current_plan
        self._state: dict[str, Any] = {"state": "none"}
        self._running: tuple[subprocess.Popen[bytes], IO[bytes]] | None = None
        self._starting = Lock()

    def start(self, wanted: Simulation) -> None:
        """Begin one; another that still runs is ended."""
        with self._starting:
            self.stop()
            self._start(wanted)

    def state(self) -> dict[str, Any]:
        """Return the newest: `state` is none, running, done or failed; `result` once it is done."""
        if self._running is not None:
            process, progress = self._running
            code = process.poll()
            progress.seek(0)
            # What stands after the last newline is not written yet.
            for line in progress.read().split(b"\n")[-2:-1]:
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
            process, progress = running
            end(process, STOP_S)
            progress.close()

    def _start(self, wanted: Simulation) -> None:
        plan = self._current_plan()
        wish = Wish(wanted.stations, wanted.policy or plan.body.policy)
        task = RehearsalTask(plan.body, wanted.day or plan.days[0], wish, wanted.days, SEED)
        progress = tempfile.TemporaryFile()  # noqa: SIM115 - `stop` closes it
        self._running = start("rehearsal", task, stdout=progress), progress
        self._state = {"state": "running", "wanted": msgspec.to_builtins(wanted)}
