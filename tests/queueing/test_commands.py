"""Commands that make no sense in themselves are none."""

from datetime import date, time
from typing import Any

import pytest

from queueing import commands as c

ENVELOPE = {"id": "x", "venue": "east"}
WINDOW = ENVELOPE | {"date": date(2023, 9, 11), "opens": time(10), "closes": time(11)}


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        (c.Missing, {"reason": "late"}, "give either a student or a count"),
        (
            c.Missing,
            {"reason": "late", "student": "x", "count": 1},
            "give either a student or a count",
        ),
        (c.NoteAbsent, ENVELOPE | {"absent": ()}, "give either a class_id or a college_id"),
        (
            c.NoteAbsent,
            ENVELOPE | {"absent": (), "class_id": "art-1", "college_id": "art"},
            "give either a class_id or a college_id",
        ),
        (
            c.CallNext,
            ENVELOPE | {"station": 1, "ticket": "A001"},
            "Object missing required field `reason`",
        ),
        (
            c.CallNext,
            ENVELOPE | {"station": 1, "reason": "train"},
            "Object missing required field `ticket`",
        ),
        (c.Amend, ENVELOPE | {"ticket": "A001"}, "nothing to amend"),
        (c.Rejoin, ENVELOPE | {"ticket": "A001"}, "give either a student or a count"),
        (c.Fee, {"paid_yuan": 12.505, "method": "cash"}, "at most two decimals"),
        (
            c.SetWindow,
            WINDOW | {"closes": time(10), "make_up": True},
            "the window ends before it starts",
        ),
        (c.SetWindow, WINDOW, "give colleges or classes, or make_up and neither of them"),
    ],
)
def test_it_says_what_is_wrong(kind: type[Any], fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        kind(**fields)
