"""The virtual printer's paper over HTTP, for staff."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, send_from_directory


def paper_files(
    papers: Path, guard: Callable[[], None], answer: Callable[[Any], Response]
) -> Blueprint:
    """Serve what lies in `papers`; `guard` raises unless staff ask, `answer` writes JSON."""
    files = Blueprint("paper", __name__)

    @files.get("/staff/paper.json")
    def listed() -> Response:
        """List the papers, newest first."""
        guard()
        newest = sorted(papers.glob("*.png"), reverse=True)
        return answer({"papers": [_described(path) for path in newest]})

    @files.get("/staff/paper/<name>")
    def image(name: str) -> Response:
        """Send one paper's picture."""
        guard()
        return send_from_directory(papers, name)

    return files


def _described(path: Path) -> dict[str, Any]:
    at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return {"name": path.name, "at": at.isoformat(timespec="seconds")}
