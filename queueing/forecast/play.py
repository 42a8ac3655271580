"""When the waiting will be called: a median, and a time by which nine calls in ten have come."""

import heapq
import math
from datetime import datetime, timedelta

from msgspec import Struct

from queueing.forecast.duration import NORMAL, Span, left, whole
from queueing.forecast.line import Coming
from queueing.forecast.pace import Pace, Rate, learn_pace
from queueing.hall import Hall
from queueing.order.policies import Why
from queueing.ticket import Ticket

BOUND = NORMAL.inv_cdf(0.9)
# Who is behind the classes on time may be passed by one more than awaited: so much of a class's
# time, as a standard deviation.
PASSED = 0.35
MAY_BE_PASSED: tuple[Why, ...] = ("late", "walk_in", "early")


class Scale(Struct, frozen=True):
    """What a forecast counts from: the time, the stations, how sure their pace is, a class's time.

    `head` and `changeover` are variances as in `Rate`, `a_class` is in seconds.
    """

    now: datetime
    stations: int
    head: float
    changeover: float
    a_class: float

    def at(self, seconds: float) -> datetime:
        """Return a time of the hall, to the second."""
        return self.now + timedelta(seconds=round(seconds))

    def latest(self, seconds: float, before: Span) -> datetime:
        """Return the time by which nine in ten have come, with `before` to be done until then.

        The stations share the work, so chance and error of pace are divided among them; and
        whoever is next waits for the first of them to be free, whose lead over the others is
        anything up to a class. What lies ahead is taken as log-normal around its median, `seconds`.
        """
        if seconds <= 0:
            return self.now
        n = self.stations
        lead = min(before.variance / n, self.a_class**2 / 12)
        variance = (
            before.variance / n**2
            + (1 - 1 / n) * lead
            + (before.shooting / n) ** 2 * self.head
            + (before.changing / n) ** 2 * self.changeover
        )
        return self.at(seconds * math.exp(BOUND * math.sqrt(math.log1p(variance / seconds**2))))


class Slot(Struct, frozen=True, gc=False):
    """When and where a ticket is expected; the times named latest hold nine times in ten.

    `starts_in` and `ends_in` are seconds; `before` and `after` what is to be done until then.
    """

    ticket: Ticket
    station: int
    starts_in: float
    ends_in: float
    before: Span
    after: Span
    scale: Scale

    @property
    def starts(self) -> datetime:
        """The call's median."""
        return self.scale.at(self.starts_in)

    @property
    def starts_latest(self) -> datetime:
        """The call's bound."""
        return self.scale.latest(self.starts_in, self.before)

    @property
    def ends(self) -> datetime:
        """The end's median."""
        return self.scale.at(self.ends_in)

    @property
    def ends_latest(self) -> datetime:
        """The end's bound."""
        return self.scale.latest(self.ends_in, self.after)


class Forecast(Struct, frozen=True):
    """The waiting in their order, why, and when and where each ticket is expected.

    `busy` has those at a station now, by station, but for those forgotten there; `slots` the
    waiting, by number; `coming` the classes that have not checked in yet, by class. The last two
    are empty while no station is open.
    """

    queue: list[Ticket]
    why: dict[str, Why]
    busy: dict[int, Slot]
    slots: dict[str, Slot]
    coming: dict[str, Slot]

    def starts(self, number: str) -> datetime | None:
        """Return the median of a waiting ticket's call, if anything is known."""
        slot = self.slots.get(number)
        return slot.starts if slot else None

    def starts_latest(self, number: str) -> datetime | None:
        """Return the bound of a waiting ticket's call, if anything is known."""
        slot = self.slots.get(number)
        return slot.starts_latest if slot else None

    def ends(self, station: int) -> datetime | None:
        """Return the median of when a busy station will be free, if anything is known."""
        slot = self.busy.get(station)
        return slot.ends if slot else None


def forecast(hall: Hall, now: datetime) -> Forecast:
    """Return what is expected from this second on, at the pace that the hall has shown.

    All who draw a hall in the same second share one forecast, cached at the hall: its log, its
    roster and the second are all that a forecast is made of, so they are the cache's key.
    """
    second = now.replace(microsecond=0)
    made_of = (hall.version, hall.enrolment, second)
    cached = hall.foreseen
    if cached is None or cached[0] != made_of:
        cached = hall.foreseen = made_of, forecast_at(hall, second, learn_pace(hall))
    expected: Forecast = cached[1]
    return expected


def forecast_at(hall: Hall, now: datetime, pace: Pace) -> Forecast:
    """Play the queue forward over the open stations; closed and paused ones take nobody."""
    left_at = {s: left(hall.tickets[n], s, pace, now) for s, n in hall.at_station.items()}
    busy = {station: span for station, span in left_at.items() if span is not None}
    free = [
        (busy.get(station, Span()).mean, station)
        for station, state in hall.stations.items()
        if state == "open" and (station in busy or station not in left_at)
    ]
    line = Coming(hall, now)
    alone = _scale(hall, now, 1, pace)
    ahead = sum((busy.get(station, Span()) for _, station in free), Span())
    played = _play(line, free, ahead, pace, _scale(hall, now, len(free), pace)) if free else []
    return Forecast(
        queue=[ticket for ticket, _ in line.waiting],
        why={ticket.number: why for ticket, why in line.waiting},
        busy={
            s: Slot(hall.tickets[hall.at_station[s]], s, 0, span.mean, Span(), span, alone)
            for s, span in busy.items()
        },
        slots={slot.ticket.number: slot for slot in played if slot.ticket.token},
        coming={slot.ticket.number: slot for slot in played if not slot.ticket.token},
    )


def _scale(hall: Hall, now: datetime, stations: int, pace: Pace) -> Scale:
    body = hall.plan.body
    heads = sum(college.heads for college in body.colleges) / max(len(hall.plan.classes), 1)
    a_class = heads * body.rates.seconds_per_head + body.rates.changeover_seconds
    return Scale(now, stations, _variance(pace.head), _variance(pace.changeover), a_class)


def _variance(rates: dict[int, Rate]) -> float:
    return sum(rate.variance for rate in rates.values()) / len(rates)


def _play(
    line: Coming, free: list[tuple[float, int]], ahead: Span, pace: Pace, scale: Scale
) -> list[Slot]:
    """Let each station take whose turn it is whenever it is free; `ahead` is at stations now."""
    heapq.heapify(free)
    passed = Span(variance=(PASSED * scale.a_class) ** 2)
    # Many are of one size, walk-ins above all.
    spans: dict[tuple[int, int], Span] = {}
    slots: list[Slot] = []
    while True:
        starts, station = free[0]
        turn = line.call(starts)
        if turn is None:
            if line.next_change is None:
                return slots
            heapq.heapreplace(free, (max(starts, line.next_change), station))
            continue
        ticket, why = turn
        size = ticket.present - ticket.photographed, station
        span = spans.get(size) or spans.setdefault(size, whole(ticket, station, pace))
        before = ahead + passed if why in MAY_BE_PASSED and line.next_change is not None else ahead
        ahead += span
        ends = starts + span.mean
        slots.append(Slot(ticket, station, starts, ends, before, ahead, scale))
        heapq.heapreplace(free, (ends, station))
