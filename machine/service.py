"""A process that is to run for as long as ours does."""

import subprocess
import time
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from machine.process import end, start

# One that ends this soon is started again only after a pause, twice as long each time: starting
# over and over what cannot run helps nobody.
TOO_SOON_S = 3.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 3.0

Process = subprocess.Popen[bytes]


class Service:
    """Runs `python -m module` on a task; `options` are those of Popen.

    `on_start` is called with every process started and may refuse it by raising. `monotonic` gives
    seconds.
    """

    def __init__(
        self,
        module: str,
        task: Struct,
        on_start: Callable[[Process], None] = lambda _: None,
        monotonic: Callable[[], float] = time.monotonic,
        **options: Any,
    ) -> None:
        self.module = module
        self._task, self._options = task, options
        self._on_start, self._monotonic = on_start, monotonic
        self._process: Process | None = None
        self._started = 0.0
        self._restart_at: float | None = None
        self._pause_s = FIRST_PAUSE_S

    def start(self) -> None:
        """Start the process; raises what `on_start` raises."""
        self._started, self._restart_at = self._monotonic(), None
        self._process = start(self.module, self._task, **self._options)
        self._on_start(self._process)

    def poll(self) -> int | None:
        """Start the process again if it has ended, after a pause if it ended soon.

        Return the exit code once, when the end is found. A service that was stopped, or was never
        started, is left alone. Raises what `on_start` raises.
        """
        if self._process is None or (code := self._process.poll()) is None:
            return None
        now, is_new = self._monotonic(), self._restart_at is None
        if self._restart_at is None:
            soon = now - self._started < TOO_SOON_S
            self._restart_at = now + (self._pause_s if soon else 0.0)
            self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S) if soon else FIRST_PAUSE_S
        if now >= self._restart_at:
            self.start()
        return code if is_new else None

    def assign(self, task: Struct) -> None:
        """Ask the process to end, for `poll` to start it on another task."""
        self._task = task
        if self._process is not None:
            self._process.terminate()

    def stop(self, seconds: float) -> None:
        """End the process, by force when it has not ended after so many seconds."""
        if self._process is not None:
            end(self._process, seconds)
            self._process = None
