"""The day's picture over HTTP: as it stands, or as it stood at a version or a time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Blueprint, Response, request

from live.refusals import Invalid
from queueing.hall import Hall
from queueing.summaries.timeline import timeline
from web.site import Site
from web.wire import number_of, reply

# Within a day of the calendar's ends a time has no name in some offsets.
EARLIEST = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
LATEST = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)


def timeline_routes(site: Site) -> Blueprint:
    """Serve the picture to staff."""
    routes = Blueprint("timeline", __name__, url_prefix="/api")

    @routes.get("/timeline")
    @site.access.staff_only
    def picture() -> Response:
        """Return the day as it stands, or with `version` or `at` as it stood then."""
        version, at = number_of("version"), time_of("at")
        return reply(site.live().draw(lambda hall, now: drawn(hall, now, version, at)))

    return routes


def drawn(hall: Hall, now: datetime, version: int | None, at: datetime | None) -> dict[str, Any]:
    """Draw a hall as it is, or as it was at a version or a time not after `now`."""
    if version is None and at is None:
        return timeline(hall, now)
    at = now if at is None else min(at, now).astimezone(hall.plan.timezone)
    past = hall.as_of(version, at)
    return timeline(past, past.log[-1].at if version is not None and past.log else at)


def time_of(name: str) -> datetime | None:
    """Return a query parameter that is a time with its offset (RFC 3339), None without one.

    Raises Invalid.
    """
    text = request.args.get(name)
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(name) from None
    if at.tzinfo is None or not EARLIEST <= at <= LATEST:
        raise Invalid(name)
    return at
