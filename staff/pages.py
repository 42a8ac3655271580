"""The console's pages."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from flask import Blueprint, request

from staff.accounts.sheets import Sheets
from web.site import Site


class Page(NamedTuple):
    """Where a page is, its template, and its scripts."""

    path: str
    template: str
    scripts: tuple[str, ...] = ()


# On every page to which the menu leads.
MENU = "menu/main.js"
SIGN_IN = Page("", "sign_in.html", ("code/main.js",))
REPORT = Page("/staff/report", "report.html")
PAGES = (
    Page("/staff", "console.html", ("console/main.js",)),
    Page("/staff/day", "day.html", ("timeline/main.js",)),
    Page("/staff/rehearsal", "rehearsal.html", ("rehearsal/main.js",)),
    Page("/staff/roster", "roster.html", ("roster/main.js",)),
    Page("/staff/balance", "balance.html", ("balance/main.js",)),
    Page("/staff/screens", "screens.html", ("screens/main.js",)),
    Page("/staff/printers", "printers.html", ("printers/main.js",)),
    Page("/staff/paper", "paper.html", ("paper/main.js",)),
)


def staff_pages(site: Site, sheets: Sheets) -> Blueprint:
    """Serve them to staff and the sign-in page to others."""
    pages = Blueprint("staff", __name__, template_folder="templates")

    def serve(page: Page, more: Callable[[], dict[str, Any]] = dict) -> None:
        def view() -> str:
            me = site.access.staff_name()
            if me is None:
                return site.pages.show(SIGN_IN.template, "staff", scripts=SIGN_IN.scripts)
            scripts = (*page.scripts, MENU)
            return site.pages.show(page.template, "staff", scripts=scripts, me=me, **more())

        pages.add_url_rule(page.path, page.path, view)

    def report() -> dict[str, Any]:
        document = sheets.report_document(request.args.get("venue"))
        return {"parts": msgspec.to_builtins(document.parts)}

    for page in PAGES:
        serve(page)
    serve(REPORT, report)
    return pages
