"""The walls' voice: clips rendered beside the server, found by what they say, kept for good."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import structlog
from flask import Blueprint, Response, send_from_directory

from machine.process import end
from voice.clips import KINDS, LISTING, Job, recordings
from web.api import answer
from web.errors import Problem

# So often we look whether somebody has dropped in a recording, or the clips are done.
LOOK_S = 5.0
DONE_S = 0.1
STOP_S = 1.0
YEAR_S = 365 * 24 * 3600

log = structlog.get_logger()


class Voice:
    """Has `texts` (by key) rendered into `directory`; `command` is an engine of the venue's own.

    Recordings in `recorded`, a folder a language, go before any engine.
    """

    def __init__(
        self, texts: Mapping[str, str], command: str, recorded: Path, directory: Path,
        sleep: Callable[[float], object],
    ) -> None:  # fmt: skip
        self._texts = texts
        self._command = command
        self._recorded = recorded
        self._directory = directory
        self._sleep = sleep
        self._done: object = None
        self._process: subprocess.Popen[bytes] | None = None

    def keep(self) -> None:
        """Render what there is not yet, and again whenever a recording has come or changed."""
        found = [(path, path.stat().st_mtime_ns) for path in recordings(self._recorded)]
        if found != self._done:
            self._render()
            self._done = found
        self._sleep(LOOK_S)

    def stop(self) -> None:
        """End a rendering that is under way."""
        if self._process is not None and self._process.poll() is None:
            end(self._process, STOP_S)

    def clips(self) -> dict[str, dict[str, str]]:
        """List the clips there are: their file names by language and key."""
        try:
            listing = (self._directory / LISTING).read_bytes()
        except FileNotFoundError:
            return {}
        return msgspec.json.decode(listing, type=dict[str, dict[str, str]])

    def ready(self) -> dict[str, int]:
        """Tell of how many sentences how many can be heard."""
        spoken = {key for clips in self.clips().values() for key in clips}
        return {"ready": len(spoken & self._texts.keys()), "all": len(self._texts)}

    def blueprint(self) -> Blueprint:
        """Serve the clips; a clip's name changes with its content, so browsers keep it."""
        routes = Blueprint("voice", __name__, url_prefix="/voice")

        @routes.get("/clips.json")
        def listing() -> Response:
            """List the clips by language and key."""
            return answer(self.clips())

        @routes.get("/<name>")
        def clip(name: str) -> Response:
            """Send one clip, and nothing else that lies there."""
            if Path(name).suffix not in KINDS:
                raise Problem(404)
            response = send_from_directory(self._directory, name, max_age=YEAR_S)
            response.cache_control.immutable = True
            return response

        return routes

    def _render(self) -> None:
        # A process of its own, and a gentle one: spelling and engines take seconds that neither
        # screens nor the server's own start must wait.
        self._directory.mkdir(parents=True, exist_ok=True)
        job = Job(self._texts, self._command, str(self._recorded), os.getpid())
        task = self._directory / "task.json"
        task.write_bytes(msgspec.json.encode(job))
        self._process = subprocess.Popen(  # noqa: S603 - all words are ours
            ["nice", sys.executable, "-m", "voice.clips", str(task)],  # noqa: S607 - as PATH has it
            stdin=subprocess.DEVNULL,
            # What it has to say is log; our own stdout is for the ready line.
            stdout=sys.stderr,
        )
        while (code := self._process.poll()) is None:
            self._sleep(DONE_S)
        if code != 0:
            log.warning("voice_not_rendered", code=code)
