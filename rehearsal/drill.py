"""`python -m rehearsal.drill`: run the crowd against a drill's server, over HTTP."""

import http.client
import json
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from machine.process import read_task
from queueing.commands import AnyCommand
from queueing.events import AnyEvent
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.plan_file import read_plan
from queueing.record import Record
from rehearsal.crowd import Crowd
from rehearsal.habits import Habits, PlannedPopulation

# At 45 times the pace this is every 9 seconds of the hall.
POLL_S = 0.2
RETRY_S = 0.5
TIMEOUT_S = 10.0


class NotADrill(Exception):
    """The server runs the real day, where nobody may be simulated."""


class Unauthorized(Exception):
    """The server refuses the tokens (401): they are of another data directory."""


class Tokens(NamedTuple):
    """The bearer tokens of the simulated roles."""

    kiosk: str
    staff: str


class DrillTask(Struct, frozen=True):
    """The task of the crowd's process; `plan` is the path of the plan's file."""

    url: str
    plan: str
    tokens: Tokens
    seed: int


class Client:
    """An HTTP client with one connection, which is reopened after a failure."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=TIMEOUT_S)

    def request(self, path: str, token: str = "", body: bytes | None = None) -> tuple[int, Any]:
        """GET a path, or POST a JSON body to it; return the status and the decoded JSON.

        Raises Unauthorized, and OSError or http.client.HTTPException when no response came.
        """
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        try:
            self._connection.request("GET" if body is None else "POST", path, body, headers)
            response = self._connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            raise
        if response.status == http.HTTPStatus.UNAUTHORIZED:
            raise Unauthorized
        return response.status, json.loads(content)


class Drill:
    """Runs the crowd of one venue."""

    def __init__(self, client: Client, plan: Plan, venue: str, tokens: Tokens, seed: int) -> None:
        self._client, self._tokens = client, tokens
        self._crowd = Crowd(PlannedPopulation(plan, venue, seed, Habits()))
        self._hall = Hall(plan, venue)
        self._refused: set[str] = set()

    def poll(self) -> None:
        """Read the hall's new events and send the commands that are due.

        Raises NotADrill, and what `Client.request` raises.
        """
        venue = self._hall.venue.id
        status, board = self._client.request(f"/api/board?venue={venue}")
        if status != http.HTTPStatus.OK:
            return
        if not board["drill"]:
            raise NotADrill
        self._follow()
        now = datetime.fromisoformat(board["at"])
        for check_in in self._crowd.check_ins(self._hall, now):
            self._send(check_in, self._tokens.kiosk)
        for step in self._crowd.steps(self._hall, now):
            self._send(step, self._tokens.staff)

    def _follow(self) -> None:
        """Read the events since the last poll."""
        hall = self._hall
        path = f"/api/journal?venue={hall.venue.id}&after={hall.version}"
        status, payload = self._client.request(path, self._tokens.staff)
        if status == http.HTTPStatus.OK and payload["version"] < hall.version:
            # Another journal: the server was restarted with an empty one.
            self._hall = Hall(hall.plan, hall.venue.id)
        elif status == http.HTTPStatus.OK:
            hall.extend(read_record(event) for event in payload["events"])

    def _send(self, command: AnyCommand, token: str) -> None:
        """Send a command, unless it was refused before: somebody else did it first."""
        if command.id in self._refused:
            return
        status, _ = self._client.request("/api/commands", token, msgspec.json.encode(command))
        if http.HTTPStatus.BAD_REQUEST <= status < http.HTTPStatus.INTERNAL_SERVER_ERROR:
            self._refused.add(command.id)


def read_record(payload: dict[str, Any]) -> Record:
    """Return the record of one event in the journal's JSON."""
    event: AnyEvent = msgspec.convert(payload, AnyEvent)
    at = datetime.fromisoformat(payload["at"])
    return Record(payload["version"], at, payload["id"], payload["by"], event)


def play(url: str, plan: Plan, tokens: Tokens, seed: int, sleep: Callable[[float], object]) -> None:
    """Run the crowd of all venues until the process is ended.

    Raises NotADrill when the server runs the real day, and Unauthorized.
    """
    client = Client(url)
    drills = [Drill(client, plan, venue, tokens, seed) for venue in plan.venues]
    while True:
        try:
            for drill in drills:
                drill.poll()
        except (OSError, http.client.HTTPException):
            sleep(RETRY_S)
        sleep(POLL_S)


def main() -> None:
    """Run the crowd until the server that started this process has ended."""
    task = read_task(DrillTask)
    plan = read_plan(Path(task.plan).read_text("utf-8"))
    play(task.url, plan, task.tokens, task.seed, time.sleep)


if __name__ == "__main__":
    main()
