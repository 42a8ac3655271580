"""What a student's phone shows."""

from display.phone import phone
from queueing import commands as c
from tests.queueing.day import Day


def test_classes_ahead_are_those_waiting_before() -> None:
    day = Day()
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    drawn = phone(day.hall, day.hall.tickets["A003"], day.now)
    assert (drawn["ahead"], drawn["class"], drawn["college"]) == (2, "Art 3", "Art")


def test_a_called_ticket_tells_its_station() -> None:
    day = Day()
    number = day.bring("called")
    drawn = phone(day.hall, day.hall.tickets[number], day.now)
    assert (drawn["state"], drawn["station"], drawn["ahead"]) == ("called", 1, 0)


def test_a_ticket_out_of_the_queue_has_nobody_ahead_and_no_time() -> None:
    day = Day()
    number = day.bring("held")
    drawn = phone(day.hall, day.hall.tickets[number], day.now)
    assert (drawn["ahead"], drawn["eta"]) == (None, None)
