"""A machine without a clock of its own: what is noticed, what is told, how it is mended."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import redis

from journal.log import Journal
from journal.store import connect
from live.clock import Clock
from live.hall import LiveHall
from machine.hall_clock import HallClock
from queueing import commands as c
from queueing.hall import Hall
from tests.queueing.day import plan

MORNING = datetime(2023, 9, 11, 10, 45, tzinfo=UTC)
DAYS = (date(2023, 9, 11),)


class Machine:
    """A machine whose time and ticks are moved by hand, and what was told of its clock."""

    def __init__(self, client: redis.Redis, patch: pytest.MonkeyPatch) -> None:
        self.time, self.ticks = MORNING, 0.0
        self.client, self.changes = client, 0
        patch.setattr("machine.hall_clock.ticks", lambda: self.ticks)
        patch.setattr(HallClock, "machine", lambda _: self.time)
        self.start()

    def start(self, at: datetime | None = None) -> "Machine":
        """Start the program, by default at the time that it is."""
        self.time = at or self.time
        self.clock = HallClock(UTC)
        hall, journal = Hall(plan(), "east"), Journal(self.client, "east")
        self.live = LiveHall(hall, journal, self.clock, lambda *_: None)
        self.live.catch_up()
        self.watch = Clock(self.clock, {"east": self.live}, lambda: DAYS, self.changed)
        self.watch.begin()
        return self

    def changed(self) -> None:
        self.changes += 1

    def wait(self, minutes: float) -> "Machine":
        self.time += timedelta(minutes=minutes)
        self.ticks += minutes * 60
        return self

    def check_in(self, class_id: str) -> None:
        command = c.CheckIn(class_id, 30, id=f"check-in-{class_id}", venue="east")
        self.live.submit(command, class_id, "test", lambda *_: None)

    def stamps(self) -> list[datetime]:
        return [record.at for record in self.live.hall.log]


@pytest.fixture
def client(store_url: str) -> Iterator[redis.Redis]:
    """An empty store."""
    with connect(store_url) as client:
        client.flushall()
        yield client


@pytest.fixture
def machine(client: redis.Redis, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(client, monkeypatch)


def test_nothing_is_wrong_with_a_clock_that_can_be_right(machine: Machine) -> None:
    machine.wait(30).watch.poll()
    assert (machine.watch.trouble(), machine.changes) == (None, 0)


def test_a_machine_that_wakes_up_in_the_past_goes_on_from_the_journal(machine: Machine) -> None:
    machine.check_in("art-1")
    machine.start(MORNING - timedelta(minutes=40)).wait(1)
    machine.check_in("art-2")
    first, second = machine.stamps()
    assert second - first == timedelta(minutes=1)
    assert machine.watch.trouble() == "behind"


def test_trouble_is_told_once_when_it_comes_and_once_when_it_goes(machine: Machine) -> None:
    machine.check_in("art-1")
    machine.start(MORNING - timedelta(minutes=40))
    for _ in range(3):
        machine.watch.poll()
    assert machine.changes == 1
    machine.time += timedelta(minutes=40)
    machine.watch.poll()
    assert (machine.watch.trouble(), machine.changes) == (None, 2)


def test_a_step_while_it_runs_moves_no_stamp_and_is_told(machine: Machine) -> None:
    machine.check_in("art-1")
    machine.time += timedelta(hours=1)
    machine.wait(1).check_in("art-2")
    first, second = machine.stamps()
    assert second - first == timedelta(minutes=1)
    assert machine.watch.trouble() == "ahead"


def test_a_time_from_the_network_is_followed_while_nothing_was_stamped(machine: Machine) -> None:
    machine.time += timedelta(hours=1)
    machine.watch.poll()
    assert machine.watch.trouble() is None
    assert machine.clock.now() == machine.time


def test_a_day_on_which_nothing_is_planned_is_told(machine: Machine) -> None:
    machine.start(MORNING + timedelta(days=1))
    assert machine.watch.trouble() == "other_day"


def test_a_drill_has_no_trouble_with_its_clock(machine: Machine) -> None:
    machine.clock.drill = True
    machine.time += timedelta(days=9)
    assert machine.watch.trouble() is None


class TestWhenItIsSet:
    def test_what_was_stamped_too_early_is_corrected(self, machine: Machine) -> None:
        machine.check_in("art-1")
        machine.start(MORNING - timedelta(minutes=40)).wait(1)
        machine.check_in("art-2")
        machine.wait(1).watch.set(MORNING + timedelta(minutes=52), "staff-1")
        first, second, correction = machine.stamps()
        assert (first, correction) == (MORNING, MORNING + timedelta(minutes=52))
        assert second == MORNING + timedelta(minutes=51)
        assert machine.live.hall.corrected == {2}
        assert machine.live.hall.tickets["A002"].checked_in_at == second

    def test_what_was_stamped_too_late_is_corrected(self, machine: Machine) -> None:
        machine.start(MORNING + timedelta(hours=1))
        machine.check_in("art-1")
        machine.wait(2).watch.set(MORNING + timedelta(minutes=2), "staff-1")
        machine.wait(1).check_in("art-2")
        assert machine.stamps() == [
            MORNING, MORNING + timedelta(minutes=2), MORNING + timedelta(minutes=3)
        ]  # fmt: skip

    def test_the_hall_is_the_same_after_another_start(self, machine: Machine) -> None:
        machine.start(MORNING + timedelta(hours=1))
        machine.check_in("art-1")
        machine.watch.set(MORNING, "staff-1")
        before = machine.stamps()
        assert machine.start(MORNING).stamps() == before

    def test_with_nothing_stamped_there_is_nothing_to_correct(self, machine: Machine) -> None:
        machine.watch.set(MORNING + timedelta(minutes=9), "staff-1")
        assert machine.live.hall.log == []

    def test_a_correction_is_never_undone(self, machine: Machine) -> None:
        machine.check_in("art-1")
        machine.watch.set(MORNING + timedelta(minutes=9), "staff-1")
        undo = c.Undo(2, id="undo", venue="east")
        with pytest.raises(Exception, match="rejected") as refusal:
            machine.live.submit(undo, "undo", "test", lambda *_: None)
        assert vars(refusal.value)["reason"] == "cannot_undo"


def test_its_state_has_both_times(machine: Machine) -> None:
    machine.time += timedelta(hours=1)
    state: dict[str, Any] = machine.watch.state()
    assert state["trouble"] == "ahead"
    assert datetime.fromisoformat(state["machine"]) - datetime.fromisoformat(
        state["at"]
    ) == timedelta(hours=1)
