"""Every command in every state: legal moves move, illegal ones raise and change nothing."""

from typing import Any, get_args

import pytest

from queueing import commands as c
from queueing.ticket import LEADS_TO, LEGAL_FROM, TRANSITIONS, State
from tests.queueing.day import Day

STATES: tuple[State, ...] = get_args(State)
# What a command about a ticket says beside its number.
ARGUMENTS: dict[type[c.Command], tuple[Any, ...]] = {
    c.Count: (10,),
    c.Finish: (30,),
    c.Transfer: (2,),
    c.Rejoin: (None, 1),
}
EVENT = {command: event for command, _, event, _ in TRANSITIONS}
CASES = [(kind, state) for kind in LEGAL_FROM for state in STATES]

# These leave every ticket's state as it is, or make or unmake tickets.
BESIDE_THE_TABLE = {
    c.CheckIn, c.CheckInWalkIn, c.NoteAbsent, c.SetStation, c.Announce, c.AddClass, c.SetWindow,
    c.AddStations, c.CloseDay, c.Undo, c.Reprint, c.ConfirmSlip,
}  # fmt: skip


def test_the_table_knows_every_command_that_moves_a_ticket() -> None:
    assert LEGAL_FROM.keys() == set(get_args(c.AnyCommand)) - BESIDE_THE_TABLE


def give(day: Day, kind: type[c.Command], number: str) -> None:
    if kind is c.CallNext:
        day.do(kind, 2, ticket=number, reason="asked")
    elif kind is c.Swap:
        day.do(kind, number, somebody_at_station_2(day))
    elif kind is c.Amend:
        day.do(kind, number, present=31)
    else:
        day.do(kind, number, *ARGUMENTS.get(kind, ()))


def somebody_at_station_2(day: Day) -> str:
    (checked_in,) = day.do(c.CheckIn, "art-2", 30)
    other: str = checked_in.ticket
    day.do(c.CallNext, 2, ticket=other, reason="asked")
    return other


def legal(case: tuple[type[c.Command], State]) -> bool:
    kind, state = case
    # An amended head-count of a finished ticket would no longer add up.
    return state in LEGAL_FROM[kind] and not (kind is c.Amend and state == "finished")


def name(case: tuple[type[c.Command], State]) -> str:
    return f"{case[0].__name__}-{case[1]}"


@pytest.mark.parametrize("case", [case for case in CASES if legal(case)], ids=name)
def test_a_legal_command_leads_where_the_table_says(case: tuple[type[c.Command], State]) -> None:
    kind, state = case
    day = Day()
    number = day.bring(state)
    give(day, kind, number)
    assert type(day.hall.log[-1].event) is EVENT[kind]
    assert day.state(number) == LEADS_TO.get(EVENT[kind], state)


@pytest.mark.parametrize("case", [case for case in CASES if not legal(case)], ids=name)
def test_an_illegal_command_changes_nothing(case: tuple[type[c.Command], State]) -> None:
    kind, state = case
    day = Day()
    number = day.bring(state)
    before = day.hall.tickets[number]
    with pytest.raises(Exception, match="rejected") as refusal:
        give(day, kind, number)
    expected = "heads_mismatch" if (kind, state) == (c.Amend, "finished") else "illegal_transition"
    assert refusal.value.reason == expected
    assert day.hall.tickets[number] == before


@pytest.mark.parametrize("state", [s for s in STATES if s != "cancelled"])
def test_a_class_is_checked_in_once(state: State) -> None:
    day = Day()
    day.bring(state)
    assert day.refuses(c.CheckIn, "art-1", 30) == "already_checked_in"


@pytest.mark.parametrize("state", ["called", "shooting"])
def test_leaving_a_station_frees_it(state: State) -> None:
    day = Day()
    number = day.bring(state)
    day.do(c.Hold, number)
    assert day.hall.at_station == {}
