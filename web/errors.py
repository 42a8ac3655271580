"""What goes wrong, as problem details (RFC 9457): a stable code, a status, words for a person."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
import redis
import structlog
from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from journal.log import IdReused, StoreUnavailable
from machine.disk import NotWritten
from queueing.refusals import Refused
from web.pages import Pages

# Whatever is unknown_… is 404.
STATUS = {
    "invalid": 400, "signed_out": 401, "forbidden": 403, "not_found": 404, "rejected": 409,
    "printer_refused": 409, "withdrawn": 410, "too_large": 413, "not_json": 415,
    "foreign_host": 421, "too_often": 429, "printer_away": 503,
}  # fmt: skip
# The framework's own errors, by their status.
HTTP_CODES = {
    400: "invalid", 401: "signed_out", 403: "forbidden", 404: "not_found",
    405: "method_not_allowed", 413: "too_large", 415: "not_json", 429: "too_often",
    500: "internal",
}  # fmt: skip
RETRY_AFTER_S = 2

log = structlog.get_logger()


class Problem(NamedTuple):
    """An error as it is sent; `details` are members such as `field` or `reason`."""

    status: int
    code: str
    details: Mapping[str, Any] = {}


def problem_of(error: Exception) -> Problem:
    """Translate what the rooms raise."""
    match error:
        case Refused(code=code, details=details):
            return Problem(404 if code.startswith("unknown_") else STATUS[code], code, details)
        case IdReused():
            return Problem(409, "id_reused")
        case StoreUnavailable() | redis.RedisError():
            return Problem(503, "store_unavailable", {"retry_after": RETRY_AFTER_S})
        case NotWritten():
            return Problem(503, "disk_unavailable")
        case HTTPException(code=int(status)):
            return Problem(status, HTTP_CODES.get(status, "refused"))
    raise error


def install(app: Flask, pages: Pages) -> None:
    """Send every error under /api as problem details and elsewhere as a page."""

    def respond(error: Exception) -> Response:
        problem = problem_of(error)
        if problem.status >= 500:
            # What is away or full is one line; a fault of ours is logged whole.
            ours = error if problem.status == 500 else None
            log.error(
                "request_failed",
                path=request.path, code=problem.code, error=str(error), exc_info=ours,
            )  # fmt: skip
        details = dict(problem.details)
        retry_after = details.pop("retry_after", None)
        if request.path.startswith("/api/"):
            response = _as_json(problem._replace(details=details), pages)
        else:
            response = _as_page(problem._replace(details=details), pages, retry_after)
        if retry_after is not None:
            response.headers["Retry-After"] = str(retry_after)
        return response

    for kind in (
        Refused, IdReused, StoreUnavailable, redis.RedisError, NotWritten, HTTPException,
    ):  # fmt: skip
        app.register_error_handler(kind, respond)


def _as_json(problem: Problem, pages: Pages) -> Response:
    words = pages.t(f"error.{problem.details.get('reason', problem.code)}")
    return json_of(problem, words.format(**problem.details))


def json_of(problem: Problem, title: str) -> Response:
    """Return a problem as JSON, its title in words."""
    members = {
        "type": "about:blank",
        "title": title,
        "status": problem.status,
        "code": problem.code,
        **problem.details,
    }
    kind = "application/problem+json"
    return Response(msgspec.json.encode(members), problem.status, mimetype=kind)


def _as_page(problem: Problem, pages: Pages, retry_after: int | None) -> Response:
    # Whoever follows an old slip's QR code is told kindly, not technically.
    phone = request.path.startswith("/t/") and problem.status in (404, 410)
    template, kind = ("withdrawn.html", "phone") if phone else ("problem.html", "error")
    context = pages.context(kind) | {
        "status": problem.status,
        "code": problem.code,
        "words": pages.t(f"error.{problem.code}").format(**problem.details),
        "url": problem.details.get("url", "/"),
        "retry_after": retry_after,
    }
    return Response(render_template(template, **context), problem.status)
