"""A sheet's excerpt from the roster: the students it is about, taken once and kept with it."""

import copy
from collections.abc import Iterable, Mapping

from msgspec import Struct

from queueing.enrolment import Enrolled, Enrolment
from queueing.hall import Hall
from roster.student import Student


class Person(Struct, frozen=True, array_like=True):
    """A student as a sheet knows them; without a name where it does not show them."""

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
    """Take from the roster whom a sheet needs: the college's or class's students and walk-ins."""
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
            s.college_id, s.class_id, s.struck, s.added,
        )
        for s in students.values() if is_needed(s)
    )  # fmt: skip


def enrolled(hall: Hall, people: Iterable[Person]) -> Hall:
    """Give the hall with these students on its roll."""
    hall = copy.copy(hall)
    hall.enrolment = Enrolment(
        {p.id: Enrolled(p.college_id, p.class_id, struck=p.struck) for p in people}
    )
    return hall
