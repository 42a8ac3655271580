"""The hall's time: the real one, or a drill's, which starts at a given time."""

from datetime import UTC, datetime, timedelta

import pytest

from machine.hall_clock import HallClock


def test_the_halls_clock_is_the_real_one() -> None:
    clock = HallClock(UTC)
    assert datetime.now(UTC) <= clock.now() <= datetime.now(UTC)
    assert not clock.drill


def test_a_drills_clock_starts_where_it_is_told_and_runs_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)
    elapsed = iter([100.0, 100.0, 102.0])
    monkeypatch.setattr("machine.hall_clock.time.monotonic", lambda: next(elapsed))
    clock = HallClock(UTC, start)
    assert [clock.now(), clock.now()] == [start, start + timedelta(seconds=2)]
    assert clock.drill


def test_a_drills_clock_goes_on_where_its_journal_ends_if_that_is_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)
    monkeypatch.setattr("machine.hall_clock.time.monotonic", lambda: 100.0)
    clock = HallClock(UTC, start)
    clock.begin_after(start - timedelta(hours=1))
    assert clock.now() == start
    clock.begin_after(start + timedelta(hours=1))
    assert clock.now() == start + timedelta(hours=1)


def test_a_fast_drills_clock_runs_so_many_times_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    start = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)
    elapsed = iter([100.0, 102.0])
    monkeypatch.setattr("machine.hall_clock.time.monotonic", lambda: next(elapsed))
    assert HallClock(UTC, start, rate=45).now() == start + timedelta(seconds=90)
