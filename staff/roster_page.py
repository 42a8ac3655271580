"""The page where staff bring the roster in and look at it."""

from collections.abc import Callable

from flask import Blueprint

Show = Callable[..., str]


def roster_page(show: Show, who: Callable[[], str | None]) -> Blueprint:
    """Serve it to those signed in and the sign-in page to others.

    `who` names the staff who ask and is None for others.
    """
    pages = Blueprint("roster_page", __name__, template_folder="templates")

    @pages.get("/staff/roster")
    def roster() -> str:
        """Show the roster."""
        if who() is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        return show(
            "roster.html", "staff", scripts=["staff/roster.js"], sheets=["pages.css", "roster.css"]
        )

    return pages
