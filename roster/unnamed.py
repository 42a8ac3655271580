"""Whether a command's own words name a student, which the journal must never learn."""

import re
from collections.abc import Iterable, Iterator

from queueing import commands as c
from queueing.hall import Hall
from roster.student import Student
from roster.text import half_width, without_spaces

# A shorter name is an ordinary word too often (that of quiet, of peace) to be one in every text,
# and a shorter number any number.
UNMISTAKABLE = 3


def naming_field(hall: Hall, command: c.AnyCommand, students: Iterable[Student]) -> str | None:
    """Find the field of a free text that names a student.

    Names of the command's own class count, of others only those that are no ordinary word.
    """
    texts = list(_free_texts(command, hall.plan.body.reasons))
    class_id = _class_of(hall, command)
    for student in students if texts else ():
        own = class_id is not None and student.class_id == class_id
        for field, text in texts:
            if _names(text, student, own) or _numbers(text, student):
                return field
    return None


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
