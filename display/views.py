"""The wall, the phone page, and what they read."""

from collections.abc import Callable
from urllib.parse import urljoin

from flask import Blueprint, Response

from display.qr import qr

Show = Callable[..., str]


def display_pages(show: Show, venue_of: Callable[[str], str], public_url: str) -> Blueprint:
    """Serve the wall and the phone page.

    `venue_of` gives the venue of a phone token, and raises when that is unknown or withdrawn.
    """
    pages = Blueprint("display", __name__, template_folder="templates")

    @pages.get("/display")
    def wall() -> str:
        """Show the wall."""
        return show("wall.html", "display", scripts=["wall.js"], sheets=["wall.css"])

    @pages.get("/t/<token>")
    def phone(token: str) -> str:
        """Show a ticket's phone page."""
        return show(
            "phone.html",
            "phone",
            venue=venue_of(token),
            token=token,
            scripts=["phone.js"],
            sheets=["phone.css"],
        )

    @pages.get("/t/<token>/qr.svg")
    def ticket_qr(token: str) -> Response:
        """Draw the QR code that opens a ticket's phone page."""
        venue_of(token)
        return qr(urljoin(public_url, f"/t/{token}"))

    return pages
