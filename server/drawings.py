"""What each screen shows of each venue, drawn on request."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from display.board import board
from display.phone import phone
from kiosk.roll import roll
from live.hall import LiveHall
from queueing.hall import Hall
from queueing.refusals import Unknown
from staff.accounts.balance import balance
from staff.console.desk import desk
from web.errors import Problem


class Screens:
    """Draws the halls of all venues; `edition` marks each drawing with the plan it is of.

    `paper` tells whether a slip would come out at a venue now.
    """

    def __init__(
        self,
        halls: Mapping[str, LiveHall],
        drill: bool,
        edition: str,
        paper: Callable[[str], str],
    ) -> None:
        self._halls, self._paper = halls, paper
        self._drill = drill
        self._edition = {"edition": edition}

    def venues(self) -> list[str]:
        """List the plan's venues."""
        return list(self._halls)

    def has(self, venue: str) -> bool:
        """Tell whether the plan has a venue."""
        return venue in self._halls

    def board(self, venue: str) -> dict[str, Any]:
        """Draw the wall's board."""
        draw = self._halls[venue].draw
        return draw(lambda hall, now: board(hall, now, self._drill)) | self._edition

    def roll(self, venue: str) -> dict[str, Any]:
        """Draw the kiosk's roll."""
        paper = {"paper": self._paper(venue)}
        return self._halls[venue].draw(roll) | paper | self._edition

    def desk(self, venue: str) -> dict[str, Any]:
        """Draw the console's desk."""
        draw = self._halls[venue].draw
        return draw(lambda hall, now: desk(hall, now, self._drill)) | self._edition

    def balance(self, venue: str) -> dict[str, Any]:
        """Draw the account of every class."""
        return self._halls[venue].draw(balance)

    def phone(self, token: str) -> dict[str, Any]:
        """Draw a ticket's phone page.

        Raises Problem 410 when its check-in was undone, Unknown when nobody ever had the token.
        """

        def drawn(hall: Hall, now: datetime) -> dict[str, Any] | None:
            if token in hall.withdrawn:
                raise Problem(410, ticket=hall.withdrawn[token])
            ticket = hall.ticket_of(token)
            return phone(hall, ticket, now) if ticket else None

        for live in self._halls.values():
            if (page := live.draw(drawn)) is not None:
                return page
        raise Unknown("ticket", token)
