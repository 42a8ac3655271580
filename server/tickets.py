"""Finds a ticket by the token of its phone page, over all venues."""

from collections.abc import Mapping

from queueing.refusals import Unknown
from server.live import LiveHall
from server.problems import Problem


class Tickets:
    """Looks tokens up in the halls of all venues."""

    def __init__(self, halls: Mapping[str, LiveHall]) -> None:
        self._halls = halls

    def find(self, token: str) -> tuple[LiveHall, str]:
        """Give the hall and number of a token's ticket.

        Raises Problem 410 when its check-in was undone, Unknown when nobody ever had it.
        """
        for live in self._halls.values():
            ticket = live.draw(lambda hall, _now: hall.ticket_of(token))
            if ticket is not None:
                return live, ticket.number
            if token in live.hall.withdrawn:
                raise Problem(410, ticket=live.hall.withdrawn[token])
        raise Unknown("ticket", token)
