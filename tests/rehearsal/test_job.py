"""A rehearsal of the whole plan, also of one on which nobody can be shot."""

from typing import Any

from machine import paths
from queueing.plan import Plan
from rehearsal.job import rehearse
from rehearsal.report import report
from rehearsal.ways import Wish
from tests.queueing.day import plan
from web.words import Words


def result(of: Plan) -> Any:
    *_, last = rehearse(of, Wish({}, "window"), 2, 1)
    return last["result"]


def test_where_no_station_is_open_nobody_is_shot() -> None:
    payload = result(plan(**{"open_at_start = [1, 2]": "open_at_start = []"}))
    closed, opened = (way["venues"][0] for way in payload["ways"][:2])
    assert (closed["ends_at"], closed["wait_minutes"], closed["use"]) == (None, None, 0)
    assert opened["ends_at"]
    assert payload["pictures"][0]["visits"] == []
    say = Words(paths.I18N).said
    assert f"  {say('staff.rehearsal.nobody')}" in list(report(say, payload))


def test_a_venue_to_which_no_college_comes_is_left_out() -> None:
    payload = result(plan(**{'venue = "west"': 'venue = "east"'}))
    assert [venue["venue"] for venue in payload["ways"][0]["venues"]] == ["east"]
