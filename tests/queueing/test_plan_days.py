"""A plan of several days and venues: who comes on which day, where, and under which name."""

from datetime import UTC, date, datetime

import pytest

from queueing.hall import Hall
from queueing.plan import Plan
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, plan

FIRST, SECOND = date(2023, 9, 11), date(2023, 9, 12)


def window(who: str, day: date = SECOND, venue: str = "east", hours: str = "09 10") -> str:
    opens, closes = hours.split()
    return f"""
        [[windows]]
        date = {day}
        venue = "{venue}"
        opens = {opens}:00:00
        closes = {closes}:00:00
        {who}
        """


BOTH = 'colleges = ["design"]\nclasses = ["art-2", "music-1"]'
TWO_DAYS = read_plan(PLAN + window(BOTH))
MAKE_UP = read_plan(PLAN + window("make_up = true"))
# Nobody comes to the west, and the music students nowhere.
NO_WEST = read_plan(PLAN[: PLAN.rindex("[[windows]]")] + window('colleges = ["art"]'))


def ids(of: tuple[object, ...]) -> list[object]:
    return [getattr(one, "id", None) for one in of]


class TestADayOfIt:
    def test_has_the_windows_of_that_day_by_their_numbers_in_the_whole(self) -> None:
        assert TWO_DAYS.on(SECOND).windows == TWO_DAYS.windows[3:]
        assert TWO_DAYS.on(FIRST).windows == TWO_DAYS.windows[:3]

    def test_is_its_only_day(self) -> None:
        assert TWO_DAYS.days == (FIRST, SECOND)
        assert TWO_DAYS.on(SECOND).days == (SECOND,)

    def test_opens_its_windows_on_that_day(self) -> None:
        opens, closes = read_plan(PLAN + window(BOTH)).span("design", "east", SECOND)
        assert (opens.isoformat(), closes.isoformat()) == (
            "2023-09-12T09:00:00+08:00",
            "2023-09-12T10:00:00+08:00",
        )

    def test_has_no_window_at_a_venue_to_which_nobody_comes_that_day(self) -> None:
        assert TWO_DAYS.windows_at("west", SECOND) == []


class TestWhoComes:
    @pytest.mark.parametrize(
        ("of", "day", "colleges"),
        [
            (TWO_DAYS, FIRST, ["art", "design", "music"]),
            (NO_WEST, FIRST, ["art", "design"]),
            (NO_WEST, SECOND, ["art"]),
            (MAKE_UP, SECOND, ["art", "design", "music"]),
        ],
    )
    def test_on_a_day_are_its_colleges_and_with_make_up_all(
        self, of: Plan, day: date, colleges: list[str]
    ) -> None:
        assert ids(of.colleges_on(day)) == colleges

    def test_at_a_venue_are_those_of_a_day_or_of_any(self) -> None:
        assert ids(NO_WEST.colleges_at("east", SECOND)) == ["art"]
        assert ids(NO_WEST.colleges_at("east")) == ["art", "design"]

    def test_is_a_college_on_the_days_that_it_has_a_window(self) -> None:
        assert TWO_DAYS.days_of("design", "east") == [FIRST, SECOND]
        assert TWO_DAYS.days_of("music", "east") == [SECOND]
        assert TWO_DAYS.days_of("art", "west") == []

    def test_is_counted_by_the_notice_or_of_a_part_of_a_college_by_class(self) -> None:
        more = plan(**{"expected = 90": "expected = 100"})
        assert more.heads_on(more.colleges["art"], "east", FIRST) == 100
        art = TWO_DAYS.colleges["art"]
        assert TWO_DAYS.heads_on(art, "east", SECOND) == 30

    def test_in_a_window_goes_by_the_plan_and_not_by_name(self) -> None:
        renamed = plan(**{'"art-1"': '"art-9"'})
        assert renamed.classes_in(renamed.windows[0]) == ["art-9", "art-2", "art-3"]

    def test_in_make_up_may_be_anybody(self) -> None:
        (late,) = MAKE_UP.windows_at("east", SECOND)
        assert late.make_up is True
        assert MAKE_UP.windows_of("music-1", "east", SECOND) == [late]
        assert MAKE_UP.takes_class("music-1", "east")
        assert not TWO_DAYS.takes_class("art-1", "west")

    def test_is_told_by_name(self) -> None:
        assert TWO_DAYS.name_of(TWO_DAYS.windows[3]) == "Design、Art 2、Music 1"
        assert MAKE_UP.name_of(MAKE_UP.windows[3]) == ""


class TestTheDayThatItIs:
    @pytest.mark.parametrize(
        ("now", "venue", "day"),
        [
            ("2023-09-10T12:00:00+08:00", "east", FIRST),
            ("2023-09-11T23:59:00+08:00", "east", FIRST),
            ("2023-09-12T00:00:00+08:00", "east", SECOND),
            ("2023-09-13T12:00:00+08:00", "east", SECOND),
            ("2023-09-12T12:00:00+08:00", "west", FIRST),
        ],
    )
    def test_is_a_venue_s_own_by_the_local_clock(self, now: str, venue: str, day: date) -> None:
        assert Hall(TWO_DAYS, venue).day(datetime.fromisoformat(now)) == day

    @pytest.mark.parametrize("day", [FIRST, SECOND])
    def test_is_one_of_the_plan_s_where_nobody_comes(self, day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        assert NO_WEST.day_at(noon, "west") == day

    def test_is_over_at_local_midnight(self) -> None:
        hall, midnight = Hall(TWO_DAYS, "east"), datetime.fromisoformat("2023-09-12T00:00+08:00")
        assert hall.is_on(midnight, SECOND)
        assert not hall.is_on(midnight, FIRST)


class TestWhereACollegeIsAtHome:
    def test_is_where_it_comes_first(self) -> None:
        assert TWO_DAYS.homes == {"art": "east", "design": "east", "music": "west"}

    def test_is_the_first_venue_if_it_comes_nowhere(self) -> None:
        assert read_plan(PLAN[: PLAN.rindex("[[windows]]")]).homes["music"] == "east"

    def test_is_for_a_class_of_its_own_window_where_that_is(self) -> None:
        first, second = 'classes = ["art-1"]', 'classes = ["art-2"]'
        split = read_plan(
            PLAN[: PLAN.index("[[windows]]")]
            + window(first, venue="west")
            + window(second, hours="10 11")
        )
        assert [split.home_of(f"art-{n}") for n in (1, 2, 3)] == ["west", "east", "west"]

    def test_is_for_a_class_where_its_college_comes_first(self) -> None:
        assert TWO_DAYS.home_of("music-1") == "west"


def test_windows_that_follow_one_another_do_not_overlap() -> None:
    meeting = plan(**{"opens = 10:30:00": "opens = 10:40:00"})
    earlier, later, elsewhere = meeting.windows
    assert not earlier.overlaps(later)
    assert not later.overlaps(earlier)
    assert not elsewhere.overlaps(earlier)
