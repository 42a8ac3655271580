"""One venue's log: append atomically and once, read, follow."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
import redis

from journal.entry import Entry, find_break, read_record, read_time, read_version, write_time
from queueing.events import AnyEvent
from queueing.record import Record

# Below the connection's timeout, so that silence is not taken for a fault.
FOLLOW_MS = 1000


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
    """The log is damaged at `version`."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the log is damaged at version {version}")
        self.version = version


class Appended(NamedTuple):
    """The versions that a command's events have in the log, and their time.

    `at` is None when the log held them before.
    """

    first: int
    last: int
    at: datetime | None


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

        `digest` is the hash of the command's body: with the same id and digest nothing is stored
        again. Without one the id is not remembered. `at` needs an offset, which is kept; where the
        log is ahead of it, its last time is taken instead.

        Raises Conflict when the log is not at the `expected` version, IdReused when the id was
        accepted with another digest.
        """
        wanted = "" if expected is None else str(expected)
        bodies = [msgspec.json.encode(event) for event in events]
        with _store():
            outcome, first, last, stored_at = self._append(
                keys=[self._log, self._ids],
                args=[wanted, write_time(at), id, by, digest, *bodies],
            )
        match outcome:
            case b"conflict":
                raise Conflict(last)
            case b"reused":
                raise IdReused(id)
            case b"replayed":
                return Appended(first, last, None)
        return Appended(first, last, read_time(stored_at))

    def find(self, id: str, digest: str) -> Appended | None:  # noqa: A002 - see append
        """Return where the log holds a command accepted before, None when its id is new.

        Raises IdReused when it was accepted with another digest.
        """
        with _store():
            before = cast(bytes | None, self._client.hget(self._ids, id))
        if before is None:
            return None
        accepted, first, last = before.decode().rsplit(":", 2)
        if accepted != digest:
            raise IdReused(id)
        return Appended(int(first), int(last), None)

    def read(self, after: int = 0, limit: int | None = None) -> list[Record]:
        """Return the records after a version, oldest first, at most `limit` (1 or more).

        Raises Corrupt when the log, read from its start, is not the one that was written.
        """
        with _store():
            entries = cast(
                list[Entry], self._client.xrange(self._log, f"({after}-0", "+", count=limit)
            )
        if after == 0 and (broken := find_break(entries)) is not None:
            raise Corrupt(broken)
        return [read_record(entry) for entry in entries]

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
            records = [read_record(entry) for _, entries in streams for entry in entries]
            if records:
                after = records[-1].version
            yield records

    def version(self) -> int:
        """Return the version of the last record, 0 when there is none."""
        with _store():
            return _last(self._client, self._log)

    def chain(self, version: int) -> str:
        """Return the hash that stands for everything up to a version; empty for version 0."""
        with _store():
            entries = cast(
                list[Entry], self._client.xrange(self._log, f"{version}-0", f"{version}-0")
            )
        return entries[0][1][b"h"].decode() if entries else ""


def versions(client: redis.Redis) -> dict[str, int]:
    """Return the version of every log in a store, by venue.

    Raises StoreUnavailable.
    """
    with _store():
        names = cast(list[bytes], list(client.scan_iter("paizhao:*:log")))
        return {name.decode().split(":")[1]: _last(client, name) for name in names}


def _last(client: redis.Redis, name: str | bytes) -> int:
    tail = cast(list[Entry], client.xrevrange(name, count=1))
    return read_version(tail[0][0]) if tail else 0


@contextmanager
def _store() -> Iterator[None]:
    try:
        yield
    except (redis.RedisError, OSError) as error:
        raise StoreUnavailable(str(error)) from error
