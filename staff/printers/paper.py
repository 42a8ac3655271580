"""The virtual printer's paper over HTTP, for staff."""

from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, send_from_directory

from web.site import Site
from web.wire import reply


def paper_routes(site: Site, papers: Path) -> Blueprint:
    """Serve what lies in the directory `papers` to staff."""
    routes = Blueprint("paper", __name__, url_prefix="/staff")

    @routes.get("/paper.json")
    @site.access.staff_only
    def listed() -> Response:
        """List the papers, newest first."""
        newest = sorted(papers.glob("*.png"), reverse=True)
        return reply({"papers": [_described(path) for path in newest]})

    @routes.get("/paper/<name>")
    @site.access.staff_only
    def image(name: str) -> Response:
        """Send one paper's picture."""
        return send_from_directory(papers, name)

    return routes


def _described(path: Path) -> dict[str, Any]:
    at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return {"name": path.name, "at": at.isoformat(timespec="seconds")}
