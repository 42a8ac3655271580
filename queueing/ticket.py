"""A place in the queue and the one table of what may happen to it."""

from datetime import datetime
from typing import Literal, get_args

from msgspec import Struct

from queueing import commands as c
from queueing import events as e
from queueing.slip import Slip

State = Literal["waiting", "called", "shooting", "held", "missed", "finished", "cancelled"]
# The states of a ticket that was called and came, or may still come.
SERVED: tuple[State, ...] = ("called", "shooting", "finished")
Kind = Literal["class"] | c.WalkInKind
# Whose heads are of the roll; a retake is of a head that is counted and paid already.
COUNTED: tuple[Kind, ...] = ("class", "held_back", "late")

# Everything that affects a ticket's state: a command, the states it is legal from, the event it
# leads to and the state that the event leads to; None leaves the state as it is.
TRANSITIONS: tuple[
    tuple[type[c.Command], frozenset[State], type[e.TicketEvent], State | None], ...
] = (
    (c.CallNext, frozenset({"waiting"}), e.Called, "called"),
    (c.Recall, frozenset({"called"}), e.Recalled, None),
    (c.Start, frozenset({"called"}), e.Started, "shooting"),
    (c.Count, frozenset({"shooting"}), e.Counted, None),
    (c.Finish, frozenset({"shooting"}), e.Finished, "finished"),
    (c.Hold, frozenset({"waiting", "called", "shooting"}), e.Held, "held"),
    (c.Resume, frozenset({"held"}), e.Resumed, "waiting"),
    (c.MarkNoShow, frozenset({"called"}), e.MissedCall, "missed"),
    (c.Return, frozenset({"called", "missed"}), e.Returned, "waiting"),
    (c.Transfer, frozenset({"called", "shooting"}), e.Transferred, None),
    (c.Cancel, frozenset({"waiting", "called", "held", "missed"}), e.Cancelled, "cancelled"),
    (c.Amend, frozenset(get_args(State)) - {"cancelled"}, e.Amended, None),
    (c.Reopen, frozenset({"finished"}), e.Reopened, "waiting"),
    (c.Swap, frozenset({"called", "shooting"}), e.Swapped, None),
    (c.Rejoin, frozenset({"waiting", "called", "shooting", "held"}), e.Rejoined, None),
)
# The rules ask by command, the fold by event.
LEGAL_FROM = {command: states for command, states, _, _ in TRANSITIONS}
LEADS_TO = {event: state for _, _, event, state in TRANSITIONS if state is not None}


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
    # So many were counted before the finish said how many there were.
    counted: int = 0
    counted_at: datetime | None = None
    # Of these, so many before the last start: a class that was held goes on where it stopped.
    counted_before: int = 0
    missed: tuple[c.Missing, ...] = ()
    slip: Slip = Slip()
    # Whether its day was closed.
    closed: bool = False

    @property
    def at_head(self) -> bool:
        """Whether it came back to the head of the line."""
        return self.order[0] < 0

    @property
    def owes_slip(self) -> bool:
        """Whether paper is still to come: skipped paper too, once the ticket is back in line."""
        back_in_line = self.slip.state == "skipped" and self.state in ("waiting", "held")
        return self.slip.state == "owed" or back_in_line
