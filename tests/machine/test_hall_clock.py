"""The hall's time: it begins at the machine's or at a drill's, and runs on by itself."""

from datetime import UTC, datetime, timedelta

import pytest

from machine.hall_clock import HallClock

START = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)


@pytest.fixture
def tick(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The machine's ticks, in a list whose one element is moved by hand."""
    seconds = [100.0]
    monkeypatch.setattr("machine.hall_clock.ticks", lambda: seconds[0])
    return seconds


def test_it_begins_at_the_machines_time() -> None:
    before = datetime.now(UTC)
    clock = HallClock(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert not clock.drill


def test_it_runs_on_whatever_becomes_of_the_machines_time(
    tick: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = HallClock(UTC)
    began = clock.now()
    monkeypatch.setattr(HallClock, "machine", lambda self: START)
    tick[0] += 2
    assert clock.now() == began + timedelta(seconds=2)


def test_a_drills_clock_starts_where_it_is_told_and_runs_on(tick: list[float]) -> None:
    clock = HallClock(UTC, START)
    assert clock.now() == START
    tick[0] += 2
    assert clock.now() == START + timedelta(seconds=2)
    assert clock.drill


def test_it_goes_on_where_a_journal_ends_if_that_is_later(tick: list[float]) -> None:
    clock = HallClock(UTC, START)
    clock.begin_after(START - timedelta(hours=1))
    assert clock.now() == START
    clock.begin_after(START + timedelta(hours=1))
    assert clock.now() == START + timedelta(hours=1)


def test_a_fast_drills_clock_runs_so_many_times_faster(tick: list[float]) -> None:
    clock = HallClock(UTC, START, rate=45)
    tick[0] += 2
    assert clock.now() == START + timedelta(seconds=90)


def test_another_process_counts_the_same(tick: list[float]) -> None:
    ours = HallClock(UTC, START)
    tick[0] += 7
    theirs = HallClock(UTC, ours.starts_at, ours.rate, ours.began, ours.drill)
    assert theirs.now() == ours.now()


def test_it_is_set_by_hand(tick: list[float]) -> None:
    clock = HallClock(UTC)
    clock.set(START)
    tick[0] += 1
    assert clock.now() == START + timedelta(seconds=1)
    assert not clock.drill
