"""The times of tickets at stations, as the log tells them."""

from datetime import datetime

from msgspec import Struct

from queueing import events as e
from queueing.hall import Hall
from queueing.record import Record

LEAVING = e.Finished | e.Held | e.MissedCall | e.Returned | e.Cancelled


class Visit(Struct):
    """A ticket's time at a station; `outcome` is the type of the event that ended it."""

    ticket: str
    station: int
    called_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: str | None = None


def visits(hall: Hall) -> list[Visit]:
    """List every ticket's times at a station, in the order of their calls; undone ones are not."""
    visited: list[Visit] = []
    present: dict[str, Visit] = {}

    def arrive(visit: Visit) -> None:
        visited.append(visit)
        present[visit.ticket] = visit

    def leave(record: Record, number: str) -> Visit | None:
        # Whoever waits can be held or cancelled too, and was at no station.
        if (visit := present.pop(number, None)) is not None:
            visit.ended_at, visit.outcome = record.at, str(record.event.__struct_config__.tag)
        return visit

    def move(record: Record, to: dict[str, int]) -> None:
        begun = {number: visit.started_at for number in to if (visit := leave(record, number))}
        for number, station in to.items():
            arrive(Visit(number, station, record.at, record.at if begun.get(number) else None))

    for record in hall.log:
        if record.version in hall.undone:
            continue
        match record.event:
            case e.Called(ticket=number, station=station):
                arrive(Visit(number, station, record.at))
            case e.Started(ticket=number):
                present[number].started_at = record.at
            case e.Transferred(ticket=number, station=station):
                move(record, {number: station})
            case e.Swapped(ticket=number, station=station, other=other, other_station=its_station):
                move(record, {number: station, other: its_station})
            case e.DayClosed(day):
                for number in [n for n in present if hall.day_of(hall.tickets[n]) <= day]:
                    leave(record, number)
            case event if isinstance(event, LEAVING):
                leave(record, event.ticket)
    return visited
