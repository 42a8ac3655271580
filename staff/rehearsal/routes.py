"""Rehearsals over HTTP, for staff; simulating changes nothing in any hall."""

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from live.refusals import Invalid
from staff.rehearsal.file import rehearsal_file
from staff.rehearsal.runs import Rehearsals, Simulation
from web.site import Site
from web.wire import body, reply


def rehearsal_routes(site: Site, rehearsals: Rehearsals) -> Blueprint:
    """Let staff begin a rehearsal, follow it, and take its result away as a file."""
    routes = Blueprint("rehearsal", __name__, url_prefix="/api/rehearsal")

    @routes.get("")
    @site.access.staff_only
    def newest() -> Response:
        """Return how far the newest is, or what it came to."""
        return reply(rehearsals.state())

    @routes.post("")
    @site.access.staff_only
    def begin() -> Response:
        """Begin one."""
        wanted = body(Simulation)
        if not wanted.stations.keys() <= site.plan.venues.keys():
            raise Invalid("stations")
        if wanted.day not in (None, *site.current_plan().days):
            raise Invalid("day")
        rehearsals.start(wanted)
        return reply(rehearsals.state())

    @routes.get("/file")
    @site.access.staff_only
    def file() -> Response:
        """Return what the newest came to as one HTML file that opens without a network."""
        if "result" not in (state := rehearsals.state()):
            raise NotFound
        disposition = 'attachment; filename="rehearsal.html"'
        written = rehearsal_file(site.plan, state["result"])
        return Response(written, headers={"Content-Disposition": disposition})

    return routes
