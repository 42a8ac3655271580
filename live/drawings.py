"""What the screens of each role show of each venue."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from live.hall import LiveHall
from queueing.hall import Hall

Drawing = Callable[[Hall, datetime], dict[str, Any]]


class Drawings:
    """Draws halls by role; each drawing says which plan and day it is of and if the clock errs.

    Routes and push both draw here, so that a screen shows the same whichever way it asks.
    """

    def __init__(
        self,
        halls: Mapping[str, LiveHall],
        by_role: Mapping[str, Drawing],
        edition: str,
        clock_trouble: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._halls, self._by_role = halls, by_role
        self._edition, self._clock_trouble = edition, clock_trouble

    @property
    def venues(self) -> list[str]:
        """The plan's venues."""
        return list(self._halls)

    @property
    def roles(self) -> set[str]:
        """The roles that there is a drawing for."""
        return set(self._by_role)

    def draw(self, role: str, venue: str) -> dict[str, Any]:
        """Return what a role's screens show of a venue now."""
        drawn = self._halls[venue].draw(self._by_role[role])
        return drawn | {"edition": self._edition, "clock": self._clock_trouble()}
