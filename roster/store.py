"""The roster: one file of students, outside the journal, which holds only their ids."""

import hmac
import secrets
import threading
from base64 import b32encode
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import asdict, replace

from machine.disk import SharedFile, Stamp
from queueing.enrolment import Enrolled, Enrolment
from roster.difference import Difference, difference_of
from roster.errors import RosterError
from roster.student import Listed, Student
from roster.text import without_spaces

# What decoding a damaged file raises, also for invalid UTF-8 within a string.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError)


class _Head(Struct, frozen=True):
    """The file's first line: the key that ids are made with, and the number of purges.

    The key is empty in a new file and after a purge.
    """

    key: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""
    purges: int = 0


class _Content(Struct, frozen=True):
    """The content of the file.

    `everybody` are the students and the anonymous remains of purged ones, both by id.
    """

    head: _Head
    everybody: dict[str, Student]
    students: dict[str, Student]


_NOTHING = _Content(_Head(), {}, {})


class Roster:
    """The students, always as in the file, whichever process wrote it.

    When the file gets damaged the students last read remain; there are none if it was never read.
    In both cases the next write replaces it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = SharedFile(path)
        self._reading = threading.Lock()
        self._stamp: Stamp | None = None
        self._content = _NOTHING
        self._damaged = False

    @property
    def damaged(self) -> bool:
        """Whether the file cannot be read."""
        self._current()
        return self._damaged

    @property
    def purges(self) -> int:
        """How many times all personal data have been erased."""
        return self._current().head.purges

    @property
    def students(self) -> Mapping[str, Student]:
        """The students by id, in the order of the file; struck ones and those added come last."""
        return self._current().students

    def of_class(self, class_id: str) -> tuple[Student, ...]:
        """Return a class's students in roster order, struck ones included."""
        return tuple(s for s in self.students.values() if s.class_id == class_id)

    def find(self, text: str) -> Student | None:
        """Return the student with an id or student number, or None."""
        content = self._current()
        return content.students.get(text) or content.students.get(_id(content.head, text))

    def id_of(self, number: str) -> str:
        """Return the id of a student number, listed or not; the same until the next purge."""
        head = self._current().head
        if not head.key:
            with self._file.locked():
                head = self._head()
                self._write(head, self._current().everybody.values())
        return _id(head, number)

    def enrolment(self) -> Enrolment:
        """Return each student's college and class, without names; a purge does not change it."""
        return Enrolment(
            {
                s.id: Enrolled(s.college_id, s.class_id, s.photographed_before, s.struck)
                for s in self._current().everybody.values()
            }
        )

    def difference(self, listed: Sequence[Listed]) -> Difference:
        """Return what `take` would change."""
        return difference_of(self.students, _students(self._head(), listed))

    def take(self, listed: Sequence[Listed]) -> Difference:
        """Update the roster from a file's students, durably, and return what changed.

        Struck students are never deleted. The file's order becomes the roster's.
        """
        with self._file.locked():
            head, current = self._head(), self.students
            students = _students(head, listed)
            difference = difference_of(current, students)
            struck = {student.id: student for student in difference.struck}
            taken = {student.id: student for student in students}
            rest = {id_: struck.get(id_, s) for id_, s in current.items() if id_ not in taken}
            self._write(head, (taken | rest).values())
        return difference

    def add(self, name: str, number: str, college_id: str, class_id: str | None) -> Student:
        """Add a student by hand, at the end, durably; one who was struck no longer is.

        Raises RosterError("already_listed").
        """
        with self._file.locked():
            head, everybody = self._head(), self._current().everybody
            listed = Listed(without_spaces(number), name, college_id, class_id)
            student = replace(_student(head, listed), added=True)
            known = everybody.get(student.id)
            if known is not None and not known.struck:
                raise RosterError("already_listed", number=known.number, name=known.name)
            self._write(head, {**everybody, student.id: student}.values())
        return student

    def purge(self) -> None:
        """Erase every name, number and note, and the key that ids are made with.

        The ids, which are anonymous without the key, stay with their classes until the next file
        is taken, so that the day's counts do not change.
        """
        with self._file.locked():
            content = self._current()
            nobody = [replace(s, number="", name="", note="") for s in content.everybody.values()]
            self._write(_Head(purges=content.head.purges + 1), nobody)

    def _head(self) -> _Head:
        """Return the head, with a new key if it has none."""
        head = self._current().head
        return head if head.key else replace(head, key=secrets.token_hex(32))

    def _current(self) -> _Content:
        """Return the content, read again if the file was replaced since the last time."""
        with self._reading:
            stamp = self._file.stamp()
            if stamp != self._stamp:
                first, _, rest = self._file.read().partition(b"\n")
                try:
                    self._content = _read(first, rest) if stamp else _NOTHING
                    self._damaged = False
                except _UNREADABLE:
                    self._damaged = True
                    if self._content is _NOTHING:
                        self._content = _recover(first)
                self._stamp = stamp
            return self._content

    def _write(self, head: _Head, students: Iterable[Student]) -> None:
        self._file.replace(msgspec.json.Encoder().encode_lines([head, *students]))


def _read(first: bytes, rest: bytes) -> _Content:
    head = msgspec.json.decode(first, type=_Head)
    students = msgspec.json.Decoder(Student).decode_lines(rest)
    everybody = {student.id: student for student in students}
    return _Content(head, everybody, {s.id: s for s in students if s.name})


def _recover(first: bytes) -> _Content:
    """Return the head alone if it can be read: with its key the next file yields the same ids."""
    try:
        return _read(first, b"")
    except _UNREADABLE:
        return _NOTHING


def _id(head: _Head, number: str) -> str:
    """Return an id made of a number, which cannot be inferred from it without the key (HMAC)."""
    digest = hmac.digest(bytes.fromhex(head.key), without_spaces(number).encode(), "sha256")
    return "s_" + b32encode(digest).decode()[:16].lower()


def _student(head: _Head, listed: Listed) -> Student:
    return Student(**asdict(listed), id=_id(head, listed.number))


def _students(head: _Head, listed: Sequence[Listed]) -> list[Student]:
    return [_student(head, one) for one in listed]
