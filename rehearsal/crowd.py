"""The drill's crowd: what monitors and crews would press at a moment, as the hall stands."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate

from msgspec.structs import replace

from queueing import commands as c
from queueing.hall import Hall
from queueing.ticket import Ticket
from rehearsal.habits import People

# Whoever is not there after so long is called once more.
RECALL_AFTER = timedelta(seconds=75)
# Who should have come so long before a drill began is not played.
LONG_AGO = timedelta(minutes=30)


class Crowd:
    """Plays a venue's people.

    It remembers nothing: everything follows from the hall, so that it goes on after a restart and
    beside real people who press too. Ids name what a command is for, so that none is carried out
    twice.
    """

    def __init__(self, people: People) -> None:
        self._people = people
        arrivals = sorted(people.arrivals(), key=lambda arrival: arrival[0])
        self._arrivals = [
            (at, replace(check_in, id=f"crowd-{n}")) for n, (at, check_in) in enumerate(arrivals)
        ]

    def check_ins(self, hall: Hall, now: datetime) -> list[c.CheckIn | c.CheckInWalkIn]:
        """List the check-ins that are due and not in the log yet."""
        made, there = {record.id for record in hall.log}, hall.ticket_by_class()
        return [
            check_in
            for at, check_in in self._arrivals
            if at <= now < at + LONG_AGO
            and check_in.id not in made
            and not (isinstance(check_in, c.CheckIn) and check_in.class_id in there)
        ]

    def steps(self, hall: Hall, now: datetime) -> Iterator[c.AnyCommand]:
        """Give what the crews press now: one step a station, and who comes back from a miss."""
        waiting = sum(ticket.state == "waiting" for ticket in hall.tickets.values())
        for station, state in hall.stations.items():
            ticket = hall.tickets.get(hall.at_station.get(station, ""))
            if ticket is not None and ticket.state == "shooting":
                yield from self._shoot(hall, ticket, station, now)
            elif ticket is not None:
                yield from self._await(hall, ticket, now)
            elif state == "open" and waiting:
                waiting -= 1
                yield c.CallNext(station, **_envelope(hall, "call", station))
        for ticket in hall.tickets.values():
            if ticket.state == "missed" and ticket.ended_at is not None:
                absence = timedelta(seconds=self._people.absence(ticket))
                if now >= ticket.ended_at + absence:
                    yield c.Return(ticket.number, **_envelope(hall, "return", ticket.number))

    def _await(self, hall: Hall, ticket: Ticket, now: datetime) -> Iterator[c.AnyCommand]:
        """Start when the class is there, call it again, or give it up."""
        waited = now - (ticket.called_at or now)
        comes_after = self._people.changeover(ticket)
        number = ticket.number
        if comes_after is not None and waited >= timedelta(seconds=comes_after):
            yield c.Start(number, **_envelope(hall, "start", number))
        elif comes_after is None and waited >= timedelta(seconds=self._people.patience()):
            yield c.MarkNoShow(number, **_envelope(hall, "miss", number))
        elif ticket.recalls == 0 and waited >= RECALL_AFTER:
            yield c.Recall(number, **_envelope(hall, "recall", number))

    def _shoot(
        self, hall: Hall, ticket: Ticket, station: int, now: datetime
    ) -> Iterator[c.AnyCommand]:
        """Count every few heads, and finish when the last is done."""
        number = ticket.number
        times = self._people.heads(ticket, station)[ticket.counted_before :]
        elapsed = (now - (ticket.started_at or now)).total_seconds()
        done = sum(end <= elapsed for end in accumulate(times))
        missed = min(self._people.missed(ticket), len(times))
        if done == len(times):
            reason = self._people.reason(ticket)
            lines = (c.Missing(reason, count=missed),) if missed else ()
            photographed = ticket.present - missed
            yield c.Finish(number, photographed, lines, **_envelope(hall, "finish", number))
            return
        shot = ticket.counted_before + min(done, len(times) - missed)
        if shot >= ticket.photographed + self._people.count_every():
            yield c.Count(number, shot, **_envelope(hall, "count", number))


def _envelope(hall: Hall, what: str, of: object) -> dict[str, str]:
    """Make an id that holds for this state of the hall alone."""
    return {"id": f"crowd-{what}-{of}-{hall.version}", "venue": hall.venue.id}
