"""The balance, the fee sheets and the day report over HTTP, for staff."""

from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from flask import Blueprint, Response, request, send_file

from live.refusals import Invalid
from staff.accounts.balance import balance
from staff.accounts.sheets import Sheets
from staff.document.html import write_html
from staff.document.model import Document
from staff.document.xlsx import write_xlsx
from web.site import Site
from web.wire import reply

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def account_routes(site: Site, sheets: Sheets, static: Path) -> Blueprint:
    """Serve the account and its papers to staff; `static` holds what a printed page needs."""
    routes = Blueprint("accounts", __name__, url_prefix="/api")

    @routes.get("/balance")
    @site.access.staff_only
    def balance_json() -> Response:
        """Return the account of every class of a venue."""
        return reply(site.live().draw(partial(balance, day=one_day())))

    @routes.get("/sheets/<college_id>.xlsx", defaults={"kind": "xlsx"})
    @routes.get("/sheets/<college_id>.html", defaults={"kind": "html"})
    @site.access.staff_only
    def sheet(college_id: str, kind: str) -> Response:
        """Return the fee sheet of a college, or of one of its classes."""
        return send(sheets.fee_sheet(college_id, request.args.get("class_id"), one_day()), kind)

    @routes.get("/report")
    @site.access.staff_only
    def report_json() -> Response:
        """Return the day report of a venue, or of all."""
        return reply(sheets.report(one_venue(), one_day()))

    @routes.get("/report.xlsx", defaults={"kind": "xlsx"})
    @routes.get("/report.html", defaults={"kind": "html"})
    @site.access.staff_only
    def report_file(kind: str) -> Response:
        """Return the day report as a file."""
        return send(sheets.report_document(one_venue(), one_day()), kind)

    @routes.get("/missing.xlsx")
    @site.access.staff_only
    def missing() -> Response:
        """Return those not photographed, as a file that the next round takes as its roster."""
        return send(sheets.missing_list(), "xlsx")

    def one_venue() -> str | None:
        return site.pages.venue() if "venue" in request.args else None

    def one_day() -> date | None:
        """Return the day that is asked for, None for all.

        Raises Invalid for one on which nothing is planned and nobody came.
        """
        asked = request.args.get("day")
        halls = [live.hall for live in site.halls.values()]
        came = {hall.day_of(ticket) for hall in halls for ticket in hall.tickets.values()}
        days = {day.isoformat(): day for day in {*site.current_plan().days, *came}}
        if asked is not None and asked not in days:
            raise Invalid("day")
        return days[asked] if asked else None

    def send(document: Document, kind: str) -> Response:
        """Send a document under its name; a page opens in the browser, which prints it."""
        is_page = kind == "html"
        content = write_html(document, static) if is_page else write_xlsx(document)
        response = send_file(
            BytesIO(content),
            mimetype="text/html" if is_page else XLSX,
            as_attachment=not is_page,
            download_name=f"{document.name}.{kind}",
        )
        # Names and figures are not to be kept by anything between us and who asked.
        response.headers["Cache-Control"] = "no-store"
        return response

    return routes
