"""What a command about a ticket leads to, event by event, with the station where it happened."""

from typing import Any

import pytest

from queueing import commands as c
from queueing import events as e
from queueing.enrolment import Enrolled, Enrolment
from queueing.ticket import State
from tests.queueing.day import Day


@pytest.mark.parametrize(
    ("state", "kind", "args", "event"),
    [
        ("waiting", c.Hold, (), e.Held("A001", None)),
        ("called", c.Hold, (), e.Held("A001", 1)),
        ("held", c.Resume, (), e.Resumed("A001")),
        ("waiting", c.Cancel, (), e.Cancelled("A001", None)),
        ("called", c.Cancel, (), e.Cancelled("A001", 1)),
        ("called", c.Return, (), e.Returned("A001", 1, None)),
        ("called", c.Recall, (), e.Recalled("A001", 1)),
        ("called", c.Start, (), e.Started("A001", 1)),
        ("called", c.MarkNoShow, (), e.MissedCall("A001", 1)),
        ("called", c.Transfer, (2,), e.Transferred("A001", 1, 2)),
        ("shooting", c.Count, (30,), e.Counted("A001", 1, 30)),
        ("shooting", c.Finish, (30,), e.Finished("A001", 1, 30)),
    ],
)
def test_a_command_leads_to_its_event(
    state: State, kind: type[c.Command], args: tuple[Any, ...], event: e.AnyEvent
) -> None:
    day = Day()
    number = day.bring(state)
    assert day.do(kind, number, *args) == (event,)


def test_late_heads_join_by_name_or_by_number() -> None:
    day = Day()
    students = {student: Enrolled("art", "art-1") for student in ("s1", "s2", "s3")}
    day.hall.enrolment = Enrolment(students)
    late = c.Missing("late", student="s1"), c.Missing("late", count=1)
    (came,) = day.do(c.CheckIn, "art-1", 1, late)
    assert day.do(c.Rejoin, came.ticket, "s1") == (e.Rejoined(came.ticket, 1, late[1:], "s1"),)
    assert day.do(c.Rejoin, came.ticket, None, 2) == (e.Rejoined(came.ticket, 2, ()),)


def test_an_amendment_names_the_old_class_only_when_it_moves() -> None:
    day = Day()
    number = day.bring("waiting")
    assert day.do(c.Amend, number, present=28) == (e.Amended(number, present=28),)
    assert day.do(c.Amend, number, class_id="art-2") == (
        e.Amended(number, "art-1", class_id="art-2"),
    )


def test_all_of_a_class_may_be_ready_counted_and_stay() -> None:
    day = Day()
    (came,) = day.do(c.CheckIn, "art-1", 30, ready=c.Ready(30, 30))
    assert came.ready == c.Ready(30, 30)
    day.do(c.CallNext, 1)
    day.do(c.Start, came.ticket)
    day.do(c.Count, came.ticket, 30)
    day.do(c.Amend, came.ticket, present=30)
    assert day.hall.tickets[came.ticket].photographed == 30
