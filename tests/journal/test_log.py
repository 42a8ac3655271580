"""What the log promises to those who write and read it."""

from datetime import UTC, datetime, timedelta

import pytest
import redis

from journal.log import Conflict, IdReused, Journal, StoreUnavailable, versions
from journal.store import connect
from queueing.events import Announced
from tests.journal.helpers import CALL, MORNING, RECALL, append


def test_a_new_log_is_at_version_0(journal: Journal):
    assert (journal.version(), journal.read()) == (0, [])


def test_events_are_numbered_from_1_and_read_as_they_were_appended(journal: Journal):
    announced = Announced(text="请稍候", until=MORNING)
    assert append(journal, CALL, RECALL) == (1, 2, MORNING)
    assert append(journal, announced, command="two") == (3, 3, MORNING)
    assert [(r.version, r.event) for r in journal.read()] == [
        (1, CALL),
        (2, RECALL),
        (3, announced),
    ]
    assert journal.version() == 3


def test_a_version_s_hash_stays_and_every_version_has_another(journal: Journal):
    append(journal, CALL)
    first = journal.chain(1)
    append(journal, RECALL, command="two")
    assert len({journal.chain(0), journal.chain(1), journal.chain(2)}) == 3
    assert (journal.chain(0), journal.chain(1)) == ("", first)


def test_a_record_keeps_its_time_with_offset_its_command_and_its_author(journal: Journal):
    append(journal, CALL, command="one", by="李老师")
    (record,) = journal.read()
    assert (record.at.isoformat(), record.id, record.by, record.event) == (
        "2023-09-11T10:35:00+08:00", "one", "李老师", CALL,
    )  # fmt: skip


def test_a_command_sent_again_is_not_stored_again(journal: Journal):
    assert append(journal, CALL, RECALL, digest="body", expected=0) == (1, 2, MORNING)
    append(journal, command="two", digest="other")
    assert append(journal, CALL, RECALL, digest="body", expected=0) == (1, 2, None)
    assert journal.version() == 3


def test_an_id_sent_again_with_another_body_is_refused(journal: Journal):
    append(journal, digest="body")
    with pytest.raises(IdReused, match=r"^one$"):
        append(journal, digest="another:body")
    assert journal.version() == 1


def test_an_accepted_command_is_found_by_its_id(journal: Journal):
    append(journal, digest="earlier", command="zero")
    append(journal, CALL, RECALL, digest="a:body")
    assert journal.find("one", "a:body") == (2, 3, None)
    assert journal.find("two", "a:body") is None
    with pytest.raises(IdReused, match=r"^one$"):
        journal.find("one", "another")


def test_an_append_without_a_digest_is_not_remembered(journal: Journal):
    append(journal)
    assert append(journal) == (2, 2, MORNING)
    assert journal.find("one", "") is None
    assert journal.version() == 2


def test_who_expects_another_version_is_told_the_last_and_nothing_is_stored(journal: Journal):
    append(journal, CALL, RECALL)
    with pytest.raises(Conflict, match="at version 2") as conflict:
        append(journal, command="two", digest="body", expected=1)
    assert conflict.value.version == 2
    assert journal.version() == 2
    assert journal.find("two", "body") is None


def test_the_log_never_runs_backwards_in_time(journal: Journal):
    append(journal)
    earlier = append(journal, at=MORNING - timedelta(hours=1), command="two")
    assert earlier.at == MORNING == journal.read()[1].at


def test_times_of_other_offsets_are_compared_as_instants(journal: Journal):
    append(journal)
    # Its text is the smaller one, its instant the later.
    later = append(journal, at=datetime(2023, 9, 11, 2, 36, tzinfo=UTC), command="two")
    assert later.at == MORNING + timedelta(minutes=1)


def test_a_time_without_offset_is_refused(journal: Journal):
    with pytest.raises(ValueError, match=r"^a record's time needs an offset$"):
        append(journal, at=MORNING.replace(tzinfo=None))


def test_a_log_is_read_after_a_version_and_up_to_a_limit(journal: Journal):
    append(journal, CALL, RECALL, CALL, RECALL)
    assert [record.version for record in journal.read(after=2)] == [3, 4]
    assert [record.version for record in journal.read(after=1, limit=2)] == [2, 3]
    assert [record.version for record in journal.read(limit=1)] == [1]


def test_venues_have_logs_of_their_own(journal: Journal, client: redis.Redis):
    append(journal, CALL, RECALL)
    append(Journal(client, "xinhua"), command="one", digest="body")
    assert versions(client) == {"yungu": 2, "xinhua": 1}


def test_a_follower_sees_what_was_there_and_what_comes(journal: Journal):
    append(journal, CALL, RECALL)
    batches = journal.follow(after=1)
    assert [record.version for record in next(batches)] == [2]
    append(journal, command="two")
    assert [record.version for record in next(batches)] == [3]


def test_a_follower_gets_an_empty_batch_in_a_silence(journal: Journal):
    batches = journal.follow(after=0)
    assert next(batches) == []
    append(journal)
    assert [record.version for record in next(batches)] == [1]


def test_a_store_that_forgot_its_scripts_is_taught_again(journal: Journal, client: redis.Redis):
    append(journal)
    client.script_flush()
    append(journal, command="two")
    assert journal.version() == 2


def test_a_store_out_of_reach_is_unavailable_to_every_method(tmp_path):
    with connect(f"unix://{tmp_path}/nobody.sock") as client:
        journal = Journal(client, "yungu")
        for ask in (
            lambda: append(journal),
            lambda: journal.find("one", "body"),
            journal.read,
            journal.version,
            lambda: next(journal.follow(0)),
        ):
            with pytest.raises(StoreUnavailable):
                ask()


def test_a_store_that_answers_with_an_error_is_unavailable(journal: Journal, client: redis.Redis):
    client.set("paizhao:yungu:log", "not a log")
    with pytest.raises(StoreUnavailable):
        append(journal)
