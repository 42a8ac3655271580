"""What goes wrong, told to a program by a stable code and to a person in words (RFC 9457)."""

from collections.abc import Callable
from typing import Any

import msgspec
import redis
import structlog
from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from journal.log import IdReused, StoreUnavailable
from queueing.refusals import Refused, Rejected

STATUS_CODES = {
    400: "invalid", 401: "signed_out", 403: "forbidden", 404: "not_found",
    405: "method_not_allowed", 410: "withdrawn", 413: "too_large", 415: "not_json",
    429: "too_often", 500: "internal", 503: "store_unavailable",
}  # fmt: skip


log = structlog.get_logger()


class Problem(Exception):
    """An answer other than 2xx; `more` holds members such as `field` or `reason`."""

    def __init__(self, status: int, code: str = "", **more: Any) -> None:
        self.status = status
        self.code = code or STATUS_CODES[status]
        self.more = more
        super().__init__(status, self.code, more)


def problem_of(error: Exception) -> Problem:
    """Translate what the rooms raise into an answer."""
    match error:
        case Problem():
            return error
        case Refused():
            status = 409 if isinstance(error, Rejected) else 404
            return Problem(status, error.code, **error.details)
        case IdReused():
            return Problem(409, "id_reused")
        case StoreUnavailable() | redis.RedisError():
            return Problem(503, "store_unavailable", retry_after=2)
        case HTTPException(code=int(status)) if status in STATUS_CODES:
            return Problem(status)
        case HTTPException(code=int(status)):
            return Problem(status, "refused")
    raise error


def install(app: Flask, t: Callable[[str], str], page: Callable[[str], dict[str, Any]]) -> None:
    """Answer every error under /api with problem+json and elsewhere with a page.

    `t` gives the words of a key in the request's language, `page` the context of an error page.
    """

    def answer(error: Exception) -> Response:
        problem = problem_of(error)
        if problem.status >= 500:
            # A store that is away is one line; a fault of ours is told whole.
            ours = error if problem.status == 500 else None
            log.error("request_failed", path=request.path, code=problem.code, exc_info=ours)
        retry_after = problem.more.pop("retry_after", None)
        if request.path.startswith("/api/"):
            words = t(f"error.{problem.more.get('reason', problem.code)}")
            body = {
                "type": "about:blank",
                "title": words.format(**problem.more),
                "status": problem.status,
                "code": problem.code,
                **problem.more,
            }
            kind = "application/problem+json"
            response = Response(msgspec.json.encode(body), problem.status, mimetype=kind)
        else:
            # Whoever follows an old slip's QR code is told kindly, not technically.
            phone = request.path.startswith("/t/") and problem.status in (404, 410)
            template, kind = ("withdrawn.html", "phone") if phone else ("problem.html", "error")
            context = page(kind) | {"status": problem.status, "code": problem.code}
            response = Response(render_template(template, **context), problem.status)
        if retry_after is not None:
            response.headers["Retry-After"] = str(retry_after)
        return response

    for kind in (
        Problem, Refused, IdReused, StoreUnavailable, redis.RedisError, HTTPException
    ):  # fmt: skip
        app.register_error_handler(kind, answer)
