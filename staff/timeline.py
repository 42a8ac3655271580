"""The pages of the day's picture and of its rehearsal."""

from collections.abc import Callable

from flask import Blueprint

Show = Callable[..., str]


def timeline_pages(show: Show, who: Callable[[], str | None]) -> Blueprint:
    """Serve them to those signed in and the sign-in page to others.

    `who` names the staff who ask and is None for others.
    """
    pages = Blueprint("timeline", __name__, template_folder="templates")

    def page(template: str, script: str) -> str:
        if who() is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        sheets = ["pages.css", "timeline.css", "rehearsal.css"]
        return show(template, "staff", scripts=[script], sheets=sheets)

    @pages.get("/staff/day")
    def day() -> str:
        """Show the day as a picture."""
        return page("day.html", "timeline.js")

    @pages.get("/staff/rehearsal")
    def rehearsal() -> str:
        """Show what simulated days come to."""
        return page("rehearsal.html", "rehearsal.js")

    return pages
