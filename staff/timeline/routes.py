"""The day's picture over HTTP: as it stands, or as it stood at a version or a time."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Blueprint, Response, request

from live.hall import LiveHall
from queueing.hall import Hall
from queueing.summaries.timeline import timeline
from web.api import answer, number_of
from web.errors import Problem

# Within a day of the calendar's ends a time has no name in some offsets.
EARLIEST = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
LATEST = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)


def timeline_api(
    halls: Mapping[str, LiveHall], guard: Callable[[], None], asked_venue: Callable[[], str]
) -> Blueprint:
    """Serve the picture to staff; `guard` raises unless they ask."""
    routes = Blueprint("timeline_api", __name__, url_prefix="/api")

    @routes.get("/timeline")
    def picture() -> Response:
        """Give the day as it stands, or with `version` or `at` as it stood then."""
        guard()
        live = halls[asked_venue()]
        version, at = number_of("version", None), time_of("at")
        return answer(live.draw(lambda hall, now: drawn(hall, now, version, at)))

    return routes


def drawn(hall: Hall, now: datetime, version: int | None, at: datetime | None) -> dict[str, Any]:
    """Draw a hall as it is, or as it was at a version or a time not after `now`."""
    if version is None and at is None:
        return timeline(hall, now)
    at = now if at is None else min(at, now).astimezone(hall.plan.timezone)
    past = hall.as_of(version, at)
    return timeline(past, past.log[-1].at if version is not None and past.log else at)


def time_of(name: str) -> datetime | None:
    """Read a query parameter that is a time with its offset (RFC 3339).

    Raises Problem 400 naming it.
    """
    text = request.args.get(name)
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Problem(400, field=name) from None
    if at.tzinfo is None or not EARLIEST <= at <= LATEST:
        raise Problem(400, field=name)
    return at
