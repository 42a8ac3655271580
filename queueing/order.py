"""Who is next among the waiting, and why."""

from datetime import datetime
from typing import Literal

from queueing.hall import Hall
from queueing.plan import Plan
from queueing.ticket import Place, Ticket

Why = Literal["head", "on_time", "late", "walk_in", "early"]
# The order in which the reasons are served.
RANKS: tuple[Why, ...] = ("head", "on_time", "late", "walk_in", "early")


def why(plan: Plan, place: Place, now: datetime) -> Why:
    """Tell by which rule a place is served.

    A class is late when it checked in after its window closed, early while the window has not
    opened; who checked in within the window stays on time however long the queue takes.
    """
    if place.college_id is None:
        return "head"
    if place.walk_in:
        return "walk_in"
    opens, closes = plan.windows[place.college_id]
    if place.since > closes:
        return "late"
    return "early" if now < opens else "on_time"


def waiting(hall: Hall, now: datetime) -> list[Ticket]:
    """List the waiting tickets in the order in which they are to be called."""

    def key(ticket: Ticket) -> tuple[int, tuple[int, ...]]:
        return RANKS.index(why(hall.plan, ticket.place, now)), ticket.place.order

    return sorted((t for t in hall.tickets.values() if t.state == "waiting"), key=key)
