"""The entries of a fee sheet: one a student in roster order, then heads without a name."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from queueing.account.ledger import Head, Line
from queueing.account.missing import Standing


class Entry(Struct, frozen=True):
    """A line of the sheet: a student, or a number of `heads` without a name.

    A student whose standing is unknown counts no head: those heads are in the unnamed entries.
    `listed` is whether the roster has them in this class.
    """

    student: str | None
    heads: int
    standing: Standing
    reason: str | None = None
    listed: bool = True


def entries(line: Line) -> list[Entry]:
    """Return the entries of a line; every student and every head is on exactly one."""
    named = [Entry(h.student, _sure(h), h.standing, h.reason) for h in line.heads]
    named += [Entry(h.student, 1, h.standing, h.reason, listed=False) for h in line.guests]
    return [*named, *_unnamed(line, named)]


def totals(line: Line) -> Counter[tuple[Standing, str | None]]:
    """Return how many heads of a line have each standing and reason."""
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
    """Return entries for the heads that are on no named one."""
    left = totals(line)
    for entry in named:
        left[entry.standing, entry.reason] -= entry.heads
    return [
        Entry(None, heads, standing, reason, listed=False)
        for (standing, reason), heads in left.items()
        if heads
    ]
