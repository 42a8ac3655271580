"""The line as it will become: who waits now, and the classes that the plan still awaits."""

import copy
import sys
from datetime import datetime, timedelta

from msgspec.structs import replace

from queueing.hall import Hall
from queueing.order.policies import Turn, turns
from queueing.ticket import Ticket

# The plan's head-counts weigh as much as so many heads that have come or not.
PRIOR_HEADS = 100
# The line is drawn anew for who comes, but a long one less often: it changes less by one more.
REDRAW_S = 15.0


def awaited(hall: Hall, now: datetime) -> list[Ticket]:
    """List the classes whose window is not over and that have not checked in, in plan order.

    They are tickets without a token, numbered by class. They are taken to come evenly over what is
    left of their first window (`checked_in_at`), with as many of those expected as today's classes
    had.
    """
    there = hall.checked_in
    came = sum(hall.tickets[number].present for number in there.values()) + PRIOR_HEADS
    share = came / (sum(hall.expected(class_id) for class_id in there) + PRIOR_HEADS)
    # Of whom it is noted why they did not come, nobody is awaited.
    gone = there.keys() | {class_id for _, class_id in hall.noted}
    gone |= {class_id for other in hall.beside for class_id in other.checked_in}
    tickets: list[Ticket] = []
    for window in hall.plan.windows_at(hall.venue.id, hall.day(now)):
        if window.closes <= now:
            continue
        begins = max(window.opens, now)
        missing = [c for c in hall.plan.classes_in(window) if c not in gone and hall.left(c)]
        # Who has another window later is awaited in the first one.
        gone |= set(missing)
        for nth, class_id in enumerate(missing):
            at = begins + (window.closes - begins) * (nth + 0.5) / len(missing)
            order = (sys.maxsize, len(tickets))
            college_id = hall.plan.college_of[class_id].id
            heads = round(hall.left(class_id) * share)
            tickets.append(Ticket(class_id, "", "class", class_id, college_id, heads, order, at))
    return tickets


class Coming:
    """Who is called at which time to come, by the plan's policy, if all come as they are awaited.

    Times are seconds from `now`, and only ever asked for in their order.
    """

    def __init__(self, hall: Hall, now: datetime) -> None:
        self.waiting = turns(hall, now)
        self._now = now
        self._hall = copy.copy(hall)
        self._line = self.waiting[::-1]
        self._drawn = 0.0
        self._called: list[tuple[Ticket, float]] = []
        # Who comes, and windows that open: what changes the line, the next one last.
        coming = awaited(hall, now)
        changes: list[tuple[datetime, Ticket | None]] = [(t.checked_in_at, t) for t in coming]
        windows = hall.plan.windows_at(hall.venue.id, hall.day(now))
        changes += [(window.opens, None) for window in windows if window.opens > now]
        changes.sort(key=lambda change: change[0], reverse=True)
        self._changes = [((at - now).total_seconds(), ticket) for at, ticket in changes]

    @property
    def next_change(self) -> float | None:
        """When the line is next expected to change otherwise than by a call."""
        return self._changes[-1][0] if self._changes else None

    def call(self, seconds: float) -> Turn | None:
        """Call the first in line; None while nobody is there."""
        changed = self._changes and self._changes[-1][0] <= seconds
        if changed and seconds - self._drawn >= REDRAW_S * len(self._line):
            self._draw(seconds)
        if not self._line:
            return None
        turn = self._line.pop()
        self._called.append((turn[0], seconds))
        return turn

    def _draw(self, seconds: float) -> None:
        for ticket, called in self._called:
            del self._hall.queue[ticket.number]
            at = self._now + timedelta(seconds=called)
            self._hall.tickets[ticket.number] = replace(ticket, state="called", called_at=at)
        self._called = []
        while self._changes and self._changes[-1][0] <= seconds:
            _, came = self._changes.pop()
            if came is not None:
                self._hall.queue[came.number] = came
        self._drawn = seconds
        self._line = turns(self._hall, self._now + timedelta(seconds=seconds))[::-1]
