"""Find names and numbers of students in the free texts of a command: the journal holds none."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_letters

from queueing import commands as c
from queueing.hall import Hall
from roster.student import Student
from roster.text import BETWEEN, half_width, joined

# A shorter name is often an ordinary word too (quiet, peace), and a shorter number any number.
UNMISTAKABLE = 3
# These are announced in the hall, so here names of two characters count as well.
_SHORTEST_AT = {"text": 2, "reason": 2}
# A shorter part of an id, which is random, may equal a number by chance.
_PART_OF_ID = 6
# These part words as well as the halves of a name: no short name is looked for across them.
_SENTENCE = re.compile("[。、]")


def find_personal_data(
    hall: Hall, command: c.AnyCommand, students: Iterable[Student]
) -> tuple[str, str] | None:
    """Return the field that names a student and the name or number in it; None if there is none.

    In free texts all names of the command's own class count, of other students only long ones; in
    the command's id only numbers count.
    """
    texts = [
        (field, half_width(text), joined(text), list(map(joined, _SENTENCE.split(text))))
        for field, text in _free_texts(command, hall.plan.body.reasons)
    ]
    class_id, in_id = _class_of(hall, command), _numbers_in_id(command.id)
    for student in students:
        name, number = joined(student.name), joined(student.number)
        own = class_id is not None and student.class_id == class_id
        if number in in_id:
            return "id", student.number
        for field, written, bare, parts in texts:
            shortest = 1 if own else _SHORTEST_AT.get(field, UNMISTAKABLE)
            whole = [bare] if len(name) >= UNMISTAKABLE else parts
            if len(name) >= shortest and any(name in part for part in whole):
                return field, student.name
            if len(number) >= UNMISTAKABLE and number in bare and _alone(number, written):
                return field, student.number
    return None


def _alone(number: str, written: str) -> bool:
    """Return whether a text holds a number, and not only as a part of a longer one."""
    pattern = f"{BETWEEN}*".join(map(re.escape, number))
    return bool(re.search(rf"(?<![0-9]){pattern}(?![0-9])", written))


def _numbers_in_id(id_: str) -> set[str]:
    """Return what in an id may be a student's number: all of it, or a part between - and _."""
    parts = (
        part for whole in re.split("[-_]", id_) for part in (whole, whole.strip(ascii_letters))
    )
    return {joined(id_), *(part for part in parts if len(part) >= _PART_OF_ID)}


def _class_of(hall: Hall, command: c.AnyCommand) -> str | None:
    ticket = hall.tickets.get(getattr(command, "ticket", None) or "")
    return getattr(command, "class_id", None) or (ticket.class_id if ticket else None)


def _free_texts(command: c.AnyCommand, codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each free text of a command with its field."""
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
