"""The one thing that every blueprint is given."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from live.drawings import Drawings
from live.hall import LiveHall
from live.roster import LiveRoster
from queueing.amendments import combined
from queueing.hall import Hall
from queueing.plan import Plan
from web.access import Access
from web.pages import Pages


class Site(NamedTuple):
    """The plan and what runs of it, its people, its pages, and who may ask for what."""

    plan: Plan
    halls: Mapping[str, LiveHall]
    roster: LiveRoster
    drawings: Drawings
    access: Access
    pages: Pages

    def current_plan(self) -> Plan:
        """Return the plan with what the running day has changed of it."""
        return combined(self.plan, {venue: live.hall.plan for venue, live in self.halls.items()})

    def live(self) -> LiveHall:
        """Return the running hall of the venue that the request asks for."""
        return self.halls[self.pages.venue()]

    def hall(self) -> Hall:
        """Return the hall, as it stands, of the venue that the request asks for."""
        return self.live().seen()

    def draw(self, role: str) -> dict[str, Any]:
        """Return what a role's screens show of the venue that the request asks for."""
        return self.drawings.draw(role, self.pages.venue())
