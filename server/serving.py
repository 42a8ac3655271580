"""Serve something else from now on: the process ends all it started and becomes the next server."""

import os
import shutil
import signal
import sys
from collections.abc import Sequence
from datetime import datetime
from threading import Timer
from typing import NoReturn

from machine.disk import put
from queueing.plan import PlanBody
from roster.timetable.plan_text import plan_text
from server.settings import Settings

# Time for a response to leave before the server ends.
ANSWER_S = 0.5
# What the next server is told by flags, or not at all.
UNSET = ("PAIZHAO_PLAN", "PAIZHAO_REHEARSE_AT", "PAIZHAO_SPEED", "PAIZHAO_CROWD")


class NextServer:
    """What is to be served next, once somebody has asked; `flags` is None until then."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.flags: list[str] | None = None

    def begin(self, body: PlanBody, rehearse_at: datetime | None = None) -> None:
        """Serve a plan next, as a drill from a time on or in earnest; raises OSError."""
        folder = self._settings.data_path / "next"
        folder.mkdir(mode=0o700, exist_ok=True)
        file = folder / ("drill.toml" if rehearse_at else "plan.toml")
        put(file, plan_text(body).encode())
        drill = ["--rehearse-at", f"{rehearse_at:%Y-%m-%dT%H:%M}"] if rehearse_at else []
        self._end_for(["--plan", str(file), *drill])

    def end_drill(self) -> None:
        """Serve next what there is without a drill."""
        self._end_for([])

    def start(self, port: int) -> NoReturn:
        """Become the next server, at the same port; everything else has ended."""
        flags = self.flags or []
        if "--rehearse-at" in flags:
            # What was played before is of another plan.
            shutil.rmtree(self._settings.store_path(drill=True), ignore_errors=True)
        environ = {name: value for name, value in os.environ.items() if name not in UNSET}
        arguments = [sys.executable, "-m", "server", "serve", *self._place(port), *flags]
        sys.stdout.flush()
        os.execve(sys.executable, arguments, environ)  # noqa: S606 - ourselves

    def _end_for(self, flags: Sequence[str]) -> None:
        self.flags = list(flags)
        Timer(ANSWER_S, os.kill, (os.getpid(), signal.SIGTERM)).start()

    def _place(self, port: int) -> list[str]:
        """Return the flags by which this server is where it is."""
        settings = self._settings
        flags = ["--host", settings.host, "--port", str(port), "--data", settings.data]
        for name in ("store", "public_url"):
            if value := getattr(settings, name):
                flags += [f"--{name.replace('_', '-')}", value]
        for uri in settings.printer:
            flags += ["--printer", uri]
        return flags
