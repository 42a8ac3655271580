"""The crowd of a drill: the commands that class monitors and crews would give now."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate

from msgspec.structs import replace

from queueing import commands as c
from queueing.hall import Hall
from queueing.ticket import Ticket
from rehearsal.habits import Population

# A class that has not come by then is called once more.
RECALL_AFTER = timedelta(seconds=75)
# Check-ins due longer ago, from before the drill began, are left out.
TOO_LATE = timedelta(minutes=30)


class Crowd:
    """Plays the class monitors and crews of a venue.

    It is stateless: everything follows from the hall, so that it continues after a restart and
    beside real people. Each command's id is derived from its purpose, so that none is carried out
    twice.
    """

    def __init__(self, population: Population) -> None:
        self._population = population
        arrivals = sorted(population.arrivals(), key=lambda arrival: arrival[0])
        self._arrivals = [
            (at, replace(check_in, id=f"crowd-{n}")) for n, (at, check_in) in enumerate(arrivals)
        ]

    def check_ins(self, hall: Hall, now: datetime) -> list[c.CheckIn | c.CheckInWalkIn]:
        """Return the check-ins that are due and not in the log yet."""
        made, present = {record.id for record in hall.log}, hall.checked_in
        return [
            check_in
            for at, check_in in self._arrivals
            if at <= now < at + TOO_LATE
            and check_in.id not in made
            and not (isinstance(check_in, c.CheckIn) and check_in.class_id in present)
        ]

    def steps(self, hall: Hall, now: datetime) -> Iterator[c.AnyCommand]:
        """Yield the commands that are due: one a station, and a return for each missed class."""
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
                absence = timedelta(seconds=self._population.absence(ticket))
                if now >= ticket.ended_at + absence:
                    yield c.Return(ticket.number, **_envelope(hall, "return", ticket.number))

    def _await(self, hall: Hall, ticket: Ticket, now: datetime) -> Iterator[c.AnyCommand]:
        """Yield the start when the class is there, else its recall or its no-show."""
        waited = now - (ticket.called_at or now)
        comes_after = self._population.changeover(ticket)
        number = ticket.number
        if comes_after is not None and waited >= timedelta(seconds=comes_after):
            yield c.Start(number, **_envelope(hall, "start", number))
        elif comes_after is None and waited >= timedelta(seconds=self._population.no_show_after()):
            yield c.MarkNoShow(number, **_envelope(hall, "miss", number))
        elif ticket.recalls == 0 and waited >= RECALL_AFTER:
            yield c.Recall(number, **_envelope(hall, "recall", number))

    def _shoot(
        self, hall: Hall, ticket: Ticket, station: int, now: datetime
    ) -> Iterator[c.AnyCommand]:
        """Yield a count every few heads, and the finish after the last."""
        number = ticket.number
        times = self._population.heads(ticket, station)[ticket.counted_before :]
        elapsed = (now - (ticket.started_at or now)).total_seconds()
        done = sum(end <= elapsed for end in accumulate(times))
        missed = min(self._population.missed(ticket), len(times))
        if done == len(times):
            reason = self._population.reason(ticket)
            lines = (c.Missing(reason, count=missed),) if missed else ()
            photographed = ticket.present - missed
            yield c.Finish(number, photographed, lines, **_envelope(hall, "finish", number))
            return
        shot = ticket.counted_before + min(done, len(times) - missed)
        if shot >= ticket.photographed + self._population.count_every():
            yield c.Count(number, shot, **_envelope(hall, "count", number))


def _envelope(hall: Hall, what: str, of: object) -> dict[str, str]:
    """Return the id and venue; the id is unique to this version of the hall."""
    return {"id": f"crowd-{what}-{of}-{hall.version}", "venue": hall.venue.id}
