"""Notes of missing heads: by name or by number, why, and no more once somebody came after all."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec.structs import replace

from queueing import commands as c
from queueing.ticket import Ticket

Standing = Literal["photographed", "missed", "absent", "pending", "unknown"]


class Note(NamedTuple):
    """A missing head, or several of one reason; `student` only for one of the class's own."""

    standing: Standing
    reason: str
    heads: int
    student: str | None
    ticket: str | None


def notes_of(
    standing: Standing, lines: Iterable[c.Missing], ticket: Ticket | None, members: tuple[str, ...]
) -> list[Note]:
    """Return the notes of what a ticket, or a class without one, says of its missing heads."""
    return [
        Note(
            standing,
            line.reason,
            line.heads,
            student if (student := _whom(line, ticket)) in members else None,
            ticket.number if ticket else None,
        )
        for line in lines
    ]


def _whom(line: c.Missing, ticket: Ticket | None) -> str | None:
    """Return who is missing: of a named walk-in's one head there is no doubt."""
    if ticket is not None and ticket.student is not None and ticket.present == 1:
        return ticket.student
    return line.student


def without(notes: list[Note], ticket: Ticket) -> list[Note]:
    """Return the notes without a latecomer's heads, of which they spoke before.

    A named one's own note goes; of those noted by number the late ones go first.
    """
    if ticket.student and any(note.student == ticket.student for note in notes):
        return [note for note in notes if note.student != ticket.student]
    left, others = ticket.present, []
    for note in sorted(notes, key=lambda n: (n.standing != "absent", n.reason != "late")):
        taken = 0 if note.student else min(left, note.heads)
        left -= taken
        if note.heads > taken:
            others.append(note._replace(heads=note.heads - taken))
    return others


def left_after(left: tuple[str, ...], ticket: Ticket) -> tuple[str, ...]:
    """Return who is left after a check-in: those it names, if it accounts for all by name."""
    notes = (*ticket.absent, *ticket.missed)
    named = {note.student for note in notes}
    if None in named or len(left) != ticket.present + len(ticket.absent):
        return left
    return tuple(student for student in left if student in named)


def without_late(
    absent: Iterable[c.Missing], student: str | None, heads: int
) -> tuple[c.Missing, ...]:
    """Return absences without heads that came after all: by name, else those noted late first."""
    absent = tuple(absent)
    if student is not None and any(line.student == student for line in absent):
        return tuple(line for line in absent if line.student != student)
    counted = sorted((line for line in absent if line.count), key=lambda m: m.reason != "late")
    left: dict[int, int] = {}
    for line in counted:
        taken = min(heads, line.heads)
        left[id(line)] = line.heads - taken
        heads -= taken
    return tuple(
        replace(line, count=left[id(line)]) if line.count else line
        for line in absent
        if line.student or left[id(line)]
    )


def by_reason(notes: Iterable[Note], standing: Standing) -> dict[str, int]:
    """Count the heads of a standing by reason."""
    heads = Counter[str]()
    for note in notes:
        if note.standing == standing:
            heads[note.reason] += note.heads
    return dict(heads)
