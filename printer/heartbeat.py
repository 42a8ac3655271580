"""How each printer is, told to whoever listens."""

from collections.abc import Callable
from threading import Event

import msgspec
import redis
import structlog

from journal.store import PRINTERS_CHANNEL, connect
from printer.device.fence import State
from printer.device.printer import Printer

EVERY_S = 2.0


class Heartbeat:
    """Publishes a printer's state every 2 s, and at once when told of a change, which it logs.

    A message is a JSON object: the printer's address, the venue it serves (None: all), its state.
    """

    def __init__(
        self, publish: Callable[[str, bytes], object], uri: str, venue: str | None
    ) -> None:
        self._publish, self._uri, self._venue = publish, uri, venue
        self._logged: State | None = None

    def tell(self, state: State) -> None:
        """Publish a state."""
        if state != self._logged:
            self._logged = state
            structlog.get_logger().info("printer_state", printer=self._uri, state=state)
        self._say(state)

    def _say(self, state: str) -> None:
        message = {"printer": self._uri, "venue": self._venue, "state": state}
        self._publish(PRINTERS_CHANNEL, msgspec.json.encode(message))

    def beat(self, printer: Printer) -> None:
        """Ask a printer how it is, unless it is busy, and publish what is known."""
        with printer.turn(seconds=0) as free:
            if free:
                printer.check()
        self.tell(printer.state)

    def watch(self, printer: Printer, stopping: Event) -> None:
        """Ask an idle printer how it is, and publish, until stopping; then say that it is gone."""
        while not stopping.wait(EVERY_S):
            self.beat(printer)
        self._say("gone")


def publisher(store_url: str) -> Callable[[str, bytes], object]:
    """Give a way to publish that outlives the store's absence: what is missed is told again."""
    client, log = connect(store_url), structlog.get_logger()

    def publish(channel: str, message: bytes) -> None:
        try:
            client.publish(channel, message)
        except (redis.RedisError, OSError) as error:
            log.error("heartbeat_unpublished", error=str(error))

    return publish
