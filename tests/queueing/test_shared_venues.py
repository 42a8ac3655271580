"""A class that may come to several venues has one ticket, one rest and one account."""

from queueing import commands as c
from queueing.account.ledger import ledger
from queueing.account.rest import rest
from queueing.plan_file import read_plan
from queueing.rules.numbering import phone_token
from tests.queueing.day import PLAN, Day, named

# The art classes may come to the west as well.
SHARED = read_plan(
    "parts = true\n"
    + PLAN
    + """
[[windows]]
date = 2023-09-11
venue = "west"
opens = 10:00:00
closes = 12:00:00
colleges = ["art"]
"""
)


def venues(others: int = 0) -> tuple[Day, Day]:
    """Return the hall in the east and that in the west, with five students in each class."""
    east, west = Day(of=SHARED), Day(of=SHARED, venue="west")
    return east.enrol(others=others), west.enrol(others=others)


def seen(day: Day, other: Day) -> Day:
    """Let a hall see the other as it is now."""
    day.hall.beside = (other.hall,)
    return day


def lines(day: Day, other: Day) -> list[str | None]:
    return [line.class_id or line.college_id for line in ledger(seen(day, other).hall)]


def test_a_class_that_is_checked_in_at_one_is_not_at_the_other() -> None:
    east, west = venues()
    west.bring_waiting("art-1")
    assert seen(east, west).refuses(c.CheckIn, "art-1", 5) == "already_checked_in"


def test_a_class_is_on_the_account_of_the_venue_where_its_ticket_is() -> None:
    east, west = venues()
    assert lines(east, west) == ["art-1", "art-2", "art-3", "design-1", "design-2"]
    west.bring_waiting("art-1")
    assert lines(east, west) == ["art-2", "art-3", "design-1", "design-2"]
    assert lines(west, east) == ["art-1", "music-1"]


def test_those_of_no_class_are_on_the_account_of_the_venue_where_theirs_is() -> None:
    east, west = venues(others=1)
    assert "art" in lines(east, west)
    west.do(c.CheckInWalkIn, "late", "art", 1, None, "art-0")
    assert lines(east, west) == ["art-1", "art-2", "art-3", "design-1", "design-2"]
    assert lines(west, east) == ["art", "music-1"]


def test_who_is_left_is_told_by_the_parts_at_both_in_the_order_in_which_they_came() -> None:
    east, west = venues()
    west.shoot("art-1", 3, *named("art-1-1", "art-1-4"))
    seen(east, west).wait(10).shoot("art-1", 1, *named("art-1-4"))
    assert rest(east.hall, "art-1") == ("art-1-4",)


def test_a_walk_in_of_the_same_number_has_another_token_at_each() -> None:
    east, west = venues()
    tokens = []
    for day in (east, west):
        (came,) = day.do(c.CheckInWalkIn, "late", "art", 1)
        assert came.token == phone_token(b"secret", day.hall.venue.id, came.ticket)
        tokens.append(came.token)
    assert len(set(tokens)) == 2


def test_a_token_is_of_small_letters_and_figures() -> None:
    token = phone_token(b"secret", "east", "A001")
    assert (token, token.isascii()) == (token.lower(), True)
