"""Work that goes on beside the requests and does not end before the server does."""

from collections.abc import Callable

import redis
import structlog
from flask_socketio import SocketIO

from journal.log import StoreUnavailable

RETRY_S = 0.5

log = structlog.get_logger()


class Background:
    """Starts work, and starts it again whenever it fails, until `stop`."""

    def __init__(self, socketio: SocketIO) -> None:
        self._socketio = socketio
        self._ending = False
        self.sleep = socketio.sleep

    def start(self, work: Callable[[], None]) -> None:
        """Do a piece of work over and over; one that returns is begun again at once."""
        self._socketio.start_background_task(self._keep, work)

    def stop(self) -> None:
        """Let all work end by itself."""
        self._ending = True

    def _keep(self, work: Callable[[], None]) -> None:
        while not self._ending:
            try:
                work()
            except Exception as error:
                if self._ending:
                    return
                # A store that is away is one line; anything else is a fault of ours, told whole.
                known = isinstance(error, StoreUnavailable | redis.RedisError)
                log.error("background_failed", error=repr(error), exc_info=not known)
                self.sleep(RETRY_S)
