"""The balance, the fee sheets and the day report over HTTP, for staff."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, request, send_file

from staff.accounts.sheets import Sheets
from staff.document.html import write_html
from staff.document.model import Document
from staff.document.xlsx import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_files(
    guard: Callable[[], None],
    answer: Callable[[Any], Response],
    asked_venue: Callable[[], str],
    balance: Callable[[str], dict[str, Any]],
    sheets: Sheets,
    static: Path,
) -> Blueprint:
    """Serve the account and its papers; `guard` raises unless staff ask, `answer` writes JSON.

    `balance` draws a venue's account; `static` holds what a printed page needs.
    """
    files = Blueprint("sheets", __name__)

    @files.get("/api/balance")
    def balance_json() -> Response:
        """Give the account of a venue."""
        guard()
        return answer(balance(asked_venue()))

    @files.get("/api/sheets/<college_id>.xlsx", defaults={"kind": "xlsx"})
    @files.get("/api/sheets/<college_id>.html", defaults={"kind": "html"})
    def sheet(college_id: str, kind: str) -> Response:
        """Give the fee sheet of a college, or of one of its classes."""
        guard()
        return send(sheets.fee_sheet(college_id, request.args.get("class_id")), kind)

    @files.get("/api/report")
    def report_json() -> Response:
        """Give the day report of a venue, or of all."""
        guard()
        return answer(sheets.report(one_venue()))

    @files.get("/api/report.xlsx", defaults={"kind": "xlsx"})
    @files.get("/api/report.html", defaults={"kind": "html"})
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
        response = send_file(
            BytesIO(content),
            mimetype="text/html" if is_page else XLSX,
            as_attachment=not is_page,
            download_name=f"{document.name}.{kind}",
        )
        # Names and figures are not to be kept by anything between us and who asked.
        response.headers["Cache-Control"] = "no-store"
        return response

    return files
