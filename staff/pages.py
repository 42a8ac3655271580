"""The console's pages."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from flask import Blueprint, request

from staff.accounts.sheets import Sheets
from web.site import Site


class Page(NamedTuple):
    """Where a page is, and its template, scripts and style sheets."""

    path: str
    template: str
    scripts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


SIGN_IN = Page("", "sign_in.html", ("code/main.js",), ("pages.css",))
REPORT = Page("/staff/report", "report.html", (), ("pages.css", "document.css"))
DAY = ("pages.css", "timeline.css", "rehearsal.css")
PAGES = (
    Page("/staff", "console.html", ("console/main.js",), ("staff.css",)),
    Page("/staff/day", "day.html", ("timeline/main.js",), DAY),
    Page("/staff/rehearsal", "rehearsal.html", ("rehearsal/main.js",), DAY),
    Page("/staff/roster", "roster.html", ("roster/main.js",), ("pages.css", "roster.css")),
    Page("/staff/balance", "balance.html", ("balance/main.js",), ("pages.css", "balance.css")),
    Page("/staff/screens", "screens.html", ("screens/main.js",), ("pages.css",)),
    Page("/staff/printers", "printers.html", ("printers/main.js",), ("pages.css",)),
    Page("/staff/paper", "paper.html", ("paper/main.js",), ("pages.css",)),
)


def staff_pages(site: Site, sheets: Sheets) -> Blueprint:
    """Serve them to staff and the sign-in page to others."""
    pages = Blueprint("staff", __name__, template_folder="templates")

    def serve(page: Page, more: Callable[[], dict[str, Any]] = dict) -> None:
        def view() -> str:
            me = site.access.staff_name()
            shown, data = (SIGN_IN, {}) if me is None else (page, {"me": me} | more())
            _, template, scripts, styles = shown
            return site.pages.show(template, "staff", scripts=scripts, sheets=styles, **data)

        pages.add_url_rule(page.path, page.path, view)

    def report() -> dict[str, Any]:
        document = sheets.report_document(request.args.get("venue"))
        return {"parts": msgspec.to_builtins(document.parts)}

    for page in PAGES:
        serve(page)
    serve(REPORT, report)
    return pages
