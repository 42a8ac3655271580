"""When the waiting will be called: a median and a bound, and nothing where nothing is known."""

import math
from datetime import timedelta

import pytest

from queueing import commands as c
from queueing.enrolment import Enrolled, Enrolment
from queueing.forecast.duration import Span
from queueing.forecast.ending import UNKNOWN, day_end, window_ends
from queueing.forecast.play import Forecast, Scale, forecast
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, Day, plan


def expected(day: Day) -> Forecast:
    return forecast(day.hall, day.now)


def minutes_until(day: Day, number: str) -> float:
    starts = expected(day).starts(number)
    assert starts
    return (starts - day.now) / timedelta(minutes=1)


def slack(day: Day, number: str) -> float:
    """Return by how many minutes a ticket's bound lies after its median."""
    slot = expected(day).slots[number]
    return (slot.starts_latest - slot.starts) / timedelta(minutes=1)


def shoot(day: Day, number: str, minutes: float, station: int = 1) -> None:
    """Call, start a minute later, finish so many minutes later."""
    day.do(c.CallNext, station, ticket=number, reason="asked")
    day.wait(1).do(c.Start, number)
    day.wait(minutes).do(c.Finish, number, day.hall.tickets[number].present)


@pytest.fixture
def day() -> Day:
    """Three classes of 30 heads are there: 11 minutes each by the plan."""
    day = Day()
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    return day


class TestThePlansPace:
    def test_the_first_goes_at_once_when_a_station_is_free(self, day: Day) -> None:
        assert minutes_until(day, "A001") == 0

    def test_classes_share_the_open_stations(self, day: Day) -> None:
        # 30 heads at 20 s and a minute to change over.
        assert [minutes_until(day, f"A00{n}") for n in (1, 2, 3)] == [0, 0, 11]

    def test_a_paused_station_takes_nobody(self, day: Day) -> None:
        day.do(c.SetStation, 2, "paused")
        assert minutes_until(day, "A002") == 11

    def test_heads_already_shot_need_no_more_time(self, day: Day) -> None:
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.wait(9).do(c.Count, "A001", 27)
        assert expected(day).ends(1) == day.now + timedelta(minutes=1)

    def test_those_who_are_awaited_go_before_those_who_are_early(self, day: Day) -> None:
        day = Day("10:00")
        day.do(c.CheckIn, "design-1", 25)
        for station in (1, 2):
            day.do(c.CheckIn, f"art-{station}", 30)
            day.do(c.CallNext, station)
        # art-3 is awaited before a station is free.
        assert minutes_until(day, "B001") == 11
        day.do(c.CheckIn, "art-3", 30)
        assert minutes_until(day, "B001") == 11
        day.do(c.SetStation, 2, "paused")
        assert minutes_until(day, "B001") == 22


class TestLearning:
    def test_a_fast_crew_brings_the_calls_forward(self, day: Day) -> None:
        before = minutes_until(day, "A003")
        shoot(day, "A001", 5)
        day.do(c.CheckIn, "design-1", 30)
        day.do(c.CallNext, 1)
        day.do(c.CallNext, 2)
        assert minutes_until(day, "B001") < before

    def test_each_station_has_a_pace_of_its_own(self, day: Day) -> None:
        shoot(day, "A001", 15, station=1)
        shoot(day, "A002", 7, station=2)
        day.do(c.CheckIn, "design-1", 30)
        day.do(c.CallNext, 1)
        day.do(c.CallNext, 2)
        busy = expected(day).busy
        assert busy[1].ends > busy[2].ends

    def test_counts_tell_of_a_class_still_being_shot(self, day: Day) -> None:
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.wait(8).do(c.Count, "A001", 15)
        # By the plan five minutes are left; it goes slower than that.
        assert expected(day).busy[1].ends_in > 300

    def test_the_bound_comes_nearer_as_the_day_goes_on(self, day: Day) -> None:
        before = slack(day, "A003")
        shoot(day, "A001", 10)
        shoot(day, "A002", 10)
        for class_id in ("design-1", "design-2"):
            day.do(c.CheckIn, class_id, 30)
        day.do(c.SetStation, 2, "closed")
        day.do(c.CallNext, 1)
        assert 0 < slack(day, "B001") < before


class TestTrouble:
    def test_nothing_is_claimed_while_no_station_is_open(self, day: Day) -> None:
        day.do(c.SetStation, 1, "closed")
        day.do(c.SetStation, 2, "paused")
        foreseen = expected(day)
        assert (foreseen.starts("A001"), foreseen.starts_latest("A001")) == (None, None)
        assert (
            day_end(day.hall, foreseen)
            == window_ends(day.hall, foreseen, day.now)["art"]
            == UNKNOWN
        )

    def test_a_class_left_shooting_over_lunch_teaches_nothing(self, day: Day) -> None:
        before = minutes_until(day, "A003")
        shoot(day, "A001", 70)
        day.do(c.CallNext, 1)
        day.do(c.SetStation, 2, "paused")
        assert minutes_until(day, "A003") == pytest.approx(before, abs=0.1)

    def test_who_is_later_than_chance_explains_is_not_foretold_to_end_at_once(
        self, day: Day
    ) -> None:
        day.do(c.SetStation, 2, "closed")
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.wait(20)
        assert minutes_until(day, "A002") > 3
        assert slack(day, "A002") > 3

    def test_a_station_where_a_class_was_forgotten_is_not_counted_on(self, day: Day) -> None:
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.wait(70)
        foreseen = expected(day)
        assert foreseen.ends(1) is None
        assert {slot.station for slot in foreseen.slots.values()} == {2}

    def test_a_class_that_is_over_its_time_is_done_any_moment(self, day: Day) -> None:
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.wait(13)
        assert 0 < expected(day).busy[1].ends_in < 120

    def test_a_burst_of_counts_is_no_pace(self, day: Day) -> None:
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.do(c.Count, "A001", 15)
        assert expected(day).busy[1].ends_in == pytest.approx(300)


class TestTheBound:
    """Nine calls in ten have come by then, whatever adds to the doubt."""

    # So sure of the pace (variances of logarithms), so long is a class.
    SCALE = (0.04, 0.09, 600)

    def bound(self, seconds: float, variance: float) -> float:
        """Return the 0.9 quantile of a log-normal of this median and variance."""
        return seconds * math.exp(1.2815516 * math.sqrt(math.log(1 + variance / seconds**2)))

    @pytest.mark.parametrize(
        ("stations", "variance", "lead"),
        [
            (1, 50_000.0, 0.0),
            # Whoever is next waits for the first station to be free: at most for what chance
            # brings to one of them, at most for a class.
            (2, 50_000.0, 25_000.0),
            (4, 900_000.0, 600**2 / 12),
        ],
    )
    def test_chance_and_doubt_of_the_pace_are_shared_by_the_stations(
        self, stations: int, variance: float, lead: float
    ) -> None:
        now = Day().now
        latest = Scale(now, stations, *self.SCALE).latest(1000, Span(3000, 500, variance))
        of_pace = (3000**2 * 0.04 + 500**2 * 0.09) / stations**2
        of_chance = variance / stations**2 + (1 - 1 / stations) * lead
        expected = self.bound(1000, of_pace + of_chance)
        assert (latest - now).total_seconds() == pytest.approx(expected, abs=0.6)

    def test_who_is_called_at_once_is_called_at_once(self) -> None:
        now = Day().now
        scale = Scale(now, 1, *self.SCALE)
        assert scale.latest(0, Span(0, 0, 900)) == now
        assert scale.latest(1, Span(0, 0, 900)) > now

    def test_a_forecast_tells_it_of_who_waits_and_of_nobody_else(self, day: Day) -> None:
        foreseen = expected(day)
        assert foreseen.starts_latest("A003") == foreseen.slots["A003"].starts_latest
        assert foreseen.starts_latest("A009") is None


class TestSlots:
    def test_a_forecast_counts_from_now_by_the_pace_known_and_the_plan_s_class(
        self, day: Day
    ) -> None:
        # A sixth of 160 heads at 20 seconds, and a minute; a day and a station vary.
        scale = expected(day).slots["A001"].scale
        doubt = pytest.approx(0.25**2 + 0.1**2)
        assert scale == Scale(day.now, 2, doubt, doubt, pytest.approx(160 / 6 * 20 + 60))

    def test_a_plan_of_one_class_has_that_class_s_time(self) -> None:
        music = PLAN[PLAN.rindex("[[colleges]]") : PLAN.index("[[windows]]")]
        window = PLAN[PLAN.rindex("[[windows]]") :]
        one = read_plan(PLAN[: PLAN.index("[[colleges]]")] + music + window)
        day = Day("15:00", venue="west", of=one)
        assert expected(day).coming["music-1"].scale.a_class == 20 * 20 + 60

    def test_of_two_of_a_size_who_is_half_shot_takes_less(self, day: Day) -> None:
        day.do(c.SetStation, 2, "closed")
        day.do(c.CallNext, 1)
        day.do(c.Start, "A001")
        day.do(c.Count, "A001", 20)
        day.do(c.Amend, "A001", present=25)
        day.do(c.Hold, "A001")
        day.do(c.Resume, "A001")
        day.do(c.Amend, "A002", present=45)
        slots = expected(day).slots
        took = [slots[number].ends_in - slots[number].starts_in for number in ("A001", "A002")]
        assert took == [pytest.approx(5 * 20 + 60), pytest.approx(45 * 20 + 60)]

    def test_a_window_that_opens_lets_its_classes_go_before_late_ones(self) -> None:
        day = Day("10:20", of=plan(**{"closes = 10:40:00": "closes = 10:10:00"}))
        day.do(c.SetStation, 2, "closed")
        for class_id in ("art-1", "art-2", "design-1", "design-2"):
            day.do(c.CheckIn, class_id, 30)
        # Eleven minutes each: at 10:31 those of 10:30 are on time.
        assert [minutes_until(day, n) for n in ("A001", "B001", "B002", "A002")] == [0, 11, 22, 33]

    def test_a_busy_station_is_busy_from_now_on_by_itself(self, day: Day) -> None:
        day.do(c.CallNext, 2)
        slot = expected(day).busy[2]
        assert (slot.ticket.number, slot.station, slot.starts_in) == ("A001", 2, 0)
        assert (slot.ends_in, slot.before, slot.scale.stations) == (slot.after.mean, Span(), 1)

    def test_each_takes_what_its_own_heads_take(self, day: Day) -> None:
        day.do(c.CheckInWalkIn, "held_back", "art", 1)
        day.do(c.CheckIn, "design-1", 40)
        day.do(c.CallNext, 1, ticket="B001", reason="asked")
        day.do(c.Start, "B001")
        day.do(c.Count, "B001", 10)
        day.do(c.Hold, "B001")
        day.do(c.CheckIn, "design-2", 50)
        day.do(c.Resume, "B001")
        slots = expected(day).slots
        took = {number: slot.ends_in - slot.starts_in for number, slot in slots.items()}
        assert took == pytest.approx(
            {"A001": 660, "A002": 660, "A003": 660, "W001": 80, "B001": 660, "B002": 1060}, abs=40
        )

    @pytest.mark.parametrize(
        ("at", "passed"), [("10:05", 0.35 * (160 / 6 * 20 + 60)), ("12:00", 0)]
    )
    def test_a_walk_in_may_be_passed_while_others_are_awaited(self, at: str, passed: float) -> None:
        day = Day(at)
        for class_id in ("art-1", "art-2"):
            day.do(c.CheckIn, class_id, 30)
        day.do(c.CheckInWalkIn, "held_back", "art", 1)
        slots = expected(day).slots
        first, second, walk_in = sorted(slots.values(), key=lambda slot: slot.after.variance)
        assert (first.before, second.before) == (Span(), first.after)
        assert walk_in.ticket.number == "W001"
        doubt = walk_in.before.variance - second.after.variance
        assert doubt == pytest.approx(passed**2)

    def test_each_says_why_it_stands_where_it_does(self, day: Day) -> None:
        assert expected(day).why == dict.fromkeys(("A001", "A002", "A003"), "on_time")


class TestForetoldAndCalled:
    def test_calls_come_in_the_order_foretold_if_all_comes_as_foretold(self) -> None:
        day = Day(
            "10:21",
            of=plan(**{"missed_returns_behind": "walk_in_after = 1\nmissed_returns_behind"}),
        )
        day.do(c.CheckIn, "art-1", 30)
        day.do(c.CheckIn, "design-1", 10)
        for _ in range(3):
            day.do(c.CheckInWalkIn, "held_back", "art", 9)
        foreseen, began = expected(day), day.now
        slots = sorted(
            [*foreseen.slots.values(), *foreseen.coming.values()], key=lambda s: s.starts_in
        )
        arrivals = [slot.ticket for slot in foreseen.coming.values()]
        called = []
        for slot in slots:
            for came in [t for t in arrivals if t.checked_in_at <= slot.starts]:
                arrivals.remove(came)
                day.now = came.checked_in_at
                day.do(c.CheckIn, came.class_id, came.present)
            day.now = began + timedelta(seconds=slot.starts_in)
            if slot.station in day.hall.at_station:
                number = day.hall.at_station[slot.station]
                day.do(c.Start, number)
                day.do(c.Finish, number, day.hall.tickets[number].present)
            (event,) = day.do(c.CallNext, slot.station)
            called.append(day.hall.tickets[event.ticket].class_id or event.ticket)
        assert called == [slot.ticket.class_id or slot.ticket.number for slot in slots]


class TestEnds:
    @pytest.mark.parametrize(
        ("state", "minutes"), [("waiting", 11), ("called", 11), ("shooting", 10)]
    )
    def test_the_day_goes_on_while_anybody_is_there(self, state: str, minutes: int) -> None:
        day = Day("12:00")
        day.bring(state)
        assert day_end(day.hall, expected(day)).at == day.now + timedelta(minutes=minutes)

    def test_nobody_knows_when_a_class_that_was_put_aside_goes_on(self) -> None:
        day = Day("12:00")
        day.bring("held")
        day.do(c.CheckIn, "art-2", 30)
        assert day_end(day.hall, expected(day)) == UNKNOWN

    def test_a_window_ends_when_its_awaited_classes_are_shot_too(self) -> None:
        day = Day("10:00")
        day.do(c.CheckIn, "art-1", 30)
        end = window_ends(day.hall, expected(day), day.now)["art"]
        assert end.at
        assert end.latest
        # art-2 and art-3 are awaited at 10:10 and 10:30.
        assert day.time("10:41") <= end.at < end.latest

    def test_a_class_of_which_it_is_noted_why_it_did_not_come_is_not_awaited(self) -> None:
        day = Day("10:00")
        for class_id in ("art-1", "art-2"):
            day.do(c.CheckIn, class_id, 30)
        before = window_ends(day.hall, expected(day), day.now)["art"]
        day.do(c.NoteAbsent, (c.Missing("not_told", count=30),), "art-3")
        after = window_ends(day.hall, expected(day), day.now)["art"]
        assert before.at
        assert after.at == day.time("10:11") < before.at

    def test_a_window_whose_classes_are_shot_has_ended(self, day: Day) -> None:
        for number in ("A001", "A002", "A003"):
            shoot(day, number, 10)
        end = window_ends(day.hall, expected(day), day.now)["art"]
        assert end.at == end.latest == day.now

    def test_a_window_does_not_wait_for_a_class_that_came_after_it(self) -> None:
        day = Day("10:05")
        day.do(c.CheckIn, "art-1", 30)
        shoot(day, "A001", 10)
        shot = day.now
        day.wait(35).do(c.CheckIn, "art-2", 30)
        assert window_ends(day.hall, expected(day), day.now)["art"].at == shot

    def test_the_day_ends_with_the_last_window(self, day: Day) -> None:
        foreseen = expected(day)
        assert day_end(day.hall, foreseen) == window_ends(day.hall, foreseen, day.now)["design"]

    def test_a_day_without_anybody_left_has_no_end_to_predict(self, day: Day) -> None:
        for number in ("A001", "A002", "A003"):
            shoot(day, number, 10)
        day.wait(60)
        assert day_end(day.hall, expected(day)) == UNKNOWN


class TestOneForecastForAllWhoDraw:
    def test_it_is_reckoned_once_in_a_second(self, day: Day) -> None:
        assert forecast(day.hall, day.now + timedelta(seconds=0.9)) is expected(day)

    def test_the_next_second_has_another(self, day: Day) -> None:
        before = expected(day)
        assert expected(day.wait(1 / 60)) is not before

    def test_what_happens_meanwhile_is_in_it(self, day: Day) -> None:
        assert len(expected(day).queue) == 3
        day.do(c.CallNext, 1)
        assert len(expected(day).queue) == 2

    def test_another_roster_makes_another_though_nothing_happened(self, day: Day) -> None:
        before = expected(day)
        students = {f"s{n}": Enrolled("design", "design-1") for n in range(90)}
        day.hall.enrolment = Enrolment(students)
        heads = [foreseen.coming["design-1"].ticket.present for foreseen in (before, expected(day))]
        assert heads == [25, 90]


def test_those_of_a_window_that_is_over_are_no_longer_awaited() -> None:
    assert set(expected(Day("10:45")).coming) == {"design-1", "design-2"}


def test_of_those_awaited_as_many_are_expected_as_of_those_who_came() -> None:
    day = Day()
    for class_id in ("art-1", "art-2"):
        day.do(c.CheckIn, class_id, 15)
    # Thirty of sixty came; the plan's figures weigh as much as a hundred heads.
    heads = {n: slot.ticket.present for n, slot in expected(day).coming.items()}
    assert heads == {"art-3": round(30 * 130 / 160), "design-1": 20, "design-2": 20}
