"""A fee sheet's entries, whatever happened: nobody twice or left out, the heads add up."""

from collections import Counter

from hypothesis import given

from queueing import commands as c
from queueing.account.ledger import ledger
from queueing.ticket import COUNTED
from staff.accounts.lines import Entry, entries, totals
from tests.queueing.account.test_ledger import day_with_roster, histories, line, shot
from tests.queueing.day import Day


def test_those_without_a_name_are_counted_below_the_others() -> None:
    day = day_with_roster(3)
    day.do(c.CheckIn, "art-1", 2, (c.Missing("absent", student="art-1-1"),))
    day.do(c.Amend, "A001", present=4)
    shot(day, "A001", 4)
    assert entries(line(day)) == [
        Entry("art-1-0", 1, "photographed"),
        Entry("art-1-1", 1, "absent", "absent"),
        Entry("art-1-2", 1, "photographed"),
        Entry(None, 2, "photographed", listed=False),
    ]


def test_a_named_walk_in_from_nowhere_in_the_class_stands_at_its_foot() -> None:
    day = Day()
    day.do(c.CheckInWalkIn, "late", "design", 1, "design-1", student="back")
    assert Entry("back", 1, "pending", listed=False) in entries(line(day, "design-1"))


def test_without_a_roster_there_are_only_counts() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 28, (c.Missing("late", student="s_x"),))
    shot(day, "A001", 28)
    assert entries(line(day)) == [
        Entry(None, 28, "photographed", listed=False),
        Entry(None, 1, "absent", "late", listed=False),
        Entry(None, 1, "unknown", listed=False),
    ]


@given(histories())
def test_the_lines_agree_with_the_log_whatever_happened(day: Day) -> None:
    named: list[str] = []
    photographed = 0
    for account in ledger(day.hall):
        drawn = entries(account)
        heads = Counter[tuple[str, str | None]]()
        for entry in drawn:
            heads[entry.standing, entry.reason] += entry.heads
        assert all(entry.heads >= 0 for entry in drawn)
        assert +heads == +totals(account)
        photographed += heads["photographed", None]
        named += [entry.student for entry in drawn if entry.student and entry.listed]
    counted = [t for t in day.hall.tickets.values() if t.kind in COUNTED and t.state != "cancelled"]
    assert photographed == sum(ticket.photographed for ticket in counted)
    here = [s for s, e in day.hall.enrolment.students.items() if e.college_id != "music"]
    assert sorted(named) == sorted(here)
