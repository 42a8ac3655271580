"""A hall is replaced, never changed: what is copied shares nothing that events fill."""

import copy
from collections.abc import MutableMapping, MutableSequence, MutableSet

from queueing import commands as c
from queueing import events as e
from queueing.about import class_of
from queueing.hall import Hall, fold
from queueing.rules.decide import decide
from tests.queueing.day import Day


def test_a_copy_shares_no_container_that_events_fill() -> None:
    hall = Day().hall
    other = copy.copy(hall)
    assert vars(other) == vars(hall)
    shared = [
        name
        for name, value in vars(hall).items()
        if isinstance(value, MutableMapping | MutableSequence | MutableSet)
        and getattr(other, name) is value
    ]
    assert shared == []


def test_a_hall_stays_as_it_is_whatever_comes_after_it() -> None:
    day = Day()
    day.do(c.NoteAbsent, (c.Missing("late", count=1),), class_id="design-1")
    day.bring("called")
    before, seen = day.hall, repr(vars(day.hall))
    day.do(c.Start, "A001")
    day.do(c.SetStation, 2, "closed")
    day.do(c.CheckIn, "art-2", 20)
    day.do(c.Undo, day.hall.version)
    day.do(c.Undo, 1)
    assert repr(vars(before)) == seen


def test_an_announcement_stands_until_its_time_or_until_it_is_cleared() -> None:
    day = Day()
    assert day.hall.notice(day.now) is None
    day.do(c.Announce, "Lunch", day.time("12:00"))
    assert day.hall.notice(day.time("11:59")) == "Lunch"
    assert day.hall.notice(day.time("12:00")) is None
    day.do(c.Announce, "Dinner")
    assert day.hall.notice(day.time("18:00")) == "Dinner"
    day.do(c.Announce, "")
    assert day.hall.notice(day.now) is None


def test_a_ticket_is_found_by_its_token() -> None:
    day = Day()
    day.bring("waiting")
    ticket = day.hall.tickets["A001"]
    assert day.hall.ticket_of(ticket.token) == ticket
    assert day.hall.ticket_of("nobody's") is None


def test_a_hall_of_the_past_issues_the_same_tokens() -> None:
    day = Day()
    (event,) = day.do(c.CheckIn, "art-1", 30)
    past = day.hall.as_of(version=0)
    assert decide(past, c.CheckIn("art-1", 30, id="x", venue="east"), day.now) == (event,)


def test_a_folded_hall_has_the_secret_that_it_is_given() -> None:
    plan = Day().hall.plan
    assert fold(plan, "east", [], b"other").secret == b"other"
    assert fold(plan, "east", []).secret == Hall(plan, "east").secret == b""


def test_an_event_s_class_is_known_even_when_its_check_in_was_undone() -> None:
    day = Day()
    (came,) = day.do(c.CheckIn, "art-1", 30)
    day.do(c.Amend, came.ticket, class_id="art-2")
    assert class_of(day.hall, came) == "Art 2"
    (noted,) = day.do(c.NoteAbsent, (c.Missing("late", count=1),), class_id="design-1")
    assert class_of(day.hall, noted) == "Design 1"
    day.do(c.Undo, 2)
    day.do(c.Undo, 1)
    assert class_of(day.hall, came) == "Art 1"
    assert class_of(day.hall, e.StationSet(1, "open")) is None
