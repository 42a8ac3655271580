"""A place in the queue and the one table of what may happen to it."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from queueing import commands as c
from queueing.slip import Slip

State = Literal["waiting", "called", "shooting", "held", "missed", "finished", "cancelled"]
# The states of a ticket that was called and came, or may still come.
SERVED: tuple[State, ...] = ("called", "shooting", "finished")
Kind = Literal["class"] | c.WalkInKind

# Everything that affects a ticket's state: command -> (states it is legal from, state it leads to).
# None as the second leaves the state as it is. The rules read the first, the fold the second.
TRANSITIONS: dict[type[c.Command], tuple[frozenset[State], State | None]] = {
    c.CallNext: (frozenset({"waiting"}), "called"),
    c.Recall: (frozenset({"called"}), None),
    c.Start: (frozenset({"called"}), "shooting"),
    c.Count: (frozenset({"shooting"}), None),
    c.Finish: (frozenset({"shooting"}), "finished"),
    c.Hold: (frozenset({"waiting", "called", "shooting"}), "held"),
    c.Resume: (frozenset({"held"}), "waiting"),
    c.MarkNoShow: (frozenset({"called"}), "missed"),
    c.Return: (frozenset({"called", "missed"}), "waiting"),
    c.Transfer: (frozenset({"called", "shooting"}), None),
    c.Cancel: (frozenset({"waiting", "called", "held", "missed"}), "cancelled"),
    c.Amend: (
        frozenset({"waiting", "called", "shooting", "held", "missed", "finished"}),
        None,
    ),
}


class Ticket(Struct, frozen=True):
    """A class's or a walk-in's place in the queue, as the log tells it.

    `order` is where it stands as far as the clock does not decide it, compared like a path: whoever
    stands behind (5,) since version 17 has (5, 17). Below zero is before everybody.
    """

    number: str
    token: str
    kind: Kind
    class_id: str | None
    college_id: str
    present: int
    order: tuple[int, ...]
    checked_in_at: datetime
    student: str | None = None
    absent: tuple[c.Missing, ...] = ()
    ready: c.Ready | None = None
    fee: c.Fee | None = None
    # The heads for which the fee was noted: a note of a difference speaks of no other number.
    fee_for: int = 0
    state: State = "waiting"
    station: int | None = None
    called_at: datetime | None = None
    started_at: datetime | None = None
    # Where it was last started, kept when it has left.
    shot_at: int | None = None
    ended_at: datetime | None = None
    recalls: int = 0
    photographed: int = 0
    counted_at: datetime | None = None
    # Of these, so many before the last start: a class that was held goes on where it stopped.
    counted_before: int = 0
    missed: tuple[c.Missing, ...] = ()
    slip: Slip = Slip()

    @property
    def at_head(self) -> bool:
        """Whether it came back to the head of the line."""
        return self.order[0] < 0

    @property
    def owes_slip(self) -> bool:
        """Whether paper is still to come: skipped paper too, once the ticket is back in line."""
        back_in_line = self.slip.state == "skipped" and self.state in ("waiting", "held")
        return self.slip.state == "owed" or back_in_line
