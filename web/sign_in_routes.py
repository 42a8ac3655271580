"""Signing in, beginning to set up, pairing a kiosk, signing out."""

import msgspec
from flask import Blueprint, Response, request

from live.sign_in import ADMIN_S, KIOSK_S, STAFF_S, SignIn
from web.access import COOKIE, Access
from web.wire import body


class Pin(msgspec.Struct, forbid_unknown_fields=True):
    """What a person types to sign in."""

    pin: str


class Code(msgspec.Struct, forbid_unknown_fields=True):
    """What a person types to pair a kiosk, or to set up."""

    code: str


def sign_in_routes(access: Access, sign_in: SignIn) -> Blueprint:
    """Exchange PINs and codes for sessions; open to all."""
    routes = Blueprint("sign_in", __name__, url_prefix="/api")

    @routes.post("/sign-in")
    @access.from_us
    def enter() -> Response:
        """Sign staff in by the PIN."""
        pin = body(Pin).pin
        return session(sign_in.by_pin(pin, request.remote_addr or ""), STAFF_S)

    @routes.post("/pair")
    @access.from_us
    def pair() -> Response:
        """Pair a kiosk by the code that staff see."""
        code = body(Code).code
        return session(sign_in.by_code(code, request.remote_addr or ""), KIOSK_S)

    @routes.post("/setup/sign-in")
    def begin() -> Response:
        """Let whoever holds the set-up code set up."""
        code = body(Code).code
        return session(sign_in.by_setup_code(code, request.remote_addr or ""), ADMIN_S)

    @routes.post("/sign-out")
    @access.from_us
    def leave() -> Response:
        """End the session, and have the browser forget it."""
        if token := request.cookies.get(COOKIE):
            sign_in.end(token)
        response = Response(status=204)
        response.delete_cookie(COOKIE)
        return response

    return routes


def session(token: str, seconds: int) -> Response:
    """Return a response whose cookie no script and no other site can read."""
    response = Response(status=204)
    response.set_cookie(COOKIE, token, max_age=seconds, httponly=True, samesite="Strict")
    return response
