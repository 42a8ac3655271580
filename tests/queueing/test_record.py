"""A record as the journal's route writes it."""

from queueing import events as e
from queueing.record import Record
from tests.queueing.day import Day


def test_a_record_is_one_flat_object_of_its_place_and_its_event() -> None:
    record = Record(7, Day().now, "abc", "front desk", e.Called("A001", 2))
    assert record.to_wire() == {
        "version": 7,
        "at": "2023-09-11T10:05:00+08:00",
        "id": "abc",
        "by": "front desk",
        "type": "called",
        "ticket": "A001",
        "station": 2,
        "reason": None,
    }
