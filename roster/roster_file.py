"""The roster's one file: a head with the key of ids, then a line a student."""

import threading
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from machine.disk import SharedFile, Stamp
from roster.student import Student

# What decoding a damaged file raises, also for invalid UTF-8 within a string.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError)


class Taken(Struct, frozen=True):
    """An import that can be taken back: when it was, whom it added, how it found the others.

    `order` are all ids as they stood.
    """

    at: datetime
    added: tuple[str, ...]
    before: tuple[Student, ...]
    order: tuple[str, ...]


class Head(Struct, frozen=True):
    """The file's first line: the key that ids are made with, the number of purges, late imports.

    The key is empty in a new file and after a purge.
    """

    key: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""
    purges: int = 0
    imports: tuple[Taken, ...] = ()


class Content(Struct, frozen=True):
    """The content of the file.

    `everybody` are the students and the anonymous remains of purged ones, both by id.
    """

    head: Head
    everybody: dict[str, Student]
    students: dict[str, Student]


NOTHING = Content(Head(), {}, {})


class RosterFile:
    """The content, always as in the file, whichever process wrote it.

    When the file gets damaged the content last read remains; it is empty if none was ever read.
    """

    def __init__(self, path: Path) -> None:
        self._file = SharedFile(path)
        self._reading = threading.Lock()
        self._stamp: Stamp | None = None
        self._content = NOTHING
        self.damaged = False

    def locked(self) -> AbstractContextManager[None]:
        """Lock out every other process that replaces the file."""
        return self._file.locked()

    def content(self) -> Content:
        """Return the content, read again if the file was replaced since the last time."""
        with self._reading:
            stamp = self._file.stamp()
            if stamp != self._stamp:
                first, _, rest = self._file.read().partition(b"\n")
                try:
                    self._content = _read(first, rest) if stamp else NOTHING
                    self.damaged = False
                except _UNREADABLE:
                    self.damaged = True
                    if self._content is NOTHING:
                        self._content = _recover(first)
                self._stamp = stamp
            return self._content

    def write(self, head: Head, students: Iterable[Student]) -> None:
        """Replace the content durably; the caller holds the lock (`locked`)."""
        self._file.replace(msgspec.json.Encoder().encode_lines([head, *students]))


def _read(first: bytes, rest: bytes) -> Content:
    head = msgspec.json.decode(first, type=Head)
    students = msgspec.json.Decoder(Student).decode_lines(rest)
    everybody = {student.id: student for student in students}
    return Content(head, everybody, {s.id: s for s in students if s.name})


def _recover(first: bytes) -> Content:
    """Return the head alone if it can be read: with its key the next file yields the same ids."""
    try:
        # What imports changed is of no use without the students.
        return Content(replace(_read(first, b"").head, imports=()), {}, {})
    except _UNREADABLE:
        return NOTHING
