"""The page of the hall's screens: who is there, what they show, how the walls sound."""

from collections.abc import Callable

from flask import Blueprint

Show = Callable[..., str]


def screens_page(show: Show, who: Callable[[], str | None]) -> Blueprint:
    """Serve it to those signed in and the sign-in page to others.

    `who` names the staff who ask and is None for others.
    """
    pages = Blueprint("screens", __name__, template_folder="templates")

    @pages.get("/staff/screens")
    def screens() -> str:
        """Show the screens and the walls' settings."""
        if who() is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        return show("screens.html", "staff", scripts=["staff/screens.js"], sheets=["pages.css"])

    return pages
