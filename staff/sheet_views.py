"""The balance, the fee sheets and the day report over HTTP, for staff."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from flask import Blueprint, Response, request, send_file

from staff.document import Document
from staff.document_html import write_html
from staff.document_xlsx import write_xlsx
from staff.sheets import Sheets
from staff.views import Show

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_pages(
    show: Show,
    who: Callable[[], str | None],
    guard: Callable[[], None],
    asked_venue: Callable[[], str],
    balance: Callable[[str], dict[str, Any]],
    sheets: Sheets,
    static: Path,
) -> Blueprint:
    """Serve the account and its papers; `guard` raises unless staff ask.

    `balance` draws a venue's account; `static` holds what a printed page needs.
    """
    pages = Blueprint("sheets", __name__, template_folder="templates")

    @pages.get("/staff/balance")
    def balance_page() -> str:
        """Show the balance."""
        if (me := who()) is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        page = {"scripts": ["staff/balance.js"], "sheets": ["pages.css", "balance.css"]}
        return show("balance.html", "staff", **page, me=me)

    @pages.get("/staff/report")
    def report_page() -> str:
        """Show the day report of a venue, ready to be printed."""
        if who() is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        parts = msgspec.to_builtins(sheets.report_document(asked_venue()).parts)
        return show("report.html", "staff", sheets=["pages.css", "document.css"], parts=parts)

    @pages.get("/api/balance")
    def balance_json() -> Response:
        """Give the account of a venue."""
        guard()
        return _json(balance(asked_venue()))

    @pages.get("/api/sheets/<college_id>.xlsx", defaults={"kind": "xlsx"})
    @pages.get("/api/sheets/<college_id>.html", defaults={"kind": "html"})
    def sheet(college_id: str, kind: str) -> Response:
        """Give the fee sheet of a college, or of one of its classes."""
        guard()
        return send(sheets.fee_sheet(college_id, request.args.get("class_id")), kind)

    @pages.get("/api/report")
    def report_json() -> Response:
        """Give the day report of a venue, or of all."""
        guard()
        return _json(sheets.report(one_venue()))

    @pages.get("/api/report.xlsx", defaults={"kind": "xlsx"})
    @pages.get("/api/report.html", defaults={"kind": "html"})
    def report_file(kind: str) -> Response:
        """Give the day report as a file."""
        guard()
        return send(sheets.report_document(one_venue()), kind)

    def one_venue() -> str | None:
        return asked_venue() if "venue" in request.args else None

    def send(document: Document, kind: str) -> Response:
        """Send a document under its name; a page opens in the browser, which prints it."""
        is_page = kind == "html"
        content = write_html(document, static) if is_page else write_xlsx(document)
        return _fresh(
            send_file(
                BytesIO(content),
                mimetype="text/html" if is_page else XLSX,
                as_attachment=not is_page,
                download_name=f"{document.name}.{kind}",
            )
        )

    return pages


def _json(told: Any) -> Response:
    return _fresh(Response(msgspec.json.encode(told), mimetype="application/json"))


def _fresh(response: Response) -> Response:
    """Forbid that names and figures are kept by anything between us and who asked."""
    response.headers["Cache-Control"] = "no-store"
    return response
