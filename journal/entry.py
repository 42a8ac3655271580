"""A record as an entry of the stream, as append.lua writes it."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from queueing.events import AnyEvent
from queueing.record import Record

Entry = tuple[bytes, dict[bytes, bytes]]

_event = msgspec.json.Decoder[AnyEvent](AnyEvent)


def find_break(entries: Sequence[Entry]) -> int | None:
    """Return the version of the first entry whose hash does not follow from all before it.

    `entries` are those of a log from its start.
    """
    chain = b""
    for version, (entry_id, fields) in enumerate(entries, start=1):
        said = [fields.get(name, b"") for name in (b"at", b"id", b"by", b"e")]
        link = b"\n".join([chain, b"%d" % version, *said])
        chain = hashlib.sha1(link, usedforsecurity=False).hexdigest().encode()
        if entry_id != b"%d-0" % version or fields.get(b"h") != chain:
            return version
    return None


def read_record(entry: Entry) -> Record:
    """Read an entry of the stream."""
    entry_id, fields = entry
    return Record(
        read_version(entry_id),
        read_time(fields[b"at"]),
        fields[b"id"].decode(),
        fields[b"by"].decode(),
        _event.decode(fields[b"e"]),
    )


def read_version(entry_id: bytes) -> int:
    """Read the version that an entry's id holds."""
    return int(entry_id.partition(b"-")[0])


def write_time(at: datetime) -> str:
    """Write a time in UTC, so that texts compare as times do, and its own offset behind it.

    Raises ValueError when it has no offset.
    """
    if at.tzinfo is None:
        raise ValueError("a record's time needs an offset")
    return f"{at.astimezone(UTC).isoformat(timespec='microseconds')}[{at:%z}]"


def read_time(text: bytes) -> datetime:
    """Read a time that `write_time` wrote, in its own offset."""
    instant, offset = text.decode().rstrip("]").split("[")
    return datetime.fromisoformat(instant).astimezone(datetime.strptime(offset, "%z").tzinfo)
