"""`python -m rehearsal.drill`: the crowd at work, over HTTP as the people of a day are."""

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
from queueing.plan import Plan, read_plan
from queueing.record import Record
from rehearsal.crowd import Crowd
from rehearsal.habits import Habits, PlannedPeople

# So often it looks; at 45 times the pace that is every 9 seconds of the hall.
LOOK_S = 0.2
AWAY_S = 0.5
ANSWER_TIMEOUT_S = 10.0


class NotADrill(Exception):
    """The server runs the day itself, where nobody may be played."""


class NotLetIn(Exception):
    """The server does not know the tokens: they are of another data directory."""


class Tokens(NamedTuple):
    """The bearer tokens of the roles that are played."""

    kiosk: str
    staff: str


class DrillTask(Struct, frozen=True):
    """What the playing process is told: the server, the plan's file, who plays, from which seed."""

    url: str
    plan: str
    tokens: Tokens
    seed: int


class Server:
    """Asks a server over one connection, which is opened anew after a failure."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(
            urlsplit(url).netloc, timeout=ANSWER_TIMEOUT_S
        )

    def ask(self, path: str, token: str = "", body: bytes | None = None) -> tuple[int, Any]:
        """GET a path, or POST a JSON body to it; give the status and what was told.

        Raises NotLetIn, and OSError or http.client.HTTPException when no answer came.
        """
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        try:
            self._connection.request("GET" if body is None else "POST", path, body, headers)
            answer = self._connection.getresponse()
            told = answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            raise
        if answer.status == http.HTTPStatus.UNAUTHORIZED:
            raise NotLetIn
        return answer.status, json.loads(told)


class Drill:
    """Plays the people of one venue."""

    def __init__(self, server: Server, plan: Plan, venue: str, tokens: Tokens, seed: int) -> None:
        self._server, self._tokens = server, tokens
        self._crowd = Crowd(PlannedPeople(plan, venue, seed, Habits()))
        self._hall = Hall(plan, venue)
        self._refused: set[str] = set()

    def look(self) -> None:
        """See how the hall stands and do what is due.

        Raises NotADrill, and what `Server.ask` raises.
        """
        venue = self._hall.venue.id
        status, board = self._server.ask(f"/api/board?venue={venue}")
        if status != http.HTTPStatus.OK:
            return
        if not board["drill"]:
            raise NotADrill
        self._follow()
        now = datetime.fromisoformat(board["at"])
        for check_in in self._crowd.check_ins(self._hall, now):
            self._give(check_in, self._tokens.kiosk)
        for step in self._crowd.steps(self._hall, now):
            self._give(step, self._tokens.staff)

    def _follow(self) -> None:
        """Take in what has happened since the last look."""
        hall = self._hall
        path = f"/api/journal?venue={hall.venue.id}&after={hall.version}"
        status, told = self._server.ask(path, self._tokens.staff)
        if status == http.HTTPStatus.OK and told["version"] < hall.version:
            # Another journal: the server was started over an empty one.
            self._hall = Hall(hall.plan, hall.venue.id)
        elif status == http.HTTPStatus.OK:
            hall.extend(read_record(event) for event in told["events"])

    def _give(self, command: AnyCommand, token: str) -> None:
        """Give a command; what the rules refuse has been seen to by somebody else."""
        if command.id in self._refused:
            return
        status, _ = self._server.ask("/api/commands", token, msgspec.json.encode(command))
        if http.HTTPStatus.BAD_REQUEST <= status < http.HTTPStatus.INTERNAL_SERVER_ERROR:
            self._refused.add(command.id)


def read_record(told: dict[str, Any]) -> Record:
    """Read an event as the journal's route tells it."""
    event: AnyEvent = msgspec.convert(told, AnyEvent)
    at = datetime.fromisoformat(told["at"])
    return Record(told["version"], at, told["id"], told["by"], event)


def play(url: str, plan: Plan, tokens: Tokens, seed: int, sleep: Callable[[float], object]) -> None:
    """Play the people of all venues until the process is ended.

    Raises NotADrill when the server runs the day itself, and NotLetIn.
    """
    server = Server(url)
    drills = [Drill(server, plan, venue, tokens, seed) for venue in plan.venues]
    while True:
        try:
            for drill in drills:
                drill.look()
        except (OSError, http.client.HTTPException):
            sleep(AWAY_S)
        sleep(LOOK_S)


def main() -> None:
    """Play a drill's people until the server that told us to has ended."""
    task = read_task(DrillTask)
    plan = read_plan(Path(task.plan).read_text("utf-8"))
    play(task.url, plan, task.tokens, task.seed, time.sleep)


if __name__ == "__main__":
    main()
