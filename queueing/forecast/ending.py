"""When each window and the day will end, as far as the plan, the queue and the stations tell."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from queueing.forecast.play import Forecast, Slot
from queueing.hall import Hall
from queueing.order.policies import came_late
from queueing.ticket import Ticket


class Ending(Struct, frozen=True):
    """A predicted end: its median, and the time before which it comes nine times in ten."""

    at: datetime | None = None
    latest: datetime | None = None


UNKNOWN = Ending()


def window_ends(hall: Hall, expected: Forecast, now: datetime) -> dict[str, Ending]:
    """Predict when the last class of each of today's colleges is shot, the awaited included.

    A class that came late has missed its window and does not count. It is UNKNOWN where a college
    has no class to tell of, or one of which nothing is known: that waits while no station is open,
    say, or was forgotten at one.
    """
    ends: dict[str, list[Ending]] = defaultdict(list)
    for ticket, ending in _endings(hall, expected):
        if ticket.kind == "class" and not came_late(hall, ticket):
            ends[ticket.college_id].append(ending)
    return {c.id: _last(ends[c.id]) for c in hall.plan.colleges_at(hall.venue.id, hall.day(now))}


def day_end(hall: Hall, expected: Forecast) -> Ending:
    """Predict when everybody is shot; UNKNOWN when nobody is left, or nothing known of someone."""
    endings = _endings(hall, expected)
    return _last(ending for ticket, ending in endings if ticket.state != "finished")


def _endings(hall: Hall, expected: Forecast) -> Iterable[tuple[Ticket, Ending]]:
    slots = {slot.ticket.number: slot for slot in expected.busy.values()} | expected.slots
    for ticket in hall.current():
        if ticket.state == "finished":
            yield ticket, Ending(ticket.ended_at, ticket.ended_at)
        elif ticket.state in ("waiting", "called", "shooting", "held"):
            yield ticket, _ending(slots.get(ticket.number))
    for slot in expected.coming.values():
        yield slot.ticket, _ending(slot)


def _ending(slot: Slot | None) -> Ending:
    return Ending(slot.ends, slot.ends_latest) if slot else UNKNOWN


def _last(endings: Iterable[Ending]) -> Ending:
    last = UNKNOWN
    for ending in endings:
        if ending.at is None:
            return UNKNOWN
        if last.at is None or last.at < ending.at:
            last = ending
    return last
