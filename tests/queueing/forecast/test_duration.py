"""How long a ticket takes: means by the pace, variances by the model of docs/forecast.md."""

from datetime import timedelta
from statistics import NormalDist

import pytest

from queueing.forecast.duration import Span, left, whole
from queueing.forecast.pace import Pace, Rate
from queueing.ticket import State, Ticket
from tests.queueing.day import Day

NOW = Day("10:00").now
# Heads vary twice as much as assumed, changeovers three times.
PACE = Pace({1: Rate(20, 0, 2)}, {1: Rate(60, 0, 3)})


def ticket(state: State = "called", photographed: int = 0, **more: object) -> Ticket:
    return Ticket(
        "A001", "t", "class", "art-1", "art", 30, (1,), NOW,
        state=state, photographed=photographed, called_at=NOW, started_at=NOW, **more,
    )  # fmt: skip


def after(seconds: float, of: Ticket) -> Span:
    span = left(of, 1, PACE, NOW + timedelta(seconds=seconds))
    assert span is not None
    return span


def parts(span: Span) -> tuple[float, float, float]:
    return span.shooting, span.changing, span.variance


def cut_off(mean: float, spread: float, passed: float) -> tuple[float, float]:
    """Integrate mean and variance of what is left of a normal time of which so much has passed."""
    normal, step = NormalDist(mean, spread), spread / 2000
    points = [(step * (n + 0.5), normal.pdf(passed + step * (n + 0.5))) for n in range(30_000)]
    mass = sum(weight for _, weight in points)
    middle = sum(x * weight for x, weight in points) / mass
    return middle, sum((x - middle) ** 2 * weight for x, weight in points) / mass


class TestAWholeTicket:
    def test_it_takes_a_changeover_and_its_heads_that_are_not_shot_yet(self) -> None:
        assert parts(whole(ticket(photographed=10), 1, PACE))[:2] == (400, 60)

    def test_its_heads_the_class_and_the_changeover_vary(self) -> None:
        # Heads: 30 times the square of half their 20 s. The class: a tenth of its 600 s.
        # The changeover: half its 60 s.
        variance = 2 * (30 * 10**2 + 60**2) + 3 * 30**2
        assert whole(ticket(), 1, PACE).variance == pytest.approx(variance)


class TestWhatIsLeftOfACalledOne:
    def test_it_is_all_of_it_at_first(self) -> None:
        assert parts(after(0, ticket())) == pytest.approx(parts(whole(ticket(), 1, PACE)), rel=1e-4)

    def test_the_changeover_goes_first(self) -> None:
        assert after(45, ticket()).changing == 15
        assert after(90, ticket()).changing == 0

    def test_it_is_a_normal_time_cut_off_at_what_has_passed(self) -> None:
        span = whole(ticket(), 1, PACE)
        mean, variance = cut_off(660, span.variance**0.5, 700)
        assert parts(after(700, ticket())) == pytest.approx((mean, 0, variance), rel=1e-3)

    def test_later_than_chance_explains_it_may_be_as_late_again(self) -> None:
        spread = whole(ticket(), 1, PACE).variance ** 0.5
        passed = 660 + 3 * spread
        mean, variance = cut_off(660, spread, passed)
        expected = (mean + spread, 0, variance + spread**2)
        assert parts(after(passed, ticket())) == pytest.approx(expected, rel=1e-3)

    def test_beyond_six_spreads_only_how_late_it_is_tells(self) -> None:
        spread = whole(ticket(), 1, PACE).variance ** 0.5
        late = 7 * spread - 2 * spread
        span = after(660 + 7 * spread, ticket())
        assert parts(span) == pytest.approx((late, 0, late**2), rel=1e-6)

    def test_it_is_forgotten_after_three_times_its_mean_and_ten_minutes(self) -> None:
        limit = 3 * 660 + 600
        assert left(ticket(), 1, PACE, NOW + timedelta(seconds=limit)) is not None
        assert left(ticket(), 1, PACE, NOW + timedelta(seconds=limit + 1)) is None


class TestWhatIsLeftOfOneBeingShot:
    def counted(self, count: int, seconds: float, before: int = 0) -> Span:
        """Return what is left right after a count of heads that took so long."""
        at = NOW + timedelta(seconds=seconds)
        shot = ticket("shooting", before + count, counted_before=before, counted_at=at)
        return after(seconds, shot)

    def expected(self, heads: int, seconds: float, trust: float) -> tuple[float, float, float]:
        """Return what so many heads take, with the class's own pace known so far."""
        of_class = (1 - trust) * (0.1 * heads * seconds) ** 2
        return heads * seconds, 0, 2 * (of_class + heads * (0.5 * seconds) ** 2)

    def test_before_a_count_it_goes_at_the_station_s_pace(self) -> None:
        expected = pytest.approx(self.expected(30, 20, 0), rel=1e-4)
        assert parts(after(0, ticket("shooting"))) == expected

    @pytest.mark.parametrize("seconds_per_head", [12, 30, 39])
    def test_its_own_pace_counts_by_what_its_heads_prove(self, seconds_per_head: float) -> None:
        # Ten heads prove their class's pace to 0.5²/10, a class strays from its station by 0.1².
        trust = 0.01 / (0.01 + 0.25 / 10)
        seconds = 20 * (seconds_per_head / 20) ** trust
        expected = pytest.approx(self.expected(20, seconds, trust), rel=1e-4)
        assert parts(self.counted(10, 10 * seconds_per_head)) == expected

    def test_one_head_proves_a_little(self) -> None:
        trust = 0.01 / (0.01 + 0.25)
        assert self.counted(1, 30).shooting == pytest.approx(29 * 20 * 1.5**trust)

    def test_heads_shot_before_it_was_held_prove_nothing_now(self) -> None:
        trust = 0.01 / (0.01 + 0.25 / 10)
        seconds = 20 * 1.5**trust
        expected = pytest.approx(self.expected(15, seconds, trust), rel=1e-4)
        assert parts(self.counted(10, 300, before=5)) == expected

    def test_a_count_that_adds_nobody_proves_nothing(self) -> None:
        assert self.counted(0, 60, before=5).shooting == pytest.approx(25 * 20)

    @pytest.mark.parametrize("seconds_per_head", [10, 40])
    def test_twice_as_fast_or_slow_is_no_pace(self, seconds_per_head: float) -> None:
        assert self.counted(10, 10 * seconds_per_head).shooting == pytest.approx(400, rel=1e-4)

    def test_when_all_are_shot_it_may_last_as_long_again_as_since_then(self) -> None:
        done = ticket("shooting", 30, counted_at=NOW)
        assert parts(after(90, done)) == (90, 0, 90**2)


def test_one_after_the_other_adds_up() -> None:
    assert Span(1, 2, 3) + Span(10, 20, 30) == Span(11, 22, 33)
