"""The console's pages."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, jsonify, send_from_directory

Show = Callable[..., str]


def staff_pages(
    show: Show, who: Callable[[], str | None], papers: Path, guard: Callable[[], None]
) -> Blueprint:
    """Serve the console to those signed in and the sign-in page to others.

    `who` names the staff who ask and is None for others; `papers` is where the virtual printer
    leaves its paper; `guard` raises unless staff ask.
    """
    pages = Blueprint("staff", __name__, template_folder="templates")

    @pages.get("/staff")
    def console() -> str:
        """Show the console."""
        if (me := who()) is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        return show("console.html", "staff", scripts=["staff.js"], sheets=["staff.css"], me=me)

    @pages.get("/staff/paper")
    def paper() -> str:
        """Show the virtual printer's paper."""
        if who() is None:
            return show("sign_in.html", "staff", scripts=["code.js"], sheets=["pages.css"])
        return show("paper.html", "staff", scripts=["paper.js"], sheets=["pages.css"])

    @pages.get("/staff/paper.json")
    def paper_list() -> Response:
        """List the papers, newest first."""
        guard()
        return jsonify({"papers": [_described(path) for path in reversed(_printed(papers))]})

    @pages.get("/staff/paper/<name>")
    def paper_image(name: str) -> Response:
        """Send one paper's picture."""
        guard()
        return send_from_directory(papers, name)

    return pages


def _printed(papers: Path) -> list[Path]:
    return sorted(papers.glob("*.png"))


def _described(path: Path) -> dict[str, Any]:
    at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return {"name": path.name, "at": at.isoformat(timespec="seconds")}
