"""A simulated day is a day like any other: written in its log by the rules that run the hall."""

from datetime import timedelta

import pytest

from queueing import events as e
from queueing.hall import Hall, fold
from rehearsal.habits import Habits
from rehearsal.simulate import simulate
from tests.queueing.day import plan


def day(seed: int, **habits: float) -> Hall:
    return simulate(plan(), "east", seed, Habits(**habits))


@pytest.mark.parametrize("seed", range(20))
def test_everybody_is_done_in_the_end(seed: int) -> None:
    assert {ticket.state for ticket in day(seed).tickets.values()} == {"finished"}


def test_the_log_tells_the_day() -> None:
    played = day(1)
    assert fold(plan(), "east", played.log).tickets == played.tickets


def test_the_same_seed_plays_the_same_day() -> None:
    assert day(7).log == day(7).log
    assert day(7).log != day(8).log


def test_a_class_that_misses_its_call_comes_back() -> None:
    played = day(1, no_show=1)
    happened = [type(record.event) for record in played.log]
    assert happened.count(e.MissedCall) == happened.count(e.Returned) == len(played.tickets)


def test_nobody_comes_alone_where_everybody_comes() -> None:
    played = day(1, attendance=1, held_back_a_college=0)
    assert {ticket.kind for ticket in played.tickets.values()} == {"class"}


def test_a_day_takes_as_long_as_its_people_need() -> None:
    exact = {"day_spread": 0, "station_spread": 0, "class_spread": 0, "head_cv": 0.001}
    ticket = day(1, changeover_cv=0.001, **exact).tickets["A001"]
    assert ticket.called_at
    assert ticket.started_at
    assert ticket.ended_at
    # A minute to change over, 20 seconds a head.
    assert (ticket.started_at - ticket.called_at) / timedelta(seconds=60) == pytest.approx(1, 0.01)
    shooting = (ticket.ended_at - ticket.started_at).total_seconds()
    assert shooting / ticket.present == pytest.approx(20, 0.01)
