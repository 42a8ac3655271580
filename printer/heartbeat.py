"""The state of each printer, published through the store."""

from collections.abc import Callable
from threading import Event

import msgspec
import redis
import structlog

from journal.store import PRINTERS_CHANNEL, connect
from printer.device.printer import Printer
from printer.device.status import State

INTERVAL_S = 2.0


class Heartbeat:
    """Publishes a printer's state every 2 s and at each change; logs changes.

    A message is a JSON object: the printer's address, the venue it serves (None: all), its state.
    """

    def __init__(
        self, publish: Callable[[str, bytes], object], uri: str, venue: str | None
    ) -> None:
        self._publish, self._uri, self._venue = publish, uri, venue
        self._logged: State | None = None

    def publish(self, state: State) -> None:
        """Publish a state, and log it if it is a new one."""
        if state != self._logged:
            self._logged = state
            structlog.get_logger().info("printer_state", printer=self._uri, state=state)
        self._send(state)

    def _send(self, state: str) -> None:
        message = {"printer": self._uri, "venue": self._venue, "state": state}
        self._publish(PRINTERS_CHANNEL, msgspec.json.encode(message))

    def beat(self, printer: Printer) -> None:
        """Publish a printer's state: asked for now, or the last known while the printer is busy."""
        with printer.exclusive(seconds=0) as free:
            if free:
                printer.check()
        self.publish(printer.state)

    def run(self, printer: Printer, stopping: Event) -> None:
        """Publish a printer's state every 2 s until stopping; then publish "gone"."""
        while not stopping.wait(INTERVAL_S):
            self.beat(printer)
        self._send("gone")


def publisher(store_url: str) -> Callable[[str, bytes], object]:
    """Return a function that publishes on a channel, and only logs when the store fails."""
    client, log = connect(store_url), structlog.get_logger()

    def publish(channel: str, message: bytes) -> None:
        try:
            client.publish(channel, message)
        except (redis.RedisError, OSError) as error:
            log.error("heartbeat_unpublished", error=str(error))

    return publish
