"""Who is on a fee sheet: a student a line in roster order, then those whom no name is known of."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from queueing.account.ledger import Head, Line
from queueing.account.missing import Standing


class Entry(Struct, frozen=True):
    """A line of the sheet: a student, or so many `heads` without a name.

    A student of whom nothing certain is known stands for no head; the unnamed heads are told
    below. `listed` says that the roster has them in this class.
    """

    student: str | None
    heads: int
    standing: Standing
    reason: str | None = None
    listed: bool = True


def entries(line: Line) -> list[Entry]:
    """Put every student and every head of a line on exactly one entry."""
    named = [Entry(h.student, _sure(h), h.standing, h.reason) for h in line.heads]
    named += [Entry(h.student, 1, h.standing, h.reason, listed=False) for h in line.guests]
    return [*named, *_unnamed(line, named)]


def totals(line: Line) -> Counter[tuple[Standing, str | None]]:
    """Count a line's heads by what became of them and why."""
    heads = Counter[tuple[Standing, str | None]]()
    heads["photographed", None] = line.photographed
    heads["pending", None] = line.pending
    heads |= Counter({("absent", reason): n for reason, n in line.absent.items()})
    heads |= Counter({("missed", reason): n for reason, n in line.missed.items()})
    heads["unknown", None] = line.unexplained
    return heads


def _sure(head: Head) -> int:
    return 0 if head.standing == "unknown" else 1


def _unnamed(line: Line, named: Iterable[Entry]) -> list[Entry]:
    """List the heads that are on no named entry."""
    left = totals(line)
    for entry in named:
        left[entry.standing, entry.reason] -= entry.heads
    return [
        Entry(None, heads, standing, reason, listed=False)
        for (standing, reason), heads in left.items()
        if heads
    ]
