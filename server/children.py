"""Processes beside the server: started with it, started again when they end, ended with it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from machine import paths
from machine.hall_clock import HallClock
from machine.process import end
from server.settings import Settings

CHECK_S = 0.1
# One that ends this soon is left a while before it is started again, each time twice as long:
# starting over and over what cannot run helps nobody.
TOO_SOON_S = 3.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 3.0
# The printer process lets a slip on its way come out, for less than a second.
STOP_S = 1.5

log = structlog.get_logger()


class ChildProcess:
    """Runs `python -m` a module with these arguments for as long as the server runs."""

    def __init__(
        self, module: str, arguments: Sequence[str], sleep: Callable[[float], object]
    ) -> None:
        self._module = module
        self._command = [sys.executable, "-m", module, *arguments]
        self._sleep = sleep
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._pause_s = FIRST_PAUSE_S
        self._ending = False

    def keep(self) -> None:
        """Start it unless it runs, and look again a little later."""
        if self._ending:
            return
        if self._process is not None and self._process.poll() is not None:
            log.warning("process_ended", module=self._module, code=self._process.returncode)
            self._process = None
            if time.monotonic() - self._started < TOO_SOON_S:
                self._sleep(self._pause_s)
                self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
                return
            self._pause_s = FIRST_PAUSE_S
        if self._process is None:
            self._started = time.monotonic()
            self._process = subprocess.Popen(  # noqa: S603 - all words are ours
                self._command, stdin=subprocess.DEVNULL
            )
        self._sleep(CHECK_S)

    def stop(self) -> None:
        """End it, by force when it does not end by itself."""
        self._ending = True
        if self._process is not None:
            end(self._process, STOP_S)


def printer_arguments(
    settings: Settings, store: str, public_url: str, clock: HallClock, papers: Path
) -> list[str]:
    """Tell the printer process all that it needs."""
    drill = [] if clock.starts_at is None else [
        *("--began-at", clock.starts_at.isoformat()),
        *("--began", str(clock.began)),
        *("--speed", str(clock.rate)),
    ]  # fmt: skip
    return [
        *("--store", store),
        *("--plan", str(settings.plan_path)),
        *(part for uri in settings.printer for part in ("--printer", uri)),
        *("--public-url", public_url),
        *("--memory", str(settings.printers_path)),
        *drill,
        *("--paper-dir", str(papers)),
        *("--fonts", str(paths.FONTS)),
        *("--words", str(paths.SLIP_WORDS)),
        *("--parent", str(os.getpid())),
    ]


def crowd_arguments(settings: Settings, url: str) -> list[str]:
    """Tell the process that plays a drill's people all that it needs."""
    return [
        *("crowd", url),
        *("--plan", str(settings.plan_path)),
        *("--data", str(settings.data_path)),
        *("--parent", str(os.getpid())),
    ]
