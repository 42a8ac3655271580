"""One ticket among the halls of all venues, found by its phone token."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from display.phone import phone
from live.hall import LiveHall
from live.refusals import Withdrawn
from queueing.hall import Hall
from queueing.refusals import Unknown


def ticket_page(halls: Mapping[str, LiveHall], token: str) -> dict[str, Any]:
    """Return what a ticket's phone page shows.

    Raises Withdrawn when its check-in was undone, Unknown when no ticket ever had the token.
    """

    def draw(hall: Hall, now: datetime) -> dict[str, Any] | None:
        if token in hall.withdrawn:
            raise Withdrawn(hall.withdrawn[token])
        ticket = hall.ticket_of(token)
        return phone(hall, ticket, now) if ticket else None

    for live in halls.values():
        if (page := live.draw(draw)) is not None:
            return page
    raise Unknown("ticket", token)
