"""The HTTP surface under /api, and what looks after the server itself."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec
from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from live.commands import MAX_BYTES, UNREADABLE, Commands, invalid
from live.hall import LiveHall
from live.sign_in import COOKIE, SignIn
from server.drawings import Screens
from web.errors import Problem

# A staff sign-in lasts the day, a paired kiosk for the days of a drill and the real one.
STAFF_SECONDS = 18 * 3600
KIOSK_SECONDS = 14 * 24 * 3600


Body = TypeVar("Body")


class Pin(msgspec.Struct, forbid_unknown_fields=True):
    """What a person types to sign in."""

    pin: str


class Code(msgspec.Struct, forbid_unknown_fields=True):
    """What a person types to pair a kiosk."""

    code: str


def api(
    halls: Mapping[str, LiveHall],
    commands: Commands,
    screens: Screens,
    sign_in: SignIn,
    own_origin: Callable[[], bool],
    asked_venue: Callable[[], str],
) -> Blueprint:
    """Serve commands and what programs read."""
    routes = Blueprint("api", __name__, url_prefix="/api")

    @routes.post("/commands")
    def command() -> Response:
        """Take one command."""
        who = sign_in.who(request)
        if who is None:
            raise Problem(401)
        if who.by_cookie and not own_origin():
            raise Problem(403)
        return answer(commands.take(body(MAX_BYTES), who))

    @routes.get("/board")
    def board() -> Response:
        """Give what the wall shows."""
        return answer(screens.board(asked_venue()))

    @routes.get("/roll")
    def roll() -> Response:
        """Give the classes and how far they are."""
        return answer(screens.roll(asked_venue()))

    @routes.get("/desk")
    def desk() -> Response:
        """Give what the console shows."""
        sign_in.must_be_staff(request)
        return answer(screens.desk(asked_venue()))

    @routes.get("/tickets/<token>")
    def ticket(token: str) -> Response:
        """Give one ticket as its phone page shows it."""
        return answer(screens.phone(token))

    @routes.get("/journal")
    def journal() -> Response:
        """Give a venue's events after a version, oldest first."""
        sign_in.must_be_staff(request)
        after, limit = number_of("after", 0), number_of("limit", None)
        end = None if limit is None else (after or 0) + limit
        hall = halls[asked_venue()].hall
        records = hall.log[after:end]
        return answer({"version": hall.version, "events": [r.to_wire() for r in records]})

    @routes.post("/sign-in")
    def enter() -> ResponseReturnValue:
        """Sign staff in by the PIN."""
        pin = decoded(Pin).pin
        return cookie(sign_in.by_pin(pin, request.remote_addr or ""), STAFF_SECONDS)

    @routes.post("/pair")
    def pair() -> ResponseReturnValue:
        """Pair a kiosk by the code that staff see."""
        code = decoded(Code).code
        return cookie(sign_in.by_code(code, request.remote_addr or ""), KIOSK_SECONDS)

    @routes.post("/sign-out")
    def leave() -> ResponseReturnValue:
        """Forget who is signed in here."""
        sign_in.end(request)
        response = Response(status=204)
        response.delete_cookie(COOKIE)
        return response

    return routes


def answer(body: Any) -> Response:
    """Write JSON that nobody keeps a copy of."""
    response = Response(msgspec.json.encode(body), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def body(limit: int) -> bytes:
    """Read the request's JSON bytes.

    Raises Problem 415 when it is not JSON by its type, 413 when it is longer than `limit` bytes.
    """
    if not request.is_json:
        raise Problem(415)
    if (request.content_length or 0) > limit:
        raise Problem(413)
    try:
        content = request.stream.read(limit + 1)
    except (OSError, ValueError):
        # It broke off or was never whole: a tablet that left the network in the middle.
        raise Problem(400, field="body") from None
    if len(content) > limit:
        raise Problem(413)
    return content


def decoded(kind: type[Body]) -> Body:
    """Read a small request's JSON into a type."""
    try:
        return msgspec.json.decode(body(1024), type=kind)
    except UNREADABLE as error:
        raise invalid(error) from None


def number_of(name: str, default: int | None) -> int | None:
    """Read a query parameter that is a number from 0.

    Raises Problem 400 naming it.
    """
    text = request.args.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Problem(400, field=name)
    return int(text)


def cookie(token: str, seconds: int) -> Response:
    """Hand a session's token to the browser, out of reach of scripts and of other sites."""
    response = Response(status=204)
    response.set_cookie(COOKIE, token, max_age=seconds, httponly=True, samesite="Strict")
    return response
