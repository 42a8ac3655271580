"""Work that goes on beside the requests and does not end before the server does."""

from collections.abc import Callable

import redis
import structlog

from journal.log import StoreUnavailable

RETRY_S = 0.5

log = structlog.get_logger()


class Background:
    """Starts work, and starts it again whenever it fails, until `stop`.

    `spawn(function, argument)` begins something beside the requests, `sleep` waits seconds there.
    """

    def __init__(self, spawn: Callable[..., object], sleep: Callable[[float], object]) -> None:
        self._spawn, self.sleep = spawn, sleep
        self._ending = False

    def start(self, work: Callable[[], object], every_s: float = 0.0) -> None:
        """Do a piece of work over and over, with a pause of `every_s` seconds in between."""
        self._spawn(self._repeat, work, every_s)

    def stop(self) -> None:
        """Let all work end by itself."""
        self._ending = True

    def _repeat(self, work: Callable[[], object], every_s: float) -> None:
        while not self._ending:
            try:
                work()
            except Exception as error:
                if self._ending:
                    return
                # A store that is away is one line; anything else is a fault of ours, logged whole.
                known = isinstance(error, StoreUnavailable | redis.RedisError)
                log.error("background_failed", error=repr(error), exc_info=not known)
                self.sleep(RETRY_S)
            else:
                if every_s:
                    self.sleep(every_s)
