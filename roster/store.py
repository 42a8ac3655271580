"""The roster: one file of students, outside the journal, which holds only their ids."""

import hmac
import secrets
from base64 import b32encode
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import asdict, replace

from queueing.enrolment import Enrolment
from roster.difference import Difference, difference_of
from roster.errors import RosterError
from roster.roster_file import Head, RosterFile, Taken
from roster.student import Listed, Student
from roster.text import without_spaces

# How long an import can be taken back.
TAKEN_BACK_FOR = timedelta(days=1)


class Roster:
    """The students, always as in the file, whichever process wrote it.

    When the file gets damaged the students last read remain; there are none if it was never read.
    In both cases the next write replaces it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = RosterFile(path)

    @property
    def damaged(self) -> bool:
        """Whether the file cannot be read."""
        self._file.content()
        return self._file.damaged

    @property
    def purges(self) -> int:
        """How many times all personal data have been erased."""
        return self._file.content().head.purges

    @property
    def students(self) -> Mapping[str, Student]:
        """The students by id, in the order of the file; struck ones and those added come last."""
        return self._file.content().students

    def of_class(self, class_id: str) -> tuple[Student, ...]:
        """Return a class's students in roster order, struck ones included."""
        return tuple(s for s in self.students.values() if s.class_id == class_id)

    def find(self, text: str) -> Student | None:
        """Return the student with an id or student number, or None."""
        content = self._file.content()
        return content.students.get(text) or content.students.get(_id(content.head, text))

    def id_of(self, number: str) -> str:
        """Return the id of a student number, listed or not; the same until the next purge."""
        head = self._file.content().head
        if not head.key:
            with self._file.locked():
                head = self._head()
                self._file.write(head, self._file.content().everybody.values())
        return _id(head, number)

    def enrolment(self) -> Enrolment:
        """Return each student's college and class, without names; a purge does not change it."""
        return Enrolment({s.id: s.enrolled for s in self._file.content().everybody.values()})

    def difference(
        self, listed: Sequence[Listed], strike: Collection[str] = (), unsaid: Collection[str] = ()
    ) -> Difference:
        """Return what `take` would change."""
        students = _students(self._head(), listed, self.students, unsaid)
        return difference_of(self.students, students, strike)

    def take(
        self,
        listed: Sequence[Listed],
        now: datetime,
        strike: Collection[str] = (),
        unsaid: Collection[str] = (),
    ) -> Difference:
        """Update the roster from a file's students, durably, and return what changed.

        `strike` are the ids of missing students whom a person gave up one by one; they are marked,
        never deleted. `unsaid` are fields of which the file says nothing: they stay as they are.
        The file's order becomes the roster's. It can be taken back for a day.
        """
        with self._file.locked():
            head, current = self._head(), self.students
            students = _students(head, listed, current, unsaid)
            difference = difference_of(current, students, strike)
            others = (*difference.changed, *difference.struck)
            taken = Taken(
                now, tuple(s.id for s in difference.added),
                tuple(current[s.id] for s in others), tuple(current),
            )  # fmt: skip
            head = replace(head, imports=(*self._imports(now), taken))
            become = {s.id: s for s in (*students, *difference.struck)}
            first = {student.id: student for student in students}
            rest = {id_: become.get(id_, s) for id_, s in current.items() if id_ not in first}
            self._file.write(head, (first | rest).values())
        return difference

    def last_import(self, now: datetime) -> Taken | None:
        """Return the last import that can still be taken back, or None."""
        return next(reversed(self._imports(now)), None)

    def take_back(self, now: datetime) -> Taken:
        """Undo the last import durably and return it; who was added by hand since then stays.

        Raises RosterError("nothing_to_take_back") when there is none of the last day.
        """
        with self._file.locked():
            imports = self._imports(now)
            if not imports:
                raise RosterError("nothing_to_take_back")
            *earlier, last = imports
            added, current = set(last.added), self.students
            found = {student.id: student for student in last.before}
            become = {
                id_: student if student.added else found.get(id_, student)
                for id_, student in current.items()
                if student.added or id_ not in added
            }
            order = [id_ for id_ in (*last.order, *become) if id_ in become]
            head = replace(self._head(), imports=tuple(earlier))
            self._file.write(head, (become[id_] for id_ in dict.fromkeys(order)))
        return last

    def add(self, name: str, number: str, college_id: str, class_id: str | None) -> Student:
        """Add a student by hand, at the end, durably; one who was struck or elsewhere no longer is.

        Raises RosterError("already_listed").
        """
        with self._file.locked():
            head, everybody = self._head(), self._file.content().everybody
            listed = Listed(without_spaces(number), name, college_id, class_id)
            student = replace(_student(head, listed), added=True)
            known = everybody.get(student.id)
            if known is not None and not (known.struck or known.elsewhere):
                raise RosterError("already_listed", number=known.number, name=known.name)
            self._file.write(head, {**everybody, student.id: student}.values())
        return student

    def purge(self) -> None:
        """Erase every name, number and note, and the key that ids are made with.

        The ids, which are anonymous without the key, stay with their classes until the next file
        is taken, so that the day's counts do not change.
        """
        with self._file.locked():
            content = self._file.content()
            nobody = [replace(s, number="", name="", note="") for s in content.everybody.values()]
            self._file.write(Head(purges=content.head.purges + 1), nobody)

    def _imports(self, now: datetime) -> tuple[Taken, ...]:
        """Return the imports that can still be taken back, the last one last."""
        imports = self._file.content().head.imports
        return tuple(each for each in imports if each.at > now - TAKEN_BACK_FOR)

    def _head(self) -> Head:
        """Return the head, with a new key if it has none."""
        head = self._file.content().head
        return head if head.key else replace(head, key=secrets.token_hex(32))


def _id(head: Head, number: str) -> str:
    """Return an id made of a number, which cannot be inferred from it without the key (HMAC)."""
    digest = hmac.digest(bytes.fromhex(head.key), without_spaces(number).encode(), "sha256")
    return "s_" + b32encode(digest).decode()[:16].lower()


def _student(head: Head, listed: Listed) -> Student:
    return Student(**asdict(listed), id=_id(head, listed.number))


def _students(
    head: Head, listed: Sequence[Listed], current: Mapping[str, Student], unsaid: Collection[str]
) -> list[Student]:
    """Return a file's students; of those known the facts that it does not tell are kept."""
    students = [_student(head, one) for one in listed]
    return [
        replace(s, **{field: getattr(known, field) for field in unsaid})
        if (known := current.get(s.id))
        else s
        for s in students
    ]
