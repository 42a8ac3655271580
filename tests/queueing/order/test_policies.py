"""Who is next, and why."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.paths import DEFAULT_PLAN
from queueing import commands as c
from queueing.order.policies import POLICIES, turns, waiting
from queueing.plan import Plan
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, Day, plan

NOTICE = read_plan(DEFAULT_PLAN.read_text("utf-8"))


def queue(day: Day) -> list[str]:
    return [ticket.number for ticket in waiting(day.hall, day.now)]


def reason(day: Day, number: str) -> str:
    return {ticket.number: why for ticket, why in turns(day.hall, day.now)}[number]


def with_policy(policy: str, text: str = PLAN) -> Plan:
    return read_plan(f'policy = "{policy}"\n' + text)


@pytest.fixture
def day() -> Day:
    return Day("10:05")


def test_classes_on_time_go_by_check_in(day: Day) -> None:
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CheckIn, "art-1", 30)
    assert queue(day) == ["A001", "A002"]


def test_early_classes_wait_until_their_window_opens(day: Day) -> None:
    day.do(c.CheckIn, "design-1", 25)
    day.do(c.CheckIn, "art-1", 30)
    assert queue(day) == ["A001", "B001"]
    assert reason(day, "B001") == "early"
    day.wait(30)
    assert queue(day) == ["B001", "A001"]


def test_early_classes_are_called_when_a_station_would_idle(day: Day) -> None:
    day.do(c.CheckIn, "design-1", 25)
    (called,) = day.do(c.CallNext, 1)
    assert called.ticket == "B001"


def test_late_classes_go_after_those_on_time_and_before_early_ones() -> None:
    day = Day("10:45", of=plan(**{"closes = 11:00:00": "closes = 11:30:00"}))
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "design-1", 25)
    assert queue(day) == ["B001", "A001"]
    assert reason(day, "A001") == "late"


def test_who_checked_in_within_the_window_stays_on_time(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.wait(60)
    assert reason(day, "A001") == "on_time"


def test_who_checks_in_as_the_window_closes_is_on_time() -> None:
    day = Day("10:40")
    day.do(c.CheckIn, "art-1", 30)
    assert reason(day, "A001") == "on_time"


class TestWalkIns:
    def test_they_go_after_the_classes_but_before_early_ones(self, day: Day) -> None:
        day.do(c.CheckInWalkIn, "late", "art", 1)
        day.do(c.CheckIn, "design-1", 25)
        day.do(c.CheckIn, "art-1", 30)
        assert queue(day) == ["A001", "W001", "B001"]

    def test_one_goes_after_every_so_many_classes(self) -> None:
        day = Day(of=read_plan("walk_in_after = 2\n" + PLAN))
        for _ in range(3):
            day.do(c.CheckInWalkIn, "late", "art", 1)
        for class_id in ("art-1", "art-2", "art-3"):
            day.do(c.CheckIn, class_id, 30)
        assert queue(day) == ["A001", "A002", "W001", "A003", "W002", "W003"]
        # What was called already counts too.
        day.do(c.CallNext, 1)
        assert queue(day) == ["A002", "W001", "A003", "W002", "W003"]

    def test_one_that_was_let_in_is_said_to_be_a_walk_in(self) -> None:
        day = Day(of=read_plan("walk_in_after = 1\n" + PLAN))
        day.do(c.CheckInWalkIn, "late", "art", 1)
        for class_id in ("art-1", "art-2"):
            day.do(c.CheckIn, class_id, 30)
        assert queue(day) == ["A001", "W001", "A002"]
        assert reason(day, "W001") == "walk_in"

    def test_one_at_the_head_is_counted_as_the_last(self) -> None:
        day = Day(of=read_plan("walk_in_after = 2\n" + PLAN))
        for _ in range(2):
            day.do(c.CheckInWalkIn, "late", "art", 1)
        for class_id in ("art-1", "art-2", "art-3"):
            day.do(c.CheckIn, class_id, 30)
        day.do(c.CallNext, 1, ticket="W001", reason="train")
        day.do(c.Return, "W001")
        assert queue(day) == ["W001", "A001", "A002", "W002", "A003"]

    def test_one_goes_at_a_windows_end(self, day: Day) -> None:
        day.do(c.CheckInWalkIn, "late", "art", 1)
        day.do(c.CheckInWalkIn, "late", "art", 1)
        day.do(c.CheckIn, "art-1", 30)
        day.wait(35)
        assert queue(day) == ["W001", "A001", "W002"]
        day.do(c.CallNext, 1)
        assert queue(day) == ["A001", "W002"]

    def test_a_window_that_ended_before_they_came_lets_nobody_in(self) -> None:
        day = Day("10:45")
        day.do(c.CheckInWalkIn, "late", "art", 1)
        day.do(c.CheckIn, "design-1", 25)
        assert queue(day) == ["B001", "W001"]


class TestReturns:
    def test_a_called_ticket_returns_to_the_head(self, day: Day) -> None:
        day.bring("called")
        day.do(c.CheckIn, "art-2", 30)
        day.do(c.Return, "A001")
        assert queue(day) == ["A001", "A002"]
        assert reason(day, "A001") == "head"

    def test_a_missed_early_class_returns_behind_those_on_time(self, day: Day) -> None:
        day.do(c.CheckIn, "design-1", 25)
        day.do(c.CallNext, 1)
        day.do(c.MarkNoShow, "B001")
        day.do(c.Return, "B001")
        day.do(c.CheckIn, "art-1", 30)
        assert queue(day) == ["A001", "B001"]
        assert reason(day, "B001") == "early"

    def test_a_class_that_returns_behind_a_preferred_one_is_not_preferred(self) -> None:
        preferred = 'id = "art-2", name = "Art 2", expected = 30'
        day = Day(of=read_plan(PLAN.replace(preferred, preferred + ', priority = "Bus at 11"')))
        day.bring("missed")
        day.do(c.CheckIn, "art-2", 30)
        day.do(c.Return, "A001")
        day.do(c.CheckIn, "art-3", 30)
        assert reason(day, "A001") == "on_time"

    def test_a_missed_walk_in_stays_a_walk_in(self, day: Day) -> None:
        day.do(c.CheckInWalkIn, "late", "art", 1)
        day.do(c.CallNext, 1)
        day.do(c.Return, "W001")
        day.do(c.CallNext, 1)
        day.do(c.MarkNoShow, "W001")
        day.do(c.Return, "W001")
        assert reason(day, "W001") == "walk_in"

    def test_a_class_that_was_checked_in_as_another_is_served_as_itself(self) -> None:
        preferred = 'id = "art-2", name = "Art 2", expected = 30'
        day = Day(of=read_plan(PLAN.replace(preferred, preferred + ', priority = "Bus at 11"')))
        day.do(c.CheckIn, "art-3", 30)
        day.do(c.Amend, "A001", class_id="art-2")
        assert reason(day, "A001") == "priority"

    @pytest.mark.parametrize("policy", POLICIES)
    def test_a_missed_class_returns_behind_as_many_as_the_plan_says(self, policy: str) -> None:
        day = Day(of=with_policy(policy))
        day.bring("missed")
        for class_id in ("art-2", "art-3", "design-1"):
            day.do(c.CheckIn, class_id, 30)
        day.do(c.Return, "A001")
        assert queue(day) == ["A002", "A003", "A001", "B001"]

    def test_walk_ins_do_not_hold_up_a_class_that_returns(self, day: Day) -> None:
        day.bring("missed")
        day.do(c.CheckInWalkIn, "late", "art", 1)
        day.do(c.Return, "A001")
        assert queue(day) == ["A001", "W001"]

    def test_it_keeps_its_place_when_the_one_before_it_is_called(self, day: Day) -> None:
        day.bring("missed")
        day.do(c.CheckIn, "art-2", 30)
        day.do(c.Return, "A001")
        day.do(c.CallNext, 1)
        day.do(c.CheckIn, "art-3", 30)
        assert queue(day) == ["A001", "A003"]

    def test_a_held_ticket_resumes_in_its_old_place(self, day: Day) -> None:
        day.do(c.CheckIn, "art-1", 30)
        day.do(c.Hold, "A001")
        day.do(c.CheckIn, "art-2", 30)
        day.do(c.Resume, "A001")
        assert queue(day) == ["A001", "A002"]


class TestPriority:
    ART_2 = '{ id = "art-2", name = "Art 2", expected = 30'

    def day(self, policy: str = "window") -> Day:
        text = PLAN.replace(self.ART_2, self.ART_2 + ', priority = "Bus at 11"')
        return Day(of=with_policy(policy, text))

    @pytest.mark.parametrize("policy", POLICIES)
    def test_it_puts_a_class_first_of_its_rank(self, policy: str) -> None:
        day = self.day(policy)
        for class_id in ("art-1", "art-2"):
            day.do(c.CheckIn, class_id, 30)
        assert queue(day) == ["A002", "A001"]
        assert reason(day, "A002") == "priority"

    def test_it_does_not_lift_a_class_out_of_its_rank(self) -> None:
        day = self.day().wait(40)
        day.do(c.CheckIn, "art-2", 30)
        day.do(c.CheckIn, "design-1", 25)
        assert queue(day) == ["B001", "A001"]


def test_the_roster_policy_goes_by_the_plan() -> None:
    day = Day(of=with_policy("roster"))
    for class_id in ("art-3", "art-1", "art-2"):
        day.do(c.CheckIn, class_id, 30)
    assert [day.hall.tickets[number].class_id for number in queue(day)] == [
        "art-1", "art-2", "art-3"
    ]  # fmt: skip
    assert reason(day, "A001") == "planned"


def test_the_roster_policy_goes_by_the_class_to_which_a_ticket_was_amended() -> None:
    day = Day(of=with_policy("roster"))
    for class_id in ("art-3", "art-2"):
        day.do(c.CheckIn, class_id, 30)
    day.do(c.Amend, "A001", class_id="art-1")
    assert queue(day) == ["A001", "A002"]


def test_the_roster_policy_puts_a_walk_in_first_at_the_head() -> None:
    day = Day(of=with_policy("roster"))
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckInWalkIn, "late", "art", 1)
    for number in ("A001", "W001"):
        day.do(c.CallNext, 1, ticket=number, reason="asked")
        day.do(c.Return, number)
    assert queue(day) == ["W001", "A001"]


def test_the_fifo_policy_puts_who_came_back_from_a_station_first() -> None:
    day = Day(of=with_policy("fifo"))
    number = day.bring("called")
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.Return, number)
    assert turns(day.hall, day.now) == [
        (day.hall.tickets[number], "head"),
        (day.hall.tickets["A002"], "checked_in"),
    ]


def test_the_fifo_policy_goes_by_check_in_alone() -> None:
    day = Day(of=with_policy("fifo"))
    day.do(c.CheckInWalkIn, "late", "art", 1)
    day.do(c.CheckIn, "design-1", 25)
    day.do(c.CheckIn, "art-1", 30)
    assert queue(day) == ["W001", "B001", "A001"]
    assert reason(day, "B001") == "checked_in"


class TestOverlapsOfTheNotice:
    """In each, the earlier college has classes left when the later one's window opens."""

    def calls(self, at: str, venue: str, earlier: str, later: str) -> tuple[str, ...]:
        """Check in two classes of one college and then four of the other; list who is called."""
        day = Day(at, venue, NOTICE)
        for college, n in ((earlier, 2), (later, 4)):
            for planned in NOTICE.colleges[college].classes[:n]:
                day.do(c.CheckIn, planned.id, 20)
        while line := turns(day.hall, day.now):
            assert {why for _, why in line} <= {"shared", "on_time"}
            (called,) = day.do(c.CallNext, 1)
            assert called.ticket == line[0][0].number
            day.do(c.Start, called.ticket)
            day.wait(6).do(c.Finish, called.ticket, 20)
        finished = sorted(day.hall.tickets.values(), key=lambda t: t.called_at or day.now)
        return tuple("earlier" if t.college_id == earlier else "later" for t in finished)

    # Where twice as many heads wait, twice as many are called.
    SHARED = ("later", "earlier", "later", "later", "earlier", "later")

    def test_at_11_20_design_and_new_media_take_turns_by_heads(self) -> None:
        assert self.calls("11:20", "yungu", "sheji", "xinmeiti") == self.SHARED

    def test_at_13_30_culture_and_film_take_turns_by_heads(self) -> None:
        assert self.calls("13:30", "yungu", "wenguan", "yingshi") == self.SHARED

    def test_at_16_30_dance_and_graduates_take_turns_by_heads(self) -> None:
        assert self.calls("16:30", "xinhua", "wudao", "yanjiusheng") == self.SHARED


def test_heads_called_before_the_windows_met_are_no_debt() -> None:
    day = Day("10:20")
    day.bring("finished")
    day.do(c.CheckIn, "art-2", 30)
    day.wait(15)
    day.do(c.CheckIn, "design-1", 30)
    assert queue(day) == ["A002", "B001"]


@pytest.mark.parametrize(
    ("called", "then"),
    [(1, ["B001", "A002", "B002", "A003"]), (2, ["B001", "B002", "A003"])],
)
def test_heads_called_since_the_windows_met_are_part_of_the_share(
    called: int, then: list[str]
) -> None:
    day = Day("10:35")
    for class_id in ("art-1", "art-2", "art-3", "design-1", "design-2"):
        day.do(c.CheckIn, class_id, 10)
    for station in range(1, called + 1):
        day.do(c.CallNext, station, ticket=f"A00{station}", reason="asked")
    assert queue(day) == then


def with_windows(*windows: tuple[str, str, str]) -> Plan:
    """Return the plan with these windows in the east: from, until, for whom."""
    return read_plan(PLAN[: PLAN.index("[[windows]]")] + "".join(f"""
        [[windows]]
        date = 2023-09-11
        venue = "east"
        opens = {opens}:00
        closes = {closes}:00
        {who}
        """ for opens, closes, who in windows))  # fmt: skip


def test_heads_called_before_the_minute_in_which_the_windows_meet_are_no_debt() -> None:
    design = 'colleges = ["design"]'
    day = Day("10:34", of=with_windows(
        ("10:00", "10:50", 'colleges = ["art"]'),
        ("09:00", "09:30", design),
        ("10:35", "11:00", design),
    ))  # fmt: skip
    day.bring("called")
    day.wait(1)
    for class_id in ("art-2", "design-1"):
        day.do(c.CheckIn, class_id, 25)
    assert queue(day) == ["A002", "B001"]


def test_colleges_that_come_before_their_own_windows_share_by_heads_too() -> None:
    day = Day("09:00", of=with_windows(
        ("08:00", "10:00", "make_up = true"),
        ("13:00", "15:00", 'classes = ["art-1"]'),
        ("14:00", "16:00", 'classes = ["design-1"]'),
    ))  # fmt: skip
    for class_id in ("art-2", "art-3", "design-2"):
        day.do(c.CheckIn, class_id, 25)
    assert queue(day) == ["A001", "B001", "A002"]


def test_windows_that_do_not_meet_go_by_check_in() -> None:
    day = Day("10:35", of=plan(**{"opens = 10:30:00": "opens = 10:40:00"}))
    for class_id in ("art-1", "art-2", "art-3"):
        day.do(c.CheckIn, class_id, 5)
    day.wait(5)
    day.do(c.CheckIn, "design-1", 30)
    assert queue(day) == ["A001", "A002", "A003", "B001"]
    assert reason(day, "B001") == "on_time"


arrivals = st.lists(
    st.tuples(
        st.sampled_from(["art-1", "art-2", "art-3", "design-1", "design-2", "walk-in"]),
        st.integers(0, 40),
        st.integers(1, 40),
    ),
    max_size=12,
    unique_by=lambda arrival: arrival[0] + ("" if arrival[0] != "walk-in" else str(arrival[1])),
)


def came(policy: str, who: list[tuple[str, int, int]]) -> Day:
    """Let classes and walk-ins check in one after the other, some minutes apart."""
    day = Day("10:00", of=with_policy(policy))
    for name, minutes, present in who:
        day.wait(minutes / 4)
        if name == "walk-in":
            day.do(c.CheckInWalkIn, "late", "art", present)
        else:
            day.do(c.CheckIn, name, present)
    return day


@pytest.mark.parametrize("policy", POLICIES)
@settings(deadline=None, derandomize=True)
@given(who=arrivals, minutes=st.integers(0, 90))
def test_every_policy_is_a_total_order_of_hall_and_time(
    policy: str, who: list[tuple[str, int, int]], minutes: int
) -> None:
    day = came(policy, who).wait(minutes)
    line = queue(day)
    assert sorted(line) == sorted(day.hall.queue)
    day.hall.queue = dict(reversed(day.hall.queue.items()))
    day.hall.tickets = dict(reversed(day.hall.tickets.items()))
    assert queue(day) == line


@pytest.mark.parametrize("policy", POLICIES)
@settings(deadline=None, derandomize=True)
@given(who=arrivals)
def test_what_is_announced_is_what_is_called(policy: str, who: list[tuple[str, int, int]]) -> None:
    day = came(policy, who)
    while line := queue(day):
        (called,) = day.do(c.CallNext, 1)
        assert called.ticket == line[0]
        assert queue(day) == line[1:]
        day.do(c.MarkNoShow, called.ticket)
        day.do(c.Cancel, called.ticket)


@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(who=arrivals, steady=st.integers(1, 40))
def test_nobody_waits_for_ever_while_a_station_is_open(
    policy: str, who: list[tuple[str, int, int]], steady: int
) -> None:
    day = came(policy, who)
    there = set(queue(day))
    for _ in range(100):
        if not there:
            return
        # Others keep coming, one for each that is called.
        day.do(c.CheckInWalkIn, "held_back", "design", steady)
        (called,) = day.do(c.CallNext, 1)
        there.discard(called.ticket)
        day.do(c.Start, called.ticket)
        day.wait(1).do(c.Finish, called.ticket, day.hall.tickets[called.ticket].present)
    raise AssertionError(there)


@pytest.mark.parametrize("policy", ["window", "roster"])
@settings(deadline=None, derandomize=True)
@given(who=arrivals, minutes=st.integers(0, 30))
def test_classes_on_time_are_never_passed_by_early_ones(
    policy: str, who: list[tuple[str, int, int]], minutes: int
) -> None:
    day = came(policy, who)
    day.now = max(day.now, day.time("10:00") + timedelta(minutes=minutes))
    rules = [why for _, why in turns(day.hall, day.now)]
    first_early = rules.index("early") if "early" in rules else len(rules)
    assert set(rules[first_early:]) <= {"early"}
