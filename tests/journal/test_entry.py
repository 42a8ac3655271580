"""An entry of the stream, and the chain of hashes by which damage is found."""

import hashlib
from datetime import UTC, datetime

import pytest
import redis

from journal.entry import Entry, find_break, read_time, write_time
from journal.log import Corrupt, Journal
from tests.journal.helpers import CALL, MORNING, RECALL, append


@pytest.fixture
def entries(journal: Journal, client: redis.Redis) -> list[Entry]:
    append(journal, CALL, RECALL)
    append(journal, command="two")
    return client.xrange("paizhao:yungu:log")


def test_what_was_written_has_no_break(entries: list[Entry]):
    assert find_break(entries) is None


def test_a_hash_is_made_of_the_one_before_and_all_that_an_entry_says(entries: list[Entry]):
    chain = b""
    for version, (_, fields) in enumerate(entries, start=1):
        said = [
            chain,
            str(version).encode(),
            *(fields[name] for name in (b"at", b"id", b"by", b"e")),
        ]
        chain = hashlib.sha1(b"\n".join(said)).hexdigest().encode()
        assert fields[b"h"] == chain


@pytest.mark.parametrize("field", [b"at", b"id", b"by", b"e", b"h"])
def test_it_breaks_where_a_field_was_changed_or_is_lost(entries: list[Entry], field: bytes):
    entry_id, fields = entries[1]
    entries[1] = entry_id, fields | {field: b"x"}
    assert find_break(entries) == 2
    entries[1] = entry_id, {name: said for name, said in fields.items() if name != field}
    assert find_break(entries) == 2


def test_it_breaks_where_an_entry_has_another_number(entries: list[Entry]):
    entries[2] = b"4-0", entries[2][1]
    assert find_break(entries) == 3


def test_a_log_that_breaks_is_not_read(journal: Journal, client: redis.Redis):
    append(journal)
    client.xadd("paizhao:yungu:log", {"at": "", "id": "", "by": "", "e": "{}", "h": ""}, id="2-0")
    with pytest.raises(Corrupt, match="damaged at version 2") as corrupt:
        journal.read()
    assert corrupt.value.version == 2


def test_times_are_written_in_utc_with_their_own_offset_behind():
    assert write_time(MORNING) == "2023-09-11T02:35:00.000000+00:00[+0800]"
    assert read_time(b"2023-09-11T02:35:00.000000+00:00[+0800]").isoformat() == MORNING.isoformat()


def test_a_time_is_read_to_the_microsecond():
    at = datetime(2023, 9, 11, 2, 35, 0, 123456, UTC)
    assert read_time(write_time(at).encode()) == at
