"""The excerpt of the roster that a fee sheet is drawn from, and which its seal holds."""

import copy
from collections.abc import Iterable, Mapping

from msgspec import Struct

from queueing.enrolment import Enrolled, Enrolment
from queueing.hall import Hall
from roster.student import Student


class Person(Struct, frozen=True, array_like=True):
    """A student of a sheet; without name and number if the sheet does not show them."""

    id: str
    number: str
    name: str
    college_id: str
    class_id: str | None
    struck: bool
    added: bool


def people_of(
    students: Mapping[str, Student], hall: Hall, college_id: str, class_id: str | None
) -> tuple[Person, ...]:
    """Return the students that a sheet needs: those of the college or class, and walk-ins."""
    came: dict[str, str | None] = {
        ticket.student: ticket.class_id
        for ticket in hall.tickets.values()
        if ticket.student and ticket.college_id == college_id
    }

    def is_shown(student: Student) -> bool:
        return class_id is None or class_id in (student.class_id, came.get(student.id))

    def is_needed(student: Student) -> bool:
        return student.id in came or (student.college_id == college_id and is_shown(student))

    return tuple(
        Person(
            s.id,
            *((s.number, s.name) if is_shown(s) else ("", "")),
            s.college_id, s.enrolled.class_id, s.enrolled.struck, s.added,
        )
        for s in students.values() if is_needed(s)
    )  # fmt: skip


def enrolled(hall: Hall, people: Iterable[Person]) -> Hall:
    """Return a copy of the hall with these students as its enrolment."""
    hall = copy.copy(hall)
    hall.enrolment = Enrolment(
        {p.id: Enrolled(p.college_id, p.class_id, struck=p.struck) for p in people}
    )
    return hall
