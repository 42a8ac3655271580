"""The people: one file of students, kept apart from the journal, which knows only their ids."""

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

# What reading a damaged file raises; bytes within a string that are no UTF-8 included.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError)


class _Head(Struct, frozen=True):
    """The file's first line: what ids are made with, and how often that has been purged.

    A purge leaves an empty key.
    """

    key: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""
    purges: int = 0


class _Content(Struct, frozen=True):
    """What the file holds.

    `everybody` are the students, and of those who were purged what tells nothing of them.
    """

    head: _Head
    everybody: dict[str, Student]
    students: dict[str, Student]


_NOTHING = _Content(_Head(), {}, {})


class Roster:
    """The students, always as the file has them, whichever process wrote it.

    A file that gets damaged meanwhile leaves them as they were; of one that was damaged before it
    was ever read there is nobody. Either way the next to be written replaces it.
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
        """How often the people have been erased."""
        return self._current().head.purges

    @property
    def students(self) -> Mapping[str, Student]:
        """The students by id, in the order of the file; those it lacks stand at the foot."""
        return self._current().students

    def of_class(self, class_id: str) -> tuple[Student, ...]:
        """List a class in roster order, struck students too."""
        return tuple(s for s in self.students.values() if s.class_id == class_id)

    def find(self, text: str) -> Student | None:
        """Find a student by id or student number."""
        content = self._current()
        return content.students.get(text) or content.students.get(_id(content.head, text))

    def id_of(self, number: str) -> str:
        """Give the id of a student number, listed or not; the same until the roster is purged."""
        head = self._current().head
        if not head.key:
            with self._file.locked():
                head = self._head()
                self._write(head, self._current().everybody.values())
        return _id(head, number)

    def enrolment(self) -> Enrolment:
        """Tell the rules who belongs where, without a name; a purge changes nothing of it."""
        return Enrolment(
            {
                s.id: Enrolled(s.college_id, s.class_id, s.photographed_before, s.struck)
                for s in self._current().everybody.values()
            }
        )

    def difference(self, listed: Sequence[Listed]) -> Difference:
        """Tell what taking these students would change; see `take`."""
        return difference_of(self.students, _students(self._head(), listed))

    def take(self, listed: Sequence[Listed]) -> Difference:
        """Take what a file lists, durably, and tell what it changed.

        Who is struck is never deleted. The file's order becomes the roster's.
        """
        with self._file.locked():
            head, kept = self._head(), self.students
            students = _students(head, listed)
            difference = difference_of(kept, students)
            struck = {student.id: student for student in difference.struck}
            taken = {student.id: student for student in students}
            foot = {id_: struck.get(id_, s) for id_, s in kept.items() if id_ not in taken}
            self._write(head, (taken | foot).values())
        return difference

    def add(self, name: str, number: str, college_id: str, class_id: str | None) -> Student:
        """Add a student by hand at the foot, durably; a struck one is listed again.

        Raises RosterError("already_listed").
        """
        with self._file.locked():
            head, kept = self._head(), self._current().everybody
            listed = Listed(without_spaces(number), name, college_id, class_id)
            student = replace(_student(head, listed), added=True)
            known = kept.get(student.id)
            if known is not None and not known.struck:
                raise RosterError("already_listed", number=known.number, name=known.name)
            self._write(head, {**kept, student.id: student}.values())
        return student

    def purge(self) -> None:
        """Erase every name, number and note, and the key that makes ids of numbers.

        The ids, which tell nothing without it, keep their classes until another file is taken, so
        that every count of the day stays what it was.
        """
        with self._file.locked():
            content = self._current()
            nobody = [replace(s, number="", name="", note="") for s in content.everybody.values()]
            self._write(_Head(purges=content.head.purges + 1), nobody)

    def _head(self) -> _Head:
        """Give the head with a key."""
        head = self._current().head
        return head if head.key else replace(head, key=secrets.token_hex(32))

    def _current(self) -> _Content:
        """Read the file again if it is another than last time."""
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
                        self._content = _left_of(first)
                self._stamp = stamp
            return self._content

    def _write(self, head: _Head, students: Iterable[Student]) -> None:
        self._file.replace(msgspec.json.Encoder().encode_lines([head, *students]))


def _read(first: bytes, rest: bytes) -> _Content:
    head = msgspec.json.decode(first, type=_Head)
    students = msgspec.json.Decoder(Student).decode_lines(rest)
    everybody = {student.id: student for student in students}
    return _Content(head, everybody, {s.id: s for s in students if s.name})


def _left_of(first: bytes) -> _Content:
    """Keep at least the key, so that the next file's students are those whom the journal means."""
    try:
        return _read(first, b"")
    except _UNREADABLE:
        return _NOTHING


def _id(head: _Head, number: str) -> str:
    """Make an id that tells nothing of the number to whoever lacks the key."""
    digest = hmac.digest(bytes.fromhex(head.key), without_spaces(number).encode(), "sha256")
    return "s_" + b32encode(digest).decode()[:16].lower()


def _student(head: _Head, listed: Listed) -> Student:
    return Student(**asdict(listed), id=_id(head, listed.number))


def _students(head: _Head, listed: Sequence[Listed]) -> list[Student]:
    return [_student(head, one) for one in listed]
