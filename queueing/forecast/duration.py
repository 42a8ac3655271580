"""How long a ticket takes at a station: a mean, and how far from it chance may lead."""

import math
from datetime import datetime
from statistics import NormalDist

from msgspec import Struct

from queueing.forecast.pace import CHANGEOVER, CLASS, HEAD, Pace, Rate
from queueing.ticket import Ticket

NORMAL = NormalDist()
# Who has been at a station for so many times what it should take, and ten minutes more, was
# forgotten there, over lunch say.
FORGOTTEN = 3.0
FORGOTTEN_S = 600.0
# Chance explains so many spreads above the mean; of more than the second the formula cannot tell.
OVERDUE = 2.0
BEYOND = 6.0
# No class is so many times slower or faster than its station: the counting began late, or paused.
UNLIKELY = 2.0


class Span(Struct, frozen=True, gc=False):
    """Seconds: so many of shooting and of changing over, and the variance that chance brings."""

    shooting: float = 0
    changing: float = 0
    variance: float = 0

    @property
    def mean(self) -> float:
        """What it takes on average."""
        return self.shooting + self.changing

    def __add__(self, other: "Span") -> "Span":
        """Return the one and then the other."""
        return Span(
            self.shooting + other.shooting,
            self.changing + other.changing,
            self.variance + other.variance,
        )


def whole(ticket: Ticket, station: int, pace: Pace) -> Span:
    """Return what a waiting ticket will take, from its call to its end."""
    heads = ticket.present - ticket.photographed
    head, changeover = pace.head[station], pace.changeover[station]
    changing = (CHANGEOVER * changeover.seconds) ** 2 * changeover.chance
    variance = _variance(heads, head.seconds, CLASS**2) * head.chance + changing
    return Span(heads * head.seconds, changeover.seconds, variance)


def _variance(heads: int, seconds: float, of_class: float) -> float:
    """Add up what the class's own pace and each head's time vary."""
    return (of_class * heads + HEAD**2) * heads * seconds**2


def left(ticket: Ticket, station: int, pace: Pace, now: datetime) -> Span | None:
    """Return what a ticket at a station will still take; None when it was forgotten there."""
    if ticket.state == "shooting":
        span = _shooting(ticket, pace.head[station])
        since = ticket.counted_at or ticket.started_at or now
    else:
        span, since = whole(ticket, station, pace), ticket.called_at or now
    passed = max((now - since).total_seconds(), 0)
    if passed > FORGOTTEN * span.mean + FORGOTTEN_S:
        return None
    return _after(span, passed)


def _shooting(ticket: Ticket, rate: Rate) -> Span:
    """Return what a class will take from its last count on, by its own pace as far as it shows."""
    heads, seconds = ticket.present - ticket.photographed, rate.seconds
    count = ticket.photographed - ticket.counted_before
    trust = 0.0
    if count > 0 and ticket.counted_at and ticket.started_at:
        # The normal model once more: the class's pace so far, shrunk towards its station's.
        own = (ticket.counted_at - ticket.started_at).total_seconds() / count / seconds
        if 1 / UNLIKELY < own < UNLIKELY:
            trust = CLASS**2 / (CLASS**2 + HEAD**2 / count)
            seconds *= own**trust
    variance = _variance(heads, seconds, CLASS**2 * (1 - trust)) * rate.chance
    return Span(heads * seconds, 0, variance)


def _after(span: Span, passed: float) -> Span:
    """Return what is left of a span that is known not to have ended yet.

    The mean and the variance of a normal cut off from below: N. L. Johnson, S. Kotz and
    N. Balakrishnan, Continuous Univariate Distributions 1, 1994, section 13.10.1.
    """
    spread = math.sqrt(span.variance)
    over = (passed - span.mean) / spread if spread else math.inf
    # Who is later than chance explains may well be as late again.
    late = max(passed - span.mean - OVERDUE * spread, 0)
    if over > BEYOND:
        return Span(late, 0, late**2)
    hazard = NORMAL.pdf(over) / (1 - NORMAL.cdf(over))
    mean = span.mean - passed + spread * hazard
    changing = min(max(span.changing - passed, 0), mean)
    variance = span.variance * (1 - hazard * (hazard - over))
    return Span(mean - changing + late, changing, variance + late**2)
