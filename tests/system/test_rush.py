"""Many at the same instant: nobody shares a number, nobody is called twice, no call is lost."""

import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.system.hall import Reply, RunningHall


def at_once(calls: list[Callable[[], Reply]]) -> list[Reply]:
    """Make all the calls at the same instant, each in a thread of its own."""
    start = threading.Barrier(len(calls))
    answers: list[Any] = [None] * len(calls)

    def make(index: int) -> None:
        start.wait()
        answers[index] = calls[index]()

    threads = [threading.Thread(target=make, args=(i,)) for i in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def check_in(hall: RunningHall, class_id: str) -> Callable[[], Reply]:
    return lambda: hall.staff("check_in", class_id=class_id, present=20)


def call_next(hall: RunningHall, station: int, **fields: Any) -> Callable[[], Reply]:
    return lambda: hall.staff("call_next", station=station, **fields)


@pytest.fixture
def classes(hall: RunningHall) -> list[str]:
    colleges = hall.ask("/api/roll?venue=yungu").body["colleges"]
    return [c["class_id"] for college in colleges for c in college["classes"]][:32]


def test_32_check_ins_at_once_get_32_numbers(hall: RunningHall, classes: list[str]) -> None:
    hall.staff("set_station", station=3, state="open")
    answers = at_once([check_in(hall, class_id) for class_id in classes])
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body["ticket"]["number"] for answer in answers}) == 32
    assert hall.board()["waiting"]["classes"] == 32


def test_8_staff_at_4_stations_call_4_tickets_once_each(
    hall: RunningHall, classes: list[str]
) -> None:
    for station in (3, 4):
        hall.staff("set_station", station=station, state="open")
    at_once([check_in(hall, class_id) for class_id in classes])
    answers = at_once([call_next(hall, 1 + n % 4) for n in range(8)])
    called = [a.body["ticket"]["number"] for a in answers if a.status == 200]
    refused = [a.body["reason"] for a in answers if a.status != 200]
    assert len(set(called)) == len(called) == 4
    assert refused == ["station_busy"] * 4
    shown = [s["ticket"] for s in hall.board()["stations"]]
    assert sorted(shown) == sorted(called)
    assert hall.board()["waiting"]["classes"] == 28


def test_two_buttons_that_name_the_same_class_call_it_once(
    hall: RunningHall, classes: list[str]
) -> None:
    at_once([check_in(hall, class_id) for class_id in classes])
    first = hall.board()["next"][0]["ticket"]
    answers = at_once([call_next(hall, n, expects=first) for n in (1, 2)])
    assert sorted(answer.status for answer in answers) == [200, 409]
    (loser,) = [answer for answer in answers if answer.status == 409]
    assert loser.body["reason"] == "changed"
    assert loser.body["first"] != first


def test_one_command_sent_twice_at_once_happens_once(hall: RunningHall) -> None:
    body = {"class_id": "huihua-1", "present": 24, "id": uuid4().hex}
    answers = at_once([lambda: hall.staff("check_in", **body)] * 8)
    assert {answer.status for answer in answers} == {200}
    (came,) = hall.events("checked_in")
    assert {answer.body["ticket"]["number"] for answer in answers} == {came["ticket"]}
