"""The wall, the phone page, and what they read."""

from collections.abc import Callable, Sequence
from urllib.parse import urljoin

from flask import Blueprint, Response, request

from web.qr import qr

Show = Callable[..., str]


# What `?venue=` says for a wall that shows every venue.
ALL = "all"


def display_pages(
    show: Show, venues: Sequence[str], venue_of: Callable[[str], str], public_url: str
) -> Blueprint:
    """Serve the wall, of one of the plan's `venues` or of all, and the phone page.

    `venue_of` gives the venue of a phone token, and raises when that is unknown or withdrawn.
    """
    pages = Blueprint("display", __name__, template_folder="templates")

    @pages.get("/display")
    def wall() -> str:
        """Show the wall."""
        every = request.args.get("venue") == ALL
        return show(
            "wall.html",
            "display",
            venue=venues[0] if every else None,
            scripts=["wall/main.js"],
            sheets=["wall.css"],
            halls=venues if every else [request.args.get("venue", venues[0])],
        )

    @pages.get("/t/<token>")
    def phone(token: str) -> str:
        """Show a ticket's phone page."""
        return show(
            "phone.html",
            "phone",
            venue=venue_of(token),
            token=token,
            scripts=["phone/main.js"],
            sheets=["phone.css"],
        )

    @pages.get("/t/<token>/qr.svg")
    def ticket_qr(token: str) -> Response:
        """Draw the QR code that opens a ticket's phone page."""
        venue_of(token)
        return qr(urljoin(public_url, f"/t/{token}"))

    return pages
