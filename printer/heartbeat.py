"""How each printer is, told to whoever listens."""

from collections.abc import Callable
from threading import Event

import msgspec
import structlog

from journal.store import PRINTERS_CHANNEL
from printer.device import Printer
from printer.fence import State

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
        message = {"printer": self._uri, "venue": self._venue, "state": state}
        self._publish(PRINTERS_CHANNEL, msgspec.json.encode(message))

    def watch(self, printer: Printer, stopping: Event) -> None:
        """Ask an idle printer how it is, and publish, until stopping."""
        while not stopping.wait(EVERY_S):
            with printer.turn(seconds=0) as free:
                if free:
                    printer.check()
            self.tell(printer.state)
