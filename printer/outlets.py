"""The printers of a venue, of which one stands in for another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import structlog

from printer.device.printer import Printer
from printer.slip.compose import Composer
from queueing.plan import Plan

# One that is busy for longer waits for its paper.
TURN_S = 1.0


class Outlet(NamedTuple):
    """A printer, and who composes slips for its paper."""

    printer: Printer
    composer: Composer

    def warm(self, plan: Plan, venue_id: str) -> None:
        """Have all letters of a venue's slips at hand, giving way to real ones."""
        try:
            for warm_up in self.composer.warm_ups(plan, venue_id):
                with self.printer.turn():
                    warm_up()
        except Exception:
            # The first slips take longer, no more.
            structlog.get_logger().exception("not_warmed", printer=self.printer.address.uri)


class Outlets:
    """A venue's printers: the first is used while it works, then the next stands in."""

    def __init__(self, outlets: Sequence[Outlet] = ()) -> None:
        self._outlets = tuple(outlets)

    def use(self, outlets: Sequence[Outlet]) -> None:
        """Use these from the next slip on."""
        self._outlets = tuple(outlets)

    @contextmanager
    def ready(self) -> Iterator[Outlet | None]:
        """Have the first one that can print to oneself; None when none can."""
        # Asking one that was not ready may take seconds: only when no other is.
        for outlet in sorted(self._outlets, key=lambda o: o.printer.state != "ready"):
            with outlet.printer.turn(TURN_S) as free:
                if free and outlet.printer.check() == "ready":
                    yield outlet
                    return
        yield None

    def stand_in(self, outlet: Outlet) -> bool:
        """Tell whether another could take the slips of this one."""
        return any(o.printer.state == "ready" for o in self._outlets if o is not outlet)
