"""The guards of the routes: who may ask, as decorators that are read on the route.

A guard also holds off the pages of other sites (CSRF): what changes something has to come from an
origin of ours. A script's command is the exception: it has a bearer token, which no browser sends
along by itself as it does a cookie, and comes from no page at all.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import request

from live.refusals import Forbidden, SignedOut
from live.sign_in import Identity, SignIn
from web.origins import Origins

COOKIE = "paizhao_session"
# Methods that change nothing (RFC 9110, 9.2.1).
SAFE = ("GET", "HEAD", "OPTIONS")
_WHO = "paizhao.who"

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


class Access:
    """Knows who sends the request at hand, and guards routes."""

    def __init__(self, sign_in: SignIn, origins: Origins) -> None:
        self._sign_in, self._origins = sign_in, origins

    def signed_in(self, view: Callable[Given, Returned]) -> Callable[Given, Returned]:
        """Let on who is signed in: staff, and paired kiosks.

        The route raises SignedOut for others, Forbidden for another site's page.
        """

        @wraps(view)
        def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
            if self.must_be_signed_in().by_cookie:
                self._must_come_from_us()
            return view(*args, **kwargs)

        return guarded

    def staff_only(self, view: Callable[Given, Returned]) -> Callable[Given, Returned]:
        """Let staff on; the route raises like one for the signed in, and Forbidden for a kiosk."""

        @wraps(view)
        def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
            if self.must_be_signed_in().role == "kiosk":
                raise Forbidden
            self._must_come_from_us()
            return view(*args, **kwargs)

        return guarded

    def admin_only(self, view: Callable[Given, Returned]) -> Callable[Given, Returned]:
        """Let on who sets up; the route raises like one for staff, and Forbidden for staff."""

        @wraps(view)
        def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
            if self.must_be_signed_in().role != "admin":
                raise Forbidden
            self._must_come_from_us()
            return view(*args, **kwargs)

        return guarded

    def from_us(self, view: Callable[Given, Returned]) -> Callable[Given, Returned]:
        """Let on whoever comes from a page of ours, or from none; raises Forbidden for others."""

        @wraps(view)
        def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
            self._must_come_from_us()
            return view(*args, **kwargs)

        return guarded

    def must_be_signed_in(self) -> Identity:
        """Return who sent the request.

        Raises SignedOut for the public.
        """
        who = self.who()
        if who is None:
            raise SignedOut
        return who

    def who(self) -> Identity | None:
        """Return who sent the request, None for the public."""
        if _WHO not in request.environ:
            request.environ[_WHO] = self._sign_in.holder(self.credential())
        who: Identity | None = request.environ[_WHO]
        return who

    def staff_name(self) -> str | None:
        """Return the name of the staff who ask, None for others."""
        who = self.who()
        return who.name if who is not None and who.role != "kiosk" else None

    def is_admin(self) -> bool:
        """Return whether who asks may set up."""
        who = self.who()
        return who is not None and who.role == "admin"

    def credential(self) -> str:
        """Return what the request shows of its sender, for `SignIn.holder` to judge now and later.

        A bearer token counts alone: whoever sends a wrong one is not let in by a cookie beside it.
        """
        scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return f"bearer {bearer}"
        return f"cookie {request.cookies.get(COOKIE, '')}"

    def _must_come_from_us(self) -> None:
        ours = self._origins.own(request.headers.get("Origin"), request.host)
        if request.method not in SAFE and not ours:
            raise Forbidden
