"""One venue's log: append atomically and once, read, follow."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
import redis

from queueing.events import AnyEvent
from queueing.record import Record

# Below the connection's timeout, so that silence is not taken for a fault.
FOLLOW_MS = 1000

Entry = tuple[bytes, dict[bytes, bytes]]

_event = msgspec.json.Decoder[AnyEvent](AnyEvent)


class Conflict(Exception):
    """The log has gone on: its last `version` is not the expected one."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the log is at version {version}")
        self.version = version


class IdReused(Exception):
    """The command's id was accepted before with another body."""


class StoreUnavailable(Exception):
    """The store failed or did not answer; whether it stored what it was given is unknown."""


class Corrupt(Exception):
    """The log is damaged from `version` on."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the log is damaged at version {version}")
        self.version = version


class Appended(NamedTuple):
    """What the log holds for a command; `replayed` when it held it before."""

    records: tuple[Record, ...]
    replayed: bool


class Journal:
    """The log of a venue: a stream of events numbered from 1, and the ids of accepted commands.

    Every method raises StoreUnavailable when the store fails.
    """

    def __init__(self, client: redis.Redis, venue: str) -> None:
        self._client = client
        self._log = f"paizhao:{venue}:log"
        self._ids = f"paizhao:{venue}:ids"
        script = Path(__file__).with_name("append.lua").read_text(encoding="utf-8")
        self._append = client.register_script(script)

    def append(
        self,
        events: Sequence[AnyEvent],
        *,
        at: datetime,
        id: str,  # noqa: A002 - the contract's word, as in Record
        by: str,
        digest: str = "",
        expected: int | None = None,
    ) -> Appended:
        """Store events, all or none, and return once they are on the disk.

        `digest` stands for the command's body: with the same id and digest, the records stored at
        the first time are returned again. Without one the id is not remembered. `at` needs an
        offset, which is kept; where the log is ahead of it, its last time is taken instead.

        Raises Conflict when the log is not at the `expected` version, IdReused when the id was
        accepted with another digest.
        """
        bodies = [msgspec.json.encode(event) for event in events]
        with _store():
            outcome, first, last, stored_at = self._append(
                keys=[self._log, self._ids],
                args=["" if expected is None else expected, _write(at), id, by, digest, *bodies],
            )
        match outcome:
            case b"conflict":
                raise Conflict(last)
            case b"reused":
                raise IdReused(id)
            case b"replayed":
                return Appended(self._between(first, last), replayed=True)
        at = _read(stored_at)
        records = (Record(first + i, at, id, by, event) for i, event in enumerate(events))
        return Appended(tuple(records), replayed=False)

    def find(self, id: str, digest: str) -> tuple[Record, ...] | None:  # noqa: A002 - see append
        """Return the records of a command accepted before, None when its id is new.

        Raises IdReused when it was accepted with another digest.
        """
        with _store():
            before = cast(bytes | None, self._client.hget(self._ids, id))
        if before is None:
            return None
        accepted, first, last = before.decode().rsplit(":", 2)
        if accepted != digest:
            raise IdReused(id)
        return self._between(int(first), int(last))

    def read(self, after: int = 0, limit: int | None = None) -> list[Record]:
        """Return the records after a version, oldest first, at most `limit` (1 or more).

        Raises Corrupt when the log, read from its start, is not the one that was written.
        """
        with _store():
            entries = cast(
                list[Entry], self._client.xrange(self._log, f"({after}-0", "+", count=limit)
            )
        if after == 0:
            _verify(entries)
        return [_record(entry) for entry in entries]

    def follow(self, after: int) -> Iterator[list[Record]]:
        """Yield the records after a version as they come, for ever.

        After a second of silence it yields an empty list, so that the caller can look around.
        """
        while True:
            with _store():
                streams = cast(
                    list[tuple[bytes, list[Entry]]],
                    self._client.xread({self._log: f"{after}-0"}, block=FOLLOW_MS),
                )
            records = [_record(entry) for _, entries in streams for entry in entries]
            if records:
                after = records[-1].version
            yield records

    def version(self) -> int:
        """Return the version of the last record, 0 when there is none."""
        with _store():
            tail = cast(list[Entry], self._client.xrevrange(self._log, count=1))
        return _version(tail[0][0]) if tail else 0

    def _between(self, first: int, last: int) -> tuple[Record, ...]:
        with _store():
            entries = cast(list[Entry], self._client.xrange(self._log, f"{first}-0", f"{last}-0"))
        return tuple(_record(entry) for entry in entries)


@contextmanager
def _store() -> Iterator[None]:
    try:
        yield
    except (redis.RedisError, OSError) as error:
        raise StoreUnavailable(str(error)) from error


def _verify(entries: Sequence[Entry]) -> None:
    """Check that each entry carries the hash of the one before it, as append.lua writes it."""
    chain = b""
    for version, (entry_id, fields) in enumerate(entries, start=1):
        told = [fields.get(name, b"") for name in (b"at", b"id", b"by", b"e")]
        link = b"\n".join([chain, b"%d" % version, *told])
        chain = hashlib.sha1(link, usedforsecurity=False).hexdigest().encode()
        if entry_id != b"%d-0" % version or fields.get(b"h") != chain:
            raise Corrupt(version)


def _record(entry: Entry) -> Record:
    entry_id, fields = entry
    return Record(
        _version(entry_id),
        _read(fields[b"at"]),
        fields[b"id"].decode(),
        fields[b"by"].decode(),
        _event.decode(fields[b"e"]),
    )


def _version(entry_id: bytes) -> int:
    return int(entry_id.partition(b"-")[0])


def _write(at: datetime) -> str:
    """Write a time in UTC, so that texts compare as times do, with its own offset behind it."""
    if at.tzinfo is None:
        raise ValueError("a record's time needs an offset")
    return f"{at.astimezone(UTC).isoformat(timespec='microseconds')}[{at:%z}]"


def _read(at: bytes) -> datetime:
    instant, offset = at.decode().rstrip("]").split("[")
    return datetime.fromisoformat(instant).astimezone(datetime.strptime(offset, "%z").tzinfo)
