"""Proposals that make a day fit: the smallest change that is enough on simulated days."""

from datetime import time

import pytest

from machine.paths import DEFAULT_PLAN
from queueing.plan import MOST_STATIONS
from queueing.plan_file import read_plan
from rehearsal.demand import demand
from rehearsal.propose import SLACK, Proposer
from rehearsal.simulate import simulate
from rehearsal.ways import Extra, Wish, altered, shifts, what_ifs
from tests.queueing.day import plan

NOTICE = read_plan(DEFAULT_PLAN.read_text("utf-8"))


def test_of_the_notices_windows_one_asks_for_more_than_the_stations_make() -> None:
    asked = {
        college.id: demand(NOTICE, college, NOTICE.homes[college.id])
        for college in NOTICE.body.colleges
    }
    assert [name for name, d in asked.items() if d["asks_too_much"]] == ["yingshi"]
    assert asked["yingshi"]["demand"] == {"minutes": 30, "asked": 392, "made": 350}


def test_a_day_that_fits_needs_no_change() -> None:
    roomy = plan(
        **{"closes = 10:40:00": "closes = 11:40:00", "closes = 11:00:00": "closes = 12:00:00"}
    )
    assert Proposer(roomy, range(10)).proposals(Wish({}, "window")) == []


def test_what_is_proposed_is_enough_and_less_is_not() -> None:
    cramped = plan(**{"closes = 10:40:00": "closes = 10:20:00"})
    wish = Wish({"east": 1}, "window")
    proposer = Proposer(cramped, range(20))
    assert proposer.late(wish, "east")["art"] > SLACK
    moved, helped = proposer.proposals(wish)
    assert proposer.late(moved, "east") == proposer.late(helped, "east") == {}
    opens, closes = moved.windows["art"]
    assert (opens, closes) == (time(10), time(10, 30))
    assert "art" in proposer.late(
        Wish({"east": 1}, "window", {"art": (opens, time(10, 25))}), "east"
    )
    assert [extra.venue for extra in helped.extra] == ["east"]


def test_a_wish_alters_the_plan() -> None:
    wish = Wish({"east": 3}, "fifo", {"art": (time(9), time(9, 30))})
    body = altered(plan(), wish).body
    assert body.venues[0].open_at_start == (1, 2, 3)
    assert (body.policy, body.windows[0].opens, body.windows[0].closes) == (
        "fifo", time(9), time(9, 30)
    )  # fmt: skip


def test_a_station_more_works_only_while_it_is_open() -> None:
    wish = Wish({"east": 1}, "window", extra=(Extra("east", time(10, 10), time(11)),))
    changed = altered(plan(), wish)
    day = simulate(changed, "east", 1, shifts=shifts(changed, "east", wish))
    calls = [ticket.called_at for ticket in day.tickets.values() if ticket.shot_at == 2]
    assert calls
    assert all(at and changed.at(time(10, 10)) <= at < changed.at(time(11)) for at in calls)


@pytest.mark.parametrize("venue", ["yungu", "xinhua"])
def test_the_same_people_come_whatever_the_stations(venue: str) -> None:
    two, three = (altered(NOTICE, Wish({venue: n}, "window")) for n in (2, 3))
    came = [
        [(t.class_id, t.present, t.checked_in_at) for t in simulate(p, venue, 5).tickets.values()]
        for p in (two, three)
    ]
    assert came[0] == came[1]


def test_no_more_stations_are_proposed_than_a_venue_can_have() -> None:
    crowded = plan(**{"closes = 10:40:00": "closes = 10:02:00", "expected = 30": "expected = 400"})
    ways = what_ifs(crowded, Wish({"east": MOST_STATIONS, "west": MOST_STATIONS}, "window"))
    assert len(ways) == len({way.policy for way in ways})
    proposals = Proposer(crowded, range(2)).proposals(ways[0])
    assert Proposer(crowded, range(2)).late(ways[0], "east")
    assert not any(way.extra for way in proposals)


@pytest.mark.parametrize(("opens", "closes"), [("00:05:00", "00:10:00"), ("23:40:00", "23:45:00")])
def test_what_is_proposed_stays_within_the_day(opens: str, closes: str) -> None:
    late = plan(
        **{"opens = 10:00:00": f"opens = {opens}", "closes = 10:40:00": f"closes = {closes}"}
    )
    wish = Wish({"east": 1}, "window")
    for way in Proposer(late, range(2)).proposals(wish):
        times = [*way.windows.values(), *((extra.opens, extra.closes) for extra in way.extra)]
        assert all(begins < ends for begins, ends in times)
