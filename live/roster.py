"""The roster beside the halls, which learn who belongs where; the journal never learns a name."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from msgspec.structs import replace

from live.hall import LiveHall
from live.refusals import Invalid
from queueing import commands as c
from queueing.account.rest import rest
from queueing.hall import Hall
from roster.finder import Finder
from roster.personal_data import find_personal_data
from roster.store import Roster
from roster.student import Student

# What `Roster` gives out as an id.
ID = re.compile(r"s_[a-z2-7]{16}")

log = structlog.get_logger()


class LiveRoster:
    """A roster that any process may change; `on_change` is called when one did."""

    def __init__(
        self, stored: Roster, halls: Mapping[str, LiveHall], on_change: Callable[[], None]
    ) -> None:
        self.stored = stored
        self._halls = halls
        self._on_change = on_change
        self._known: Mapping[str, Student] = {}
        self._finder = Finder()
        self._damaged = False

    def refresh(self) -> None:
        """Pass the roster on to the halls if it has changed since the last time."""
        if (damaged := self.stored.damaged) and not self._damaged:
            log.error("roster_damaged", file=str(self.stored.path))
        self._damaged = damaged
        if (students := self.stored.students) is self._known:
            return
        self._known, self._finder = students, Finder()
        for live in self._halls.values():
            live.enrol(self.stored.enrolment())
        self._on_change()

    def by_ids(self, command: c.AnyCommand) -> c.AnyCommand:
        """Return a command in which every student goes by the opaque id, listed or not."""
        changes: dict[str, Any] = {
            field: tuple(
                replace(line, student=self._id(line.student)) if line.student else line
                for line in lines
            )
            for field in ("absent", "missed")
            if (lines := getattr(command, field, None))
        }
        if student := getattr(command, "student", None):
            changes["student"] = self._id(student)
        return replace(command, **changes) if changes else command

    def must_stay_unnamed(self, hall: Hall, command: c.AnyCommand) -> None:
        """Refuse a free text or id that names a student, since the journal keeps it.

        Raises Invalid with its field and the word that is to go.
        """
        if named := find_personal_data(hall, command, self.stored.students.values()):
            field, word = named
            raise Invalid(field, reason="names_somebody", word=word)

    def of_class(self, hall: Hall, class_id: str) -> list[Student]:
        """List the students of a class who are not photographed yet, in roster order.

        Until the class's own ticket is finished they are all of those whom it has brought.
        """
        students, own = self.stored.students, hall.ticket_anywhere(class_id)
        left = rest(hall, class_id, but=own.number if own else "")
        return [students[id_] for id_ in left if id_ in students]

    def others(self, hall: Hall, college_id: str) -> list[Student]:
        """List those of a college who belong to none of its classes and have no ticket."""
        came = {t.student for t in hall.tickets.values() if t.state != "cancelled"}
        students = self.stored.students
        return [students[i] for i in hall.others(college_id) if i in students and i not in came]

    def at(self, hall: Hall) -> list[Student]:
        """List everybody who is to come to a venue."""
        colleges = {college.id for college in hall.plan.colleges_at(hall.venue.id)}
        return [
            s for s in self.stored.students.values() if s.college_id in colleges and not s.struck
        ]

    def find(self, hall: Hall, text: str) -> list[Student]:
        """Find those of a venue by what is typed of them."""
        return self._finder.find(self.at(hall), text)

    def _id(self, text: str) -> str:
        student = self.stored.find(text)
        if student is not None:
            return student.id
        return text if ID.fullmatch(text) else self.stored.id_of(text)
