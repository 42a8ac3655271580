"""The page on which a printer is set up by somebody who has never done that."""

from collections.abc import Callable

from flask import Blueprint

Show = Callable[..., str]


def printers_page(show: Show, who: Callable[[], str | None]) -> Blueprint:
    """Serve it to those signed in and the sign-in page to others.

    `who` names the staff who ask and is None for others.
    """
    pages = Blueprint("printers", __name__, template_folder="templates")

    @pages.get("/staff/printers")
    def printers() -> str:
        """Show the printers."""
        if who() is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        return show("printers.html", "staff", scripts=["staff/printers.js"], sheets=["pages.css"])

    return pages
