"""The people in the server: the halls know who belongs where, the journal never learns a name."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from kiosk.views import initials
from queueing import commands as c
from queueing.enrolment import Enrolment
from queueing.hall import Hall
from roster.people import Roster, Student
from roster.text import half_width, without_spaces
from server.live import LiveHall
from server.problems import Problem

LOOK_S = 1.0
MOST_FOUND = 20
# What `Roster` gives out as an id.
ID = re.compile(r"s_[a-z2-7]{16}")
# A shorter name is an ordinary word too often (that of quiet, of peace) to be one in every text,
# and a shorter number any number.
UNMISTAKABLE = 3


class People:
    """The roster beside the halls, whichever process changes it."""

    def __init__(self, roster: Roster, halls: Mapping[str, LiveHall]) -> None:
        self.roster = roster
        self._halls = halls
        self._known: Mapping[str, Student] = {}
        self._spelt: dict[str, list[str]] = {}

    def look(self) -> None:
        """Let the halls know the roster if it is another than last time.

        Raises RosterError("damaged").
        """
        if (students := self.roster.students) is self._known:
            return
        self._known, self._spelt = students, {}
        for live in self._halls.values():
            live.enrol(Enrolment(self.roster.enrolment()))

    def watch(self, sleep: Callable[[float], object]) -> None:
        """Look, and wait until it is time to look again."""
        self.look()
        sleep(LOOK_S)

    def by_ids(self, command: c.AnyCommand) -> c.AnyCommand:
        """Name every student by the opaque id, known to the roster or not."""
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
        """Refuse a free text that names a student, since the journal keeps it.

        Names of the command's own class count, of others only those that are no ordinary word.
        Raises Problem 400 with the text's field.
        """
        texts = list(_free_texts(command, hall.plan.body.reasons))
        class_id = _class_of(hall, command)
        for student in self.roster.students.values() if texts else ():
            own = class_id is not None and student.class_id == class_id
            for field, text in texts:
                if _names(text, student, own) or _numbers(text, student):
                    raise Problem(400, field=field, reason="names_somebody")

    def of_class(self, hall: Hall, class_id: str) -> list[Student]:
        """List the students that the rules count to a class, in roster order."""
        students = self.roster.students
        return [students[id_] for id_ in hall.members(class_id) if id_ in students]

    def at(self, hall: Hall) -> list[Student]:
        """List everybody who is to come to a venue."""
        colleges = {college.id for college in hall.plan.colleges_at(hall.venue.id)}
        return [
            s for s in self.roster.students.values() if s.college_id in colleges and not s.struck
        ]

    def find(self, hall: Hall, text: str) -> list[Student]:
        """Find those of a venue by name, the number's end or the name's initials in pinyin."""
        wanted = without_spaces(text)
        found = [s for s in self.at(hall) if wanted and self._matches(s, wanted)]
        # Whom the initials spell whole come first.
        found.sort(key=lambda s: wanted.upper() not in self._initials(s))
        return found[:MOST_FOUND]

    def _matches(self, student: Student, wanted: str) -> bool:
        if wanted in without_spaces(student.name) or student.number.endswith(wanted):
            return True
        return wanted.isalpha() and any(
            spelt.startswith(wanted.upper()) for spelt in self._initials(student)
        )

    def _initials(self, student: Student) -> list[str]:
        if student.id not in self._spelt:
            self._spelt[student.id] = initials(student.name)
        return self._spelt[student.id]

    def _id(self, text: str) -> str:
        student = self.roster.find(text)
        if student is not None:
            return student.id
        return text if ID.fullmatch(text) else self.roster.id_of(text)


def _names(text: str, student: Student, own: bool) -> bool:
    name = without_spaces(student.name)
    return (own or len(name) >= UNMISTAKABLE) and name in without_spaces(text)


def _numbers(text: str, student: Student) -> bool:
    """Tell whether a text holds the number, and not just within a longer one."""
    number, written = student.number, half_width(text)
    alone = rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])"
    return len(number) >= UNMISTAKABLE and number in written and bool(re.search(alone, written))


def _class_of(hall: Hall, command: c.AnyCommand) -> str | None:
    ticket = hall.tickets.get(getattr(command, "ticket", None) or "")
    return getattr(command, "class_id", None) or (ticket.class_id if ticket else None)


def _free_texts(command: c.AnyCommand, codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """List what a command says in words, each with its field."""
    for field in ("absent", "missed"):
        for n, line in enumerate(getattr(command, field, None) or ()):
            if line.reason not in codes:
                yield f"{field}[{n}].reason", line.reason
    if isinstance(fee := getattr(command, "fee", None), c.Fee):
        for field in ("reference", "note"):
            if text := getattr(fee, field):
                yield f"fee.{field}", text
    if isinstance(reason := getattr(command, "reason", None), str):
        yield "reason", reason
    if isinstance(command, c.Announce):
        yield "text", command.text
