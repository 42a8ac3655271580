"""A ticket as its owner is told of it."""

import pytest

from queueing import commands as c
from queueing.forecast.play import forecast
from queueing.summaries.summary import summary
from tests.queueing.day import Day


def drawn(day: Day, number: str) -> dict[str, object]:
    return summary(day.hall, day.hall.tickets[number], day.now)


def test_a_waiting_ticket_is_told_how_many_are_ahead_and_when_its_turn_is() -> None:
    day = Day()
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    third = drawn(day, "A003")
    latest = forecast(day.hall, day.now).starts_latest("A003")
    assert latest
    assert third.pop("eta_latest") == latest.isoformat()
    assert third == {
        "number": "A003",
        "token": day.hall.tickets["A003"].token,
        "state": "waiting",
        "class_id": "art-3",
        "college_id": "art",
        "heads": 30,
        "station": None,
        "ahead": 2,
        "eta": "2023-09-11T10:16:00+08:00",
    }


@pytest.mark.parametrize(
    ("state", "ahead"),
    [("called", 0), ("shooting", 0), ("held", None), ("missed", None), ("finished", None)],
)
def test_nobody_is_ahead_of_whose_turn_it_is_and_nothing_of_who_left_the_line(
    state: str, ahead: int | None
) -> None:
    day = Day()
    ticket = drawn(day, day.bring(state))
    assert (ticket["ahead"], ticket["eta"], ticket["eta_latest"]) == (ahead, None, None)
    assert ticket["station"] == (1 if ahead == 0 else None)
