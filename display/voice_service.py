"""The walls' voice: clips rendered beside the server, found by what they say, kept for good."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import structlog
from flask import Blueprint, Response, send_from_directory
from werkzeug.exceptions import NotFound

from machine.process import end, start
from voice.clips import KINDS, LISTING, VoiceTask, recordings
from web.wire import reply

# So often a rendering is looked after until it is done.
POLL_S = 0.1
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
        self.directory = directory
        self._sleep = sleep
        self._rendered: object = None
        self._process: subprocess.Popen[bytes] | None = None

    def refresh(self) -> None:
        """Render what there is not yet, and again when a recording has come or changed."""
        found = [(path, path.stat().st_mtime_ns) for path in recordings(self._recorded)]
        if found != self._rendered:
            self._render()
            self._rendered = found

    def stop(self) -> None:
        """End a rendering that is under way."""
        if self._process is not None and self._process.poll() is None:
            end(self._process, STOP_S)

    def clips(self) -> dict[str, dict[str, str]]:
        """List the clips there are: their file names by language and key."""
        try:
            listing = (self.directory / LISTING).read_bytes()
        except FileNotFoundError:
            return {}
        return msgspec.json.decode(listing, type=dict[str, dict[str, str]])

    def ready(self) -> dict[str, int]:
        """Count the sentences, and those that can be heard."""
        spoken = {key for clips in self.clips().values() for key in clips}
        return {"ready": len(spoken & self._texts.keys()), "all": len(self._texts)}

    def _render(self) -> None:
        # A process of its own: spelling and engines take seconds that neither screens nor the
        # server's own start must wait.
        self.directory.mkdir(parents=True, exist_ok=True)
        task = VoiceTask(self._texts, self._command, str(self._recorded), str(self.directory))
        # What it writes is log; our own standard output is for the ready line.
        self._process = start("voice", task, stdout=sys.stderr)
        while (code := self._process.poll()) is None:
            self._sleep(POLL_S)
        if code != 0:
            log.warning("voice_not_rendered", code=code)


def voice_routes(voice: Voice) -> Blueprint:
    """Serve the clips to all; a clip's name changes with its content, so browsers keep it."""
    routes = Blueprint("voice", __name__, url_prefix="/voice")

    @routes.get("/clips.json")
    def listing() -> Response:
        """List the clips by language and key."""
        return reply(voice.clips())

    @routes.get("/<name>")
    def clip(name: str) -> Response:
        """Send one clip, and nothing else that lies there."""
        if Path(name).suffix not in KINDS:
            raise NotFound
        response = send_from_directory(voice.directory, name, max_age=YEAR_S)
        response.cache_control.immutable = True
        return response

    return routes
