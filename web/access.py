"""Who may do what: the guards that a request passes."""

from flask import request

from live.sign_in import SignIn
from web.errors import Problem
from web.origins import Origins


class Access:
    """Answers for the request at hand."""

    def __init__(self, sign_in: SignIn, origins: Origins) -> None:
        self._sign_in = sign_in
        self._origins = origins

    def own_origin(self) -> bool:
        """Tell whether the request comes from one of our own pages."""
        return self._origins.own(request.headers.get("Origin"), request.host)

    def signed_in(self) -> bool:
        """Tell whether anybody is signed in, a paired kiosk too."""
        return self._sign_in.who(request) is not None

    def staff_name(self) -> str | None:
        """Name the staff who ask; None for others."""
        who = self._sign_in.who(request)
        return who.name if who is not None and who.role != "kiosk" else None

    def must_be_staff(self) -> None:
        """Raise Problem 401 or 403 unless staff ask."""
        self._sign_in.must_be_staff(request)

    def must_be_staff_here(self) -> None:
        """Raise Problem 401 or 403 unless staff ask from one of our own pages."""
        self.must_be_staff()
        if not self.own_origin():
            raise Problem(403)
