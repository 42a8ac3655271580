"""The printers of a venue, of which one stands in for another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import structlog

from printer.device.printer import Printer
from printer.slip.compose import Composer
from queueing.plan import Plan

# A printer busy for longer is waiting for paper.
BUSY_S = 1.0


class Outlet(NamedTuple):
    """A printer and the composer of its slips."""

    printer: Printer
    composer: Composer

    def warm(self, plan: Plan, venue_id: str) -> None:
        """Draw the characters of a venue's slips into the cache; slips to be printed go first."""
        try:
            for warm_up in self.composer.warm_ups(plan, venue_id):
                with self.printer.exclusive():
                    warm_up()
        except Exception:
            # Harmless: the first slips take longer.
            structlog.get_logger().exception("not_warmed", printer=self.printer.address.uri)


class Outlets:
    """A venue's printers: the first is used while it works, then the next stands in."""

    def __init__(self, outlets: Sequence[Outlet] = ()) -> None:
        self._outlets = tuple(outlets)

    def use(self, outlets: Sequence[Outlet]) -> None:
        """Replace the printers, from the next slip on."""
        self._outlets = tuple(outlets)

    @contextmanager
    def ready(self) -> Iterator[Outlet | None]:
        """Lock and yield the first printer that can print; None when none can."""
        # Checking one that was not ready may take seconds: those that were ready go first.
        for outlet in sorted(self._outlets, key=lambda o: o.printer.state != "ready"):
            with outlet.printer.exclusive(BUSY_S) as free:
                if free and outlet.printer.check() == "ready":
                    yield outlet
                    return
        yield None

    def stand_in(self, outlet: Outlet) -> bool:
        """Return whether another printer is ready to print in place of this one."""
        return any(o.printer.state == "ready" for o in self._outlets if o is not outlet)
