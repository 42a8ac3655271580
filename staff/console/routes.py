"""What the console reads, and the journal behind it."""

from flask import Blueprint, Response

from web.site import Site
from web.wire import number_of, reply


def console_routes(site: Site) -> Blueprint:
    """Serve them to staff."""
    routes = Blueprint("console", __name__, url_prefix="/api")

    @routes.get("/desk")
    @site.access.staff_only
    def desk() -> Response:
        """Return what the console shows."""
        return reply(site.draw("staff"))

    @routes.get("/journal")
    @site.access.staff_only
    def journal() -> Response:
        """Return a venue's events after a version, oldest first."""
        after, limit = number_of("after") or 0, number_of("limit")
        hall = site.hall()
        records = hall.log[after : None if limit is None else after + limit]
        return reply({"version": hall.version, "events": [r.to_wire() for r in records]})

    return routes
