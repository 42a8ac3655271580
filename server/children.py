"""The printer process: started with the server, started again when it ends, ended with it."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import structlog

from journal.process import end

CHECK_S = 0.5
# One that ends this soon will end again; starting it over and over helps nobody.
TOO_SOON_S = 3.0
# It lets a slip on its way come out, for less than a second.
STOP_S = 1.5

log = structlog.get_logger()


class PrinterProcess:
    """Runs `python -m printer` with these arguments for as long as the server runs."""

    def __init__(self, arguments: Sequence[str], sleep: Callable[[float], object]) -> None:
        self._command = [sys.executable, "-m", "printer", *arguments]
        self._sleep = sleep
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._ending = False

    def keep(self) -> None:
        """Start it unless it runs, and look again a little later."""
        if self._ending:
            return
        if self._process is not None and self._process.poll() is not None:
            log.warning("printer_process_ended", code=self._process.returncode)
            self._process = None
            if time.monotonic() - self._started < TOO_SOON_S:
                self._sleep(TOO_SOON_S)
                return
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
