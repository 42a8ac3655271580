"""A hall is replaced, never changed: what is copied shares nothing that events fill."""

import copy
from collections.abc import MutableMapping, MutableSequence, MutableSet

from queueing import commands as c
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
