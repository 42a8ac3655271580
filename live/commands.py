"""One command's way to the journal and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog

from live.hall import Accepted, LiveHall
from live.refusals import Forbidden
from live.roster import LiveRoster
from live.sign_in import Identity
from queueing.about import ticket_of
from queueing.commands import AnyCommand, CheckIn, CheckInWalkIn, Rejoin, Undo
from queueing.hall import Hall
from queueing.refusals import Unknown
from queueing.summaries.summary import summary

# What a paired kiosk may ask; everybody else who is signed in may ask everything.
KIOSK_MAY = (CheckIn, CheckInWalkIn, Rejoin, Undo)

log = structlog.get_logger()


class Commands:
    """Takes commands for the halls of all venues."""

    def __init__(self, halls: Mapping[str, LiveHall], roster: LiveRoster) -> None:
        self._halls, self._roster = halls, roster

    def take(self, command: AnyCommand, digest: str, who: Identity) -> dict[str, Any]:
        """Carry a command out and return its version, its events and its ticket as it stands now.

        `digest` is the hash of its body: the same id with another is refused.

        A kiosk takes back only what it did last itself.

        Raises Refused, IdReused and StoreUnavailable.
        """
        if who.role == "kiosk" and not isinstance(command, KIOSK_MAY):
            raise Forbidden
        if command.venue not in self._halls:
            raise Unknown("venue", command.venue)
        live = self._halls[command.venue]
        command = self._roster.by_ids(command)

        def check(hall: Hall, command: AnyCommand) -> None:
            if who.role == "kiosk" and isinstance(command, Undo):
                _must_be_last_of(hall, who.name, command.version)
            self._roster.must_stay_unnamed(hall, command)

        accepted = live.submit(command, digest, who.name, check)
        log.info("command", venue=command.venue, version=accepted.records[-1].version, by=who.name)
        return result(live, accepted)


def _must_be_last_of(hall: Hall, name: str, version: int) -> None:
    """Refuse to take back anything but what somebody did last; raises Forbidden."""
    last = next((record.version for record in reversed(hall.log) if record.by == name), None)
    if version != last:
        raise Forbidden


def result(live: LiveHall, accepted: Accepted) -> dict[str, Any]:
    """Return what a command led to, as the API shows it."""
    number = ticket_of(accepted.records[0].event)
    shown = {
        "version": accepted.records[-1].version,
        "events": [record.to_wire() for record in accepted.records],
        "ticket": live.draw(lambda hall, now: _ticket(hall, number, now)),
    }
    return shown | {"replayed": True} if accepted.replayed else shown


def _ticket(hall: Hall, number: str | None, now: datetime) -> dict[str, Any] | None:
    ticket = hall.tickets.get(number or "")
    return summary(hall, ticket, now) if ticket else None
