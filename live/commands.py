"""One command's way: from a request's bytes to the journal and back."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
import structlog

from live.hall import Accepted, LiveHall
from live.roster import People
from live.sign_in import Identity
from queueing.about import ticket_of
from queueing.commands import AnyCommand, CheckIn, CheckInWalkIn
from queueing.hall import Hall
from queueing.refusals import Unknown
from queueing.summaries.summary import summary
from web.errors import Problem

MAX_BYTES = 64 * 1024
# What reading JSON raises when it is none; bytes within a string that are no UTF-8 included.
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
# What a paired kiosk may ask; everybody else who is signed in may ask everything.
KIOSK_MAY = (CheckIn, CheckInWalkIn)

log = structlog.get_logger()

_decoder = msgspec.json.Decoder[AnyCommand](AnyCommand)


class Commands:
    """Takes commands for the halls of all venues."""

    def __init__(self, halls: Mapping[str, LiveHall], people: People) -> None:
        self._halls = halls
        self._people = people

    def take(self, body: bytes, who: Identity) -> dict[str, Any]:
        """Carry a command out and answer with its version, events and ticket.

        Raises Problem for what is malformed or not allowed, Refused for what the rules refuse.
        """
        command = parse(body)
        if who.role == "kiosk" and not isinstance(command, KIOSK_MAY):
            raise Problem(403)
        if command.venue not in self._halls:
            raise Unknown("venue", command.venue)
        live = self._halls[command.venue]
        command = self._people.by_ids(command)
        accepted = live.submit(command, digest(body), who.name, self._people.must_stay_unnamed)
        log.info("command", venue=command.venue, version=accepted.records[-1].version, by=who.name)
        return answer(live, accepted)


def parse(body: bytes) -> AnyCommand:
    """Read a command.

    Raises Problem(400) naming the field that is wrong.
    """
    try:
        command: AnyCommand = _decoder.decode(body)
    except UNREADABLE as error:
        raise invalid(error) from None
    return command


def invalid(error: Exception) -> Problem:
    """Tell which field msgspec found wrong, by its path; "body" when it is no such object."""
    message, _, path = str(error).partition(" - at `$")
    named = re.search(r"(?:unknown|required) field `(\w+)`", message)
    parts = [path.rstrip("`").lstrip("."), named[1] if named else ""]
    return Problem(400, field=".".join(filter(None, parts)) or "body", detail=message)


def digest(body: bytes) -> str:
    """Stand for a body as parsed JSON: spacing and the order of keys make no difference."""
    canonical = json.dumps(json.loads(body), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def answer(live: LiveHall, accepted: Accepted) -> dict[str, Any]:
    """Tell what a command led to, with its ticket as it stands now."""
    number = ticket_of(accepted.records[0].event)
    told = {
        "version": accepted.records[-1].version,
        "events": [record.to_wire() for record in accepted.records],
        "ticket": live.draw(lambda hall, now: _ticket(hall, number, now)),
    }
    return told | {"replayed": True} if accepted.replayed else told


def _ticket(hall: Hall, number: str | None, now: datetime) -> dict[str, Any] | None:
    ticket = hall.tickets.get(number or "")
    return summary(hall, ticket, now) if ticket else None
