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


def test_heads_ahead_are_told_beside_the_classes() -> None:
    day = Day()
    for class_id, present in (("art-1", 30), ("art-2", 12), ("art-3", 30)):
        day.do(c.CheckIn, class_id, present)
    drawn = phone(day.hall, day.hall.tickets["A003"], day.now)
    assert (drawn["ahead"], drawn["ahead_heads"]) == (2, 42)


def test_what_staff_announce_is_told_while_it_stands() -> None:
    day = Day()
    number = day.bring("waiting")
    day.do(c.Announce, "lunch", day.time("10:30"))
    assert phone(day.hall, day.hall.tickets[number], day.now)["notice"] == "lunch"
    day.wait(30)
    assert phone(day.hall, day.hall.tickets[number], day.now)["notice"] is None
