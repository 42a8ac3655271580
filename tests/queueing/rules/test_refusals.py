"""A refusal says what a page tells of it: who stands there, how many there are, which state."""

from datetime import date, time
from typing import Any

import pytest

from queueing import commands as c
from queueing.enrolment import Enrolled, Enrolment
from queueing.refusals import Refused, Rejected, Unknown
from tests.queueing.day import Day

Wish = tuple[type[c.Command], tuple[Any, ...], dict[str, Any]]

TODAY, TOMORROW = date(2023, 9, 11), date(2023, 9, 12)
HOUR = time(10), time(11)


def wish(kind: type[c.Command], *args: Any, **fields: Any) -> Wish:
    return kind, args, fields


def absent(count: int) -> tuple[c.Missing, ...]:
    return (c.Missing("absent", count=count),)


def of(student: str) -> c.Missing:
    return c.Missing("absent", student=student)


COMES = wish(c.CheckIn, "art-1", 30)
CALLED = [COMES, wish(c.CallNext, 1)]
SHOOTING = [*CALLED, wish(c.Start, "A001")]
COUNTED = [*SHOOTING, wish(c.Count, "A001", 20)]
FINISHED = [*SHOOTING, wish(c.Finish, "A001", 30)]
CLOSED = [COMES, wish(c.CloseDay, TODAY)]
NAMED = wish(c.CheckInWalkIn, "late", "art", 1, "art-1", "s1")

MISSES_A_STRANGER = {"photographed": 29, "missed": (of("x"),)}

REFUSALS: list[tuple[list[Wish], Wish, Refused]] = [
    ([], wish(c.CallNext, 9), Unknown("station", 9)),
    ([], wish(c.SetStation, 9, "open"), Unknown("station", 9)),
    ([], wish(c.CallNext, 3), Rejected("station_closed", station=3)),
    (CALLED, wish(c.CallNext, 1), Rejected("station_busy", station=1, ticket="A001")),
    ([COMES], wish(c.CallNext, 1, "B001"), Rejected("changed", expected="B001", first="A001")),
    (FINISHED, wish(c.CallNext, 1, ticket="A001", reason="train"),
     Rejected("illegal_transition", state="finished")),

    ([], wish(c.Recall, "A001"), Unknown("ticket", "A001")),
    ([COMES], wish(c.Start, "A001"), Rejected("illegal_transition", state="waiting")),
    (SHOOTING, wish(c.Count, "A001", 31), Rejected("heads_mismatch", present=30)),
    (SHOOTING, wish(c.Finish, "A001", 28), Rejected("heads_mismatch", present=30)),
    (SHOOTING, wish(c.Finish, "A001", 28, (of("s1"), of("s1"))), Rejected("heads_mismatch")),
    (SHOOTING, wish(c.Finish, "A001", **MISSES_A_STRANGER), Unknown("student", "x")),
    ([*CALLED, wish(c.CheckIn, "art-2", 30)], wish(c.Swap, "A001", "A002"),
     Rejected("illegal_transition", state="waiting")),
    (CALLED, wish(c.Swap, "A001", "A001"), Rejected("illegal_transition", state="called")),
    ([NAMED], wish(c.Rejoin, "W001", count=1), Rejected("illegal_transition", kind="late")),
    ([COMES], wish(c.Rejoin, "A001", "x"), Unknown("student", "x")),
    ([wish(c.CheckIn, "art-2", 30)], wish(c.Rejoin, "A001", "s1"), Unknown("student", "s1")),
    ([COMES], wish(c.Rejoin, "A001", "s1"), Rejected("already_checked_in", ticket="A001")),

    (SHOOTING, wish(c.Amend, "A001", photographed=20),
     Rejected("illegal_transition", state="shooting")),
    (SHOOTING, wish(c.Amend, "A001", missed=absent(1)),
     Rejected("illegal_transition", state="shooting")),
    (COUNTED, wish(c.Amend, "A001", present=19), Rejected("heads_mismatch", present=19)),
    (FINISHED, wish(c.Amend, "A001", photographed=29), Rejected("heads_mismatch", present=30)),
    (FINISHED, wish(c.Amend, "A001", **MISSES_A_STRANGER), Unknown("student", "x")),
    ([COMES], wish(c.Amend, "A001", ready=c.Ready(31)), Rejected("heads_mismatch", present=30)),
    ([COMES], wish(c.Amend, "A001", absent=absent(31)), Rejected("heads_mismatch", expected=30)),
    ([COMES], wish(c.Amend, "A001", class_id="design-1"), Unknown("class", "design-1")),

    ([], wish(c.CheckIn, "music-1", 20), Unknown("class", "music-1")),
    ([COMES], COMES, Rejected("already_checked_in", ticket="A001")),
    ([], wish(c.CheckIn, "art-1", 4, (of("x"),)), Unknown("student", "x")),
    ([], wish(c.CheckIn, "art-1", 20, ready=c.Ready(21)), Rejected("heads_mismatch", present=20)),
    ([], wish(c.CheckIn, "art-1", 5, absent(31)), Rejected("heads_mismatch", expected=30)),
    ([], wish(c.CheckInWalkIn, "late", "music", 1), Unknown("college", "music")),
    ([], wish(c.CheckInWalkIn, "late", "art", 1, "design-1"), Unknown("class", "design-1")),
    ([], wish(c.CheckInWalkIn, "late", "art", 1, "art-1", "x"), Unknown("student", "x")),
    ([], wish(c.CheckInWalkIn, "late", "art", 2, "art-1", "s1"),
     Rejected("heads_mismatch", present=1)),
    ([NAMED], NAMED, Rejected("already_checked_in", ticket="W001")),
    ([NAMED], wish(c.CheckInWalkIn, "retake", "art", 1, "art-1", "s1"), Rejected("heads_mismatch")),

    ([], wish(c.AddClass, "law", "law-1", "Law 1"), Unknown("college", "law")),
    ([], wish(c.AddClass, "art", "art-1", "Art 1"), Rejected("changed", class_id="art-1")),
    ([], wish(c.SetWindow, TODAY, *HOUR, None, ("law",)), Unknown("college", "law")),
    ([], wish(c.SetWindow, TODAY, *HOUR, None, (), ("law-1",)), Unknown("class", "law-1")),
    ([], wish(c.SetWindow, TODAY, *HOUR, 2, ("art",)), Unknown("window", 2)),
    ([], wish(c.SetWindow, TODAY, *HOUR, 3, ("art",)), Unknown("window", 3)),
    ([], wish(c.AddStations, 3), Rejected("changed", stations=3)),
    ([], wish(c.CloseDay, TOMORROW), Rejected("illegal_transition", closed=None)),
    (CLOSED, wish(c.CloseDay, TODAY), Rejected("illegal_transition", closed=TODAY)),
]  # fmt: skip


def refusal(before: list[Wish], refused: Wish) -> Refused:
    """Return how a hall refuses a command after others; its first class has thirty students."""
    day = Day()
    students = {f"s{n}": Enrolled("art", "art-1") for n in range(30)}
    day.hall.enrolment = Enrolment(students)
    for kind, args, fields in before:
        day.do(kind, *args, **fields)
    kind, args, fields = refused
    with pytest.raises(Refused) as raised:
        day.do(kind, *args, **fields)
    return raised.value


def name(value: Any) -> str | None:
    return value[0].__name__ if isinstance(value, tuple) else None


@pytest.mark.parametrize(("before", "refused", "says"), REFUSALS, ids=name)
def test_a_refusal_says_why_by_a_code_and_with_what(
    before: list[Wish], refused: Wish, says: Refused
) -> None:
    raised = refusal(before, refused)
    assert (raised.code, raised.details) == (says.code, says.details)


def test_a_refusal_is_logged_with_its_code_and_details() -> None:
    assert str(Unknown("class", "law-1")) == "('unknown_class', {'name': 'law-1'})"
    assert str(Rejected("changed", first=None)) == (
        "('rejected', {'reason': 'changed', 'first': None})"
    )
