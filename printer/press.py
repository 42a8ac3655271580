"""The printers of a hall at work: who prints for which venue, and the threads that do it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from threading import Event, Thread
from typing import NamedTuple

from journal.log import Journal
from journal.store import connect
from printer.address import Address
from printer.device.fence import State
from printer.factory import PrinterFactory
from printer.heartbeat import Heartbeat, publisher
from printer.outlets import Outlet, Outlets
from printer.spool import Spool
from queueing.plan import Plan

# A printer busy with a slip is soon free; one that waits for paper is not.
LENT_S = 2.0


class Running(NamedTuple):
    """An outlet in use, and what ends its watching."""

    outlet: Outlet
    ended: Event


class Press:
    """Prints a plan's slips on the printers that it is told to use, which may change by the day."""

    def __init__(
        self, store_url: str, plan: Plan, now: Callable[[], datetime], factory: PrinterFactory
    ) -> None:
        self._store_url, self._plan, self._now = store_url, plan, now
        self._factory = factory
        self._running: dict[Address, Running] = {}
        self._venues = {venue: Outlets() for venue in plan.venues}
        self._held = ExitStack()

    def start(self) -> None:
        """Start printing for every venue."""
        for venue, outlets in self._venues.items():
            journal = Journal(connect(self._store_url), venue)
            _start_thread(Spool(journal, self._plan, venue, outlets, self._now).run)

    def use(self, assigned: Mapping[str, Sequence[Address]]) -> None:
        """Use these printers from the next slip on; the same address is one printer."""
        wanted = {address for addresses in assigned.values() for address in addresses}
        for address in wanted - self._running.keys():
            self._begin(address, [v for v in assigned if address in assigned[v]])
        for venue, addresses in assigned.items():
            self._venues[venue].use([self._running[address].outlet for address in addresses])
        for address in self._running.keys() - wanted:
            self._running.pop(address).ended.set()

    def state_of(self, uri: str) -> State:
        """Tell how a printer is; one not in use is as good as off."""
        states = (r.outlet.printer.state for a, r in self._running.items() if a.uri == uri)
        return next(states, "offline")

    def uses(self, address: Address) -> bool:
        """Tell whether the device that an address leads to is in use."""
        return address.device in [used.device for used in list(self._running)]

    @contextmanager
    def lent(self, address: Address) -> Iterator[Outlet | None]:
        """Have a printer to oneself, be it in use with other choices; None while it is busy."""
        with ExitStack() as held:
            for used, running in list(self._running.items()):
                if used.device == address.device:
                    if not held.enter_context(running.outlet.printer.turn(LENT_S)):
                        yield None
                        return
                    running.outlet.printer.yield_to_another()
            lent = self._factory.outlet(address)
            held.callback(lent.printer.close)
            yield lent

    def stop(self, seconds: float) -> None:
        """Let slips on their way come out, for so many seconds at most, and begin no others."""
        for running in self._running.values():
            running.ended.set()
        for running in self._running.values():
            turn = running.outlet.printer.turn(seconds / len(self._running))
            self._held.enter_context(turn)

    def _begin(self, address: Address, venues: list[str]) -> None:
        only = venues[0] if len(venues) == 1 < len(self._plan.venues) else None
        heartbeat = Heartbeat(publisher(self._store_url), address.uri, only)
        running = Running(self._factory.outlet(address, heartbeat.tell), Event())
        self._running[address] = running

        def work() -> None:
            heartbeat.beat(running.outlet.printer)
            for venue in venues:
                running.outlet.warm(self._plan, venue)
            heartbeat.watch(running.outlet.printer, running.ended)
            with running.outlet.printer.turn():
                running.outlet.printer.close()

        _start_thread(work)


def _start_thread(target: Callable[[], None]) -> None:
    Thread(target=target, daemon=True).start()
