"""The slips a venue owes, printed in the order of check-in and written into its journal."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from time import sleep

import structlog
from msgspec import Struct

from journal.log import Corrupt, Journal, StoreUnavailable
from printer.device.printer import Unproved
from printer.outlets import Outlet, Outlets
from queueing.events import (
    AnySlipEvent,
    SlipPrinted,
    SlipSending,
    SlipSent,
    SlipSkipped,
    SlipUnconfirmed,
)
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.slip import ON_ITS_WAY
from queueing.ticket import Ticket

PAUSE_S = 1.0


class Print(Struct, frozen=True):
    """Print this ticket's slip now."""

    ticket: Ticket


class Skip(Struct, frozen=True):
    """Print no slip for this ticket: it is no longer needed."""

    ticket: Ticket


class GiveUp(Struct, frozen=True):
    """Leave to staff a slip that an earlier run was printing: how far it came is unknown."""

    ticket: Ticket


Step = Print | Skip | GiveUp


def owes(hall: Hall) -> bool:
    """Return whether any slip waits to be printed."""
    return any(ticket.owes_slip for ticket in hall.tickets.values())


def next_step(hall: Hall, *, ready: bool) -> Step | None:
    """Return what to do next while no slip is in flight; None to wait.

    `ready` is whether a printer could print now. Slips are printed in the order of check-in, and
    the first holds up the others.
    """
    tickets = hall.tickets.values()
    for ticket in tickets:
        if ticket.slip.state in ON_ITS_WAY:
            return GiveUp(ticket)
    owed = next((ticket for ticket in tickets if ticket.owes_slip), None)
    if owed is None or not ready:
        return None
    asked_for = owed.slip.copy > 0
    return Print(owed) if asked_for or owed.state in ("waiting", "held") else Skip(owed)


class Spool:
    """Prints the slips of one venue."""

    def __init__(
        self,
        journal: Journal,
        plan: Plan,
        venue_id: str,
        outlets: Outlets,
        now: Callable[[], datetime],
    ) -> None:
        self._journal, self._plan, self._venue_id = journal, plan, venue_id
        self._outlets, self._now = outlets, now
        self._hall = Hall(plan, venue_id)
        self._log = structlog.get_logger().bind(venue=venue_id)

    def run(self) -> None:
        """Print for ever; starts again from the journal's beginning whenever the store failed."""
        while True:
            try:
                # `follow` yields every second at least, so that a blocked slip is tried again.
                for _ in self._journal.follow(self._hall.version):
                    self.catch_up()
            except (StoreUnavailable, Corrupt) as error:
                self._log.error("journal_unreadable", error=str(error))
            except Exception:
                # No error may end the day's printing unnoticed.
                self._log.exception("spool_failed")
            self._hall = Hall(self._plan, self._venue_id)
            sleep(PAUSE_S)

    def catch_up(self) -> None:
        """Read the journal's new records, and print the slips that are owed and can be printed now.

        Raises StoreUnavailable and Corrupt.
        """
        self._hall.extend(self._journal.read(after=self._hall.version))
        while self._take_step():
            self._hall.extend(self._journal.read(after=self._hall.version))

    def _take_step(self) -> bool:
        with self._outlets.ready() if owes(self._hall) else nullcontext() as outlet:
            step = next_step(self._hall, ready=outlet is not None)
            match step:
                case Print(ticket) if outlet is not None:
                    self._print(ticket, outlet)
                case Skip(ticket):
                    self._record(SlipSkipped(ticket=ticket.number), self._now())
                case GiveUp(ticket):
                    self._give_up(ticket, "restarted")
        return step is not None

    def _print(self, ticket: Ticket, outlet: Outlet) -> None:
        printer, now = outlet.printer, self._now()
        try:
            slip = outlet.composer.compose(self._hall, ticket, now)
        except Exception:
            # Staff decide about this slip; the next ones are printed.
            self._log.exception("slip_not_composed", ticket=ticket.number)
            self._give_up(ticket, "not_composed")
            return
        # Four digits that differ from slip to slip.
        mark = f"{self._hall.version % 10_000:04d}"
        sending = SlipSending(
            ticket=ticket.number,
            attempt=ticket.slip.attempts + 1,
            copy=ticket.slip.copy,
            fence=mark,
            printer=printer.address.uri,
        )
        # Recorded at the time it was composed for: the journal can then redraw the slip.
        self._record(sending, now)
        try:
            printer.send(slip, mark)
            self._record(SlipSent(ticket=ticket.number), self._now())
            printer.prove(mark, wait_on=lambda: not self._outlets.stand_in(outlet))
        except Unproved as unproved:
            self._give_up(ticket, unproved.why)
        else:
            self._record(SlipPrinted(ticket=ticket.number), self._now())

    def _give_up(self, ticket: Ticket, why: str) -> None:
        self._log.warning("slip_unconfirmed", ticket=ticket.number, why=why)
        self._record(SlipUnconfirmed(ticket=ticket.number, why=why), self._now())

    def _record(self, event: AnySlipEvent, at: datetime) -> None:
        """Append an event, retrying until it is written: what happened to paper cannot be undone.

        Its id is the same at each try, so that it is written once; no command has such an id.
        """
        name = type(event).__name__
        while True:
            try:
                self._journal.append(
                    [event],
                    at=at,
                    id=f"slip/{self._hall.version}/{name}",
                    by="printer",
                    digest=name,
                )
            except StoreUnavailable as error:
                self._log.error("journal_unwritable", error=str(error))
                sleep(PAUSE_S)
            else:
                return
