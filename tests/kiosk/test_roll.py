"""The kiosk's roll."""

from kiosk.roll import roll
from tests.queueing.day import Day


def test_a_class_not_yet_there_is_expected() -> None:
    day = Day()
    first = roll(day.hall, day.now)["colleges"][0]["classes"][0]
    assert (first["state"], first["ticket"], first["expected"]) == ("expected", None, 30)


def test_a_class_that_is_there_shows_its_number_and_state() -> None:
    day = Day()
    day.bring("shooting")
    first = roll(day.hall, day.now)["colleges"][0]["classes"][0]
    assert (first["state"], first["ticket"]) == ("shooting", "A001")


def test_a_cancelled_class_is_expected_again() -> None:
    day = Day()
    day.bring("cancelled")
    assert roll(day.hall, day.now)["colleges"][0]["classes"][0]["state"] == "expected"


def test_the_roll_lists_this_venues_colleges_only() -> None:
    day = Day()
    assert [c["college_id"] for c in roll(day.hall, day.now)["colleges"]] == ["art", "design"]
