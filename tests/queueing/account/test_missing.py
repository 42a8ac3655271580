"""Whom notes of missing heads still speak of, once some of them came after all."""

import pytest

from queueing import commands as c
from queueing.account.missing import left_after, without_late
from tests.queueing.day import Day, named


def late(count: int) -> c.Missing:
    return c.Missing("late", count=count)


def sick(count: int) -> c.Missing:
    return c.Missing("absent", count=count)


(ANN,) = named("ann")
(BOB,) = named("bob")


@pytest.mark.parametrize(
    ("absent", "student", "heads", "left"),
    [
        # Who was noted by name is noted no more, and nobody else.
        ((ANN, late(1), BOB), "ann", 1, (late(1), BOB)),
        # Who was not is one of those noted by number.
        ((ANN, late(2)), "bob", 1, (ANN, late(1))),
        # Heads without a name are none of those noted by name.
        ((ANN, late(1)), None, 1, (ANN,)),
        ((ANN,), None, 1, (ANN,)),
        # Those noted late go first, the others in their order.
        ((sick(2), late(1)), None, 1, (sick(2),)),
        ((late(1), sick(2)), None, 1, (sick(2),)),
        ((sick(3), late(1)), None, 3, (sick(1),)),
        ((late(3),), None, 2, (late(1),)),
        # More may come than were noted.
        ((sick(1), late(1)), None, 5, ()),
    ],
)
def test_absences_are_without_heads_that_came_late(
    absent: tuple[c.Missing, ...], student: str | None, heads: int, left: tuple[c.Missing, ...]
) -> None:
    assert without_late(absent, student, heads) == left


CLASS = ("ann", "bob", "cid")


@pytest.mark.parametrize(
    ("present", "absent", "left"),
    [
        (1, named("ann", "cid"), ("ann", "cid")),
        (3, (), ()),
        # One is missing, but which one is not said.
        (2, (sick(1),), CLASS),
        (1, named("ann"), CLASS),
    ],
)
def test_who_is_left_after_a_check_in_is_known_where_it_names_all(
    present: int, absent: tuple[c.Missing, ...], left: tuple[str, ...]
) -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", present, absent)
    assert left_after(CLASS, day.hall.tickets["A001"]) == left
