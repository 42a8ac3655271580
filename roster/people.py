"""The people: one file of students, kept apart from the journal, which knows only their ids."""

import hmac
import secrets
from base64 import b32encode
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from queueing.enrolment import Enrolled
from roster.errors import RosterError
from roster.file import Stamp, WholeFile
from roster.text import without_spaces


class Listed(Struct, frozen=True):
    """A student as a roster file lists them; `class_id` is None for who has no class of the plan.

    `photographed_before` says that the file calls them photographed already.
    """

    number: str
    name: str
    college_id: str
    class_id: str | None
    photographed_before: bool = False
    note: str = ""


class Student(Listed, frozen=True, kw_only=True):
    """A student of the roster, whose opaque `id` is all that the journal ever holds of them.

    `struck` says that a later file no longer has them, `added` that they were added by hand.
    """

    id: str
    struck: bool = False
    added: bool = False


class Difference(Struct, frozen=True):
    """What a file changes: students as they become, those it strikes, those it leaves alone."""

    added: tuple[Student, ...]
    changed: tuple[Student, ...]
    struck: tuple[Student, ...]
    unchanged: tuple[Student, ...]


class _Head(Struct, frozen=True):
    """The file's first line: what ids are made with, and how often the roster has changed.

    A purge leaves an empty key.
    """

    key: str
    version: int


class _Content(Struct, frozen=True):
    """What the file holds, as of the stamp it bore when it was read.

    `everybody` are the students, and of those who were purged what tells nothing of them.
    """

    stamp: Stamp | None
    head: _Head | None
    everybody: dict[str, Student]
    students: dict[str, Student]


NOTHING = _Content(None, None, {}, {})


class Roster:
    """The students, always as the file has them, whichever process wrote it."""

    def __init__(self, path: Path) -> None:
        self._file = WholeFile(path)
        self._content = NOTHING

    @property
    def version(self) -> int:
        """How often the roster has changed; 0 where it lists nobody.

        Raises RosterError("damaged"), as does everything that reads the file.
        """
        content = self._current()
        return content.head.version if content.head and content.students else 0

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
        by_number = _id(content.head.key, text) if content.head else ""
        return content.students.get(text) or content.students.get(by_number)

    def id_of(self, number: str) -> str:
        """Give the id of a student number, listed or not; the same until the roster is purged."""
        head = self._current().head
        if head is None or not head.key:
            with self._file.alone():
                head = self._head()
                self._write(head, self._current().everybody)
        return _id(head.key, number)

    def enrolment(self) -> dict[str, Enrolled]:
        """Tell the rules who belongs where, without a name; a purge changes nothing of it."""
        return {
            s.id: Enrolled(s.college_id, s.class_id, s.photographed_before, s.struck)
            for s in self._current().everybody.values()
        }

    def difference(self, listed: Sequence[Listed]) -> Difference:
        """Tell what taking these students would change; see `take`."""
        return _difference(self._head(), self.students, listed)

    def take(self, listed: Sequence[Listed]) -> Difference:
        """Take what a file lists, durably, and tell what it changed.

        A file speaks for the colleges it lists: their students whom it lacks are struck, never
        deleted, save those added by hand. Its order becomes the roster's.
        """
        with self._file.alone():
            head, kept = self._head(), self.students
            difference = _difference(head, kept, listed)
            struck = {student.id: student for student in difference.struck}
            taken = {s.id: s for s in _students(head, listed)}
            foot = {id_: struck.get(id_, s) for id_, s in kept.items() if id_ not in taken}
            self._write(_Head(head.key, head.version + 1), taken | foot)
        return difference

    def add(
        self,
        name: str,
        number: str,
        college_id: str,
        class_id: str | None,
        photographed_before: bool = False,
    ) -> Student:
        """Add a student by hand at the foot, durably; a struck one is listed again.

        Raises RosterError("already_listed").
        """
        with self._file.alone():
            head, kept = self._head(), self._current().everybody
            student = Student(
                without_spaces(number), name, college_id, class_id, photographed_before,
                id=_id(head.key, number), added=True,
            )  # fmt: skip
            known = kept.get(student.id)
            if known is not None and not known.struck:
                raise RosterError("already_listed", number=known.number, name=known.name)
            self._write(_Head(head.key, head.version + 1), {**kept, student.id: student})
        return student

    def purge(self) -> None:
        """Erase every name, number and note, and the key that makes ids of numbers.

        The ids, which tell nothing without it, keep their classes until another file is taken, so
        that every count of the day stays what it was.
        """
        with self._file.alone():
            try:
                head, everybody = self._current().head, self._current().everybody
            except RosterError:
                head = None
            if head is None:
                self._file.erase()
                return
            nobody = {
                s.id: msgspec.structs.replace(s, number="", name="", note="")
                for s in everybody.values()
            }
            self._write(_Head("", head.version + 1), nobody)

    def _head(self) -> _Head:
        head = self._current().head or _Head("", 0)
        return head if head.key else _Head(secrets.token_hex(32), head.version)

    def _current(self) -> _Content:
        """Read the file again if it is another than last time."""
        stamp = self._file.stamp()
        if stamp != self._content.stamp:
            self._content = self._read(stamp)
        return self._content

    def _read(self, stamp: Stamp | None) -> _Content:
        first, _, rest = self._file.read().partition(b"\n")
        if not first:
            return NOTHING
        try:
            head = msgspec.json.decode(first, type=_Head)
            students = msgspec.json.Decoder(Student).decode_lines(rest)
        except msgspec.MsgspecError:
            raise RosterError("damaged", file=str(self._file.path)) from None
        everybody = {student.id: student for student in students}
        return _Content(stamp, head, everybody, {s.id: s for s in students if s.name})

    def _write(self, head: _Head, students: Mapping[str, Student]) -> None:
        self._file.replace(msgspec.json.Encoder().encode_lines([head, *students.values()]))


def _id(key: str, number: str) -> str:
    """Make an id that tells nothing of the number to whoever lacks the key."""
    digest = hmac.digest(bytes.fromhex(key), without_spaces(number).encode(), "sha256")
    return "s_" + b32encode(digest).decode()[:16].lower()


def _students(head: _Head, listed: Sequence[Listed]) -> list[Student]:
    return [Student(**msgspec.structs.asdict(one), id=_id(head.key, one.number)) for one in listed]


def _difference(head: _Head, kept: Mapping[str, Student], listed: Sequence[Listed]) -> Difference:
    students = _students(head, listed)
    ids = {student.id for student in students}
    spoken_for = {student.college_id for student in students}
    return Difference(
        added=tuple(s for s in students if s.id not in kept),
        changed=tuple(s for s in students if s.id in kept and s != kept[s.id]),
        struck=tuple(
            msgspec.structs.replace(s, struck=True)
            for s in kept.values()
            if s.id not in ids and s.college_id in spoken_for and not (s.struck or s.added)
        ),
        unchanged=tuple(s for s in students if kept.get(s.id) == s),
    )  # fmt: skip
