"""The hall's clock over HTTP: what it shows, and how staff set it."""

from datetime import datetime
from typing import Annotated

from flask import Blueprint, Response
from msgspec import Meta, Struct

from live.clock import Clock
from web.site import Site
from web.wire import body, reply


class Wanted(Struct, frozen=True, forbid_unknown_fields=True):
    """The time that it is; None for the machine's."""

    at: Annotated[datetime, Meta(tz=True)] | None


def clock_routes(site: Site, clock: Clock) -> Blueprint:
    """Show the clock to all and let staff set it."""
    routes = Blueprint("clock", __name__, url_prefix="/api/clock")

    @routes.get("")
    def shown() -> Response:
        """Return the hall's time, the machine's, and what is wrong with them."""
        return reply(clock.state())

    @routes.post("")
    @site.access.staff_only
    def set_clock() -> Response:
        """Set the clock; what it has stamped wrongly is corrected by an event in each journal."""
        wanted = body(Wanted)
        clock.set(wanted.at or clock.machine(), site.access.must_be_signed_in().name)
        return reply(clock.state())

    return routes
