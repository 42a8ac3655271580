"""Defaults, overruled by the environment, overruled by flags."""

from datetime import UTC, datetime, timedelta

import pytest

from machine.hall_clock import HallClock
from server.settings import SettingsError, load


def test_the_defaults_are_those_of_the_file() -> None:
    assert load({}, {}).port == 8000


def test_the_environment_overrules_the_file_and_a_flag_overrules_both() -> None:
    environ = {"PAIZHAO_PORT": "8001", "PAIZHAO_HOST": "10.0.0.1"}
    chosen = load({"port": 8002, "host": None}, environ)
    assert (chosen.port, chosen.host) == (8002, "10.0.0.1")


def test_a_list_is_separated_by_commas_in_the_environment() -> None:
    environ = {"PAIZHAO_PRINTER": "yungu=tcp://10.0.0.9:9100,none"}
    assert load({}, environ).printer == ("yungu=tcp://10.0.0.9:9100", "none")


def test_what_is_empty_was_not_given() -> None:
    assert load({"data": ""}, {"PAIZHAO_DATA": ""}).data == "var"


def test_a_public_url_is_one() -> None:
    with pytest.raises(SettingsError, match="public_url"):
        load({"public_url": "javascript:alert(1)"}, {})


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_a_setting_that_cannot_be_used_is_named(port: str) -> None:
    with pytest.raises(SettingsError, match=r"^port = "):
        load({}, {"PAIZHAO_PORT": port})


def test_a_voices_command_has_its_quotes_in_pairs() -> None:
    with pytest.raises(SettingsError, match=r"^voice_command = .*No closing quotation"):
        load({}, {"PAIZHAO_VOICE_COMMAND": "piper 'unbalanced"})


def test_a_drills_store_and_paper_lie_apart_from_the_days() -> None:
    chosen = load({"data": "/data"}, {})
    assert [str(chosen.papers_path(drill)) for drill in (False, True)] == [
        "/data/paper",
        "/data/drill/paper",
    ]
    assert str(chosen.roster_path) == "/data/roster.jsonl"


def test_the_halls_clock_is_the_real_one() -> None:
    clock = HallClock(UTC)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert not clock.drill


def test_a_drills_clock_starts_where_it_is_told_and_runs_on() -> None:
    start = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)
    clock = HallClock(UTC, start)
    first, second = clock.now(), clock.now()
    assert start <= first <= second < start + timedelta(seconds=5)
    assert clock.drill


def test_a_drills_clock_goes_on_where_its_journal_ends_if_that_is_later() -> None:
    start = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)
    clock = HallClock(UTC, start)
    clock.begin_after(start - timedelta(hours=1))
    assert clock.now() < start + timedelta(seconds=5)
    clock.begin_after(start + timedelta(hours=1))
    assert clock.now() >= start + timedelta(hours=1)


def test_a_fast_drills_clock_runs_so_many_times_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    start = datetime(2023, 9, 11, 10, 35, tzinfo=UTC)
    elapsed = iter([100.0, 102.0])
    monkeypatch.setattr("machine.hall_clock.time.monotonic", lambda: next(elapsed))
    assert HallClock(UTC, start, rate=45).now() == start + timedelta(seconds=90)


def test_a_crowd_may_be_asked_for_in_the_environment() -> None:
    assert load({"crowd": None}, {"PAIZHAO_CROWD": "true"}).crowd
