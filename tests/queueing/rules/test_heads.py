"""Who of the roster may come as a walk-in, by what became of them so far."""

import pytest

from queueing import commands as c
from tests.queueing.day import Day, named

WHO = "art-1-0"


def day_on_which(standing: str) -> Day:
    """Return a day on which it is so of a student of a class of five."""
    day = Day().enrol()
    match standing:
        case "photographed":
            day.shoot("art-1", 5)
        case "pending":
            day.bring_waiting("art-1")
        case "absent":
            day.shoot("art-1", 4, *named(WHO))
        case "missed":
            day.do(c.CheckIn, "art-1", 5)
            day.do(c.CallNext, 1)
            day.do(c.Start, "A001")
            day.do(c.Finish, "A001", 4, named(WHO))
        case "unknown":
            day.shoot("art-1", 4)
    return day


@pytest.mark.parametrize(
    ("standing", "late", "retake"),
    [
        ("photographed", "already_checked_in", None),
        ("pending", "already_checked_in", "heads_mismatch"),
        ("absent", None, "heads_mismatch"),
        ("missed", None, "heads_mismatch"),
        ("unknown", None, None),
    ],
)
def test_late_comes_who_is_not_there_and_again_who_is_photographed(
    standing: str, late: str | None, retake: str | None
) -> None:
    for kind, refused in (("late", late), ("retake", retake)):
        day, walk_in = day_on_which(standing), (kind, "art", 1, "art-1", WHO)
        if refused:
            assert day.refuses(c.CheckInWalkIn, *walk_in) == refused
        else:
            day.do(c.CheckInWalkIn, *walk_in)
