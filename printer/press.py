"""The printers in use: which prints for which venue, and their threads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from threading import Event, Thread
from typing import NamedTuple

from journal.log import Journal
from journal.store import connect
from printer.address import Address
from printer.device.status import State
from printer.factory import PrinterFactory
from printer.heartbeat import Heartbeat, publisher
from printer.outlets import Outlet, Outlets
from printer.spool import Spool
from queueing.plan import Plan

# A printer that prints a slip is free sooner; one busy for longer waits for paper.
BORROW_S = 2.0


class Running(NamedTuple):
    """An outlet in use, and the event that ends its heartbeat."""

    outlet: Outlet
    ended: Event


class Press:
    """Prints a plan's slips on the printers set by `use`, which may change at any time."""

    def __init__(
        self, store_url: str, plan: Plan, now: Callable[[], datetime], factory: PrinterFactory
    ) -> None:
        self._store_url, self._plan, self._now = store_url, plan, now
        self._factory = factory
        self._running: dict[Address, Running] = {}
        self._venues = {venue: Outlets() for venue in plan.venues}
        self._held = ExitStack()

    def start(self) -> None:
        """Start a thread for every venue that prints its slips."""
        for venue, outlets in self._venues.items():
            journal = Journal(connect(self._store_url), venue)
            _start_thread(Spool(journal, self._plan, venue, outlets, self._now).run)

    def use(self, assigned: Mapping[str, Sequence[Address]]) -> None:
        """Use these printers, by venue, from the next slip on; equal addresses are one printer."""
        wanted = {address for addresses in assigned.values() for address in addresses}
        for address in wanted - self._running.keys():
            self._start(address, [v for v in assigned if address in assigned[v]])
        for venue, addresses in assigned.items():
            self._venues[venue].use([self._running[address].outlet for address in addresses])
        for address in self._running.keys() - wanted:
            self._running.pop(address).ended.set()

    def state_of(self, uri: str) -> State:
        """Return a printer's state; "offline" for one that is not in use."""
        states = (r.outlet.printer.state for a, r in self._running.items() if a.uri == uri)
        return next(states, "offline")

    def uses(self, address: Address) -> bool:
        """Return whether an address's device is in use, be it by another address."""
        return address.device in [used.device for used in list(self._running)]

    @contextmanager
    def borrow(self, address: Address) -> Iterator[Outlet | None]:
        """Lock a device, in use or not, and yield an outlet for it; None when it is busy."""
        with ExitStack() as held:
            for used, running in list(self._running.items()):
                if used.device == address.device:
                    if not held.enter_context(running.outlet.printer.exclusive(BORROW_S)):
                        yield None
                        return
                    running.outlet.printer.release()
            borrowed = self._factory.outlet(address)
            held.callback(borrowed.printer.close)
            yield borrowed

    def stop(self, seconds: float) -> None:
        """Wait for slips in flight, for so many seconds at most, and begin no others."""
        for running in self._running.values():
            running.ended.set()
        for running in self._running.values():
            lock = running.outlet.printer.exclusive(seconds / len(self._running))
            self._held.enter_context(lock)

    def _start(self, address: Address, venues: list[str]) -> None:
        only = venues[0] if len(venues) == 1 < len(self._plan.venues) else None
        heartbeat = Heartbeat(publisher(self._store_url), address.uri, only)
        running = Running(self._factory.outlet(address, heartbeat.publish), Event())
        self._running[address] = running

        def work() -> None:
            heartbeat.beat(running.outlet.printer)
            for venue in venues:
                running.outlet.warm(self._plan, venue)
            heartbeat.run(running.outlet.printer, running.ended)
            with running.outlet.printer.exclusive():
                running.outlet.printer.close()

        _start_thread(work)


def _start_thread(target: Callable[[], None]) -> None:
    Thread(target=target, daemon=True).start()
