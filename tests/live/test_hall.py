"""A venue's hall over its journal: conflicts, lost stores, what must not be stored."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import redis

from journal.log import Appended, Journal, StoreUnavailable
from journal.store import connect
from live.hall import Accepted, LiveHall
from machine.hall_clock import HallClock
from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall
from queueing.record import Record
from tests.queueing.day import plan

AT = datetime.fromisoformat("2023-09-11T10:05:00+08:00")


@pytest.fixture
def client(store_url: str) -> Iterator[redis.Redis]:
    with connect(store_url) as client:
        yield client


def hall(
    client: redis.Redis, seen: list[tuple[str, bool]] | None = None, at: datetime = AT
) -> LiveHall:
    changes = seen if seen is not None else []
    clock = HallClock(AT.tzinfo, at)
    journal = Journal(client, "east")
    return LiveHall(Hall(plan(), "east"), journal, clock, lambda *change: changes.append(change))


def check_in(live: LiveHall, class_id: str, command_id: str) -> Accepted:
    command = c.CheckIn(class_id, 30, id=command_id, venue="east")
    return live.submit(command, command_id, "test", lambda hall, command: None)


def test_what_another_process_wrote_is_taken_in_before_deciding(client: redis.Redis) -> None:
    one, other = hall(client), hall(client)
    check_in(one, "art-1", "a")
    check_in(other, "art-2", "b")
    assert list(other.hall.tickets) == ["A001", "A002"]


def test_a_change_is_told_and_whether_the_wall_shows_it(client: redis.Redis) -> None:
    seen: list[tuple[str, bool]] = []
    live = hall(client, seen)
    check_in(live, "art-1", "a")
    Journal(client, "east").append([e.SlipPrinted("A001")], at=AT, id="p", by="printer")
    live.catch_up()
    assert seen == [("east", True), ("east", False)]


def test_a_hall_once_seen_does_not_change(client: redis.Redis) -> None:
    live = hall(client)
    before = live.hall
    check_in(live, "art-1", "a")
    assert (before.version, before.tickets) == (0, {})


def test_what_is_accepted_is_what_the_journal_holds(client: redis.Redis) -> None:
    live = hall(client)
    accepted = check_in(live, "art-1", "a")
    assert list(accepted.records) == live.hall.log == Journal(client, "east").read()
    assert not accepted.replayed


def test_where_the_log_is_ahead_of_the_clock_its_time_is_taken(client: redis.Redis) -> None:
    ahead = AT + timedelta(hours=1)
    check_in(hall(client, at=ahead), "art-1", "a")
    behind = hall(client)
    (record,) = check_in(behind, "art-2", "b").records
    assert record.at == behind.hall.log[0].at >= ahead
    assert behind.hall.log == Journal(client, "east").read()


def test_a_command_that_another_process_stores_meanwhile_is_accepted_once(
    client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, other = hall(client), hall(client)
    find = Journal.find

    def find_too_early(journal: Journal, *asked: str) -> Appended | None:
        found = find(journal, *asked)
        monkeypatch.undo()
        check_in(other, "art-1", "a")
        return found

    monkeypatch.setattr(Journal, "find", find_too_early)
    accepted = check_in(live, "art-1", "a")
    assert accepted.replayed
    assert list(accepted.records) == live.hall.log == Journal(client, "east").read()


def test_a_store_that_has_lost_events_is_not_written_to(client: redis.Redis) -> None:
    live = hall(client)
    check_in(live, "art-1", "a")
    client.flushall()
    with pytest.raises(StoreUnavailable, match="lost"):
        check_in(live, "art-2", "b")


def test_a_slip_written_between_conflict_and_catching_up_is_no_loss(
    client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, printer = hall(client), Journal(client, "east")
    check_in(live, "art-1", "a")
    printer.append([e.SlipPrinted("A001")], at=AT, id="p1", by="printer")
    read = Journal.read

    def read_late(journal: Journal, after: int = 0, limit: int | None = None) -> list[Record]:
        printer.append([e.SlipPrinted("A001")], at=AT, id="p2", by="printer")
        return read(journal, after, limit)

    monkeypatch.setattr(Journal, "read", read_late)
    check_in(live, "art-2", "b")
    assert "A002" in live.hall.tickets


def test_who_waited_while_the_store_failed_another_is_told_at_once(
    client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, asked = hall(client), []

    def fail(*_: Any) -> None:
        asked.append(1)
        raise StoreUnavailable("gone")

    # The first comes at 1 and is failed at 4; the second has waited since 2.
    seconds = iter((1.0, 4.0, 2.0))
    monkeypatch.setattr("live.hall.time.monotonic", lambda: next(seconds))
    monkeypatch.setattr(Journal, "find", fail)
    for command_id in ("a", "b"):
        with pytest.raises(StoreUnavailable):
            check_in(live, "art-1", command_id)
    assert len(asked) == 1


def test_what_cannot_be_folded_is_not_stored(
    client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nonsense(*_: Any) -> tuple[e.AnyEvent, ...]:
        return (e.Started("A999", 1),)

    live = hall(client)
    monkeypatch.setattr("live.hall.decide", nonsense)
    with pytest.raises(KeyError):
        check_in(live, "art-1", "a")
    assert Journal(client, "east").read() == []
