"""Which drawing each role of screens is shown."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from display.board import board
from kiosk.roll import roll
from live.drawings import Drawing
from queueing.hall import Hall
from staff.console.desk import desk


def by_role(drill: bool, paper: Callable[[str], str]) -> Mapping[str, Drawing]:
    """Return the drawings; `paper` says when a slip would come out at a venue."""

    def wall(hall: Hall, now: datetime) -> dict[str, Any]:
        return board(hall, now, drill)

    def kiosk(hall: Hall, now: datetime) -> dict[str, Any]:
        return roll(hall, now) | {"paper": paper(hall.venue.id)}

    def console(hall: Hall, now: datetime) -> dict[str, Any]:
        return desk(hall, now, drill)

    return {"display": wall, "phone": wall, "kiosk": kiosk, "staff": console}
